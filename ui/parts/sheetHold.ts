/** What a sheet's handlers work on: its rows, where the keyboard is, what is marked, and the acts on a range. */
import type { RefObject } from "react";
import { blockText, cleared, filledDown, laidIn, moved, tiled, withEmpty, without, type SheetRow } from "./sheetRows";
import { rangeOf, several, type Corner, type Range, type Zone } from "./sheetRange";
import { readBlock } from "./paste";

/** A column of the sheet. */
export interface SheetColumn {
  key: string;
  title: React.ReactNode;
  /** For screen readers, where the title is no text. */
  label?: string;
  kind?: "text" | "computed" | "yes";
  width?: number;
  right?: boolean;
}

/** What an edit was. */
export interface SheetStep {
  /** Edits with the same mark, such as the letters typed into one cell, are undone as one. */
  mark: string | null;
  /** The block that was pasted, if it was one. */
  pasted: Zone | null;
}

/** What the page gives the sheet to behave by. */
export interface Behaviour {
  columns: SheetColumn[];
  rows: SheetRow[];
  /** Rows shown, the empty ones at the end included. */
  count: number;
  onChange: (rows: SheetRow[], step: SheetStep) => void;
  onUndo: () => void;
  onRedo: () => void;
  intercept?: ((event: React.KeyboardEvent) => boolean) | undefined;
  emptyRow: () => SheetRow;
  /** The column that what is unseen in a row belongs to. */
  binds?: string | undefined;
}

/** Where the keyboard is: a cell, perhaps the opposite corner of a range, and whether the cell is typed in. */
export interface Where {
  at: { row: number; key: string } | null;
  to: Corner | null;
  editing: boolean;
}

/** Everything together, as it stands at the moment of an event. */
export interface Hold extends Behaviour, Where {
  box: RefObject<HTMLDivElement | null>;
  /** Keys of the columns that can be typed in, in order. */
  keys: string[];
  /** What stood in the cell before it was edited. */
  before: string;
  /** One for each stay in a cell: what is typed in one stay is undone as one. */
  stay: number;
  /** Where a range is being drawn with the mouse. */
  drawing: boolean;
  put: (where: Partial<Where>) => void;
}

/** The cell with the keyboard as a corner. */
export function cornerOf({ at, keys }: Pick<Hold, "at" | "keys">): Corner | null {
  return at === null ? null : { row: at.row, column: keys.indexOf(at.key) };
}

/** What is marked. */
export function markedOf(hold: Pick<Hold, "at" | "to" | "keys">): Range | null {
  const corner = cornerOf(hold);
  return corner === null ? null : rangeOf(corner, hold.to);
}

/** The part of what is marked in which there are rows. */
function real(hold: Hold): Range | null {
  const range = markedOf(hold);
  if (range === null || range.top >= hold.rows.length) return null;
  return { ...range, bottom: Math.min(range.bottom, hold.rows.length - 1) };
}

