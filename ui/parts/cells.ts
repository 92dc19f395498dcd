/** What stands in a cell, for the clipboard and for workbooks: the value with its kind, not how the screen draws it. */

import { zoned } from "../words/figures";

/** The kind of a column: money in 分, prices in millionths, quantities in thousandths, shares in basis points. */
export type CellKind = "text" | "money" | "price" | "quantity" | "percent" | "count" | "date" | "instant";

/** A value as the core keeps it; null where there is nothing. */
export type CellValue = string | number | null;

/** A table of cells, as it is shown. */
export interface Table {
  columns: { title: string; kind: CellKind; width: number }[];
  rows: CellValue[][];
}

/** An instant of the core as a cell keeps it: date and time in the company's zone. */
export function instantCell(at: string | null): CellValue {
  if (at === null || at === "") return null;
  const { date, time } = zoned(at);
  return time === "" ? date : `${date} ${time}`;
}

const PLACES: Partial<Record<CellKind, number>> = { money: 2, price: 6, quantity: 3, percent: 2, count: 0 };

/** A number without separators, in 元, pieces or percent: what a spreadsheet reads as a number. */
export function plainNumber(value: number, kind: CellKind): string {
  const places = PLACES[kind] ?? 0;
  const digits = String(Math.abs(Math.round(value))).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  let part = places === 0 ? "" : digits.slice(digits.length - places);
  const least = kind === "money" || kind === "price" ? 2 : 0;
  while (part.length > least && part.endsWith("0")) part = part.slice(0, -1);
  return `${value < 0 ? "-" : ""}${whole}${part === "" ? "" : `.${part}`}${kind === "percent" ? "%" : ""}`;
}

/** What begins a formula where it is pasted, also behind blanks that a spreadsheet drops. */
const FORMULA = /^[\s\u0000-\u001f]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

function words(value: CellValue, kind: CellKind): string {
  if (value === null || value === "") return "";
  return typeof value === "number" ? plainNumber(value, kind) : value;
}

/** A cell of plain text. A text that would be a formula gets an apostrophe in front; one with tabs, line breaks or quotes
 * is quoted, as spreadsheets read it. */
function plainCell(value: CellValue, kind: CellKind): string {
  const text = words(value, kind);
  const safe = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text;
  return /["\t\r\n]/.test(safe) ? `"${safe.replaceAll("\"", "\"\"").replace(/\r\n?/g, "\n")}"` : safe;
}

/** The table as text/plain: tabs between cells, the titles first. */
export function plainText(table: Table): string {
  const head = table.columns.map((column) => plainCell(column.title, "text")).join("\t");
  const rows = table.rows.map((row) => row.map((value, index) => plainCell(value, table.columns[index]?.kind ?? "text")).join("\t"));
  return [head, ...rows].join("\r\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;").replace(/\r\n?|\n/g, "<br style=\"mso-data-placement:same-cell\">");
}

/** How Excel and WPS are told what a cell is; text stays text, whatever it begins with and however many digits it has. */
const FORMATS: Record<CellKind, string> = {
  text: "\\@", money: "\\#\\,\\#\\#0\\.00", price: "\\#\\,\\#\\#0\\.00\\#\\#\\#\\#", quantity: "\\#\\,\\#\\#0\\.\\#\\#\\#",
  percent: "0\\.\\#\\#%", count: "\\#\\,\\#\\#0", date: "yyyy\\-mm\\-dd", instant: "yyyy\\-mm\\-dd\\ hh\\:mm",
};

/** The table as text/html. */
export function htmlTable(table: Table): string {
  const head = table.columns.map((column) => `<th style="mso-number-format:'\\@'">${escaped(column.title)}</th>`).join("");
  const cell = (value: CellValue, kind: CellKind): string => `<td style="mso-number-format:'${FORMATS[typeof value === "string" && kind !== "date" && kind !== "instant" ? "text" : kind]}'">${escaped(words(value, kind))}</td>`;
  const rows = table.rows.map((row) => `<tr>${row.map((value, index) => cell(value, table.columns[index]?.kind ?? "text")).join("")}</tr>`);
  return `<meta charset="utf-8"><table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}
