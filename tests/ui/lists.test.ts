/** What every list shares: which rows are chosen, how conditions are said, which columns stand where, what becomes of each row. */
import { describe, expect, it } from "vitest";
import { EVERY_CUSTOMER, EVERY_ORDER } from "../../ui/parts/everything";
import { besideDay, howOf, said, spans, waysOf, without, type Condition } from "../../ui/parts/conditioning";
import { looksOf, moved, offered, ticked, widened } from "../../ui/parts/columnOrder";
import { eachRow, undoEach } from "../../ui/parts/eachRow";
import { EVERYBODY, NOBODY, countOf, isAny, isChosen, only, stretched, toggled } from "../../ui/parts/selection";
import { gathered } from "../../ui/parts/gather";
import { renewed } from "../../ui/parts/listState";
import type { CustomerFilter, OrderFilter } from "../../ui/bridge";

const SHOWN = [1, 2, 3, 4, 5, 6, 7];
const chosen = (selection: ReturnType<typeof only>): number[] => SHOWN.filter((id) => isChosen(selection, id));

describe("choosing rows", () => {
  it("one by one", () => {
    const two = toggled(toggled(NOBODY, 2), 5);
    expect([chosen(two), countOf(two, 7), isAny(two)]).toEqual([[2, 5], 2, true]);
    expect(chosen(toggled(two, 2))).toEqual([5]);
    expect(isAny(toggled(toggled(two, 2), 5))).toBe(false);
  });
  it("by a range that grows and shrinks from where it began", () => {
    const begun = toggled(NOBODY, 3);
    const wide = stretched(begun, SHOWN, 6);
    expect(chosen(wide)).toEqual([3, 4, 5, 6]);
    const narrow = stretched(wide, SHOWN, 4, 6);
    expect(chosen(narrow)).toEqual([3, 4]);
    expect(chosen(stretched(narrow, SHOWN, 1, 4))).toEqual([1, 2, 3]);
  });
  it("keeps what was chosen elsewhere", () => {
    const apart = toggled(toggled(NOBODY, 7), 2);
    expect(chosen(stretched(apart, SHOWN, 4))).toEqual([2, 3, 4, 7]);
  });
  it("all that is filtered, less a few", () => {
    expect([countOf(EVERYBODY, 1284), chosen(EVERYBODY)]).toEqual([1284, SHOWN]);
    const less = toggled(toggled(EVERYBODY, 2), 3);
    expect([countOf(less, 1284), chosen(less)]).toEqual([1282, [1, 4, 5, 6, 7]]);
    expect(chosen(toggled(less, 3))).toEqual([1, 3, 4, 5, 6, 7]);
  });
  it("leaves what was refused", () => expect(chosen(only([4, 6]))).toEqual([4, 6]));
});

describe("gathering what is shown", () => {
  const pages: Record<string, { rows: number[]; next: string | null }> = { "": { rows: [1, 2, 3], next: "a" }, a: { rows: [4, 5, 6], next: "b" }, b: { rows: [7], next: null } };
  const asked: string[] = [];
  const page = (after: string | null): Promise<{ rows: number[]; next: string | null }> => {
    asked.push(after ?? "");
    return Promise.resolve(pages[after ?? ""] ?? { rows: [], next: null });
  };
  it("reads every page, not only what is loaded", async () => {
    expect(await gathered(page, (id) => id, null)).toEqual(SHOWN);
    expect(await gathered(page, (id) => id, toggled(EVERYBODY, 4))).toEqual([1, 2, 3, 5, 6, 7]);
  });
  it("looks for a few no further than the last of them", async () => {
    asked.length = 0;
    expect(await gathered(page, (id) => id, only([2, 4]))).toEqual([2, 4]);
    expect(asked).toEqual(["", "a"]);
  });
  it("stops when it is told to", async () => {
    expect(await gathered(page, (id) => id, null, () => undefined, () => true)).toEqual([1, 2, 3]);
  });
});

