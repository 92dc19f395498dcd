/** The quotation's form: what stands in the book is typed and read back the same, and what cannot be read is counted. */
import { describe, expect, it } from "vitest";
import type { ProductCard, QuotationDraft } from "../../ui/bridge";
import { badCount, draftOf, emptyQuotation, filledBy, flatQuotation, isBad, neededRow, typedQuotation, wayOf, wholeQuotation } from "../../ui/features/quotations/draft";

const TODAY = "2026-10-08";

const draft: QuotationDraft = {
  id: 3, version: 2, opportunity_id: 7, contact_id: null, owner_id: 4, no_requirement_reason: "", valid_until: "2026-10-28",
  terms: { method: "Transfer", instalments: [{ trigger: "Order", share: 10_000, days: 0, day_kind: "Calendar" }] },
  delivery_period: "签订后 20 个工作日", service: "质保 1 年", note: "", waiver_fen: 12_345,
  lines: [
    { product_id: 9, name: "智能门锁", spec: "黑", unit: "把", quantity_milli: 60_500, list_price_micro: 640_000_000, price_micro: 600_123_400, discount: 250, cost_micro: 440_000_000, tax_rate: 1300, customised: true, market_reference: "同行 620" },
    { product_id: null, name: "安装", spec: "", unit: "点", quantity_milli: 1_000, list_price_micro: null, price_micro: 0, discount: 0, cost_micro: null, tax_rate: 900, customised: false, market_reference: "" },
  ],
};

describe("the form of a quotation", () => {
  it("reads back what it shows", () => {
    expect(draftOf(typedQuotation(draft), TODAY)).toEqual(draft);
  });

  it("leaves empty rows at the end out", () => {
    const typed = { ...emptyQuotation(7), rows: [{ cells: { name: "门锁" }, meta: {} }, { cells: {}, meta: {} }] };
    expect(draftOf(typed, TODAY).lines.map((line) => line.name)).toEqual(["门锁"]);
  });

  it("counts what cannot be read", () => {
    const rows = [{ cells: { name: "门锁", quantity: "六十", price: "640", cost: "四百", discount: "5" }, meta: {} }];
    expect(badCount(rows)).toBe(2);
    expect(isBad("name", "六十")).toBe(false);
  });

  it("takes list price, first offer and cost from the product", () => {
    const product: ProductCard = { id: 9, version: 1, code: "", name: "门锁", spec: "黑", unit: "把", category: "", kind: "Goods", price_micro: 640_000_000, cost_micro: 440_000_000, tax_rate: 1300, customised: false, active: true, note: "" };
    expect(filledBy(product, {})).toMatchObject({ list: "640.00", price: "640.00", cost: "440.00", rate: "13" });
    expect(filledBy({ ...product, cost_micro: null }, {})).not.toHaveProperty("cost");
  });

  it("begins a line that the customer needs with what its product costs, in the customer's words", () => {
    const product: ProductCard = { id: 9, version: 1, code: "", name: "门锁", spec: "黑", unit: "把", category: "", kind: "Goods", price_micro: 640_000_000, cost_micro: 440_000_000, tax_rate: 1300, customised: false, active: true, note: "" };
    const need = { product_id: 9, name: "门锁", spec: "香槟金", unit: "把", quantity_milli: 1_200_500, wanted_on: null, customised: true, customisation: "", standard: "" };
    const row = neededRow(need, new Map([[9, product]]));
    expect(row.cells).toMatchObject({ name: "门锁", spec: "香槟金", list: "640.00", price: "640.00", cost: "440.00", rate: "13", customised: "1" });
    expect(draftOf({ ...emptyQuotation(7), rows: [row] }, TODAY).lines[0]).toMatchObject({ product_id: 9, quantity_milli: 1_200_500, cost_micro: 440_000_000 });
    expect(neededRow(need, new Map()).cells).not.toHaveProperty("price");
  });

  it("is the same again after it was taken apart to be compared", () => {
    const typed = typedQuotation(draft);
    expect(wholeQuotation(flatQuotation(typed), { ...typed, version: 9, note: "对方的", rows: [] })).toEqual({ ...typed, version: 9 });
  });

  it("says which way a figure went", () => {
    expect(wayOf(640, 600)).toBe("down");
    expect(wayOf(60, 120)).toBe("up");
    expect(wayOf(60, 60)).toBeNull();
    expect(wayOf(undefined, 60)).toBeNull();
  });
});
