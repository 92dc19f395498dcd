/** Reading what people paste and type: blocks from a spreadsheet, numbers, dates. Pure, tested in tests/ui. */

/** A block copied from Excel, WPS or LibreOffice: rows of cells. Quoted cells may hold tabs and line breaks. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at] ?? "";
    if (quoted) {
      if (char === '"' && source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (char === '"') quoted = false;
      else cell += char;
    } else if (char === '"' && cell === "" && closes(source, at)) quoted = true;
    else if (char === "\t") {
      row.push(cell);
      cell = "";
    } else if (char === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
    } else cell += char;
  }
  rows.push([...row, cell]);
  return rows.map((cells) => cells.map((one) => one.trim()));
}

/** Whether a quote that opens a cell is closed before a tab or line end: otherwise it is only an inch mark. */
function closes(source: string, from: number): boolean {
  for (let at = from + 1; at < source.length; at += 1) {
    if (source[at] !== '"') continue;
    if (source[at + 1] === '"') {
      at += 1;
      continue;
    }
    const next = source[at + 1];
    return next === undefined || next === "\t" || next === "\n";
  }
  return false;
}

const FULL_WIDTH = /[０-９．，－％／＋]/g;

/** Full-width digits and signs as plain ones. */
export function plain(text: string): string {
  return text.replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(/。/g, ".").trim();
}

/** A decimal as an integer with `places` hidden decimals; `null` when it is no number or has more decimals. */
export function readScaled(text: string, places: number): number | null {
  const cleaned = plain(text).replace(/^[¥￥]/, "").replace(/[,\s]/g, "").replace(/^−/, "-");
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(cleaned);
  if (match === null) return null;
  const [, sign = "", whole = "", part = ""] = match;
  if (whole === "" && part === "") return null;
  if (part.slice(places).replace(/0+$/, "") !== "") return null;
  const value = Number(whole + part.slice(0, places).padEnd(places, "0"));
  return Number.isSafeInteger(value) ? (sign === "-" ? -value : value) : null;
}

/** 「13」, 「13%」, 「13 %」, 「0.13」 → 1300 basis points. */
export function readRate(text: string): number | null {
  const cleaned = plain(text).replace(/\s/g, "");
  if (cleaned.endsWith("%")) return readScaled(cleaned.slice(0, -1), 2);
  if (/^0\.\d+$/.test(cleaned)) return readScaled(cleaned, 4);
  return readScaled(cleaned, 2);
}

/** 2026-10-8, 2026.9.5, 2026/9/5, 2026年9月5日, 20260905, 10-8, 9月5日 or a spreadsheet's serial number → `YYYY-MM-DD`. */
export function readDate(text: string, today: string): string | null {
  const cleaned = plain(text).replace(/\s+.*$/, "");
  const parts = /^(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})日?$/.exec(cleaned) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(cleaned);
  if (parts !== null) {
    const [, year, month = "", day = ""] = parts;
    if (year !== undefined) return valid(Number(year), Number(month), Number(day));
    const here = valid(Number(today.slice(0, 4)), Number(month), Number(day));
    // A date without a year that lies far behind means next year's.
    const far = here !== null && Date.parse(today) - Date.parse(here) > 180 * 86_400_000;
    return far ? valid(Number(today.slice(0, 4)) + 1, Number(month), Number(day)) : here;
  }
  if (/^\d{5}$/.test(cleaned)) return new Date((Number(cleaned) - 25_569) * 86_400_000).toISOString().slice(0, 10);
  return null;
}

function valid(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** 是, √, y, 1, 定制 → true; anything empty or negative → false. */
export function readYes(text: string): boolean {
  return /^(是|√|✓|y|yes|1|true|定制)$/i.test(plain(text));
}

/** A likely correction of a number typed with letters that look like digits: 「6O」 → 「60」. */
export function likelyNumber(text: string): string | null {
  const guess = plain(text).replace(/[oO〇]/g, "0").replace(/[lI|]/g, "1").replace(/[sS]$/g, "5").replace(/[^\d.]/g, "");
  return guess !== "" && guess !== text && /^\d+(\.\d+)?$/.test(guess) ? guess : null;
}
