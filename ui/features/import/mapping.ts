/** The mapping of a file's columns onto fields, as the page changes it. Pure. */
import type { ColumnMapping, FieldView, ImportOpened, ImportReport, ImportTarget, Mapping, SheetMapping, SheetOpened, SheetView } from "../../bridge";

/** In the order the page offers them. */
export const TARGETS: ImportTarget[] = ["Customers", "Leads", "Products", "People", "Orders", "OrderLines"];

/** How a sheet is taken; none when it is not. */
export function takenAs(mapping: Mapping, sheet: string): SheetMapping | undefined {
  return mapping.sheets.find((one) => one.sheet === sheet);
}

/** Takes a sheet as something else, or not at all. Columns whose field the new target also knows stay. */
export function withTarget(mapping: Mapping, view: SheetView, target: ImportTarget | null, fields: FieldView[]): Mapping {
  const others = mapping.sheets.filter((one) => one.sheet !== view.name);
  if (target === null) return { ...mapping, sheets: others };
  const known = new Set(fields.filter((one) => one.target === target).map((one) => one.field));
  const before = takenAs(mapping, view.name);
  const columns = (before?.columns ?? []).filter((one) => known.has(one.field));
  return { ...mapping, sheets: [...others, { sheet: view.name, target, header_row: view.header_row, columns }] };
}

/** A file one of whose sheets was read again from another header row: what it shows, and how it is taken now. */
export function withHeader(opened: ImportOpened, mapping: Mapping, read: SheetOpened): { opened: ImportOpened; mapping: Mapping } {
  const others = mapping.sheets.filter((one) => one.sheet !== read.view.name);
  return {
    opened: { ...opened, sheets: opened.sheets.map((one) => (one.name === read.view.name ? read.view : one)) },
    mapping: { ...mapping, sheets: read.mapping === null ? others : [...others, read.mapping] },
  };
}

/** The columns a field is taken from. */
export function columnsOf(taken: SheetMapping, field: string): string[] {
  const one = taken.columns.find((mapped) => mapped.field === field);
  if (one === undefined) return [];
  return one.columns.length > 0 ? one.columns : one.column === null ? [] : [one.column];
}

/** The fixed value of a field. */
export function constantOf(taken: SheetMapping, field: string): string {
  return taken.columns.find((mapped) => mapped.field === field)?.constant ?? "";
}

function withField(mapping: Mapping, sheet: string, field: string, next: ColumnMapping | null): Mapping {
  const change = (taken: SheetMapping): SheetMapping => {
    const rest = taken.columns.filter((one) => one.field !== field);
    return { ...taken, columns: next === null ? rest : [...rest, next] };
  };
  return { ...mapping, sheets: mapping.sheets.map((taken) => (taken.sheet === sheet ? change(taken) : taken)) };
}

/** Takes a field from columns: none, one, or several joined. */
export function withColumns(mapping: Mapping, sheet: string, field: string, columns: string[]): Mapping {
  if (columns.length === 0) return withField(mapping, sheet, field, null);
  const [only] = columns;
  return withField(mapping, sheet, field, { field, column: columns.length === 1 ? (only ?? null) : null, columns: columns.length === 1 ? [] : columns, constant: null });
}

/** Takes a field from a fixed value. */
export function withConstant(mapping: Mapping, sheet: string, field: string, constant: string): Mapping {
  return withField(mapping, sheet, field, constant === "" ? null : { field, column: null, columns: [], constant });
}

/** Fields that must have a column or a value and have none. */
export function missingFields(mapping: Mapping, fields: FieldView[]): { sheet: string; field: FieldView }[] {
  return mapping.sheets.flatMap((taken) =>
    fields
      .filter((field) => field.target === taken.target && field.required)
      .filter((field) => columnsOf(taken, field.field).length === 0 && constantOf(taken, field.field) === "")
      .map((field) => ({ sheet: taken.sheet, field })),
  );
}

/** The first value a field would get, from the first rows. */
export function exampleOf(view: SheetView, taken: SheetMapping, field: string): string {
  const constant = constantOf(taken, field);
  if (constant !== "") return constant;
  const places = columnsOf(taken, field).map((column) => view.columns.indexOf(column)).filter((place) => place >= 0);
  for (const { cells } of view.sample) {
    const text = places.map((place) => cells[place] ?? "").filter((cell) => cell !== "").join(" ");
    if (text !== "") return text;
  }
  return "";
}

/** How many columns the first rows show: all titles, and what stands beside them. */
export function widthOf(view: SheetView): number {
  return Math.max(view.columns.length, ...[...view.above, ...view.sample].map((row) => row.cells.length));
}

/** Whether somebody must attest: opening orders come in. */
export function needsAttestation(mapping: Mapping): boolean {
  return mapping.sheets.some((taken) => taken.target === "Orders" || taken.target === "OrderLines");
}

/** The counts of a report that are worth saying, in their order. */
export function countsOf(report: ImportReport): { name: "customers" | "leads" | "products" | "people" | "orders" | "lines" | "skipped"; count: number }[] {
  const names = ["customers", "leads", "products", "people", "orders", "lines", "skipped"] as const;
  return names.map((name) => ({ name, count: report[name] })).filter((one) => one.count > 0);
}
