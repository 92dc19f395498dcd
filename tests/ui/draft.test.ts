/** The order form: what is typed stays as typed, what the core is asked with is what could be read. */
import { describe, expect, it } from "vitest";
import { badCells, draftOf, emptyForm } from "../../ui/features/orders/draft";
import { PRESETS, presetOf } from "../../ui/parts/terms/presets";
import { emptyRow, unbound } from "../../ui/parts/lines/rows";
import { laidIn } from "../../ui/parts/sheetRows";

const TODAY = "2026-10-08";
const row = (cells: Record<string, string>) => ({ cells, meta: {} });

describe("the form", () => {
  it("asks the core with figures, and with none where a cell cannot be read", () => {
    const form = { ...emptyForm(3), contractAmount: "68,420", waiver: "0.5", rows: [row({ name: "门锁", quantity: "60", price: "560", rate: "13%", discount: "15", promised: "10-30", customised: "1" }), row({ name: "呼叫器", quantity: "6O" }), emptyRow(), emptyRow()] };
    const draft = draftOf(form, TODAY);
    expect(draft).toMatchObject({ owner_id: 3, contract_amount_fen: 6_842_000, waiver_fen: 50 });
    expect(draft.lines).toHaveLength(2);
    expect(draft.lines[0]).toMatchObject({ quantity_milli: 60_000, price_micro: 560_000_000, tax_rate: 1300, discount: 1500, promised_on: "2026-10-30", customised: true, product_id: null });
    expect(draft.lines[1]).toMatchObject({ name: "呼叫器", quantity_milli: null });
    expect(badCells(form, TODAY)).toEqual([{ row: 1, column: "quantity" }]);
    expect(form.rows[1]?.cells["quantity"]).toBe("6O");
  });
  it("keeps an empty line between two full ones, so that rows keep their numbers", () => {
    const form = { ...emptyForm(null), rows: [row({ name: "甲" }), emptyRow(), row({ name: "乙" })] };
    expect(draftOf(form, TODAY).lines.map((line) => line.name)).toEqual(["甲", "", "乙"]);
  });
  it("knows a schedule by its name, and one's own as none", () => {
    expect(presetOf({ instalments: PRESETS.p30a60w10, method: "Cash" })).toBe("p30a60w10");
    expect(presetOf({ instalments: [{ trigger: "Order", share: 10_000, days: 0, day_kind: "Calendar" }], method: "Transfer" })).toBeNull();
  });
  it("every named schedule makes 100 %", () => {
    for (const [name, parts] of Object.entries(PRESETS)) expect(parts.reduce((sum, one) => sum + one.share, 0), name).toBe(10_000);
  });
});

describe("a block laid into the sheet", () => {
  it("starts at its cell, adds rows, and leaves the other cells alone", () => {
    const before = [row({ name: "甲", unit: "台" })];
    const after = laidIn(before, [["2", "台"], ["3", "把"]], 0, ["quantity", "unit"], emptyRow);
    expect(after.map((one) => one.cells)).toEqual([{ name: "甲", quantity: "2", unit: "台" }, { quantity: "3", unit: "把" }]);
    expect(before[0]?.cells).toEqual({ name: "甲", unit: "台" });
  });
  it("a pasted name no longer belongs to the product that stood there", () => {
    const before = [{ cells: { name: "甲" }, meta: { product_id: 7 } }];
    const pasted = (text: string, column: string) => unbound(laidIn(before, [[text]], 0, [column], emptyRow), before)[0]?.meta;
    expect(pasted("乙", "name")).toEqual({});
    expect(pasted("5", "quantity")).toEqual({ product_id: 7 });
  });
});
