// The line table of the order form as a sheet: ranges, blocks, undo, input methods, and two hundred lines.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openDesk } from "./harness.mjs";

const JOURNEY = { timeout: 120_000 };
let desk;
let seat;

before(async () => { desk = await openDesk(); });
after(async () => { await desk?.close(); });
beforeEach(async () => {
  seat = await desk.page();
  await seat.page.addInitScript(countReads);
});
afterEach(async () => {
  assert.deepEqual(seat.complaints, []);
  await seat.close();
});

/** React reads a controlled box's value whenever it draws it anew: whoever was read was drawn. */
function countReads() {
  const described = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  globalThis.drawn = new Set();
  Object.defineProperty(HTMLInputElement.prototype, "value", {
    ...described,
    get() {
      if (this.dataset?.cell !== undefined) globalThis.drawn.add(this.dataset.cell);
      return described.get.call(this);
    },
  });
}

const cell = (row, column) => seat.page.locator(`[data-cell="${row}:${column}"]`);
const keys = async (...names) => { for (const name of names) await seat.page.keyboard.press(name); };
const focused = () => seat.page.evaluate(() => document.activeElement?.getAttribute("data-cell"));
const column = (name, count) => seat.page.evaluate(([key, rows]) => Array.from({ length: rows }, (_, row) => document.querySelector(`[data-cell="${row}:${key}"]`).value), [name, count]);

/** As if a block came from a spreadsheet. */
async function paste(text) {
  await seat.page.evaluate((block) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", block);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await seat.settled();
}

/** What Ctrl+C or Ctrl+X takes along. */
const taken = (kind) => seat.page.evaluate((type) => {
  const clipboardData = new DataTransfer();
  document.activeElement.dispatchEvent(new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true }));
  return clipboardData.getData("text/plain");
}, kind);

const THREE = "智能门锁\tS3\t60\t把\t560\n客控主机\tH8\t6\t台\t1080\n照明面板\tP6\t120\t个\t86";

async function threeLines() {
  await seat.go("orders/new");
  await cell(0, "name").click();
  await paste(THREE);
}

test("keys move as in a sheet, and a range is marked with Shift, copied, cut and put back", JOURNEY, async () => {
  await threeLines();
  await cell(0, "name").click();
  await keys("ArrowDown", "Tab");
  assert.equal(await focused(), "1:spec");
  await keys("Home");
  assert.equal(await focused(), "1:name");
  await keys("End");
  assert.equal(await focused(), "1:customised");
  await keys("Control+Home");
  assert.equal(await focused(), "0:name");
  await keys("Control+ArrowDown");
  assert.equal(await focused(), "2:name");
  await keys("Control+End");
  assert.equal(await focused(), "2:customised");
  await cell(0, "quantity").click();
  await keys("Shift+ArrowDown", "Shift+ArrowRight", "Shift+ArrowRight");
  assert.equal(await seat.page.locator(".sheet td.sel").count(), 6);
  assert.equal(await taken("copy"), "60\t把\t560\n6\t台\t1080");
  assert.equal(await taken("cut"), "60\t把\t560\n6\t台\t1080");
  assert.deepEqual(await column("quantity", 3), ["", "", "120"]);
  await keys("Control+z");
  assert.deepEqual(await column("quantity", 3), ["60", "6", "120"]);
  await keys("Delete");
  assert.deepEqual(await column("quantity", 3), ["", "6", "120"]);
  await keys("Control+z", "Escape");
  await cell(0, "spec").click();
  await cell(2, "spec").click({ modifiers: ["Shift"] });
  await keys("Delete");
  assert.deepEqual(await column("spec", 3), ["", "", ""]);
  await keys("Control+z");
  assert.deepEqual(await column("spec", 3), ["S3", "H8", "P6"]);
});

