//! Workbooks: the month's report, the 订单信息表 of what is filtered, the 客户信息表.

use std::path::PathBuf;

use chengdan_domain::lead::{Grade, LeadState};
use chengdan_domain::month::Month;
use chengdan_domain::opportunity::Stage;
use chengdan_domain::payment::{PaymentTerms, sentence_en, sentence_zh};
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::{clean_line, safe_file_name};

use crate::App;
use crate::clock::{business_date, company_time};
use crate::fault::Fault;
use crate::paper::book::Tongue;
use crate::paper::customer_sheet::{self, CustomerLine};
use crate::paper::month_book::{self, Compared, MonthFacts};
use crate::paper::{order_sheet as sheet, table};
use crate::store::customer_list::CustomerSheetRow;
use crate::store::lead::grade_of;
use crate::store::lead_list::LeadSheetRow;
use crate::store::{customer_list, lead_list, month, order, order_sheet, person, setting};
use crate::views::Written;
use crate::views::book::Language;
use crate::views::customer::{CustomerFilter, CustomerListAsk};
use crate::views::lead::LeadFilter;
use crate::views::month::MonthWorkbook;
use crate::views::order::{OrderExport, OrderListAsk};
use crate::views::table::TableExport;

/// More columns than any list shows.
const MOST_COLUMNS: usize = 60;

fn sentence(language: Language) -> fn(&PaymentTerms) -> String {
    match language {
        Language::Zh => sentence_zh,
        Language::En => sentence_en,
    }
}

/// Where a workbook goes when no dialog said where: `<book>/reports/`.
fn place(app: &App, token: Option<&str>, stem: &str) -> Result<PathBuf, Fault> {
    match token {
        Some(token) => app.desk().path(token).ok_or_else(|| Refusal::TokenUnknown.into()),
        None => Ok(app.book()?.folder().join("reports").join(safe_file_name(stem, "xlsx"))),
    }
}

fn written(path: &std::path::Path) -> Written {
    Written { path: path.display().to_string() }
}

/// The month's report.
///
/// # Errors
/// `MonthOutOfRange`, `TokenUnknown`, `DiskFull`.
pub fn month(app: &App, request: MonthWorkbook) -> Result<Written, Fault> {
    let ym = request.ym;
    let asked = Month::of(ym).ok_or(Refusal::MonthOutOfRange { ym })?;
    let (now, book, desk) = (app.now(), app.book()?, app.desk_person());
    let today = business_date(now);
    let path = book.read_apart(|connection| {
        let language = setting::language(connection)?;
        let compared = |months| {
            let other = asked.back(months);
            let (lines, orders) = month::punctuality(connection, other, today)?;
            Ok::<_, Fault>(Compared { amount: month::amount(connection, other)?, lines, orders })
        };
        let maker = desk.map(|id| person::brief(connection, id)).transpose()?.flatten();
        let facts = MonthFacts {
            company: setting::company(connection)?.name,
            language,
            today,
            cut_off: company_time(now),
            made_by: maker.map_or_else(String::new, |maker| maker.name),
            view: month::view(connection, asked, today)?,
            previous: compared(1)?,
            last_year: compared(12)?,
        };
        let stem = format!("{}_{}-{:02}", month_book::title(language), ym / 100, ym % 100);
        let path = place(app, request.token.as_deref(), &stem)?;
        month_book::write(&path, &facts, |visit| {
            order_sheet::month_lines(connection, asked, today, &sentence(language), visit)
        })?;
        Ok(path)
    })?;
    Ok(written(&path))
}

/// The 订单信息表 of exactly what is filtered.
///
/// # Errors
/// `DiskFull`.
pub fn orders(app: &App, request: OrderExport) -> Result<Written, Fault> {
    let (now, book) = (app.now(), app.book()?);
    let today = business_date(now);
    let path = book.read_apart(|connection| {
        let language = setting::language(connection)?;
        let stem = format!("{}_{}", sheet::title(language), company_time(now).replace(':', ""));
        let path = place(app, None, &stem)?;
        let company = setting::company(connection)?.name;
        let mut ask = OrderListAsk {
            filter: request.filter.clone(),
            sort: "number".into(),
            descending: false,
            after: None,
            limit: 500,
        };
        sheet::write(&path, language, &company, today, |push| {
            loop {
                let page = order::list::page(connection, &ask, &today.to_string())?;
                let ids: Vec<i64> = page.rows.iter().map(|row| row.id).collect();
                order_sheet::lines_of(connection, &ids, today, &sentence(language), push)?;
                ask.after = page.next;
                if ask.after.is_none() {
                    return Ok(());
                }
            }
        })?;
        Ok(path)
    })?;
    Ok(written(&path))
}

