//! Sheet ④: twelve months and the same months of the year before, as table and chart.

use chengdan_domain::money::Money;
use rust_xlsxwriter::{Chart, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, Worksheet};

use super::Setting;
use super::table::{self, Cell, growth};
use crate::fault::Fault;
use crate::paper::book::{self, ACCENT, figures, words};

const TOP: u32 = 4;

/// Writes the sheet.
pub fn fill(setting: &Setting, sheet: &mut Worksheet) -> Result<(), Fault> {
    let tongue = setting.tongue;
    let columns = [
        words(tongue.say("月份", "Month"), 12.0),
        figures(tongue.say("订单数", "Orders"), 10.0),
        figures(tongue.say("成交金额(元)", "Amount (CNY)"), 18.0),
        figures(tongue.say("去年同月(元)", "Last year (CNY)"), 18.0),
        figures(tongue.say("同比", "YoY"), 11.0),
        figures(tongue.say("成交金额(万元)", "Amount (10k)"), 16.0),
        figures(tongue.say("去年同月(万元)", "Last year (10k)"), 16.0),
    ];
    book::widths(sheet, &columns)?;
    book::header(sheet, &setting.look, TOP - 1, &columns)?;
    sheet.set_freeze_panes(TOP, 1)?;
    let points = &setting.facts.view.trend;
    for (row, point) in (TOP..).zip(points) {
        let r = row + 1;
        let (now, before) = (book::yuan(point.amount_fen), point.last_year_fen.map(book::yuan));
        let cells = [
            Cell::Text(format!("{}-{:02}", point.ym / 100, point.ym % 100)),
            Cell::Count(point.orders),
            Cell::Money(Some(point.amount_fen)),
            Cell::Money(point.last_year_fen),
            growth(&format!("C{r}"), &format!("D{r}"), now, before),
            Cell::MoneyLive(format!("=C{r}/10000"), now / 10_000.0),
            Cell::MoneyLive(format!("=N(D{r})/10000"), before.unwrap_or(0.0) / 10_000.0),
        ];
        table::row(sheet, &setting.look, row, &cells, false)?;
    }
    let last = TOP + u32::try_from(points.len()).unwrap_or(0);
    totals(setting, sheet, last)?;
    sheet.insert_chart_with_offset(last + 2, 0, &chart(setting, last), 4, 0)?;
    Ok(())
}

fn totals(setting: &Setting, sheet: &mut Worksheet, last: u32) -> Result<(), Fault> {
    let points = &setting.facts.view.trend;
    let range = |col: &str| format!("=SUM({col}{}:{col}{last})", TOP + 1);
    let sum =
        |fen: &dyn Fn(&crate::views::month::MonthPoint) -> i64| Money(points.iter().map(fen).sum::<i64>());
    let now = book::yuan(sum(&|point| point.amount_fen.0));
    let before = book::yuan(sum(&|point| point.last_year_fen.unwrap_or_default().0));
    let cells = [
        Cell::Text(setting.tongue.say("合计", "Total").into()),
        Cell::CountLive(range("B"), book::number(points.iter().map(|point| point.orders).sum())),
        Cell::MoneyLive(range("C"), now),
        Cell::MoneyLive(range("D"), before),
        // Twelve months against those of the year before that are known would compare unlike spans.
        Cell::Blank,
        Cell::MoneyLive(range("F"), now / 10_000.0),
        Cell::MoneyLive(range("G"), before / 10_000.0),
    ];
    table::row(sheet, &setting.look, last, &cells, true)
}

/// This year as columns, last year as a line.
fn chart(setting: &Setting, last: u32) -> Chart {
    let tongue = setting.tongue;
    let name = setting.names()[3];
    let range = |col: u16| (name, TOP, col, last - 1, col);
    let mut chart = Chart::new_column();
    chart
        .add_series()
        .set_name(tongue.say("本期", "This year"))
        .set_categories(range(0))
        .set_values(range(5))
        .set_gap(60)
        .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(ACCENT)));
    let mut line = Chart::new_line();
    line.add_series()
        .set_name(tongue.say("去年同月", "Last year"))
        .set_categories(range(0))
        .set_values(range(6))
        .set_format(ChartFormat::new().set_line(ChartLine::new().set_color(0x9A_A0_AE).set_width(2.0)));
    chart.combine(&line);
    chart.title().set_name(tongue.say("近 12 个月成交金额（万元）", "Amount won, 12 months (10k CNY)"));
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.y_axis().set_num_format("#,##0").set_major_gridlines_line(ChartLine::new().set_color(0xE3_E5_EC));
    chart.set_width(760).set_height(340);
    chart
}
