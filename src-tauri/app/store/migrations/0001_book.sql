-- The first shape of the book. Amounts in 分, prices in millionths of 元, quantities in thousandths, rates in
-- basis points; instants are UTC text, business dates YYYY-MM-DD, ym is 202610. A shipped migration never changes.

create table meta (key text primary key, value text not null) strict;

-- Settings as JSON, one row per group (company, policy, mail, language …).
create table setting (key text primary key, value text not null, version integer not null default 1) strict;

create table person (
  id integer primary key,
  version integer not null default 1,
  code text not null default '',
  name text not null,
  name_key text not null,
  email text not null default '',
  phone text not null default '',
  region text not null default '',
  senior integer not null default 0,
  active integer not null default 1,
  password_hash text not null default '',
  import_id integer,
  created_at text not null
) strict;
create unique index person_code on person (code) where code <> '';

create table person_role (
  person_id integer not null references person (id),
  role text not null,
  primary key (person_id, role)
) strict;

create table customer (
  id integer primary key,
  version integer not null default 1,
  code text not null default '',
  name text not null,
  name_key text not null,
  short_name text not null default '',
  print_name text not null default '',
  tax_number text not null default '',
  invoice_title text not null default '',
  industry text not null default '',
  province text not null default '',
  city text not null default '',
  district text not null default '',
  -- 区域 as figures count it: the province, or the country of customers abroad.
  region text not null default '',
  address text not null default '',
  phone text not null default '',
  bank_name text not null default '',
  bank_account text not null default '',
  owner_id integer references person (id),
  note text not null default '',
  -- Name, short name, code, contacts and phones, normalised; what the list's search looks through.
  search_key text not null default '',
  import_id integer,
  created_at text not null
) strict;
create unique index customer_code on customer (code) where code <> '';
create index customer_name on customer (name_key, id);

create table contact (
  id integer primary key,
  customer_id integer not null references customer (id),
  position integer not null,
  name text not null,
  title text not null default '',
  salutation text not null default '',
  phone text not null default '',
  phone_key text not null default '',
  wechat text not null default '',
  email text not null default '',
  main integer not null default 0,
  removed integer not null default 0
) strict;
create index contact_customer on contact (customer_id, position);
create index contact_phone on contact (phone_key) where phone_key <> '';

create table product (
  id integer primary key,
  version integer not null default 1,
  code text not null default '',
  name text not null,
  spec text not null default '',
  unit text not null default '',
  category text not null default '',
  kind text not null default 'Goods',
  price_micro integer not null default 0,
  tax_rate integer not null default 1300,
  customised integer not null default 0,
  active integer not null default 1,
  note text not null default '',
  search_key text not null default '',
  import_id integer,
  created_at text not null
) strict;
create unique index product_code on product (code) where code <> '';
create index product_name on product (search_key, id);

-- O2: the next serial of a prefix in a month; drawn inside the submitting transaction, never handed back.
create table series (prefix text not null, ym integer not null, next integer not null, primary key (prefix, ym)) strict;

