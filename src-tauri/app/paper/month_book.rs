//! 销售数据分析表 of a month: the workbook with its sheets ① to ⑧, native charts, live totals and their present values.

mod cover;
mod facets;
mod figures;
mod table;
mod trend;

use std::path::Path;

use chengdan_domain::order::sheet::OrderSheetRow;
use chrono::NaiveDate;
use rust_xlsxwriter::{Workbook, Worksheet};

use super::book::{self, Look, Tongue};
use super::order_sheet::OrderSheet;
use crate::fault::Fault;
use crate::views::book::Language;
use crate::views::month::{MonthAmount, MonthPunctuality, MonthView};

/// The same figures of another month.
#[derive(Debug, Clone)]
pub struct Compared {
    pub amount: MonthAmount,
    pub lines: MonthPunctuality,
    pub orders: MonthPunctuality,
}

/// Everything the workbook tells beside the lines of its orders.
#[derive(Debug, Clone)]
pub struct MonthFacts {
    pub company: String,
    pub language: Language,
    pub today: NaiveDate,
    /// 截至: date and time in the company's zone.
    pub cut_off: String,
    /// 编制
    pub made_by: String,
    pub view: MonthView,
    pub previous: Compared,
    pub last_year: Compared,
}

/// What every sheet needs.
pub(super) struct Setting<'a> {
    pub facts: &'a MonthFacts,
    pub look: Look,
    pub tongue: Tongue,
    /// `2026 年 10 月`
    pub period: String,
    /// The cell of sheet ③ that sums the month, as sheets refer to it.
    pub amount_cell: String,
}

impl Setting<'_> {
    /// The names of the sheets, in their order.
    pub fn names(&self) -> [&'static str; 8] {
        sheet_names(self.tongue)
    }

    /// Title, period and cut-off on top of a sheet.
    pub fn head(&self, sheet: &mut Worksheet, title: &str) -> Result<(), Fault> {
        sheet.write_string_with_format(0, 0, title, &self.look.title)?;
        sheet.set_row_height(0, 30)?;
        let line = match self.tongue.0 {
            Language::Zh => {
                format!("{} · {} · 数据截至 {}", self.facts.company, self.period, self.facts.cut_off)
            }
            Language::En => {
                format!("{} · {} · data as of {}", self.facts.company, self.period, self.facts.cut_off)
            }
        };
        sheet.write_string_with_format(1, 0, line, &self.look.subtitle)?;
        book::print(sheet, self.tongue, &self.facts.company, &format!("{} {title}", self.period));
        Ok(())
    }
}

fn sheet_names(tongue: Tongue) -> [&'static str; 8] {
    [
        tongue.say("① 封面与口径", "① Cover and definitions"),
        tongue.say("② 核心指标", "② Key figures"),
        tongue.say("③ 订单明细", "③ Order lines"),
        tongue.say("④ 趋势", "④ Trend"),
        tongue.say("⑤ 产品TOP10", "⑤ Products"),
        tongue.say("⑥ 区域", "⑥ Regions"),
        tongue.say("⑦ 业务员", "⑦ People"),
        tongue.say("⑧ 客户TOP10", "⑧ Customers"),
    ]
}

/// The title of the workbook, also the first part of its file name.
pub fn title(language: Language) -> &'static str {
    Tongue(language).say("销售数据分析表", "Sales report")
}

/// Writes the workbook. `lines` hands every line of the month's orders, in order, to what it is given.
///
/// # Errors
/// `DiskFull`, or broken; then nothing stands under `path` that was not there before.
pub fn write(
    path: &Path,
    facts: &MonthFacts,
    lines: impl FnOnce(&mut dyn FnMut(&OrderSheetRow) -> Result<(), Fault>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut workbook = Workbook::new();
    // A tenth larger than the standard, and a third faster: a busy month has some hundred thousand cells.
    workbook.set_zip_compression_level(3);
    let tongue = Tongue(facts.language);
    let names = sheet_names(tongue);
    let mut setting =
        Setting { facts, look: Look::default(), tongue, period: period(facts), amount_cell: String::new() };

    // The long sheet is written row by row and kept on disk until the archive is made.
    let mut detail = workbook.new_worksheet_with_low_memory()?;
    detail.set_name(names[2])?;
    setting.head(&mut detail, names[2])?;
    let mut table = OrderSheet::start(&mut detail, &setting.look, tongue, 3, true)?;
    lines(&mut |line| table.push(line))?;
    let total = table.finish()?;
    setting.amount_cell = format!("'{}'!G{}", names[2], total + 1);

    let mut sheets: Vec<Worksheet> = Vec::new();
    for (index, fill) in [
        (0, cover::fill as Fill),
        (1, figures::fill),
        (3, trend::fill),
        (4, facets::products),
        (5, facets::regions),
        (6, facets::people),
        (7, facets::customers),
    ] {
        let mut sheet = Worksheet::new();
        sheet.set_name(names[index])?;
        setting.head(&mut sheet, if index == 0 { title(facts.language) } else { names[index] })?;
        // A chart or a definition must not be cut by the end of a page.
        sheet.set_print_fit_to_pages(1, 1);
        fill(&setting, &mut sheet)?;
        sheets.push(sheet);
    }
    sheets.insert(2, detail);
    for sheet in sheets {
        workbook.push_worksheet(sheet);
    }
    let name = format!("{} {}", title(facts.language), setting.period);
    book::properties(&mut workbook, &facts.company, &name, facts.today)?;
    book::save(&mut workbook, path)
}

type Fill = fn(&Setting, &mut Worksheet) -> Result<(), Fault>;

fn period(facts: &MonthFacts) -> String {
    let (year, month) = (facts.view.ym / 100, facts.view.ym % 100);
    match facts.language {
        Language::Zh => format!("{year} 年 {month} 月"),
        Language::En => format!("{year}-{month:02}"),
    }
}
