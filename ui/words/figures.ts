/** How figures and dates are written, the same in every room. Input is what the core keeps: 分, micro-元, milli, basis points. */
import type { Language } from "../bridge";

const MINUS = "−";
/** Nothing to show. */
export const NONE = "—";

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/** An integer of `places` hidden decimals, shown with at least `least` of them. */
function scaled(value: number, places: number, least: number): string {
  const digits = String(Math.abs(Math.round(value))).padStart(places + 1, "0");
  const whole = grouped(digits.slice(0, digits.length - places));
  let part = places === 0 ? "" : digits.slice(digits.length - places);
  while (part.length > least && part.endsWith("0")) part = part.slice(0, -1);
  return `${value < 0 ? MINUS : ""}${whole}${part === "" ? "" : `.${part}`}`;
}

/** 分 → 「12,000.00」. */
export function amount(fen: number | null | undefined): string {
  return fen === null || fen === undefined ? NONE : scaled(fen, 2, 2);
}

/** 分 → 「1.2」 in 万元, two decimals, for reports. */
export function amountInWan(fen: number | null | undefined): string {
  return fen === null || fen === undefined ? NONE : scaled(Math.round(fen / 10_000), 2, 2);
}

/** Micro-元 → 「680.00」, more decimals only where there are some. */
export function price(micro: number | null | undefined): string {
  return micro === null || micro === undefined ? NONE : scaled(micro, 6, 2);
}

/** Milli → 「2.5」. */
export function quantity(milli: number | null | undefined): string {
  return milli === null || milli === undefined ? NONE : scaled(milli, 3, 0);
}

/** Basis points → 「13」 (the sign is put by the caller, with a thin space on screen). */
export function rate(points: number | null | undefined): string {
  return points === null || points === undefined ? NONE : scaled(points, 2, 0);
}

/** Basis points → 「13 %」. */
export function percent(points: number | null | undefined): string {
  return points === null || points === undefined ? NONE : `${scaled(points, 2, 0)} %`;
}

/** Any plain number with separators. */
export function figure(value: number): string {
  const [whole = "0", part] = String(Math.abs(value)).split(".");
  return `${value < 0 ? MINUS : ""}${grouped(whole)}${part === undefined ? "" : `.${part}`}`;
}

/** A business date in full: 「2026-10-08」. */
export function dateText(date: string | null | undefined): string {
  return date === null || date === undefined || date === "" ? NONE : date.slice(0, 10);
}

/** A business date for a column: 「10-08」, with the year where it is not this one. */
export function dateColumn(date: string | null | undefined, today: string): string {
  if (date === null || date === undefined || date === "") return NONE;
  return date.slice(0, 4) === today.slice(0, 4) ? date.slice(5, 10) : date.slice(0, 10);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A business date in a sentence: 「今天」, 「明天」, 「10-8」, 「2025-10-8」; in English “8 Oct”. */
export function dateSpoken(date: string | null | undefined, today: string, language: Language): string {
  if (date === null || date === undefined || date === "") return NONE;
  const day = date.slice(0, 10);
  const away = daysBetween(today, day);
  if (away === 0) return language === "Zh" ? "今天" : "today";
  if (away === 1) return language === "Zh" ? "明天" : "tomorrow";
  if (away === -1) return language === "Zh" ? "昨天" : "yesterday";
  const [year = "", month = "", number = ""] = day.split("-");
  const sameYear = year === today.slice(0, 4);
  if (language === "En") return `${Number(number)} ${MONTHS[Number(month) - 1]}${sameYear ? "" : ` ${year}`}`;
  return `${sameYear ? "" : `${year}-`}${Number(month)}-${Number(number)}`;
}

/** Whole days from `from` to `to` (business dates). */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / 86_400_000);
}

const WEEKDAYS: Record<Language, string[]> = {
  Zh: ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
  En: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
};

/** The weekday of a business date. */
export function weekday(date: string, language: Language): string {
  return WEEKDAYS[language][new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? "";
}

/** The company's zone (Asia/Shanghai has no summer time). */
const ZONE_MS = 8 * 3_600_000;

/** An instant (UTC text) as date and time in the company's zone. */
export function zoned(instant: string): { date: string; time: string } {
  const ms = Date.parse(instant.endsWith("Z") || /[+-]\d\d:\d\d$/.test(instant) ? instant : `${instant}Z`);
  if (Number.isNaN(ms)) return { date: instant.slice(0, 10), time: "" };
  const text = new Date(ms + ZONE_MS).toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

/** An instant in a sentence: 「今天 09:42」, 「9-30 17:20」. */
export function instantSpoken(instant: string | null | undefined, today: string, language: Language): string {
  if (instant === null || instant === undefined || instant === "") return NONE;
  const { date, time } = zoned(instant);
  const spoken = dateSpoken(date, today, language);
  return time === "" ? spoken : `${spoken} ${time}`;
}

/** A size in bytes: 「84 KB」. */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** An instant as the time of day in the company's zone, with seconds: when a draft was saved. */
export function zonedTime(instant: string | null): string {
  const ms = instant === null ? Number.NaN : Date.parse(instant);
  return Number.isNaN(ms) ? "" : new Date(ms + ZONE_MS).toISOString().slice(11, 19);
}
