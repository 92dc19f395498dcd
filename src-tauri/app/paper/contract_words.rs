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
    pub opening: &'static str,
    /// To contract `{number}`.
    pub opening_supplement: &'static str,
    pub goods: &'static str,
    pub goods_frame: &'static str,
    pub payment: &'static str,
    pub delivery: &'static str,
    pub period: &'static str,
    pub place: &'static str,
    pub promised: &'static str,
    pub valid_until: &'static str,
    /// Of a framework: `{amount}` and `{uppercase}`.
    pub limit: &'static str,
    /// Of a framework: each call-off is paid so.
    pub each: &'static str,
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
    opening: "甲乙双方本着平等自愿、诚实信用的原则，经协商一致，就下列产品（服务）的买卖订立本合同，共同遵守。",
    opening_supplement: "甲乙双方就合同 {number} 协商一致，订立本补充协议。除本协议另有约定外，原合同各条款继续有效。",
    goods: "标的、数量与价款",
    goods_frame: "产品与价格",
    payment: "付款方式",
    delivery: "交付",
    period: "交货期",
    place: "交付地址",
    promised: "交付日期",
    valid_until: "有效期至",
    limit: "本合同有效期内，甲方以采购单分次订货，累计含税总额不超过 {amount}（大写：{uppercase}）。",
    each: "每次订货分别按下列方式付款：",
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
    opening: "The parties have agreed, freely and in good faith, on the sale of the following goods and services under the \
              terms below.",
    opening_supplement: "The parties supplement contract {number} as follows. What this supplement does not change goes on \
                         being valid.",
    goods: "Goods, quantities and price",
    goods_frame: "Goods and prices",
    payment: "Payment",
    delivery: "Delivery",
    period: "Delivery period",
    place: "Place of delivery",
    promised: "Delivery date",
    valid_until: "Valid until",
    limit: "While this contract is valid the buyer calls off by purchase orders up to a total of {amount} incl. VAT \
            ({uppercase}).",
    each: "Each call-off is paid as follows:",
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
