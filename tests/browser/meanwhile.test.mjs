// Two people change one record: a customer, a product, the drafts of an order, a quotation, a contract; both are compared and nothing is lost.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openDesk } from "./harness.mjs";

const JOURNEY = { timeout: 120_000 };
let desk;
let mine;
let theirs;

before(async () => { desk = await openDesk(); });
after(async () => { await desk?.close(); });
beforeEach(async () => { [mine, theirs] = [await desk.page(), await desk.page()]; });
afterEach(async () => {
  // The browser notes the refusal's status, and nothing else.
  for (const said of [...mine.complaints, ...theirs.complaints]) assert.match(said, /^Failed to load resource.*422/);
  await mine.close();
  await theirs.close();
});

/** Saving shows the comparison by itself where the page has heard of the other's change before. */
async function compare() {
  await mine.at("compare-open").waitFor();
  if (await mine.at("compare").count() === 0) await mine.at("compare-open").click();
}

const row = (key) => mine.page.locator(`[data-test="compare-row"][data-field="${key}"]`);
const chosen = (key, side) => row(key).locator(`[data-test="compare-${side}"]:checked, [data-test="compare-${side}"] input:checked`).count();

test("a customer: each one's own change is proposed, and what both changed is chosen", JOURNEY, async () => {
  const { rows: [{ id }] } = await desk.call("customer_list", { text: "", sort: "name", descending: false, after: null, limit: 1 });
  await mine.go(`customers/${id}/edit`);
  await theirs.go(`customers/${id}/edit`);
  await mine.at("industry").fill("我填的行业");
  await mine.at("bank_name").fill("我填的银行");
  await theirs.at("phone").fill("0571-88880000");
  await theirs.at("industry").fill("对方填的行业");
  await theirs.press("customer-save");
  await mine.press("customer-save");
  await compare();
  await mine.at("compare-row").first().waitFor();
  assert.deepEqual([await chosen("industry", "mine"), await chosen("bank_name", "mine"), await chosen("phone", "theirs")], [1, 1, 1]);
  assert.match(await row("industry").textContent(), /两边都改了.*我填的行业.*对方填的行业/);
  await row("industry").locator('[data-test="compare-theirs"]').click();
  await mine.press("compare-merge");
  assert.equal(await mine.at("industry").inputValue(), "对方填的行业");
  await mine.press("customer-save");
  const card = await desk.call("customer_view", { id });
  assert.deepEqual([card.industry, card.bank_name, card.phone], ["对方填的行业", "我填的银行", "0571-88880000"]);
});

test("a product: all mine keeps every field as I typed it", JOURNEY, async () => {
  const { rows: [{ id }] } = await desk.call("product_list", { text: "", sort: "name", descending: false, after: null, limit: 1 });
  await mine.go(`products/${id}`);
  await mine.at("spec").fill("我的规格");
  const card = await desk.call("product_view", { id });
  await desk.call("product_save", { ...card, spec: "对方的规格", category: "对方的类别" });
  await mine.press("product-save");
  await compare();
  await mine.at("compare-row").first().waitFor();
  await mine.press("compare-all-mine");
  await mine.press("compare-merge");
  await mine.press("product-save");
  const after = await desk.call("product_view", { id });
  assert.deepEqual([after.spec, after.category], ["我的规格", card.category]);
});

test("an order's draft: head and lines of both are put together, and it saves itself again", JOURNEY, async () => {
  const saved = (page) => page.waitForFunction(() => /自动保存/.test(document.querySelector("[data-test=saved]")?.textContent ?? ""));
  await mine.go("orders/new");
  await mine.at("contract-number").fill("HT-1");
  const cell = (at, column) => mine.page.locator(`[data-cell="${at}:${column}"]`);
  await cell(0, "name").fill("甲");
  await cell(1, "name").fill("乙");
  await saved(mine.page);
  await mine.page.waitForURL(/orders\/\d+/);
  const id = Number(/orders\/(\d+)/.exec(mine.page.url())[1]);
  const { draft } = await desk.call("order_view", { id });
  const [first, second] = draft.lines;
  await desk.call("order_save", { ...draft, receiver: "对方填的", lines: [first, { ...second, spec: "对方的规格" }] });
  await cell(0, "spec").fill("我的规格");
  await mine.at("order-note").fill("我的备注");
  await compare();
  await mine.at("compare-row").first().waitFor();
  assert.deepEqual([await chosen("receiver", "theirs"), await chosen("note", "mine"), await chosen("lines.1", "mine"), await chosen("lines.2", "theirs")], [1, 1, 1, 1]);
  await mine.press("compare-merge");
  await saved(mine.page);
  await mine.settled();
  const after = (await desk.call("order_view", { id })).draft;
  assert.deepEqual([after.receiver, after.note, after.lines.map((line) => line.spec)], ["对方填的", "我的备注", ["我的规格", "对方的规格"]]);
});