create table sales_order (
  id integer primary key,
  version integer not null default 1,
  number text,
  -- Drafts sort after every number: sort_ym 999999, sort_serial the id.
  sort_ym integer not null,
  sort_serial integer not null,
  state text not null,
  -- 审批状态: the state, in approval named after whom the order waits for; written with the state.
  status text not null,
  origin text not null default 'Desk',
  round integer not null default 0,
  level integer not null default 0,
  -- The rungs of the running round as JSON, frozen at submission.
  ladder text not null default '[]',
  customer_id integer references customer (id),
  contact_id integer references contact (id),
  customer_name text not null default '',
  customer_key text not null default '',
  customer_order_number text not null default '',
  contract_number text not null default '',
  contract_signed_on text,
  contract_amount_fen integer,
  invoice_title text not null default '',
  invoice_kind text not null default 'VatSpecial',
  terms text not null,
  delivery_address text not null default '',
  receiver text not null default '',
  receiver_phone text not null default '',
  promised_on text,
  owner_id integer references person (id),
  owner_name text not null default '',
  creator_id integer references person (id),
  waiver_fen integer not null default 0,
  amount_fen integer not null default 0,
  net_fen integer not null default 0,
  tax_fen integer not null default 0,
  line_count integer not null default 0,
  first_product text not null default '',
  note text not null default '',
  search_key text not null default '',
  content_hash text not null default '',
  approved_hash text not null default '',
  sent_back_reason text not null default '',
  sent_back_by text not null default '',
  sent_back_level integer not null default 0,
  sent_back_hash text not null default '',
  created_at text not null,
  created_on text not null,
  submitted_at text,
  approved_at text,
  -- The business date that counts for K1: of approval, or the mapped order date of 期初 orders.
  approved_on text,
  approved_ym integer,
  -- Copied at approval, so that later hand-overs do not rewrite past figures.
  counted_region text not null default '',
  counted_industry text not null default '',
  counted_person_id integer,
  -- Lines not yet delivered in full; and the earliest promised date among them.
  open_lines integer not null default 0,
  part_delivered integer not null default 0,
  open_promised_on text,
  import_id integer
) strict;
create unique index order_number on sales_order (number) where number is not null;
create index order_by_number on sales_order (sort_ym, sort_serial, id);
-- An order without a promised date stands after all others.
create index order_by_promised on sales_order (coalesce(promised_on, '9999-12-31'), id);
create index order_by_amount on sales_order (amount_fen, id);
create index order_by_created on sales_order (created_at, id);
create index order_by_customer on sales_order (customer_key, id);
create index order_by_status on sales_order (status, sort_ym, sort_serial, id);
-- Searched from end to end without touching the orders themselves.
create index order_by_text on sales_order (search_key);
create index order_by_state on sales_order (state, sort_ym, sort_serial, id);
create index order_by_owner on sales_order (owner_id, sort_ym, sort_serial, id);
create index order_of_customer on sales_order (customer_id, approved_on);
create index order_by_month on sales_order (approved_ym, id) where approved_ym is not null;
create index order_by_open_promise on sales_order (open_promised_on, id) where open_promised_on is not null;

create table order_line (
  id integer primary key,
  order_id integer not null references sales_order (id),
  position integer not null,
  product_id integer references product (id),
  name text not null default '',
  spec text not null default '',
  unit text not null default '',
  quantity_milli integer,
  price_micro integer,
  list_price_micro integer,
  discount integer not null default 0,
  waiver_fen integer not null default 0,
  amount_fen integer,
  tax_rate integer,
  customised integer not null default 0,
  service integer not null default 0,
  promised_on text,
  -- Copied at approval.
  category text not null default '',
  -- K3 is measured against the first approved promise; set at approval, 1 while the order counts.
  first_promised_on text,
  first_promised_ym integer,
  counted integer not null default 0,
  delivered_milli integer not null default 0,
  -- The date on which the full quantity had reached the delivery point.
  delivered_on text
) strict;
create index line_of_order on order_line (order_id, position);
create index line_by_promise on order_line (first_promised_ym, counted, order_id);

create table delivery (
  id integer primary key,
  order_id integer not null references sales_order (id),
  line_id integer not null references order_line (id),
  quantity_milli integer not null,
  delivered_on text not null,
  note text not null default '',
  recorded_by integer references person (id),
  recorded_at text not null
) strict;
create index delivery_of_order on delivery (order_id, id);
create index delivery_of_line on delivery (line_id, delivered_on, id);

-- Every step of every round: submission, grant, return, withdrawal. Shared by all documents that need approval.
create table approval (
  id integer primary key,
  document text not null,
  document_id integer not null,
  round integer not null,
  level integer not null,
  role text,
  decision text not null,
  decider_id integer not null references person (id),
  recorder_id integer not null references person (id),
  given text not null,
  evidence text,
  behalf_reason text not null default '',
  note text not null default '',
  content_hash text not null,
  at text not null,
  confirmed integer,
  confirmed_note text not null default ''
) strict;
create index approval_of_document on approval (document, document_id, id);
create index approval_by_decider on approval (decider_id, id);

