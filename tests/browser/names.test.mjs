// Names nobody expects: very long, with emoji, from right to left, with combining signs, made of markup. All are plain text.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openDesk } from "./harness.mjs";

const JOURNEY = { timeout: 120_000 };
let desk;
let seat;

before(async () => { desk = await openDesk(); });
after(async () => { await desk?.close(); });
beforeEach(async () => { seat = await desk.page(); });
afterEach(async () => { await seat.close(); });

const NAMES = ["长".repeat(200), "🏭设备🧑🏽有限公司".repeat(9), "شركة المعدات الصناعية المحدودة ".repeat(6).trim(), "Z̸̡͓a̵͙͊l̷͖̽g̴̗̈o̵̩͝ ".repeat(8).trim(), '<img src=x onerror="document.title=1"><b>粗</b>&amp;{{7*7}}'];

test("strange names are shown as they are, and nothing leaves the window's width", JOURNEY, async () => {
  const base = { id: null, version: null, code: "", short_name: "", print_name: "", tax_number: "", invoice_title: "", industry: "", province: "", city: "", district: "", address: "", phone: "", bank_name: "", bank_account: "", owner_id: null, note: "", contacts: [] };
  for (const name of NAMES) {
    const { id } = await desk.call("customer_save", { ...base, name });
    for (const [width, height] of [[1280, 800], [1024, 700]]) {
      await seat.page.setViewportSize({ width, height });
      for (const place of [`customers/${id}`, `customers/${id}/edit`, "customers"]) {
        await seat.go(place);
        const wide = await seat.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${place} at ${width} with 「${name.slice(0, 12)}」 is ${wide} too wide`);
      }
    }
    await seat.go(`customers/${id}/edit`);
    assert.equal(await seat.at("name").inputValue(), name);
    assert.equal(await seat.page.locator("main h1").first().textContent(), name);
    assert.equal(await seat.page.locator("main img").count(), 0);
    assert.notEqual(await seat.page.title(), "1");
  }
  assert.deepEqual(seat.complaints, []);
});

test("a name that is too long is refused by the core, at its field", JOURNEY, async () => {
  await seat.go("customers/new");
  await seat.page.evaluate(() => document.querySelector('[data-test="name"]').removeAttribute("maxlength"));
  await seat.at("name").fill("长".repeat(201));
  await seat.press("customer-save");
  assert.match(await seat.page.locator('[data-field="name"] [role="alert"]').textContent(), /200/);
  assert.equal(await seat.at("name").inputValue(), "长".repeat(201), "and what was typed is still there");
  await seat.press("customer-discard");
});
