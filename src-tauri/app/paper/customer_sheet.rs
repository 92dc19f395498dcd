//! 客户信息表: exactly its eleven columns.

use std::path::Path;

use chrono::NaiveDate;
use rust_xlsxwriter::Workbook;

use super::book::{self, Column, Look, Tongue, figures, words};
use crate::fault::Fault;
use crate::views::book::Language;

/// One customer, as the table shows it.
#[derive(Debug, Clone)]
pub struct CustomerLine<'a> {
    pub name: &'a str,
    pub contact: &'a str,
    pub title: &'a str,
    pub phone: &'a str,
    pub industry: &'a str,
    /// 需求阶段
    pub stage: &'a str,
    /// 跟进状态
    pub follow_up: &'a str,
    pub owner: &'a str,
    pub last_contact_on: Option<String>,
    pub note: &'a str,
}

/// Takes one row of the table.
pub type Push<'a> = dyn FnMut(&CustomerLine) -> Result<(), Fault> + 'a;

/// The eleven columns, in the order of the process.
pub fn columns(tongue: Tongue) -> Vec<Column> {
    vec![
        figures(tongue.say("序号", "No."), 6.0),
        words(tongue.say("客户名称", "Customer"), 30.0),
        words(tongue.say("联系人", "Contact"), 10.0),
        words(tongue.say("职务", "Title"), 12.0),
        words(tongue.say("联系方式", "Phone or e-mail"), 20.0),
        words(tongue.say("所属行业", "Industry"), 12.0),
        words(tongue.say("需求阶段", "Stage"), 10.0),
        words(tongue.say("跟进状态", "Follow-up"), 10.0),
        words(tongue.say("负责人", "Account manager"), 10.0),
        figures(tongue.say("最近跟进时间", "Last contact"), 13.0),
        words(tongue.say("备注", "Note"), 36.0),
    ]
}

/// Writes the table into a workbook of its own.
///
/// # Errors
/// `DiskFull`, or broken.
pub fn write(
    path: &Path,
    language: Language,
    company: &str,
    today: NaiveDate,
    rows: impl FnOnce(&mut Push) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let (tongue, look) = (Tongue(language), Look::default());
    let title = tongue.say("客户信息表", "Customers");
    let columns = columns(tongue);
    let mut workbook = Workbook::new();
    let mut sheet = workbook.new_worksheet_with_low_memory()?;
    sheet.set_name(title)?;
    book::print(&mut sheet, tongue, company, title);
    book::widths(&mut sheet, &columns)?;
    book::header(&mut sheet, &look, 0, &columns)?;
    sheet.set_freeze_panes(1, 2)?;
    sheet.set_repeat_rows(0, 0)?;
    let mut next = 1_u32;
    rows(&mut |line| {
        sheet.write_number_with_format(next, 0, next, &look.count)?;
        let texts = [
            line.name,
            line.contact,
            line.title,
            line.phone,
            line.industry,
            line.stage,
            line.follow_up,
            line.owner,
        ];
        for (col, text) in (1_u16..).zip(texts) {
            book::text(&mut sheet, &look, next, col, text)?;
        }
        book::date(&mut sheet, &look, next, 9, line.last_contact_on.as_deref())?;
        book::text(&mut sheet, &look, next, 10, line.note)?;
        next += 1;
        Ok(())
    })?;
    if next > 1 {
        sheet.autofilter(0, 0, next - 1, 10)?;
    }
    workbook.push_worksheet(sheet);
    book::properties(&mut workbook, company, title, today)?;
    book::save(&mut workbook, path)
}
