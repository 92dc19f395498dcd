// A pasted block becomes a customer, part by part; and what is deleted comes back with one click.

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

/** Puts text into the box as the clipboard does: at once, announced by a paste. */
async function paste(text) {
  await seat.at("paste-text").evaluate((box, value) => {
    box.dispatchEvent(new ClipboardEvent("paste", { bubbles: true }));
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, value);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }, text);
  await seat.at("paste-row").first().waitFor();
  await seat.settled();
}

const BLOCK = "湖畔粘贴酒店有限公司\n李明 采购经理 13900000002\n税号：914403001922038217\n请报价 20 把智能门锁";

test("a pasted block fills a new customer; what is left out stays out", JOURNEY, async () => {
  await seat.go("customers");
  await seat.page.keyboard.press("Control+Shift+V");
  await paste(BLOCK);
  assert.deepEqual(await seat.at("paste-mark").evaluateAll((all) => all.map((one) => one.dataset.kind)), ["Company", "Person", "Title", "Phone", "TaxNumber", "Need"]);
  assert.match(await seat.at("paste-found").textContent(), /末位应为 6/);
  // By keyboard: Space leaves the title out.
  await seat.at("paste-take").nth(2).focus();
  await seat.page.keyboard.press("Space");
  assert.equal(await seat.at("paste-mark").nth(2).getAttribute("aria-pressed"), "false");
  // By mouse in the text: the tax number.
  await seat.press("paste-mark", 4);
  await seat.press("paste-use");
  await seat.at("customer-form").waitFor();
  assert.equal(await seat.at("name").inputValue(), "湖畔粘贴酒店有限公司");
  assert.deepEqual([await seat.at("contact-name").inputValue(), await seat.at("contact-title").inputValue(), await seat.at("contact-phone").inputValue()], ["李明", "", "13900000002"]);
  assert.equal(await seat.at("tax_number").inputValue(), "");
  assert.deepEqual(await desk.call("customer_find", { text: "湖畔粘贴", limit: 5 }), [], "nothing is saved before somebody looked");
  await seat.press("customer-save");
  await seat.page.waitForURL(/#\/customers\/\d+$/);
});

test("a known customer is filled where it is empty, and changed only where that is ticked", JOURNEY, async () => {
  const { rows } = await desk.call("customer_list", { text: "", sort: "name", descending: false, after: null, limit: 1 });
  const known = await desk.call("customer_view", { id: rows[0].id });
  await seat.go("customers/paste");
  await paste(`${known.name}\n${known.contacts[0].name} 13911110000 微信：hupan_wx`);
  await seat.at("paste-similar").waitFor();
  await seat.press("paste-fill-other");
  await seat.at("paste-old").waitFor();
  assert.match(await seat.at("paste-old").textContent(), new RegExp(known.contacts[0].phone));
  await seat.press("paste-use");
  assert.equal(await seat.at("contact-phone").first().inputValue(), known.contacts[0].phone);
  assert.equal(await seat.at("contact-wechat").first().inputValue(), "hupan_wx");
  await seat.press("customer-discard");
});

test("a deleted customer is undone from the toast, or restored from the bin", JOURNEY, async () => {
  const { rows } = await desk.call("customer_list", { text: "", sort: "name", descending: false, after: null, limit: 1 });
  const card = await desk.call("customer_view", { id: rows[0].id });
  const made = await desk.call("customer_save", { ...card, id: null, version: null, code: "", name: "湖畔待删有限公司", contacts: [] });
  const found = async () => (await desk.call("customer_find", { text: "湖畔待删", limit: 5 })).length;
  await seat.go(`customers/${made.id}/edit`);
  await seat.press("customer-remove");
  await seat.at("toast").waitFor();
  assert.equal(await found(), 0);
  await seat.page.locator("[data-test=toast] .linkbtn").click();
  await seat.at("customer").waitFor();
  await seat.settled();
  assert.equal(await found(), 1);
  await seat.press("customer-edit");
  await seat.press("customer-remove");
  await seat.go("settings/bin");
  assert.match(await seat.at("bin-row").first().textContent(), /湖畔待删有限公司.*沈一禾/);
  await seat.press("bin-restore");
  await seat.page.waitForURL(/#\/customers\/\d+$/);
  assert.equal(await found(), 1);
  assert.deepEqual(await desk.call("bin_list"), []);
});
