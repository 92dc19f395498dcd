/** Leads on the page: what a pasted block fills, what must be put right, the views' filters, the steps, and a rating as it is typed. */
import { describe, expect, it } from "vitest";
import type { LeadCard, LeadView, PartKind, PastedPart } from "../../ui/bridge";
import { cardFaults, emptyCard, likeAsk, nameOf, stepsOf, tidyCard, viewFilters } from "../../ui/features/leads/card";
import { applied, placeOnLead } from "../../ui/features/leads/pasted";
import { missingIn, nextAfter, ratingOf, tidyGrounds } from "../../ui/features/leads/ratingDraft";
import type { TypedDecision } from "../../ui/parts/Decision";
import { handRequest } from "../../ui/parts/lead/handRequest";
import { withTaken } from "../../ui/parts/pasted";
import { words } from "../../ui/words";

const w = words.Zh;
const NO_DECISION: TypedDecision = { deciderId: undefined, given: "WeChat", kept: null, behalfReason: "", note: "" };
const NOW = Date.parse("2026-10-08T01:42:00Z");

function parts(...said: [PartKind, string][]): PastedPart[] {
  let at = 0;
  return said.map(([kind, value]) => {
    const start = at;
    at += value.length + 1;
    return { kind, value, start, end: start + value.length, confidence: "Sure", problems: [], region: null };
  });
}

function card(found: PastedPart[], on: LeadCard = emptyCard()): LeadCard {
  return applied(on, withTaken(found, {}, (some) => placeOnLead(on, some, w)).found, w);
}

const lead = (more: Partial<LeadView> = {}): LeadView => ({
  card: { ...emptyCard("示例甲有限公司"), id: 1, version: 1, received_at: "2026-10-08T00:00:00Z" }, state: "New", owner_id: null, owner: "", registered_at: "2026-10-08T00:32:00Z", registered_by: "何叶",
  registered_late: false, rating: null, follow_ups: [], reason: "", customer: null, opportunity: null, merged_into: null, acts: [], deadlines: [], ...more,
});

describe("a pasted block", () => {
  it("fills a lead; what has no box of its own stands in the need", () => {
    const filled = card(parts(["Company", "示例甲有限公司"], ["Person", "何工"], ["Title", "工程部经理"], ["Phone", "13900000418"], ["Phone", "0571-55550001"], ["Email", "a@example.com"], ["Wechat", "he_gong"], ["Need", "二期 200 间门锁"], ["TaxNumber", "914403001922038216"]));
    expect(filled).toMatchObject({ customer: "示例甲有限公司", contact: "何工", title: "工程部经理", phone: "13900000418", email: "a@example.com", wechat: "he_gong" });
    expect(filled.need).toBe("电话 0571-55550001\n二期 200 间门锁\n税号 914403001922038216");
  });
  it("puts an address into province, city and district and keeps its street readable", () => {
    const [address] = parts(["Address", "海南省三亚市天涯区示例路8号"]) as [PastedPart];
    const filled = card([{ ...address, region: { province: "海南省", city: "三亚市", district: "天涯区", street: "示例路8号" } }]);
    expect(filled).toMatchObject({ province: "海南省", city: "三亚市", district: "天涯区", need: "地址 海南省三亚市天涯区示例路8号" });
    expect(card([{ ...address, region: { province: "海南省", city: "三亚市", district: "", street: "" } }]).need).toBe("");
    expect(card([address]).need).toBe("地址 海南省三亚市天涯区示例路8号");
  });
  it("changes nothing that differs before it is ticked", () => {
    const known = { ...emptyCard("示例乙有限公司"), phone: "13900000001" };
    expect(card(parts(["Company", "示例甲有限公司"], ["Phone", "13900000002"], ["Person", "何工"]), known)).toMatchObject({ customer: "示例乙有限公司", phone: "13900000001", contact: "何工" });
  });
});