create table task (
  id integer primary key,
  kind text not null,
  role text not null,
  order_id integer not null references sales_order (id),
  created_at text not null,
  done_at text,
  done_by integer references person (id),
  unique (kind, order_id)
) strict;
create index task_open on task (done_at, id);

-- Content-addressed files: attachments, evidence, issued papers, workbooks. The bytes lie in files/.
create table file (sha256 text primary key, name text not null, mime text not null, size integer not null, kept_at text not null) strict;

-- A letter that was issued; its bytes are kept.
create table letter (
  id integer primary key,
  order_id integer references sales_order (id),
  kind text not null,
  revision integer not null,
  pdf_sha256 text not null,
  pdf_name text not null,
  content_hash text not null,
  issued_at text not null
) strict;
create unique index letter_once on letter (order_id, kind, revision);

create table outbox (
  id integer primary key,
  version integer not null default 1,
  letter_id integer references letter (id),
  order_id integer references sales_order (id),
  kind text not null,
  revision integer not null default 1,
  -- 1 for the letter itself, 2 … for 「再次发送」: unique per document, kind, revision and copy.
  copy integer not null default 1,
  resend_of integer references outbox (id),
  state text not null,
  customer text not null default '',
  order_number text not null default '',
  to_address text not null default '',
  to_name text not null default '',
  cc text not null default '',
  reply_to text not null default '',
  subject text not null,
  text_body text not null,
  html_body text not null,
  message_id text not null,
  -- The frozen MIME in files/; empty while the address is missing.
  mime_sha256 text not null default '',
  queued_at text not null,
  claimed_by text not null default '',
  lease_until text,
  handed_at text,
  sent_at text,
  next_try_at text,
  tries integer not null default 0,
  said text not null default '',
  explain text not null default '',
  delivered_how text not null default '',
  delivered_by text not null default '',
  delivered_on text
) strict;
create unique index outbox_once on outbox (letter_id, copy) where letter_id is not null;
create unique index outbox_message on outbox (message_id);
create index outbox_by_state on outbox (state, next_try_at, id);
create index outbox_of_order on outbox (order_id, id);

create table outbox_attempt (
  id integer primary key,
  outbox_id integer not null references outbox (id),
  at text not null,
  stage text not null,
  said text not null
) strict;
create index attempt_of_letter on outbox_attempt (outbox_id, id);

-- Monthly roll-up (K1, K8), written in the transaction that changes what it sums.
-- facet: total, product, category, region, industry, customer, person. key: id as text, or the name.
create table month_sum (
  ym integer not null,
  facet text not null,
  key text not null,
  orders integer not null default 0,
  lines integer not null default 0,
  quantity_milli integer not null default 0,
  amount_fen integer not null default 0,
  primary key (ym, facet, key)
) strict;
create index month_sum_key on month_sum (facet, key, ym);

create table target (
  ym integer not null,
  -- 0 is the company.
  person_id integer not null,
  amount_fen integer not null,
  primary key (ym, person_id)
) strict;

create table import (
  id integer primary key,
  file_name text not null,
  sha256 text not null,
  mapping text not null,
  person_id integer references person (id),
  at text not null,
  customers integer not null default 0,
  products integer not null default 0,
  people integer not null default 0,
  orders integer not null default 0,
  lines integer not null default 0,
  undone_at text
) strict;

-- Mappings remembered by the fingerprint of the headers.
create table import_mapping (fingerprint text primary key, mapping text not null, used_at text not null) strict;

-- Append-only; each entry chains the digest of its salted payload, so a payload can be blanked without breaking the chain.
create table history (
  seq integer primary key,
  at text not null,
  actor_id integer,
  act text not null,
  document text not null,
  document_id integer not null,
  payload text not null,
  salt text not null,
  digest text not null,
  chain text not null
) strict;
create index history_of_document on history (document, document_id, seq);

create table history_head (id integer primary key check (id = 1), seq integer not null, chain text not null) strict;
insert into history_head (id, seq, chain) values (1, 0, '');
