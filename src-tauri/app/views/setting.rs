//! Settings: company, policy, mail.

use chengdan_domain::approval::Level;
use chengdan_domain::money::Rate;
use chengdan_domain::order::DeliveryPoint;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::book::Language;

/// What stands in the letterhead and in the bank block.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Company {
    pub name: String,
    pub name_en: String,
    pub tax_number: String,
    pub address: String,
    pub phone: String,
    pub email: String,
    pub bank_name: String,
    pub bank_account: String,
}

/// The rules the company sets for itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Policy {
    pub number_prefix: String,
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
    /// Days within which the customer is asked to confirm.
    pub confirm_days: i64,
    pub objection_days: i64,
    /// Sentences of the letter; empty uses the built-in words.
    pub confirm_sentence: String,
    pub deemed_sentence: String,
    /// 红涨绿跌
    pub red_is_up: bool,
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
    pub mail: MailAccount,
    pub mail_password_set: bool,
    /// Why no password can be kept, when the keychain does not answer.
    pub vault_problem: Option<String>,
    pub providers: Vec<MailProvider>,
    pub language: Language,
    pub sample: bool,
    pub book_path: String,
    pub backup_folder: String,
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
            number_prefix: "DD".into(),
            delivery_point: DeliveryPoint::Receipt,
            levels: vec![level(Role::SalesSupervisor), level(Role::Finance), level(Role::Operations)],
            must_sign_in: false,
            evidence_from_fen: 50_000_000,
            single_person: false,
            resubmit_at_refusing_level: false,
            discount_limit: Rate(1_500),
            confirm_days: 3,
            objection_days: 7,
            confirm_sentence: String::new(),
            deemed_sentence: String::new(),
            red_is_up: false,
        }
    }
}
