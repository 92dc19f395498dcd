/** The rows of a sheet, and how a block is laid into them. */

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
