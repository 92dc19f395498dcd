/** The rows of a sheet, and what is done to a range of them. Pure. */
import type { Range } from "./sheetRange";

/** A row: what stands in each cell, as typed, and what belongs to the row without being seen. */
export interface SheetRow {
  cells: Record<string, string>;
  meta: Record<string, unknown>;
}

/** Rows with the cells at (row, column…) replaced by a block; rows are added as needed. */
export function laidIn(rows: SheetRow[], block: string[][], row: number, keys: string[], emptyRow: () => SheetRow): SheetRow[] {
  const next = [...rows];
  block.forEach((cells, down) => {
    while (next.length <= row + down) next.push(emptyRow());
    const old = next[row + down] ?? emptyRow();
    const laid = { ...old.cells };
    cells.forEach((cell, across) => {
      const key = keys[across];
      if (key !== undefined) laid[key] = cell;
    });
    next[row + down] = { cells: laid, meta: old.meta };
  });
  return next;
}

/** A block repeated until it fills the marked range, where the range is whole times its size. */
export function tiled(block: string[][], range: Range): string[][] {
  const width = Math.max(...block.map((cells) => cells.length));
  const [rows, columns] = [range.bottom - range.top + 1, range.right - range.left + 1];
  if (rows % block.length !== 0 || columns % width !== 0) return block;
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => block[row % block.length]?.[column % width] ?? ""));
}

/** Rows with one part of some cells replaced; a row whose cells stay as they are stays itself. */
function replaced(rows: SheetRow[], range: Range, change: (row: SheetRow, index: number) => SheetRow): SheetRow[] {
  return rows.map((row, index) => (index < range.top || index > range.bottom ? row : change(row, index)));
}

/** The marked cells emptied. */
export function cleared(rows: SheetRow[], range: Range, keys: string[]): SheetRow[] {
  const gone = Object.fromEntries(keys.slice(range.left, range.right + 1).map((key) => [key, ""]));
  return replaced(rows, range, (row) => ({ ...row, cells: { ...row.cells, ...gone } }));
}

/** The first marked row copied into those below; one cell alone takes what stands above it. With `binds` goes what is unseen. */
export function filledDown(rows: SheetRow[], range: Range, keys: string[], binds: string | undefined, emptyRow: () => SheetRow): SheetRow[] {
  const alone = range.top === range.bottom;
  const source = rows[alone ? range.top - 1 : range.top];
  if (source === undefined) return rows;
  const marked = keys.slice(range.left, range.right + 1);
  const taken = Object.fromEntries(marked.map((key) => [key, source.cells[key] ?? ""]));
  const whole = [...rows];
  while (whole.length <= range.bottom) whole.push(emptyRow());
  const from = alone ? range.top : range.top + 1;
  return replaced(whole, { ...range, top: from }, (row) => ({ cells: { ...row.cells, ...taken }, meta: binds !== undefined && marked.includes(binds) ? { ...source.meta } : row.meta }));
}

/** Without the marked rows. */
export function without(rows: SheetRow[], range: Range): SheetRow[] {
  return rows.filter((_, index) => index < range.top || index > range.bottom);
}

/** As many empty rows above the marked ones as are marked. */
export function withEmpty(rows: SheetRow[], range: Range, emptyRow: () => SheetRow): SheetRow[] {
  return [...rows.slice(0, range.top), ...Array.from({ length: range.bottom - range.top + 1 }, emptyRow), ...rows.slice(range.top)];
}

/** The marked rows one place up (-1) or down (1); nothing where there is no place. */
export function moved(rows: SheetRow[], range: Range, by: 1 | -1): SheetRow[] | null {
  if (range.top + by < 0 || range.bottom + by >= rows.length) return null;
  const taken = rows.slice(range.top, range.bottom + 1);
  const rest = without(rows, range);
  return [...rest.slice(0, range.top + by), ...taken, ...rest.slice(range.top + by)];
}

/** The marked cells as spreadsheets exchange them: tabs and line ends, quoted where a cell holds one of them. */
export function blockText(rows: SheetRow[], range: Range, keys: string[]): string {
  const quoted = (text: string): string => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const marked = keys.slice(range.left, range.right + 1);
  return Array.from({ length: range.bottom - range.top + 1 }, (_, down) => marked.map((key) => quoted(rows[range.top + down]?.cells[key] ?? "")).join("\t")).join("\n");
}
