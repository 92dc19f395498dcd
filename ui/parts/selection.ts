/** Which rows of a list are chosen: some by their ids, or all that is filtered but a few. Pure; a list keeps it. */

/** What is chosen. */
export interface Selection {
  /** Everything that is filtered is chosen, also what is not loaded; `ids` are the exceptions. */
  all: boolean;
  ids: ReadonlySet<number>;
  /** Where a range begins: the row that was chosen or left last. */
  anchor: number | null;
}

/** Nothing is chosen. */
export const NOBODY: Selection = { all: false, ids: new Set(), anchor: null };

/** Everything that is filtered. */
export const EVERYBODY: Selection = { all: true, ids: new Set(), anchor: null };

/** Whether a row is chosen. */
export function isChosen(selection: Selection, id: number): boolean {
  return selection.ids.has(id) !== selection.all;
}

/** How many rows are chosen of so many that are filtered. */
export function countOf(selection: Selection, filtered: number): number {
  return selection.all ? Math.max(0, filtered - selection.ids.size) : selection.ids.size;
}

/** Whether anything is chosen. */
export function isAny(selection: Selection): boolean {
  return selection.all || selection.ids.size > 0;
}

/** Chooses a row, or leaves it. */
export function toggled(selection: Selection, id: number): Selection {
  return put(selection, [id], !isChosen(selection, id), id);
}

/** From the anchor to a row, both included, in the order in which they are shown; without an anchor the row alone. What
 * was chosen from the same anchor before (`former`) is left first, so that a range grows and shrinks. */
export function stretched(selection: Selection, shown: number[], to: number, former: number | null = null): Selection {
  const anchor = selection.anchor ?? to;
  const span = (end: number): number[] => {
    const [a, b] = [shown.indexOf(anchor), shown.indexOf(end)];
    return a < 0 || b < 0 ? [end] : shown.slice(Math.min(a, b), Math.max(a, b) + 1);
  };
  const left = former === null ? selection : put(selection, span(former), false, anchor);
  return put(left, span(to), true, anchor);
}

/** Only these, e.g. what was refused. */
export function only(ids: number[]): Selection {
  return { all: false, ids: new Set(ids), anchor: ids[0] ?? null };
}

function put(selection: Selection, ids: number[], chosen: boolean, anchor: number): Selection {
  const next = new Set(selection.ids);
  for (const id of ids) {
    if (chosen === selection.all) next.delete(id);
    else next.add(id);
  }
  return { all: selection.all, ids: next, anchor };
}
