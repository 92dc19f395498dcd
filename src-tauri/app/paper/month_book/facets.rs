//! Sheets ⑤ to ⑧: the month by product and category, region and industry, person against target, customer.

use chengdan_domain::money::Money;
use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, Worksheet,
};

use super::Setting;
use super::table::{self, Cell, growth, ratio};
use crate::fault::Fault;
use crate::paper::book::{self, ACCENT, Column, SOFT, figures, words};
use crate::views::month::FacetRow;

/// How many rows a TOP list shows; the rest is one row 「其他」.
const TOP_ROWS: usize = 10;

/// The column of 金额(万元), which charts show.
const CHARTED: u16 = 5;
/// The column of the person's target in 万元.
const CHARTED_TARGET: u16 = 13;

/// What a table adds to the usual columns.
#[derive(Clone, Copy, PartialEq, Eq)]
enum More {
    Nothing,
    Target,
    NewOrOld,
}

/// One table of a sheet.
struct Facet<'a> {
    sheet_name: &'static str,
    heading: &'static str,
    name: &'static str,
    rows: &'a [FacetRow],
    more: More,
    /// An order has several products and categories: their numbers of orders do not add up.
    orders_add_up: bool,
    most: usize,
}

/// ⑤
pub fn products(setting: &Setting, sheet: &mut Worksheet) -> Result<(), Fault> {
    let (tongue, view) = (setting.tongue, &setting.facts.view);
    let products = Facet {
        sheet_name: setting.names()[4],
        heading: tongue.say("产品 TOP10", "Products, top 10"),
        name: tongue.say("产品", "Product"),
        rows: &view.products,
        more: More::Nothing,
        orders_add_up: false,
        most: TOP_ROWS,
    };
    let next = facet(setting, sheet, 3, &products)?;
    let categories = Facet {
        heading: tongue.say("产品类别", "Categories"),
        name: tongue.say("类别", "Category"),
        rows: &view.categories,
        most: usize::MAX,
        ..products
    };
    facet(setting, sheet, next, &categories)?;
    Ok(())
}

/// ⑥
pub fn regions(setting: &Setting, sheet: &mut Worksheet) -> Result<(), Fault> {
    let (tongue, view) = (setting.tongue, &setting.facts.view);
    let regions = Facet {
        sheet_name: setting.names()[5],
        heading: tongue.say("区域", "Regions"),
        name: tongue.say("区域", "Region"),
        rows: &view.regions,
        more: More::Nothing,
        orders_add_up: true,
        most: 34,
    };
    let next = facet(setting, sheet, 3, &regions)?;
    let industries = Facet {
        heading: tongue.say("客户行业", "Industries"),
        name: tongue.say("行业", "Industry"),
        rows: &view.industries,
        ..regions
    };
    facet(setting, sheet, next, &industries)?;
    Ok(())
}

/// ⑦
pub fn people(setting: &Setting, sheet: &mut Worksheet) -> Result<(), Fault> {
    let tongue = setting.tongue;
    let people = Facet {
        sheet_name: setting.names()[6],
        heading: tongue.say("业务员：目标与实际", "People: target and actual"),
        name: tongue.say("业务员", "Person"),
        rows: &setting.facts.view.people,
        more: More::Target,
        orders_add_up: true,
        most: usize::MAX,
    };
    facet(setting, sheet, 3, &people)?;
    Ok(())
}

/// ⑧
pub fn customers(setting: &Setting, sheet: &mut Worksheet) -> Result<(), Fault> {
    let tongue = setting.tongue;
    let customers = Facet {
        sheet_name: setting.names()[7],
        heading: tongue.say("客户 TOP10", "Customers, top 10"),
        name: tongue.say("客户", "Customer"),
        rows: &setting.facts.view.customers,
        more: More::NewOrOld,
        orders_add_up: true,
        most: TOP_ROWS,
    };
    let next = facet(setting, sheet, 3, &customers)?;
    new_and_old(setting, sheet, next)
}

