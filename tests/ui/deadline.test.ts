/** Deadlines in words: every step of the reckoning is said, in both languages, and the sentence of the issue comes out letter by letter. */
import { describe, expect, it } from "vitest";
import type { DeadlineView, Length, ReckonStep, RuleId } from "../../ui/bridge";
import { deadlineSentence, explained, minutesLate, plainDay, ruleSentence, stripOf } from "../../ui/words/deadline";
import { words } from "../../ui/words";

const TODAY = "2026-10-08";

function view(rule: RuleId, length: Length, started_at: string, due_at: string, steps: ReckonStep[], more: Partial<DeadlineView> = {}): DeadlineView {
  return { id: 1, rule, code: "O1", state: "Running", length, started_at, due_at, warns_at: started_at, ended_at: null, steps, year_unknown: null, ...more };
}

const holiday = view("OrderSubmission", { kind: "WorkingDays", days: 1 }, "2026-09-30T08:20:00Z", "2026-10-08T10:00:00Z", [
  { step: "Skipped", from: "2026-10-01", to: "2026-10-07", rest: { kind: "Holiday", name: "国庆节" } },
  { step: "Counted", on: "2026-10-08", nth: 1 },
]);

describe("a deadline", () => {
  it("over the national holiday is explained as the issue writes it", () => {
    expect(deadlineSentence("Zh", holiday, TODAY)).toBe("9-30 16:20 起算 1 个工作日 → 10-1 至 10-7 国庆不计 → 10-8 18:00");
    expect(deadlineSentence("En", holiday, TODAY)).toBe("30 Sep 16:20: start, 1 working day → 1 Oct to 7 Oct: National Day, not counted → 8 Oct 18:00");
  });
  it("of clock hours has a start and an end", () => {
    const hours = view("LeadFirstContact", { kind: "ClockHours", hours: 48 }, "2026-10-08T01:42:00Z", "2026-10-10T01:42:00Z", []);
    expect(deadlineSentence("Zh", hours, TODAY)).toBe("10-8 09:42 起算 48 小时 → 10-10 09:42");
    expect(explained("Zh", hours, TODAY).map((step) => step.says)).toEqual(["起算 48 小时", "到期"]);
    expect(stripOf(hours)).toEqual([]);
  });
  it("that would end on a rest day says where it moved", () => {
    const rolled = view("LeadWeekly", { kind: "CalendarDays", days: 7 }, "2026-09-27T02:00:00Z", "2026-10-08T10:00:00Z", [
      { step: "Skipped", from: "2026-10-04", to: "2026-10-07", rest: { kind: "Holiday", name: "国庆节" } },
      { step: "RolledForward", from: "2026-10-04", to: "2026-10-08" },
    ]);
    expect(deadlineSentence("Zh", rolled, TODAY)).toBe("9-27 10:00 起算 7 天 → 10-4 至 10-7 国庆不计 → 10-4 休息，顺延到 10-8 → 10-8 18:00");
    expect(deadlineSentence("En", rolled, TODAY)).toContain("4 Oct rests, moved to 8 Oct");
  });
  it("registered after the cut-off counts from the next working day", () => {
    const late = view("LeadRating", { kind: "SameDay", cutoff: "16:00:00" }, "2026-10-09T09:00:00Z", "2026-10-12T10:00:00Z", [
      { step: "Skipped", from: "2026-10-10", to: "2026-10-11", rest: { kind: "Weekend" } },
      { step: "Counted", on: "2026-10-12", nth: 1 },
      { step: "AfterCutoff", to: "2026-10-12" },
    ]);
    expect(deadlineSentence("Zh", late, TODAY)).toBe("10-9 17:00 起算 当日（16:00 后算下一工作日） → 10-10 至 10-11 周末不计 → 10-12 过了 16:00 或休息日，从这天算 → 10-12 18:00");
  });
  it("over several working days names those that count before the last", () => {
    const three = view("ApprovalDecision", { kind: "WorkingDays", days: 3 }, "2026-10-12T02:00:00Z", "2026-10-15T10:00:00Z", [13, 14, 15].map((day, index): ReckonStep => ({ step: "Counted", on: `2026-10-${day}`, nth: index + 1 })));
    expect(explained("Zh", three, TODAY).map(({ when, says }) => `${when} ${says}`)).toEqual(["10-12 10:00 起算 3 个工作日", "10-13 至 10-14 第 1 至 2 个工作日", "10-15 18:00 下班时到期"]);
  });
  it("says when a year's holidays are not known, and the year where it is another", () => {
    const next = { ...holiday, started_at: "2026-12-31T02:00:00Z", due_at: "2027-01-04T10:00:00Z", steps: [], year_unknown: 2027 };
    expect(deadlineSentence("Zh", next, TODAY)).toBe("12-31 10:00 起算 1 个工作日 → 2027-1-4 18:00；2027 年的放假安排还没有，暂按周一至周五算");
    expect(plainDay("2027-01-04", TODAY, "En")).toBe("4 Jan 2027");
  });
  it("stands on a strip of days, rest days among them", () => {
    expect(stripOf(holiday).map((day) => day.kind)).toEqual(["start", "rest", "rest", "rest", "rest", "rest", "rest", "rest", "due"]);
    expect(stripOf({ ...holiday, due_at: "2026-12-31T10:00:00Z" })).toEqual([]);
  });
  it("has its rule in words, for every rule and language", () => {
    for (const rule of Object.keys(words.Zh.deadline.rules) as RuleId[]) {
      for (const language of ["Zh", "En"] as const) expect(ruleSentence(language, { rule, length: holiday.length })).not.toBe("");
    }
    expect(ruleSentence("Zh", holiday)).toBe("签订后 1 个工作日内提交订单");
    expect(ruleSentence("Zh", { rule: "LeadRating", length: { kind: "SameDay", cutoff: "16:00:00" } })).toBe("登记后当日下班前评级");
  });
  it("is late by minutes, hours, days", () => {
    const late = (minutes: number): string => words.Zh.deadline.overdue(words.Zh.deadline.long(minutes));
    expect([late(5), late(23 * 60 + 42), late(8 * 1440 + 3)]).toEqual(["逾期 5 分", "逾期 23 时 42 分", "逾期 8 天"]);
    expect(words.En.deadline.long(2 * 1440)).toBe("2 days");
    expect(minutesLate("2026-10-08T10:00:00Z", Date.parse("2026-10-08T10:30:00Z"))).toBe(30);
  });
});
