//! The words of the 发货单, in Chinese and English. A field without a word does not compile.

use serde::Serialize;

use crate::views::book::Language;

/// Every fixed word and sentence. `{…}` are places for facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct NoteWords {
    /// The first part of the file's name.
    #[serde(skip)]
    pub title_file: &'static str,
    pub title: &'static str,
    pub watermark: &'static str,
    /// In place of a number that a draft does not have yet.
    pub draft: &'static str,
    pub number: &'static str,
    pub date: &'static str,
    pub page: &'static str,
    /// `{page}` of `{pages}`.
    pub page_of: &'static str,
    pub to: &'static str,
    pub receiver: &'static str,
    pub phone: &'static str,
    pub tax_number: &'static str,
    pub address: &'static str,
    pub order: &'static str,
    pub customer_order: &'static str,
    pub manager: &'static str,
    /// Number, name, specification, unit, ordered; then this delivery, in all, open.
    #[serde(skip)]
    pub heads_sent: [&'static str; 8],
    /// Number, name, specification, unit, ordered; then sent before, to be sent, packed.
    #[serde(skip)]
    pub heads_planned: [&'static str; 8],
    /// `{lines}` and `{each}`.
    #[serde(skip)]
    pub sum_sent: &'static str,
    #[serde(skip)]
    pub sum_planned: &'static str,
    /// `{unit}` and `{count}`.
    #[serde(skip)]
    pub unit_sum: &'static str,
    #[serde(skip)]
    pub between: &'static str,
    pub planned: &'static str,
    pub notes: &'static str,
    /// Warehouse, carrier, receiver.
    #[serde(skip)]
    pub signatures: [&'static str; 3],
    pub signature: &'static str,
    pub signed_on: &'static str,
    pub received: &'static str,
    pub differences: &'static str,
    pub inside: &'static str,
}

static ZH: NoteWords = NoteWords {
    title_file: "发货单",
    title: "发货单",
    watermark: "未审批",
    draft: "草稿",
    number: "单号",
    date: "日期",
    page: "页码",
    page_of: "第 {page} 页，共 {pages} 页",
    to: "收货单位",
    receiver: "收货人",
    phone: "电话",
    tax_number: "税号",
    address: "地址",
    order: "订单编号",
    customer_order: "采购单号",
    manager: "客户经理",
    heads_sent: ["序号", "名称", "规格", "单位", "订购数", "本次发货", "累计已发", "未发"],
    heads_planned: ["序号", "名称", "规格", "单位", "订购数", "此前已发", "本次应发", "实发"],
    sum_sent: "共 {lines} 行，本次发货：{each}",
    sum_planned: "共 {lines} 行，本次应发：{each}",
    unit_sum: "{count} {unit}",
    between: "，",
    planned: "待发：按未交数量开出；装车后在「实发」栏写明，并登记交付。",
    notes: "备注",
    signatures: ["仓库发货", "送货", "收货签收"],
    signature: "签字",
    signed_on: "日期",
    received: "货已当面清点，外观完好，数量与本单相符。",
    differences: "不符之处：",
    inside: "本单只列数量，不作结算依据。",
};

static EN: NoteWords = NoteWords {
    title_file: "Delivery note",
    title: "Delivery Note",
    watermark: "NOT APPROVED",
    draft: "draft",
    number: "No.",
    date: "Date",
    page: "Page",
    page_of: "{page} of {pages}",
    to: "Deliver to",
    receiver: "Receiver",
    phone: "Phone",
    tax_number: "Tax no.",
    address: "Address",
    order: "Our order no.",
    customer_order: "Your order no.",
    manager: "Account manager",
    heads_sent: ["No.", "Item", "Specification", "Unit", "Ordered", "This time", "In all", "Open"],
    heads_planned: ["No.", "Item", "Specification", "Unit", "Ordered", "Before", "To send", "Packed"],
    sum_sent: "{lines} lines, this delivery: {each}",
    sum_planned: "{lines} lines, to send: {each}",
    unit_sum: "{count} {unit}",
    between: ", ",
    planned: "To be sent: made out for what is open. Write what was packed into the last column, then record the delivery.",
    notes: "Notes",
    signatures: ["Warehouse", "Carrier", "Received by"],
    signature: "Signature",
    signed_on: "Date",
    received: "Counted on arrival; no visible damage, quantities as listed.",
    differences: "Differences:",
    inside: "This note lists quantities only and is no basis for settlement.",
};

/// The words of a language.
pub(super) fn note_words(language: Language) -> &'static NoteWords {
    match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    }
}
