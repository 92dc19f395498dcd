//! What every workbook shares: its look, its cells, print set-up, and writing it whole or not at all.

use std::path::Path;

use chengdan_domain::money::{Money, Price, Quantity, Rate};
use chrono::NaiveDate;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet,
    XlsxError,
};

use crate::fault::Fault;
use crate::views::book::Language;

/// Excel holds no longer text in a cell.
const LONGEST_CELL: usize = 32_000;

/// What begins a formula when it is typed.
const FORMULA_BEGINS: [char; 4] = ['=', '+', '-', '@'];

/// The accent of tabs, headers and first series.
pub const ACCENT: Color = Color::RGB(0x2F_3F_A6);
/// The same, lighter: second series and bands.
pub const SOFT: Color = Color::RGB(0xB9_C0_EA);
const HEADER: Color = Color::RGB(0xE8_EA_F7);
const RULE: Color = Color::RGB(0xD5_D8_E2);
const MUTED: Color = Color::RGB(0x5B_61_70);
const INK: Color = Color::RGB(0x1D_21_2B);

impl From<XlsxError> for Fault {
    fn from(error: XlsxError) -> Fault {
        match error {
            XlsxError::IoError(error) => error.into(),
            // The archive wraps what the disk said.
            XlsxError::ZipError(error) => std::io::Error::from(error).into(),
            other => Fault::broken(other),
        }
    }
}

/// Chinese or English, both always there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tongue(pub Language);

impl Tongue {
    /// The word in the language of the paper.
    pub fn say(self, zh: &'static str, en: &'static str) -> &'static str {
        match self.0 {
            Language::Zh => zh,
            Language::En => en,
        }
    }
}

/// How cells look.
pub struct Look {
    pub title: Format,
    pub subtitle: Format,
    pub heading: Format,
    pub header: Format,
    pub header_right: Format,
    pub text: Format,
    /// For text that would be a formula if it were typed again.
    pub quoted: Format,
    pub wrapped: Format,
    pub note: Format,
    pub count: Format,
    pub money: Format,
    pub price: Format,
    pub quantity: Format,
    pub percent: Format,
    pub change: Format,
    pub tenth: Format,
    pub date: Format,
    pub instant: Format,
    pub total: Format,
    pub total_count: Format,
    pub total_money: Format,
    pub total_quantity: Format,
    pub total_percent: Format,
    pub total_change: Format,
    pub link: Format,
}

impl Default for Look {
    /// The look of a careful company's report.
    fn default() -> Look {
        let base = Format::new()
            .set_font_name("Microsoft YaHei")
            .set_font_size(10)
            .set_font_color(INK)
            .set_align(FormatAlign::VerticalCenter);
        let cell = base.clone().set_border_bottom(FormatBorder::Hair).set_border_bottom_color(RULE);
        let number = |format: &str| cell.clone().set_num_format(format).set_align(FormatAlign::Right);
        let sum = base
            .clone()
            .set_bold()
            .set_border_top(FormatBorder::Thin)
            .set_border_top_color(ACCENT)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(ACCENT);
        let sum_number = |format: &str| sum.clone().set_num_format(format).set_align(FormatAlign::Right);
        let header = base
            .clone()
            .set_bold()
            .set_font_color(ACCENT)
            .set_background_color(HEADER)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(ACCENT)
            .set_text_wrap();
        Look {
            title: base.clone().set_bold().set_font_size(18),
            subtitle: base.clone().set_font_color(MUTED).set_font_size(10),
            heading: base.clone().set_bold().set_font_size(12).set_font_color(ACCENT),
            header_right: header.clone().set_align(FormatAlign::Right),
            header,
            text: cell.clone(),
            quoted: cell.clone().set_quote_prefix(),
            wrapped: base.clone().set_text_wrap().set_align(FormatAlign::Top),
            note: base.set_font_color(MUTED).set_font_size(9),
            count: number("#,##0"),
            money: number("#,##0.00"),
            price: number("#,##0.00####"),
            quantity: number("#,##0.###"),
            percent: number("0.0%"),
            change: number("+0.0%;-0.0%;0.0%"),
            tenth: number("0.0"),
            instant: cell.clone().set_num_format("yyyy-mm-dd hh:mm").set_align(FormatAlign::Right),
            date: cell.clone().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Right),
            link: cell.set_font_color(ACCENT),
            total_count: sum_number("#,##0"),
            total_money: sum_number("#,##0.00"),
            total_quantity: sum_number("#,##0.###"),
            total_percent: sum_number("0.0%"),
            total_change: sum_number("+0.0%;-0.0%;0.0%"),
            total: sum,
        }
    }
}

