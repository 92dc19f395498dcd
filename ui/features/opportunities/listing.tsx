/** The list of opportunities: its columns, its conditions, and the views that every book has. */
import { useAsk, useStatus, type OpportunityFilter, type OpportunityRow, type Stage } from "../../bridge";
import { DateText, InstantText, Money, instantCell, type BuiltInView, type Column, type Condition } from "../../parts";
import { OPEN_STAGES, StageChip } from "../../parts/deal/StageChip";
import { useWords } from "../../words";
import { viewFilters } from "./card";

const STAGES: Stage[] = [...OPEN_STAGES, "Won", "Lost"];

/** All columns; those hidden at first are offered. */
export function useDealColumns(): Column<OpportunityRow>[] {
  const { columns: c, names, noOwner } = useWords().opportunities;
  return [
    { key: "number", title: c.number, width: 128, sort: "number", cell: (row) => row.number, render: (row) => <span className="no">{row.number}</span> },
    { key: "name", title: c.name, grow: 2, sort: "name", cell: (row) => row.name, render: (row) => <span className="ell" title={row.name}>{row.name}</span> },
    { key: "customer", title: c.customer, grow: 1, sort: "customer", from: 620, cell: (row) => row.customer, render: (row) => <span className="ell i2" title={row.customer}>{row.customer}</span> },
    { key: "stage", title: c.stage, width: 108, sort: "stage", cell: (row) => names.stages[row.stage], render: (row) => <StageChip stage={row.stage} /> },
    { key: "amount", title: c.amount, width: 124, right: true, sort: "amount", down: true, kind: "money", cell: (row) => row.amount_fen, render: (row) => (row.amount_fen === 0 ? "—" : <Money fen={row.amount_fen} />) },
    { key: "owner", title: c.owner, width: 84, sort: "owner", from: 560, cell: (row) => row.owner, render: (row) => <span className={`ell${row.owner === "" ? " i3" : ""}`}>{row.owner === "" ? noOwner : row.owner}</span> },
    { key: "expected", title: c.expected, width: 100, right: true, sort: "expected", from: 860, kind: "date", cell: (row) => row.expected_on, render: (row) => <span className="i2"><DateText date={row.expected_on} column /></span> },
    { key: "created", title: c.created, width: 108, right: true, sort: "created", down: true, from: 1060, kind: "instant", cell: (row) => instantCell(row.created_at), render: (row) => <span className="i2"><InstantText at={row.created_at} /></span> },
    { key: "closed", title: c.closed, width: 108, right: true, sort: "closed", down: true, hidden: true, kind: "instant", cell: (row) => instantCell(row.closed_at), render: (row) => <span className="i2"><InstantText at={row.closed_at} /></span> },
  ];
}

/** What opportunities are filtered by. */
export function useDealConditions(): Condition<OpportunityFilter>[] {
  const { columns: c, names, unit } = useWords().opportunities;
  const people = useAsk("person_list", {}).data ?? [];
  return [
    { key: "stage", what: c.stage, kind: "many", options: STAGES.map((value) => ({ value, label: names.stages[value] })), is: "stages" },
    { key: "owner", what: c.owner, kind: "one", options: people.map((one) => ({ value: one.id, label: one.name })), field: "owner_id", none: "no_owner" },
    { key: "amount", what: c.amount, kind: "amount", least: "least_fen", most: "most_fen", scale: 100, unit },
    { key: "expected", what: c.expected, kind: "days", from: "expected_from", before: "expected_before" },
    { key: "created", what: c.created, kind: "days", from: "created_from", before: "created_before" },
    { key: "closed", what: c.closed, kind: "days", from: "closed_from", before: "closed_before" },
  ];
}

/** The views that every book has. */
export function useDealViews(): BuiltInView<OpportunityFilter>[] {
  const w = useWords().opportunities.views;
  const filters = viewFilters(useStatus()?.person?.id ?? null);
  return [
    { key: "all", label: w.all, filter: filters.all },
    { key: "open", label: w.open, filter: filters.open },
    { key: "mine", label: w.mine, filter: filters.mine },
    { key: "won", label: w.won, filter: filters.won },
    { key: "lost", label: w.lost, filter: filters.lost },
  ];
}