fn columns(setting: &Setting, facet: &Facet) -> Vec<Column> {
    let tongue = setting.tongue;
    let mut columns = vec![
        figures(tongue.say("序号", "No."), 6.0),
        words(facet.name, 34.0),
        figures(tongue.say("订单数", "Orders"), 9.0),
        figures(tongue.say("数量", "Quantity"), 11.0),
        figures(tongue.say("金额(元)", "Amount (CNY)"), 16.0),
        figures(tongue.say("金额(万元)", "Amount (10k)"), 11.5),
        figures(tongue.say("占比", "Share"), 9.0),
        figures(tongue.say("上月(元)", "Previous (CNY)"), 16.0),
        figures(tongue.say("环比", "MoM"), 10.0),
        figures(tongue.say("去年同月(元)", "Last year (CNY)"), 16.0),
        figures(tongue.say("同比", "YoY"), 10.0),
    ];
    match facet.more {
        More::Nothing => {}
        More::Target => columns.extend([
            figures(tongue.say("目标(元)", "Target (CNY)"), 16.0),
            figures(tongue.say("完成率", "Reached"), 10.0),
            figures(tongue.say("目标(万元)", "Target (10k)"), 11.5),
        ]),
        More::NewOrOld => columns.push(words(tongue.say("新/老", "New/old"), 8.0)),
    }
    columns
}

/// Writes a heading, a table and its chart from row `top` on; answers the next free row.
fn facet(setting: &Setting, sheet: &mut Worksheet, top: u32, facet: &Facet) -> Result<u32, Fault> {
    let (look, tongue) = (&setting.look, setting.tongue);
    let columns = columns(setting, facet);
    if top == 3 {
        sheet.set_portrait();
        book::widths(sheet, &columns)?;
        sheet.set_freeze_panes(top + 2, 2)?;
    }
    sheet.write_string_with_format(top, 0, facet.heading, &look.heading)?;
    book::header(sheet, look, top + 1, &columns)?;
    let first = top + 2;
    let shown = &facet.rows[..facet.rows.len().min(facet.most)];
    let total = setting.facts.view.amount.amount_fen.unwrap_or_default();
    let sum = Money(shown.iter().map(|row| row.amount_fen.0).sum());
    let has_rest = sum != total;
    let count = u32::try_from(shown.len()).unwrap_or(0);
    let total_row = first + count + u32::from(has_rest);
    for (row, (number, entry)) in (first..).zip((1_i64..).zip(shown)) {
        let cells = entry_cells(facet, number, entry, row + 1, total_row + 1, total, tongue);
        table::row(sheet, look, row, &cells, false)?;
    }
    if has_rest {
        let row = first + count;
        let rest = book::yuan(Money(total.0 - sum.0));
        let cells = rest_cells(setting, facet, columns.len(), first, row, total_row, rest);
        table::row(sheet, look, row, &cells, false)?;
    }
    let cells = total_cells(setting, facet, first, total_row, total);
    table::row(sheet, look, total_row, &cells, true)?;
    if count == 0 {
        return Ok(total_row + 2);
    }
    let chart = chart(setting, facet, first, first + count - 1);
    sheet.insert_chart_with_offset(total_row + 2, 1, &chart, 0, 0)?;
    Ok(total_row + 2 + chart_rows(count) + 1)
}

fn entry_cells(
    facet: &Facet,
    number: i64,
    entry: &FacetRow,
    r: u32,
    total_r: u32,
    total: Money,
    tongue: crate::paper::book::Tongue,
) -> Vec<Cell> {
    let amount = book::yuan(entry.amount_fen);
    let here = |col: &str| format!("{col}{r}");
    let name =
        if entry.name.is_empty() { tongue.say("（未填）", "(none)").into() } else { entry.name.clone() };
    let mut cells = vec![
        Cell::Count(number),
        Cell::Text(name),
        Cell::Count(entry.orders),
        Cell::Quantity(entry.quantity_milli),
        Cell::Money(Some(entry.amount_fen)),
        Cell::MoneyLive(format!("=E{r}/10000"), amount / 10_000.0),
        ratio(&here("E"), &format!("E${total_r}"), amount, Some(book::yuan(total))),
        Cell::Money(entry.previous_fen),
        growth(&here("E"), &here("H"), amount, entry.previous_fen.map(book::yuan)),
        Cell::Money(entry.last_year_fen),
        growth(&here("E"), &here("J"), amount, entry.last_year_fen.map(book::yuan)),
    ];
    match facet.more {
        More::Nothing => {}
        More::Target => {
            let target = entry.target_fen.map(book::yuan);
            cells.push(Cell::Money(entry.target_fen));
            cells.push(ratio(&here("E"), &here("L"), amount, target));
            cells.push(Cell::MoneyLive(format!("=N(L{r})/10000"), target.unwrap_or(0.0) / 10_000.0));
        }
        More::NewOrOld => {
            let words = if entry.is_new { tongue.say("新", "new") } else { tongue.say("老", "old") };
            cells.push(Cell::Text(words.into()));
        }
    }
    cells
}

