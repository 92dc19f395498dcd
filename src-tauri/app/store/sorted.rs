//! Pages of the lists that are not orders: by any column, whatever is filtered. The keys of all that passes are computed
//! once, and rows are read only for what the page shows. Where each sort has an index, a stretch of it is looked at first:
//! that fills the page when the filter is a common one.

use rusqlite::types::Value;
use rusqlite::{Connection, Row, ToSql};

use crate::fault::Fault;

/// What is sorted by: an expression over the table, never null.
pub struct Key {
    pub sql: &'static str,
    pub numeric: bool,
    /// What a generated column is computed from: an index that covers the filter answers for that, not for the column.
    from: Option<&'static str>,
}

/// A text to sort by.
pub const fn text(sql: &'static str) -> Key {
    Key { sql, numeric: false, from: None }
}

/// A text to sort by that is a generated column with an index of its own.
pub const fn generated(sql: &'static str, from: &'static str) -> Key {
    Key { sql, numeric: false, from: Some(from) }
}

/// A number to sort by.
pub const fn number(sql: &'static str) -> Key {
    Key { sql, numeric: true, from: None }
}

/// So many rows are walked in the hope of filling a page.
const STRETCH: i64 = 1_000;

/// A list as it is asked for.
pub struct Sorted<'a> {
    /// The table and its letter, e.g. `customer c`.
    pub table: &'a str,
    pub letter: &'a str,
    /// The filter over `table`; its parameters are the first ones.
    pub passes: &'a str,
    pub key: &'a Key,
    pub descending: bool,
    /// The columns of a row, and what is joined for them.
    pub row: &'a str,
    pub joins: &'a str,
    /// Whether an index on every key and the id can be walked.
    pub walks: bool,
}

/// Rows, and the cursor of the last one when there are more.
pub type Page<T> = (Vec<T>, Option<String>);

impl Sorted<'_> {
    fn query(&self, parameters: usize) -> String {
        let Sorted { table, letter, passes, row, joins, .. } = self;
        let key = self.key.from.unwrap_or(self.key.sql);
        let (past, way) = if self.descending { ("<", "desc") } else { (">", "asc") };
        let (k, id, most) = (parameters + 1, parameters + 2, parameters + 3);
        format!(
            "with keyed as materialized (select {letter}.id as id, {key} as sorted from {table} where {passes}),
                  shown as materialized (select id, sorted from keyed
                    where (${k} is null or (sorted, id) {past} (${k}, ${id}))
                    order by sorted {way}, id {way} limit ${most})
             select {row}, shown.id, shown.sorted from shown join {table} on {letter}.id = shown.id {joins}
              order by shown.sorted {way}, shown.id {way}"
        )
    }

    /// What passes within the next stretch of the sort's index; `from` says that it goes on after a cursor.
    fn stretch(&self, parameters: usize, from: bool) -> String {
        let Sorted { table, letter, passes, row, joins, .. } = self;
        let key = self.key.sql;
        let (past, way) = if self.descending { ("<", "desc") } else { (">", "asc") };
        let (k, id) = (parameters + 1, parameters + 2);
        let (rest, most) = if from {
            // SQLite seeks along a plain comparison only, not one of rows.
            (
                format!("where ({key}, {letter}.id) {past} (${k}, ${id}) and {key} {past}= ${k}"),
                parameters + 3,
            )
        } else {
            (String::new(), k)
        };
        format!(
            "select {row}, {letter}.id, {key} from {table} {joins} where {passes} and {letter}.id in
               (select {letter}.id from {table} {rest} order by {key} {way}, {letter}.id {way} limit {STRETCH})
              order by {key} {way}, {letter}.id {way} limit ${most}"
        )
    }

    /// The page after a cursor.
    ///
    /// # Errors
    /// Malformed when the cursor is not one of ours.
    pub fn page<T>(
        &self,
        connection: &Connection,
        filter: &[&dyn ToSql],
        after: Option<&str>,
        limit: i64,
        read: impl Fn(&Row) -> rusqlite::Result<T>,
    ) -> Result<Page<T>, Fault> {
        let (key, id) = self.cursor(after)?;
        let most = usize::try_from(limit.clamp(1, 500)).unwrap_or(1);
        let asked = i64::try_from(most + 1).unwrap_or(i64::MAX);
        let cursor: &[&dyn ToSql] = &[&key, &id, &asked];
        let mut found = Vec::new();
        if self.walks {
            let near = self.stretch(filter.len(), after.is_some());
            let values = if after.is_some() { cursor } else { &cursor[2..] };
            found = rows(connection, &near, &[filter, values].concat(), &read)?;
        }
        if found.len() <= most {
            found = rows(connection, &self.query(filter.len()), &[filter, cursor].concat(), &read)?;
        }
        let more = found.len() > most;
        found.truncate(most);
        let next = found.last().filter(|_| more).map(|(_, cursor)| cursor.clone());
        Ok((found.into_iter().map(|(row, _)| row).collect(), next))
    }

    fn cursor(&self, after: Option<&str>) -> Result<(Value, i64), Fault> {
        let Some(after) = after else { return Ok((Value::Null, 0)) };
        let strange = || Fault::Malformed { detail: "this is no cursor of the list".into() };
        let (id, key) = after.split_once(':').ok_or_else(strange)?;
        let id = id.parse().map_err(|_| strange())?;
        if !self.key.numeric {
            return Ok((Value::Text(key.into()), id));
        }
        key.parse().map(|key| (Value::Integer(key), id)).map_err(|_| strange())
    }
}

/// Rows with their cursors.
fn rows<T>(
    connection: &Connection,
    query: &str,
    values: &[&dyn ToSql],
    read: impl Fn(&Row) -> rusqlite::Result<T>,
) -> Result<Vec<(T, String)>, Fault> {
    let mut statement = connection.prepare_cached(query)?;
    let mut rows = statement.query(values)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        // The last two columns, whatever stands before them.
        let last = row.as_ref().column_count();
        let id: i64 = row.get(last - 2)?;
        let key = match row.get::<_, Value>(last - 1)? {
            Value::Integer(number) => number.to_string(),
            Value::Text(text) => text,
            _ => String::new(),
        };
        found.push((read(row)?, super::cursor(&key, id)));
    }
    Ok(found)
}
