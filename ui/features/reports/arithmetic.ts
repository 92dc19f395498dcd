/** The arithmetic of the month page: steps between months, shares and changes. Everything here is pure. */
import type { FacetRow, MonthPoint, MonthPunctuality } from "../../bridge";

/** The month `steps` after `ym` (202612 + 1 = 202701). */
export function stepMonth(ym: number, steps: number): number {
  const months = Math.floor(ym / 100) * 12 + (ym % 100) - 1 + steps;
  return Math.floor(months / 12) * 100 + (months % 12) + 1;
}

/** The month a date such as `2026-10-08` lies in. */
export function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 100 + Number(date.slice(5, 7));
}

/** The year and the month of the year. */
export function partsOf(ym: number): { year: number; month: number } {
  return { year: Math.floor(ym / 100), month: ym % 100 };
}

/** Months one can go to: from the first with anything in it up to the present one, and never less than where one is. */
export function monthRange(
  ym: number,
  present: number,
  first: number | null,
  last: number | null,
): { least: number; most: number } {
  return { least: Math.min(ym, first ?? present), most: Math.max(ym, present, last ?? present) };
}

/** Change in tenths of a percent against `before`; none when there is nothing to divide by. */
export function changeInTenths(now: number | null, before: number | null): number | null {
  if (now === null || before === null || before <= 0) return null;
  return Math.round(((now - before) * 1000) / before);
}

/** `part ÷ whole` in tenths of a percent; none when the whole is nothing. */
export function shareInTenths(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((part * 1000) / whole) : null;
}

/** Difference of two shares in tenths of a percentage point. */
export function pointsInTenths(now: MonthPunctuality, before: MonthPunctuality): number | null {
  const a = shareInTenths(now.on_time, now.due);
  const b = shareInTenths(before.on_time, before.due);
  return a === null || b === null ? null : a - b;
}

/** A number of tenths as text with one decimal and without sign: 124 → "12.4". */
export function tenths(value: number): string {
  return (Math.abs(value) / 10).toFixed(1);
}

/** The length of a bar in percent of the longest; something is never nothing. */
export function barPercent(amount: number, largest: number): number {
  if (amount <= 0 || largest <= 0) return 0;
  return Math.max(1, Math.round((amount * 100) / largest));
}

/** Average days late over the lines that were delivered late, in tenths of a day; open ones have no end yet. */
export function averageLateInTenths(figures: MonthPunctuality): number | null {
  return figures.late > 0 ? Math.round((figures.late_days * 10) / figures.late) : null;
}

/** The company's own target, or the sum of the people's; none when nobody has one. */
export function targetOf(company: number | null, people: FacetRow[]): number | null {
  if (company !== null) return company;
  const targets = people.flatMap((row) => (row.target_fen === null ? [] : [row.target_fen]));
  return targets.length === 0 ? null : targets.reduce((sum, fen) => sum + fen, 0);
}

/** The point of the trend one month before `ym`. */
export function pointBefore(trend: MonthPoint[], ym: number): MonthPoint | undefined {
  const before = stepMonth(ym, -1);
  return trend.find((point) => point.ym === before);
}

/** A target typed in 万元 as 分; `undefined` when it is not a number, null when it is empty. */
export function targetTyped(text: string): number | null | undefined {
  const tidy = text.replace(/[，,\s]/g, "").replace(/万元?$/, "");
  if (tidy === "") return null;
  if (!/^\d{1,7}(\.\d{1,6})?$/.test(tidy)) return undefined;
  return Math.round(Number(tidy) * 1_000_000);
}

/** The parts of punctuality, worst first, by their names in the door. */
export const PARTS = ["late", "open_past_due", "on_time", "open"] as const;
/** One of them. */
export type Part = (typeof PARTS)[number];

/** What a figure about punctuality is: counted by line or by order, and which part (`due` opens at what went wrong). */
export function punctualOf(figure: string): { by: "lines" | "orders"; part: Part | "due" } | null {
  const by = figure.startsWith("orders_") ? "orders" : "lines";
  const part = by === "orders" ? figure.slice("orders_".length) : figure;
  const known = part === "due" ? part : PARTS.find((one) => one === part);
  return known === undefined ? null : { by, part: known };
}

/** The name of a part in the door. */
export function figureOf(by: "lines" | "orders", part: Part | "due"): string {
  return by === "orders" ? `orders_${part}` : part;
}
