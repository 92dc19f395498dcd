-- The 发货单 of a delivery keeps its number for ever: what was recorded together and left on one day shares a serial, which
-- counts within its order.
alter table delivery add column serial integer not null default 0;
update delivery set serial = numbered.serial
  from (select id, dense_rank() over (partition by order_id order by recorded_at, delivered_on) as serial
          from delivery) as numbered
 where numbered.id = delivery.id;
