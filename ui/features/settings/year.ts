/** A year of the working calendar as it is drawn: months in weeks, holidays in runs. Pure. */
import type { CalendarDay } from "../../bridge";
import { besideDay } from "../../parts/conditioning";
import { daysBetween } from "../../words/figures";

/** What a day is. */
export type DayIs = "work" | "weekend" | "rest" | "makeup";

/** A day in a month's table. */
export interface DayCell {
  on: string;
  day: number;
  is: DayIs;
  holiday: string;
}

const two = (n: number): string => String(n).padStart(2, "0");

/** The weeks of a month, Monday first; none where the month does not reach. */
export function weeksOf(year: number, month: number, days: CalendarDay[]): (DayCell | null)[][] {
  const known = new Map(days.map((one) => [one.on, one]));
  const lead = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const cells: (DayCell | null)[] = Array.from({ length: lead }, () => null);
  for (let day = 1; day <= length; day += 1) {
    const on = `${year}-${two(month)}-${two(day)}`;
    const one = known.get(on);
    const weekend = (lead + day - 1) % 7 >= 5;
    cells.push({ on, day, holiday: one?.holiday ?? "", is: one === undefined ? (weekend ? "weekend" : "work") : one.rests ? "rest" : "makeup" });
  }
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Days off in a row. */
export interface Run {
  from: string;
  to: string;
  days: number;
}

/** A holiday: when it rests, and which days are worked for it. */
export interface Holiday {
  name: string;
  runs: Run[];
  works: string[];
}

/** The holidays of a year in their order. */
export function holidaysOf(days: CalendarDay[]): Holiday[] {
  const found: Holiday[] = [];
  for (const { on, rests, holiday } of [...days].sort((a, b) => a.on.localeCompare(b.on))) {
    let of = found.find((one) => one.name === holiday);
    if (of === undefined) found.push(of = { name: holiday, runs: [], works: [] });
    const last = of.runs.at(-1);
    if (!rests) of.works.push(on);
    else if (last !== undefined && besideDay(last.to, 1) === on) of.runs[of.runs.length - 1] = { from: last.from, to: on, days: daysBetween(last.from, on) + 1 };
    else of.runs.push({ from: on, to: on, days: 1 });
  }
  const begins = (one: Holiday): string => one.runs[0]?.from ?? one.works[0] ?? "";
  return found.sort((a, b) => begins(a).localeCompare(begins(b)));
}

/** The days of a run, one by one. */
export function daysOf(run: Run): string[] {
  return Array.from({ length: run.days }, (_, index) => besideDay(run.from, index));
}
