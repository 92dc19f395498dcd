//! What becomes of the sample company's leads that were converted: needs written down and confirmed, a solution, through the
//! door as everything else.

use serde_json::{Value, json};

use super::story::Desk;
use crate::fault::Fault;

/// A page signed by hand: the smallest picture there is.
pub(super) const SIGNED: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==";

impl Desk<'_> {
    /// The deal of a converted lead, each a step further than the one before: a list that is a draft, one that is confirmed,
    /// one with a solution too.
    pub(super) fn deal(&self, lead: &Value, further: usize) -> Result<(), Fault> {
        let deal = self.ask("opportunity_view", &json!({ "id": lead["opportunity"]["id"] }))?;
        let mut card = deal["card"].clone();
        let expected: i64 = if further > 1 { 23_400_000 } else { 8_600_000 };
        card["expected_fen"] = expected.into();
        let deal = self.ask("opportunity_save", &card)?;
        let deal = self.ask("requirement_save", &self.needs(&deal)?)?;
        if further == 0 {
            return Ok(());
        }
        let scan = json!({ "name": "客户签字页.png", "mime": "image/png", "base64": SIGNED });
        let kept = self.ask("file_keep", &scan)?;
        let draft = &deal["requirements"][0]["draft"];
        let deal = self.ask(
            "requirement_confirm",
            &json!({
                "id": draft["id"], "version": draft["version"], "confirmed_by": lead["card"]["contact"],
                "confirmed_on": self.app.today().to_string(), "confirmed_how": "Signature", "evidence": kept["sha256"],
            }),
        )?;
        if further > 1 {
            self.ask(
                "solution_save",
                &json!({
                    "id": deal["card"]["id"], "version": deal["card"]["version"],
                    "configuration": "门锁与客控主机成套，前台一个发卡点", "service": "上门安装与培训，质保两年",
                    "plan": "第一周勘察，第二周起分两批到场安装", "person_id": deal["card"]["owner_id"],
                }),
            )?;
            self.offer(&deal)?;
        }
        Ok(())
    }

    /// A quotation of what is needed: submitted, and sent when it is within the limits.
    fn offer(&self, deal: &Value) -> Result<(), Fault> {
        let lines: Vec<Value> =
            deal["requirements"][0]["draft"]["lines"].as_array().into_iter().flatten().cloned().collect();
        let mut offered = Vec::new();
        for line in lines {
            let product = self.ask("product_view", &json!({ "id": line["product_id"] }))?;
            offered.push(json!({
                "product_id": line["product_id"], "name": line["name"], "spec": line["spec"], "unit": line["unit"],
                "quantity_milli": line["quantity_milli"], "list_price_micro": product["price_micro"],
                "price_micro": product["price_micro"], "discount": 500, "cost_micro": product["cost_micro"],
                "tax_rate": product["tax_rate"], "customised": line["customised"], "market_reference": "",
            }));
        }
        let until = self.app.today().checked_add_days(chrono::Days::new(20)).unwrap_or_default().to_string();
        let offer = self.ask(
            "quotation_save",
            &json!({
                "id": null, "version": null, "opportunity_id": deal["card"]["id"], "contact_id": null,
                "owner_id": deal["card"]["owner_id"], "no_requirement_reason": "", "valid_until": until,
                "terms": { "method": "Transfer", "instalments": [
                    { "trigger": "Order", "share": 3000, "days": 0, "day_kind": "Calendar" },
                    { "trigger": "Acceptance", "share": 7000, "days": 0, "day_kind": "Calendar" } ] },
                "delivery_period": "签订后 20 个工作日", "service": "上门安装与培训，质保两年", "note": "", "waiver_fen": 0,
                "lines": offered,
            }),
        )?;
        let offer =
            self.ask("quotation_submit", &json!({ "id": offer["id"], "version": offer["version"] }))?;
        if offer["state"] == "Approved" {
            self.ask(
                "quotation_send",
                &json!({ "id": offer["id"], "version": offer["version"], "to": null }),
            )?;
        }
        Ok(())
    }

    /// What is needed: the first products of the price list.
    fn needs(&self, deal: &Value) -> Result<Value, Fault> {
        let products = self.ask("product_find", &json!({ "text": "", "limit": 3 }))?;
        let line = |(nth, product): (i64, &Value)| {
            let quantity = 120_000 - nth * 40_000;
            json!({
                "product_id": product["id"], "name": product["name"], "spec": product["spec"], "unit": product["unit"],
                "quantity_milli": quantity, "wanted_on": null,
                "customised": product["customised"],
                "customisation": if product["customised"] == true { "面板按客户标识刻字" } else { "" },
                "standard": "上门安装",
            })
        };
        let products = products.as_array().into_iter().flatten();
        let lines: Vec<Value> = (0_i64..).zip(products).map(line).collect();
        Ok(json!({
            "id": null, "version": null, "opportunity_id": deal["card"]["id"], "contact_id": null,
            "delivery_address": "", "note": "", "lines": lines,
        }))
    }
}
