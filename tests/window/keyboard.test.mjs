// The whole order job by keyboard alone: from the first start through an order, three approvals by three people, to the letter
// in the outbox. Nothing here clicks, moves the mouse, sets an address or asks the door to act; what is read is only read.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { emptyHome, openWindow } from "./harness.mjs";
import { keyboard } from "./keys.mjs";

const JOURNEY = { timeout: 600_000 };
/** The sample company's story is told through the door: half a minute in a debug build, longer on a busy machine. */
const SAMPLE_MS = 300_000;
const LADDER = [["SalesSupervisor", "AwaitingFinance"], ["Finance", "AwaitingOperations"], ["Operations", "Approved"]];

let home;
let window;
let hands;
let id;

before(async () => {
  home = emptyHome();
  window = await openWindow(home.folder);
  hands = keyboard(window);
});

after(async () => {
  await window?.close();
  home?.remove();
});

const inFocus = (selector) => hands.inFocus(selector);
const press = (...names) => hands.press(...names);
const typed = (text) => hands.typed(text);
const tabTo = (selector) => hands.tabTo(selector);
const command = (text, kind) => hands.command(text, kind);

test("the sample company is begun", JOURNEY, async () => {
  await window.find("[data-test=company]");
  if ((await window.text()).includes("中文")) {
    await tabTo("[data-test=other-language]");
    await press("Enter");
    await window.shows("公司全称");
  }
  await tabTo("[data-test=company]");
  await typed("岭桥智能设备有限公司");
  await tabTo("[data-test=person]");
  await typed("沈一禾");
  await press("Enter");
  await window.until(async () => (await window.call("app_status")).book_open, "an open book", SAMPLE_MS);
  await window.find("[data-test=desk]");
  await window.settled();
});

test("somebody else sits down, and types an order", JOURNEY, async () => {
  await sit("SalesRep");
  await press("n");
  await window.find("[data-test=new-order]");
  await press("o");
  await window.find("[data-test=order-form]");
  await window.settled();
  await choose("customer");
  await choose("contact");
  await fill("contract-number", "HT-KB-1");
  const { today } = await window.call("app_status");
  await fill("contract-signed", today);
  await press("Enter");
  await choose("terms");
  await fill("promised", "2099-11-20");
  await press("Enter");
  for (const [name, text] of [["delivery-address", "示例省临江市青屿路 18 号"], ["receiver", "祝青"], ["receiver-phone", "139 0000 0418"]]) {
    await tabTo(`[data-test=${name}]`);
    await press("Control+a");
    await typed(text);
  }
  await tabTo("[data-cell]");
  await typed("智能");
  await window.find("[data-test=suggest-row]");
  await press("Tab");
  await window.until(() => inFocus('[data-cell="0:quantity"]'), "the keyboard at the quantity");
  await typed("3");
  await window.until(async () => /[1-9]/.test(await (await window.find("[data-test=total]")).getText()), "a total");
  await press("Control+Enter");
  await window.find("[data-test=order][data-status=AwaitingSupervisor]");
  id = Number(/^#\/orders\/(\d+)$/.exec(await window.driver.executeScript("return location.hash"))[1]);
  const order = await window.call("order_view", { id });
  assert.equal(order.draft.contract_number, "HT-KB-1");
  assert.equal(order.draft.lines[0].quantity_milli, 3_000);
});

test("three people approve it, one after the other", JOURNEY, async () => {
  const { number } = await window.call("order_view", { id });
  for (const [role, next] of LADDER) {
    await sit(role);
    await command(number, "Order");
    await window.find("[data-test=order]");
    await window.settled();
    await press("e");
    await window.find("[data-test=decision]");
    await tabTo("[data-test=decision-note]");
    await typed("同意，按约定交付");
    await tabTo("[data-test=decision-confirm]");
    await press("Enter");
    await window.find(`[data-test=order][data-status=${next}]`);
    await window.settled();
  }
  assert.deepEqual((await window.call("book_verify")).problems, []);
});

test("the letter in the outbox is found and read", JOURNEY, async () => {
  const { number } = await window.call("order_view", { id });
  await command("发件箱");
  await window.find("[data-test=outbox]");
  await window.settled();
  await tabTo("[data-test=view-all]");
  await press("Enter");
  await window.settled();
  await tabTo("[data-test=outbox] [role=grid]");
  // The newest letter stands on top.
  await press("Home");
  await window.settled();
  for (let left = 30; left > 0 && !(await window.text()).includes(`订单确认函_${number}`); left -= 1) {
    await press("j");
    await window.settled();
  }
  const on = await (await window.find("[data-test=outbox-row].on")).getText();
  assert.ok(on.includes(number), `${number} in ${on}`);
  await window.find("[data-test=pdf-page-1][data-drawn='1']");
  await tabTo("[data-test=letter-tab-text]");
  await press("Enter");
  await window.shows("确认");
  await window.photograph("keyboard-letter");
  assert.deepEqual(await window.refused(), []);
});

/** Leaves the desk and lets the first person with a role sit down. */
async function sit(role) {
  const person = (await window.call("person_list")).find((one) => one.active && one.roles.includes(role));
  await command("离座");
  await window.find("[data-test=sign-in-page]");
  await tabTo(`[data-test=person-${person.id}]`);
  await press("Enter");
  await window.until(async () => (await window.call("app_status")).person?.id === person.id, `${person.name} at the desk`);
  await window.find("[data-test=desk]");
  await window.settled();
}

/** Chooses the first of a list that opens below its box. */
async function choose(name) {
  await tabTo(`[data-test=${name}] input, input[data-test=${name}]`);
  await press("ArrowDown");
  await window.find(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active");
  await press("Enter");
  await window.settled();
}

async function fill(name, text) {
  await tabTo(`input[data-test=${name}]`);
  await typed(text);
}
