//! The words of a 报价单 that the letter does not have, in Chinese and English.

use serde::Serialize;

use crate::views::book::Language;

/// Every word and sentence of its own. `{…}` are places for facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct QuotationWords {
    pub title: &'static str,
    /// While it is no offer yet.
    pub watermark: &'static str,
    pub valid_until: &'static str,
    pub needs: &'static str,
    pub delivery: &'static str,
    pub delivery_period: &'static str,
    pub service: &'static str,
    pub note: &'static str,
    /// To `{contact}`.
    pub opening: &'static str,
    pub dear: &'static str,
    /// Until `{date}`.
    pub closing: &'static str,
}

static ZH: QuotationWords = QuotationWords {
    title: "报价单",
    watermark: "未定稿",
    valid_until: "有效期至",
    needs: "需求清单",
    delivery: "交付与服务",
    delivery_period: "交货期",
    service: "服务",
    note: "说明",
    opening: "{contact}：您好！感谢贵方的信任，现按贵方需求报价如下。",
    dear: "尊敬的客户",
    closing: "本报价有效期至 {date}。价格含税，币种为人民币。双方权利义务以随后签订的销售合同为准。",
};

static EN: QuotationWords = QuotationWords {
    title: "Quotation",
    watermark: "DRAFT",
    valid_until: "Valid until",
    needs: "Requirements",
    delivery: "Delivery and service",
    delivery_period: "Delivery",
    service: "Service",
    note: "Notes",
    opening: "{contact}, thank you for your inquiry. We are pleased to offer as follows.",
    dear: "Dear customer",
    closing: "This offer is valid until {date}. Prices are in CNY and include VAT. The sales contract to be signed prevails.",
};

/// The words of a language.
pub(super) fn quotation_words(language: Language) -> &'static QuotationWords {
    match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    }
}
