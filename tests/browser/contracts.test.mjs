// Contracts in a browser: a new one typed, handed to legal, given back, passed and signed; its order; a call-off of a
// framework; and a clause of the library.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openDesk } from "./harness.mjs";

const JOURNEY = { timeout: 180_000 };
const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==", "base64");
const CHECKS = ["Parties", "Amount", "Terms", "Clauses", "Delivery", "Liability"];
let desk;
let seat;

before(async () => { desk = await openDesk(); });
after(() => desk?.close());
beforeEach(async () => { seat = await desk.page(); });
afterEach(async () => {
  assert.deepEqual(seat.complaints, []);
  await seat.close();
});

const people = async (role) => (await desk.call("person_list")).find((one) => one.active && one.roles.includes(role) && (role !== "SalesRep" || one.roles.length === 1));
const sit = async (role) => desk.call("person_sign_in", { person_id: (await people(role)).id, password: "" });
const view = (id) => desk.call("contract_view", { id });
const idNow = () => Number(/\/(\d+)/.exec(new URL(seat.page.url()).hash)[1]);

/** A contract of the first customer over one known product, as it is saved by whoever sits there. */
async function draft(kind = "Single") {
  const [customer] = await desk.call("customer_find", { text: "", limit: 1 });
  const [product] = await desk.call("product_find", { text: "", limit: 1 });
  return {
    id: null, version: null, kind, opportunity_id: null, customer_id: customer.id, contact_id: null, customer_order_number: "", owner_id: null,
    terms: { method: "Transfer", instalments: [{ trigger: "BeforeDispatch", share: 10_000, days: 0, day_kind: "Calendar" }] },
    delivery_period: "30 日内", delivery_address: "示例路 1 号", promised_on: "2026-11-20", valid_until: null, limit_fen: null, waiver_fen: 0, difference_reason: "", note: "", clauses: [],
    lines: [{ product_id: product.id, name: product.name, spec: product.spec, unit: product.unit, quantity_milli: 2_000, price_micro: 100_000_000, discount: 0, tax_rate: product.tax_rate, customised: false, promised_on: null }],
  };
}

test("a contract is read by legal, given back, passed, signed, and becomes an order", JOURNEY, async () => {
  await sit("SalesRep");
  const { id } = await desk.call("contract_save", await draft());
  await seat.go(`contracts/${id}`);
  await seat.press("act-Submit");
  await seat.at("contract-InReview").first().waitFor();
  assert.match(await seat.at("number").first().textContent(), /^HT202610-\d{3}$/);

  await sit("Legal");
  await seat.page.reload();
  await seat.press("act-Pass");
  await seat.press("review-all");
  await seat.page.locator('[data-test="check-Terms"] input[type=radio]').nth(1).check();
  await seat.at("check-remark").fill("账期不符");
  await seat.at("review-note").fill("付款方式请改");
  assert.equal(await seat.at("review-pass").isDisabled(), true, "with an open point it can only go back");
  await seat.press("review-return");
  await seat.at("returned").waitFor();
  assert.match(await seat.at("returned").textContent(), /付款方式请改/);

  await sit("SalesRep");
  await seat.page.reload();
  await seat.press("act-Edit");
  await seat.at("contract-form").waitFor();
  assert.equal(await seat.at("clause").count(), 6, "the standard clauses came along");
  await seat.at("contract-period").fill("合同生效后 45 日内");
  await seat.press("contract-save");
  await seat.at("contract").waitFor();
  await seat.press("act-Submit");
  await seat.at("contract-InReview").first().waitFor();

  // The second time from their own room: what it is about stands there, and the checklist opens in place.
  await sit("Legal");
  const { number } = await view(id);
  await seat.go("approvals");
  await seat.page.reload();
  const strip = seat.at(`approval-${number}`);
  assert.match(await strip.textContent(), /退回1 次/);
  const { counts } = await desk.call("app_status");
  assert.equal(await seat.at("due-approvals").textContent(), String(counts.approvals), "counted where the frame counts");
  await strip.locator('[data-test="contract-paper"]').click();
  await seat.page.locator('[data-test="paper"] canvas').first().waitFor();
  await seat.page.keyboard.press("Escape");
  await strip.locator('[data-test="review"]').click();
  await seat.press("review-all");
  for (const item of CHECKS) await seat.at(`check-${item}`).waitFor();
  await seat.press("review-pass");
  await strip.waitFor({ state: "detached" });

  await sit("SalesRep");
  await seat.go(`contracts/${id}`);
  await seat.page.reload();
  await seat.press("act-Sign");
  await seat.at("sign-ours").fill("沈一禾");
  await seat.at("sign-theirs").fill("祝青");
  await seat.at("evidence-file").setInputFiles({ name: "签署页.png", mimeType: "image/png", buffer: PIXEL });
  await seat.page.locator('[data-test="sign"] [data-test="evidence"] .ell').waitFor();
  await seat.press("sign-save");
  await seat.at("signed").waitFor();
  assert.equal((await view(id)).state, "Signed");
  await seat.press("contract-paper");
  await seat.page.locator('[data-test="paper"] canvas').first().waitFor();
  await seat.page.keyboard.press("Escape");

  await seat.press("act-Order");
  await seat.at("order-form").waitFor();
  await seat.at("contract-ground").waitFor();
  assert.equal(await seat.at("contract-number").count(), 0, "what the contract says is not typed");
  const order = await desk.call("order_view", { id: idNow() });
  assert.deepEqual([order.contract.id, order.contract.differences], [id, []]);
});