test("the mouse draws a range, and a row's number marks the row", JOURNEY, async () => {
  await threeLines();
  const [from, to] = [await cell(0, "unit").boundingBox(), await cell(2, "price").boundingBox()];
  await seat.page.mouse.move(from.x + 10, from.y + 10);
  await seat.page.mouse.down();
  await seat.page.mouse.move(to.x + 10, to.y + 10, { steps: 6 });
  await seat.page.mouse.up();
  assert.equal(await taken("copy"), "把\t560\n台\t1080\n个\t86");
  await seat.page.locator("td.rowno").nth(1).click();
  await keys("Control+-");
  assert.deepEqual(await column("name", 3), ["智能门锁", "照明面板", ""]);
  await keys("Control+z");
  assert.deepEqual(await column("name", 3), ["智能门锁", "客控主机", "照明面板"]);
});

test("a block with a bad cell and too many columns loses nothing that fits, says what did not, and goes in one step", JOURNEY, async () => {
  await threeLines();
  await cell(0, "rate").click();
  await paste("13%\t2026-11-30\t是\t多的\n13%\t下周\t否\t多的");
  assert.match(await seat.at("pasted").textContent(), /2 行 × 3 列，1 格待改，右边多出的 1 列/);
  assert.equal(await cell(1, "promised").inputValue(), "下周");
  assert.equal(await seat.page.locator(".sheet td.bad").count(), 1);
  assert.deepEqual([await cell(0, "customised").isChecked(), await cell(1, "customised").isChecked()], [true, false]);
  await seat.press("undo-paste");
  assert.equal(await seat.page.locator(".sheet td.bad").count(), 0);
  assert.equal(await cell(0, "rate").inputValue(), "");
  await keys("Control+y");
  assert.equal(await cell(1, "promised").inputValue(), "下周");
});

