-- The company's sentences on papers that are still made when they are looked at: kept from the day on which their content
-- was frozen, so that a wording changed later leaves them alone. Language and sentences; empty for what was frozen before
-- these sentences could be worded, which says the standard.
alter table requirement add column wording text not null default '';
alter table contract add column wording text not null default '';
-- The earlier version that was taken up again in this one (Q3); none where it answers an objection.
alter table quotation_version add column taken_from integer;
