//! Sheet ②: the key figures of the month against target, previous month and the same month last year.

use chengdan_domain::money::Money;
use rust_xlsxwriter::Worksheet;

use super::Setting;
use super::table::{self, Cell, growth, ratio};
use crate::fault::Fault;
use crate::paper::book::{self, figures, words};
use crate::views::month::{MonthAmount, MonthPunctuality};

/// The first row of figures (counted from 0); formulas count from 1.
const TOP: u32 = 4;

/// This month, the previous and the same of last year.
type Three<T> = (T, T, T);

/// Writes the sheet.
pub fn fill(setting: &Setting, sheet: &mut Worksheet) -> Result<(), Fault> {
    let tongue = setting.tongue;
    let columns = [
        words(tongue.say("指标", "Figure"), 26.0),
        words(tongue.say("单位", "Unit"), 8.0),
        figures(tongue.say("本月", "Month"), 16.0),
        figures(tongue.say("目标", "Target"), 16.0),
        figures(tongue.say("完成率", "Reached"), 10.0),
        figures(tongue.say("上月", "Previous"), 16.0),
        figures(tongue.say("环比", "MoM"), 10.0),
        figures(tongue.say("去年同月", "Last year"), 16.0),
        figures(tongue.say("同比", "YoY"), 10.0),
    ];
    book::widths(sheet, &columns)?;
    book::header(sheet, &setting.look, TOP - 1, &columns)?;
    sheet.set_freeze_panes(TOP, 1)?;
    sheet.set_repeat_rows(TOP - 1, TOP - 1)?;
    let mut rows = amounts(setting);
    let next = TOP + u32::try_from(rows.len()).unwrap_or(0);
    let facts = setting.facts;
    let line = (&facts.view.lines, &facts.previous.lines, &facts.last_year.lines);
    let order = (&facts.view.orders, &facts.previous.orders, &facts.last_year.orders);
    rows.extend(punctuality(setting, next, tongue.say("行", "lines"), line, true));
    let next = TOP + u32::try_from(rows.len()).unwrap_or(0);
    rows.extend(punctuality(setting, next, tongue.say("单", "orders"), order, false));
    for (row, cells) in (TOP..).zip(&rows) {
        table::row(sheet, &setting.look, row, cells, false)?;
    }
    let last = TOP + u32::try_from(rows.len()).unwrap_or(0);
    let note = tongue.say(
        "「—」表示没有可计的数字。准时率的环比、同比为百分点之差。",
        "“—” means nothing to count. Changes of rates are differences in percentage points.",
    );
    sheet.write_string_with_format(last + 1, 0, note, &setting.look.note)?;
    Ok(())
}

/// 成交金额, 订单数, 平均单额, customers.
fn amounts(setting: &Setting) -> Vec<Vec<Cell>> {
    let (tongue, facts) = (setting.tongue, setting.facts);
    let (now, before, year) = (&facts.view.amount, &facts.previous.amount, &facts.last_year.amount);
    let yuan = |amount: Option<Money>| amount.map(book::yuan);
    let value = yuan(now.amount_fen).unwrap_or(0.0);
    let r = TOP + 1;
    let mut rows = vec![vec![
        Cell::Text(tongue.say("K1 成交金额", "K1 Amount won").into()),
        Cell::Text(tongue.say("元", "CNY").into()),
        Cell::MoneyLive(format!("={}", setting.amount_cell), value),
        Cell::Money(now.target_fen),
        ratio(&format!("C{r}"), &format!("D{r}"), value, yuan(now.target_fen)),
        Cell::Money(before.amount_fen),
        growth(&format!("C{r}"), &format!("F{r}"), value, yuan(before.amount_fen)),
        Cell::Money(year.amount_fen),
        growth(&format!("C{r}"), &format!("H{r}"), value, yuan(year.amount_fen)),
    ]];
    rows.push(ten_thousands(setting, r, value));
    let count = |name: &'static str, unit: &'static str, row: u32, of: fn(&MonthAmount) -> i64| {
        counted(name, unit, row, (of(now), of(before), of(year)))
    };
    rows.push(count(tongue.say("订单数", "Orders"), tongue.say("单", "orders"), r + 2, |month| {
        month.orders
    }));
    rows.push(average(setting, r + 3, r));
    let customers = tongue.say("家", "count");
    rows.push(count(tongue.say("成交客户数", "Customers"), customers, r + 4, |month| month.customers));
    rows.push(count(tongue.say("其中新客户", "of which new"), customers, r + 5, |month| {
        month.new_customers
    }));
    rows.extend(net_of_changes(setting, r + 6, r));
    rows
}

