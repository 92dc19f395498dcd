//! What the page 「关于」 tells of a book, and the names that must not leave it in a log.

use rusqlite::Connection;

use super::{migrate, person, setting};
use crate::fault::Fault;

/// How much is in a book.
pub struct Counts {
    pub orders: i64,
    pub customers: i64,
    pub entries: i64,
    pub files: i64,
    pub file_bytes: i64,
    pub schema: i64,
}

/// Counts what is in a book.
pub fn counts(connection: &Connection) -> Result<Counts, Fault> {
    let (orders, customers, entries, files, file_bytes) = connection
        .prepare_cached(
            "select (select count(*) from sales_order), (select count(*) from customer),
                    (select seq from history_head where id = 1),
                    (select count(*) from file), (select cast(coalesce(sum(size), 0) as bigint) from file)",
        )?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))?;
    let schema = i64::try_from(migrate::refuse_newer(connection)?).unwrap_or(i64::MAX);
    Ok(Counts { orders, customers, entries, files, file_bytes, schema })
}

/// Whatever in this book names the company, its people or its server.
pub fn names(connection: &Connection) -> Result<Vec<String>, Fault> {
    let (company, mail) = (setting::company(connection)?, setting::mail(connection)?);
    let mut names = vec![
        company.name,
        company.name_en,
        company.tax_number,
        company.address,
        company.phone,
        company.email,
        company.bank_name,
        company.bank_account,
        mail.host,
        mail.user,
        mail.from_address,
        mail.from_name,
    ];
    names.extend(company.other_accounts.into_iter().flat_map(|other| [other.bank_name, other.bank_account]));
    for who in person::all(connection)? {
        names.extend([who.name, who.email, who.phone]);
    }
    Ok(names)
}
