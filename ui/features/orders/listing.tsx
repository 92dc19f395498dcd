/** The list of orders: its columns, its conditions, and what can be done with several at once. */
import { SendHorizontal, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { call, useAct, useAsk, useStatus, type OrderFilter, type OrderRow } from "../../bridge";
import { DateText, Money, say, useFaultWords, type BuiltInView, type BulkAct, type Column, type Condition, type MoreExport } from "../../parts";
import { OrderChip, chipWords } from "../../parts/order/OrderChip";
import { WhyTip } from "../../parts/order/WhyTip";
import { useWords } from "../../words";
import { STATUSES, VIEWS, filterOf } from "./filters";

/** All columns; those hidden at first are offered. */
export function useOrderColumns(): Column<OrderRow>[] {
  const words = useWords();
  const w = words.orders;
  const c = w.columns;
  const day = (date: string | null): ReactNode => <span className="i2"><DateText date={date} column /></span>;
  return [
    { key: "number", title: c.number, width: 124, sort: "number", down: true, cell: (row) => row.number ?? w.draftNumber, render: (row) => <span className={row.status === "Void" ? "no struck" : row.number === null ? "i3" : "no"}>{row.number ?? w.draftNumber}</span> },
    { key: "status", title: c.status, width: 128, sort: "status", cell: (row) => chipWords(row, words), render: (row) => <WhyTip id={row.id}><OrderChip row={row} /></WhyTip> },
    { key: "customer", title: c.customer, grow: 3, sort: "customer", cell: (row) => row.customer, render: (row) => row.customer },
    { key: "promised", title: c.promised, width: 96, right: true, sort: "promised_on", kind: "date", cell: (row) => row.promised_on, render: (row) => <span className={row.overdue ? "late w6" : ""}><DateText date={row.promised_on} column /></span> },
    { key: "amount", title: c.amount, width: 124, right: true, sort: "amount", down: true, kind: "money", cell: (row) => row.amount_fen, render: (row) => <Money fen={row.amount_fen} struck={row.status === "Void"} /> },
    { key: "products", title: c.products, grow: 2, from: 740, sort: "product", cell: (row) => w.andMore(row.first_product, row.line_count), render: (row) => <span className="i2">{w.andMore(row.first_product, row.line_count)}</span> },
    { key: "owner", title: c.owner, width: 84, from: 860, sort: "owner", cell: (row) => row.owner, render: (row) => row.owner },
    { key: "created", title: c.created, width: 96, right: true, from: 1000, sort: "created", down: true, kind: "date", cell: (row) => row.created_on, render: (row) => day(row.created_on) },
    { key: "contract", title: c.contract, width: 132, hidden: true, sort: "contract", cell: (row) => row.contract_number, render: (row) => <span className="i2">{row.contract_number === "" ? "—" : row.contract_number}</span> },
    { key: "customer_order", title: c.customerOrder, width: 120, hidden: true, sort: "customer_order", cell: (row) => row.customer_order_number, render: (row) => <span className="i2">{row.customer_order_number === "" ? "—" : row.customer_order_number}</span> },
    { key: "region", title: c.region, width: 88, hidden: true, sort: "region", cell: (row) => row.region, render: (row) => <span className="i2">{row.region === "" ? "—" : row.region}</span> },
    { key: "terms", title: c.terms, width: 220, hidden: true, sort: "terms", cell: (row) => row.terms, render: (row) => <span className="i2" title={row.terms}>{row.terms === "" ? "—" : row.terms}</span> },
    { key: "approved", title: c.approved, width: 96, right: true, hidden: true, sort: "approved_on", down: true, kind: "date", cell: (row) => row.approved_on, render: (row) => day(row.approved_on) },
    { key: "delivered", title: c.delivered, width: 96, right: true, hidden: true, sort: "delivered_on", down: true, kind: "date", cell: (row) => row.delivered_on, render: (row) => day(row.delivered_on) },
  ];
}

/** What orders are filtered by. */
export function useOrderConditions(): Condition<OrderFilter>[] {
  const { orders: { columns: c, filter: w }, names } = useWords();
  const people = useAsk("person_list", {}).data ?? [];
  const regions = useAsk("list_values", { of: "OrderRegion" }).data ?? [];
  return [
    { key: "status", what: c.status, kind: "many", options: STATUSES.map((status) => ({ value: status, label: names.status[status] })), is: "statuses", isNot: "not_statuses" },
    { key: "promised", what: c.promised, kind: "days", from: "promised_from", before: "promised_before" },
    { key: "owner", what: c.owner, kind: "one", options: people.map((one) => ({ value: one.id, label: one.name })), field: "owner_id" },
    { key: "amount", what: w.amount, kind: "amount", least: "least_fen", most: "most_fen", scale: 100, unit: w.unit },
    { key: "overdue", what: w.overdue, kind: "yes", field: "overdue", yes: w.overdueYes },
    { key: "delivered", what: w.delivery, kind: "yes", field: "delivered", yes: w.delivered, no: w.notDelivered },
    { key: "region", what: c.region, kind: "one", options: regions.map((value) => ({ value, label: value })), field: "region" },
    { key: "approved", what: c.approved, kind: "days", from: "approved_from", before: "approved_before" },
    { key: "created", what: c.created, kind: "days", from: "created_from", before: "created_before" },
  ];
}

/** The views that every book has. */
export function useOrderViews(): BuiltInView<OrderFilter>[] {
  const w = useWords().orders;
  const personId = useStatus()?.person?.id;
  return VIEWS.map((view) => ({ key: view, label: w.views[view], filter: filterOf(view, personId), hot: view === "overdue" }));
}

/** What can be done with several orders. */
export function useOrderActs(): BulkAct<OrderRow>[] {
  const { orders: { bulk: w } } = useWords();
  const seen = (row: OrderRow): { id: number; version: number } => ({ id: row.id, version: row.version });
  return [
    {
      key: "submit", label: w.submit, title: w.submitThem, icon: <SendHorizontal size={14} strokeWidth={1.6} />, law: "OrderSubmit", seen, done: w.submitted,
      run: async (row) => { await call("order_submit", seen(row)); return null; },
    },
    {
      key: "discard", label: w.discard, title: w.discardThem, icon: <Trash2 size={14} strokeWidth={1.6} />, danger: true, law: "OrderDiscard", seen, done: w.discarded,
      run: async (row) => {
        const removed = await call("order_discard", seen(row));
        return () => call("bin_restore", { id: removed.id });
      },
    },
  ];
}

/** What is exported beside what is shown. */
export function useOrderExports(): (filter: OrderFilter) => MoreExport[] {
  const w = useWords();
  const inWords = useFaultWords();
  const write = useAct("order_export", (written) => say(w.lists.export.written(written.path)));
  return (filter) => [{ key: "table", label: w.orders.exportTable, run: () => write.mutate({ filter }, { onError: (error) => say(inWords(error)) }) }];
}