/// 元 of an amount; amounts stay below 2^53 分, so the double is the nearest one and shows the same two decimals.
#[allow(clippy::cast_precision_loss)]
pub fn yuan(amount: Money) -> f64 {
    amount.0 as f64 / 100.0
}

/// 元 of a unit price.
#[allow(clippy::cast_precision_loss)]
pub fn price(price: Price) -> f64 {
    price.0 as f64 / 1_000_000.0
}

/// A quantity in its unit.
#[allow(clippy::cast_precision_loss)]
pub fn quantity(quantity: Quantity) -> f64 {
    quantity.0 as f64 / 1_000.0
}

/// A rate as a fraction of one.
#[allow(clippy::cast_precision_loss)]
pub fn fraction(rate: Rate) -> f64 {
    rate.0 as f64 / 10_000.0
}

/// A count.
#[allow(clippy::cast_precision_loss)]
pub fn number(count: i64) -> f64 {
    count as f64
}

/// A formula with the value it has now, for viewers that do not calculate.
pub fn live(formula: &str, value: f64) -> Formula {
    Formula::new(formula).set_result(format!("{value}"))
}

/// A formula that may have nothing to show: 「—」.
pub fn live_or_dash(formula: &str, value: Option<f64>) -> Formula {
    Formula::new(formula).set_result(value.map_or_else(|| "—".to_string(), |value| format!("{value}")))
}

/// Writes text as text, whatever it begins with.
///
/// # Errors
/// Broken when the sheet is full.
pub fn text(sheet: &mut Worksheet, look: &Look, row: u32, col: u16, words: &str) -> Result<(), Fault> {
    let format = if words.starts_with(FORMULA_BEGINS) { &look.quoted } else { &look.text };
    let words = chengdan_domain::text::shorten(words, LONGEST_CELL);
    sheet.write_string_with_format(row, col, words, format)?;
    Ok(())
}

/// Gives whole columns their look, for as long as the rows of a long table are written to disk one by one: a format
/// given with a cell is looked up by all its properties, which takes longer than writing the cell.
///
/// # Errors
/// Broken when a column is out of range.
pub fn dress(sheet: &mut Worksheet, looks: &[&Format]) -> Result<(), Fault> {
    for (col, look) in (0_u16..).zip(looks) {
        sheet.set_column_format(col, look)?;
    }
    Ok(())
}

/// Takes the columns' look away, up to `last`, once the row after the table was begun: only its cells keep it.
///
/// # Errors
/// Broken when a column is out of range.
pub fn undress(sheet: &mut Worksheet, last: u16) -> Result<(), Fault> {
    let bare = Format::default();
    for col in 0..=last {
        sheet.set_column_format(col, &bare)?;
    }
    Ok(())
}

/// As [`text`], into a column that [`dress`] gave the look of text.
///
/// # Errors
/// Broken when the sheet is full.
pub fn dressed_text(
    sheet: &mut Worksheet,
    look: &Look,
    row: u32,
    col: u16,
    words: &str,
) -> Result<(), Fault> {
    // An empty cell, a quoted and a cut one are rare.
    if words.is_empty() || words.starts_with(FORMULA_BEGINS) || words.len() > LONGEST_CELL {
        return text(sheet, look, row, col, words);
    }
    sheet.write_string(row, col, words)?;
    Ok(())
}

/// As [`date`], into a column that [`dress`] gave the look of dates.
///
/// # Errors
/// Broken when the sheet is full.
pub fn dressed_date(
    sheet: &mut Worksheet,
    look: &Look,
    row: u32,
    col: u16,
    day: Option<NaiveDate>,
) -> Result<(), Fault> {
    match day.and_then(serial) {
        Some(serial) => sheet.write_number(row, col, serial)?,
        None => return date(sheet, look, row, col, day.map(|day| day.to_string()).as_deref()),
    };
    Ok(())
}

/// The number a spreadsheet keeps for a day. None before March 1900: there Excel counts a day that never was.
pub(super) fn serial(day: NaiveDate) -> Option<f64> {
    let days = day.signed_duration_since(NaiveDate::from_ymd_opt(1899, 12, 30)?).num_days();
    (days > 60).then(|| number(days))
}

