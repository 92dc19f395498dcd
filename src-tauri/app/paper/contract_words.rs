//! The words of a 销售合同 that the letter does not have, in Chinese and English.

use serde::Serialize;

use crate::views::book::Language;

/// Every word and sentence of its own. `{…}` are places for facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct ContractWords {
    pub title: &'static str,
    pub title_frame: &'static str,
    pub title_purchase: &'static str,
    pub title_supplement: &'static str,
    /// Before legal passed it, and of one that is void.
    pub watermark: &'static str,
    pub void: &'static str,
    pub buyer: &'static str,
    pub seller: &'static str,
    pub address: &'static str,
    pub bank: &'static str,
    pub signed_on: &'static str,
    pub goods: &'static str,
    pub goods_frame: &'static str,
    pub payment: &'static str,
    pub delivery: &'static str,
    pub period: &'static str,
    pub place: &'static str,
    pub promised: &'static str,
    pub valid_until: &'static str,
    pub customer_order: &'static str,
    pub supplements: &'static str,
    pub signatory: &'static str,
    pub signature_date: &'static str,
    pub seal: &'static str,
    pub signatures: &'static str,
    /// Article `{nth}`.
    pub article: &'static str,
}

static ZH: ContractWords = ContractWords {
    title: "销售合同",
    title_frame: "框架销售合同",
    title_purchase: "采购单确认",
    title_supplement: "补充协议",
    watermark: "未审核",
    void: "已作废",
    buyer: "甲方（买方）",
    seller: "乙方（卖方）",
    address: "地址",
    bank: "开户行及账号",
    signed_on: "签订日期",
    goods: "标的、数量与价款",
    goods_frame: "产品与价格",
    payment: "付款方式",
    delivery: "交付",
    period: "交货期",
    place: "交付地址",
    promised: "交付日期",
    valid_until: "有效期至",
    customer_order: "客户采购单号",
    supplements: "补充合同",
    signatory: "签字",
    signature_date: "日期",
    seal: "（盖章）",
    signatures: "双方签署",
    article: "第{nth}条",
};

static EN: ContractWords = ContractWords {
    title: "Sales Contract",
    title_frame: "Framework Contract",
    title_purchase: "Purchase Order Acknowledgement",
    title_supplement: "Supplement",
    watermark: "NOT REVIEWED",
    void: "VOID",
    buyer: "Party A (buyer)",
    seller: "Party B (seller)",
    address: "Address",
    bank: "Bank account",
    signed_on: "Signed on",
    goods: "Goods, quantities and price",
    goods_frame: "Goods and prices",
    payment: "Payment",
    delivery: "Delivery",
    period: "Delivery period",
    place: "Place of delivery",
    promised: "Delivery date",
    valid_until: "Valid until",
    customer_order: "Buyer's order no.",
    supplements: "Supplement to",
    signatory: "Signature",
    signature_date: "Date",
    seal: "(seal)",
    signatures: "Signatures",
    article: "{nth}.",
};

/// The words of a language.
pub(super) fn contract_words(language: Language) -> &'static ContractWords {
    match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    }
}
