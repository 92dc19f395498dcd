// Leads in a browser: the board beside the list, acts on several, whom to contact today, the search of everything, and a
// merge that is taken back.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openDesk } from "./harness.mjs";

const JOURNEY = { timeout: 180_000 };
const OPEN = ["New", "Rated", "Assigned"];
let desk;
let seat;

before(async () => { desk = await openDesk(); });
after(() => desk?.close());
beforeEach(async () => { seat = await desk.page(); });
afterEach(async () => {
  assert.deepEqual(seat.complaints, []);
  await seat.close();
});

const leads = async (filter = {}, sort = "received") => (await desk.call("lead_list", { filter, sort, descending: false, after: null, limit: 200 })).rows;
const register = (customer, more = {}) => desk.call("lead_save", {
  id: null, version: null, customer, contact: "周女士", title: "", phone: "", wechat: "", email: "", industry: "", province: "", city: "", district: "", source: "Inquiry", source_note: "", need: "", received_at: null, customer_id: null, ...more,
});

test("the board shows what the list shows, state by state, and is remembered", JOURNEY, async () => {
  await seat.go("leads");
  await seat.press("shape-board");
  await seat.at("board").waitFor();
  const { columns } = await desk.call("lead_board", {});
  const shown = columns.filter((one) => one.count > 0 || OPEN.includes(one.state));
  const told = await seat.at("board-column").evaluateAll((all) => all.map((one) => [one.dataset.state, Number(one.querySelector('[data-test="board-count"]').textContent)]));
  assert.deepEqual(told, shown.map((one) => [one.state, one.count]));
  await seat.page.keyboard.press("j");
  await seat.page.keyboard.press(" ");
  await seat.at("lead-peek").waitFor();
  await seat.page.keyboard.press("ArrowRight");
  const on = await seat.page.locator('[data-test="board-card"].on').evaluate((card) => card.closest("[data-state]").dataset.state);
  assert.notEqual(on, shown[0].state, "the next column");
  await seat.page.reload();
  await seat.at("board").waitFor();
  await seat.at("leads-find").fill(shown[0].rows[0].customer);
  await seat.page.waitForFunction(() => document.querySelectorAll('[data-test="board-card"]').length === 1);
  await seat.at("leads-find").fill("");
  await seat.page.waitForFunction(() => document.querySelectorAll('[data-test="board-card"]').length > 1);
  await seat.at("board-card").first().dblclick();
  await seat.page.waitForURL(/#\/leads\/\d+$/);
  await seat.go("leads");
  await seat.press("shape-list");
  await seat.at("leads-row").first().waitFor();
});

test("several leads are closed as invalid and reopened; what the law refuses stays chosen", JOURNEY, async () => {
  const [one, two] = [await register("试甲板业", { phone: "13900001101" }), await register("试甲纸业", { phone: "13900001102" })];
  await desk.call("lead_invalidate", { id: two.card.id, version: two.card.version, reason: "重复" });
  await seat.go("leads");
  await seat.at("leads-find").fill("试甲");
  await seat.page.waitForFunction(() => document.querySelectorAll('[data-test="leads-row"]').length === 2);
  await seat.page.locator('[data-test="leads-find"]').press("Escape");
  await seat.page.keyboard.press("j");
  await seat.page.keyboard.press("Control+a");
  await seat.press("bulk-invalidate");
  await seat.at("bulk-reason").fill("空号");
  assert.equal(await seat.page.locator('[data-test="bulk-row"][data-state="refused"]').getAttribute("data-id"), String(two.card.id));
  await seat.press("bulk-run");
  await seat.page.locator(`[data-test="bulk-row"][data-id="${one.card.id}"][data-state="done"]`).waitFor();
  await seat.press("bulk-close");
  assert.equal((await desk.call("lead_view", { id: one.card.id })).state, "Invalid");
  await seat.page.keyboard.press("Escape");
  await seat.page.keyboard.press("Control+a");
  await seat.press("bulk-reopen");
  await seat.press("bulk-run");
  await seat.page.locator(`[data-test="bulk-row"][data-id="${two.card.id}"][data-state="done"]`).waitFor();
  await seat.press("bulk-close");
  for (const { card } of [one, two]) assert.equal((await desk.call("lead_view", { id: card.id })).state, "New");
});

test("several rated leads are assigned by one decision", JOURNEY, async () => {
  const people = await desk.call("person_list");
  const supervisor = people.find((person) => person.active && person.roles.includes("SalesSupervisor"));
  const rep = people.find((person) => person.active && person.roles.join() === "SalesRep");
  const hand = { decider_id: supervisor.id, given: "WeChat", evidence: null, behalf_reason: "主管在微信上说的" };
  const grounds = { industry: { verdict: "High", note: "做过" }, fit: { verdict: "High", note: "合" }, likelihood: { verdict: "High", note: "急" } };
  const ids = [];
  for (const [name, phone] of [["试乙酒店", "13900002201"], ["试乙公寓", "13900002202"]]) {
    const { card } = await register(name, { phone });
    const sample = (await desk.call("lead_view", { id: (await leads({ states: ["Assigned"] }))[0].id })).rating;
    await desk.call("lead_rate", { id: card.id, version: card.version, grade: "B", grounds: sample?.grounds ?? grounds, hand });
    ids.push(card.id);
  }
  await seat.go("leads");
  await seat.at("leads-find").fill("试乙");
  await seat.page.waitForFunction(() => document.querySelectorAll('[data-test="leads-row"]').length === 2);
  await seat.page.locator('[data-test="leads-find"]').press("Escape");
  await seat.page.keyboard.press("j");
  await seat.page.keyboard.press("Control+a");
  await seat.press("bulk-assign");
  assert.ok(await seat.at("bulk-run").isDisabled(), "nobody is chosen yet");
  await seat.at("bulk-assignee").locator("input").fill(rep.name);
  await seat.page.keyboard.press("Enter");
  await seat.at("behalf-reason").fill("主管在微信上说的");
  await seat.press("bulk-run");
  await seat.page.waitForFunction(() => document.querySelectorAll('[data-test="bulk-row"][data-state="done"]').length === 2);
  await seat.press("bulk-close");
  for (const id of ids) assert.equal((await desk.call("lead_view", { id })).owner, rep.name);
  // The decider is asked at the next sign-in: two ratings, two assignments.
  await desk.call("person_sign_in", { person_id: supervisor.id, password: "" });
  await seat.page.reload();
  await seat.settled();
  const asked = await desk.call("behalf_list");
  assert.deepEqual(asked.filter((one) => ids.includes(one.document_id)).map((one) => one.kind).sort(), ["LeadAssignment", "LeadAssignment", "LeadRating", "LeadRating"]);
  await seat.at("behalf-row").first().waitFor();
  const before = asked.length;
  await seat.press("behalf-confirm");
  await seat.page.waitForFunction((count) => document.querySelector('[data-test="behalf"]')?.textContent.includes(` ${count} `) ?? count === 0, before - 1);
  assert.equal((await desk.call("behalf_list")).length, before - 1);
  await desk.call("person_sign_in", { person_id: people.find((person) => person.roles.includes("Admin")).id, password: "" });
});

test("whom to contact today is a view", JOURNEY, async () => {
  const wanted = (await leads({ states: OPEN, next_before: "2026-10-09" })).length;
  await seat.go("leads");
  await seat.press("view-today");
  assert.equal(Number(await seat.at("count").textContent()), wanted);
});

test("a lead is found by the search of everything", JOURNEY, async () => {
  const [lead] = await leads({ states: ["Assigned"] });
  await seat.go("orders");
  await seat.page.keyboard.press("Control+k");
  await seat.at("palette-text").fill(lead.customer);
  await seat.press("palette-leads");
  await seat.at("hit").first().waitFor();
  await seat.page.keyboard.press("Enter");
  await seat.page.waitForURL(new RegExp(`#/leads/${lead.id}$`));
});

test("a merge is taken back from its message", JOURNEY, async () => {
  const [one, two] = [await register("试丙木业", { phone: "13900003301" }), await register("试丙木业", { phone: "13900003302" })];
  await seat.go(`leads/${two.card.id}`);
  await seat.press("more");
  await seat.press("act-Merge");
  await seat.press("merge-save");
  await seat.page.locator('[data-test="lead"][data-state="Merged"]').waitFor();
  assert.equal((await desk.call("lead_view", { id: two.card.id })).merged_into.id, one.card.id);
  await seat.at("toast").getByText("撤销").click();
  await seat.page.locator('[data-test="lead"][data-state="New"]').waitFor();
});
