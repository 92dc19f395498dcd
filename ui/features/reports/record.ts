/** The record of deadlines (K6) as the page sums it: by rule, by person or by source. Pure. */
import type { ClockState, RecordRow, RecordRowsAsk, RuleId, TodayRow } from "../../bridge";

/** By what it is summed. */
export type By = "rule" | "person" | "source";
export const BYS: By[] = ["rule", "person", "source"];

/** The figures of a row, each of which opens its deadlines. */
export type Figure = "due" | "met" | "late" | "lapsed" | "running";
export const FIGURES: Figure[] = ["due", "met", "late", "lapsed", "running"];

/** A line of the table. */
export interface Sum extends Record<Figure, number> {
  /** Rule, person or source; none for all together. */
  key: string | null;
  code: string;
  /** Over all that were late. */
  lateHours: number;
}

const nothing = (key: string | null, code: string): Sum => ({ key, code, due: 0, met: 0, late: 0, lapsed: 0, running: 0, lateHours: 0 });

function added(sum: Sum, row: RecordRow): Sum {
  const figures = Object.fromEntries(FIGURES.map((figure) => [figure, sum[figure] + row[figure]])) as Record<Figure, number>;
  return { ...sum, ...figures, lateHours: sum.lateHours + row.late_hours * row.late };
}

/** One line for each, in the order in which the core tells them; people and sources with most due first. */
export function summed(rows: RecordRow[], by: By): Sum[] {
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const key = row[by];
    sums.set(key, added(sums.get(key) ?? nothing(key, by === "rule" ? row.code : ""), row));
  }
  const all = [...sums.values()];
  return by === "rule" ? all : all.sort((a, b) => b.due - a.due);
}

/** All together. */
export function total(rows: RecordRow[]): Sum {
  return rows.reduce(added, nothing(null, ""));
}

/** Hours late on average; none when nothing was late. */
export function averageLate(sum: Sum): number | null {
  return sum.late === 0 ? null : Math.round(sum.lateHours / sum.late);
}

const STATE: Record<Exclude<Figure, "due">, ClockState> = { met: "Met", late: "Late", lapsed: "Lapsed", running: "Running" };

/** The question for the deadlines behind a figure. */
export function rowsAsk(ym: number, by: By, key: string | null, figure: Figure): RecordRowsAsk {
  const open: RecordRowsAsk = { ym, rule: null, person: null, source: null, state: figure === "due" ? null : STATE[figure] };
  if (key === null) return open;
  if (by === "rule") return { ...open, rule: key as RuleId };
  return by === "person" ? { ...open, person: key } : { ...open, source: key };
}

/** What fell due is what was met, was late, or ran out and still runs; the core answers all, lapsed and still running ones too. */
export function behind(figure: Figure, rows: TodayRow[]): TodayRow[] {
  if (figure !== "due") return rows;
  return rows.filter(({ deadline, overdue }) => deadline.state === "Met" || deadline.state === "Late" || (deadline.state === "Running" && overdue));
}

/** A key as a part of the address: an empty one would be none. */
export const keyWritten = (key: string | null): string => (key === null ? "all" : `=${key}`);
/** And back. */
export const keyRead = (part: string | undefined): string | null => (part === undefined || !part.startsWith("=") ? null : part.slice(1));