describe("conditions that read like words", () => {
  const status: Condition<OrderFilter> = { key: "status", what: "状态", kind: "many", options: [], is: "statuses", isNot: "not_statuses" };
  const promised: Condition<OrderFilter> = { key: "promised", what: "预计交付", kind: "days", from: "promised_from", before: "promised_before" };
  const amount: Condition<OrderFilter> = { key: "amount", what: "总金额", kind: "amount", least: "least_fen", most: "most_fen", scale: 100, unit: "元" };
  const overdue: Condition<OrderFilter> = { key: "overdue", what: "逾期", kind: "yes", field: "overdue", yes: "逾期" };
  const delivered: Condition<OrderFilter> = { key: "delivered", what: "交付", kind: "yes", field: "delivered", yes: "已交齐", no: "没交齐" };
  const owner: Condition<CustomerFilter> = { key: "owner", what: "负责人", kind: "one", options: [], field: "owner_id", none: "no_owner" };
  it("are unset where everything passes", () => {
    expect([status, promised, amount, overdue, delivered].map((one) => howOf(one, EVERY_ORDER))).toEqual([null, null, null, null, null]);
    expect(howOf(owner, EVERY_CUSTOMER)).toBeNull();
  });
  it("turn 是 into 不是 and back with what was chosen", () => {
    const is: OrderFilter = { ...EVERY_ORDER, statuses: ["Draft", "Void"] };
    const not = said(status, is, "isNot");
    expect([not.statuses, not.not_statuses, howOf(status, not)]).toEqual([[], ["Draft", "Void"], "isNot"]);
    expect(said(status, not, "is")).toEqual(is);
    expect(without(status, not)).toEqual(EVERY_ORDER);
  });
  it("say days as from, before and between", () => {
    const from: OrderFilter = { ...EVERY_ORDER, promised_from: "2026-11-01" };
    expect([howOf(promised, from), waysOf(promised)]).toEqual(["from", ["from", "before", "between"]]);
    const before = said(promised, from, "before");
    expect([before.promised_from, before.promised_before]).toEqual([null, "2026-11-01"]);
    const between = said(promised, from, "between");
    expect([between.promised_from, between.promised_before, howOf(promised, between)]).toEqual(["2026-11-01", "2026-11-02", "between"]);
    expect(said(promised, before, "between").promised_from).toBe("2026-10-31");
    expect(without(promised, between)).toEqual(EVERY_ORDER);
  });
  it("say amounts as at least, at most and between", () => {
    const both: OrderFilter = { ...EVERY_ORDER, least_fen: 100, most_fen: 900 };
    expect(howOf(amount, both)).toBe("between");
    expect(said(amount, both, "most")).toEqual({ ...EVERY_ORDER, most_fen: 900 });
  });
  it("know a flag from a question with yes and no", () => {
    expect(without(overdue, said(overdue, EVERY_ORDER, "yes"))).toEqual(EVERY_ORDER);
    const no = said(delivered, EVERY_ORDER, "no");
    expect([no.delivered, howOf(delivered, no), without(delivered, no).delivered]).toEqual([false, "no", null]);
  });
  it("ask for somebody or for nobody, never both", () => {
    const somebody: CustomerFilter = { ...EVERY_CUSTOMER, owner_id: 3 };
    const nobody = said(owner, somebody, "none");
    expect([nobody.owner_id, nobody.no_owner, howOf(owner, nobody)]).toEqual([null, true, "none"]);
    expect(without(owner, nobody)).toEqual(EVERY_CUSTOMER);
  });
  it("offer the usual spans around any day", () => {
    const at = (today: string): Record<string, [string, string]> => Object.fromEntries(spans(today).map((span) => [span.name, [span.from, span.before]]));
    expect(at("2026-10-08")).toEqual({ today: ["2026-10-08", "2026-10-09"], week: ["2026-10-05", "2026-10-12"], month: ["2026-10-01", "2026-11-01"], nextMonth: ["2026-11-01", "2026-12-01"], lastMonth: ["2026-09-01", "2026-10-01"] });
    expect(at("2027-01-03").lastMonth).toEqual(["2026-12-01", "2027-01-01"]);
    expect(at("2027-01-03").week).toEqual(["2026-12-28", "2027-01-04"]);
    expect([besideDay("2028-02-28", 1), besideDay("2026-03-01", -1)]).toEqual(["2028-02-29", "2026-02-28"]);
  });
});

