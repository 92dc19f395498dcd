//! Attachments: which kept file belongs to which document. Their bytes are [`super::file`]'s.

use chengdan_domain::refusal::Refusal;
use rusqlite::{Connection, params};

use super::{Act, history};
use crate::fault::Fault;
use crate::views::DocumentKind;
use crate::views::attachment::AttachmentRow;

/// The document's name in the book, as the history writes it.
pub fn noun(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Order => "order",
        DocumentKind::Customer => "customer",
        DocumentKind::Product => "product",
        DocumentKind::Lead => "lead",
        DocumentKind::Opportunity => "opportunity",
        DocumentKind::Quotation => "quotation",
        DocumentKind::Contract => "contract",
    }
}

/// Reads a document's name.
pub fn kind_of(noun: &str) -> DocumentKind {
    match noun {
        "customer" => DocumentKind::Customer,
        "product" => DocumentKind::Product,
        "lead" => DocumentKind::Lead,
        "opportunity" => DocumentKind::Opportunity,
        "quotation" => DocumentKind::Quotation,
        "contract" => DocumentKind::Contract,
        _ => DocumentKind::Order,
    }
}

/// Insists that the document is there.
///
/// # Errors
/// `RowNotFound`.
pub fn insist_on_document(connection: &Connection, kind: DocumentKind, id: i64) -> Result<(), Fault> {
    let there = match kind {
        DocumentKind::Order => "select 1 from sales_order where id = $1",
        DocumentKind::Customer => "select 1 from customer where id = $1",
        DocumentKind::Product => "select 1 from product where id = $1",
        DocumentKind::Lead => "select 1 from lead where id = $1",
        DocumentKind::Opportunity => "select 1 from opportunity where id = $1",
        DocumentKind::Quotation => "select 1 from quotation where id = $1",
        DocumentKind::Contract => "select 1 from contract where id = $1",
    };
    if connection.prepare_cached(there)?.exists([id])? { Ok(()) } else { Err(Refusal::RowNotFound.into()) }
}

