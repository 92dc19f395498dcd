//! People, their roles and passwords' hashes.

use std::collections::BTreeMap;

use chengdan_domain::people::Role;
use chengdan_domain::refusal::Refusal;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Act, history};
use crate::fault::Fault;
use crate::views::person::{PersonBrief, PersonSave, PersonView};

const COLUMNS: &str =
    "id, version, name, code, email, phone, region, senior, active, password_hash <> '', industries";

fn row_of(row: &Row) -> rusqlite::Result<PersonView> {
    Ok(PersonView {
        id: row.get(0)?,
        version: row.get(1)?,
        name: row.get(2)?,
        code: row.get(3)?,
        email: row.get(4)?,
        phone: row.get(5)?,
        region: row.get(6)?,
        senior: row.get(7)?,
        active: row.get(8)?,
        has_password: row.get(9)?,
        industries: serde_json::from_str(&row.get::<_, String>(10)?).unwrap_or_default(),
        roles: Vec::new(),
    })
}

/// A role as the book writes it.
pub fn role_text(role: Role) -> String {
    format!("{role:?}")
}

/// Reads a role back; an unknown word (from a newer program) is nobody's role.
pub fn role_of(text: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role_text(*role) == text)
}

/// Everybody, the active first, by name.
pub fn all(connection: &Connection) -> Result<Vec<PersonView>, Fault> {
    let mut roles: BTreeMap<i64, Vec<Role>> = BTreeMap::new();
    let mut statement =
        connection.prepare_cached("select person_id, role from person_role order by person_id, role")?;
    let found = statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    for pair in found {
        let (id, role) = pair?;
        roles.entry(id).or_default().extend(role_of(&role));
    }
    let mut statement = connection
        .prepare_cached(&format!("select {COLUMNS} from person order by active desc, name_key, id"))?;
    let mut people: Vec<PersonView> = statement.query_map([], row_of)?.collect::<Result<_, _>>()?;
    for person in &mut people {
        person.roles = roles.remove(&person.id).unwrap_or_default();
        person.roles.sort();
    }
    Ok(people)
}

/// One person.
///
/// # Errors
/// `RowNotFound`.
pub fn get(connection: &Connection, id: i64) -> Result<PersonView, Fault> {
    let mut person = connection
        .prepare_cached(&format!("select {COLUMNS} from person where id = $1"))?
        .query_row([id], row_of)?;
    person.roles = roles(connection, id)?;
    Ok(person)
}

/// What somebody may do.
pub fn roles(connection: &Connection, id: i64) -> Result<Vec<Role>, Fault> {
    let mut statement =
        connection.prepare_cached("select role from person_role where person_id = $1 order by role")?;
    let texts = statement.query_map([id], |row| row.get::<_, String>(0))?;
    let mut roles = Vec::new();
    for text in texts {
        roles.extend(role_of(&text?));
    }
    roles.sort();
    Ok(roles)
}

