/** Priced lines of a sheet: what the core is asked with, how the book's lines look in cells, and cells that cannot be read. Pure. */
import type { LineDraft } from "../../bridge";
import { price, quantity, rate } from "../../words/figures";
import { readDate, readRate, readScaled, readYes } from "../paste";
import type { SheetRow } from "../sheetRows";
import { filled, productOfMeta } from "./rows";

/** What the core is asked with. Empty rows at the end are left out; what is no number is none. */
export function pricedDrafts(rows: SheetRow[], today: string): LineDraft[] {
  const last = rows.findLastIndex(filled);
  return rows.slice(0, last + 1).map(({ cells, meta }) => ({
    product_id: productOfMeta({ cells, meta }),
    name: cells["name"] ?? "", spec: cells["spec"] ?? "", unit: cells["unit"] ?? "",
    quantity_milli: readScaled(cells["quantity"] ?? "", 3),
    price_micro: readScaled(cells["price"] ?? "", 6),
    discount: readRate(cells["discount"] ?? "") ?? 0,
    tax_rate: readRate(cells["rate"] ?? ""),
    customised: readYes(cells["customised"] ?? ""),
    promised_on: readDate(cells["promised"] ?? "", today),
  }));
}

const plainText = (text: string): string => (text === "—" ? "" : text);

/** The book's lines as cells. */
export function pricedRows(lines: LineDraft[]): SheetRow[] {
  return lines.map((line) => ({
    cells: {
      name: line.name, spec: line.spec, unit: line.unit, quantity: plainText(quantity(line.quantity_milli)), price: plainText(price(line.price_micro)),
      discount: line.discount === 0 ? "" : rate(line.discount), rate: plainText(rate(line.tax_rate)), promised: line.promised_on ?? "", customised: line.customised ? "1" : "",
    },
    meta: line.product_id === null ? {} : { product_id: line.product_id },
  }));
}

/** Columns whose text must be read as something. */
export type Read = "quantity" | "price" | "discount" | "rate" | "promised";
const READ: Read[] = ["quantity", "price", "discount", "rate", "promised"];

/** Whether a cell's text cannot be read. An empty cell is not bad, only open. */
export function bad(column: string, text: string, today: string): column is Read {
  if (text.trim() === "") return false;
  if (column === "quantity") return readScaled(text, 3) === null;
  if (column === "price") return readScaled(text, 6) === null;
  if (column === "discount" || column === "rate") return readRate(text) === null;
  return column === "promised" && readDate(text, today) === null;
}

/** What was found in a row; a row that changes is another row. */
const found = new WeakMap<SheetRow, { today: string; bad: Read[] }>();

function badOf(row: SheetRow, today: string): Read[] {
  const known = found.get(row);
  if (known?.today === today) return known.bad;
  const wrong = READ.filter((column) => bad(column, row.cells[column] ?? "", today));
  found.set(row, { today, bad: wrong });
  return wrong;
}

/** All cells that cannot be read. */
export function badCells(form: { rows: SheetRow[] }, today: string): { row: number; column: Read }[] {
  return form.rows.flatMap((row, index) => badOf(row, today).map((column) => ({ row: index, column })));
}
