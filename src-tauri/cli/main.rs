//! The same door without a window: demo, import, report, backup, verify, call.

mod bring;
mod demo;
mod desk;
mod line;
mod say;

use std::process::ExitCode;

use clap::Parser;
use serde_json::{Value, json};

use crate::desk::{Desk, Failure};
use crate::line::{Command, Line};

fn main() -> ExitCode {
    // This process may have been started only to read a stranger's file.
    if chengdan_app::import::child_entry() {
        return ExitCode::SUCCESS;
    }
    let line = Line::parse();
    match run(&line) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say::failure(line.lang, &failure);
            ExitCode::FAILURE
        }
    }
}

fn run(line: &Line) -> Result<(), Failure> {
    match &line.command {
        Command::Demo { folder } => demo::run(line.lang, folder.as_deref()),
        Command::Import(file) => bring::run(&Desk::open(line, false)?, file),
        Command::Report { month, to } => report(&Desk::open(line, true)?, month, to.as_deref()),
        Command::Backup => backup(&Desk::open(line, true)?),
        Command::Verify => verify(&Desk::open(line, true)?),
        Command::Call { command, request } => call(line, command, request),
    }
}

fn report(desk: &Desk, month: &str, to: Option<&std::path::Path>) -> Result<(), Failure> {
    let ym = month_of(month).ok_or_else(|| {
        let text = month.to_string();
        Failure::words(format!("月份应写作 2026-10：{text}"), format!("Write the month as 2026-10: {text}"))
    })?;
    let view = desk.ask("month_view", &json!({ "ym": ym }))?;
    let token = to.map(|path| desk.token(path));
    let written = desk.ask("month_workbook", &json!({ "ym": ym, "token": token }))?;
    let (amount, due) = (&view["amount"], &view["orders"]);
    desk.tell(
        &format!(
            "{month} 成交 {} 单，{}；应交 {} 单，准时 {}。",
            amount["orders"],
            say::yuan(&amount["amount_fen"]),
            due["due"],
            due["on_time"]
        ),
        &format!(
            "{month}: {} orders, {}; {} due, {} on time.",
            amount["orders"],
            say::yuan(&amount["amount_fen"]),
            due["due"],
            due["on_time"]
        ),
    );
    say::file(&written["path"]);
    Ok(())
}

/// `2026-10`, `202610` or `2026/10`.
fn month_of(text: &str) -> Option<i64> {
    let digits: String = text.chars().filter(|letter| !matches!(letter, '-' | '/' | '.')).collect();
    let ym: i64 = digits.parse().ok()?;
    (digits.len() == 6 && (1..=12).contains(&(ym % 100))).then_some(ym)
}

fn backup(desk: &Desk) -> Result<(), Failure> {
    let made = desk.ask("book_backup", &json!({}))?;
    desk.tell("备份已写好并核对。", "The backup is written and verified.");
    say::file(&made["path"]);
    println!("head {}", say::text(&made["head"]));
    Ok(())
}

fn verify(desk: &Desk) -> Result<(), Failure> {
    let found = desk.ask("book_verify", &json!({}))?;
    let (entries, files) = (&found["entries"], &found["files"]);
    println!("head {}", say::text(&found["head"]));
    let problems: Vec<&Value> = found["problems"].as_array().into_iter().flatten().collect();
    if problems.is_empty() {
        desk.tell(
            &format!("一致：{entries} 条历史，{files} 个文件。"),
            &format!("All agrees: {entries} entries of history, {files} files."),
        );
        return Ok(());
    }
    for problem in &problems {
        println!("- {}", say::text(problem));
    }
    Err(Failure::words(format!("有 {} 处不一致。", problems.len()), format!("{} problems.", problems.len())))
}

fn call(line: &Line, command: &str, request: &str) -> Result<(), Failure> {
    let request =
        if request == "-" { std::io::read_to_string(std::io::stdin())? } else { request.to_string() };
    let desk = Desk::open(line, desk::only_looks(command))?;
    println!("{}", desk.call(command, &request)?);
    Ok(())
}
