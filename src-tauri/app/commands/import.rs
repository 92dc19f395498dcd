//! Import: open, check, run, undo. All or nothing: one act, one entry of the history.

mod leads;

use chengdan_domain::order::{OrderOrigin, OrderState};
use chengdan_domain::people::Role;
use chengdan_domain::refusal::Refusal;
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::person::require;
use crate::App;
use crate::fault::Fault;
use crate::import::cell::Sheet;
use crate::import::known::{Known, KnownCustomer, KnownPerson, Link};
use crate::import::plan::{Plan, PlannedOrder, plan};
use crate::import::{field, guess, header, read_file, taken};
use crate::store::order::{NewDelivery, NewOrder, insert};
use crate::store::{Act, history, import, person, product};
use crate::views::import::*;
use crate::views::*;

/// Who may bring in and take back.
const MAY: [Role; 2] = [Role::Admin, Role::SalesAssistant];

/// What is in the file, and how it was taken last, or is probably meant.
///
/// # Errors
/// `TokenUnknown`, `FileNotWorkbook`, `FileTooLarge`, `FileHostile`.
pub fn open(app: &App, request: ImportOpen) -> Result<ImportOpened, Fault> {
    let file = File::read(app, &request.token)?;
    let kept = app.book()?.read(import::remembered)?;
    let recognised = guess::recognised(&file.sheets, kept);
    let remembered = recognised.is_some();
    let (mapping, sheets) = recognised.unwrap_or_else(|| {
        let sheets: Vec<SheetView> =
            file.sheets.iter().map(|sheet| guess::view(sheet, header::find(sheet))).collect();
        (guess::mapping(&sheets), sheets)
    });
    let fields = field::FIELDS.iter();
    Ok(ImportOpened {
        token: request.token,
        name: file.name,
        remembered,
        mapping,
        sheets,
        fields: fields
            .map(|field| FieldView {
                target: field.target,
                field: field.name.into(),
                required: field.required,
            })
            .collect(),
    })
}

/// One sheet, read again from the header row that the user names; its columns are guessed anew.
///
/// # Errors
/// As [`open`]; `SheetMissing`, `HeaderRowWrong`.
pub fn header(app: &App, request: ImportHeader) -> Result<SheetOpened, Fault> {
    let file = File::read(app, &request.token)?;
    let sheet = file.sheets.iter().find(|sheet| sheet.name == request.sheet);
    let sheet = sheet.ok_or_else(|| Refusal::SheetMissing { sheet: request.sheet.clone() })?;
    let view = guess::view(sheet, header::row(sheet, Some(request.header_row))?);
    Ok(SheetOpened { mapping: guess::sheet(&view, request.target), view })
}

/// The dry run: what would be written, and every cell that stands in its way.
///
/// # Errors
/// As [`open`]; `SheetMissing`, `HeaderRowWrong`, `ColumnMissing`, `FieldMissing` when the mapping does not fit the file.
pub fn check(app: &App, request: ImportAsk) -> Result<ImportReport, Fault> {
    let file = File::read(app, &request.token)?;
    let taken = fit(&file.sheets, &request.mapping)?;
    let (me, now) = (app.desk_person(), app.now());
    let known = app.book()?.read(|connection| known(connection, &request.mapping, me, now))?;
    Ok(plan(&taken, &known, app.today()).report())
}

/// The run: everything or nothing.
///
/// # Errors
/// As [`check`]; `NotSignedIn`, `RoleMissing`; `ImportHasErrors` when a cell is bad; `FieldMissing` when nobody of
/// the name that attests is known.
pub fn run(app: &App, request: ImportAsk) -> Result<ImportReport, Fault> {
    let me = require(app, &MAY)?;
    let file = File::read(app, &request.token)?;
    let taken = fit(&file.sheets, &request.mapping)?;
    let fingerprint = guess::fingerprint(&guess::views(&file.sheets, &request.mapping)?);
    let today = app.today();
    let report = app.book()?.act(app.now(), Some(me), |act| {
        let known = known(act.tx, &request.mapping, act.actor, act.now)?;
        let plan = plan(&taken, &known, today);
        if plan.findings.bad_count > 0 {
            return Err(Refusal::ImportHasErrors { count: plan.findings.bad_count }.into());
        }
        import::remember(act, &fingerprint, &request.mapping)?;
        write(act, &file, &request.mapping, &known, plan)
    })?;
    app.changed();
    Ok(report)
}

/// All imports, newest first.
pub fn list(app: &App, _request: Nothing) -> Result<ImportList, Fault> {
    Ok(ImportList { rows: app.book()?.read(import::list)? })
}

/// Takes an import back: a compensating entry; the first one stays in the history.
///
/// # Errors
/// `ImportUsedSince` with what was changed or used; `RowNotFound` when it was undone before.
pub fn undo(app: &App, request: ById) -> Result<ImportList, Fault> {
    let me = require(app, &MAY)?;
    app.book()?.act(app.now(), Some(me), |act| {
        let (name, sha256) = import::standing(act.tx, request.id)?;
        let what = import::used_since(act.tx, request.id)?;
        if !what.is_empty() {
            return Err(Refusal::ImportUsedSince { what }.into());
        }
        import::remove(act, request.id)?;
        let payload = history::Payload::note(name).change("sha256", sha256, "");
        history::record(act, "import_undo", "import", request.id, &payload)
    })?;
    app.changed();
    list(app, Nothing {})
}

/// A file as it was read.
struct File {
    name: String,
    sha256: String,
    sheets: Vec<Sheet>,
}

impl File {
    fn read(app: &App, token: &str) -> Result<File, Fault> {
        let path = app.desk().path(token).ok_or(Refusal::TokenUnknown)?;
        let (bytes, sheets) = read_file(&path)?;
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        Ok(File { name, sha256: history::hex(&Sha256::digest(&bytes)), sheets })
    }
}