/// 净额 and, under it, what it adds to 成交金额.
fn net_of_changes(setting: &Setting, row: u32, amount_row: u32) -> [Vec<Cell>; 3] {
    let (tongue, facts) = (setting.tongue, setting.facts);
    let (now, before, year) = (&facts.view.amount, &facts.previous.amount, &facts.last_year.amount);
    let yuan = |month: &MonthAmount| month.later.total_fen.map(book::yuan);
    let total = |col: &str, month: &MonthAmount| {
        let parts = format!("N({col}{amount_row})+{col}{}+{col}{}", row + 1, row + 2);
        yuan(month).map_or(Cell::Money(None), |value| Cell::MoneyLive(format!("={parts}"), value))
    };
    let change = |col: &str, month: &MonthAmount| match yuan(now) {
        Some(value) => growth(&format!("C{row}"), &format!("{col}{row}"), value, yuan(month)),
        None => Cell::Text("—".into()),
    };
    let part = |name: &'static str, of: fn(&MonthAmount) -> Money| {
        let money = |month: &MonthAmount| Cell::Money(Some(of(month)));
        let (unit, blank) = (Cell::Text(tongue.say("元", "CNY").into()), || Cell::Blank);
        vec![
            Cell::Text(name.into()),
            unit,
            money(now),
            blank(),
            blank(),
            money(before),
            blank(),
            money(year),
            blank(),
        ]
    };
    [
        vec![
            Cell::Text(tongue.say("K1 净额（另列）", "K1 Net of changes").into()),
            Cell::Text(tongue.say("元", "CNY").into()),
            total("C", now),
            Cell::Blank,
            Cell::Blank,
            total("F", before),
            change("F", before),
            total("H", year),
            change("H", year),
        ],
        part(tongue.say("　以前订单的变更", "  earlier orders changed"), |month| {
            month.later.changed_fen
        }),
        part(tongue.say("　以前订单的作废", "  earlier orders cancelled"), |month| {
            month.later.cancelled_fen
        }),
    ]
}

/// The amount once more in 万元, as it is spoken of.
fn ten_thousands(setting: &Setting, first: u32, value: f64) -> Vec<Cell> {
    let (tongue, facts) = (setting.tongue, setting.facts);
    let part = |col: &str, amount: Option<Money>| {
        let value = amount.map(|amount| book::yuan(amount) / 10_000.0);
        match value {
            Some(value) => Cell::MoneyLive(format!("={col}{first}/10000"), value),
            None => Cell::Money(None),
        }
    };
    vec![
        Cell::Text(tongue.say("K1 成交金额", "K1 Amount won").into()),
        Cell::Text(tongue.say("万元", "10k CNY").into()),
        Cell::MoneyLive(format!("=C{first}/10000"), value / 10_000.0),
        part("D", facts.view.amount.target_fen),
        Cell::Blank,
        part("F", facts.previous.amount.amount_fen),
        Cell::Blank,
        part("H", facts.last_year.amount.amount_fen),
        Cell::Blank,
    ]
}

/// Amount ÷ orders of the rows above.
fn average(setting: &Setting, row: u32, amount_row: u32) -> Vec<Cell> {
    let (tongue, facts) = (setting.tongue, setting.facts);
    let value = |month: &MonthAmount| {
        (month.orders > 0).then(|| month.amount_fen.map_or(0.0, book::yuan) / book::number(month.orders))
    };
    let cell = |col: &str, month: &MonthAmount| {
        let count_row = row - 1;
        let formula = format!("=IF(N({col}{count_row})>0,ROUND({col}{amount_row}/{col}{count_row},2),\"—\")");
        match value(month) {
            Some(value) => Cell::MoneyLive(formula, (value * 100.0).round() / 100.0),
            None => Cell::Money(None),
        }
    };
    let rounded = |month: &MonthAmount| value(month).map(|value| (value * 100.0).round() / 100.0);
    let now = rounded(&facts.view.amount);
    let change = |col: &str, month: &MonthAmount| match now {
        Some(now) => growth(&format!("C{row}"), &format!("{col}{row}"), now, rounded(month)),
        None => Cell::Text("—".into()),
    };
    vec![
        Cell::Text(tongue.say("平均单额", "Average order").into()),
        Cell::Text(tongue.say("元", "CNY").into()),
        cell("C", &facts.view.amount),
        Cell::Blank,
        Cell::Blank,
        cell("F", &facts.previous.amount),
        change("F", &facts.previous.amount),
        cell("H", &facts.last_year.amount),
        change("H", &facts.last_year.amount),
    ]
}