/// One person in one line, or none.
pub fn brief(connection: &Connection, id: i64) -> Result<Option<PersonBrief>, Fault> {
    let found: Option<(String, bool, bool)> = connection
        .prepare_cached("select name, password_hash <> '', active from person where id = $1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((name, has_password, active)) = found else { return Ok(None) };
    Ok(Some(PersonBrief { id, name, roles: roles(connection, id)?, has_password, active }))
}

/// The hash of somebody's password; empty when none is set.
pub fn password_hash(connection: &Connection, id: i64) -> Result<String, Fault> {
    Ok(connection
        .prepare_cached("select password_hash from person where id = $1")?
        .query_row([id], |row| row.get(0))?)
}

/// Creates or changes a person; answers the id. `password_hash`: none keeps what there is.
///
/// # Errors
/// `NameTaken`, `LastAdmin`, `Stale`.
pub fn save(act: &Act, person: &PersonSave, password_hash: Option<&str>) -> Result<i64, Fault> {
    refuse_taken(act, person)?;
    let name_key = person.name.to_lowercase();
    let id = if let Some(id) = person.id {
        let before = get(act.tx, id)?;
        let changed = act.tx.execute(
            "update person set version = version + 1, name = $1, name_key = $2, code = $3, email = $4, phone = $5,
                    region = $6, senior = $7, active = $8, password_hash = coalesce($9, password_hash), industries = $10
              where id = $11 and version = $12",
            params![person.name, name_key, person.code, person.email, person.phone, person.region, person.senior, person.active, password_hash, serde_json::to_string(&person.industries)?, id, person.version],
        )?;
        if changed != 1 {
            return Err(Fault::Stale { what: "person".into() });
        }
        write_roles(act, id, &person.roles)?;
        history::record(
            act,
            "person_save",
            "person",
            id,
            &changes(&before, person, password_hash.is_some()),
        )?;
        id
    } else {
        act.tx.execute(
            "insert into person (name, name_key, code, email, phone, region, senior, active, password_hash, created_at,
                    industries)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            params![
                person.name, name_key, person.code, person.email, person.phone, person.region, person.senior,
                person.active, password_hash.unwrap_or_default(), act.at(), serde_json::to_string(&person.industries)?
            ],
        )?;
        let id = act.tx.last_insert_rowid();
        write_roles(act, id, &person.roles)?;
        history::record(act, "person_create", "person", id, &history::Payload::note(&person.name))?;
        id
    };
    refuse_no_admin(act)?;
    Ok(id)
}

/// Somebody leaves; `heir` took over what they looked after.
///
/// # Errors
/// `LastAdmin`, `Stale`.
pub fn deactivate(act: &Act, id: i64, version: i64, heir: &str) -> Result<(), Fault> {
    let changed = act.tx.execute(
        "update person set version = version + 1, active = 0 where id = $1 and version = $2",
        [id, version],
    )?;
    if changed != 1 {
        return Err(Fault::Stale { what: "person".into() });
    }
    let name = get(act.tx, id)?.name;
    let told = history::Payload::note(name).change("in_use", true, false).change("heir", "", heir);
    history::record(act, "person_leave", "person", id, &told)?;
    refuse_no_admin(act)
}

fn changes(before: &PersonView, after: &PersonSave, password: bool) -> history::Payload {
    let list = |roles: &[Role]| roles.iter().map(|role| role_text(*role)).collect::<Vec<_>>().join(", ");
    let mut roles = after.roles.clone();
    roles.sort();
    history::Payload::note(&after.name)
        .change("password", "", if password { "•••" } else { "" })
        .change("name", &before.name, &after.name)
        .change("code", &before.code, &after.code)
        .change("email", &before.email, &after.email)
        .change("phone", &before.phone, &after.phone)
        .change("region", &before.region, &after.region)
        .change("industries", before.industries.join("、"), after.industries.join("、"))
        .change("senior", before.senior, after.senior)
        .change("in_use", before.active, after.active)
        .change("roles", list(&before.roles), list(&roles))
}

fn write_roles(act: &Act, id: i64, roles: &[Role]) -> Result<(), Fault> {
    act.tx.execute("delete from person_role where person_id = $1", [id])?;
    let mut statement = act
        .tx
        .prepare_cached("insert into person_role (person_id, role) values ($1, $2) on conflict do nothing")?;
    for role in roles {
        statement.execute(params![id, role_text(*role)])?;
    }
    Ok(())
}

fn refuse_taken(act: &Act, person: &PersonSave) -> Result<(), Fault> {
    let taken: i64 = act.tx.query_row(
        "select count(*) from person where (name = $1 or (code = $2 and code <> '')) and id <> $3",
        params![person.name, person.code, person.id.unwrap_or(0)],
        |row| row.get(0),
    )?;
    if taken > 0 { Err(Refusal::NameTaken { name: person.name.clone() }.into()) } else { Ok(()) }
}

fn refuse_no_admin(act: &Act) -> Result<(), Fault> {
    let admins: i64 = act.tx.query_row(
        "select count(*) from person p join person_role r on r.person_id = p.id where p.active = 1 and r.role = 'Admin'",
        [],
        |row| row.get(0),
    )?;
    if admins == 0 { Err(Refusal::LastAdmin.into()) } else { Ok(()) }
}
