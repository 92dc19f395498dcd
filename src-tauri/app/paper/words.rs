//! The words of papers, in Chinese and English. A field without a word does not compile.

pub use crate::views::book::Language;

use chengdan_domain::order::InvoiceKind;
use chengdan_domain::payment::{PaymentMethod, Trigger};
use serde::Serialize;

/// Every fixed word and sentence of the 订单确认函. `{…}` are places for facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Words {
    /// The first part of the file's name.
    #[serde(skip)]
    pub title_file: &'static str,
    pub title: &'static str,
    pub watermark: &'static str,
    /// Over a letter that only shows a wording.
    pub specimen: &'static str,
    /// In place of a number that a draft does not have yet.
    pub draft: &'static str,
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
    pub customer_order: &'static str,
    pub contract: &'static str,
    /// `{contract}` signed on `{date}`.
    pub contract_dated: &'static str,
    pub order: &'static str,
    pub opening_unapproved: &'static str,
    pub line_number: &'static str,
    pub line_name: &'static str,
    pub line_specification: &'static str,
    pub line_unit: &'static str,
    pub line_quantity: &'static str,
    pub line_price: &'static str,
    pub line_amount: &'static str,
    pub line_rate: &'static str,
    pub line_promised: &'static str,
    pub customised: &'static str,
    pub uppercase: &'static str,
    pub total: &'static str,
    /// The 整单优惠 already taken off: `{amount}`.
    pub waiver: &'static str,
    pub of_which: &'static str,
    /// `{net}` and `{tax}` of everything.
    pub net_and_tax: &'static str,
    /// `{rate}`, `{net}` and `{tax}` of one rate.
    pub rate_part: &'static str,
    pub payment: &'static str,
    /// Not later than `{date}`.
    pub not_later: &'static str,
    pub bank_holder: &'static str,
    pub bank_name: &'static str,
    pub bank_account: &'static str,
    pub invoice: &'static str,
    pub invoice_title: &'static str,
    pub delivery: &'static str,
    pub address: &'static str,
    pub receiver: &'static str,
    pub promised: &'static str,
    /// Several dates: `{date}` at the latest, see the lines.
    pub promised_by_line: &'static str,
    /// `{date}`, `{time}` and `{days}`.
    pub deadline_known: &'static str,
    pub deadline_open: &'static str,
    pub seller: &'static str,
    pub buyer: &'static str,
    /// `{name}` with the place for the seal.
    pub seal: &'static str,
    pub handled_by: &'static str,
    pub signature: &'static str,
    pub slip: &'static str,
    pub slip_confirmed: &'static str,
    pub slip_changes: &'static str,
    pub code: &'static str,
    pub code_meaning: &'static str,
    pub reply_to: &'static str,
}

static ZH: Words = Words {
    title_file: "订单确认函",
    title: "订单确认函",
    watermark: "未审批",
    specimen: "样张",
    draft: "草稿",
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
    customer_order: "采购单号",
    contract: "合同编号",
    contract_dated: "{contract}（{date} 签订）",
    order: "订单编号",
    opening_unapproved: "本订单尚未完成内部审批，以下内容仅供预览，不作为确认。",
    line_number: "序号",
    line_name: "名称",
    line_specification: "规格",
    line_unit: "单位",
    line_quantity: "数量",
    line_price: "含税单价",
    line_amount: "含税金额",
    line_rate: "税率",
    line_promised: "预计交货日",
    customised: "定制",
    uppercase: "大写",
    total: "合计（含税）",
    waiver: "已含整单优惠 {amount}",
    of_which: "其中",
    net_and_tax: "不含税 {net}，税额 {tax}",
    rate_part: "{rate} 不含税 {net}，税额 {tax}",
    payment: "付款",
    not_later: "{date} 前",
    bank_holder: "收款户名",
    bank_name: "开户行",
    bank_account: "账号",
    invoice: "发票",
    invoice_title: "发票抬头",
    delivery: "交付与验收",
    address: "地址",
    receiver: "收货人",
    promised: "承诺日期",
    promised_by_line: "最迟 {date}，各行日期见上表",
    deadline_known: "{date} {time} 前（{days} 个工作日）",
    deadline_open: "收到本函后 {days} 个工作日内",
    seller: "供方",
    buyer: "需方",
    seal: "{name}（盖章）",
    handled_by: "经办",
    signature: "签字",
    slip: "回　执",
    slip_confirmed: "确认无误",
    slip_changes: "需修改：",
    code: "内容码",
    code_meaning: "凭此码核对本函与已批准的订单是否一致",
    reply_to: "回传",
};

