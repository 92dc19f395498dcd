// Forms that were begun and not saved: kept in the book, offered again with their time, listed, given up and saved; leaving asks.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openDesk } from "./harness.mjs";

const JOURNEY = { timeout: 120_000 };
let desk;
let seat;

before(async () => { desk = await openDesk(); });
after(async () => { await desk?.close(); });
beforeEach(async () => { seat = await desk.page(); });
afterEach(async () => {
  assert.deepEqual(seat.complaints, []);
  for (const { kind, document_id } of await desk.call("unfinished_list")) await desk.call("unfinished_drop", { kind, document_id });
  await seat.close();
});

const kept = () => seat.at("kept").waitFor();
const begun = async () => (await desk.call("unfinished_list")).map((one) => [one.kind, one.document_id, one.title]);
/** A page that knows nothing of the one before: the program was killed and started again. */
async function again(hash) {
  await seat.close();
  seat = await desk.page();
  await seat.go(hash);
}

test("a new customer survives the page, is offered with its time, listed, and gone when saved", JOURNEY, async () => {
  await seat.go("customers/new");
  await seat.at("name").fill("晴川民宿 😀 עברית");
  await seat.at("contact-add").click();
  await seat.at("contact-name").fill("<b>祝青</b>");
  await kept();
  assert.deepEqual(await begun(), [["customer", null, "晴川民宿 😀 עברית"]]);
  assert.equal(await seat.at("due-customers").textContent(), "1");
  await again("customers");
  assert.match(await seat.at("unfinished").textContent(), /未完成晴川民宿 😀 עברית新客户 · 今天 09:42/);
  await seat.press("unfinished-open");
  assert.match(await seat.at("found-unfinished").textContent(), /今天 09:42 填到一半/);
  assert.equal(await seat.at("name").inputValue(), "晴川民宿 😀 עברית");
  assert.equal(await seat.at("contact-name").inputValue(), "<b>祝青</b>");
  await seat.press("customer-save");
  await seat.at("customer").waitFor();
  await seat.settled();
  assert.deepEqual(await begun(), []);
  assert.equal(await seat.at("due-customers").count(), 0);
});

test("a changed product is given up with one press, and that is undone with another", JOURNEY, async () => {
  const { rows: [{ id, name }] } = await desk.call("product_list", { text: "", sort: "name", descending: false, after: null, limit: 1 });
  await seat.go(`products/${id}`);
  await seat.at("spec").fill("新规格");
  await seat.at("price_micro").fill("6O 元");
  await kept();
  await again(`products/${id}`);
  await seat.at("found-unfinished").waitFor();
  assert.equal(await seat.at("price_micro").inputValue(), "6O 元", "as typed, readable or not");
  await seat.press("give-up");
  assert.notEqual(await seat.at("spec").inputValue(), "新规格");
  assert.deepEqual(await begun(), []);
  await seat.page.locator('[data-test="toast"]', { hasText: name }).getByRole("button", { name: "撤销" }).click();
  assert.equal(await seat.at("spec").inputValue(), "新规格");
  await kept();
  assert.deepEqual(await begun(), [["product", id, name]]);
});

test("typing on and on is kept every few seconds, and only what differs is kept", JOURNEY, async () => {
  await seat.go("customers/new");
  const box = seat.at("name");
  await box.pressSequentially("一".repeat(60), { delay: 90 });
  assert.equal((await begun()).length, 1, "kept before the first pause");
  await box.fill("");
  await seat.page.waitForFunction(() => document.querySelector('[data-test="kept"],[data-test="keeping"]') === null);
  await seat.settled();
  assert.deepEqual(await begun(), [], "a form like the saved one is not unfinished");
});