fn fit<'a>(sheets: &'a [Sheet], mapping: &'a Mapping) -> Result<Vec<taken::Taken<'a>>, Fault> {
    taken::apply(sheets, mapping).map_err(|reasons| Fault::Refused { reasons })
}

fn known(
    connection: &Connection,
    mapping: &Mapping,
    me: Option<i64>,
    now: DateTime<Utc>,
) -> Result<Known, Fault> {
    let people = person::all(connection)?;
    let customers = import::customers(connection)?;
    let customer = |[id, code, name, region, industry]: [String; 5]| {
        Some(KnownCustomer { id: id.parse().ok()?, code, name, region, industry })
    };
    Ok(Known {
        people: people
            .into_iter()
            .map(|person| KnownPerson { id: person.id, code: person.code, name: person.name })
            .collect(),
        customers: customers.into_iter().filter_map(customer).collect(),
        products: product::all(connection)?,
        order_numbers: import::order_numbers(connection)?,
        leads: leads::known(connection, mapping, me, now)?,
    })
}

/// Ids and names of what the plan's links mean, once it is written.
struct Made {
    people: Vec<(i64, String)>,
    customers: Vec<i64>,
    products: Vec<i64>,
}

impl Made {
    fn id(link: Link, made: &[i64]) -> Option<i64> {
        match link {
            Link::Known(id) => Some(id),
            Link::New(place) => made.get(place).copied(),
        }
    }

    fn person(&self, link: Link, known: &Known) -> Option<(i64, String)> {
        match link {
            Link::Known(id) => {
                known.people.iter().find(|person| person.id == id).map(|person| (id, person.name.clone()))
            }
            Link::New(place) => self.people.get(place).cloned(),
        }
    }
}

fn write(
    act: &Act,
    file: &File,
    mapping: &Mapping,
    known: &Known,
    plan: Plan,
) -> Result<ImportReport, Fault> {
    let mut report = plan.report();
    let id = import::begin(act, &file.name, &file.sha256, mapping)?;
    let mut made = Made { people: Vec::new(), customers: Vec::new(), products: Vec::new() };
    for person in &plan.people {
        made.people.push((import::insert_person(act, id, person)?, person.name.clone()));
    }
    for customer in plan.customers {
        let owner = customer.owner.and_then(|link| made.person(link, known));
        let card = customer::CustomerCard { owner_id: owner.map(|(id, _)| id), ..customer.card };
        made.customers.push(import::insert_customer(act, id, &card, &customer.region)?);
    }
    for card in &plan.products {
        made.products.push(import::insert_product(act, id, card)?);
    }
    let attested = attested_by(act, mapping, known, &made)?;
    for order in plan.orders {
        insert(act, &new_order(order, id, &made, known, &attested))?;
    }
    for lead in plan.leads {
        leads::write(act, id, lead, &made, known)?;
    }
    import::finish(act, id, &report)?;
    let payload = history::Payload::note(&file.name)
        .change("sha256", "", &file.sha256)
        .change("customers", 0, report.customers)
        .change("products", 0, report.products)
        .change("people", 0, report.people)
        .change("orders", 0, report.orders)
        .change("lines", 0, report.lines)
        .change("leads", 0, report.leads)
        .change("amount_fen", 0, report.amount_fen.0)
        .change("attested_by", "", if report.orders > 0 { attested.1.as_str() } else { "" });
    history::record(act, "import_run", "import", id, &payload)?;
    report.import_id = Some(id);
    Ok(report)
}

/// The person who attests the 期初 orders: the named one, else who sits at the desk.
fn attested_by(act: &Act, mapping: &Mapping, known: &Known, made: &Made) -> Result<(i64, String), Fault> {
    let unknown = || Refusal::FieldMissing { field: "attested_by".into() };
    let mut people =
        known.people.iter().map(|person| (person.id, person.name.clone())).chain(made.people.clone());
    let found = match mapping.attested_by.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
        Some(name) => people.find(|(_, other)| other == name),
        None => people.find(|(id, _)| Some(*id) == act.actor),
    };
    Ok(found.ok_or_else(unknown)?)
}

/// O9: approved outside the book, dated by the mapped date; owes no letter and no tasks.
fn new_order(
    order: PlannedOrder,
    import_id: i64,
    made: &Made,
    known: &Known,
    attested: &(i64, String),
) -> NewOrder {
    let mut form = order.form;
    form.customer_id = Made::id(order.customer, &made.customers);
    let owner = order.owner.and_then(|link| made.person(link, known));
    let (owner_id, owner_name) = owner.unwrap_or_else(|| attested.clone());
    (form.owner_id, form.owner_name) = (Some(owner_id), owner_name);
    for (line, product) in form.lines.iter_mut().zip(order.products) {
        line.product_id = product.and_then(|link| Made::id(link, &made.products));
    }
    let deliveries = order.deliveries.into_iter();
    // Noon in Shanghai: the business date of this instant is the mapped date.
    let created_at =
        order.ordered_on.and_time(chrono::NaiveTime::default()).and_utc() + chrono::TimeDelta::hours(4);
    NewOrder {
        number: Some(order.number),
        state: OrderState::Opening,
        origin: OrderOrigin::Opening,
        creator_id: Some(attested.0),
        approved_on: Some(order.ordered_on),
        region: order.region,
        industry: order.industry,
        deliveries: deliveries
            .map(|(line, quantity, delivered_on)| NewDelivery { line, quantity, delivered_on })
            .collect(),
        import_id: Some(import_id),
        ..NewOrder::draft(form, created_at)
    }
}
