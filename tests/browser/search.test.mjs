// Search of everything, by hand: what is typed is marked, arrows and Enter open, an input method is left alone.

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
  await seat.close();
});

const hits = (kind) => seat.page.locator(`[data-test="hit"][data-kind="${kind}"]`);
const open = async () => {
  await seat.page.keyboard.press("Control+k");
  await seat.at("palette").waitFor();
};

test("a name is found by its characters and by its sound, and Enter opens it", JOURNEY, async () => {
  const { rows } = await desk.call("customer_list", { text: "", sort: "name", descending: false, after: null, limit: 1 });
  await seat.go("orders");
  await open();
  const part = rows[0].name.slice(1, 3);
  await seat.at("palette-text").fill(part);
  await hits("Customer").first().waitFor();
  assert.equal(await hits("Customer").first().locator("mark").first().textContent(), part);
  await seat.at("palette-text").fill("qingyu");
  await hits("Customer").filter({ hasText: "青屿" }).first().waitFor();
  assert.equal(await hits("Customer").first().locator("mark").count(), 0);
  // Enter before the answer is there opens what the answer begins with, not what stood there before.
  await seat.at("palette-text").fill(rows[0].name);
  await seat.page.keyboard.press("Enter");
  await seat.page.waitForURL(new RegExp(`#/customers/${rows[0].id}$`));
});

test("arrows choose, Tab changes the kind, the count is said, and what was looked at stands there first", JOURNEY, async () => {
  await seat.go("orders");
  await open();
  await seat.at("palette-text").fill("DD2026");
  await hits("Order").nth(1).waitFor();
  const second = await hits("Order").nth(1).textContent();
  await seat.page.keyboard.press("ArrowDown");
  assert.equal(await seat.page.locator('[role="option"][aria-selected="true"]').textContent().then((text) => text.startsWith(second)), true);
  const said = () => seat.page.locator('.palette [role="status"]').textContent();
  const all = await seat.page.locator('[data-test="hit"]').count();
  assert.match(await said(), new RegExp(`${all}`));
  await seat.page.keyboard.press("Tab");
  assert.equal(await seat.at("palette-documents").getAttribute("aria-pressed"), "true");
  await seat.page.locator('[data-test="hit"]').nth(10).waitFor();
  assert.equal(await hits("command").count(), 0);
  await seat.page.keyboard.press("ArrowDown");
  await seat.page.keyboard.press("Enter");
  await seat.page.waitForURL(/#\/orders\/\d+$/);
  await seat.settled();
  await open();
  await hits("recent").first().waitFor();
  await seat.at("palette-text").fill("没有这样的");
  await seat.page.locator(".palette .empty").waitFor();
  await seat.page.keyboard.press("Escape");
  await seat.at("palette").waitFor({ state: "detached" });
});

test("the Enter that ends an input method's word opens nothing, and a command is done", JOURNEY, async () => {
  await seat.go("orders");
  await open();
  await seat.at("palette-text").fill("设置");
  await hits("command").first().waitFor();
  const enter = (isComposing) => seat.at("palette-text").evaluate((box, composed) => box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, isComposing: composed })), isComposing);
  await enter(true);
  assert.equal(await seat.at("palette").count(), 1);
  await enter(false);
  await seat.page.waitForURL(/#\/settings$/);
  await open();
  await seat.at("palette-text").fill("kjj");
  await hits("command").first().waitFor();
  await enter(false);
  await seat.at("keys-help").waitFor();
  await seat.page.keyboard.press("Escape");
});
