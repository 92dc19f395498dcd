//! Leads out of their sheets (L1): what was typed elsewhere, judged by the law of registration. Where a lead stands comes
//! from what is mapped; nothing is said of a rating that nobody of this book gave.

use chengdan_domain::lead::law::{LeadDoc, registration};
use chengdan_domain::lead::{Grade, LeadForm, LeadSource, LeadState};
use chengdan_domain::pasted::region_of;
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::{name_key, phone_key};
use chrono::{DateTime, Utc};

use super::Draft;
use super::masters::contact_of;
use crate::import::cell::Cell;
use crate::import::date::Near;
use crate::import::known::{KnownLeads, Link};
use crate::import::lead_words::{self, Judged, Standing};
use crate::import::moment::moment;
use crate::import::taken::{Findings, Record, Taken};
use crate::import::value::{self, Problem};

/// A lead to be registered.
#[derive(Debug, Clone)]
pub struct PlannedLead {
    pub form: LeadForm,
    pub registered_at: DateTime<Utc>,
    pub state: LeadState,
    pub grade: Option<Grade>,
    pub owner: Option<Link>,
    /// A customer of exactly this name.
    pub customer: Option<Link>,
    /// Why it is lost or invalid.
    pub reason: String,
}

impl Draft<'_> {
    pub(super) fn leads_of(&mut self, sheet: &Taken, known: &mut KnownLeads) {
        for record in sheet.records() {
            let Some(lead) = self.lead_of(&record, known) else { continue };
            let alike = known.names.contains(&name_key(&lead.form.customer));
            let called = known.phones.contains(&phone_key(&lead.form.phone));
            if !known.add(&lead.form) {
                self.skip(&record, named_by(&record));
                continue;
            }
            if alike {
                self.plan.findings.note(&record, "name", "similar_name");
            } else if called {
                self.plan.findings.note(&record, "contact_phone", "same_phone");
            }
            self.plan.leads.push(lead);
        }
    }

    /// The lead of a row; none when it is no lead any more, or a cell is bad.
    fn lead_of(&mut self, record: &Record, known: &KnownLeads) -> Option<PlannedLead> {
        let bad = self.plan.findings.bad_count;
        let owner = self.person(record);
        let findings = &mut self.plan.findings;
        let grade = findings.take(record, "grade", |cell| worded(cell, lead_words::grade));
        let standing = findings.take(record, "state", |cell| worded(cell, lead_words::standing));
        let (received_at, registered_at) = times(findings, record, known);
        let form = form_of(findings, record, received_at);
        judged(findings, record, &form, registered_at, known);
        if self.plan.findings.bad_count > bad {
            return None;
        }
        let grade = grade.unwrap_or(Judged::Unrated);
        let (state, grade) = match (standing.unwrap_or(Standing::Open), grade) {
            (Standing::Gone, _) => {
                self.plan.skipped += 1;
                self.plan.findings.note(record, "state", "no_lead");
                return None;
            }
            (Standing::Invalid, _) | (_, Judged::Invalid) => (LeadState::Invalid, None),
            (Standing::Lost, Judged::Grade(grade)) => (LeadState::Lost, Some(grade)),
            (Standing::Lost, Judged::Unrated) => (LeadState::Lost, None),
            // Whoever is named keeps it in view until it is rated; then it is assigned (L2, L3).
            (Standing::Open, Judged::Unrated) => (LeadState::New, None),
            (Standing::Open, Judged::Grade(grade)) if owner.is_some() => (LeadState::Assigned, Some(grade)),
            (Standing::Open, Judged::Grade(grade)) => (LeadState::Rated, Some(grade)),
        };
        let reason = if state.is_open() { String::new() } else { self.reason(record) };
        let customer = self.customers.by_name(&form.customer);
        Some(PlannedLead { form, registered_at, state, grade, owner, customer, reason })
    }

    /// What the file says of the end: its reason, else the words by which it is lost or invalid.
    fn reason(&mut self, record: &Record) -> String {
        let reason = self.plan.findings.lines(record, "reason", 1_000);
        let words = ["state", "grade"].map(|field| record.shown(field));
        Some(reason).into_iter().chain(words).find(|text| !text.is_empty()).unwrap_or_default()
    }
}

/// The field that names a lead, to point at it.
fn named_by(record: &Record) -> &'static str {
    if record.shown("name").is_empty() { "contact_name" } else { "name" }
}

fn worded<T>(cell: &Cell, meaning: impl Fn(&str) -> Option<T>) -> Result<T, Problem> {
    meaning(&value::line(cell)?).ok_or("out_of_range")
}

