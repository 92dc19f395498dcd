/** What can be undone in a sheet: whole states of its rows, which share everything that did not change. Pure. */
import type { SheetRow } from "./sheetRows";

/** The states before and after the one that is shown. */
export interface Past {
  before: SheetRow[][];
  after: SheetRow[][];
  /** The edit that is still going on: the next one of the same mark belongs to it. */
  mark: string | null;
}

const DEPTH = 200;

/** Nothing to undo. */
export const NO_PAST: Past = { before: [], after: [], mark: null };

/** After an edit of `rows`. Edits with the same mark, such as the letters typed into one cell, are one step. */
export function recorded(past: Past, rows: SheetRow[], mark: string | null): Past {
  if (mark !== null && mark === past.mark) return { ...past, after: [] };
  return { before: [...past.before, rows].slice(-DEPTH), after: [], mark };
}

/** One step back from `rows`, or nothing when there is none. */
export function undone(past: Past, rows: SheetRow[]): { past: Past; rows: SheetRow[] } | null {
  const former = past.before.at(-1);
  return former === undefined ? null : { rows: former, past: { before: past.before.slice(0, -1), after: [...past.after, rows], mark: null } };
}

/** One step forward again from `rows`, or nothing when there is none. */
export function redone(past: Past, rows: SheetRow[]): { past: Past; rows: SheetRow[] } | null {
  const next = past.after.at(-1);
  return next === undefined ? null : { rows: next, past: { before: [...past.before, rows], after: past.after.slice(0, -1), mark: null } };
}

/** The first cell in which two states differ, so that the eye is led there. */
export function firstDifference(former: SheetRow[], next: SheetRow[], keys: string[]): { row: number; key: string } | null {
  const rows = Math.max(former.length, next.length);
  for (let row = 0; row < rows; row += 1) {
    if (former[row] === next[row]) continue;
    const key = keys.find((one) => (former[row]?.cells[one] ?? "") !== (next[row]?.cells[one] ?? ""));
    if (key !== undefined) return { row, key };
  }
  return null;
}