test("closing the tab of a changed card asks, and the draft may stay", JOURNEY, async () => {
  const { rows: [{ id }] } = await desk.call("customer_list", { text: "", sort: "name", descending: false, after: null, limit: 1 });
  await seat.go(`customers/${id}/edit`);
  await seat.at("industry").fill("民宿");
  await kept();
  const close = () => seat.page.locator('[data-test="tab"].on .x').click();
  await close();
  await seat.press("confirm-no");
  assert.equal(await seat.at("industry").inputValue(), "民宿");
  await close();
  await seat.press("confirm-yes");
  await seat.at("room-customers").last().waitFor();
  assert.equal((await begun()).length, 1, "kept");
  await seat.press("unfinished-open");
  await close();
  await seat.press("confirm-other");
  await seat.settled();
  assert.deepEqual(await begun(), [], "given up");
});

test("before another person sits down the page asks; the draft waits for its own person", JOURNEY, async () => {
  const people = await desk.call("person_list");
  const other = people.find((one) => one.roles.join() === "SalesRep" && !one.has_password);
  await seat.go("customers/new");
  await seat.at("name").fill("晴川民宿");
  const change = async () => {
    await seat.at("desk").click();
    await seat.page.locator(`[data-test="desk-menu"] [data-test="person-${other.id}"]`).click();
  };
  await change();
  assert.match(await seat.at("unsaved").textContent(), /晴川民宿草稿留在账本里/);
  await seat.press("confirm-no");
  assert.equal((await desk.call("app_status")).person.name, "沈一禾");
  await change();
  await seat.press("confirm-yes");
  await seat.page.waitForFunction((name) => document.querySelector('[data-test="desk"]')?.textContent.includes(name), other.name);
  await seat.settled();
  assert.deepEqual(await begun(), []);
  assert.equal(await seat.at("tab").count(), 0, "the documents were put away");
  const me = people.find((one) => one.name === "沈一禾");
  await desk.call("person_sign_in", { person_id: me.id, password: "" });
  assert.equal((await begun()).length, 1);
});

test("an order that saved itself is left without a question; a cell that cannot be saved is asked about", JOURNEY, async () => {
  const me = (await desk.call("app_status")).person.id;
  const other = (await desk.call("person_list")).find((one) => one.id !== me && one.active && !one.has_password);
  const sit = async () => {
    await seat.at("desk").click();
    await seat.page.locator(`[data-test="desk-menu"] [data-test="person-${other.id}"]`).click();
  };
  await seat.go("orders/new");
  await seat.page.locator('[data-field="contract_number"] input').fill("HT-1");
  await sit();
  await seat.page.waitForFunction((name) => document.querySelector('[data-test="desk"]')?.textContent.includes(name), other.name);
  await desk.call("person_sign_in", { person_id: me, password: "" });
  const { rows } = await desk.call("order_list", { filter: { statuses: ["Draft"], text: "", customer_id: null, owner_id: null, promised_before: null, promised_from: null, created_from: null, created_before: null, least_fen: null, overdue: false }, sort: "created", descending: true, after: null, limit: 1 });
  assert.equal((await desk.call("order_view", { id: rows[0].id })).draft.contract_number, "HT-1", "saved on the way out");
  await seat.page.reload();
  await seat.go(`orders/${rows[0].id}/edit`);
  const cell = seat.page.locator('[data-cell="0:quantity"]');
  await cell.click();
  await seat.page.keyboard.type("6O");
  await seat.page.keyboard.press("Enter");
  await sit();
  assert.match(await seat.at("unsaved").textContent(), /会丢掉/);
  await seat.press("confirm-no");
});

test("a question in which something was typed does not vanish by Esc", JOURNEY, async () => {
  await seat.go("settings/people");
  await seat.press("person-new");
  const name = seat.page.locator('dialog [data-field="name"] input');
  await seat.page.keyboard.press("Escape");
  assert.equal(await seat.page.locator("dialog[open]").count(), 0, "nothing typed, nothing asked");
  await seat.press("person-new");
  await name.fill("新同事");
  await seat.page.keyboard.press("Escape");
  await seat.press("confirm-no");
  assert.equal(await name.inputValue(), "新同事");
  await seat.page.keyboard.press("Escape");
  await seat.press("confirm-yes");
  assert.equal(await seat.page.locator("dialog[open]").count(), 0);
});
