//! The sample company's last weeks, done through the program's own door with a stopped clock: every state of an order,
//! and every row just as the real acts write it.

use std::sync::Arc;

use chrono::{DateTime, Days, Months, NaiveDate, TimeDelta, Utc};
use rand::Rng;
use rand_pcg::Pcg64;
use serde_json::{Value, json};

use super::masters::Cast;
use super::opening;
use crate::App;
use crate::clock::{StoppedClock, business_date, year_month};
use crate::fault::Fault;
use crate::session::{MemoryVault, NoDialogs};
use crate::store::Book;

/// How an order of the story ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Draft,
    Awaits(usize),
    SentBack,
    Resubmitted,
    Withdrawn,
    Approved,
    Delivered,
    PartDelivered,
}

/// The fates of the story, oldest first.
const FATES: [Fate; 36] = [
    Fate::Delivered,
    Fate::Delivered,
    Fate::Delivered,
    Fate::Approved,
    Fate::Delivered,
    Fate::Delivered,
    Fate::PartDelivered,
    Fate::Delivered,
    Fate::Delivered,
    Fate::Approved,
    Fate::Delivered,
    Fate::Resubmitted,
    Fate::Delivered,
    Fate::PartDelivered,
    Fate::Approved,
    Fate::Delivered,
    Fate::Approved,
    Fate::PartDelivered,
    Fate::Resubmitted,
    Fate::Approved,
    Fate::Approved,
    Fate::Withdrawn,
    Fate::Approved,
    Fate::Approved,
    Fate::SentBack,
    Fate::Approved,
    Fate::Awaits(3),
    Fate::Approved,
    Fate::Awaits(2),
    Fate::SentBack,
    Fate::Awaits(3),
    Fate::Awaits(2),
    Fate::Awaits(1),
    Fate::Awaits(1),
    Fate::Draft,
    Fate::Draft,
];

/// The desk while the story is told.
pub(super) struct Desk<'a> {
    pub(super) app: App,
    clock: Arc<StoppedClock>,
    pub(super) cast: &'a Cast,
    pub(super) end: DateTime<Utc>,
}

/// Tells the story on a book that nobody else has open, and gives the book back.
///
/// # Errors
/// Whatever an act of the story is answered: the sample company must keep the program's own rules.
pub fn tell(book: Book, cast: &Cast, now: DateTime<Utc>, dice: &mut Pcg64) -> Result<(), Fault> {
    let clock = Arc::new(StoppedClock::at(now));
    let home = book.folder().to_path_buf();
    let app = App::new(&home, clock.clone(), Arc::new(NoDialogs), Arc::new(MemoryVault::default()));
    app.set_book(Some(book));
    let desk = Desk { app, clock, cast, end: now };
    let days = 44_u64;
    for (nth, fate) in (0_u64..).zip(FATES) {
        let back = days - nth * days / FATES.len() as u64;
        desk.one(business_date(now) - Days::new(back), fate, dice)?;
    }
    desk.leads()?;
    desk.bargains()?;
    desk.contracts()?;
    desk.aim()?;
    desk.app.set_book(None);
    Ok(())
}

