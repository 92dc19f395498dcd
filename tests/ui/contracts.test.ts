/** The contract form: what the core is asked with, what cannot be read, moving clauses; and differences as sentences. */
import { describe, expect, test } from "vitest";
import { draftOf, emptyContract, flatContract, moved, unread, wholeContract } from "../../ui/features/contracts/form";
import { differenceText } from "../../ui/words/differences";
import { refusalWords } from "../../ui/words";

const TODAY = "2026-10-08";
const row = (cells: Record<string, string>) => ({ cells, meta: {} });

describe("the form", () => {
  test("limit and validity are a framework's alone", () => {
    const typed = { ...emptyContract(3), customerId: 7, limit: "5,000.00", validUntil: "2027-10-07" };
    expect(draftOf(typed, TODAY)).toMatchObject({ kind: "Single", limit_fen: null, valid_until: null, owner_id: 3 });
    expect(draftOf({ ...typed, kind: "Framework" }, TODAY)).toMatchObject({ limit_fen: 500_000, valid_until: "2027-10-07" });
  });

  test("what cannot be read is counted, also in the head", () => {
    const typed = { ...emptyContract(null), rows: [row({ name: "门锁", quantity: "两把" }), row({ name: "主机", price: "12.5" })], waiver: "一点" };
    expect(unread(typed, TODAY)).toBe(2);
    expect(unread({ ...typed, kind: "Framework", limit: "很多" }, TODAY)).toBe(3);
    expect(draftOf({ ...typed, rows: [...typed.rows, row({})] }, TODAY).lines).toHaveLength(2);
  });

  test("is the same again after it was taken apart to be compared", () => {
    const clauses = [{ clause_id: 1, title: "甲", body: "乙" }];
    const typed = { ...emptyContract(3), customerId: 7, customerName: "青屿", rows: [row({ name: "门锁" })], clauses };
    expect(wholeContract(flatContract(typed), { ...typed, version: 4, customerId: 8, rows: [], clauses: [] })).toEqual({ ...typed, version: 4 });
  });

  test("a clause moves by one and never out of the list", () => {
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(moved(["a", "b"], 1, 1)).toEqual(["a", "b"]);
  });
});

describe("a difference", () => {
  test("is a sentence in both languages", () => {
    expect(differenceText("Zh", { what: "Amount", agreed_fen: 251_000, found_fen: 319_000 })).toBe("总额 2,510.00 → 3,190.00");
    expect(differenceText("En", { what: "LineQuantity", row: 1, name: "门锁", agreed_milli: 2_000, found_milli: 3_000 })).toBe("line 1 “门锁” quantity 2 → 3");
    expect(differenceText("Zh", { what: "LineCustomised", row: 2, name: "主机", found: true })).toBe("第 2 行「主机」改为定制");
    expect(differenceText("Zh", { what: "Promised", agreed: "2026-11-20", found: null })).toContain("未写");
  });

  test("is named by the refusal", () => {
    const says = refusalWords("Zh", { code: "ContractDiffers", number: "HT202610-001", differences: [{ what: "LineMissing", row: 2, name: "主机" }] });
    expect(says).toContain("HT202610-001");
    expect(says).toContain("少了「主机」");
  });
});