test("a value fills a marked range, Ctrl+D fills down, rows are put in and moved, all of it undone step by step", JOURNEY, async () => {
  await threeLines();
  await cell(0, "rate").click();
  await seat.page.keyboard.type("13");
  await keys("Enter", "ArrowUp", "Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
  assert.deepEqual(await column("rate", 3), ["13 %", "13 %", "13 %"].map((text, row) => (row === 0 ? "13" : text)));
  await cell(0, "unit").click();
  await cell(2, "unit").click({ modifiers: ["Shift"] });
  await paste("套");
  assert.deepEqual(await column("unit", 3), ["套", "套", "套"]);
  await cell(2, "name").click();
  await keys("Alt+ArrowUp");
  assert.deepEqual(await column("name", 3), ["智能门锁", "照明面板", "客控主机"]);
  assert.equal(await focused(), "1:name");
  await keys("Control+=");
  assert.deepEqual(await column("name", 4), ["智能门锁", "", "照明面板", "客控主机"]);
  await keys("Control+z", "Control+z");
  assert.deepEqual(await column("name", 3), ["智能门锁", "客控主机", "照明面板"]);
  await keys("Control+z");
  assert.deepEqual(await column("unit", 3), ["把", "台", "个"]);
  await keys("Control+z", "Control+z");
  assert.deepEqual(await column("rate", 3), ["", "", ""]);
  await keys("Control+Shift+z");
  assert.match((await column("rate", 3))[0], /^13/);
  await seat.page.waitForFunction(() => document.activeElement?.getAttribute("data-cell") === "0:rate");
  await seat.at("contract-number").fill("HT-1");
  assert.equal(await seat.at("contract-number").evaluate((box) => box === document.activeElement), true);
  await keys("Control+z");
  assert.match((await column("rate", 3))[0], /^13/, "a box outside of the sheet undoes its own letters");
});

test("typing in one of two hundred lines draws no other line anew", JOURNEY, async () => {
  await seat.go("orders/new");
  await cell(0, "name").click();
  await paste(Array.from({ length: 200 }, (_, row) => `产品 ${row + 1}\t规格\t${row + 1}\t台\t10.5\t\t13`).join("\n"));
  // The sums are there and the draft is kept: nothing more is on its way.
  await seat.page.waitForFunction(() => /自动保存/.test(document.querySelector("[data-test=saved]").textContent) && document.querySelector("[data-test=total]").textContent !== "0.00");
  await cell(120, "spec").click();
  // The first letter takes the pasted block's edge away.
  await seat.page.keyboard.type("零");
  await seat.settled();
  await seat.page.evaluate(() => globalThis.drawn.clear());
  await seat.page.keyboard.type("甲乙丙");
  const rows = await seat.page.evaluate(() => [...new Set([...globalThis.drawn].map((one) => one.split(":")[0]))]);
  assert.deepEqual(rows, ["120"]);
  await keys("ArrowDown");
  const moved = await seat.page.evaluate(() => [...new Set([...globalThis.drawn].map((one) => one.split(":")[0]))]);
  assert.deepEqual(moved.sort(), ["120", "121"]);
});

test("an order is rounded down, or brought to the sum that was agreed; the core spreads what comes off", JOURNEY, async () => {
  await threeLines();
  await cell(0, "price").fill("560.38");
  const total = (text) => seat.page.waitForFunction((wanted) => document.querySelector("[data-test=total]").textContent === wanted, text);
  await total("50,422.80");
  await seat.at("round").click();
  await seat.at("round-10").click();
  await total("50,420.00");
  assert.equal(await seat.at("waiver").inputValue(), "2.80");
  await seat.at("round").click();
  await seat.at("round-agreed").click();
  await seat.at("agreed-sum").fill("50500");
  assert.equal(await seat.at("agreed-save").isDisabled(), true);
  await seat.at("agreed-sum").fill("50000");
  await seat.at("agreed-sum").press("Enter");
  await total("50,000.00");
  assert.match(await seat.at("waived").textContent(), /422\.80/);
  assert.equal(await seat.at("uppercase").textContent(), "人民币伍万元整");
});

test("a place is found while typing and stands at the beginning of the address", JOURNEY, async () => {
  await seat.go("orders/new");
  await seat.at("delivery-region").click();
  await seat.page.keyboard.type("西湖区 杭州");
  await seat.page.locator(".ant-cascader-menu-item").first().click();
  await seat.at("delivery-address").fill("文三路 1 号");
  await seat.page.waitForFunction(() => /自动保存/.test(document.querySelector("[data-test=saved]").textContent));
  const id = Number(/orders\/(\d+)/.exec(seat.page.url())[1]);
  assert.equal((await desk.call("order_view", { id })).draft.delivery_address, "浙江省杭州市西湖区文三路 1 号");
  await seat.page.reload();
  await seat.page.waitForFunction(() => document.querySelector("[data-test=delivery-address]")?.value === "文三路 1 号");
  await seat.go("customers/new");
  await seat.at("name").fill("地址测试有限公司");
  await seat.at("region").click();
  await seat.page.keyboard.type("浦东");
  await seat.page.locator(".ant-cascader-menu-item").first().click();
  await seat.press("customer-save");
  await seat.page.waitForURL(/#\/customers\/\d+$/);
  const [found] = await desk.call("customer_find", { text: "地址测试", limit: 1 });
  const card = await desk.call("customer_view", { id: found.id });
  assert.deepEqual([card.province, card.city, card.district], ["上海市", "上海市", "浦东新区"]);
  assert.equal(found.address, "上海市浦东新区");
  await seat.go(`customers/${found.id}/edit`);
  await seat.press("region-type");
  await seat.at("province").fill("Bavaria");
  await seat.press("customer-save");
  assert.equal((await desk.call("customer_view", { id: found.id })).province, "Bavaria");
});

test("Esc leaves the box, then the form; what was typed is kept as a draft", JOURNEY, async () => {
  await threeLines();
  await seat.at("contract-number").fill("HT-ESC");
  await keys("Escape");
  assert.equal(await seat.page.evaluate(() => document.activeElement === document.body), true);
  assert.equal(await seat.at("order-form").count(), 1);
  await keys("Escape");
  await seat.at("order-form").waitFor({ state: "detached" });
  await seat.settled();
  const { rows } = await desk.call("order_list", { filter: { statuses: [], text: "", customer_id: null, owner_id: null, promised_before: null, promised_from: null, created_from: null, created_before: null, least_fen: null, overdue: false }, sort: "created", descending: true, after: null, limit: 1 });
  assert.equal((await desk.call("order_view", { id: rows[0].id })).draft.contract_number, "HT-ESC");
});
