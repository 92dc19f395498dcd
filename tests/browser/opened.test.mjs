// The bar of opened documents: what does not fit stands in a menu, the keys walk through it, and its order comes back.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openDesk } from "./harness.mjs";

const JOURNEY = { timeout: 120_000 };
let desk;
let seat;
let ids;

before(async () => {
  desk = await openDesk();
  const { rows } = await desk.call("order_list", { filter: { statuses: [], text: "", customer_id: null, owner_id: null, promised_before: null, promised_from: null, created_from: null, created_before: null, least_fen: null, overdue: false }, sort: "number", descending: true, after: null, limit: 11 });
  ids = rows.map((row) => row.id);
});
after(async () => { await desk?.close(); });
beforeEach(async () => { seat = await desk.page(); });
afterEach(async () => {
  assert.deepEqual(seat.complaints, []);
  await seat.close();
});

async function openAll(count) {
  for (const id of ids.slice(0, count)) {
    await seat.go(`orders/${id}`);
    await seat.at("order").waitFor();
  }
}
const here = () => seat.page.evaluate(() => location.hash);
const tabs = () => seat.page.locator('[data-test="tab"]').evaluateAll((all) => all.map((one) => one.getAttribute("href")));
const address = (id) => `#/orders/${id}`;

test("at 1024 every tab can be read, the present one is in sight, and the others are in the menu", JOURNEY, async () => {
  await seat.page.setViewportSize({ width: 1024, height: 700 });
  await openAll(11);
  const widths = await seat.page.locator('[data-test="tab"]').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
  assert.ok(widths.length < 11 && widths.every((width) => width >= 96), widths.join());
  assert.equal(await seat.page.locator('[data-test="tab"].on').getAttribute("href"), address(ids[10]));
  const outside = await seat.page.locator('[data-test="opened"] > *').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().right > innerWidth).length);
  assert.equal(outside, 0);
  const hidden = 11 - widths.length;
  assert.equal(await seat.at("more-tabs").textContent(), String(hidden));
  await seat.at("more-tabs").click();
  assert.equal(await seat.at("more-tab").count(), hidden);
  const title = await seat.at("more-tab").first().textContent();
  await seat.at("more-tab").first().click();
  await seat.page.waitForFunction((text) => document.querySelector('[data-test="tab"].on')?.textContent.includes(text), title);
});

test("Ctrl Tab walks through and round, Ctrl W and the middle button close", JOURNEY, async () => {
  await openAll(3);
  const walked = [];
  for (let step = 0; step < 4; step += 1) {
    await seat.page.keyboard.press("Control+Tab");
    await seat.settled();
    walked.push(await here());
  }
  assert.deepEqual(walked, ["#/orders", address(ids[0]), address(ids[1]), address(ids[2])]);
  await seat.page.keyboard.press("Control+Shift+Tab");
  assert.equal(await here(), address(ids[1]));
  await seat.page.keyboard.press("Control+w");
  await seat.settled();
  assert.deepEqual(await tabs(), [address(ids[0]), address(ids[2])]);
  await seat.page.locator(`[data-test="tab"][href="${address(ids[0])}"]`).click({ button: "middle" });
  await seat.settled();
  assert.deepEqual(await tabs(), [address(ids[2])]);
});

test("the others are closed from the tab's menu", JOURNEY, async () => {
  await openAll(4);
  await seat.page.locator(`[data-test="tab"][href="${address(ids[1])}"]`).click({ button: "right" });
  await seat.at("tab-close-others").click();
  await seat.settled();
  assert.deepEqual(await tabs(), [address(ids[1])]);
  assert.equal(await here(), address(ids[1]));
});

test("the order of the bar survives a restart of the page, and each person has their own", JOURNEY, async () => {
  await openAll(4);
  await seat.page.keyboard.press("Control+Shift+Tab");
  await seat.page.reload();
  await seat.settled();
  assert.deepEqual(await tabs(), ids.slice(0, 4).map(address));
  const people = await desk.call("person_list");
  const me = (await desk.call("app_status")).person.id;
  const other = people.find((one) => one.id !== me && one.active && !one.has_password);
  await desk.call("person_sign_in", { person_id: other.id, password: "" });
  await seat.page.reload();
  await seat.settled();
  await seat.page.waitForFunction((name) => document.querySelector('[data-test="desk"]')?.textContent.includes(name), other.name);
  // The address still names a document, which then stands alone in the other's bar.
  assert.ok((await tabs()).length <= 1);
  await desk.call("person_sign_in", { person_id: me, password: "" });
});
