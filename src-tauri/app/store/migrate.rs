//! Append-only migrations, with a verified backup before each.

use std::path::{Path, PathBuf};

use chengdan_domain::refusal::Refusal;
use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::engine::APPLICATION_ID;
use crate::fault::Fault;

/// Every migration ever shipped, in order; its position is its version. Their hashes are kept by tests/tidy.rs.
pub const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_book.sql"),
    include_str!("migrations/0002_list.sql"),
    include_str!("migrations/0003_amount_change.sql"),
    include_str!("migrations/0004_attachment.sql"),
    include_str!("migrations/0005_removed.sql"),
    include_str!("migrations/0006_search.sql"),
    include_str!("migrations/0007_delivery_note.sql"),
    include_str!("migrations/0008_unfinished.sql"),
    include_str!("migrations/0009_line_of_product.sql"),
    include_str!("migrations/0010_sorts.sql"),
    include_str!("migrations/0011_saved_view.sql"),
    include_str!("migrations/0012_notice_told.sql"),
    include_str!("migrations/0013_lead.sql"),
    include_str!("migrations/0014_clock.sql"),
    include_str!("migrations/0015_sale.sql"),
    include_str!("migrations/0016_agreed.sql"),
];

/// Brings a book to the present version.
pub fn migrate(connection: &mut Connection, folder: &Path, now: DateTime<Utc>) -> Result<(), Fault> {
    let found = refuse_newer(connection)?;
    for (version, migration) in MIGRATIONS.iter().enumerate().skip(found) {
        // A book that is just being made has nothing to back up.
        if found > 0 {
            back_up_before(connection, folder, version, now)?;
        }
        let tx = connection.transaction()?;
        tx.execute_batch(migration)?;
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        tx.pragma_update(None, "user_version", i64::try_from(version + 1).unwrap_or(i64::MAX))?;
        tx.commit()?;
    }
    super::order::terms::bring_up_to_date(connection)?;
    super::clause::bring_up_to_date(connection, now)?;
    super::search::bring_up_to_date(connection)
}

/// The book's version, or a refusal when it is newer than this program or no book at all.
pub fn refuse_newer(connection: &Connection) -> Result<usize, Fault> {
    let path = connection.path().unwrap_or_default().to_string();
    let number = |pragma: &str| -> Result<i64, Fault> {
        connection
            .pragma_query_value(None, pragma, |row| row.get(0))
            .map_err(|_| Refusal::BookNotABook { path: path.clone() }.into())
    };
    let (application, found) = (number("application_id")?, number("user_version")?);
    let tables: i64 = connection
        .query_row("select count(*) from sqlite_schema", [], |row| row.get(0))
        .map_err(|_| Refusal::BookNotABook { path: path.clone() })?;
    if application != APPLICATION_ID && tables > 0 {
        return Err(Refusal::BookNotABook { path }.into());
    }
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    if found > known {
        return Err(Refusal::BookNewer { found, known }.into());
    }
    Ok(usize::try_from(found).unwrap_or(0))
}

/// Refuses to look at a book of an older version: this program would ask it for tables it does not have. Only who opens
/// it to write brings it up to date.
pub fn refuse_older(found: usize) -> Result<(), Fault> {
    if found >= MIGRATIONS.len() {
        return Ok(());
    }
    let version = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    Err(Refusal::BookOlder { found: version(found), known: version(MIGRATIONS.len()) }.into())
}

/// A name nothing has yet: a migration that is tried again within the second must not stop at the copy of its first try.
fn free_place(folder: &Path, name: &str) -> PathBuf {
    let first = folder.join(format!("{name}.db"));
    let again = (2..100).map(|count| folder.join(format!("{name}-{count}.db")));
    std::iter::once(first.clone()).chain(again).find(|path| !path.exists()).unwrap_or(first)
}

fn back_up_before(
    connection: &Connection,
    folder: &Path,
    version: usize,
    now: DateTime<Utc>,
) -> Result<(), Fault> {
    let place = folder.join("backups");
    std::fs::create_dir_all(&place)?;
    let copy = free_place(&place, &format!("before-v{:02}-{}", version + 1, now.format("%Y%m%dT%H%M%SZ")));
    connection.execute("vacuum into $1", [copy.display().to_string()])?;
    let check: String = Connection::open(&copy)?.query_row("pragma integrity_check", [], |row| row.get(0))?;
    if check == "ok" { Ok(()) } else { Err(Fault::broken(format!("backup before migration: {check}"))) }
}
