/** What the day page shows of its lines: which kinds, how urgent, which acts are usual, and the day as text. Pure. */
import type { ClockOf, Language, RuleId, Today, TodayRow } from "../../bridge";
import { words } from "../../words/all";
import { minutesLate, plainDay } from "../../words/deadline";
import { zoned } from "../../words/figures";
import { instantOf } from "../../parts/now";
import { besideDay } from "../../parts/conditioning";

/** What can be done on a line. */
export type DayAct = "rate" | "assign" | "follow" | "convert" | "open" | "approve" | "review";

/** The usual acts of each rule, the first being the one that meets it. */
export const USUAL: Record<RuleId, DayAct[]> = {
  LeadRating: ["rate"],
  LeadAssignment: ["assign"],
  LeadFirstContact: ["follow"],
  LeadIntoStage2: ["convert", "follow"],
  LeadFollowUpB: ["follow"],
  LeadWeekly: ["follow"],
  LeadNextContact: ["follow"],
  QuotationDecision: ["approve"],
  QuotationValidity: ["open"],
  ContractReview: ["review"],
  OrderSubmission: ["open"],
  ApprovalDecision: ["approve"],
};

/** The lines of one kind; all when no kind is chosen. */
export function ofKind(rows: TodayRow[], kind: ClockOf | "all"): TodayRow[] {
  return kind === "all" ? rows : rows.filter((row) => row.of === kind);
}

/** Overdue ones and those still to come today, each the most urgent first. */
export function parted(rows: TodayRow[]): { overdue: TodayRow[]; due: TodayRow[] } {
  const sorted = [...rows].sort((a, b) => Date.parse(a.deadline.due_at) - Date.parse(b.deadline.due_at));
  return { overdue: sorted.filter((row) => row.overdue), due: sorted.filter((row) => !row.overdue) };
}

/** Who it is: the customer, and the number where it is an order. */
export function namesOf(row: TodayRow): { name: string; number: string } {
  if (row.of === "Lead") return { name: row.name, number: "" };
  return { name: row.customer, number: row.name };
}

/** Whose it is: somebody, or whoever holds the role. */
export function whoseOf(row: TodayRow, language: Language): string {
  if (row.person !== "") return row.person;
  return row.role === null ? "" : words[language].names.role[row.role];
}

/** So many lines of each part are told; a chat is no list. */
const TOLD = 12;

/** The day as text for a chat. */
export function summaryText(language: Language, today: Today, date: string, now: number): string {
  const { deadline, today: { summary: w } } = words[language];
  const { overdue, due } = parted(today.rows);
  const line = (row: TodayRow, late: boolean): string => {
    const { name, number } = namesOf(row);
    const when = late ? deadline.overdue(deadline.long(Math.max(0, minutesLate(row.deadline.due_at, now)))) : zoned(row.deadline.due_at).time;
    return w.line([name, number, deadline.rules[row.deadline.rule].todo].filter((part) => part !== "").join(" "), whoseOf(row, language), when);
  };
  const part = (title: string, rows: TodayRow[], late: boolean): string[] =>
    rows.length === 0 ? [] : [title, ...rows.slice(0, TOLD).map((row) => line(row, late)), ...(rows.length > TOLD ? [w.more(rows.length - TOLD)] : [])];
  return [
    w.head(plainDay(date, date, language)),
    ...part(w.overdue(overdue.length), overdue, true),
    ...part(w.due(due.length), due, false),
    ...(today.rows.length === 0 ? [w.nothing] : []),
    ...(today.all > 0 ? [w.done(today.done, today.all)] : []),
  ].join("\n");
}

/** Usual times to put something off to, those only that are still to come. */
export function laterChoices(now: number): { key: "hour" | "afternoon" | "tomorrow" | "nextWeek"; at: string }[] {
  const today = zoned(new Date(now).toISOString()).date;
  const hour = new Date(Math.ceil((now + 3_600_000) / 60_000) * 60_000).toISOString().replace(".000Z", "Z");
  const afternoon = instantOf(today, "16:00");
  return [
    { key: "hour", at: hour },
    ...(Date.parse(afternoon) > now + 3_600_000 ? [{ key: "afternoon" as const, at: afternoon }] : []),
    { key: "tomorrow", at: instantOf(besideDay(today, 1), "09:00") },
    { key: "nextWeek", at: instantOf(besideDay(today, 7), "09:00") },
  ];
}
