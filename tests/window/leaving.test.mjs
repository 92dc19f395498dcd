// Leaving the real window: the cross and Ctrl Q ask while something is not saved, and do not where a form saved itself; what
// was kept is offered by the next window. A page that does not answer cannot keep the window open.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Key } from "selenium-webdriver";
import { emptyHome, openWindow } from "./harness.mjs";
import * as desk from "./desk.mjs";

const JOURNEY = { timeout: 240_000 };
/** Nothing is sent here. */
const NO_SERVER = {
  account: () => ({
    provider: "", host: "localhost", port: 465, security: "Tls", user: "desk@lingqiao.example.com",
    from_address: "desk@lingqiao.example.com", from_name: "岭桥智能设备", trusted_pem: "", per_minute: 60,
  }),
};

let home;
let window;
let ids;

before(async () => {
  home = emptyHome();
  window = await openWindow(home.folder);
  ids = await desk.furnish(window, NO_SERVER);
  await desk.reload(window, "#/customers/new");
});
after(async () => {
  await window?.close();
  home?.remove();
});

const atTheDisplay = (...words) => execFileSync(join(process.env.CHENGDAN_BUILT, "cross"), words).toString().trim();

/** What the window manager sends when somebody presses the cross or Alt F4. */
function cross() {
  assert.equal(atTheDisplay(), "1", "one window has a cross");
}
/** The window is gone from the display; its driver cannot be asked any more. */
async function gone() {
  for (let left = 300; left > 0; left -= 1) {
    if (atTheDisplay("count") === "0") return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.fail("the window is still there");
}
/** A press that closes the window: the driver would wait for its answer for ever. */
const pressSoon = (selector) => window.driver.executeScript("setTimeout(() => document.querySelector(arguments[0]).click(), 200)".replace("arguments[0]", JSON.stringify(selector)));
const kept = () => window.find("[data-test=kept]");

test("the cross asks while a card is not saved, and going back loses nothing", JOURNEY, async () => {
  await window.type("[data-test=name]", "晴川民宿");
  await kept();
  cross();
  await window.find("[data-test=unsaved]", "晴川民宿");
  await window.photograph("leaving-asks");
  // A second press while the question stands asks nothing more and closes nothing.
  cross();
  await window.click("[data-test=confirm-no]");
  assert.equal(await (await window.find("[data-test=name]")).getAttribute("value"), "晴川民宿");
  assert.deepEqual(await window.refused(), []);
});

test("Ctrl Q asks too, and the answer closes the window; the next one offers what was typed", JOURNEY, async () => {
  await window.type("[data-test=name]", Key.chord(Key.CONTROL, "q"));
  await window.find("[data-test=unsaved]");
  await pressSoon("[data-test=confirm-yes]");
  await gone();
  await window.close();
  window = await openWindow(home.folder);
  assert.equal(await (await window.find("[data-test=desk]")).getText().then((text) => text.includes("沈一禾")), true, "the book's own person sits down first");
  await desk.sit(window, ids["林知远"]);
  await desk.go(window, "#/customers");
  await window.find("[data-test=unfinished]", "新客户 · 今天");
  await window.click("[data-test=unfinished-open]");
  await window.find("[data-test=found-unfinished]", "填到一半");
  assert.equal(await (await window.find("[data-test=name]")).getAttribute("value"), "晴川民宿");
  await window.click("[data-test=give-up]");
});

test("an order that saved itself lets the window close without a question", JOURNEY, async () => {
  await desk.go(window, "#/orders/new");
  await window.type("[data-field=contract_number] input", "HT-2026-007");
  cross();
  await gone();
  await window.close();
  window = await openWindow(home.folder);
  const filter = { statuses: ["Draft"], text: "", customer_id: null, owner_id: null, promised_before: null, promised_from: null, created_from: null, created_before: null, least_fen: null, overdue: false };
  const { rows } = await window.call("order_list", { filter, sort: "created", descending: true, after: null, limit: 5 });
  const orders = await Promise.all(rows.map((row) => window.call("order_view", { id: row.id })));
  assert.deepEqual(orders.map((order) => order.draft.contract_number), ["HT-2026-007"], "saved on the way out");
});

test("a page that does not answer cannot keep the window open", JOURNEY, async () => {
  await window.driver.executeScript("setTimeout(() => { for (;;); }, 200)");
  await new Promise((done) => setTimeout(done, 1_000));
  cross();
  await gone();
});
