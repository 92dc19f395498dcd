-- How people look at lists: views they saved, each somebody's and perhaps shown to everybody, and the columns each chose.
-- Filter, sort and columns as JSON, as the door takes them. No history: nothing that is so depends on it.
create table saved_view (
  id integer primary key,
  version integer not null default 1,
  person_id integer not null references person (id),
  -- Orders, Customers, Products, Outbox
  list text not null,
  name text not null,
  content text not null,
  shared integer not null default 0,
  created_at text not null
) strict;
create unique index saved_view_name on saved_view (person_id, list, name);
create table list_columns (
  person_id integer not null references person (id),
  list text not null,
  columns text not null,
  primary key (person_id, list)
) strict;
