/** Which cells of a sheet are marked: the corner that holds the keyboard, the corner opposite, and all between them. Pure. */

/** A cell by its row and by its place among the columns that can be typed in, both from 0. */
export interface Corner {
  row: number;
  column: number;
}

/** A rectangle of cells, edges included. */
export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A block that was pasted: its first cell, its size, and how many of its columns found no place. */
export interface Zone extends Corner {
  rows: number;
  columns: number;
  dropped: number;
}

/** The rectangle between two corners; without the second one the cell alone. */
export function rangeOf(at: Corner, to: Corner | null): Range {
  const other = to ?? at;
  return { top: Math.min(at.row, other.row), bottom: Math.max(at.row, other.row), left: Math.min(at.column, other.column), right: Math.max(at.column, other.column) };
}

/** The rectangle of a pasted block. */
export function rangeOfZone(zone: Zone): Range {
  return { top: zone.row, bottom: zone.row + zone.rows - 1, left: zone.column, right: zone.column + zone.columns - 1 };
}

/** Whether more than one cell is marked. */
export function several(range: Range): boolean {
  return range.top !== range.bottom || range.left !== range.right;
}

function edges(range: Range | null, row: number, column: number, [inside, top, bottom, left, right]: [string, string, string, string, string]): string[] {
  if (range === null || row < range.top || row > range.bottom || column < range.left || column > range.right) return [];
  return [inside, ...(row === range.top ? [top] : []), ...(row === range.bottom ? [bottom] : []), ...(column === range.left ? [left] : []), ...(column === range.right ? [right] : [])];
}

/** Class names of a row's cells, one entry a column, as one text: a row is drawn anew only when its text is another one. */
export function rowMarks(selected: Range | null, pasted: Range | null, row: number, columns: number): string {
  const touched = [selected, pasted].some((range) => range !== null && row >= range.top && row <= range.bottom);
  if (!touched) return "";
  return Array.from({ length: columns }, (_, column) => [...edges(selected, row, column, ["sel", "st", "sb", "sl", "sr"]), ...edges(pasted, row, column, ["pz", "pt", "pb", "pl", "pr"])].join(" ")).join(",");
}

/** Where Ctrl and an arrow lead: to the end of what is filled, or over what is empty to the next filled cell. */
export function jump(filled: (index: number) => boolean, from: number, step: 1 | -1, last: number): number {
  const inside = (index: number): boolean => index >= 0 && index <= last;
  let at = from + step;
  if (!inside(at)) return from;
  if (filled(from) && filled(at)) {
    while (inside(at + step) && filled(at + step)) at += step;
    return at;
  }
  while (inside(at + step) && !filled(at)) at += step;
  return at;
}
