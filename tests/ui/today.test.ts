/** The day: parted by urgency, filtered by kind, told as text for a chat, and put off to times that are still to come. */
import { describe, expect, it } from "vitest";
import type { RuleId, Today, TodayRow } from "../../ui/bridge";
import { laterChoices, ofKind, parted, summaryText, USUAL, whoseOf } from "../../ui/features/today/day";
import { instantOf } from "../../ui/parts/now";
import { words } from "../../ui/words";

const NOW = Date.parse("2026-10-08T01:42:00Z");

function row(id: number, rule: RuleId, due_at: string, more: Partial<TodayRow> = {}): TodayRow {
  const overdue = Date.parse(due_at) <= NOW;
  return {
    deadline: { id, rule, code: "L4", state: "Running", length: { kind: "ClockHours", hours: 48 }, started_at: "2026-10-06T01:00:00Z", due_at, warns_at: due_at, ended_at: null, steps: [], year_unknown: null },
    of: rule.startsWith("Lead") ? "Lead" : "Order", document_id: id, version: 1, name: `线索${id}`, customer: "", person_id: 1, person: "何叶", role: null, overdue, snoozed_until: null, snooze_reason: "", refusals: [], ...more,
  };
}

const rows = [
  row(3, "OrderSubmission", "2026-10-08T10:00:00Z", { name: "DD202610-003", customer: "沐原民宿" }),
  row(1, "LeadFirstContact", "2026-10-07T02:00:00Z", { name: "远麓养老", person: "林知远" }),
  row(2, "LeadRating", "2026-10-08T10:00:00Z", { name: "青屿酒店", person: "", person_id: null, role: "SalesSupervisor" }),
];
const day: Today = { rows, soon: [], snoozed: [], done: 7, all: 10, finished: [] };

describe("the day", () => {
  it("has the overdue first and each part by its time", () => {
    const { overdue, due } = parted(rows);
    expect(overdue.map((one) => one.deadline.id)).toEqual([1]);
    expect(due.map((one) => one.deadline.id)).toEqual([3, 2]);
    expect(ofKind(rows, "Lead").length).toBe(2);
    expect(ofKind(rows, "all")).toBe(rows);
  });
  it("says whose a line is, by role where nobody is named", () => {
    expect(whoseOf(rows[2] as TodayRow, "Zh")).toBe("销售主管");
    expect(whoseOf(rows[1] as TodayRow, "En")).toBe("林知远");
  });
  it("is told for a chat", () => {
    expect(summaryText("Zh", day, "2026-10-08", NOW)).toBe([
      "【10-8 今日清单】", "逾期 1：", "· 远麓养老 分配后还没联系上客户（林知远） 逾期 23 时 42 分", "今天到期 2：",
      "· 沐原民宿 DD202610-003 合同已签，订单还没提交（何叶） 18:00", "· 青屿酒店 新线索还没评级（销售主管） 18:00", "已办 7 / 10",
    ].join("\n"));
    expect(summaryText("En", { ...day, rows: [], done: 0, all: 0 }, "2026-10-08", NOW)).toBe("[8 Oct, what is due]\nNothing is due today.");
  });
  it("is cut where a chat would drown in it", () => {
    const many = Array.from({ length: 20 }, (_, index) => row(index + 1, "LeadWeekly", "2026-10-07T10:00:00Z"));
    expect(summaryText("Zh", { ...day, rows: many }, "2026-10-08", NOW)).toContain("· 另 8 件");
  });
  it("has a usual act for every rule", () => {
    for (const rule of Object.keys(words.Zh.deadline.rules) as RuleId[]) expect(USUAL[rule].length).toBeGreaterThan(0);
  });
  it("is put off only to times that are still to come", () => {
    expect(laterChoices(NOW).map((one) => [one.key, one.at])).toEqual([["hour", "2026-10-08T02:42:00Z"], ["afternoon", "2026-10-08T08:00:00Z"], ["tomorrow", "2026-10-09T01:00:00Z"], ["nextWeek", "2026-10-15T01:00:00Z"]]);
    expect(laterChoices(Date.parse("2026-10-08T09:00:00Z")).map((one) => one.key)).toEqual(["hour", "tomorrow", "nextWeek"]);
    expect(instantOf("2026-10-08", "18:00")).toBe("2026-10-08T10:00:00Z");
  });
});