describe("choosing columns", () => {
  const columns = [{ key: "a", title: "甲" }, { key: "b", title: "乙" }, { key: "c", title: "丙", hidden: true }, { key: "d", title: "丁" }];
  const keys = (looks: { key: string }[]): string => looks.map((look) => look.key).join("");
  it("begins with the standard and offers the hidden ones behind it", () => {
    expect(keys(looksOf(columns, []))).toBe("abd");
    expect(offered(columns, []).map((one) => `${one.key}${one.shown ? "+" : "-"}`)).toEqual(["a+", "b+", "d+", "c-"]);
  });
  it("shows and hides, but never the last one", () => {
    expect(keys(ticked(columns, [], "c"))).toBe("abdc");
    expect(keys(ticked(columns, [], "b"))).toBe("ad");
    expect(keys(ticked(columns, [{ key: "a", width: null }], "a"))).toBe("a");
  });
  it("moves a column, and one from behind among the shown ones", () => {
    expect(keys(moved(columns, [], "d", 0))).toBe("dab");
    expect(keys(moved(columns, [], "a", 2))).toBe("bda");
    expect(keys(moved(columns, [], "c", 1))).toBe("acbd");
  });
  it("keeps widths, and those of columns that are no more hurt nobody", () => {
    const wide = widened(columns, [], "b", 210, ["a", "b"]);
    expect(wide).toEqual([{ key: "a", width: null }, { key: "b", width: 210 }]);
    expect(keys(looksOf(columns, [{ key: "gone", width: 9 }, { key: "d", width: null }]))).toBe("d");
    expect(widened(columns, wide, "b", null, [])).toEqual([{ key: "a", width: null }, { key: "b", width: null }]);
  });
});

describe("acts row by row", () => {
  const refusing = (row: number): Promise<(() => Promise<unknown>) | null> => {
    if (row === 2) return Promise.reject(new Error("no"));
    return Promise.resolve(() => Promise.resolve(row));
  };
  it("does what can be done and tells each", async () => {
    const told: string[] = [];
    const outcomes = await eachRow([1, 2, 3], refusing, (index, outcome) => told.push(`${index}${outcome.kind}`), () => false);
    expect(outcomes.map((one) => one.kind)).toEqual(["done", "refused", "done"]);
    expect(told).toEqual(["0done", "1refused", "2done"]);
    expect(await undoEach(outcomes)).toEqual({ back: 2, stuck: 0 });
  });
  it("stops between two rows, never within one", async () => {
    let run = 0;
    const outcomes = await eachRow([1, 3, 4], (row) => { run += 1; return refusing(row); }, () => undefined, () => run === 2);
    expect(outcomes.map((one) => one.kind)).toEqual(["done", "done", "left"]);
  });
});

describe("a view of today", () => {
  const view = (before: string) => ({ key: "due", label: "", filter: { ...EVERY_ORDER, promised_before: before } });
  const looked = (filter: OrderFilter, chosen: string | undefined) => ({ view: "due", filter, sort: { by: "number", descending: true }, columns: [], chosen });
  const yesterday = view("2026-10-08");
  it("is another one tomorrow, as long as nobody changed it", () => {
    const chosen = JSON.stringify(yesterday.filter);
    expect(renewed(looked({ ...yesterday.filter, text: "门锁" }, chosen), [view("2026-10-09")]).filter).toMatchObject({ promised_before: "2026-10-09", text: "门锁" });
    const own = { ...yesterday.filter, overdue: true };
    expect(renewed(looked(own, chosen), [view("2026-10-09")]).filter).toBe(own);
    expect(renewed(looked(own, undefined), [view("2026-10-09")]).filter).toBe(own);
  });
});