static EN: Words = Words {
    title_file: "Order confirmation",
    title: "Order Confirmation",
    watermark: "NOT APPROVED",
    specimen: "SPECIMEN",
    draft: "draft",
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
    customer_order: "Your order no.",
    contract: "Contract no.",
    contract_dated: "{contract} (signed {date})",
    order: "Our order no.",
    opening_unapproved: "this order has not passed our approval yet; the details below are a preview only.",
    line_number: "No.",
    line_name: "Item",
    line_specification: "Specification",
    line_unit: "Unit",
    line_quantity: "Qty",
    line_price: "Unit price",
    line_amount: "Amount",
    line_rate: "VAT",
    line_promised: "Delivery",
    customised: "customised",
    uppercase: "In words",
    total: "Total incl. VAT, CNY",
    waiver: "discount of {amount} included",
    of_which: "Of which",
    net_and_tax: "net {net}, VAT {tax}",
    rate_part: "{rate}: net {net}, VAT {tax}",
    payment: "Payment",
    not_later: "by {date}",
    bank_holder: "Beneficiary",
    bank_name: "Bank",
    bank_account: "Account",
    invoice: "Invoice",
    invoice_title: "Invoice to",
    delivery: "Delivery and acceptance",
    address: "Address",
    receiver: "Receiver",
    promised: "Promised",
    promised_by_line: "{date} at the latest; dates per line above",
    deadline_known: "by {date}, {time} ({days} working days)",
    deadline_open: "within {days} working days of receiving it",
    seller: "Seller",
    buyer: "Buyer",
    seal: "{name} (seal)",
    handled_by: "By",
    signature: "Signature",
    slip: "Reply slip",
    slip_confirmed: "Confirmed as stated",
    slip_changes: "To be changed:",
    code: "Content code",
    code_meaning: "identifies the approved content of the order",
    reply_to: "Return to",
};

/// The words of a language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    }
}

/// What an instalment is called in the schedule's rows.
pub fn instalment(language: Language, trigger: Trigger) -> &'static str {
    let (zh, en) = match trigger {
        Trigger::Order => ("预付款", "Advance"),
        Trigger::BeforeDispatch => ("发货款", "Before dispatch"),
        Trigger::Arrival => ("到货款", "On arrival"),
        Trigger::Acceptance => ("验收款", "On acceptance"),
        Trigger::MonthEnd => ("月结款", "Monthly account"),
        Trigger::Invoice => ("票到款", "On invoice"),
        Trigger::WarrantyEnd => ("质保金", "Retention"),
    };
    either(language, zh, en)
}

/// How the money moves.
pub fn payment_method(language: Language, method: PaymentMethod) -> &'static str {
    let (zh, en) = match method {
        PaymentMethod::Transfer => ("电汇", "bank transfer"),
        PaymentMethod::AcceptanceBill => ("承兑汇票", "acceptance bill"),
        PaymentMethod::Cheque => ("支票", "cheque"),
        PaymentMethod::Cash => ("现金", "cash"),
    };
    either(language, zh, en)
}

/// The kind of invoice.
pub fn invoice_kind(language: Language, kind: InvoiceKind) -> &'static str {
    let (zh, en) = match kind {
        InvoiceKind::VatSpecial => ("增值税专用发票（数电）", "VAT special invoice (digital)"),
        InvoiceKind::VatGeneral => ("增值税普通发票（数电）", "VAT general invoice (digital)"),
        InvoiceKind::Paper => ("纸质发票", "paper invoice"),
        InvoiceKind::None => ("不开票", "none"),
    };
    either(language, zh, en)
}

fn either(language: Language, zh: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}
