/** The list of quotations: its columns, its conditions, and the views that every book has. */
import { useAsk, useStatus, type QuotationFilter, type QuotationRow, type QuotationState } from "../../bridge";
import { DateText, EVERY_QUOTATION, InstantText, Money, instantCell, type BuiltInView, type Column, type Condition } from "../../parts";
import { QuotationChip } from "../../parts/quotation/QuotationChip";
import { useWords } from "../../words";
import { percent } from "../../words/figures";

const STATES: QuotationState[] = ["Draft", "InApproval", "SentBack", "Approved", "Sent", "Expired", "Accepted", "Lost"];
/** States in which the deal may still come of it. */
export const OPEN: QuotationState[] = ["Draft", "InApproval", "SentBack", "Approved", "Sent"];

/** All columns; those hidden at first are offered. */
export function useQuotationColumns(): Column<QuotationRow>[] {
  const { columns: c, names, noOwner, content } = useWords().quotations;
  return [
    { key: "number", title: c.number, width: 128, sort: "number", cell: (row) => row.number, render: (row) => <span className="no">{row.number}</span> },
    { key: "revision", title: c.revision, width: 58, sort: "revision", cell: (row) => `V${row.revision}`, render: (row) => <span className="i2">V{row.revision}</span> },
    { key: "customer", title: c.customer, grow: 2, sort: "customer", cell: (row) => row.customer, render: (row) => <span className="ell" title={row.customer}>{row.customer}</span> },
    { key: "state", title: c.state, width: 100, sort: "state", cell: (row) => names.states[row.state], render: (row) => <QuotationChip state={row.state} /> },
    { key: "lines", title: c.lines, grow: 1, from: 940, cell: (row) => content(row.first_line, row.line_count), render: (row) => <span className="ell i2">{content(row.first_line, row.line_count)}</span> },
    { key: "amount", title: c.amount, width: 124, right: true, sort: "amount", down: true, kind: "money", cell: (row) => row.amount_fen, render: (row) => <Money fen={row.amount_fen} /> },
    { key: "margin", title: c.margin, width: 84, right: true, sort: "margin", from: 860, cell: (row) => percent(row.margin), render: (row) => <span className="i2">{percent(row.margin)}</span> },
    { key: "valid", title: c.valid, width: 96, right: true, sort: "valid_until", from: 620, kind: "date", cell: (row) => row.valid_until, render: (row) => <span className="i2"><DateText date={row.valid_until} column /></span> },
    { key: "owner", title: c.owner, width: 84, sort: "owner", from: 780, cell: (row) => row.owner, render: (row) => <span className={`ell${row.owner === "" ? " i3" : ""}`}>{row.owner === "" ? noOwner : row.owner}</span> },
    { key: "opportunity", title: c.opportunity, width: 128, sort: "opportunity", from: 1180, cell: (row) => row.opportunity, render: (row) => <span className="i2">{row.opportunity}</span> },
    { key: "created", title: c.created, width: 108, right: true, sort: "created", down: true, from: 1060, kind: "instant", cell: (row) => instantCell(row.created_at), render: (row) => <span className="i2"><InstantText at={row.created_at} /></span> },
  ];
}

/** What quotations are filtered by. */
export function useQuotationConditions(): Condition<QuotationFilter>[] {
  const { columns: c, names, unit } = useWords().quotations;
  const people = useAsk("person_list", {}).data ?? [];
  return [
    { key: "state", what: c.state, kind: "many", options: STATES.map((value) => ({ value, label: names.states[value] })), is: "states" },
    { key: "owner", what: c.owner, kind: "one", options: people.map((one) => ({ value: one.id, label: one.name })), field: "owner_id" },
    { key: "amount", what: c.amount, kind: "amount", least: "least_fen", most: "most_fen", scale: 100, unit },
    { key: "valid", what: c.valid, kind: "days", from: "valid_from", before: "valid_before" },
    { key: "created", what: c.created, kind: "days", from: "created_from", before: "created_before" },
  ];
}

/** The views that every book has. */
export function useQuotationViews(): BuiltInView<QuotationFilter>[] {
  const w = useWords().quotations.views;
  const me = useStatus()?.person?.id ?? null;
  return [
    { key: "all", label: w.all, filter: EVERY_QUOTATION },
    { key: "open", label: w.open, filter: { ...EVERY_QUOTATION, states: OPEN } },
    { key: "sent", label: w.sent, filter: { ...EVERY_QUOTATION, states: ["Sent"] } },
    { key: "mine", label: w.mine, filter: { ...EVERY_QUOTATION, states: OPEN, owner_id: me } },
    { key: "accepted", label: w.accepted, filter: { ...EVERY_QUOTATION, states: ["Accepted"] } },
    { key: "ended", label: w.ended, filter: { ...EVERY_QUOTATION, states: ["Lost", "Expired"] } },
  ];
}
