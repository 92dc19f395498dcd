// How a change of the history is read: labels and values in the words and figures of the pages, in both languages.
import { expect, test } from "vitest";
import { labelOf, readable } from "../../ui/parts/pastWords";
import { words } from "../../ui/words/all";

const label = (language: "Zh" | "En", field: string, before: string, after: string, told = true): string => labelOf(words[language], language, { field, before, after }, told);

test("a line is named by its row, and by what became of it", () => {
  expect(label("Zh", "lines.0.quantity_milli", "1000", "2000")).toBe("第 1 行数量");
  expect(label("En", "lines.0.quantity_milli", "1000", "2000")).toBe("line 1, quantity");
  expect(label("Zh", "lines.1", "", "甲")).toBe("加第 2 行");
  expect(label("Zh", "lines.1", "甲", "")).toBe("删第 2 行");
  expect(label("Zh", "lines.1", "", "甲", false)).toBe("第 2 行");
  expect(label("En", "delivery_address", "", "x")).toBe("delivery address");
});

test("figures, dates and words of the program are read as the pages write them", () => {
  const zh = (field: string, text: string): string => readable(words.Zh, field, text);
  expect(zh("amount_fen", "15140000")).toBe("151,400.00");
  expect(zh("lines.0.quantity_milli", "2500")).toBe("2.5");
  expect(zh("price_micro", "680000000")).toBe("680.00");
  expect(zh("tax_rate", "1300")).toContain("13");
  expect(zh("lines.1.customised", "true")).toBe("是");
  expect(zh("kind", "Goods")).toBe("货物");
  expect(zh("invoice_kind", "VatSpecial")).toBe("数电专票");
  expect(zh("terms", "{broken")).toBe("{broken");
  expect(zh("terms", JSON.stringify({ method: "Transfer", instalments: [{ trigger: "Order", share: 3000, days: 0, day_kind: "Calendar" }] }))).toMatch(/^预付 30 ?% · 电汇$/);
  expect(zh("note", "<b>1000</b>")).toBe("<b>1000</b>");
});
