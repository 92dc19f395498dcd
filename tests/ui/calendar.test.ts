/** The working calendar on the page: months in weeks, holidays in runs, and what is wrong in a pasted notice in its place. */
import { describe, expect, it } from "vitest";
import type { CalendarDay, ClockRule, Refusal } from "../../ui/bridge";
import { boxesOf, changesOf, lengthOf, typedOf, unreadable } from "../../ui/features/settings/lengths";
import { partOf, quoted } from "../../ui/features/settings/notice";
import { readFile } from "../../ui/features/settings/textFile";
import { daysOf, holidaysOf, weeksOf } from "../../ui/features/settings/year";

const rest = (on: string, holiday = "国庆节"): CalendarDay => ({ on, rests: true, holiday });
const work = (on: string, holiday = "国庆节"): CalendarDay => ({ on, rests: false, holiday });
const days = [work("2026-10-10"), rest("2026-10-01"), rest("2026-10-02"), rest("2026-10-03"), rest("2026-01-01", "元旦"), rest("2026-01-02", "元旦"), work("2026-01-04", "元旦"), rest("2026-10-05")];

describe("a month", () => {
  it("begins on Monday and knows what each day is", () => {
    const weeks = weeksOf(2026, 10, days);
    expect(weeks.length).toBe(5);
    expect(weeks[0]?.map((cell) => cell?.day ?? null)).toEqual([null, null, null, 1, 2, 3, 4]);
    expect(weeks[0]?.map((cell) => cell?.is ?? null)).toEqual([null, null, null, "rest", "rest", "rest", "weekend"]);
    expect(weeks[1]?.[5]).toEqual({ on: "2026-10-10", day: 10, is: "makeup", holiday: "国庆节" });
    expect(weeksOf(2026, 2, []).flat().filter((cell) => cell !== null).length).toBe(28);
    expect(weeksOf(2028, 2, []).flat().at(-1)).toBe(null);
  });
});

describe("holidays", () => {
  it("are told in runs, in the order of the year", () => {
    expect(holidaysOf(days)).toEqual([
      { name: "元旦", runs: [{ from: "2026-01-01", to: "2026-01-02", days: 2 }], works: ["2026-01-04"] },
      { name: "国庆节", runs: [{ from: "2026-10-01", to: "2026-10-03", days: 3 }, { from: "2026-10-05", to: "2026-10-05", days: 1 }], works: ["2026-10-10"] },
    ]);
    expect(daysOf({ from: "2026-12-31", to: "2027-01-01", days: 2 })).toEqual(["2026-12-31", "2027-01-01"]);
  });
});

describe("a notice", () => {
  const text = "关于 2027 年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周六）放假，共4天。\n二、国庆节：10月1日至7日放假调休，共7天。10月5日（周二）上班。";
  const shown = (refusal: Refusal): string | null => {
    const part = partOf(text, refusal);
    return part === null ? null : text.slice(part.from, part.to);
  };
  it("is shown where it is wrong", () => {
    expect(shown({ code: "NoticeCountWrong", holiday: "元旦", said: 4, found: 3 })).toBe("共4天");
    expect(shown({ code: "NoticeWeekdayWrong", date: "2027-01-03", said: "六", found: "日" })).toBe("3日（周六）");
    expect(shown({ code: "NoticeContradicts", date: "2027-10-05" })).toBe("10月5日");
    expect(shown({ code: "NoticeWorksAnyway", date: "2027-10-05" })).toBe("10月5日");
    expect(shown({ code: "NoticeUnreadable", found: "10月1日至7日放假调休,共7天" })).toBe("10月1日至7日放假调休，共7天");
    expect(shown({ code: "NoticeYearMissing" })).toBe(null);
    expect(shown({ code: "NoticeContradicts", date: "2027-05-01" })).toBe(null);
  });
  it("is quoted with what stands around it, and no further than its line", () => {
    const quote = quoted(text, partOf(text, { code: "NoticeCountWrong", holiday: "元旦", said: 4, found: 3 }) ?? { from: 0, to: 0 });
    expect(quote).toEqual({ before: "…1日（周五）至3日（周六）放假，", part: "共4天", after: "。" });
  });
  it("may be dropped as a file of text", async () => {
    const dropped = (bytes: Uint8Array<ArrayBuffer>): DataTransfer => ({ files: [new File([bytes], "通知.txt")], getData: () => "" }) as unknown as DataTransfer;
    expect(await readFile(dropped(new TextEncoder().encode("元旦")))).toEqual({ text: "元旦" });
    expect(await readFile(dropped(new Uint8Array([0xd4, 0xaa, 0xb5, 0xa9])))).toEqual({ text: "元旦" });
    expect(await readFile(dropped(new Uint8Array([0x50, 0x4b, 0, 0, 0xff, 0xff])))).toEqual({ name: "通知.txt" });
    expect(await readFile({ files: [], getData: () => "春节" } as unknown as DataTransfer)).toEqual({ text: "春节" });
  });
});

describe("lengths", () => {
  const rule = (one: ClockRule["rule"], length: ClockRule["length"]): ClockRule => ({ rule: one, code: "L", length, standard: length, warns: { who: "Person" }, escalates: { who: "Person" }, past: [] });
  const rules = [rule("LeadFirstContact", { kind: "ClockHours", hours: 48 }), rule("LeadRating", { kind: "SameDay", cutoff: "16:00:00" }), rule("OrderSubmission", { kind: "WorkingDays", days: 1 })];
  it("go into boxes and back", () => {
    for (const { length } of rules) expect(lengthOf(length.kind, typedOf(length))).toEqual(length);
    expect(boxesOf(rules)).toEqual({ LeadFirstContact: "48", LeadRating: "16:00", OrderSubmission: "1" });
    expect(lengthOf("CalendarDays", " 0 ")).toEqual({ kind: "CalendarDays", days: 0 });
  });
  it("are no length when they cannot be read", () => {
    for (const typed of ["", "两天", "1.5", "-1"]) expect(lengthOf("WorkingDays", typed)).toBe(null);
    for (const typed of ["", "24:00", "9:00", "16"]) expect(lengthOf("SameDay", typed)).toBe(null);
    expect(unreadable(rules, { ...boxesOf(rules), LeadRating: "" })).toEqual(["LeadRating"]);
  });
  it("are saved only where they changed", () => {
    expect(changesOf(rules, boxesOf(rules))).toEqual([]);
    expect(changesOf(rules, { ...boxesOf(rules), LeadFirstContact: " 48 ", OrderSubmission: "2" })).toEqual([{ rule: "OrderSubmission", length: { kind: "WorkingDays", days: 2 } }]);
  });
});