fn counted(name: &str, unit: &str, row: u32, (now, before, year): Three<i64>) -> Vec<Cell> {
    let change = |col: &str, other: i64| {
        growth(&format!("C{row}"), &format!("{col}{row}"), book::number(now), Some(book::number(other)))
    };
    vec![
        Cell::Text(name.into()),
        Cell::Text(unit.into()),
        Cell::Count(now),
        Cell::Blank,
        Cell::Blank,
        Cell::Count(before),
        change("F", before),
        Cell::Count(year),
        change("H", year),
    ]
}

/// K3: the rate over its parts; by line also the average days late.
fn punctuality(
    setting: &Setting,
    first: u32,
    unit: &'static str,
    (now, before, year): Three<&MonthPunctuality>,
    by_line: bool,
) -> Vec<Vec<Cell>> {
    let tongue = setting.tongue;
    let r = first + 1;
    let name = if by_line {
        tongue.say("K3 交付准时率（行）", "K3 On-time rate (lines)")
    } else {
        tongue.say("K3 交付准时率（订单）", "K3 On-time rate (orders)")
    };
    let share = |month: &MonthPunctuality| {
        (month.due > 0).then(|| book::number(month.on_time) / book::number(month.due))
    };
    let rate = |col: &str, month: &MonthPunctuality| {
        ratio(
            &format!("{col}{}", r + 2),
            &format!("{col}{}", r + 1),
            book::number(month.on_time),
            Some(book::number(month.due)),
        )
    };
    let points = |col: &str, month: &MonthPunctuality| {
        let value = share(now).zip(share(month)).map(|(now, then)| now - then);
        Cell::Change(format!("=IF(AND(ISNUMBER(C{r}),ISNUMBER({col}{r})),C{r}-{col}{r},\"—\")"), value)
    };
    let mut rows = vec![vec![
        Cell::Text(name.into()),
        Cell::Text("%".into()),
        rate("C", now),
        Cell::Blank,
        Cell::Blank,
        rate("F", before),
        points("F", before),
        rate("H", year),
        points("H", year),
    ]];
    type Part = fn(&MonthPunctuality) -> i64;
    let parts: [(&'static str, Part); 5] = [
        (tongue.say("　本月承诺", "  promised"), |month| month.due),
        (tongue.say("　准时", "  on time"), |month| month.on_time),
        (tongue.say("　迟交", "  late"), |month| month.late),
        (tongue.say("　逾期未交", "  open, past due"), |month| month.open_past_due),
        (tongue.say("　未到期", "  not yet due"), |month| month.open),
    ];
    for (row, (name, of)) in (r + 1..).zip(parts) {
        rows.push(counted(name, unit, row, (of(now), of(before), of(year))));
    }
    if by_line {
        rows.push(counted(
            tongue.say("　迟交天数合计", "  days late, sum"),
            tongue.say("天", "days"),
            r + 6,
            (now.late_days, before.late_days, year.late_days),
        ));
        rows.push(average_late(setting, r, (now, before, year)));
    }
    rows
}

fn average_late(setting: &Setting, r: u32, (now, before, year): Three<&MonthPunctuality>) -> Vec<Cell> {
    let tongue = setting.tongue;
    let cell = |col: &str, month: &MonthPunctuality| {
        let value = (month.late > 0).then(|| book::number(month.late_days) / book::number(month.late));
        let (late, days) = (r + 3, r + 6);
        Cell::Tenth(format!("=IF(N({col}{late})>0,{col}{days}/{col}{late},\"—\")"), value)
    };
    vec![
        Cell::Text(tongue.say("　平均迟交天数", "  average days late").into()),
        Cell::Text(tongue.say("天", "days").into()),
        cell("C", now),
        Cell::Blank,
        Cell::Blank,
        cell("F", before),
        Cell::Blank,
        cell("H", year),
        Cell::Blank,
    ]
}
