-- K1 净额: what became of an order's amount after its approval. One row per approved change order (O6) and per
-- cancellation (O7), written in the act that makes it; never changed afterwards. amount_fen is signed: new − old, and
-- for a cancellation minus the amount that still counted. ym is the month the act was recorded in.
create table amount_change (
  id integer primary key,
  order_id integer not null references sales_order (id),
  -- Change, Cancel
  kind text not null,
  recorded_on text not null,
  ym integer not null,
  amount_fen integer not null
) strict;
create index amount_change_by_month on amount_change (ym, order_id);
create index amount_change_of_order on amount_change (order_id, ym);
