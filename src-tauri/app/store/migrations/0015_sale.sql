-- From the customer's need to a signed contract: opportunities with their requirement lists, solutions, quotations in
-- versions, and contracts with their legal review.
create table opportunity (
  id integer primary key,
  version integer not null default 1,
  number text not null unique,
  name text not null,
  customer_id integer not null references customer (id),
  lead_id integer references lead (id),
  owner_id integer references person (id),
  -- Open, Won, Lost
  state text not null,
  -- Survey, Solution, Negotiation, Contract, Won, Lost: computed from its documents by whatever act changes them.
  stage text not null,
  -- What is expected; and what its documents say by now (contract, else current version, else what is expected).
  expected_fen integer not null default 0,
  expected_on text,
  amount_fen integer not null default 0,
  reason text not null default '',
  winner text not null default '',
  closed_at text,
  closed_ym integer,
  creator_id integer references person (id),
  created_at text not null,
  search_key text not null default ''
) strict;
create index opportunity_by_created on opportunity (created_at, id);
create index opportunity_by_stage on opportunity (stage, amount_fen, id);
create index opportunity_by_owner on opportunity (owner_id, state, id);
create index opportunity_of_customer on opportunity (customer_id, id);
create index opportunity_of_lead on opportunity (lead_id) where lead_id is not null;
create virtual table opportunity_search using fts5 (grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

-- N1: a list of what the customer needs; a change after confirmation is another revision.
create table requirement (
  id integer primary key,
  version integer not null default 1,
  opportunity_id integer not null references opportunity (id),
  number text not null,
  revision integer not null,
  -- Draft, Confirmed, Superseded
  state text not null,
  contact_id integer references contact (id),
  delivery_address text not null default '',
  note text not null default '',
  confirmed_by text not null default '',
  confirmed_on text,
  confirmed_how text not null default '',
  evidence text,
  recorder_id integer references person (id),
  creator_id integer references person (id),
  created_at text not null
) strict;
create unique index requirement_once on requirement (opportunity_id, revision);

create table requirement_line (
  id integer primary key,
  requirement_id integer not null references requirement (id),
  position integer not null,
  product_id integer references product (id),
  name text not null default '',
  spec text not null default '',
  unit text not null default '',
  quantity_milli integer,
  wanted_on text,
  customised integer not null default 0,
  customisation text not null default '',
  standard text not null default ''
) strict;
create index line_of_requirement on requirement_line (requirement_id, position);
create index requirement_line_of_product on requirement_line (product_id) where product_id is not null;

-- Q1: the solution behind the quotations of an opportunity.
create table solution (
  opportunity_id integer primary key references opportunity (id),
  version integer not null default 1,
  configuration text not null default '',
  service text not null default '',
  plan text not null default '',
  person_id integer references person (id),
  saved_at text not null
) strict;

-- Q2 and Q3: a quotation is the row of its versions; exactly one is current.
create table quotation (
  id integer primary key,
  version integer not null default 1,
  number text not null unique,
  opportunity_id integer not null references opportunity (id),
  customer_id integer not null references customer (id),
  customer_name text not null,
  owner_id integer references person (id),
  creator_id integer references person (id),
  -- The state of its current version, and that version's figures.
  state text not null,
  current_id integer,
  revision integer not null default 1,
  amount_fen integer not null default 0,
  valid_until text,
  reason text not null default '',
  winner text not null default '',
  created_at text not null,
  search_key text not null default ''
) strict;
create index quotation_by_created on quotation (created_at, id);
create index quotation_by_state on quotation (state, id);
create index quotation_by_amount on quotation (amount_fen, id);
create index quotation_by_validity on quotation (coalesce(valid_until, ''), id);
create index quotation_by_customer on quotation (customer_name, id);
create virtual table quotation_search using fts5 (grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
create index quotation_of_opportunity on quotation (opportunity_id, id);

create table quotation_version (
  id integer primary key,
  quotation_id integer not null references quotation (id),
  revision integer not null,
  -- Draft, InApproval, SentBack, Approved, Sent, Accepted, Lost, Expired, Superseded
  state text not null,
  requirement_id integer references requirement (id),
  -- Why there is no confirmed list of needs (N1).
  no_requirement_reason text not null default '',
  contact_id integer references contact (id),
  valid_until text,
  terms text not null,
  delivery_period text not null default '',
  -- 服务与质保
  service text not null default '',
  note text not null default '',
  waiver_fen integer not null default 0,
  amount_fen integer not null default 0,
  net_fen integer not null default 0,
  tax_fen integer not null default 0,
  cost_fen integer,
  margin integer,
  -- Q3: what the customer objected to in the version before, and what was changed.
  objection text,
  objection_note text not null default '',
  changed text not null default '',
  round integer not null default 0,
  level integer not null default 0,
  ladder text not null default '[]',
  content_hash text not null default '',
  approved_hash text not null default '',
  sent_back_reason text not null default '',
  sent_at text,
  decided_at text,
  created_at text not null
) strict;
create unique index quotation_version_once on quotation_version (quotation_id, revision);
create index quotation_version_expires on quotation_version (valid_until) where state in ('Approved', 'Sent');

create table quotation_line (
  id integer primary key,
  quotation_version_id integer not null references quotation_version (id),
  position integer not null,
  product_id integer references product (id),
  name text not null default '',
  spec text not null default '',
  unit text not null default '',
  quantity_milli integer,
  list_price_micro integer,
  price_micro integer,
  discount integer not null default 0,
  waiver_fen integer not null default 0,
  amount_fen integer,
  -- Inside only; no paper may know it.
  cost_micro integer,
  tax_rate integer,
  customised integer not null default 0,
  market_reference text not null default ''
) strict;
create index line_of_quotation on quotation_line (quotation_version_id, position);
create index quotation_line_of_product on quotation_line (product_id) where product_id is not null;

alter table product add column cost_micro integer;

-- C1.
create table contract (
  id integer primary key,
  version integer not null default 1,
  number text unique,
  -- Where its number stands among others; drafts come last.
  sort_ym integer not null default 999999,
  sort_serial integer not null default 0,
  opportunity_id integer references opportunity (id),
  quotation_version_id integer references quotation_version (id),
  -- The contract it supplements.
  supplement_of integer references contract (id),
  -- Single, Framework, PurchaseOrder
  kind text not null,
  -- Draft, InReview, Returned, Reviewed, Signed, Void
  state text not null,
  customer_id integer not null references customer (id),
  customer_name text not null,
  contact_id integer references contact (id),
  customer_order_number text not null default '',
  owner_id integer references person (id),
  creator_id integer references person (id),
  terms text not null,
  delivery_period text not null default '',
  delivery_address text not null default '',
  promised_on text,
  valid_until text,
  amount_fen integer not null default 0,
  net_fen integer not null default 0,
  tax_fen integer not null default 0,
  waiver_fen integer not null default 0,
  -- How much a framework lets be called off.
  limit_fen integer,
  -- Why it departs from the version that was accepted.
  difference_reason text not null default '',
  note text not null default '',
  signed_on text,
  our_signatory text not null default '',
  their_signatory text not null default '',
  scan text,
  returned_reason text not null default '',
  content_hash text not null default '',
  reviewed_hash text not null default '',
  called_fen integer not null default 0,
  created_at text not null,
  search_key text not null default ''
) strict;
create index contract_by_created on contract (created_at, id);
create index contract_by_number on contract (sort_ym, sort_serial, id);
create index contract_by_state on contract (state, id);
create index contract_by_amount on contract (amount_fen, id);
create index contract_by_customer on contract (customer_name, id);
create index contract_of_customer on contract (customer_id, id);
create index contract_of_opportunity on contract (opportunity_id, id);
create index contract_supplements on contract (supplement_of) where supplement_of is not null;
create index contract_of_version on contract (quotation_version_id) where quotation_version_id is not null;
create virtual table contract_search using fts5 (grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

create table contract_line (
  id integer primary key,
  contract_id integer not null references contract (id),
  position integer not null,
  product_id integer references product (id),
  name text not null default '',
  spec text not null default '',
  unit text not null default '',
  quantity_milli integer,
  price_micro integer,
  discount integer not null default 0,
  waiver_fen integer not null default 0,
  amount_fen integer,
  tax_rate integer,
  customised integer not null default 0,
  promised_on text
) strict;
create index line_of_contract on contract_line (contract_id, position);
create index contract_line_of_product on contract_line (product_id) where product_id is not null;

-- The library of clauses; a changed clause is another edition, contracts keep the one they took.
create table clause (
  id integer primary key,
  code text not null,
  edition integer not null,
  -- Rights 权利义务, Breach 违约责任, Secrecy 保密, Dispute 争议解决, Other
  kind text not null,
  title text not null,
  title_en text not null default '',
  text_zh text not null,
  text_en text not null default '',
  -- Taken into every new contract.
  standard integer not null default 0,
  active integer not null default 1,
  saved_by integer references person (id),
  saved_at text not null
) strict;
create unique index clause_once on clause (code, edition);

create table contract_clause (
  contract_id integer not null references contract (id),
  position integer not null,
  clause_id integer references clause (id),
  title text not null,
  body text not null,
  primary key (contract_id, position)
) strict;

-- Each review with what was checked.
create table contract_review (
  id integer primary key,
  contract_id integer not null references contract (id),
  -- Passed, Returned
  outcome text not null,
  checklist text not null,
  reason text not null default '',
  decider_id integer not null references person (id),
  recorder_id integer not null references person (id),
  given text not null,
  evidence text,
  behalf_reason text not null default '',
  content_hash text not null,
  -- What the decider said of a review that somebody else recorded: as with approvals.
  confirmed integer,
  confirmed_note text not null default '',
  at text not null
) strict;
create index contract_review_by on contract_review (decider_id, id) where confirmed is null;
create index contract_review_of on contract_review (contract_id, id);

-- Orders refer to the contract they come from; a framework is called off by several.
alter table sales_order add column contract_id integer references contract (id);
alter table sales_order add column contract_reason text not null default '';
alter table sales_order add column customer_order_on text;
create index order_of_contract on sales_order (contract_id, id) where contract_id is not null;

-- Letters of other documents than orders.
alter table letter add column document text not null default 'order';
alter table letter add column document_id integer;
alter table outbox add column document text not null default 'order';
alter table outbox add column document_id integer;
create unique index letter_of_document on letter (document, document_id, kind, revision, content_hash) where document_id is not null;
create index outbox_of_document on outbox (document, document_id, id) where document_id is not null;
