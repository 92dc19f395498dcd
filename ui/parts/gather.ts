/** Everything a list shows, also what is not loaded: for the clipboard, for workbooks, for acts on all that is filtered. */
import type { CellValue, Table } from "./cells";
import type { Column, ListPageOf } from "./List";
import { isChosen, type Selection } from "./selection";

/** Pages are asked for in this size. */
export const PAGE = 500;

/** The rows that are chosen, in the order in which they are shown; without a choice all that are filtered. */
export async function gathered<Row>(
  page: (after: string | null) => Promise<ListPageOf<Row>>,
  rowId: (row: Row) => number,
  selection: Selection | null,
  told: (count: number) => void = () => undefined,
  stopped: () => boolean = () => false,
  most = Infinity,
): Promise<Row[]> {
  const found: Row[] = [];
  let after: string | null = null;
  // A few that were chosen one by one are looked for no further than the last of them.
  const wanted = selection !== null && !selection.all ? selection.ids.size : Infinity;
  do {
    const answer: ListPageOf<Row> = await page(after);
    for (const row of answer.rows) if (selection === null || isChosen(selection, rowId(row))) found.push(row);
    after = answer.next;
    told(found.length);
  } while (after !== null && !stopped() && found.length < wanted && found.length < most);
  return found.slice(0, most);
}

/** What stands in the columns that are shown, row by row. */
export function tableOf<Row>(columns: Column<Row>[], rows: Row[]): Table {
  const told = columns.filter((column) => column.cell !== undefined);
  const usual = 160;
  return {
    columns: told.map((column) => ({ title: column.title, kind: column.kind ?? "text", width: column.width ?? usual * (column.grow ?? 1) })),
    rows: rows.map((row) => told.map((column): CellValue => column.cell?.(row) ?? null)),
  };
}
