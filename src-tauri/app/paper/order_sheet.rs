//! 订单信息表: exactly its thirteen columns, one row per line, a 合计 row; the month's report adds dates behind them.

use chengdan_domain::money::{Money, Quantity};
use chengdan_domain::month::Kept;
use chengdan_domain::order::OrderStatus;
use chengdan_domain::order::sheet::OrderSheetRow;
use std::path::Path;

use chrono::NaiveDate;
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::book::{self, Column, Look, Tongue, figures, words};
use crate::fault::Fault;
use crate::views::book::Language;

/// The thirteen columns, in the order of the process.
pub fn columns(tongue: Tongue) -> Vec<Column> {
    vec![
        words(tongue.say("订单编号", "Order no."), 15.0),
        words(tongue.say("客户名称", "Customer"), 28.0),
        words(tongue.say("产品名称", "Product"), 20.0),
        words(tongue.say("规格", "Specification"), 18.0),
        figures(tongue.say("数量", "Quantity"), 9.0),
        figures(tongue.say("单价(元)", "Unit price (CNY)"), 12.0),
        figures(tongue.say("总金额(元)", "Amount (CNY)"), 14.0),
        words(tongue.say("付款方式", "Payment terms"), 26.0),
        words(tongue.say("交付地址", "Delivery address"), 30.0),
        words(tongue.say("负责人", "Account manager"), 10.0),
        figures(tongue.say("创建时间", "Created"), 11.5),
        figures(tongue.say("预计交付日期", "Promised"), 12.5),
        words(tongue.say("审批状态", "Approval"), 10.0),
    ]
}

/// What the month's report adds.
pub fn more_columns(tongue: Tongue) -> Vec<Column> {
    vec![
        figures(tongue.say("计入日期", "Counted on"), 11.5),
        figures(tongue.say("首次承诺日", "First promise"), 11.5),
        figures(tongue.say("交付日期", "Delivered"), 11.5),
        words(tongue.say("交付情况", "Delivery"), 14.0),
    ]
}

/// How the cells of each column look, the month's columns at the end.
fn looks(look: &Look) -> [&Format; 17] {
    let Look { text, quantity, price, money, date, .. } = look;
    [
        text, text, text, text, quantity, price, money, text, text, text, date, date, text, date, date, date,
        text,
    ]
}

/// 审批状态 in words.
pub fn status_words(tongue: Tongue, status: OrderStatus) -> &'static str {
    match status {
        OrderStatus::Draft => tongue.say("草稿", "Draft"),
        OrderStatus::AwaitingSupervisor => tongue.say("待主管", "With supervisor"),
        OrderStatus::AwaitingFinance => tongue.say("待财务", "With finance"),
        OrderStatus::AwaitingOperations => tongue.say("待运营", "With operations"),
        OrderStatus::AwaitingOther => tongue.say("待审批", "In approval"),
        OrderStatus::SentBack => tongue.say("已退回", "Sent back"),
        OrderStatus::Approved => tongue.say("已通过", "Approved"),
        OrderStatus::Changing => tongue.say("变更中", "Changing"),
        OrderStatus::Void => tongue.say("已作废", "Void"),
        OrderStatus::Opening => tongue.say("期初", "Opening"),
    }
}

fn kept_words(tongue: Tongue, kept: Kept) -> String {
    match (kept, tongue.say("zh", "en")) {
        (Kept::OnTime, _) => tongue.say("准时", "On time").into(),
        (Kept::Open, _) => tongue.say("未到期", "Not yet due").into(),
        (Kept::Late { days }, "zh") => format!("迟交 {days} 天"),
        (Kept::Late { days }, _) => format!("{days} days late"),
        (Kept::OpenPastDue { days }, "zh") => format!("逾期未交 {days} 天"),
        (Kept::OpenPastDue { days }, _) => format!("Overdue {days} days"),
    }
}

/// Takes one row of the table.
pub type Push<'a> = dyn FnMut(&OrderSheetRow) -> Result<(), Fault> + 'a;

/// The title of the table, also the first part of its file name.
pub fn title(language: Language) -> &'static str {
    Tongue(language).say("订单信息表", "Orders")
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
    let (tongue, look, title) = (Tongue(language), Look::default(), title(language));
    let mut workbook = Workbook::new();
    let mut sheet = workbook.new_worksheet_with_low_memory()?;
    sheet.set_name(title)?;
    book::print(&mut sheet, tongue, company, title);
    let mut table = OrderSheet::start(&mut sheet, &look, tongue, 0, false)?;
    rows(&mut |row| table.push(row))?;
    table.finish()?;
    workbook.push_worksheet(sheet);
    book::properties(&mut workbook, company, title, today)?;
    book::save(&mut workbook, path)
}

