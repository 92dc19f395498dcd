//! Two contracts of the sample company: a framework that was read and signed, and one that waits for legal; through the door
//! as everything else.

use chrono::Days;
use serde_json::{Value, json};

use super::deals::SIGNED;
use super::story::Desk;
use crate::fault::Fault;

impl Desk<'_> {
    /// Tells of both, in the last days before the present.
    pub(super) fn contracts(&self) -> Result<(), Fault> {
        let today = crate::clock::business_date(self.end);
        let legal = self.legal()?;
        let (Some(rep), [first, second, ..]) =
            (self.cast.reps.first().copied(), self.cast.customers.as_slice())
        else {
            return Ok(());
        };
        self.at(today - Days::new(6), 10, 0);
        self.sit(rep);
        let frame = self.ask("contract_save", &self.contract("Framework", first.id, rep)?)?;
        let frame = self.ask("contract_submit", &seen(&frame))?;
        self.at(today - Days::new(5), 11, 0);
        self.sit(legal);
        let frame = self.ask("contract_review", &passed(&frame, legal))?;
        self.at(today - Days::new(4), 15, 0);
        self.sit(rep);
        let scan = json!({ "name": "合同签署页.png", "mime": "image/png", "base64": SIGNED });
        let kept = self.ask("file_keep", &scan)?;
        self.ask(
            "contract_sign",
            &json!({
                "id": frame["id"], "version": frame["version"],
                "signed_on": self.app.today().to_string(), "our_signatory": "沈一禾",
                "their_signatory": frame["contact_name"], "scan": kept["sha256"],
            }),
        )?;
        let single = self.ask("contract_save", &self.contract("Single", second.id, rep)?)?;
        self.ask("contract_submit", &seen(&single))?;
        Ok(())
    }

    /// Who reads contracts.
    pub(super) fn legal(&self) -> Result<i64, Fault> {
        let people = self.ask("person_list", &json!({}))?;
        let legal = people.as_array().into_iter().flatten().find(|one| {
            one["roles"].as_array().is_some_and(|roles| roles.iter().any(|role| role == "Legal"))
        });
        Ok(legal.and_then(|one| one["id"].as_i64()).unwrap_or_default())
    }

    /// A contract over the first products of the price list.
    fn contract(&self, kind: &str, customer: i64, rep: i64) -> Result<Value, Fault> {
        let frame = kind == "Framework";
        let products = self.ask("product_find", &json!({ "text": "", "limit": 3 }))?;
        let line = |product: &Value| {
            json!({
                "product_id": product["id"], "name": product["name"], "spec": product["spec"], "unit": product["unit"],
                "quantity_milli": if frame { Value::Null } else { json!(24_000) },
                "price_micro": product["price_micro"], "discount": 500, "tax_rate": product["tax_rate"],
                "customised": product["customised"], "promised_on": null,
            })
        };
        let lines: Vec<Value> = products.as_array().into_iter().flatten().map(line).collect();
        let card = self.ask("customer_view", &json!({ "id": customer }))?;
        let until = self.app.today().checked_add_days(Days::new(365)).unwrap_or_default().to_string();
        Ok(json!({
            "id": null, "version": null, "kind": kind, "opportunity_id": null, "customer_id": customer,
            "contact_id": null, "customer_order_number": "", "owner_id": rep,
            "terms": { "method": "Transfer", "instalments": [
                { "trigger": "Order", "share": 3000, "days": 0, "day_kind": "Calendar" },
                { "trigger": "Acceptance", "share": 7000, "days": 30, "day_kind": "Calendar" } ] },
            "delivery_period": "订货后 20 个工作日", "delivery_address": card["address"], "promised_on": null,
            "valid_until": if frame { json!(until) } else { Value::Null },
            "limit_fen": if frame { json!(80_000_000) } else { Value::Null }, "waiver_fen": 0,
            "difference_reason": "", "note": "", "clauses": [], "lines": lines,
        }))
    }
}

/// A document and its version that was seen.
pub(super) fn seen(document: &Value) -> Value {
    json!({ "id": document["id"], "version": document["version"] })
}

/// Legal finds everything in order.
pub(super) fn passed(contract: &Value, legal: i64) -> Value {
    let items = ["Parties", "Amount", "Terms", "Clauses", "Delivery", "Liability"];
    let checklist: Vec<Value> =
        items.iter().map(|item| json!({ "item": item, "ok": true, "remark": "" })).collect();
    json!({
        "id": contract["id"], "version": contract["version"], "pass": true, "checklist": checklist, "note": "",
        "decider_id": legal, "given": "SignedIn", "evidence": null, "behalf_reason": "",
    })
}
