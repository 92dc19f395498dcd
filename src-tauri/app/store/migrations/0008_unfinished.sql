-- Forms that were begun and not saved: what was typed, kept for the person who typed it, until it is saved or given up.
-- Not a document and without history: only what is saved counts. One per person, kind and record; 0 stands for a new one.
create table unfinished (
  id integer primary key,
  person_id integer not null references person (id),
  kind text not null,
  document_id integer not null,
  -- What the list of unfinished forms calls it.
  title text not null,
  content text not null,
  kept_at text not null
) strict;
create unique index unfinished_of_person on unfinished (person_id, kind, document_id);
create index unfinished_of_document on unfinished (kind, document_id, id);
