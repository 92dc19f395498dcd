/** The mapping of an import as the page changes it. */
import { describe, expect, it } from "vitest";
import type { FieldView, Mapping, SheetView } from "../../ui/bridge/generated";
import { columnsOf, constantOf, countsOf, exampleOf, missingFields, needsAttestation, takenAs, widthOf, withColumns, withConstant, withHeader, withTarget } from "../../ui/features/import/mapping";

const view: SheetView = { name: "客户", header_row: 2, columns: ["编号", "姓", "名"], rows: 2, above: [{ number: 1, cells: ["名单", "", "", "2026"] }], sample: [{ number: 3, cells: ["1"] }, { number: 5, cells: ["2", "Maria", "Anders"] }], guess: "Customers" };
const fields: FieldView[] = [
  { target: "Customers", field: "name", required: true },
  { target: "Customers", field: "code", required: false },
  { target: "Products", field: "name", required: true },
  { target: "Products", field: "price", required: true },
];
const start: Mapping = { sheets: [], attested_by: null };
const taken = (mapping: Mapping) => {
  const found = takenAs(mapping, "客户");
  if (found === undefined) throw new Error("not taken");
  return found;
};

describe("mapping", () => {
  const customers = withTarget(start, view, "Customers", fields);
  it("takes a sheet, keeps its header row, and lets it go again", () => {
    expect(taken(customers)).toMatchObject({ target: "Customers", header_row: 2 });
    expect(withTarget(customers, view, null, fields).sheets).toEqual([]);
  });
  it("takes one column, several joined, or a fixed value, never two of them", () => {
    const one = withColumns(customers, "客户", "name", ["名"]);
    expect(columnsOf(taken(one), "name")).toEqual(["名"]);
    const two = withColumns(one, "客户", "name", ["姓", "名"]);
    expect(taken(two).columns).toEqual([{ field: "name", column: null, columns: ["姓", "名"], constant: null }]);
    const fixed = withConstant(two, "客户", "name", "甲公司");
    expect([columnsOf(taken(fixed), "name"), constantOf(taken(fixed), "name")]).toEqual([[], "甲公司"]);
    expect(taken(withConstant(fixed, "客户", "name", "")).columns).toEqual([]);
  });
  it("keeps the fields that the new target knows too", () => {
    const both = withColumns(withColumns(customers, "客户", "name", ["名"]), "客户", "code", ["编号"]);
    expect(taken(withTarget(both, view, "Products", fields)).columns.map((one) => one.field)).toEqual(["name"]);
  });
  it("names required fields without a source", () => {
    expect(missingFields(customers, fields).map((one) => one.field.field)).toEqual(["name"]);
    expect(missingFields(withColumns(customers, "客户", "name", ["名"]), fields)).toEqual([]);
  });
  it("shows the first value there is", () => {
    const joined = withColumns(customers, "客户", "name", ["姓", "名"]);
    expect(exampleOf(view, taken(joined), "name")).toBe("Maria Anders");
    expect(exampleOf(view, taken(joined), "code")).toBe("");
  });
  it("takes a sheet read from another header row in place of the old one", () => {
    const other: SheetView = { ...view, header_row: 3, columns: ["甲"] };
    const opened = { token: "t", name: "a.xlsx", sheets: [view, { ...view, name: "别的" }], mapping: start, remembered: false, fields };
    const read = withHeader(opened, customers, { view: other, mapping: { sheet: "客户", target: "People", header_row: 3, columns: [] } });
    expect(read.opened.sheets.map((one) => [one.name, one.header_row])).toEqual([["客户", 3], ["别的", 2]]);
    expect(taken(read.mapping)).toMatchObject({ target: "People", header_row: 3 });
    expect(withHeader(opened, customers, { view: other, mapping: null }).mapping.sheets).toEqual([]);
  });
  it("shows as many columns as any of the first rows has", () => expect(widthOf(view)).toBe(4));
  it("asks for a person only for opening orders", () => {
    expect(needsAttestation(customers)).toBe(false);
    expect(needsAttestation(withTarget(start, view, "OrderLines", fields))).toBe(true);
  });
  it("says only what there is to say", () => {
    const report = { import_id: null, customers: 2, products: 0, people: 0, orders: 0, lines: 0, skipped: 1, amount_fen: 0, bad_cells: [], bad_count: 0, notes: [] };
    expect(countsOf(report)).toEqual([{ name: "customers", count: 2 }, { name: "skipped", count: 1 }]);
  });
});
