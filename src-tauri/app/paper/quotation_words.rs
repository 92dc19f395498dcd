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
};

/// The words of a language.
pub(super) fn quotation_words(language: Language) -> &'static QuotationWords {
    match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    }
}
