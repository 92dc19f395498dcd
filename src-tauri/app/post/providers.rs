//! Presets of mail providers, read from providers.csv beside this file.

use crate::views::setting::{MailProvider, MailSecurity};

/// Every preset, in the order of the file; 自定义 is last and empty.
pub fn providers() -> Vec<MailProvider> {
    let mut reader = csv::Reader::from_reader(include_bytes!("providers.csv").as_slice());
    let rows = reader.records().filter_map(Result::ok);
    rows.map(|row| {
        let field = |index: usize| row.get(index).unwrap_or_default().to_string();
        let domains = field(1).split(';').filter(|domain| !domain.is_empty()).map(Into::into).collect();
        let security = if field(4) == "starttls" { MailSecurity::StartTls } else { MailSecurity::Tls };
        MailProvider {
            name: field(0),
            domains,
            host: field(2),
            port: field(3).parse().unwrap_or(465),
            security,
            password_kind: field(5),
            note: field(6),
        }
    })
    .collect()
}
