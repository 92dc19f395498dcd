/** Rows of a sheet of lines: empty ones, filled ones, and products that a row is bound to. Pure. */
import type { SheetRow } from "../sheetRows";

/** An empty line. */
export function emptyRow(): SheetRow {
  return { cells: {}, meta: {} };
}

/** Whether anything stands in a row. */
export function filled(row: SheetRow): boolean {
  return Object.entries(row.cells).some(([key, text]) => key !== "customised" && text.trim() !== "");
}

/** The product a row is bound to. */
export function productOfMeta(row: SheetRow): number | null {
  const id = row.meta["product_id"];
  return typeof id === "number" ? id : null;
}

/** A name that is typed or pasted over belongs to no known product any more. */
export function unbound(rows: SheetRow[], before: SheetRow[]): SheetRow[] {
  return rows.map((row, index) => {
    const old = before[index];
    const typedOver = old !== undefined && row !== old && row.meta === old.meta && row.cells["name"] !== old.cells["name"];
    return typedOver ? { ...row, meta: {} } : row;
  });
}
