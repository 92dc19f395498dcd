//! Customers and contacts.

use chengdan_domain::pasted;
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::clean_line;

use super::bin::put_contacts;
use super::check::Check;
use crate::App;
use crate::fault::Fault;
use crate::store::bin::refuse_taken_code;
use crate::store::{approval, customer, customer_list, outbox_list, person};
use crate::views::bin::BinKind;
use crate::views::customer::*;
use crate::views::order::DecisionPage;
use crate::views::outbox::LetterPage;
use crate::views::{ById, Find, PageOf};

/// A page of the list.
pub fn list(app: &App, request: CustomerListAsk) -> Result<CustomerPage, Fault> {
    app.book()?.read(|connection| customer_list::page(connection, &request))
}

/// Count and sums of what is filtered.
pub fn totals(app: &App, request: CustomerFilter) -> Result<CustomerTotals, Fault> {
    app.book()?.read(|connection| customer_list::totals(connection, &request))
}

/// A customer, whole.
pub fn view(app: &App, request: ById) -> Result<CustomerCard, Fault> {
    app.book()?.read(|connection| customer::get(connection, request.id))
}

/// Creates or changes a customer. Duplicates are warned of while typing ([`similar`]), not refused.
/// A contact that is left out goes into the bin.
///
/// # Errors
/// Field refusals, `TaxNumberWrong`, `CodeTaken`, `Stale`.
pub fn save(app: &App, mut request: CustomerCard) -> Result<CustomerCard, Fault> {
    let me = app.person_id()?;
    tidy(&mut request);
    check(&request)?;
    let id = app.book()?.act(app.now(), Some(me), |act| {
        refuse_taken_code(act.tx, BinKind::Customer, &request.code, request.id.unwrap_or_default())?;
        if let Some(id) = request.id {
            put_contacts(act, &customer::get(act.tx, id)?, &request)?;
        }
        customer::save(act, &request)
    })?;
    app.changed();
    view(app, ById { id })
}

/// Gives a customer another account manager. Nothing else of the card is looked at or changed, and orders keep theirs.
///
/// # Errors
/// `PersonInactive`, `RowNotFound`, `Stale`.
pub fn hand_over(app: &App, request: CustomerHandOver) -> Result<CustomerCard, Fault> {
    let me = app.person_id()?;
    app.book()?.act(app.now(), Some(me), |act| {
        if let Some(owner_id) = request.owner_id {
            let owner = person::get(act.tx, owner_id)?;
            if !owner.active {
                return Err(Refusal::PersonInactive { name: owner.name }.into());
            }
        }
        customer::hand_over(act, request.id, request.version, request.owner_id)
    })?;
    app.changed();
    view(app, ById { id: request.id })
}

/// Pasted names come with line breaks and blanks; one line is what was meant.
fn tidy(card: &mut CustomerCard) {
    for text in [
        &mut card.name,
        &mut card.short_name,
        &mut card.print_name,
        &mut card.invoice_title,
        &mut card.address,
    ] {
        *text = clean_line(text);
    }
    card.tax_number = card.tax_number.trim().to_uppercase();
    for contact in &mut card.contacts {
        contact.name = clean_line(&contact.name);
        contact.email = contact.email.trim().to_string();
        contact.phone = contact.phone.trim().to_string();
    }
}

fn check(card: &CustomerCard) -> Result<(), Fault> {
    let mut check = Check::default();
    check
        .line("name", &card.name, true, 200)
        .line("short_name", &card.short_name, false, 60)
        .line("print_name", &card.print_name, false, 200)
        .line("code", &card.code, false, 40)
        .line("tax_number", &card.tax_number, false, 40)
        .line("invoice_title", &card.invoice_title, false, 200)
        .line("industry", &card.industry, false, 60)
        .line("province", &card.province, false, 60)
        .line("city", &card.city, false, 60)
        .line("district", &card.district, false, 60)
        .line("address", &card.address, false, 300)
        .line("bank_name", &card.bank_name, false, 100)
        .line("bank_account", &card.bank_account, false, 60)
        .phone("phone", &card.phone)
        .lines("note", &card.note, 10_000);
    if let Err(reason) = chengdan_domain::tax_number::check_tax_number(&card.tax_number) {
        check.add(reason);
    }
    for (row, contact) in card.contacts.iter().enumerate() {
        let field = |name: &str| format!("contacts.{row}.{name}");
        check
            .line(&field("name"), &contact.name, true, 60)
            .line(&field("title"), &contact.title, false, 60)
            .line(&field("salutation"), &contact.salutation, false, 30)
            .line(&field("wechat"), &contact.wechat, false, 60)
            .line(&field("email"), &contact.email, false, 254)
            .email(&field("email"), &contact.email)
            .phone(&field("phone"), &contact.phone);
    }
    if card.contacts.iter().filter(|contact| contact.main).count() > 1 {
        check.add(Refusal::FieldOutOfRange { field: "contacts.main".into(), row: None, least: 0, most: 1 });
    }
    check.done()
}

/// Who looks like the customer being typed (L6).
pub fn similar(app: &App, request: SimilarAsk) -> Result<Vec<Similar>, Fault> {
    app.book()?.read(|connection| customer::similar(connection, &request))
}

/// Splits a pasted block into what a card asks for. Nothing is written and nothing is asked of anybody else.
///
/// # Errors
/// `FieldTooLong` above 20,000 characters.
pub fn text_split(_app: &App, request: PastedText) -> Result<Pasted, Fault> {
    let parts = pasted::split(&request.text).map_err(Fault::from)?;
    Ok(Pasted { parts: counted_as_the_page_does(&request.text, parts) })
}

/// Bytes become units of UTF-16, in one walk over the text.
fn counted_as_the_page_does(text: &str, parts: Vec<pasted::Part>) -> Vec<PastedPart> {
    let (mut at, mut units) = (0, 0);
    let mut units_until = |byte: usize| {
        units += text[at..byte].encode_utf16().count();
        at = byte;
        units
    };
    let view = |part: pasted::Part| {
        let (start, end) = (units_until(part.start), units_until(part.end));
        let region = (part.kind == pasted::PartKind::Address).then(|| PastedRegion::of(&part.value));
        PastedPart {
            kind: part.kind,
            value: part.value,
            start,
            end,
            confidence: part.confidence,
            problems: part.problems,
            region,
        }
    };
    parts.into_iter().map(view).collect()
}

/// Customers found while typing.
pub fn find(app: &App, request: Find) -> Result<Vec<CustomerFound>, Fault> {
    app.book()?.read(|connection| customer::find(connection, &request.text, request.limit))
}

/// 往来: the letters to a customer, newest first.
pub fn letters(app: &App, request: PageOf) -> Result<LetterPage, Fault> {
    app.book()?.read(|connection| outbox_list::of_customer(connection, &request))
}

/// 审批: the decisions about a customer's orders, newest first.
pub fn approvals(app: &App, request: PageOf) -> Result<DecisionPage, Fault> {
    app.book()?.read(|connection| approval::of_customer(connection, &request))
}
