/** Reading what is typed and pasted: blocks from a spreadsheet, numbers, rates, dates. */
import { describe, expect, it } from "vitest";
import { likelyNumber, readBlock, readDate, readRate, readScaled } from "../../ui/parts/paste";

const TODAY = "2026-10-08";

describe("a block from a spreadsheet", () => {
  it("keeps rows and cells, whatever ends the lines", () => {
    expect(readBlock("智能门锁\t60\t560\r\n客控主机\t6\t1080\r\n")).toEqual([["智能门锁", "60", "560"], ["客控主机", "6", "1080"]]);
    expect(readBlock("a\t\tb")).toEqual([["a", "", "b"]]);
  });
  it("takes tabs, line breaks and quotes inside a quoted cell", () => {
    expect(readBlock('"第一行\n第二行"\t"说 ""好"""\t3')).toEqual([["第一行\n第二行", '说 "好"', "3"]]);
  });
  it("leaves an inch mark alone", () => {
    expect(readBlock('24" 显示器\t2')).toEqual([['24" 显示器', "2"]]);
    expect(readBlock('" 单位\t2')).toEqual([['" 单位', "2"]]);
  });
});

describe("a number", () => {
  it("becomes an integer with hidden decimals", () => {
    expect(readScaled("0.0385", 6)).toBe(38_500);
    expect(readScaled("1,234.5", 2)).toBe(123_450);
    expect(readScaled("１２．５", 3)).toBe(12_500);
    expect(readScaled("¥ 68,420.00", 2)).toBe(6_842_000);
    expect(readScaled("−3", 2)).toBe(-300);
    expect(readScaled("2.500", 2)).toBe(250);
  });
  it("is refused when it is none, too fine or too large", () => {
    for (const text of ["", ".", "6O", "1e3", "1.005", "=1+1", "9007199254740993"]) expect(readScaled(text, 2), text).toBeNull();
  });
  it("is proposed where letters look like digits", () => {
    expect(likelyNumber("6O")).toBe("60");
    expect(likelyNumber("l2")).toBe("12");
    expect(likelyNumber("60")).toBeNull();
    expect(likelyNumber("门锁")).toBeNull();
  });
});

describe("a rate", () => {
  it("is understood as people write it", () => {
    for (const text of ["13", "13%", "13 %", "0.13", "１３％"]) expect(readRate(text), text).toBe(1300);
    expect(readRate("0")).toBe(0);
    expect(readRate("6.5%")).toBe(650);
    expect(readRate("abc")).toBeNull();
  });
});

describe("a date", () => {
  it("is understood as people write it", () => {
    for (const text of ["2026-10-30", "2026.10.30", "2026/10/30", "2026年10月30日", "20261030", "10-30", "10月30日", "46325"]) expect(readDate(text, TODAY), text).toBe("2026-10-30");
  });
  it("without a year means the next one rather than one long past", () => {
    expect(readDate("1-15", TODAY)).toBe("2027-01-15");
    expect(readDate("9-30", TODAY)).toBe("2026-09-30");
  });
  it("is refused when the calendar has none", () => {
    for (const text of ["2026-02-30", "13-1", "明天", ""]) expect(readDate(text, TODAY), text).toBeNull();
  });
});
