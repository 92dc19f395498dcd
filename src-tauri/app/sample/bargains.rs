//! Deals of old customers that the sample company bargains about: one in its third version, one that waits for the
//! supervisor, one that is lost, one whose contract was signed yesterday; through the door as everything else.

use chrono::Days;
use serde_json::{Value, json};

use super::contracts::{passed, seen};
use super::deals::SIGNED;
use super::story::Desk;
use crate::clock::business_date;
use crate::fault::Fault;

/// How far a deal comes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Negotiated,
    Asked,
    Lost,
    Signed,
}

/// Days back, which customer, what it is about, the first product of the price list, how many, off in basis points.
type Told = (u64, usize, &'static str, i64, i64, i64, End);

#[rustfmt::skip]
const TOLD: [Told; 4] = [
    (26, 4, "年度备件：客控主机等",     9,  30,  500, End::Lost),
    (19, 5, "样板段计量与取电面板，验收后扩全园", 5,  24,  800, End::Signed),
    (15, 2, "办公区信息屏与公寓锁",   3, 120,  300, End::Negotiated),
    (1,  3, "三号楼客控主机加装",         7,  60, 2500, End::Asked),
];

/// Terms as shares in basis points: with the order, and after acceptance.
fn terms(prepaid: i64) -> Value {
    json!({ "method": "Transfer", "instalments": [
        { "trigger": "Order", "share": prepaid, "days": 0, "day_kind": "Calendar" },
        { "trigger": "Acceptance", "share": 10_000 - prepaid, "days": 0, "day_kind": "Calendar" } ] })
}

fn with(document: &Value, more: Value) -> Value {
    let mut all = seen(document);
    if let (Some(all), Value::Object(more)) = (all.as_object_mut(), more) {
        all.extend(more);
    }
    all
}

impl Desk<'_> {
    /// Tells of all four.
    pub(super) fn bargains(&self) -> Result<(), Fault> {
        for told in &TOLD {
            self.bargain(told)?;
        }
        Ok(())
    }

    fn bargain(&self, told: &Told) -> Result<(), Fault> {
        let &(back, customer, name, _, _, _, end) = told;
        let (Some(customer), Some(rep)) = (self.cast.customers.get(customer), self.cast.reps.last()) else {
            return Ok(());
        };
        let day = |back: u64| business_date(self.end) - Days::new(back);
        self.at(day(back), 9, 40);
        self.sit(*rep);
        let card = json!({
            "id": null, "version": null, "name": name, "customer_id": customer.id, "owner_id": rep,
            "expected_fen": 0, "expected_on": null,
        });
        let deal = self.ask("opportunity_save", &card)?;
        let offer = self.ask("quotation_save", &self.first_version(told, &deal["card"], *rep)?)?;
        let offer = self.ask("quotation_submit", &seen(&offer))?;
        if end == End::Asked {
            return Ok(());
        }
        let offer = self.ask("quotation_send", &with(&offer, json!({ "to": null })))?;
        self.app.post_once()?;
        match end {
            End::Lost => {
                self.at(day(back.saturating_sub(9)), 16, 20);
                let why = json!({ "reason": "预算减半，只买了本地的备件", "winner": "临江五金机电", "close_deal": true });
                self.ask("quotation_lose", &with(&offer, why)).map(drop)
            }
            End::Signed => self.sign(&offer, back, *rep),
            _ => {
                self.at(day(back.saturating_sub(5)), 14, 5);
                let less = ("Price", "比另一家高约一成", "主机让 5 个点", 800, 3_000);
                let offer = self.next_version(&offer, less)?;
                self.at(day(back.saturating_sub(11)), 10, 30);
                let later = ("Terms", "希望验收后再付大头", "预付降到两成", 800, 2_000);
                self.next_version(&offer, later).map(drop)
            }
        }
    }

    /// The first version: three products of the price list.
    fn first_version(&self, told: &Told, deal: &Value, rep: i64) -> Result<Value, Fault> {
        let &(_, _, _, from, quantity, off, _) = told;
        let products = self.ask("product_find", &json!({ "text": "", "limit": from + 3 }))?;
        let chosen =
            products.as_array().into_iter().flatten().skip(usize::try_from(from).unwrap_or_default());
        let mut lines = Vec::new();
        for (nth, found) in (1_i64..).zip(chosen) {
            let product = self.ask("product_view", &json!({ "id": found["id"] }))?;
            lines.push(json!({
                "product_id": product["id"], "name": product["name"], "spec": product["spec"], "unit": product["unit"],
                "quantity_milli": quantity * 1_000 / nth, "list_price_micro": product["price_micro"],
                "price_micro": product["price_micro"], "discount": off, "cost_micro": product["cost_micro"],
                "tax_rate": product["tax_rate"], "customised": false, "market_reference": "",
            }));
        }
        Ok(json!({
            "id": null, "version": null, "opportunity_id": deal["id"], "contact_id": null, "owner_id": rep,
            "no_requirement_reason": "老客户，按上次的清单续购", "valid_until": self.until(), "terms": terms(3_000),
            "delivery_period": "签订后 20 个工作日", "service": "上门安装，质保两年", "note": "", "waiver_fen": 0,
            "lines": lines,
        }))
    }

    /// A month from the clock's day.
    fn until(&self) -> String {
        self.app.today().checked_add_days(Days::new(30)).unwrap_or_default().to_string()
    }

    /// What the customer objected to, and the version that answers it: sent.
    fn next_version(&self, offer: &Value, round: (&str, &str, &str, i64, i64)) -> Result<Value, Fault> {
        let (objection, note, changed, off, prepaid) = round;
        let asked = json!({ "objection": objection, "note": note, "changed": changed });
        let offer = self.ask("quotation_round", &with(offer, asked))?;
        let mut draft = offer["versions"]
            .as_array()
            .and_then(|all| all.last())
            .map_or(Value::Null, |last| last["draft"].clone());
        draft["lines"][0]["discount"] = off.into();
        draft["terms"] = terms(prepaid);
        draft["valid_until"] = self.until().into();
        let offer = self.ask("quotation_save", &draft)?;
        let offer = self.ask("quotation_submit", &seen(&offer))?;
        self.ask("quotation_send", &with(&offer, json!({ "to": null })))
    }

    /// Accepted, a contract of it, read by legal, signed the day before the present: its order is due.
    fn sign(&self, offer: &Value, back: u64, rep: i64) -> Result<(), Fault> {
        let day = |back: u64| business_date(self.end) - Days::new(back);
        self.at(day(back.saturating_sub(6)), 11, 15);
        let offer = self.ask("quotation_accept", &with(offer, json!({ "note": "微信确认" })))?;
        let made =
            self.ask("contract_from_quotation", &json!({ "quotation_id": offer["id"], "kind": "Single" }))?;
        let contract = self.ask("contract_submit", &seen(&made))?;
        let legal = self.legal()?;
        self.at(day(back.saturating_sub(8)), 15, 30);
        self.sit(legal);
        let contract = self.ask("contract_review", &passed(&contract, legal))?;
        self.at(day(1), 16, 0);
        self.sit(rep);
        let scan = json!({ "name": "样板段合同签署页.png", "mime": "image/png", "base64": SIGNED });
        let kept = self.ask("file_keep", &scan)?;
        let signed = json!({
            "signed_on": self.app.today().to_string(), "our_signatory": "沈一禾",
            "their_signatory": contract["contact_name"], "scan": kept["sha256"],
        });
        self.ask("contract_sign", &with(&contract, signed)).map(drop)
    }
}
