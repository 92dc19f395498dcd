// Manners of a desktop program, in the real window: its place, its size, light and dark, title and tray in the book's
// language, notices that open what they are about, and closing that loses nothing.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { Key } from "selenium-webdriver";
import { openDesktop } from "./desktop.mjs";
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

let desktop;
let home;
let window;

before(async () => {
  desktop = await openDesktop();
});
afterEach(async () => {
  await window?.close();
  home?.remove();
  window = undefined;
});
after(() => desktop?.close());

const script = (text, ...words) => window.driver.executeScript(text, ...words);
const width = () => script("return innerWidth");
const stateFile = () => join(home.folder, ".config/cn.chengdan.desk/.window-state.json");

/** Presses Ctrl with a key where nothing is typed in. */
async function control(key) {
  await window.driver.actions().keyDown(Key.CONTROL).sendKeys(key).keyUp(Key.CONTROL).perform();
}

/** Closes by the tray and waits until the window is gone. */
async function quit(label = "退出") {
  await desktop.menu(label);
  const end = Date.now() + 15_000;
  while (Date.now() < end) {
    if (await script("return 1").then(() => false, () => true)) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error("the window did not go");
}

test("size, look and place are remembered over a restart", JOURNEY, async () => {
  home = emptyHome();
  window = await openWindow(home.folder);
  await window.resize(1280, 800);
  await desk.furnish(window, NO_SERVER);
  await desk.reload(window, "#/settings/look");
  await window.until(async () => (await width()) === 1280, "the usual size");
  for (const wide of [1164, 1024, 853, 853]) {
    await control("=");
    await window.until(async () => Math.abs((await width()) - wide) <= 1, `${wide} points`);
  }
  await window.photograph("zoom-150");
  await control("-");
  await window.until(async () => Math.abs((await width()) - 1024) <= 1, "one step back");
  await control("0");
  await window.until(async () => (await width()) === 1280, "the usual size again");
  await window.click(`[data-field=zoom] [title="150%"]`);
  await window.until(async () => Math.abs((await width()) - 853) <= 1, "chosen in the settings");
  // The driver aims at a page that is not enlarged.
  await script("document.querySelector('[data-field=theme] [title=深色]').click()");
  await window.until(async () => (await script("return document.documentElement.dataset.mode")) === "dark", "the dark look");
  await quit();
  await window.close();
  const kept = JSON.parse(readFileSync(stateFile(), "utf8")).main;
  assert.deepEqual([kept.width, kept.height], [1280, 800]);

  window = await openWindow(home.folder);
  await window.find("[data-test=desk]");
  await window.until(async () => Math.abs((await width()) - 853) <= 1, "the size from before");
  assert.equal(await script("return document.documentElement.dataset.mode"), "dark");
  assert.deepEqual(await window.refused(), []);
});

test("a place outside of every screen comes back into view, one inside is kept", JOURNEY, async () => {
  for (const [x, y, sees] of [[9_000, 5_000, false], [70, 50, true]]) {
    home = emptyHome();
    mkdirSync(join(home.folder, ".config/cn.chengdan.desk"), { recursive: true });
    const main = { width: 1100, height: 720, x, y, prev_x: 0, prev_y: 0, maximized: false, visible: true, decorated: true, fullscreen: false };
    writeFileSync(stateFile(), JSON.stringify({ main }));
    window = await openWindow(home.folder);
    const place = await window.driver.manage().window().getRect();
    assert.deepEqual([place.width, place.height], [1100, 720]);
    if (sees) assert.deepEqual([place.x, place.y], [x, y]);
    else assert.ok(place.x >= 0 && place.x < 1280 && place.y >= 0 && place.y < 800, JSON.stringify(place));
    await window.close();
    home.remove();
  }
});

test("title and tray speak the book's language and count what waits; their acts reach the page", JOURNEY, async () => {
  home = emptyHome();
  window = await openWindow(home.folder);
  await desk.furnish(window, NO_SERVER);
  await desk.reload(window, "#/settings/about");
  await window.until(async () => (await desktop.tray()).includes("打开成单 | 新订单"), "the tray in Chinese");
  assert.match(await desktop.tray(), /岭桥智能设备有限公司 没有等您处理的/);
  assert.equal(await window.driver.getTitle(), "成单 · 岭桥智能设备有限公司");
  // The page of a setting is fetched when it is opened, which a busy machine lets one see.
  await window.until(async () => /成单 \d+\.\d+\.\d+/.test(await window.text()), "the version");

  await window.call("language_set", { language: "En" });
  await window.until(async () => (await desktop.tray()).includes("Open Chengdan | New order"), "the tray in English");
  assert.equal(await window.driver.getTitle(), "Chengdan · 岭桥智能设备有限公司");
  await window.call("order_save", emptyDraft());
  await window.until(async () => (await desktop.tray()).includes("1 waiting for you"), "the count");
  await desktop.menu("New order");
  await window.until(async () => (await script("return location.hash")) === "#/orders/new", "the new order");
});

test("closing loses nothing: what was typed a moment ago is there again", JOURNEY, async () => {
  home = emptyHome();
  window = await openWindow(home.folder);
  await desk.furnish(window, NO_SERVER);
  await desk.reload(window, "#/orders/new");
  await window.type("[data-field=receiver] input", "祝青");
  // Not a moment for the form to save itself.
  await quit();
  await window.close();

  window = await openWindow(home.folder);
  await window.find("[data-test=desk]");
  const rows = await window.call("order_view", { id: 1 });
  assert.equal(rows.draft.receiver, "祝青");
});

test("closing may hide into the tray, and a click brings the window back", JOURNEY, async () => {
  home = emptyHome();
  window = await openWindow(home.folder);
  await desk.furnish(window, NO_SERVER);
  await desk.reload(window, "#/settings/look");
  await window.click("[data-field=close] [title=收进托盘]");
  await window.atRest();
  // What the window manager sends when somebody presses the cross.
  execFileSync(join(process.env.CHENGDAN_BUILT, "cross"), []);
  await window.until(async () => (await script("return document.visibilityState")) === "hidden", "the hidden window");
  await desktop.activate();
  await window.until(async () => (await script("return document.visibilityState")) === "visible", "the window");
});

test("what needs somebody is told once by the system, and a click opens it", JOURNEY, async () => {
  home = emptyHome();
  window = await openWindow(home.folder);
  const ids = await desk.furnish(window, NO_SERVER);
  const sit = async (name) => {
    await window.call("person_sign_in", { person_id: ids[name], password: "" });
    await desk.reload(window, "#/customers");
  };
  await sit("顾行");
  // The first look notes where the history stands; it comes two seconds after the page.
  await new Promise((done) => setTimeout(done, 3_500));
  await sit("林知远");
  const order = await window.call("order_save", wholeDraft(ids));
  await window.call("order_submit", { id: order.id, version: order.version });
  await sit("顾行");
  await window.find("[data-test=notices-ask]", "审批");
  await window.photograph("notices-ask");
  assert.deepEqual(desktop.notices(), [], "nobody is told before they were asked");
  await window.click("[data-test=notices-yes]");
  const id = await desktop.notice("有单据等您审批 | DD");
  await desktop.click(id);
  await window.until(async () => (await script("return location.hash")) === `#/orders/${order.id}`, "the order");
  await desk.reload(window, "#/customers");
  await new Promise((done) => setTimeout(done, 3_500));
  assert.equal(desktop.notices().length, 1, "once");
});

function emptyDraft() {
  return {
    id: null, version: null, customer_id: null, contact_id: null, customer_order_number: "", contract_number: "", contract_signed_on: null, contract_amount_fen: null,
    invoice_title: "", invoice_kind: "VatSpecial", terms: { method: "Transfer", instalments: [{ trigger: "Order", share: 10000, days: 0, day_kind: "Calendar" }] },
    delivery_address: "", receiver: "", receiver_phone: "", promised_on: null, owner_id: null, waiver_fen: 0, note: "", lines: [],
  };
}

function wholeDraft() {
  return {
    ...emptyDraft(), customer_id: 1, contact_id: 1, contract_number: "HT-1", contract_signed_on: "2026-10-08", invoice_title: "青屿酒店管理有限公司",
    delivery_address: "示例省临江市青屿路 18 号", receiver: "祝青", receiver_phone: "139 0000 0418", promised_on: "2099-12-31",
    lines: [{ product_id: 1, name: "智能门锁 S3 Pro", spec: "标准", unit: "把", quantity_milli: 2_000, price_micro: 680_000_000, discount: 0, tax_rate: 1300, customised: false, promised_on: null }],
  };
}
