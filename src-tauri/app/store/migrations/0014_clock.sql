-- The company's own calendar years over the published ones.
create table calendar_year (
  year integer primary key,
  person_id integer references person (id),
  at text not null
) strict;
create table rest_day (
  year integer not null references calendar_year (year),
  day text not null,
  -- 1: it rests; 0: a weekend that is worked (调休).
  rests integer not null,
  holiday text not null,
  primary key (year, day)
) strict;

-- How long a rule gives from an instant on; a clock that runs keeps the length it began with.
create table clock_length (
  id integer primary key,
  rule text not null,
  length text not null,
  from_at text not null,
  set_by integer references person (id)
) strict;
create index clock_length_of on clock_length (rule, from_at, id);

-- What the night watch found, in the order it found it: each clock is told of once, whatever the clock on the wall did.
create table deadline_mark (
  id integer primary key,
  deadline_id integer not null references deadline (id),
  -- Due (warned), Over (ran out, for whoever has to meet it), Escalated (ran out, for whom it escalates to)
  kind text not null,
  at text not null
) strict;
alter table deadline add column over_at text;
update deadline set over_at = escalated_at where escalated_at is not null;
create index deadline_to_tell on deadline (due_at) where state = 'Running' and over_at is null;
create index deadline_record on deadline (ym, due_at, id);

-- Decisions on leads that somebody else recorded: confirmed or disputed by the decider.
alter table lead_rating add column confirmed integer;
alter table lead_rating add column confirmed_note text not null default '';
create index lead_rating_by_decider on lead_rating (decider_id, id);
alter table lead_assignment add column confirmed integer;
alter table lead_assignment add column confirmed_note text not null default '';
create index lead_assignment_by_decider on lead_assignment (decider_id, id);

-- Industries somebody looks after, as a JSON list.
alter table person add column industries text not null default '[]';

-- Leads that came in by an import, to take them back.
alter table lead add column import_id integer;
create index lead_by_import on lead (import_id) where import_id is not null;
create index lead_by_next on lead (next_on, id) where next_on is not null;
alter table import add column leads integer not null default 0;
