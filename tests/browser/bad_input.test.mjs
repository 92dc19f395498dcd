// What people really type and paste: emoji, right to left, combining marks, 200 characters, markup, ragged blocks. In each
// room's forms and lists, in both languages, at 1024: nothing is lost, cut without a word, run as code, or out of its place.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openDesk } from "./harness.mjs";

const JOURNEY = { timeout: 180_000 };
const NAMES = {
  emoji: "😀🇨🇳 湖畔民宿",
  rtl: "שלום עולם مرحبا 酒店",
  combining: "Z̷̢̛̤̈́a̸l̵g̶o̴ é̀́̂̃ กำลัง",
  long: "很长的名称".repeat(40),
  word: "W".repeat(200),
  markup: "<img src=x onerror=\"window.__ran=1\"><script>window.__ran=2</script>",
};
const NO_SERVER_COMPLAINT = /^Failed to load resource.*422/;
let desk;
let seat;

before(async () => { desk = await openDesk(); });
after(async () => { await desk?.close(); });
beforeEach(async () => {
  seat = await desk.page();
  await seat.page.setViewportSize({ width: 1024, height: 700 });
});
afterEach(async () => {
  for (const said of seat.complaints) assert.match(said, NO_SERVER_COMPLAINT);
  await desk.call("language_set", { language: "Zh" });
  await seat.close();
});

/** The page speaks another language: it hears of it when it is loaded anew. */
async function speak(language) {
  await desk.call("language_set", { language });
  await seat.page.reload();
  await seat.page.waitForFunction((lang) => document.documentElement.lang.startsWith(lang), language.toLowerCase());
  await seat.settled();
}

/** Nothing ran, nothing stands beside the page, and no row or line lies over another. */
async function whole(place) {
  const found = await seat.page.evaluate(() => {
    const box = (one) => one.getBoundingClientRect();
    const rows = [...document.querySelectorAll(".hit, .dtab, .entry, .letterline, .approval, .unfinishedone")].filter((one) => box(one).height > 0);
    const spills = rows.filter((row) => row.scrollHeight > row.clientHeight + 4).map((row) => row.className + ": " + row.textContent.slice(0, 20));
    const acts = [...document.querySelectorAll("main button, .top button")].filter((one) => box(one).width > 0 && box(one).right > innerWidth + 1 && !one.closest("[role=row],[role=grid]"));
    return { ran: window.__ran, sideways: document.documentElement.scrollWidth - innerWidth, foreign: document.querySelectorAll("main img[src=x], dialog img[src=x], main script").length, spills, acts: acts.map((one) => one.textContent.slice(0, 20)) };
  });
  assert.deepEqual(found, { ran: undefined, sideways: 0, foreign: 0, spills: [], acts: [] }, place);
}

for (const [kind, name] of Object.entries(NAMES)) {
  test(`a customer, a product and an order called by ${kind} are typed, found and read`, JOURNEY, async () => {
    await seat.go("customers/new");
    await seat.at("name").fill(name);
    await seat.at("note").fill(name);
    await seat.at("contact-add").click();
    await seat.at("contact-name").fill([...name].slice(0, 60).join(""));
    await seat.press("customer-save");
    await seat.at("customer").waitFor();
    const [{ id }] = await desk.call("customer_find", { text: [...name].slice(0, 12).join(""), limit: 1 });
    const card = await desk.call("customer_view", { id });
    assert.deepEqual([card.name, card.note], [name, name], "to the letter");
    await seat.go("products/new");
    await seat.at("name").fill(name);
    await seat.at("spec").fill(name);
    await seat.page.locator('[data-field="unit"] input').fill("个");
    await seat.press("product-save");
    await seat.page.waitForURL(/#\/products\/\d+$/);
    await seat.go("orders/new");
    await seat.at("customer").click();
    await seat.page.keyboard.insertText([...name].slice(0, 12).join(""));
    await seat.page.locator(".ant-select-item-option", { hasText: [...name].slice(0, 12).join("") }).first().click();
    await seat.page.locator('[data-cell="0:name"]').click();
    await seat.page.keyboard.insertText(name);
    await seat.page.keyboard.press("Enter");
    await seat.press("save-draft");
    await seat.at("order").waitFor();
    const order = Number(/\d+$/.exec(seat.page.url())[0]);
    const view = await desk.call("order_view", { id: order });
    assert.deepEqual([view.customer_name, view.lines[0].name], [name, name]);
    for (const language of ["Zh", "En"]) {
      await speak(language);
      for (const place of [`customers/${id}`, `customers/${id}/edit`, "customers", "products", `orders/${order}`, `orders/${order}/edit`, "orders"]) {
        await seat.go(place);
        await whole(`${language} ${place}`);
      }
      await seat.page.keyboard.press("Control+k");
      await seat.at("hit").first().waitFor();
      await whole(`${language} search`);
      await seat.page.keyboard.press("Escape");
    }
  });
}

test("a text that is too long is told with its length, never cut", JOURNEY, async () => {
  await seat.go("customers");
  for (const [language, says] of [["Zh", /名称最多 200 个字，现在 230 个/], ["En", /may have 200 characters, now 230/]]) {
    await speak(language);
    await seat.go("customers/new");
    await seat.at("name").fill("长".repeat(230));
    assert.match(await seat.page.locator('[data-field="name"]').first().textContent(), says);
    await seat.press("customer-save");
    assert.equal((await seat.at("name").inputValue()).length, 230);
    await seat.press("customer-discard");
  }
  await seat.go("products/new");
  await seat.at("spec").fill("😀".repeat(201));
  assert.match(await seat.page.locator('[data-field="spec"]').textContent(), /may have 200 characters, now 201/);
  await seat.press("product-discard");
});

test("a block with the wrong number of columns says what did not fit, and bad cells keep what was pasted", JOURNEY, async () => {
  const paste = (text) => seat.page.evaluate((plain) => {
    const data = new DataTransfer();
    data.setData("text/plain", plain);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  for (const [language, says] of [["Zh", /贴入 3 行 × 9 列，1 格待改，右边多出的 2 列放不下/], ["En", /Pasted 3 rows × 9 columns, 1 cell to fix, 2 more columns did not fit/]]) {
    await seat.go("orders");
    await speak(language);
    await seat.go("orders/new");
    await seat.page.locator('[data-cell="0:name"]').click();
    await paste("照明面板\t三键\t120\t个\t86\t\t13%\t10-30\t是\t多\t余\n紧急呼叫器\t壁装\t6O\n<b>甲</b>");
    await seat.page.getByText(says).waitFor();
    assert.equal(await seat.page.locator('[data-cell="1:quantity"]').evaluate((cell) => cell.value ?? cell.textContent), "6O");
    assert.equal(await seat.page.locator('[data-cell="2:name"]').evaluate((cell) => cell.value ?? cell.textContent), "<b>甲</b>");
    await whole(`${language} sheet`);
  }
});
