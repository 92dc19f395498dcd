-- Lists sort by any column: each sort of the order list has an index of its own, which pages walk at any depth. What is
-- sorted by is never null, so that a page's last row can be compared with.

-- The payment terms as they read in Chinese: equal schedules stand together.
alter table sales_order add column terms_key text not null default '';
-- The date on which the last line was delivered in full; empty while something is open.
alter table sales_order add column delivered_on text not null default '';
alter table sales_order add column approved_day text generated always as (coalesce(approved_on, '')) virtual;
-- The state in the order of the process; approved orders by their earliest open promise, so that overdue ones come first,
-- and delivered ones after them.
alter table sales_order add column status_key text generated always as (
  case status when 'Draft' then '1' when 'SentBack' then '2' when 'AwaitingSupervisor' then '3'
    when 'AwaitingFinance' then '4' when 'AwaitingOperations' then '5' when 'AwaitingOther' then '6'
    when 'Changing' then '7' when 'Void' then '9'
    else case when open_lines > 0 then '8' || coalesce(open_promised_on, '9999') else '8d' end end) virtual;

update sales_order set delivered_on = coalesce((select max(l.delivered_on) from order_line l
    where l.order_id = sales_order.id), '') where state in ('Approved', 'Opening') and open_lines = 0;
-- Not yet approved orders show their customer's region too; approval copies it for good.
update sales_order set counted_region = coalesce((select c.region from customer c where c.id = sales_order.customer_id), '')
  where approved_on is null;

create index order_by_status_key on sales_order (status_key, id);
create index order_by_owner_name on sales_order (owner_name, id);
create index order_by_product on sales_order (first_product, id);
create index order_by_contract on sales_order (contract_number, id);
create index order_by_customer_order on sales_order (customer_order_number, id);
create index order_by_region on sales_order (counted_region, id);
create index order_by_terms on sales_order (terms_key, id);
create index order_by_approval on sales_order (approved_day, id);
create index order_by_delivery on sales_order (delivered_on, id);

-- Region, day of approval and delivery are filtered by, too.
drop index order_for_list;
create index order_for_list on sales_order (owner_id, customer_id, status, state, amount_fen, promised_on, created_on,
  open_promised_on, approved_on, counted_region, open_lines, sort_ym, sort_serial, customer_key, created_at, search_key);

-- What every customer ordered in all is summed out of the index.
drop index month_sum_key;
create index month_sum_key on month_sum (facet, key, ym, orders, amount_fen);

-- Letters are long: what their list filters and sorts by stands apart from them.
create index outbox_for_list on outbox (state, kind, customer, order_number, to_address, queued_at, sent_at, tries,
  resend_of);
-- Each sort has an index that pages walk. The state in the order of urgency.
alter table outbox add column state_key text generated always as (
  case state when 'Uncertain' then '1' when 'Failed' then '2' when 'MissingAddress' then '3' when 'Retry' then '4'
    when 'Handed' then '5' when 'Claimed' then '5' when 'Queued' then '6' when 'Sent' then '7'
    when 'DeliveredOtherwise' then '8' else '9' end) virtual;
alter table outbox add column sent_key text generated always as (coalesce(sent_at, '')) virtual;
create index outbox_by_state_key on outbox (state_key, id);
create index outbox_by_kind on outbox (kind, id);
create index outbox_by_customer on outbox (customer, id);
create index outbox_by_order on outbox (order_number, id);
create index outbox_by_address on outbox (to_address, id);
create index outbox_by_sending on outbox (sent_key, id);
create index outbox_by_tries on outbox (tries, id);
create index outbox_resent on outbox (resend_of) where resend_of is not null;
