//! The command line: its words and its help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// The language in which the command line speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    Zh,
    En,
}

/// 成单：没有窗口的同一道门 · Chengdan: the same door without a window.
///
/// 密码从环境变量 CHENGDAN_PASSWORD 读取 · The password is read from CHENGDAN_PASSWORD.
#[derive(Debug, Parser)]
#[command(name = "chengdan-cli", version)]
pub struct Line {
    /// 账本文件夹（默认：窗口上次打开的账本）· The book's folder (by default the one the window opened last)
    #[arg(long, global = true, value_name = "FOLDER")]
    pub book: Option<PathBuf>,
    /// 谁坐在桌前：姓名或编号 · Who sits at the desk: name or id
    #[arg(long = "as", global = true, value_name = "WHO")]
    pub who: Option<String>,
    /// 语言 · Language
    #[arg(long, global = true, value_enum, default_value = "zh")]
    pub lang: Lang,
    #[command(subcommand)]
    pub command: Command,
}

/// What can be asked.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// 建样例公司，走完一张订单：提交、三级审批、确认函、月报 · The sample company and one order, end to end
    Demo {
        /// 放在哪里 · Where to put it
        #[arg(long, value_name = "FOLDER")]
        folder: Option<PathBuf>,
    },
    /// 导入客户、产品、人员、期初订单（.xlsx .xls .csv）· Import customers, products, people, opening orders
    Import(ImportFile),
    /// 写出某月的工作簿 · Write a month's workbook
    Report {
        /// 2026-10
        month: String,
        /// 写到哪个文件（默认：账本的 reports 文件夹）· Which file to write (default: the book's reports folder)
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
    },
    /// 备份并核对 · Back up and verify the copy
    Backup,
    /// 核对历史链与文件 · Verify the history chain and every file
    Verify,
    /// 按名字问一句，JSON 进 JSON 出 · Ask one command by name, JSON in and out
    Call {
        command: String,
        /// JSON；「-」从标准输入读 · JSON; "-" reads standard input
        #[arg(default_value = "{}")]
        request: String,
    },
}

/// A file to import.
#[derive(Debug, Args)]
pub struct ImportFile {
    pub file: PathBuf,
    /// 映射文件（默认：猜测，或上次用过的）· The mapping as a file (default: the guess, or what was used last)
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// 只检查，不写入 · Only check, write nothing
    #[arg(long)]
    pub check: bool,
    /// 把所用的映射存成文件 · Save the mapping in use as a file
    #[arg(long, value_name = "FILE")]
    pub save_mapping: Option<PathBuf>,
}
