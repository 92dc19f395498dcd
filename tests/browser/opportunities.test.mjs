// Opportunities in a browser: one is begun, its needs typed as a sheet, confirmed with evidence, revised and compared, mailed;
// the solution written, the board walked, the deal lost and taken up again.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openDesk } from "./harness.mjs";

const JOURNEY = { timeout: 180_000 };
let desk;
let seat;

before(async () => { desk = await openDesk(); });
after(() => desk?.close());
beforeEach(async () => { seat = await desk.page(); });
afterEach(async () => {
  assert.deepEqual(seat.complaints, []);
  await seat.close();
});

const customer = async () => (await desk.call("customer_list", { filter: {}, sort: "name", descending: false, after: null, limit: 1 })).rows[0];
const begin = async (name, expected_fen = 0) => desk.call("opportunity_save", { id: null, version: null, name, customer_id: (await customer()).id, owner_id: null, expected_fen, expected_on: null });
const cell = (row, column) => seat.page.locator(`[data-cell="${row}:${column}"]`);
const write = async (row, column, text) => {
  await cell(row, column).click();
  await seat.page.keyboard.type(text);
  await seat.page.keyboard.press("Enter");
};

test("a deal is begun, its needs typed, confirmed with evidence, revised and compared", JOURNEY, async () => {
  const { page, at, press } = seat;
  const known = await customer();
  await seat.go("opportunities/new");
  await press("deal-save");
  assert.match(await at("opportunity-form").textContent(), /写一个名称/);
  await at("deal-name").fill("试丁大厦 门锁改造");
  await at("deal-customer").click();
  await page.keyboard.type(known.name);
  await page.locator(".ant-select-item-option", { hasText: known.name }).first().click();
  await at("deal-expected").fill("12,000");
  await press("deal-save");
  await page.waitForURL(/#\/opportunities\/\d+$/);
  const id = Number(/(\d+)$/.exec(page.url())[1]);
  assert.match(await at("amount").textContent(), /12,000\.00/);
  await press("needs-begin");
  await at("needs-form").waitFor();
  await write(0, "name", "没有这个产品的门锁");
  await write(0, "quantity", "二十");
  await press("needs-save");
  await at("needs-bad").waitFor();
  await write(0, "quantity", "20");
  await write(0, "unit", "把");
  await press("needs-save");
  await at("revision").waitFor();
  let deal = await desk.call("opportunity_view", { id });
  assert.deepEqual(deal.requirements[0].draft.lines.map((line) => [line.name, line.quantity_milli, line.unit]), [["没有这个产品的门锁", 20_000, "把"]]);
  await press("needs-paper");
  await at("paper").first().waitFor();
  await page.keyboard.press("Escape");
  await press("needs-Confirm");
  await at("confirm-by").fill("祝女士");
  await press("confirm-save");
  assert.match(await at("needs-confirm").textContent(), /附上签字页/);
  await at("evidence-file").setInputFiles({ name: "签字页.png", mimeType: "image/png", buffer: Buffer.from("signed") });
  await page.waitForFunction(() => document.querySelector('[data-test="evidence"]')?.textContent.includes("签字页.png"));
  await press("confirm-save");
  await at("needs-Confirmed").waitFor();
  assert.equal((await desk.call("opportunity_view", { id })).stage, "Solution");
  await press("needs-Revise");
  await at("needs-form").waitFor();
  await write(0, "quantity", "24");
  await press("needs-save");
  await at("revision").nth(1).waitFor();
  await press("needs-compare");
  assert.deepEqual(await page.locator('[data-test="needs-comparison"] tbody tr').evaluateAll((all) => all.map((row) => row.dataset.change)), ["changed"]);
  await press("needs-Send");
  await press("section-letters");
  await at("letter").waitFor();
  deal = await desk.call("opportunity_view", { id });
  assert.deepEqual(deal.letters.map((letter) => [letter.kind, letter.revision]), [["requirement", 2]]);
});

test("a solution is written, and a deal is lost and taken up again", JOURNEY, async () => {
  const { card: { id } } = await begin("试戊酒店 客控");
  await seat.go(`opportunities/${id}`);
  await seat.press("act-Solve");
  await seat.at("solution-plan").fill("两周内到场\n分两批");
  await seat.press("solution-save");
  await seat.at("solution").waitFor();
  assert.equal((await desk.call("opportunity_view", { id })).solution.plan, "两周内到场\n分两批");
  await seat.press("act-Lose");
  await seat.press("lose-save");
  await seat.at("lose-reason").fill("价格");
  await seat.at("lose-winner").fill("栖云科技");
  await seat.press("lose-save");
  await seat.at("why-lost").waitFor();
  assert.match(await seat.at("why-lost").textContent(), /价格.*栖云科技/);
  await seat.press("section-quotations");
  assert.equal(await seat.at("quotation-begin").count(), 0, "a lost deal is not quoted");
  await seat.press("act-Reopen");
  await seat.page.locator('[data-test="opportunity"][data-status="Solution"]').waitFor();
  await seat.press("quotation-begin");
  await seat.page.waitForURL(new RegExp(`#/quotations/new/${id}$`));
  await seat.at("quotation-form").waitFor();
});

test("the board shows what the list shows, stage by stage, with its amounts", JOURNEY, async () => {
  await begin("试己 一", 100_000);
  await begin("试己 二", 250_000);
  await seat.go("opportunities");
  await seat.press("shape-board");
  await seat.at("board").waitFor();
  await seat.at("opportunities-find").fill("试己");
  await seat.page.waitForFunction(() => document.querySelectorAll('[data-test="board-card"]').length === 2);
  const survey = seat.page.locator('[data-test="board-column"][data-state="Survey"]');
  assert.match(await survey.locator('[data-test="board-sum"]').textContent(), /3,500\.00/);
  assert.deepEqual(await survey.locator('[data-test="board-card"]').evaluateAll((all) => all.map((card) => card.querySelector("a").textContent)), ["试己 二", "试己 一"], "the largest on top");
  await seat.at("board-card").first().dblclick();
  await seat.page.waitForURL(/#\/opportunities\/\d+$/);
  await seat.go("opportunities");
  await seat.press("shape-list");
  await seat.at("opportunities-row").first().waitFor();
});

test("a lead that is converted leads to its deal, and both find each other", JOURNEY, async () => {
  const { rows } = await desk.call("lead_list", { filter: { states: ["Assigned"] }, sort: "received", descending: false, after: null, limit: 1 });
  await seat.go(`leads/${rows[0].id}`);
  await seat.press("act-Convert");
  await seat.press("convert-fresh");
  await seat.press("convert-save");
  await seat.press("to-opportunity");
  await seat.page.waitForURL(/#\/opportunities\/\d+$/);
  await seat.press("to-lead");
  await seat.page.waitForURL(new RegExp(`#/leads/${rows[0].id}$`));
  await seat.press("to-customer");
  await seat.press("section-deals");
  await seat.press("customer-deal");
  await seat.page.waitForURL(/#\/opportunities\/\d+$/);
});

test("a deal is found by the search of everything", JOURNEY, async () => {
  const deal = await begin("试庚 迎宾楼");
  await seat.go("orders");
  await seat.page.keyboard.press("Control+k");
  await seat.at("palette-text").fill(deal.number);
  await seat.at("hit").first().waitFor();
  await seat.page.keyboard.press("Enter");
  await seat.page.waitForURL(new RegExp(`#/opportunities/${deal.card.id}$`));
});