describe("a card", () => {
  it("needs somebody and a way to reach them, and nothing that is still to come", () => {
    expect(cardFaults(emptyCard(), NOW).map((fault) => fault.says)).toEqual(["nameMissing", "reachMissing"]);
    expect(cardFaults({ ...emptyCard(), contact: "何工", wechat: "he" }, NOW)).toEqual([]);
    const wrong = { ...emptyCard("甲"), phone: "abc", email: "x@", received_at: "2026-10-08T03:00:00Z", title: "长".repeat(61) };
    expect(cardFaults(wrong, NOW).map((fault) => fault.says)).toEqual(["badPhone", "badEmail", "future", "tooLong"]);
  });
  it("is called by its company, without one by its contact; blanks go", () => {
    expect([nameOf(emptyCard(" 甲 ")), nameOf({ ...emptyCard(), contact: "何工" })]).toEqual(["甲", "何工"]);
    expect(tidyCard({ ...emptyCard(" 甲 "), phone: " 139 " })).toMatchObject({ customer: "甲", phone: "139", source: "Inquiry" });
  });
  it("is compared with others once enough is typed", () => {
    expect(likeAsk(emptyCard("甲"))).toBeNull();
    expect(likeAsk({ ...emptyCard("甲"), phone: "139 0000 0418" })).toEqual({ id: null, name: "甲", phone: "139 0000 0418" });
  });
});

describe("the list", () => {
  it("has the views' filters", () => {
    const filters = viewFilters(7, "2026-12-31");
    expect([filters.today.next_from, filters.today.next_before]).toEqual([null, "2027-01-01"]);
    expect(filters.unrated.states).toEqual(["New"]);
    expect(filters.mine).toMatchObject({ owner_id: 7, states: ["New", "Rated", "Assigned"] });
    expect(filters.overdue).toMatchObject({ overdue: true, states: [] });
    expect(filters.ended.states).toEqual(["Converted", "Lost", "Invalid", "Merged"]);
  });
});

describe("the steps", () => {
  const states = (one: LeadView): string[] => stepsOf(one).map((step) => `${step.key} ${step.state}`);
  it("show where a lead stands", () => {
    expect(states(lead())).toEqual(["registered done", "rated now", "assigned later", "contacted later", "converted later"]);
    const said = { at: "2026-10-08T01:00:00Z", person: "何叶", method: "Phone" as const, reached: true, said: "好", need_change: "", next_on: null };
    expect(states(lead({ state: "Assigned", owner_id: 3, follow_ups: [said], rating: { grade: "A", grounds: ratingOf(undefined).grounds, decider: "顾行", recorder: "顾行", at: "2026-10-08T01:00:00Z" } }))).toEqual(["registered done", "rated done", "assigned done", "contacted done", "converted now"]);
  });
  it("end where it ended", () => expect(states(lead({ state: "Invalid", reason: "空号" }))).toEqual(["registered done", "invalid ended"]));
});

describe("a rating", () => {
  it("needs a grade and a note on each ground", () => {
    const draft = ratingOf(lead());
    expect(missingIn(draft)).toBe("grade");
    const graded = { ...draft, grade: "A" as const };
    expect(missingIn(graded)).toBe("industry");
    const noted = (note: string) => ({ verdict: 0, note });
    expect(missingIn({ ...graded, grounds: { industry: noted("主行业"), fit: noted("合"), likelihood: noted(" ") } })).toBe("likelihood");
    expect(tidyGrounds({ industry: noted(" 主行业 "), fit: noted("合"), likelihood: noted("快") }).industry).toEqual({ verdict: 0, note: "主行业" });
  });
  it("goes on to the next one, at the end to the one before, at last to none", () => {
    expect([nextAfter([1, 2, 3], 2), nextAfter([1, 2, 3], 3), nextAfter([1], 1), nextAfter([1, 2], 9)]).toEqual([3, 2, null, 1]);
  });
  it("is the decider's own, or recorded for them with evidence or a reason", () => {
    expect(handRequest({ ...NO_DECISION, deciderId: 4, behalfReason: "x" }, 4)).toEqual({ decider_id: 4, given: "SignedIn", evidence: null, behalf_reason: "" });
    expect(handRequest({ ...NO_DECISION, deciderId: 4, given: "Phone", behalfReason: " 出差 " }, 2)).toEqual({ decider_id: 4, given: "Phone", evidence: null, behalf_reason: "出差" });
    expect(handRequest(NO_DECISION, 2)).toBeNull();
  });
});
