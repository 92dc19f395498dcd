-- The recycle bin: what had no number and was removed, whole, until somebody restores it or the bin is emptied.
-- It lies here instead of in its own table, so that nothing that lists, finds or compares can meet it.
create table removed (
  id integer primary key,
  -- Order (a draft), Customer, Product, Contact
  kind text not null,
  former_id integer not null,
  -- The customer of a contact.
  parent_id integer,
  name text not null,
  detail text not null default '',
  content text not null,
  removed_by integer references person (id),
  removed_at text not null
) strict;
create index removed_newest on removed (removed_at, id);
