//! Settings: company, policy, mail.

use chengdan_domain::approval::Level;
use chengdan_domain::money::Rate;
use chengdan_domain::number::Series;
use chengdan_domain::order::DeliveryPoint;
use chengdan_domain::quotation::margin::UnknownCost;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::book::Language;

/// Another bank account of the company.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BankAccount {
    /// What the company calls it: 基本户, 一般户 …
    pub label: String,
    pub bank_name: String,
    pub bank_account: String,
}

/// What stands in the letterhead and in the bank block.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Company {
    pub name: String,
    pub name_en: String,
    pub tax_number: String,
    pub address: String,
    pub phone: String,
    pub email: String,
    /// The standard account, which the letter prints.
    #[serde(default)]
    pub bank_label: String,
    pub bank_name: String,
    pub bank_account: String,
    /// The others, to be made the standard one when it changes.
    #[serde(default)]
    pub other_accounts: Vec<BankAccount>,
}

/// The rules the company sets for itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Policy {
    pub delivery_point: DeliveryPoint,
    /// The three levels of O3 by default.
    pub levels: Vec<Level>,
    /// 审批须本人登录
    pub must_sign_in: bool,
    /// From this amount (分) on, a decision on behalf always needs evidence.
    pub evidence_from_fen: i64,
    /// 单人模式
    pub single_person: bool,
    /// Resubmission at the refusing level when no protected content changed; otherwise level 1.
    pub resubmit_at_refusing_level: bool,
    /// Largest discount against list price that the supervisor is told is within policy.
    pub discount_limit: Rate,
    /// 毛利底线: a quotation below it needs the supervisor.
    #[serde(default = "margin_floor")]
    pub margin_floor: Rate,
    /// Whether a quotation whose costs are not known needs the supervisor.
    #[serde(default)]
    pub unknown_cost: UnknownCost,
    /// Whether legal reads a customer's purchase order before it counts as the contract.
    #[serde(default)]
    pub review_purchase_orders: bool,
    /// 红涨绿跌
    pub red_is_up: bool,
    /// So many open leads somebody has in hand before a proposal calls them full.
    #[serde(default = "most_leads")]
    pub most_leads: i64,
}

/// What a policy from before says nothing about.
fn margin_floor() -> Rate {
    Rate(1_500)
}

/// What a policy from before says nothing about.
fn most_leads() -> i64 {
    30
}

/// Where backups go, how many are kept, and whether they make themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupRule {
    /// A folder of its own, e.g. on another drive; empty: `backups` in the book.
    pub folder: String,
    /// So many backups are kept; an older one goes when a new one is verified.
    pub keep: i64,
    /// One a day by itself, while the program is open.
    pub daily: bool,
}

impl Default for BackupRule {
    fn default() -> BackupRule {
        BackupRule { folder: String::new(), keep: 30, daily: true }
    }
}

/// The numbers' rule as it is saved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SeriesSave {
    pub series: Series,
    /// Lets this month's next number carry this serial; none leaves it where it is.
    pub next: Option<i64>,
}

/// Whose history is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum SettingsPast {
    Settings,
    People,
}

impl SettingsPast {
    /// The document's noun in the chain.
    pub fn noun(self) -> &'static str {
        match self {
            SettingsPast::Settings => "setting",
            SettingsPast::People => "person",
        }
    }
}

/// Asks for one of the two histories.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SettingsPastAsk {
    pub of: SettingsPast,
}

/// What the numbers would look like.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SeriesPreview {
    /// The next number of this month, and its serial.
    pub next: String,
    pub next_serial: i64,
    /// The smallest serial that is still free.
    pub least: i64,
    /// The number after it, and the first one of next month.
    pub then: String,
    pub next_month: String,
    /// The number that was given out last, whatever it looks like; empty when there is none.
    pub last: String,
}

/// How a connection is secured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub enum MailSecurity {
    #[default]
    Tls,
    StartTls,
}

/// The mail account; the password is in the keychain, never here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MailAccount {
    pub provider: String,
    pub host: String,
    pub port: i64,
    pub security: MailSecurity,
    pub user: String,
    pub from_address: String,
    pub from_name: String,
    /// PEM of the company's own certificate authority, if its server has one.
    pub trusted_pem: String,
    /// Letters a minute at most.
    pub per_minute: i64,
}

/// A provider's preset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MailProvider {
    pub name: String,
    pub domains: Vec<String>,
    pub host: String,
    pub port: i64,
    pub security: MailSecurity,
    pub password_kind: String,
    pub note: String,
}

/// Everything the settings room shows.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SettingsView {
    pub company: Company,
    pub policy: Policy,
    pub series: Series,
    pub mail: MailAccount,
    pub mail_password_set: bool,
    /// Why no password can be kept, when the keychain does not answer.
    pub vault_problem: Option<String>,
    pub providers: Vec<MailProvider>,
    pub language: Language,
    pub sample: bool,
    /// Who may change settings; everybody else reads them and is told these names.
    pub admins: Vec<String>,
    pub book_path: String,
    pub log_path: String,
}

/// Saves the mail account; `password` none keeps what is in the keychain.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MailSave {
    pub account: MailAccount,
    pub password: Option<String>,
}

/// Where a test letter goes: to oneself.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MailTest {
    pub to: String,
}

/// One step of the mail doctor.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MailStep {
    /// `lookup`, `connect`, `tls`, `login`, `sender`, `handover`
    pub step: String,
    pub ok: bool,
    pub millis: i64,
    /// The server's own words.
    pub said: String,
    /// A stable name for the explanation: `wrong_password`, `basic_auth_off`, `timeout`, …
    pub explain: String,
}

/// What the doctor found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MailTested {
    /// When it looked.
    pub at: String,
    pub ok: bool,
    pub steps: Vec<MailStep>,
}

/// The language for screen and papers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LanguageSet {
    pub language: Language,
}

impl Default for Policy {
    fn default() -> Policy {
        use chengdan_domain::people::Role;
        let level = |role| Level { role, from_fen: 0 };
        Policy {
            delivery_point: DeliveryPoint::Receipt,
            levels: vec![level(Role::SalesSupervisor), level(Role::Finance), level(Role::Operations)],
            must_sign_in: false,
            evidence_from_fen: 50_000_000,
            single_person: false,
            resubmit_at_refusing_level: false,
            discount_limit: Rate(1_500),
            margin_floor: margin_floor(),
            unknown_cost: UnknownCost::default(),
            review_purchase_orders: false,
            red_is_up: false,
            most_leads: most_leads(),
        }
    }
}