/** The box of a cell, if it is there. */
export function boxAt({ box, keys }: Pick<Hold, "box" | "keys">, { row, column }: Corner): HTMLInputElement | null {
  const key = keys[column];
  return key === undefined || row < 0 ? null : (box.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${key}"]`) ?? null);
}

/** The keyboard goes to a cell, and nothing else is marked. Answers whether there was such a cell. */
export function goTo(hold: Hold, corner: Corner): boolean {
  const cell = boxAt(hold, corner);
  hold.put({ to: null });
  cell?.focus();
  return cell !== null;
}

/** Focus moves by cells; past the last column it goes on in the next row. */
export function move(hold: Hold, down: number, across: number): boolean {
  const corner = cornerOf(hold);
  if (corner === null) return false;
  let column = corner.column + across;
  let row = corner.row + down;
  if (column < 0) {
    column = hold.keys.length - 1;
    row -= 1;
  } else if (column >= hold.keys.length) {
    column = 0;
    row += 1;
  }
  return goTo(hold, { row, column });
}

/** The range reaches to a cell; the keyboard stays where it is. */
export function reachTo(hold: Hold, corner: Corner): void {
  const to = { row: Math.max(0, Math.min(hold.count - 1, corner.row)), column: Math.max(0, Math.min(hold.keys.length - 1, corner.column)) };
  hold.put({ to, editing: false });
  boxAt(hold, to)?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Lays cells (and what belongs to the row unseen) into one row. */
export function write(hold: Hold, row: number, cells: Record<string, string>, meta?: Record<string, unknown>): void {
  const next = [...hold.rows];
  while (next.length <= row) next.push(hold.emptyRow());
  const old = next[row] ?? hold.emptyRow();
  next[row] = { cells: { ...old.cells, ...cells }, meta: meta === undefined ? old.meta : { ...old.meta, ...meta } };
  hold.onChange(next, { mark: `${hold.stay}:${row}`, pasted: null });
}

/** One step that is undone by itself; nothing when nothing changed. */
function step(hold: Hold, rows: SheetRow[] | null, pasted: Zone | null = null): void {
  if (rows !== null && rows !== hold.rows) hold.onChange(rows, { mark: null, pasted });
}

/** The acts on what is marked. */
export const onRange = {
  empty: (hold: Hold): void => {
    const range = real(hold);
    if (range !== null) step(hold, cleared(hold.rows, range, hold.keys));
  },
  fillDown: (hold: Hold): void => {
    const range = markedOf(hold);
    if (range !== null) step(hold, filledDown(hold.rows, range, hold.keys, hold.binds, hold.emptyRow));
  },
  removeRows: (hold: Hold): void => {
    const range = real(hold);
    if (range === null) return;
    step(hold, without(hold.rows, range));
    hold.put({ to: null });
  },
  insertRows: (hold: Hold): void => {
    const range = real(hold);
    if (range !== null) step(hold, withEmpty(hold.rows, range, hold.emptyRow));
  },
  moveRows: (hold: Hold, by: 1 | -1): void => {
    const range = real(hold);
    const corner = cornerOf(hold);
    const next = range === null ? null : moved(hold.rows, range, by);
    if (next === null || corner === null) return;
    step(hold, next);
    const to = hold.to === null ? null : { row: hold.to.row + by, column: hold.to.column };
    boxAt(hold, { row: corner.row + by, column: corner.column })?.focus();
    hold.put({ to });
  },
  all: (hold: Hold): void => {
    if (hold.rows.length === 0 || !goTo(hold, { row: 0, column: 0 })) return;
    hold.put({ to: { row: hold.rows.length - 1, column: hold.keys.length - 1 } });
  },
};

/** What is marked goes to the clipboard; a single cell is left to its box. */
export function copy(hold: Hold, event: React.ClipboardEvent): void {
  const range = markedOf(hold);
  if (range === null || !several(range)) return;
  event.preventDefault();
  event.clipboardData.setData("text/plain", blockText(hold.rows, range, hold.keys));
  if (event.type === "cut") onRange.empty(hold);
}

/** A block from a spreadsheet is laid in from the first marked cell; a single value for one cell is left to the box. */
export function paste(hold: Hold, event: React.ClipboardEvent): void {
  const range = markedOf(hold);
  const text = event.clipboardData.getData("text/plain");
  if (range === null) return;
  const alone = !several(range);
  if (alone && !/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return;
  event.preventDefault();
  const read = readBlock(text);
  const block = alone ? read : tiled(read, range);
  const across = hold.keys.slice(range.left);
  const wide = Math.max(...block.map((cells) => cells.length));
  const columns = Math.min(wide, across.length);
  // Empty columns beyond the last one are nothing that could be lost.
  const full = Math.max(...block.map((cells) => cells.findLastIndex((cell) => cell !== "") + 1));
  hold.put({ editing: false, to: null });
  boxAt(hold, { row: range.top, column: range.left })?.focus();
  step(hold, laidIn(hold.rows, block, range.top, across, hold.emptyRow), { row: range.top, column: range.left, rows: block.length, columns, dropped: Math.max(0, full - across.length) });
}