/// Writes an ISO date as a real date, or leaves the cell empty.
///
/// # Errors
/// Broken when the sheet is full.
pub fn date(sheet: &mut Worksheet, look: &Look, row: u32, col: u16, day: Option<&str>) -> Result<(), Fault> {
    let Some(day) = day.and_then(|day| day.get(..10)).and_then(|day| day.parse::<NaiveDate>().ok()) else {
        sheet.write_blank(row, col, &look.date)?;
        return Ok(());
    };
    use chrono::Datelike;
    let year = u16::try_from(day.year()).unwrap_or(1900);
    let month = u8::try_from(day.month()).unwrap_or(1);
    let day_of_month = u8::try_from(day.day()).unwrap_or(1);
    match ExcelDateTime::from_ymd(year, month, day_of_month) {
        Ok(when) => sheet.write_datetime_with_format(row, col, when, &look.date)?,
        // Before 1900 Excel has no dates; the text stays.
        Err(_) => sheet.write_string_with_format(row, col, day.to_string(), &look.date)?,
    };
    Ok(())
}

/// A column: its header, its width and whether it holds figures.
pub struct Column {
    pub name: &'static str,
    pub width: f64,
    pub figure: bool,
}

/// A text column.
pub fn words(name: &'static str, width: f64) -> Column {
    Column { name, width, figure: false }
}

/// A column of figures.
pub fn figures(name: &'static str, width: f64) -> Column {
    Column { name, width, figure: true }
}

/// Writes the header row of a table.
///
/// # Errors
/// Broken when the sheet is full.
pub fn header(sheet: &mut Worksheet, look: &Look, row: u32, columns: &[Column]) -> Result<(), Fault> {
    for (col, column) in (0_u16..).zip(columns) {
        let format = if column.figure { &look.header_right } else { &look.header };
        sheet.write_string_with_format(row, col, column.name, format)?;
    }
    sheet.set_row_height(row, 22)?;
    Ok(())
}

/// Sets the widths of the columns.
///
/// # Errors
/// Broken when a column is out of range.
pub fn widths(sheet: &mut Worksheet, columns: &[Column]) -> Result<(), Fault> {
    for (col, column) in (0_u16..).zip(columns) {
        sheet.set_column_width(col, column.width)?;
    }
    Ok(())
}

/// A4 landscape, one page wide, page numbers, the company's name in the footer.
pub fn print(sheet: &mut Worksheet, tongue: Tongue, company: &str, title: &str) {
    // In headers and footers & begins a command.
    let clean = |text: &str| chengdan_domain::text::clean_line(text).replace('&', "&&");
    let page = tongue.say("第 &P 页，共 &N 页", "Page &P of &N");
    let footer = format!("&L&9 {}&C&9 {}&R&9 {page}", cut(&clean(company)), cut(&clean(title)));
    sheet
        .set_paper_size(9)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3)
        .set_footer(footer)
        .set_screen_gridlines(false)
        .set_tab_color(ACCENT);
}

/// Excel takes 255 characters of footer.
fn cut(text: &str) -> String {
    let short: String = text.chars().take(60).collect();
    // Never end in half an escaped ampersand.
    if short.len() < text.len() { short.trim_end_matches('&').to_string() } else { short }
}

/// Names the file's author and title; the time comes from outside, so that the same facts give the same file.
///
/// # Errors
/// Broken when the time is out of Excel's range.
pub fn properties(book: &mut Workbook, company: &str, title: &str, today: NaiveDate) -> Result<(), Fault> {
    use chrono::Datelike;
    let made = ExcelDateTime::from_ymd(
        u16::try_from(today.year()).unwrap_or(1900),
        u8::try_from(today.month()).unwrap_or(1),
        u8::try_from(today.day()).unwrap_or(1),
    )?;
    let properties = DocProperties::new()
        .set_title(title)
        .set_company(company)
        .set_author(company)
        .set_creation_datetime(&made);
    book.set_properties(&properties);
    // Measured: level 1 takes 0.4 of the time for a third more bytes.
    book.set_zip_compression_level(1);
    Ok(())
}

/// Writes the workbook to a temporary name, fsyncs and renames: never half a workbook under the right name.
///
/// # Errors
/// `DiskFull`, or broken.
pub fn save(book: &mut Workbook, path: &Path) -> Result<(), Fault> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    let half = path.with_extension("part");
    let mut write = || -> Result<(), Fault> {
        let file = std::fs::File::create(&half)?;
        let mut buffer = std::io::BufWriter::new(file);
        book.save_to_writer(&mut buffer)?;
        let file = buffer.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        file.sync_all()?;
        std::fs::rename(&half, path)?;
        Ok(())
    };
    write().inspect_err(|_| {
        let _ = std::fs::remove_file(&half);
    })
}
