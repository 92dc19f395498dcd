/** Opportunities on the page: what a card lacks, what a list of needs is asked with, and two revisions side by side. */
import { describe, expect, it } from "vitest";
import type { NeedDraft } from "../../ui/bridge";
import { cardOf, emptyCard, typedOf, viewFilters, wrongOf } from "../../ui/features/opportunities/card";
import { badCount, comparedLines, draftOf, emptyNeeds, isBad, typedNeeds } from "../../ui/features/opportunities/needDraft";

const TODAY = "2026-10-08";
const line = (name: string, more: Partial<NeedDraft> = {}): NeedDraft => ({ product_id: null, name, spec: "", unit: "把", quantity_milli: 2_000, wanted_on: null, customised: false, customisation: "", standard: "", ...more });

describe("the card", () => {
  it("names everything that must be put right", () => {
    expect(wrongOf(emptyCard(1, null), TODAY)).toEqual(["name", "customer_id"]);
    const card = { ...emptyCard(1, { id: 3, name: "青屿" }), name: "二期", expected: "一千", expectedOn: "明天" };
    expect(wrongOf(card, TODAY)).toEqual(["expected_fen", "expected_on"]);
    expect(wrongOf({ ...card, expected: "-1", expectedOn: "" }, TODAY)).toEqual(["expected_fen"]);
  });

  it("is sent as the core keeps it and comes back as it was typed", () => {
    const card = { ...emptyCard(1, { id: 3, name: "青屿" }), name: " 二期 ", expected: "12,000.5", expectedOn: "2026.11.30" };
    const sent = cardOf(card, TODAY);
    expect(sent).toEqual({ id: null, version: null, name: "二期", customer_id: 3, owner_id: 1, expected_fen: 1_200_050, expected_on: "2026-11-30" });
    expect(typedOf({ ...sent, expected_fen: 0, expected_on: null }, "青屿")).toMatchObject({ expected: "", expectedOn: "", customerName: "青屿" });
  });

  it("has the usual views", () => {
    expect(viewFilters(7).mine).toMatchObject({ owner_id: 7, stages: ["Survey", "Solution", "Negotiation", "Contract"] });
    expect(viewFilters(7).lost.stages).toEqual(["Lost"]);
  });
});

describe("the list of needs", () => {
  it("is asked with what can be read, without empty rows at the end", () => {
    const typed = { ...emptyNeeds(5), rows: [{ cells: { name: "门锁", quantity: "2.5", wanted: "11-20", customised: "是" }, meta: { product_id: 9 } }, { cells: {}, meta: {} }] };
    expect(draftOf(typed, TODAY).lines).toEqual([line("门锁", { product_id: 9, unit: "", quantity_milli: 2_500, wanted_on: "2026-11-20", customised: true })]);
    expect(typedNeeds(draftOf(typed, TODAY)).rows[0]?.cells).toMatchObject({ name: "门锁", quantity: "2.5", customised: "1" });
  });

  it("counts cells that cannot be read; empty ones are only open", () => {
    expect([isBad("quantity", "", TODAY), isBad("quantity", "二十", TODAY), isBad("wanted", "明年", TODAY), isBad("name", "x", TODAY)]).toEqual([false, true, true, false]);
    expect(badCount([{ cells: { quantity: "x", wanted: "y" }, meta: {} }, { cells: { quantity: "1" }, meta: {} }], TODAY)).toBe(2);
  });

  it("pairs lines of two revisions and marks what differs", () => {
    const before = [line("门锁", { spec: "左开" }), line("门锁", { spec: "右开" }), line("主机")];
    const after = [line("门锁", { spec: "右开", quantity_milli: 3_000 }), line("门锁", { spec: "左开" }), line("面板")];
    const rows = comparedLines(before, after);
    expect(rows.map((row) => [row.before?.spec ?? null, row.after?.spec ?? null, row.changed])).toEqual([
      ["右开", "右开", ["quantity_milli"]], ["左开", "左开", []], [null, "", []], ["", null, []],
    ]);
  });
});