test("a call-off names the customer's order, and what departs is told while it is typed", JOURNEY, async () => {
  await sit("SalesRep");
  const { rows: [frame] } = await desk.call("contract_list", { filter: { kinds: ["Framework"], states: ["Signed"] }, sort: "", descending: false, after: null, limit: 1 });
  await seat.go(`contracts/${frame.id}`);
  await seat.press("act-Order");
  await seat.at("call-off-number").fill("PO-77");
  await seat.press("call-off-save");
  await seat.at("order-form").waitFor();
  const order = await desk.call("order_view", { id: idNow() });
  assert.deepEqual([order.draft.customer_order_number, order.draft.lines[0].quantity_milli], ["PO-77", null]);
  await seat.page.locator('[data-cell="0:price"]').click();
  await seat.page.keyboard.type("1");
  await seat.page.keyboard.press("Enter");
  await seat.at("difference-of").first().waitFor();
  await seat.at("contract-reason").waitFor();
});

test("a new contract is typed, keeps what was begun, and stands in the list and the search", JOURNEY, async () => {
  await sit("SalesRep");
  await seat.go("contracts/new");
  await seat.at("contract-customer").click();
  await seat.page.locator(".ant-select-item-option").first().click();
  await seat.at("contract-period").fill("30 日内");
  await seat.page.locator('[data-cell="0:name"]').click();
  await seat.page.keyboard.type("临时设备");
  await seat.page.keyboard.press("Tab");
  await seat.go("contracts");
  await seat.press("unfinished-open");
  await seat.at("contract-form").waitFor();
  assert.equal(await seat.at("contract-period").inputValue(), "30 日内");
  await seat.press("contract-save");
  await seat.at("contract-Draft").first().waitFor();
  const id = idNow();
  assert.equal((await view(id)).draft.lines[0].name, "临时设备");
  await seat.go("contracts");
  await seat.at("contracts-find").fill("临时设备");
  await seat.page.waitForFunction(() => document.querySelectorAll('[data-test="contracts-row"]').length === 1);
  await seat.page.locator('[data-test="contracts-find"]').press("Escape");
  await seat.page.keyboard.press("j");
  await seat.page.keyboard.press(" ");
  await seat.at("contract-peek").waitFor();
  assert.match(await seat.at("peek-lines").textContent(), /临时设备/);
});

test("a clause of the library is changed as another edition", JOURNEY, async () => {
  await sit("Legal");
  await seat.go("settings/clauses");
  await seat.press("clause-edit");
  await seat.at("clause-zh").fill("新的文字。");
  await seat.press("clause-save");
  await seat.page.waitForFunction(() => document.querySelector('[data-test="clause-entry"]').textContent.includes("新的文字。"));
  const [first] = await desk.call("clause_list");
  assert.deepEqual([first.edition, first.text_zh], [2, "新的文字。"]);
});