/// When it was received and registered. A day without its time is taken from the office's opening on, and not after what
/// comes later: registered without a word is now, received without a word is when it was registered.
fn times(findings: &mut Findings, record: &Record, known: &KnownLeads) -> (DateTime<Utc>, DateTime<Utc>) {
    let (now, office) = (known.facts.now, &known.office);
    let near = Near::UpTo(office.date(now));
    let mut at = |field: &str, latest: DateTime<Utc>| {
        let (day, time) = findings.take(record, field, |cell| moment(cell, near))?;
        let exact = office.instant(day, time.unwrap_or(office.opens));
        let same_day = time.is_none() && day == office.date(latest);
        Some(if same_day { exact.min(latest) } else { exact })
    };
    let registered_at = at("registered_at", now).unwrap_or(now);
    let latest = registered_at.min(now);
    (at("received_at", latest).unwrap_or(latest), registered_at)
}

fn form_of(findings: &mut Findings, record: &Record, received_at: DateTime<Utc>) -> LeadForm {
    // A contact without a name is named after the company there; a lead may do without.
    let ways = contact_of(findings, record);
    let (phone, wechat, email) =
        ways.map(|contact| (contact.phone, contact.wechat, contact.email)).unwrap_or_default();
    let mut text = |field: &str, most: usize| findings.text(record, field, most);
    let region = region_of(&text("region", 100));
    let told = text("source", 200);
    let source = lead_words::source(&told);
    let note = text("source_note", 200);
    let mut place = |field: &str, of_region: &String, most: usize| {
        let own = text(field, most);
        if own.is_empty() { of_region.clone() } else { own }
    };
    let (province, city, district) = (
        place("province", &region.province, 60),
        place("city", &region.city, 60),
        place("district", &region.district, 60),
    );
    LeadForm {
        customer: text("name", 200),
        contact: text("contact_name", 60),
        title: text("contact_title", 60),
        phone,
        wechat,
        email,
        industry: text("industry", 60),
        // A place that is none of the known ones is kept where lists show it.
        province: if province.is_empty() && city.is_empty() && district.is_empty() {
            region.street.clone()
        } else {
            province
        },
        city,
        district,
        // What the file calls it stays with it when it is none of the five.
        source_note: match (source, note.is_empty()) {
            (Some(_), _) => note,
            (None, true) => told.clone(),
            (None, false) if told.is_empty() => note,
            (None, false) => format!("{told}：{note}"),
        },
        source: source.unwrap_or(if told.is_empty() { LeadSource::default() } else { LeadSource::Other }),
        need: need_of(findings, record),
        received_at,
    }
}

/// What is wanted, with what the file says beside it: nothing is lost.
fn need_of(findings: &mut Findings, record: &Record) -> String {
    let mut parts = vec![findings.lines(record, "need", 8_000), findings.lines(record, "note", 1_000)];
    let last = findings.text(record, "last_contact_on", 100);
    if !last.is_empty() {
        parts.push(format!("{}：{last}", record.title("last_contact_on")));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

/// Asks the law of registration, and says at which cell it refuses.
fn judged(
    findings: &mut Findings,
    record: &Record,
    form: &LeadForm,
    registered_at: DateTime<Utc>,
    known: &KnownLeads,
) {
    // The door's own measure of a phone; what was written there beside it stays.
    if !form.phone.is_empty() && form.phone.chars().filter(char::is_ascii_digit).count() < 7 {
        findings.bad(record, "contact_phone", "bad_phone");
    }
    if [&form.phone, &form.wechat].into_iter().any(|way| way.chars().count() > 60) {
        findings.bad(record, "contact_phone", "too_long");
    }
    if registered_at > known.facts.now {
        findings.bad(record, "registered_at", "in_future");
    }
    let doc =
        LeadDoc { state: LeadState::New, form: form.clone(), registered_at, grade: None, owner_id: None };
    for reason in registration(&doc, &known.facts) {
        match reason {
            Refusal::FieldMissing { .. } => findings.bad(record, "name", "missing"),
            Refusal::NoWayOfContact => findings.bad(record, "contact_phone", "no_way_of_contact"),
            Refusal::FieldNotEmail { .. } => findings.bad(record, "contact_email", "bad_email"),
            Refusal::ReceivedInFuture { .. } => findings.bad(record, "received_at", "in_future"),
            Refusal::ReceivedAfterRegistration { .. } => {
                findings.bad(record, "received_at", "after_registration")
            }
            // Who may bring leads in is asked of the whole import.
            _ => {}
        }
    }
}
