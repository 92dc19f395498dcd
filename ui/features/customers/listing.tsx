/** The list of customers: its columns, its conditions, and what can be done with several at once. */
import { Trash2, UserRoundCog } from "lucide-react";
import { Select } from "antd";
import type { ReactNode } from "react";
import { call, useAct, useAsk, useStatus, type CustomerFilter, type CustomerRow, type Stage } from "../../bridge";
import { DateText, EVERY_CUSTOMER, Field, InstantText, Money, instantCell, say, useFaultWords, type BuiltInView, type BulkAct, type Column, type Condition, type MoreExport } from "../../parts";
import { OPEN_STAGES, StageChip } from "../../parts/deal/StageChip";
import { useWords } from "../../words";
import { figure } from "../../words/figures";

const dash = (text: string): string => (text === "" ? "—" : text);

/** The words of 需求阶段; without a deal it is cared for as a lead. */
function useStageWords(): { names: Record<Stage, string>; lead: string } {
  const { customers, opportunities } = useWords();
  return { names: opportunities.names.stages, lead: customers.asLead };
}

const STAGES: Stage[] = [...OPEN_STAGES, "Won", "Lost"];

/** All columns; those hidden at first are offered. */
export function useCustomerColumns(): Column<CustomerRow>[] {
  const c = useWords().customers.columns;
  const stages = useStageWords();
  const plain = (key: string, title: string, width: number, sort: string, value: (row: CustomerRow) => string, more: Partial<Column<CustomerRow>> = {}): Column<CustomerRow> => ({
    key, title, width, sort, cell: value, render: (row) => <span className="ell i2" title={value(row)}>{dash(value(row))}</span>, ...more,
  });
  return [
    { key: "name", title: c.name, grow: 2, sort: "name", cell: (row) => row.name, render: (row) => <span className="ell" title={row.name}>{row.name}</span> },
    { key: "contact", title: c.contact, width: 132, sort: "contact", cell: (row) => row.contact, render: (row) => <span className="ell">{dash(row.contact)} <span className="i3 s">{row.contact_title}</span></span> },
    plain("phone", c.phone, 128, "phone", (row) => row.contact_phone, { from: 620 }),
    { key: "stage", title: c.stage, width: 104, sort: "stage", from: 780, cell: (row) => (row.stage === null ? stages.lead : stages.names[row.stage]), render: (row) => (row.stage === null ? <span className="i3 s">{stages.lead}</span> : <StageChip stage={row.stage} plain />) },
    plain("industry", c.industry, 108, "industry", (row) => row.industry, { from: 960 }),
    plain("region", c.region, 96, "region", (row) => row.region, { from: 700 }),
    { key: "owner", title: c.owner, width: 84, from: 740, sort: "owner", cell: (row) => row.owner, render: (row) => <span className="ell">{dash(row.owner)}</span> },
    { key: "orders", title: c.orders, width: 68, right: true, from: 480, sort: "orders", down: true, kind: "count", cell: (row) => row.orders, render: (row) => (row.orders === 0 ? "—" : figure(row.orders)) },
    { key: "amount", title: c.amount, width: 124, right: true, sort: "amount", down: true, kind: "money", cell: (row) => row.amount_fen, render: (row) => (row.orders === 0 ? "—" : <Money fen={row.amount_fen} />) },
    { key: "last", title: c.last, width: 92, right: true, from: 840, sort: "last", down: true, kind: "date", cell: (row) => row.last_order_on, render: (row) => <span className="i2"><DateText date={row.last_order_on} column /></span> },
    plain("code", c.code, 96, "code", (row) => row.code, { hidden: true }),
    plain("short_name", c.shortName, 120, "short_name", (row) => row.short_name, { hidden: true }),
    plain("title", c.contactTitle, 108, "title", (row) => row.contact_title, { hidden: true }),
    plain("email", c.email, 190, "email", (row) => row.contact_email, { hidden: true }),
    plain("tax_number", c.taxNumber, 168, "tax_number", (row) => row.tax_number, { hidden: true }),
    { key: "created", title: c.created, width: 124, right: true, hidden: true, sort: "created", down: true, kind: "instant", cell: (row) => instantCell(row.created_at), render: (row) => <span className="i2"><InstantText at={row.created_at} /></span> },
  ];
}