/// Writes rows one after the other and sums them up.
pub struct OrderSheet<'a> {
    pub sheet: &'a mut Worksheet,
    pub look: &'a Look,
    pub tongue: Tongue,
    /// The row of the header.
    pub top: u32,
    /// The row to write next.
    pub next: u32,
    pub quantity: Quantity,
    pub amount: Money,
    /// 已作废 lines stand in the table and are left out of the sum.
    pub void: bool,
    /// Whether the month's columns follow.
    pub more: bool,
}

impl<'a> OrderSheet<'a> {
    /// Starts the table with its header in row `top`, frozen and repeated on every printed page.
    ///
    /// # Errors
    /// Broken when the sheet cannot be written.
    pub fn start(
        sheet: &'a mut Worksheet,
        look: &'a Look,
        tongue: Tongue,
        top: u32,
        more: bool,
    ) -> Result<OrderSheet<'a>, Fault> {
        let mut columns = columns(tongue);
        if more {
            columns.extend(more_columns(tongue));
        }
        book::widths(sheet, &columns)?;
        book::header(sheet, look, top, &columns)?;
        book::dress(sheet, &looks(look)[..columns.len()])?;
        sheet.set_freeze_panes(top + 1, 1)?;
        sheet.set_repeat_rows(top, top)?;
        Ok(OrderSheet {
            sheet,
            look,
            tongue,
            top,
            next: top + 1,
            quantity: Quantity(0),
            amount: Money(0),
            void: false,
            more,
        })
    }

    /// Writes one line.
    ///
    /// # Errors
    /// Broken when the sheet cannot be written.
    pub fn push(&mut self, line: &OrderSheetRow) -> Result<(), Fault> {
        let (sheet, look, row) = (&mut *self.sheet, self.look, self.next);
        for (col, words) in [(0, line.number), (1, line.customer), (2, line.product), (3, line.spec)] {
            book::dressed_text(sheet, look, row, col, words)?;
        }
        sheet.write_number(row, 4, book::quantity(line.quantity))?;
        sheet.write_number(row, 5, book::price(line.price))?;
        sheet.write_number(row, 6, book::yuan(line.amount))?;
        for (col, words) in [(7, line.terms), (8, line.address), (9, line.owner)] {
            book::dressed_text(sheet, look, row, col, words)?;
        }
        book::dressed_date(sheet, look, row, 10, line.created_on)?;
        book::dressed_date(sheet, look, row, 11, line.promised_on)?;
        book::dressed_text(sheet, look, row, 12, status_words(self.tongue, line.status))?;
        if self.more {
            book::dressed_date(sheet, look, row, 13, line.approved_on)?;
            book::dressed_date(sheet, look, row, 14, line.first_promised_on)?;
            book::dressed_date(sheet, look, row, 15, line.delivered_on)?;
            let words = line.kept.map_or_else(String::new, |kept| kept_words(self.tongue, kept));
            book::dressed_text(sheet, look, row, 16, &words)?;
        }
        self.next += 1;
        // In a month only those stand here that count in it, also when they were cancelled later.
        if line.status == OrderStatus::Void && !self.more {
            self.void = true;
        } else {
            self.quantity.0 += line.quantity.0;
            self.amount.0 += line.amount.0;
        }
        Ok(())
    }

    /// Writes the 合计 row and the filter; answers the row of the total.
    ///
    /// # Errors
    /// Broken when the sheet cannot be written.
    pub fn finish(self) -> Result<u32, Fault> {
        let (sheet, look, row) = (self.sheet, self.look, self.next);
        let last = if self.more { 16 } else { 12 };
        let first = self.top + 2;
        if row > self.top + 1 {
            sheet.autofilter(self.top, 0, row - 1, last)?;
        }
        for col in 0..=last {
            sheet.write_blank(row, col, &look.total)?;
        }
        book::undress(sheet, last)?;
        sheet.write_string_with_format(row, 0, self.tongue.say("合计", "Total"), &look.total)?;
        let sums = [
            (4, "E", book::quantity(self.quantity), &look.total_quantity),
            (6, "G", book::yuan(self.amount), &look.total_money),
        ];
        for (col, letter, value, format) in sums {
            let range = format!("{letter}{first}:{letter}{row}");
            let void = status_words(self.tongue, OrderStatus::Void);
            let formula = match (row >= first, self.void) {
                // An empty table sums nothing.
                (false, _) => "=0".to_string(),
                (true, false) => format!("=SUM({range})"),
                (true, true) => format!("=SUMIFS({range},M{first}:M{row},\"<>{void}\")"),
            };
            sheet.write_formula_with_format(row, col, book::live(&formula, value), format)?;
        }
        Ok(row)
    }
}