impl Desk<'_> {
    /// Moves the clock to an hour of a day in Shanghai, never past the present.
    pub(super) fn at(&self, day: NaiveDate, hour: u32, minute: u32) {
        let local = day.and_hms_opt(hour, minute, 0).unwrap_or_default();
        let instant = DateTime::from_naive_utc_and_offset(local - TimeDelta::hours(8), Utc);
        self.clock.set(instant.min(self.end));
    }

    pub(super) fn ask(&self, name: &str, request: &Value) -> Result<Value, Fault> {
        Ok(serde_json::from_str(&self.app.call(name, &request.to_string())?)?)
    }

    /// The seat is taken without a sign-in: nobody is at the door while the story is told.
    pub(super) fn sit(&self, person: i64) {
        self.app.desk().person_id = Some(person);
    }

    /// Targets of the last six months: what the company and each rep set out to sell.
    fn aim(&self) -> Result<(), Fault> {
        self.clock.set(self.end);
        self.sit(self.cast.assistant);
        for back in 0..6 {
            let day = business_date(self.end).checked_sub_months(Months::new(back)).unwrap_or_default();
            let whole = 100_000_000_i64;
            let aims =
                [(None, whole)].into_iter().chain(self.cast.reps.iter().map(|rep| (Some(*rep), whole / 4)));
            for (person_id, amount_fen) in aims {
                let request =
                    json!({ "ym": year_month(day), "person_id": person_id, "amount_fen": amount_fen });
                self.ask("target_set", &request)?;
            }
        }
        Ok(())
    }

    fn one(&self, day: NaiveDate, fate: Fate, dice: &mut Pcg64) -> Result<(), Fault> {
        let mut form = opening::form(self.cast, day, dice);
        while form.customer_name.contains('𬭎') {
            form = opening::form(self.cast, day, dice);
        }
        let (owner, terms) = (form.owner_id, form.terms.clone());
        let request = json!({
            "id": null, "version": null, "customer_id": form.customer_id, "contact_id": form.contact_id,
            "customer_order_number": format!("PO-{}", dice.random_range(1_000..9_999)),
            "contract_number": form.contract_number, "contract_signed_on": form.contract_signed_on,
            "contract_amount_fen": form.contract_amount, "invoice_title": form.invoice_title,
            "invoice_kind": "VatSpecial", "terms": terms, "delivery_address": form.delivery_address,
            "receiver": form.receiver, "receiver_phone": form.receiver_phone, "promised_on": form.promised_on,
            "owner_id": owner, "waiver_fen": form.waiver, "note": "",
            "lines": form.lines.iter().map(|line| json!({
                "product_id": line.product_id, "name": line.name, "spec": line.spec, "unit": line.unit,
                "quantity_milli": line.quantity, "price_micro": line.price, "discount": line.discount,
                "tax_rate": line.tax_rate, "customised": line.customised, "promised_on": null,
            })).collect::<Vec<_>>(),
        });
        self.at(day, 9, dice.random_range(0..60));
        self.sit(owner.unwrap_or(self.cast.assistant));
        let mut order = self.ask("order_save", &request)?;
        if fate == Fate::Draft {
            return Ok(());
        }
        order = self.ask("order_submit", &seen(&order))?;
        match fate {
            Fate::Awaits(level) => self.grant(order, day, 1..level).map(drop),
            Fate::Withdrawn => self.ask("order_withdraw", &seen(&order)).map(drop),
            Fate::SentBack => self.send_back(self.grant(order, day, 1..2)?, day, 2).map(drop),
            Fate::Resubmitted => {
                let order = self.send_back(self.grant(order, day, 1..2)?, day, 2)?;
                self.sit(owner.unwrap_or(self.cast.assistant));
                self.at(day, 15, 5);
                let order = self.ask("order_submit", &seen(&order))?;
                self.approve(order, day, dice).map(drop)
            }
            Fate::Approved => self.approve(order, day, dice).map(drop),
            _ => {
                let order = self.approve(order, day, dice)?;
                self.deliver(&order, fate == Fate::PartDelivered, dice)
            }
        }
    }

    /// All three levels, then the postman; some decisions are recorded by the assistant on behalf.
    fn approve(&self, order: Value, day: NaiveDate, dice: &mut Pcg64) -> Result<Value, Fault> {
        let order = self.grant(order, day, 1..4)?;
        if dice.random_bool(0.9) {
            self.app.post_once()?;
        }
        Ok(order)
    }

    fn decision(&self, order: &Value, level: usize, note: &str) -> Value {
        let decider = self.cast.deciders[level - 1];
        let on_behalf = level == 1
            && order["id"].as_i64().is_some_and(|id| id % 4 == 0)
            && order["computed"]["amount_fen"].as_i64().is_some_and(|fen| fen < 20_000_000);
        self.sit(if on_behalf { self.cast.assistant } else { decider });
        json!({
            "order_id": order["id"], "version": order["version"], "decider_id": decider,
            "given": if on_behalf { "WeChat" } else { "SignedIn" }, "evidence": null,
            "behalf_reason": if on_behalf { "出差在外，微信里答复同意" } else { "" }, "note": note,
        })
    }

    fn grant(&self, order: Value, day: NaiveDate, levels: std::ops::Range<usize>) -> Result<Value, Fault> {
        const OPINIONS: [&str; 3] = ["折扣在政策内", "账期可以接受", "排得开，按期可交"];
        let mut order = order;
        for level in levels {
            self.at(day, 10 + u32::try_from(level).unwrap_or(0), 20);
            let decision = self.decision(&order, level, OPINIONS[level - 1]);
            order = self.ask("approval_grant", &decision)?;
        }
        Ok(order)
    }

    fn send_back(&self, order: Value, day: NaiveDate, level: usize) -> Result<Value, Fault> {
        self.at(day, 14, 10);
        let decision = self.decision(&order, level, "质保金比例与合同不一致，请核对付款方式后重新提交");
        self.ask("approval_send_back", &decision)
    }

    /// Records what has arrived by now; an order of the story is never delivered in the future.
    fn deliver(&self, order: &Value, in_part: bool, dice: &mut Pcg64) -> Result<(), Fault> {
        let today = business_date(self.end);
        let promised: NaiveDate =
            order["draft"]["promised_on"].as_str().and_then(|text| text.parse().ok()).unwrap_or(today);
        let approved: NaiveDate =
            order["approved_on"].as_str().and_then(|text| text.parse().ok()).unwrap_or(today);
        let late = if dice.random_bool(0.12) { Days::new(4) } else { Days::new(0) };
        let on = (promised + late).min(today).max(approved);
        let lines: Vec<Value> = order["lines"]
            .as_array()
            .into_iter()
            .flatten()
            .take(if in_part { 1 } else { usize::MAX })
            .map(|line| {
                json!({
                    "line_id": line["id"], "quantity_milli": line["quantity_milli"], "delivered_on": on.to_string(),
                })
            })
            .collect();
        self.at(on, 17, 30);
        self.sit(self.cast.assistant);
        let request =
            json!({ "order_id": order["id"], "version": order["version"], "lines": lines, "note": "" });
        self.ask("delivery_record", &request).map(drop)
    }
}

fn seen(order: &Value) -> Value {
    json!({ "id": order["id"], "version": order["version"] })
}
