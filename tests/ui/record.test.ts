/** The record of deadlines: summed by rule, person or source, and the question behind each figure. */
import { describe, expect, it } from "vitest";
import type { RecordRow, TodayRow } from "../../ui/bridge";
import { averageLate, behind, keyRead, keyWritten, rowsAsk, summed, total } from "../../ui/features/reports/record";

const row = (more: Partial<RecordRow>): RecordRow => ({ rule: "LeadRating", code: "L2", person: "何叶", source: "Inquiry", due: 0, met: 0, late: 0, lapsed: 0, running: 0, late_hours: 0, ...more });
const rows = [
  row({ due: 4, met: 3, late: 1, late_hours: 10 }),
  row({ source: "Referral", due: 3, late: 2, met: 1, late_hours: 4, lapsed: 1 }),
  row({ rule: "OrderSubmission", code: "O1", person: "", source: "", due: 9, met: 9, running: 2 }),
];

describe("the record", () => {
  it("is summed by rule in the order of the process, by the others with most due first", () => {
    expect(summed(rows, "rule").map((one) => [one.key, one.code, one.due, one.met, one.late])).toEqual([["LeadRating", "L2", 7, 4, 3], ["OrderSubmission", "O1", 9, 9, 0]]);
    expect(summed(rows, "person").map((one) => [one.key, one.due])).toEqual([["", 9], ["何叶", 7]]);
    expect(summed(rows, "source").map((one) => one.key)).toEqual(["", "Inquiry", "Referral"]);
    expect(total(rows)).toMatchObject({ key: null, due: 16, met: 13, late: 3, lapsed: 1, running: 2 });
  });
  it("weighs lateness by how many were late", () => {
    expect(averageLate(total(rows))).toBe(6);
    expect(averageLate(total([]))).toBe(null);
  });
  it("asks for just what a figure counts", () => {
    expect(rowsAsk(202610, "rule", "LeadRating", "late")).toEqual({ ym: 202610, rule: "LeadRating", person: null, source: null, state: "Late" });
    expect(rowsAsk(202610, "person", "", "due")).toEqual({ ym: 202610, rule: null, person: "", source: null, state: null });
    expect(rowsAsk(202610, "source", null, "running")).toEqual({ ym: 202610, rule: null, person: null, source: null, state: "Running" });
  });
  it("leaves out of what fell due what lapsed and what is still to come", () => {
    const told = (state: string, overdue: boolean): TodayRow => ({ deadline: { state }, overdue }) as unknown as TodayRow;
    const all = [told("Met", false), told("Late", false), told("Lapsed", false), told("Running", true), told("Running", false)];
    expect(behind("due", all).map((one) => [one.deadline.state, one.overdue])).toEqual([["Met", false], ["Late", false], ["Running", true]]);
    expect(behind("running", all).length).toBe(5);
  });
  it("keeps a name without letters apart from all", () => {
    for (const key of [null, "", "何叶", "all", "a/b"]) expect(keyRead(keyWritten(key))).toBe(key);
  });
});
