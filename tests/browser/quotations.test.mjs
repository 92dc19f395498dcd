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
