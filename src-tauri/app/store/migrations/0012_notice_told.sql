-- What was told to whom, kind by kind: the last entry of the history that was looked at, and when a notice was given last.

create table notice_told (
  person_id integer not null references person (id),
  kind text not null,
  seq integer not null,
  at text not null,
  primary key (person_id, kind)
) strict;