/// The attachments of a document, the newest first; those that were taken away among them.
pub fn of(connection: &Connection, kind: DocumentKind, id: i64) -> Result<Vec<AttachmentRow>, Fault> {
    let mut statement = connection.prepare_cached(
        "select a.id, a.sha256, a.name, f.mime, f.size, a.note, exists (select 1 from approval d
                  where d.document = a.document and d.document_id = a.document_id and d.evidence = a.sha256)
                  or (a.document = 'lead' and exists (select 1 from lead_rating t
                        where t.lead_id = a.document_id and t.evidence = a.sha256))
                  or (a.document = 'lead' and exists (select 1 from lead_assignment s
                        where s.lead_id = a.document_id and s.evidence = a.sha256))
                  or (a.document = 'opportunity' and exists (select 1 from requirement n
                        where n.opportunity_id = a.document_id and n.evidence = a.sha256))
                  or (a.document = 'contract' and exists (select 1 from contract_review v
                        where v.contract_id = a.document_id and v.evidence = a.sha256))
                  or (a.document = 'contract' and exists (select 1 from contract k
                        where k.id = a.document_id and k.scan = a.sha256)),
                coalesce(p.name, ''), a.added_at, coalesce(r.name, ''), a.removed_at
           from attachment a join file f on f.sha256 = a.sha256
           left join person p on p.id = a.added_by left join person r on r.id = a.removed_by
          where a.document = $1 and a.document_id = $2 order by a.id desc",
    )?;
    let rows = statement.query_map(params![noun(kind), id], |row| {
        let name: String = row.get(2)?;
        let evidence: bool = row.get(6)?;
        Ok(AttachmentRow {
            id: row.get(0)?,
            sha256: row.get(1)?,
            mime: row.get(3)?,
            size: row.get(4)?,
            note: row.get(5)?,
            remove: evidence
                .then(|| Refusal::AttachmentIsEvidence { name: name.clone() })
                .into_iter()
                .collect(),
            name,
            added_by: row.get(7)?,
            added_at: row.get(8)?,
            removed_by: row.get(9)?,
            removed_at: row.get(10)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// An attachment with the document it belongs to.
///
/// # Errors
/// `RowNotFound`.
pub fn get(connection: &Connection, id: i64) -> Result<(DocumentKind, i64, AttachmentRow), Fault> {
    let (noun, document_id): (String, i64) = connection
        .prepare_cached("select document, document_id from attachment where id = $1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let kind = kind_of(&noun);
    let row = of(connection, kind, document_id)?.into_iter().find(|row| row.id == id);
    Ok((kind, document_id, row.ok_or(Refusal::RowNotFound)?))
}

/// Attaches a kept and registered file.
///
/// # Errors
/// `FileAttached` when the same bytes are attached already.
pub fn add(
    act: &Act,
    (kind, id): (DocumentKind, i64),
    sha256: &str,
    name: &str,
    note: &str,
) -> Result<(), Fault> {
    let there =
        of(act.tx, kind, id)?.into_iter().find(|row| row.sha256 == sha256 && row.removed_at.is_none());
    if let Some(there) = there {
        return Err(Refusal::FileAttached { name: there.name }.into());
    }
    act.tx
        .prepare_cached(
            "insert into attachment (document, document_id, sha256, name, note, added_by, added_at)
             values ($1, $2, $3, $4, $5, $6, $7)",
        )?
        .execute(params![noun(kind), id, sha256, name, note, act.actor, act.at()])?;
    let payload =
        history::Payload::default().change("attachment", "", name).change("attachment_note", "", note);
    history::record(act, "attachment_add", noun(kind), id, &payload)
}

/// Evidence of a decision is an attachment of its order; the decision's own entry tells of it.
pub fn add_evidence(
    act: &Act,
    (kind, id): (DocumentKind, i64),
    recorder_id: i64,
    sha256: &str,
    at: &str,
) -> Result<(), Fault> {
    act.tx
        .prepare_cached(
            "insert into attachment (document, document_id, sha256, name, added_by, added_at)
             select $1, $2, f.sha256, f.name, $3, $4 from file f
              where f.sha256 = $5 and not exists (select 1 from attachment a where a.document = $1
                    and a.document_id = $2 and a.sha256 = f.sha256 and a.removed_at is null)",
        )?
        .execute(params![noun(kind), id, recorder_id, at, sha256])?;
    Ok(())
}

/// Takes an attachment away; row and bytes stay, so that it can be put back.
///
/// # Errors
/// `RowNotFound` (also when it was taken away before), `AttachmentIsEvidence`.
pub fn remove(act: &Act, id: i64) -> Result<(), Fault> {
    let (kind, document_id, row) = get(act.tx, id)?;
    if row.removed_at.is_some() {
        return Err(Refusal::RowNotFound.into());
    }
    if !row.remove.is_empty() {
        return Err(Fault::Refused { reasons: row.remove });
    }
    act.tx.execute(
        "update attachment set removed_by = $1, removed_at = $2 where id = $3",
        params![act.actor, act.at(), id],
    )?;
    let payload = history::Payload::default().change("attachment", &row.name, "");
    history::record(act, "attachment_remove", noun(kind), document_id, &payload)
}

/// Puts back what was taken away.
///
/// # Errors
/// `RowNotFound`, `FileAttached` when the same bytes were attached anew meanwhile.
pub fn restore(act: &Act, id: i64) -> Result<(), Fault> {
    let (kind, document_id, row) = get(act.tx, id)?;
    if row.removed_at.is_none() {
        return Err(Refusal::FileAttached { name: row.name }.into());
    }
    let others = of(act.tx, kind, document_id)?;
    if let Some(there) = others.into_iter().find(|one| one.sha256 == row.sha256 && one.removed_at.is_none()) {
        return Err(Refusal::FileAttached { name: there.name }.into());
    }
    act.tx.execute("update attachment set removed_by = null, removed_at = null where id = $1", [id])?;
    let payload = history::Payload::default().change("attachment", "", &row.name);
    history::record(act, "attachment_restore", noun(kind), document_id, &payload)
}

/// Says what it is.
pub fn set_note(act: &Act, id: i64, note: &str) -> Result<(), Fault> {
    let (kind, document_id, row) = get(act.tx, id)?;
    if row.note == note {
        return Ok(());
    }
    act.tx.execute("update attachment set note = $1 where id = $2", params![note, id])?;
    let payload = history::Payload::note(&row.name).change("attachment_note", &row.note, note);
    history::record(act, "attachment_note", noun(kind), document_id, &payload)
}

/// In the bin a document is known by its place there.
const IN_BIN: &str = "removed";

/// A document goes into the bin with what is attached to it; answers the names, for the history.
pub fn into_bin(act: &Act, kind: DocumentKind, id: i64, place: i64) -> Result<Vec<String>, Fault> {
    let rows = of(act.tx, kind, id)?.into_iter().filter(|row| row.removed_at.is_none());
    let names = rows.map(|row| row.name).collect();
    act.tx.execute(
        "update attachment set document = $1, document_id = $2 where document = $3 and document_id = $4",
        params![IN_BIN, place, noun(kind), id],
    )?;
    Ok(names)
}

/// A document came back from the bin, perhaps under a new id, and so does what was attached to it.
pub fn out_of_bin(act: &Act, place: i64, kind: DocumentKind, id: i64) -> Result<(), Fault> {
    act.tx.execute(
        "update attachment set document = $1, document_id = $2 where document = $3 and document_id = $4",
        params![noun(kind), id, IN_BIN, place],
    )?;
    Ok(())
}

/// What was attached to documents that are deleted for good; the bytes stay in the book's files.
pub fn drop_orphans(act: &Act) -> Result<(), Fault> {
    act.tx.execute(
        "delete from attachment where document = $1 and document_id not in (select id from removed)",
        [IN_BIN],
    )?;
    Ok(())
}
