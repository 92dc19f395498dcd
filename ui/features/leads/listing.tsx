/** The list of leads: its columns, its conditions, and the views that every book has. */
import { useAsk, useStatus, type Grade, type LeadFilter, type LeadRow, type LeadSource } from "../../bridge";
import { DateText, Glyph, InstantText, instantCell, type BuiltInView, type Column, type Condition } from "../../parts";
import { GradeMark, LeadChip } from "../../parts/lead/marks";
import { useWords } from "../../words";
import { ENDED, OPEN, viewFilters } from "./card";

const dash = (text: string): string => (text === "" ? "—" : text);
const GRADES: Grade[] = ["A", "B", "C"];
export const SOURCES: LeadSource[] = ["Inquiry", "Exhibition", "Marketing", "Referral", "Other"];

/** All columns; those hidden at first are offered. */
export function useLeadColumns(): Column<LeadRow>[] {
  const { columns: c, names, noOwner } = useWords().leads;
  const plain = (key: string, title: string, width: number, value: (row: LeadRow) => string, more: Partial<Column<LeadRow>> = {}): Column<LeadRow> => ({
    key, title, width, cell: value, render: (row) => <span className="ell i2" title={value(row)}>{dash(value(row))}</span>, ...more,
  });
  const instant = (key: string, title: string, value: (row: LeadRow) => string | null, more: Partial<Column<LeadRow>> = {}): Column<LeadRow> => ({
    key, title, width: 108, right: true, sort: key, down: true, kind: "instant", cell: (row) => instantCell(value(row)), render: (row) => <span className="i2"><InstantText at={value(row)} /></span>, ...more,
  });
  return [
    { key: "grade", title: c.grade, width: 60, sort: "grade", cell: (row) => row.grade ?? "", render: (row) => <GradeMark grade={row.grade} /> },
    { key: "customer", title: c.customer, grow: 2, sort: "customer", cell: (row) => row.customer, render: (row) => <span className="ell" title={row.customer}>{row.customer}</span> },
    { key: "state", title: c.state, width: 108, sort: "state", cell: (row) => names.states[row.state], render: (row) => <LeadChip state={row.state} /> },
    plain("contact", c.contact, 88, (row) => row.contact, { sort: "contact", from: 860 }),
    plain("phone", c.phone, 124, (row) => row.phone, { from: 620 }),
    plain("source", c.source, 84, (row) => names.sources[row.source], { sort: "source", from: 1180 }),
    plain("region", c.region, 96, (row) => row.region, { sort: "region", from: 1300 }),
    plain("industry", c.industry, 88, (row) => row.industry, { sort: "industry", from: 1400 }),
    { key: "owner", title: c.owner, width: 90, sort: "owner", from: 560, cell: (row) => row.owner, render: (row) => <span className={`ell${row.owner === "" ? " i3" : ""}`}>{row.owner === "" ? noOwner : row.owner}</span> },
    instant("received", c.received, (row) => row.received_at, { from: 860 }),
    instant("followed", c.followed, (row) => row.followed_at, { from: 1060 }),
    { key: "next", title: c.next, width: 88, right: true, sort: "next", from: 940, kind: "date", cell: (row) => row.next_on, render: (row) => <span className="i2"><DateText date={row.next_on} /></span> },
    { key: "due", title: c.due, width: 118, right: true, sort: "due", kind: "instant", cell: (row) => instantCell(row.due_at), render: (row) => <DueCell row={row} /> },
    instant("registered", c.registered, (row) => row.registered_at, { hidden: true }),
    plain("need", c.need, 240, (row) => row.need, { hidden: true }),
  ];
}

function DueCell({ row }: { row: LeadRow }): React.ReactNode {
  const overdue = useWords().leads.views.overdue;
  if (row.due_at === null) return <span className="i3">—</span>;
  return <span className={`r gap4 end${row.overdue ? " late" : " i2"}`} title={row.overdue ? overdue : undefined}>{row.overdue && <Glyph shape="late" size={11} />}<InstantText at={row.due_at} /></span>;
}

/** What leads are filtered by. */
export function useLeadConditions(): Condition<LeadFilter>[] {
  const { columns: c, names, views, overdueYes, gradeOf } = useWords().leads;
  const people = useAsk("person_list", {}).data ?? [];
  const industries = useAsk("list_values", { of: "LeadIndustry" }).data ?? [];
  const regions = useAsk("list_values", { of: "LeadRegion" }).data ?? [];
  const options = (values: string[]): { value: string; label: string }[] => values.map((value) => ({ value, label: value }));
  return [
    { key: "state", what: c.state, kind: "many", options: [...OPEN, ...ENDED].map((value) => ({ value, label: names.states[value] })), is: "states" },
    { key: "grade", what: c.grade, kind: "many", options: GRADES.map((value) => ({ value, label: `${gradeOf(value)} ${names.grades[value].name}` })), is: "grades" },
    { key: "source", what: c.source, kind: "one", options: SOURCES.map((value) => ({ value, label: names.sources[value] })), field: "source" },
    { key: "owner", what: c.owner, kind: "one", options: people.map((one) => ({ value: one.id, label: one.name })), field: "owner_id", none: "no_owner" },
    { key: "region", what: c.region, kind: "one", options: options(regions), field: "region" },
    { key: "industry", what: c.industry, kind: "one", options: options(industries), field: "industry" },
    { key: "received", what: c.received, kind: "days", from: "received_from", before: "received_before" },
    { key: "next", what: c.next, kind: "days", from: "next_from", before: "next_before" },
    { key: "overdue", what: views.overdue, kind: "yes", field: "overdue", yes: overdueYes },
  ];
}

/** The views that every book has. */
export function useLeadViews(): BuiltInView<LeadFilter>[] {
  const w = useWords().leads.views;
  const status = useStatus();
  const filters = viewFilters(status?.person?.id ?? null, status?.today ?? "");
  return [
    { key: "all", label: w.all, filter: filters.all },
    { key: "unrated", label: w.unrated, filter: filters.unrated },
    { key: "mine", label: w.mine, filter: filters.mine },
    { key: "today", label: w.today, filter: filters.today },
    { key: "overdue", label: w.overdue, filter: filters.overdue, hot: true },
    { key: "ended", label: w.ended, filter: filters.ended },
  ];
}
