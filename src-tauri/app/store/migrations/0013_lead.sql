-- Leads with their ratings, assignments and follow-ups; and clocks: every limit of the process as it runs.
create table lead (
  id integer primary key,
  version integer not null default 1,
  -- New, Rated, Assigned, Converted, Lost, Invalid, Merged
  state text not null,
  -- A, B, C; null while it is not rated
  grade text,
  -- The company, or the contact where none is known.
  name text not null,
  name_key text not null,
  customer text not null,
  contact text not null,
  title text not null,
  phone text not null,
  phone_key text not null,
  wechat text not null,
  email text not null,
  industry text not null,
  province text not null,
  city text not null,
  district text not null,
  region text not null,
  source text not null,
  source_note text not null,
  need text not null,
  received_at text not null,
  registered_at text not null,
  registered_by integer references person (id),
  owner_id integer references person (id),
  -- A customer who is known already, and the one it became.
  customer_id integer,
  became_id integer,
  merged_into integer references lead (id),
  reason text not null default '',
  -- Of its follow-ups and of those of the leads that are merged into it.
  followed_at text,
  reached_at text,
  next_on text,
  search_key text not null
) strict;
create index lead_by_state on lead (state, registered_at, id);
create index lead_by_received on lead (received_at, id);
create index lead_by_name on lead (name_key);
create index lead_by_phone on lead (phone_key);
create index lead_by_owner on lead (owner_id, state);
create index lead_merged on lead (merged_into) where merged_into is not null;
create index lead_known on lead (customer_id) where customer_id is not null;
create index lead_became on lead (became_id) where became_id is not null;

create virtual table lead_search using fts5 (grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

create table lead_rating (
  id integer primary key,
  lead_id integer not null references lead (id),
  grade text not null,
  industry_verdict integer not null,
  industry_note text not null,
  fit_verdict integer not null,
  fit_note text not null,
  likelihood_verdict integer not null,
  likelihood_note text not null,
  decider_id integer not null references person (id),
  recorder_id integer not null references person (id),
  given text not null,
  evidence text,
  behalf_reason text not null,
  at text not null
) strict;
create index lead_rating_of on lead_rating (lead_id, id);

create table lead_assignment (
  id integer primary key,
  lead_id integer not null references lead (id),
  owner_id integer not null references person (id),
  decider_id integer not null references person (id),
  recorder_id integer not null references person (id),
  given text not null,
  evidence text,
  behalf_reason text not null,
  at text not null
) strict;
create index lead_assignment_of on lead_assignment (lead_id, id);

create table lead_follow_up (
  id integer primary key,
  lead_id integer not null references lead (id),
  person_id integer references person (id),
  at text not null,
  recorded_at text not null,
  method text not null,
  reached integer not null,
  said text not null,
  need_change text not null,
  next_on text
) strict;
create index lead_follow_up_of on lead_follow_up (lead_id, at, id);

create table deadline (
  id integer primary key,
  rule text not null,
  -- Lead, Order
  document text not null,
  document_id integer not null,
  -- Who has to meet it; where nobody is named, whoever holds the role.
  person_id integer references person (id),
  role text,
  -- A lead's source.
  source text not null,
  -- Running, Met, Late, Lapsed
  state text not null,
  length text not null,
  steps text not null,
  -- When it was opened, and from when it is reckoned.
  opened_at text not null,
  started_at text not null,
  due_at text not null,
  warns_at text not null,
  ended_at text,
  -- The month in which it is due.
  ym integer not null,
  snoozed_until text,
  snooze_reason text not null default '',
  warned_at text,
  escalated_at text
) strict;
create index deadline_running on deadline (due_at, id, person_id, role, snoozed_until) where state = 'Running';
create index deadline_of_document on deadline (document, document_id, state, due_at);
create index deadline_by_month on deadline (ym, rule, person_id, source);
create index deadline_ended on deadline (ended_at, state, due_at, person_id, role) where state <> 'Running';
create index deadline_to_warn on deadline (warns_at) where state = 'Running' and warned_at is null;
create index deadline_to_escalate on deadline (due_at) where state = 'Running' and escalated_at is null;
