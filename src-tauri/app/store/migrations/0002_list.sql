-- The order list under any filter and sort: everything it filters and sorts by lies in one index, so that two filters of
-- which neither is rare are answered without reading the orders themselves. It also holds the text that is searched.
create index order_for_list on sales_order (owner_id, customer_id, status, state, amount_fen, promised_on, created_on,
  open_promised_on, sort_ym, sort_serial, customer_key, created_at, search_key);
drop index order_by_text;
