/** The arithmetic of the month page. */
import { describe, expect, it } from "vitest";
import type { FacetRow, MonthPunctuality } from "../../ui/bridge/generated";
import { averageLateInTenths, barPercent, changeInTenths, figureOf, monthOf, monthRange, pointBefore, pointsInTenths, punctualOf, shareInTenths, stepMonth, targetOf, targetTyped, tenths } from "../../ui/features/reports/arithmetic";

const line = (part: Partial<MonthPunctuality>): MonthPunctuality => ({ due: 0, on_time: 0, late: 0, open_past_due: 0, open: 0, late_days: 0, ...part });
const person = (target_fen: number | null): FacetRow => ({ key: "1", name: "何叶", orders: 1, lines: 1, quantity_milli: 1000, amount_fen: 1, previous_fen: null, last_year_fen: null, target_fen, is_new: false });

describe("months", () => {
  it("steps over the turn of the year in both directions", () => {
    expect(stepMonth(202612, 1)).toBe(202701);
    expect(stepMonth(202601, -1)).toBe(202512);
    expect(stepMonth(202610, -12)).toBe(202510);
    expect(stepMonth(202602, 25)).toBe(202803);
  });
  it("reads the month of a date", () => expect(monthOf("2026-10-08")).toBe(202610));
  it("never locks out the month one looks at", () => {
    expect(monthRange(202401, 202610, 202509, 202610)).toEqual({ least: 202401, most: 202610 });
    expect(monthRange(202610, 202610, 202501, 202701)).toEqual({ least: 202501, most: 202701 });
    expect(monthRange(202610, 202610, null, null)).toEqual({ least: 202610, most: 202610 });
  });
  it("finds the point before", () => {
    const trend = [{ ym: 202512, orders: 3, amount_fen: 1, last_year_fen: null }, { ym: 202601, orders: 4, amount_fen: 1, last_year_fen: null }];
    expect(pointBefore(trend, 202601)?.orders).toBe(3);
    expect(pointBefore(trend, 202512)).toBeUndefined();
  });
});

describe("shares and changes", () => {
  it("divides only by something", () => {
    expect(changeInTenths(128_460_000, 114_300_000)).toBe(124);
    expect(changeInTenths(50, 100)).toBe(-500);
    expect(changeInTenths(50, 0)).toBeNull();
    expect(changeInTenths(null, 100)).toBeNull();
    expect(shareInTenths(36, 39)).toBe(923);
    expect(shareInTenths(0, 0)).toBeNull();
  });
  it("compares shares in points", () => {
    expect(pointsInTenths(line({ due: 39, on_time: 36 }), line({ due: 44, on_time: 42 }))).toBe(-32);
    expect(pointsInTenths(line({ due: 39, on_time: 36 }), line({}))).toBeNull();
  });
  it("writes tenths without a sign", () => {
    expect(tenths(124)).toBe("12.4");
    expect(tenths(-5)).toBe("0.5");
  });
  it("averages over what came late", () => {
    expect(averageLateInTenths(line({ due: 10, late: 2, open_past_due: 1, late_days: 5 }))).toBe(25);
    expect(averageLateInTenths(line({ due: 10, on_time: 10 }))).toBeNull();
  });
  it("shows something for something", () => {
    expect(barPercent(1, 1_000_000)).toBe(1);
    expect(barPercent(0, 10)).toBe(0);
    expect(barPercent(10, 10)).toBe(100);
    expect(barPercent(-5, 10)).toBe(0);
  });
});

describe("figures of punctuality", () => {
  it("goes from name to part and back", () => {
    expect(punctualOf("due")).toEqual({ by: "lines", part: "due" });
    expect(punctualOf("orders_open_past_due")).toEqual({ by: "orders", part: "open_past_due" });
    expect(punctualOf("amount")).toBeNull();
    expect(punctualOf("product:late")).toBeNull();
    for (const name of ["late", "orders_on_time", "orders_due"]) {
      const found = punctualOf(name);
      expect(found === null ? null : figureOf(found.by, found.part)).toBe(name);
    }
  });
});

describe("targets", () => {
  it("adds up those that are set", () => {
    expect(targetOf(null, [person(100), person(null), person(50)])).toBe(150);
    expect(targetOf(900, [person(100)])).toBe(900);
    expect(targetOf(null, [person(null)])).toBeNull();
  });
  it("reads 万元", () => {
    expect(targetTyped("12.5")).toBe(12_500_000);
    expect(targetTyped(" 1,200 万元")).toBe(1_200_000_000);
    expect(targetTyped("")).toBeNull();
    expect(targetTyped("abc")).toBeUndefined();
    expect(targetTyped("-3")).toBeUndefined();
  });
});
