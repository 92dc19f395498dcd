/** The list of letters: what it sorts and filters by, and what can be done with several at once. */
import { RotateCw, Send } from "lucide-react";
import { call, type LetterState, type OutboxFilter, type OutboxRow } from "../../bridge";
import { EVERY_LETTER, instantCell, type BuiltInView, type BulkAct, type Column, type Condition } from "../../parts";
import { useWords } from "../../words";
import { VIEWS } from "./standing";

/** All states, what needs somebody first. */
const STATES: LetterState[] = ["Uncertain", "Failed", "MissingAddress", "Retry", "Queued", "Claimed", "Handed", "Sent", "DeliveredOtherwise", "Withdrawn"];

/** What a letter is sorted by and exported with; it is drawn in two lines. */
export function useLetterColumns(): Column<OutboxRow>[] {
  const { outbox: { columns: c, kinds }, names } = useWords();
  const nothing = (): null => null;
  return [
    { key: "queued", title: c.queued, width: 124, sort: "queued", down: true, kind: "instant", cell: (row) => instantCell(row.queued_at), render: nothing },
    { key: "state", title: c.state, width: 96, sort: "state", cell: (row) => names.letter[row.state], render: nothing },
    { key: "kind", title: c.kind, width: 110, sort: "kind", cell: (row) => `${kinds[row.kind] ?? row.kind}${row.revision > 1 ? ` R${row.revision}` : ""}`, render: nothing },
    { key: "customer", title: c.customer, width: 200, sort: "customer", cell: (row) => row.customer, render: nothing },
    { key: "order", title: c.order, width: 124, sort: "order", cell: (row) => row.order_number, render: nothing },
    { key: "to", title: c.to, width: 200, sort: "to", cell: (row) => row.to, render: nothing },
    { key: "sent", title: c.sent, width: 124, sort: "sent", down: true, kind: "instant", cell: (row) => instantCell(row.sent_at), render: nothing },
    { key: "tries", title: c.tries, width: 72, sort: "tries", down: true, kind: "count", cell: (row) => row.tries, render: nothing },
    { key: "said", title: c.said, width: 240, cell: (row) => row.said, render: nothing },
  ];
}

/** What letters are filtered by. */
export function useLetterConditions(): Condition<OutboxFilter>[] {
  const { outbox: { columns: c, kinds }, names } = useWords();
  return [
    { key: "state", what: c.state, kind: "many", options: STATES.map((state) => ({ value: state, label: names.letter[state] })), is: "states" },
    { key: "kind", what: c.kind, kind: "one", options: Object.entries(kinds).map(([value, label]) => ({ value, label })), field: "kind" },
    { key: "queued", what: c.queued, kind: "days", from: "queued_from", before: "queued_before" },
    { key: "sent", what: c.sent, kind: "days", from: "sent_from", before: "sent_before" },
  ];
}

/** The views that every book has. */
export function useLetterViews(): BuiltInView<OutboxFilter>[] {
  const w = useWords().outbox.views;
  return VIEWS.map((view) => ({ key: view, label: w[view], filter: { ...EVERY_LETTER, view: view === "all" ? "" : view }, hot: view === "todo" }));
}

/** What can be done with several letters. */
export function useLetterActs(): BulkAct<OutboxRow>[] {
  const w = useWords().outbox.bulk;
  const seen = (row: OutboxRow): { id: number; version: number } => ({ id: row.id, version: row.version });
  return [
    {
      key: "retry", label: w.retry, title: w.retryThem, icon: <RotateCw size={14} strokeWidth={1.6} />, law: "OutboxRetry", seen, done: w.retried,
      run: async (row) => { await call("outbox_retry", seen(row)); return null; },
    },
    {
      key: "resend", label: w.resend, title: w.resendThem, icon: <Send size={14} strokeWidth={1.6} />, law: "OutboxResend", seen, done: w.resent,
      run: async (row) => { await call("outbox_resend", { ...seen(row), to: null }); return null; },
    },
  ];
}