/** What customers are filtered by. */
export function useCustomerConditions(): Condition<CustomerFilter>[] {
  const { columns: c, filter: w } = useWords().customers;
  const stages = useStageWords();
  const people = useAsk("person_list", {}).data ?? [];
  const industries = useAsk("list_values", { of: "CustomerIndustry" }).data ?? [];
  const regions = useAsk("list_values", { of: "CustomerRegion" }).data ?? [];
  const options = (values: string[]): { value: string; label: string }[] => values.map((value) => ({ value, label: value }));
  return [
    { key: "stage", what: c.stage, kind: "many", options: STAGES.map((value) => ({ value, label: stages.names[value] })), is: "stages" },
    { key: "owner", what: c.owner, kind: "one", options: people.map((one) => ({ value: one.id, label: one.name })), field: "owner_id", none: "no_owner" },
    { key: "industry", what: c.industry, kind: "one", options: options(industries), field: "industry" },
    { key: "region", what: c.region, kind: "one", options: options(regions), field: "region" },
    { key: "ordered", what: w.orders, kind: "yes", field: "ordered", yes: w.ordered, no: w.neverOrdered },
    { key: "last", what: c.last, kind: "days", from: "last_from", before: "last_before" },
    { key: "amount", what: w.amount, kind: "amount", least: "least_fen", most: "most_fen", scale: 100, unit: w.unit },
  ];
}

/** The views that every book has. */
export function useCustomerViews(): BuiltInView<CustomerFilter>[] {
  const w = useWords().customers.views;
  const me = useStatus()?.person?.id ?? null;
  return [
    { key: "all", label: w.all, filter: EVERY_CUSTOMER },
    { key: "mine", label: w.mine, filter: { ...EVERY_CUSTOMER, owner_id: me } },
    { key: "nobody", label: w.nobody, filter: { ...EVERY_CUSTOMER, no_owner: true } },
    { key: "never", label: w.never, filter: { ...EVERY_CUSTOMER, ordered: false } },
  ];
}

/** To whom customers are handed over. */
interface To {
  ownerId: number;
}

/** What can be done with several customers. */
export function useCustomerActs(): BulkAct<CustomerRow>[] {
  const { bulk: w } = useWords().customers;
  const people = (useAsk("person_list", {}).data ?? []).filter((one) => one.active);
  const seen = (row: CustomerRow): { id: number; version: number } => ({ id: row.id, version: row.version });
  const ownerOf = (value: unknown): number | null => (value as To | null)?.ownerId ?? null;
  const nameOf = (id: number | null): string => people.find((one) => one.id === id)?.name ?? "";
  const form = (value: unknown, put: (next: unknown) => void): ReactNode => (
    <Field label={w.to} name="owner_id" required>
      <Select autoFocus showSearch={{ optionFilterProp: "label" }} value={ownerOf(value)} onChange={(ownerId: number) => put({ ownerId })} options={people.map((one) => ({ value: one.id, label: one.name }))} data-test="hand-over-to" />
    </Field>
  );
  return [
    {
      key: "hand-over", label: w.handOver, title: w.handOverThem, icon: <UserRoundCog size={14} strokeWidth={1.6} />, law: "CustomerHandOver", seen, done: w.handedOver, form,
      refuses: (row, value) => (ownerOf(value) !== null && row.owner === nameOf(ownerOf(value)) ? w.already : null),
      run: async (row, value) => {
        const before = await call("customer_view", { id: row.id });
        const after = await call("customer_hand_over", { ...seen(row), owner_id: ownerOf(value) });
        return () => call("customer_hand_over", { id: row.id, version: after.version ?? 0, owner_id: before.owner_id });
      },
    },
    {
      key: "remove", label: w.remove, title: w.removeThem, icon: <Trash2 size={14} strokeWidth={1.6} />, danger: true, law: "CustomerRemove", seen, done: w.removed,
      run: async (row) => {
        const removed = await call("customer_remove", seen(row));
        return () => call("bin_restore", { id: removed.id });
      },
    },
  ];
}

/** What is exported beside what is shown. */
export function useCustomerExports(): (filter: CustomerFilter) => MoreExport[] {
  const w = useWords();
  const inWords = useFaultWords();
  const write = useAct("customer_export", (written) => say(w.lists.export.written(written.path)));
  return (filter) => [{ key: "table", label: w.customers.exportTable, run: () => write.mutate({ filter, sort: "name", descending: false, after: null, limit: 500 }, { onError: (error) => say(inWords(error)) }) }];
}
