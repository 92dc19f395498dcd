/** Words and figures: both languages are complete, refusals are said with their figures, amounts and dates in one way. */
import { describe, expect, it } from "vitest";
import type { Refusal } from "../../ui/bridge/generated";
import { words } from "../../ui/words/all";
import { amount, dateColumn, dateSpoken, instantSpoken, percent, price, quantity } from "../../ui/words/figures";
import { refusalWords } from "../../ui/words/refusals";

/** Every path of a tree of words, with what stands there. */
function leaves(tree: unknown, path = ""): [string, unknown][] {
  if (typeof tree !== "object" || tree === null) return [[path, tree]];
  return Object.entries(tree).flatMap(([key, value]) => leaves(value, `${path}.${key}`));
}

describe("words", () => {
  it("exist in both languages, path by path, and none is empty", () => {
    const [zh, en] = [leaves(words.Zh), leaves(words.En)];
    const paths = (all: [string, unknown][]) => new Set(all.map(([path]) => path));
    const [inZh, inEn] = [paths(zh), paths(en)];
    expect([...inZh].filter((path) => !inEn.has(path))).toEqual([]);
    expect([...inEn].filter((path) => !inZh.has(path))).toEqual([]);
    const empty = [...zh, ...en].filter(([path, text]) => text === "" && !path.endsWith("Unit"));
    expect(empty).toEqual([]);
  });
  it("hold no Chinese in English, but for the name of the language and of papers", () => {
    const chinese = leaves(words.En).filter(([path, text]) => typeof text === "string" && /[\u4e00-\u9fff]/.test(text) && path !== ".start.languageOther");
    expect(chinese.map(([path]) => path).filter((path) => path.startsWith(".orders") || path.startsWith(".orderForm") || path.startsWith(".frame") || path.startsWith(".start") || path.startsWith(".names"))).toEqual([]);
  });
});

describe("refusals", () => {
  it("say the figures and what to do", () => {
    const refusal: Refusal = { code: "ContractDisagrees", contract_fen: 6_842_000, order_fen: 5_508_000 };
    expect(refusalWords("Zh", refusal)).toBe("与合同金额不一致：合同 68,420.00，订单 55,080.00，差 −13,340.00");
    expect(refusalWords("En", refusal)).toBe("Does not agree with the contract: contract 68,420.00, order 55,080.00, difference −13,340.00");
    expect(refusalWords("Zh", { code: "LineFieldMissing", field: "price_micro", row: 2 })).toBe("请填写第 2 行的含税单价");
    expect(refusalWords("En", { code: "NotYourLevel", role: "Finance" })).toBe("This level is decided by: Finance");
  });
});

describe("figures", () => {
  it("are written in one way", () => {
    expect(amount(15_140_000)).toBe("151,400.00");
    expect(amount(-5)).toBe("−0.05");
    expect(amount(null)).toBe("—");
    expect(amount(9_007_199_254_740_991)).toBe("90,071,992,547,409.91");
    expect(price(38_500)).toBe("0.0385");
    expect(price(680_000_000)).toBe("680.00");
    expect(quantity(2_500)).toBe("2.5");
    expect(quantity(1_000_000)).toBe("1,000");
    expect(percent(1_300)).toBe("13 %");
  });
  it("bounds are said as they are typed, not as the book holds them", () => {
    const said = (field: string, most: number): string => refusalWords("Zh", { code: "FieldOutOfRange", field, row: 1, least: 0, most });
    expect(said("discount", 10_000)).toContain("0 % 到 100 %");
    expect(said("quantity_milli", 5_500)).toContain("0 到 5.5 ");
    expect(said("waiver_fen", 123_400)).toContain("0.00 到 1,234.00");
    expect(refusalWords("En", { code: "FieldOutOfRange", field: "length", row: null, least: 1, most: 30 })).toContain("between 1 and 30");
  });
  it("dates are said as today, tomorrow or by day, with the year where it is another", () => {
    const today = "2026-10-08";
    expect(dateSpoken("2026-10-08", today, "Zh")).toBe("今天");
    expect(dateSpoken("2026-10-09", today, "En")).toBe("tomorrow");
    expect(dateSpoken("2026-10-28", today, "Zh")).toBe("10-28");
    expect(dateSpoken("2025-03-01", today, "En")).toBe("1 Mar 2025");
    expect(dateColumn("2026-10-08", today)).toBe("10-08");
    expect(dateColumn("2025-10-08", today)).toBe("2025-10-08");
    // 16:30 UTC is the next day in the company's zone.
    expect(instantSpoken("2026-10-07T16:30:00Z", today, "Zh")).toBe("今天 00:30");
  });
});
