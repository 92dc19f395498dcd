// Chinese input methods: while one composes, and for the key that ends it, nothing of the program's own listens.

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

/**
 * Composes `text` in the box in focus and confirms it with `key`, as the engines report it: Chromium sends the key
 * before the composition ends, marked as composing; WebKit ends the composition first and sends the key as 229.
 */
const compose = (text, key, engine) => seat.page.evaluate(([typed, name, which]) => {
  const box = document.activeElement;
  const put = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), "value").set;
  const fire = (event) => box.dispatchEvent(event);
  const press = (composing) => fire(new KeyboardEvent("keydown", { key: name, code: name, keyCode: 229, isComposing: composing, bubbles: true, cancelable: true }));
  fire(new CompositionEvent("compositionstart", { bubbles: true, data: "" }));
  put.call(box, typed);
  fire(new InputEvent("input", { bubbles: true, data: typed, inputType: "insertCompositionText", isComposing: true }));
  let free;
  if (which === "chromium") {
    free = press(true);
    fire(new CompositionEvent("compositionend", { bubbles: true, data: typed }));
  } else {
    fire(new CompositionEvent("compositionend", { bubbles: true, data: typed }));
    free = press(false);
  }
  fire(new KeyboardEvent("keyup", { key: name, code: name, bubbles: true, cancelable: true }));
  // True when nobody took the key away from the input method.
  return free;
}, [text, key, engine]);

const cell = (row, column) => seat.page.locator(`[data-cell="${row}:${column}"]`);
const focused = () => seat.page.evaluate(() => document.activeElement?.getAttribute("data-cell"));

for (const engine of ["chromium", "webkit"]) {
  test(`the sheet: a confirmed candidate stays in its cell (${engine})`, JOURNEY, async () => {
    await seat.go("orders/new");
    await cell(0, "spec").click();
    for (const key of ["Enter", "Tab", "ArrowDown", "Escape", "Delete"]) {
      assert.equal(await compose("香槟金", key, engine), true, key);
      assert.equal(await focused(), "0:spec", key);
      assert.equal(await cell(0, "spec").inputValue(), "香槟金", key);
    }
    await seat.page.keyboard.press("Enter");
    assert.equal(await focused(), "1:spec", "and the next Enter is an Enter again");
  });

  test(`the list of products takes nothing while a candidate is confirmed (${engine})`, JOURNEY, async () => {
    const { rows: [product] } = await desk.call("product_list", { text: "", sort: "name", descending: false, after: null, limit: 1 });
    await seat.go("orders/new");
    await cell(0, "name").click();
    await seat.page.keyboard.type(product.name.slice(0, 2));
    await seat.at("suggest-row").first().waitFor();
    assert.equal(await compose(product.name.slice(0, 2), "Tab", engine), true);
    assert.equal(await cell(0, "unit").inputValue(), "", "nothing was filled in");
    assert.equal(await focused(), "0:name");
    await seat.at("suggest-row").first().waitFor();
    await seat.page.keyboard.press("Tab");
    assert.notEqual(await cell(0, "unit").inputValue(), "", "and the next Tab takes the first");
  });

  test(`customers and contacts: Enter ends the composing and chooses nobody (${engine})`, JOURNEY, async () => {
    await seat.go("orders/new");
    await seat.at("customer").click();
    await seat.page.locator(".ant-select-item-option").first().waitFor();
    const { rows: [customer] } = await desk.call("customer_list", { text: "", sort: "name", descending: false, after: null, limit: 1 });
    await compose(customer.name, "Enter", engine);
    const chosen = seat.page.locator('[data-field="contact_id"] input:not(:disabled)');
    await seat.page.locator(".ant-select-item-option", { hasText: customer.name }).first().waitFor();
    await seat.settled();
    assert.equal(await chosen.count(), 0, "no customer was chosen");
    await seat.page.keyboard.press("Enter");
    await chosen.waitFor();
  });

  test(`a question is not answered by the Enter of a candidate (${engine})`, JOURNEY, async () => {
    await seat.go("orders/new");
    await seat.at("customer").click();
    await seat.page.keyboard.type("没有这家");
    await seat.press("new-customer-here");
    await seat.at("new-customer-contact").focus();
    await compose("阮", "Enter", engine);
    assert.equal(await compose("阮", "Escape", engine), false, "the browser may not close the question");
    assert.equal(await seat.at("new-customer-dialog").count(), 1);
    assert.equal((await desk.call("customer_find", { text: "没有这家", limit: 2 })).length, 0);
  });

  test(`the palette opens nothing, and a shortcut does not fire (${engine})`, JOURNEY, async () => {
    await seat.go("orders");
    const before = seat.page.url();
    await seat.page.keyboard.press("Control+k");
    await seat.page.locator("dialog[open] input").first().waitFor();
    await compose("客户", "Enter", engine);
    assert.equal(seat.page.url(), before);
    assert.equal(await seat.page.locator("dialog[open]").count(), 1);
    await seat.at("hit").first().waitFor();
    await seat.page.keyboard.press("Enter");
    await seat.page.locator("dialog[open]").waitFor({ state: "detached" });
    assert.notEqual(seat.page.url(), before, "and the next Enter opens");
    await seat.go("customers/new");
    await seat.at("name").focus();
    await compose("半", "s", engine);
    assert.equal(await seat.page.evaluate(() => {
      const event = new KeyboardEvent("keydown", { key: "s", keyCode: 229, ctrlKey: true, isComposing: true, bubbles: true, cancelable: true });
      return document.activeElement.dispatchEvent(event);
    }), true, "Ctrl+S waits as well");
    assert.equal(await seat.at("to-fix").count(), 0);
    await seat.press("customer-discard");
  });
}

test("single letters are shortcuts outside of boxes only, and never while composing", JOURNEY, async () => {
  await seat.go("orders");
  const hash = () => seat.page.evaluate(() => location.hash);
  const press = (init) => seat.page.evaluate((keys) => document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...keys })), init);
  assert.equal(await press({ key: "n", keyCode: 229, isComposing: true }), true);
  assert.equal(await hash(), "#/orders");
  assert.equal(await press({ key: "n", keyCode: 78 }), false, "N alone is one");
});