/// A list exactly as it is shown. The page brings titles and cells, the core writes them as numbers, dates and text.
///
/// # Errors
/// `TableTooLong`, `FieldOutOfRange`, `DiskFull`.
pub fn table(app: &App, request: TableExport) -> Result<Written, Fault> {
    let count = |length: usize| i64::try_from(length).unwrap_or(i64::MAX);
    let (now, found, most) = (app.now(), request.rows.len(), table::MOST_ROWS);
    if found > most {
        return Err(Refusal::TableTooLong { most: count(most), found: count(found) }.into());
    }
    if !(1..=MOST_COLUMNS).contains(&request.columns.len()) {
        let most = count(MOST_COLUMNS);
        return Err(Refusal::FieldOutOfRange { field: "columns".into(), row: None, least: 1, most }.into());
    }
    let (language, company) = app
        .book()?
        .read(|connection| Ok((setting::language(connection)?, setting::company(connection)?.name)))?;
    let stem = format!("{}_{}", clean_line(&request.title), company_time(now).replace(':', ""));
    let path = place(app, None, &stem)?;
    table::write(&path, language, &company, business_date(now), &request)?;
    Ok(written(&path))
}

/// The 客户信息表 of what is filtered. 需求阶段 and 跟进状态 come from orders until leads are kept.
///
/// # Errors
/// `DiskFull`.
pub fn customers(app: &App, request: CustomerListAsk) -> Result<Written, Fault> {
    let (now, book) = (app.now(), app.book()?);
    let path = book.read_apart(|connection| {
        let language = setting::language(connection)?;
        let tongue = Tongue(language);
        let stem = tongue.say("客户信息表", "Customers");
        let path = place(app, None, &format!("{stem}_{}", company_time(now).replace(':', "")))?;
        let company = setting::company(connection)?.name;
        customer_sheet::write(&path, language, &company, business_date(now), |push| {
            customer_list::sheet(connection, &request.filter, &mut |row| push(&customer_line(tongue, row)))?;
            match leads_of(&request.filter) {
                Some(filter) => {
                    lead_list::sheet(connection, &filter, &mut |row| push(&lead_line(tongue, row)))
                }
                None => Ok(()),
            }
        })?;
        Ok(path)
    })?;
    Ok(written(&path))
}

fn customer_line<'a>(tongue: Tongue, row: &'a CustomerSheetRow) -> CustomerLine<'a> {
    CustomerLine {
        name: &row.name,
        contact: &row.contact,
        title: &row.title,
        phone: &row.phone,
        industry: &row.industry,
        stage: row.stage.map_or_else(|| tongue.say("线索培育", "Lead"), |stage| stage_words(tongue, stage)),
        follow_up: follow_up(tongue, row.grade.as_deref().and_then(grade_of)),
        owner: &row.owner,
        last_contact_on: row.last_contact_on.clone().max(row.followed_at.as_deref().and_then(day_of)),
        note: &row.note,
    }
}

/// 需求阶段
fn stage_words(tongue: Tongue, stage: Stage) -> &'static str {
    match stage {
        Stage::Survey => tongue.say("需求调研", "Survey"),
        Stage::Solution => tongue.say("方案洽谈", "Solution"),
        Stage::Negotiation => tongue.say("报价谈判", "Negotiation"),
        Stage::Contract => tongue.say("合同", "Contract"),
        Stage::Won => tongue.say("成交", "Won"),
        Stage::Lost => tongue.say("输单", "Lost"),
    }
}

fn lead_line<'a>(tongue: Tongue, row: &'a LeadSheetRow) -> CustomerLine<'a> {
    let lost = row.state == LeadState::Lost;
    CustomerLine {
        name: &row.name,
        contact: &row.contact,
        title: &row.title,
        phone: &row.phone,
        industry: &row.industry,
        stage: if lost { tongue.say("输单", "Lost") } else { tongue.say("线索培育", "Lead") },
        follow_up: match row.state {
            LeadState::Invalid => tongue.say("无效", "Invalid"),
            _ => follow_up(tongue, row.grade),
        },
        owner: &row.owner,
        last_contact_on: row.followed_at.as_deref().and_then(day_of),
        note: &row.need,
    }
}

/// 跟进状态
fn follow_up(tongue: Tongue, grade: Option<Grade>) -> &'static str {
    match grade {
        Some(Grade::A) => tongue.say("A类", "A"),
        Some(Grade::B) => tongue.say("B类", "B"),
        Some(Grade::C) => tongue.say("C类", "C"),
        None => tongue.say("未评级", "Unrated"),
    }
}

/// The day of an instant of the book.
fn day_of(at: &str) -> Option<String> {
    at.parse().ok().map(|at| business_date(at).to_string())
}

/// The leads that stand in the table beside these customers; none when it is asked for what only customers have.
fn leads_of(filter: &CustomerFilter) -> Option<LeadFilter> {
    let CustomerFilter { ordered, last_from, last_before, least_fen, most_fen, stages, .. } = filter;
    let of_orders = *ordered == Some(true) || last_from.is_some() || last_before.is_some();
    let beside = !of_orders && stages.is_empty() && least_fen.is_none() && most_fen.is_none();
    beside.then(|| LeadFilter {
        text: filter.text.clone(),
        owner_id: filter.owner_id,
        no_owner: filter.no_owner,
        industry: filter.industry.clone(),
        region: filter.region.clone(),
        ..LeadFilter::default()
    })
}