test("a quotation's version: head and lines of both are put together, and nobody's work is written over", JOURNEY, async () => {
  const { rows: [buyer] } = await desk.call("customer_list", { filter: {}, sort: "name", descending: false, after: null, limit: 1 });
  const { card } = await desk.call("opportunity_save", { id: null, version: null, name: "两人同改", customer_id: buyer.id, owner_id: null, expected_fen: 0, expected_on: null });
  const line = (name) => ({ product_id: null, name, spec: "", unit: "把", quantity_milli: 1_000, list_price_micro: null, price_micro: 640_000_000, discount: 0, cost_micro: null, tax_rate: 1300, customised: false, market_reference: "" });
  const terms = { method: "Transfer", instalments: [{ trigger: "Order", share: 10_000, days: 0, day_kind: "Calendar" }] };
  const { id } = await desk.call("quotation_save", {
    id: null, version: null, opportunity_id: card.id, contact_id: null, owner_id: null, no_requirement_reason: "", valid_until: null, terms, delivery_period: "20 日", service: "", note: "", waiver_fen: 0, lines: [line("甲"), line("乙")],
  });
  const draft = async () => (await desk.call("quotation_view", { id })).versions.at(-1).draft;
  await mine.go(`quotations/${id}/edit`);
  await mine.at("quotation-form").waitFor();
  await mine.at("delivery").fill("我的 30 日");
  await mine.page.locator('[data-cell="0:spec"]').fill("我的规格");
  const before = await draft();
  await desk.call("quotation_save", { ...before, delivery_period: "对方的 18 日", service: "质保两年", lines: [before.lines[0], { ...before.lines[1], spec: "对方的规格" }] });
  await mine.press("quotation-save");
  await compare();
  await mine.at("compare-row").first().waitFor();
  assert.deepEqual([await chosen("service", "theirs"), await chosen("lines.0", "mine"), await chosen("lines.1", "theirs"), await chosen("delivery_period", "mine")], [1, 1, 1, 1]);
  assert.match(await row("delivery_period").textContent(), /两边都改了/);
  await mine.press("compare-merge");
  await mine.press("quotation-save");
  await mine.page.waitForURL(/quotations\/\d+$/);
  const after = await draft();
  assert.deepEqual([after.delivery_period, after.service, after.lines.map((one) => one.spec)], ["我的 30 日", "质保两年", ["我的规格", "对方的规格"]]);
});

test("a contract: a clause that the other wrote and a line of mine both stay", JOURNEY, async () => {
  const [customer] = await desk.call("customer_find", { text: "", limit: 1 });
  const terms = { method: "Transfer", instalments: [{ trigger: "Order", share: 10_000, days: 0, day_kind: "Calendar" }] };
  const line = { product_id: null, name: "甲", spec: "", unit: "把", quantity_milli: 1_000, price_micro: 640_000_000, discount: 0, tax_rate: 1300, customised: false, promised_on: null };
  const { id } = await desk.call("contract_save", {
    id: null, version: null, kind: "Single", opportunity_id: null, customer_id: customer.id, contact_id: null, customer_order_number: "", owner_id: null, terms, delivery_period: "20 日", delivery_address: "", promised_on: null,
    valid_until: null, limit_fen: null, waiver_fen: 0, difference_reason: "", note: "", clauses: [], lines: [line],
  });
  await mine.go(`contracts/${id}/edit`);
  await mine.at("contract-form").waitFor();
  await mine.page.locator('[data-cell="0:spec"]').fill("我的规格");
  const { draft } = await desk.call("contract_view", { id });
  await desk.call("contract_save", { ...draft, clauses: [{ ...draft.clauses[0], body: "对方写的条款。" }, ...draft.clauses.slice(1)] });
  await mine.press("contract-save");
  await compare();
  await mine.at("compare-row").first().waitFor();
  assert.deepEqual([await chosen("clauses.0", "theirs"), await chosen("lines.0", "mine")], [1, 1]);
  await mine.press("compare-merge");
  await mine.press("contract-save");
  await mine.at("contract").waitFor();
  const after = (await desk.call("contract_view", { id })).draft;
  assert.deepEqual([after.clauses[0].body, after.lines[0].spec], ["对方写的条款。", "我的规格"]);
});
