// Quotations in a browser: one is begun for a deal, its lines typed with cost and margin, sent, negotiated into a second
// version that stands beside the first, accepted; one beyond the limits waits in the room of approvals.

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
const begin = async (name) => (await desk.call("opportunity_save", { id: null, version: null, name, customer_id: (await customer()).id, owner_id: null, expected_fen: 0, expected_on: null })).card.id;
const write = async (row, column, text) => {
  await seat.page.locator(`[data-cell="${row}:${column}"]`).click();
  await seat.page.keyboard.type(text);
  await seat.page.keyboard.press("Enter");
};
const today = async () => (await desk.call("app_status", {})).today;

/** Types a line and the head of the form that is open. */
async function typed(price, cost, until) {
  const { at } = seat;
  await at("quotation-form").waitFor();
  await write(0, "name", "没有这个产品的门锁");
  await write(0, "quantity", "60");
  await write(0, "unit", "把");
  await write(0, "list", "640");
  await write(0, "price", price);
  await write(0, "rate", "13");
  await write(0, "cost", cost);
  await at("valid-until").fill(until);
  await at("delivery").fill("签订后 20 个工作日");
  await at("no-needs").fill("老客户按上次清单续购");
}

test("a quotation is typed with its margin, sent, negotiated and accepted", JOURNEY, async () => {
  const { page, at, press } = seat;
  const deal = await begin("试辛酒店 门锁");
  const until = `${Number((await today()).slice(0, 4)) + 1}-01-15`;
  await seat.go(`quotations/new/${deal}`);
  await typed("640", "440", until);
  await page.waitForFunction(() => document.querySelector('[data-test="total-margin"]')?.textContent.includes("31.25"));
  assert.match(await at("total").textContent(), /38,400\.00/);
  await at("asks").waitFor();
  await press("quotation-submit");
  await page.waitForURL(/#\/quotations\/\d+$/);
  const id = Number(/(\d+)$/.exec(page.url())[1]);
  await press("act-Send");
  await at("send").waitFor();
  await at("send-to").fill("zhu@shixin.example.com");
  await press("send-save");
  await at("quotation-Sent").first().waitFor();
  await press("act-Round");
  await at("round-note").fill("比另一家高");
  await at("round-changed").fill("门锁让 40 元");
  await press("round-save");
  await at("quotation-form").waitFor();
  await write(0, "price", "600");
  await press("quotation-submit");
  await at("versions").waitFor();
  await page.locator(".chg", { hasText: "600" }).first().waitFor();
  assert.equal(await at("version-total").count(), 2);
  assert.match(await at("round").textContent(), /价格.*比另一家高.*门锁让 40 元/);
  // The keys of the comparison: margins, the version before, the next difference.
  await page.keyboard.press("m");
  assert.equal(await page.locator(".versiontable .inside").count(), 0);
  await page.keyboard.press("m");
  await page.keyboard.press("[");
  assert.equal(await at("version-1").getAttribute("aria-current"), "true");
  await page.keyboard.press("]");
  assert.equal(await at("version-2").getAttribute("aria-current"), "true");
  await page.keyboard.press("d");
  assert.match(await page.locator(".looked").textContent(), /600/);
  await press("act-Send");
  await press("send-save");
  await press("act-Accept");
  await press("accept-save");
  await at("quotation-Accepted").first().waitFor();
  const offer = await desk.call("quotation_view", { id });
  assert.deepEqual(offer.versions.map((one) => one.state), ["Superseded", "Accepted"]);
  assert.deepEqual(offer.letters.map((one) => [one.kind, one.revision]), [["quotation", 1], ["quotation", 2]]);
});

test("one beyond the limits says why and waits for the supervisor", JOURNEY, async () => {
  const { page, at, press } = seat;
  const deal = await begin("试壬酒店 门锁");
  const until = `${Number((await today()).slice(0, 4)) + 1}-01-15`;
  await seat.go(`quotations/new/${deal}`);
  await typed("450", "440", until);
  await page.locator('[data-test="form-concerns"] .late').first().waitFor();
  await press("quotation-submit");
  await page.waitForURL(/#\/quotations\/\d+$/);
  await at("quotation-InApproval").first().waitFor();
  await seat.go("approvals");
  await at("approvals-quotations").waitFor();
  assert.match(await at("approvals-quotations").textContent(), /低于底线|below the floor/);
});

test("the list finds, filters and leads to the document", JOURNEY, async () => {
  const { page, at } = seat;
  await seat.go("quotations");
  await at("quotations-row").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press(" ");
  await at("quotation-peek").waitFor();
  assert.ok(await at("peek-lines").count() > 0);
  await page.keyboard.press("Escape");
  await at("quotation-peek").waitFor({ state: "detached" });
  await page.keyboard.press("Enter");
  await page.waitForURL(/#\/quotations\/\d+$/);
  await at("versions").waitFor();
});

test("an earlier version is taken up again beside the others, and the last quotation takes its deal along", { timeout: 180_000 }, async () => {
  const people = await desk.call("person_list");
  const rep = people.find((one) => one.active && one.roles.length === 1 && one.roles[0] === "SalesRep");
  await desk.call("person_sign_in", { person_id: rep.id, password: "" });
  const [customer] = await desk.call("customer_find", { text: "", limit: 1 });
  const deal = await desk.call("opportunity_save", { id: null, version: null, name: "三期门锁", customer_id: customer.id, owner_id: rep.id, expected_fen: 0, expected_on: null });
  const line = { product_id: null, name: "智能门锁", spec: "标准", unit: "台", quantity_milli: 60_000, list_price_micro: 640_000_000, price_micro: 640_000_000, discount: 0, cost_micro: 400_000_000, tax_rate: 1300, customised: false, market_reference: "" };
  const terms = { method: "Transfer", instalments: [{ trigger: "BeforeDispatch", share: 10_000, days: 0, day_kind: "Calendar" }] };
  let offer = await desk.call("quotation_save", { id: null, version: null, opportunity_id: deal.card.id, contact_id: null, owner_id: null, no_requirement_reason: "续购", valid_until: "2026-10-28", terms, delivery_period: "20 日", service: "", note: "", waiver_fen: 0, lines: [line] });
  const at = () => ({ id: offer.id, version: offer.version });
  offer = await desk.call("quotation_submit", at());
  offer = await desk.call("quotation_send", { ...at(), to: "a@b.example.com" });
  offer = await desk.call("quotation_round", { ...at(), objection: "Price", note: "贵", changed: "让 40" });
  const draft = offer.versions.at(-1).draft;
  offer = await desk.call("quotation_save", { ...draft, lines: [{ ...line, price_micro: 600_000_000 }] });
  await seat.go(`quotations/${offer.id}`);
  await seat.page.reload();
  await seat.press("take-up-1");
  await seat.press("take-up-save");
  assert.equal((await desk.call("quotation_view", { id: offer.id })).revision, 2, "not without the reason");
  await seat.at("take-up-reason").fill("客户还是要原来的");
  await seat.press("take-up-save");
  await seat.at("take-up").waitFor({ state: "detached" });
  offer = await desk.call("quotation_view", { id: offer.id });
  assert.equal(offer.revision, 3);
  assert.equal(offer.versions[2].draft.lines[0].price_micro, 640_000_000);
  await seat.go(`quotations/${offer.id}`);
  await seat.page.reload();
  await seat.at("taken-from").waitFor();
  await seat.press("act-Lose");
  assert.equal(await seat.page.locator('[data-test="lose-deal"]').isChecked(), true, "nothing else of the deal is alive");
  await seat.at("lose-reason").fill("选了别家");
  await seat.press("lose-save");
  await seat.at("why-lost").waitFor();
  assert.equal((await desk.call("opportunity_view", { id: deal.card.id })).state, "Lost");
});