/// 「其他」: what the list leaves out.
fn rest_cells(
    setting: &Setting,
    facet: &Facet,
    width: usize,
    first: u32,
    row: u32,
    total_row: u32,
    rest: f64,
) -> Vec<Cell> {
    let total = setting.facts.view.amount.amount_fen.map_or(0.0, book::yuan);
    let amount = if row > first {
        format!("={}-SUM(E{}:E{row})", setting.amount_cell, first + 1)
    } else {
        format!("={}", setting.amount_cell)
    };
    let r = row + 1;
    let mut cells = vec![
        Cell::Blank,
        Cell::Text(setting.tongue.say("其他", "Others").into()),
        Cell::Blank,
        Cell::Blank,
        Cell::MoneyLive(amount, rest),
        Cell::MoneyLive(format!("=E{r}/10000"), rest / 10_000.0),
        ratio(&format!("E{r}"), &format!("E${}", total_row + 1), rest, Some(total)),
    ];
    if facet.orders_add_up {
        let all = setting.facts.view.amount.orders;
        let shown: i64 = facet.rows.iter().take(facet.most).map(|row| row.orders).sum();
        cells[2] = Cell::Count(all - shown);
    }
    cells.resize_with(width, || Cell::Blank);
    cells
}

fn total_cells(setting: &Setting, facet: &Facet, first: u32, total_row: u32, total: Money) -> Vec<Cell> {
    let (facts, r) = (setting.facts, total_row + 1);
    let range = |col: &str| {
        if total_row > first { format!("=SUM({col}{}:{col}{total_row})", first + 1) } else { "=0".into() }
    };
    let amount = book::yuan(total);
    let orders = if facet.orders_add_up {
        Cell::CountLive(range("C"), book::number(facts.view.amount.orders))
    } else {
        Cell::Blank
    };
    let (before, year) = (facts.previous.amount.amount_fen, facts.last_year.amount.amount_fen);
    let mut cells = vec![
        Cell::Text(setting.tongue.say("合计", "Total").into()),
        Cell::Blank,
        orders,
        Cell::Blank,
        Cell::MoneyLive(range("E"), amount),
        Cell::MoneyLive(range("F"), amount / 10_000.0),
        ratio(&format!("E{r}"), &format!("E{r}"), amount, Some(amount)),
        Cell::Money(before),
        growth(&format!("E{r}"), &format!("H{r}"), amount, before.map(book::yuan)),
        Cell::Money(year),
        growth(&format!("E{r}"), &format!("J{r}"), amount, year.map(book::yuan)),
    ];
    match facet.more {
        More::Nothing => {}
        More::Target => {
            let sum: i64 = facet.rows.iter().filter_map(|row| row.target_fen).map(|target| target.0).sum();
            let target = book::yuan(Money(sum));
            cells.push(Cell::MoneyLive(range("L"), target));
            cells.push(ratio(&format!("E{r}"), &format!("L{r}"), amount, Some(target)));
            cells.push(Cell::MoneyLive(range("N"), target / 10_000.0));
        }
        More::NewOrOld => cells.push(Cell::Blank),
    }
    cells
}

/// Rows of 19 points that a chart of so many bars covers.
fn chart_rows(count: u32) -> u32 {
    chart_height(count).div_ceil(20)
}

fn chart_height(count: u32) -> u32 {
    (90 + 26 * count).clamp(180, 420)
}

