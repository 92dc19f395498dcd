//! The words of the 客户需求清单, in Chinese and English. A field without a word does not compile.

use serde::Serialize;

use crate::views::book::Language;

/// Every fixed word and sentence. `{…}` are places for facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct NeedsWords {
    /// The first part of the file's name.
    #[serde(skip)]
    pub title_file: &'static str,
    pub title: &'static str,
    /// Over every page of a revision that another one took the place of.
    pub watermark: &'static str,
    pub number: &'static str,
    pub revision: &'static str,
    pub date: &'static str,
    pub page: &'static str,
    /// `{page}` of `{pages}`.
    pub page_of: &'static str,
    pub to: &'static str,
    pub from: &'static str,
    pub contact: &'static str,
    pub manager: &'static str,
    pub phone: &'static str,
    pub email: &'static str,
    pub tax_number: &'static str,
    pub project: &'static str,
    pub address: &'static str,
    /// Number, name, specification, unit, quantity, wanted, what is special.
    #[serde(skip)]
    pub heads: [&'static str; 7],
    pub customised: &'static str,
    #[serde(skip)]
    pub standard: &'static str,
    pub notes: &'static str,
    /// `{date}`, `{name}`: by signature.
    #[serde(skip)]
    pub confirmed_signed: &'static str,
    /// `{date}`, `{name}`: by mail.
    #[serde(skip)]
    pub confirmed_mailed: &'static str,
    pub ours: &'static str,
    pub theirs: &'static str,
    pub sealed: &'static str,
    pub handled: &'static str,
    pub signature: &'static str,
    pub signed_on: &'static str,
    #[serde(skip)]
    pub mail_lines: &'static str,
    /// `{count}`
    #[serde(skip)]
    pub mail_count: &'static str,
}

static ZH: NeedsWords = NeedsWords {
    title_file: "客户需求清单",
    title: "客户需求清单",
    watermark: "已被替代",
    number: "编号",
    revision: "版本",
    date: "日期",
    page: "页码",
    page_of: "第 {page} 页，共 {pages} 页",
    to: "致",
    from: "由",
    contact: "联系人",
    manager: "客户经理",
    phone: "电话",
    email: "邮箱",
    tax_number: "税号",
    project: "项目",
    address: "交付地址",
    heads: ["序号", "名称", "规格", "单位", "数量", "期望交货", "定制与服务要求"],
    customised: "定制",
    standard: "服务标准：",
    notes: "备注",
    confirmed_signed: "本清单已由 {name} 于 {date} 签字确认。",
    confirmed_mailed: "本清单已由 {name} 于 {date} 通过邮件确认。",
    ours: "供方",
    theirs: "需方",
    sealed: "（盖章）",
    handled: "经办",
    signature: "签字",
    signed_on: "日期",
    mail_lines: "清单内容",
    mail_count: "共 {count} 行",
};

static EN: NeedsWords = NeedsWords {
    title_file: "List of needs",
    title: "List of Needs",
    watermark: "SUPERSEDED",
    number: "No.",
    revision: "Version",
    date: "Date",
    page: "Page",
    page_of: "{page} of {pages}",
    to: "To",
    from: "From",
    contact: "Contact",
    manager: "Account manager",
    phone: "Phone",
    email: "E-mail",
    tax_number: "Tax no.",
    project: "Project",
    address: "Deliver to",
    heads: ["No.", "Item", "Specification", "Unit", "Quantity", "Wanted", "Special requirements"],
    customised: "custom",
    standard: "Service: ",
    notes: "Notes",
    confirmed_signed: "Confirmed by {name} on {date} by signature.",
    confirmed_mailed: "Confirmed by {name} on {date} by e-mail.",
    ours: "Supplier",
    theirs: "Customer",
    sealed: " (seal)",
    handled: "Handled by",
    signature: "Signature",
    signed_on: "Date",
    mail_lines: "Content",
    mail_count: "{count} lines",
};

/// The words of a language.
pub fn needs_words(language: Language) -> &'static NeedsWords {
    match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    }
}
