-- Files that belong to a document (an order, a customer, a product); the bytes lie in files/ by their content. One that
-- was taken away keeps its row, with who did it and when, and can be put back.
create table attachment (
  id integer primary key,
  document text not null,
  document_id integer not null,
  sha256 text not null references file (sha256),
  name text not null,
  note text not null default '',
  added_by integer references person (id),
  added_at text not null,
  removed_by integer references person (id),
  removed_at text
) strict;
create index attachment_of_document on attachment (document, document_id, id);
-- Evidence of decisions is an attachment of its order from now on, and what was given before too.
insert into attachment (document, document_id, sha256, name, added_by, added_at)
  select a.document, a.document_id, f.sha256, f.name, min(a.recorder_id), min(a.at)
    from approval a join file f on f.sha256 = a.evidence
   group by a.document, a.document_id, f.sha256, f.name order by min(a.id);