/// Bars, the largest on top; people also show their target.
fn chart(setting: &Setting, facet: &Facet, first: u32, last: u32) -> Chart {
    let tongue = setting.tongue;
    let range = |col: u16| (facet.sheet_name, first, col, last, col);
    let fill = |color| ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(color)).clone();
    let mut chart = Chart::new_bar();
    let mut label = ChartDataLabel::new();
    label.show_value().set_num_format("#,##0.00").set_font(ChartFont::new().set_size(9));
    chart
        .add_series()
        .set_name(if facet.more == More::Target {
            tongue.say("实际", "Actual")
        } else {
            tongue.say("金额", "Amount")
        })
        .set_categories(range(1))
        .set_values(range(CHARTED))
        .set_gap(50)
        .set_data_label(&label)
        .set_format(&mut fill(ACCENT));
    if facet.more == More::Target {
        chart
            .add_series()
            .set_name(tongue.say("目标", "Target"))
            .set_categories(range(1))
            .set_values(range(CHARTED_TARGET))
            .set_format(&mut fill(SOFT));
        chart.legend().set_position(ChartLegendPosition::Bottom);
    } else {
        chart.legend().set_hidden();
    }
    let unit = tongue.say("万元", "10k CNY");
    chart.title().set_name(&format!("{}（{unit}）", facet.heading)).set_font(ChartFont::new().set_size(12));
    // Of a bar chart the names stand on the y axis; the largest comes first.
    chart.y_axis().set_reverse();
    chart.x_axis().set_num_format("#,##0").set_major_gridlines_line(ChartLine::new().set_color(0xE3_E5_EC));
    let count = (last - first + 1) * if facet.more == More::Target { 2 } else { 1 };
    chart.set_width(860).set_height(chart_height(count));
    chart
}

/// 新老客户: how many, and how much.
fn new_and_old(setting: &Setting, sheet: &mut Worksheet, top: u32) -> Result<(), Fault> {
    let (look, tongue, facts) = (&setting.look, setting.tongue, setting.facts);
    sheet.write_string_with_format(top, 0, tongue.say("新老客户", "New and old customers"), &look.heading)?;
    let columns = [
        words("", 6.0),
        words(tongue.say("客户", "Customers"), 34.0),
        figures(tongue.say("家数", "Number"), 9.0),
        words("", 11.0),
        figures(tongue.say("金额(元)", "Amount (CNY)"), 16.0),
        figures(tongue.say("金额(万元)", "Amount (10k)"), 11.5),
        figures(tongue.say("占比", "Share"), 9.0),
    ];
    book::header(sheet, look, top + 1, &columns)?;
    let amount = facts.view.amount.amount_fen.unwrap_or_default();
    let (new, all) = (facts.view.amount.new_customers, facts.view.amount.customers);
    let new_fen = facts.view.amount.new_customers_fen;
    let first = top + 2;
    let parts = [
        (tongue.say("新客户", "New"), new, new_fen),
        (tongue.say("老客户", "Old"), all - new, Money(amount.0 - new_fen.0)),
    ];
    for (row, (name, count, part)) in (first..).zip(parts) {
        let (r, value) = (row + 1, book::yuan(part));
        let cells = [
            Cell::Blank,
            Cell::Text(name.into()),
            Cell::Count(count),
            Cell::Blank,
            Cell::Money(Some(part)),
            Cell::MoneyLive(format!("=E{r}/10000"), value / 10_000.0),
            ratio(&format!("E{r}"), &format!("E${}", first + 3), value, Some(book::yuan(amount))),
        ];
        table::row(sheet, look, row, &cells, false)?;
    }
    let range = |col: &str| format!("=SUM({col}{}:{col}{})", first + 1, first + 2);
    let value = book::yuan(amount);
    let r = first + 3;
    let cells = [
        Cell::Text(tongue.say("合计", "Total").into()),
        Cell::Blank,
        Cell::CountLive(range("C"), book::number(all)),
        Cell::Blank,
        Cell::MoneyLive(range("E"), value),
        Cell::MoneyLive(range("F"), value / 10_000.0),
        ratio(&format!("E{r}"), &format!("E{r}"), value, Some(value)),
    ];
    table::row(sheet, look, first + 2, &cells, true)
}
