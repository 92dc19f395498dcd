// Customers, products, reports, outbox, import and settings, each through the page against the real core.

import assert from "node:assert/strict";
import { writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openDesk } from "./harness.mjs";

const JOURNEY = { timeout: 120_000 };
let desk;
let seat;
let folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "chengdan-files-"));
  desk = await openDesk();
});
after(async () => {
  await desk?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => { seat = await desk.page(); });
afterEach(async () => {
  assert.deepEqual(seat.complaints, []);
  await seat.close();
});

test("a look-alike is named while a customer is typed, and what is typed survives a reload", JOURNEY, async () => {
  const { rows } = await desk.call("customer_list", { text: "", sort: "name", descending: false, after: null, limit: 1 });
  await seat.go("customers/new");
  await seat.at("name").fill(rows[0].name);
  await seat.at("similar").waitFor();
  assert.match(await seat.at("similar").textContent(), new RegExp(rows[0].name));
  await seat.at("name").fill("湖畔测试设备有限公司");
  await seat.press("contact-add");
  await seat.at("contact-name").fill("祝女士");
  await seat.at("kept").waitFor();
  await seat.page.reload();
  await seat.settled();
  assert.equal(await seat.at("name").inputValue(), "湖畔测试设备有限公司");
  assert.equal(await seat.at("contact-name").inputValue(), "祝女士");
  await seat.press("customer-save");
  await seat.page.waitForURL(/#\/customers\/\d+$/);
  const found = await desk.call("customer_find", { text: "湖畔测试", limit: 5 });
  assert.deepEqual(found.map((one) => [one.name, one.contacts[0].name, one.contacts[0].main]), [["湖畔测试设备有限公司", "祝女士", true]]);
});

test("a customer without a name or with a wrong tax number is not sent", JOURNEY, async () => {
  await seat.go("customers/new/x");
  await seat.at("name").fill("");
  await seat.at("tax_number").fill("914403001922038210");
  await seat.press("customer-save");
  assert.equal(await seat.at("to-fix").count(), 2);
  assert.match(await seat.page.locator('[data-field="tax_number"]').textContent(), /末位应为 6/);
  await seat.press("customer-discard");
});

test("a product keeps six decimals of its price", JOURNEY, async () => {
  await seat.go("products/new");
  await seat.at("name").fill("浏览器测试产品");
  await seat.page.locator('[data-field="unit"] input').fill("台");
  await seat.at("price_micro").fill("12.345678");
  await seat.press("product-save");
  await seat.page.waitForURL(/#\/products\/\d+$/);
  const found = await desk.call("product_find", { text: "浏览器测试产品", limit: 2 });
  assert.deepEqual(found.map((one) => [one.price_micro, one.tax_rate, one.unit]), [[12_345_678, 1300, "台"]]);
});

test("a contact and a product are created from within the order form, and are chosen and filled in", JOURNEY, async () => {
  const { page, at, press, settled } = seat;
  const { rows: [customer] } = await desk.call("customer_list", { text: "", sort: "name", descending: false, after: null, limit: 1 });
  await seat.go("orders/new");
  await at("customer").click();
  await page.keyboard.type(customer.name);
  await page.locator(".ant-select-item-option", { hasText: customer.name }).first().click();
  await settled();
  await at("contact").click();
  await page.keyboard.type("钱小芳");
  await press("new-contact-here");
  await at("new-contact-email").fill("qian@");
  await press("new-contact-save");
  assert.match(await page.locator('[data-field="new_contact_email"]').textContent(), /不是邮箱地址/);
  seat.complaints.length = 0;
  await at("new-contact-email").fill("qian@customer.example.com");
  await press("new-contact-save");
  await at("new-contact-dialog").waitFor({ state: "detached" });
  assert.match(await page.locator('[data-field="contact_id"]').textContent(), /qian@customer/);
  const { contacts } = await desk.call("customer_view", { id: customer.id });
  assert.deepEqual(contacts.filter((one) => one.name === "钱小芳").map((one) => [one.email, one.main]), [["qian@customer.example.com", false]]);

  const cell = (column) => page.locator(`[data-cell="0:${column}"]`);
  await cell("price").fill("1280.5");
  await cell("name").fill("浏览器现建产品");
  await press("new-product-here");
  assert.equal(await at("new-product-name").inputValue(), "浏览器现建产品");
  assert.equal(await at("new-product-price").inputValue(), "1280.5");
  await press("new-product-save");
  assert.match(await page.locator('[data-field="new_product_unit"]').textContent(), /请填写/);
  seat.complaints.length = 0;
  await page.locator('[data-test="new-product-unit"] input').fill("台");
  await page.keyboard.press("Escape");
  assert.equal(await at("new-product-dialog").count(), 1, "Esc closes the open list, not the question");
  await press("new-product-save");
  await at("new-product-dialog").waitFor({ state: "detached" });
  assert.equal(await cell("unit").inputValue(), "台");
  assert.match(await cell("rate").inputValue(), /^13/);
  const made = await desk.call("product_find", { text: "浏览器现建产品", limit: 2 });
  assert.deepEqual(made.map((one) => [one.price_micro, one.unit, one.tax_rate]), [[1_280_500_000, "台", 1300]]);
});

test("every figure of the month opens rows that add up to it, and a target is kept", JOURNEY, async () => {
  const month = await desk.call("month_view", { ym: 202608 });
  await seat.go("reports/202608");
  await seat.press("kpi-amount");
  const rows = await desk.call("month_rows", { ym: 202608, figure: "amount" });
  assert.equal(rows.amount_fen, month.amount.amount_fen);
  await seat.at("month-row").first().waitFor();
  assert.equal(await seat.at("month-row").count(), rows.rows.length);
  await seat.press("kpi-punctual");
  assert.equal(await seat.at("month-rows").getAttribute("data-figure"), "late");
  await seat.press("target");
  await seat.at("target-amount").fill("60");
  await seat.press("target-save");
  const after = await desk.call("month_view", { ym: 202608 });
  assert.equal(after.people[0].target_fen, 60_000_000);
});

test("a letter without an address gets one, another is recorded as given by hand", JOURNEY, async () => {
  const { rows } = await desk.call("outbox_list", { filter: { view: "todo" }, after: null, limit: 10 });
  assert.ok(rows.length >= 2 && rows.every((row) => row.state === "MissingAddress"));
  await seat.go(`outbox/${rows[0].id}`);
  await seat.press("letter-resend");
  await seat.at("resend-to").fill("ruan@customer.example.com");
  await seat.press("resend-confirm");
  await seat.page.locator('[data-test="resend"]').waitFor({ state: "detached" });
  assert.equal((await desk.call("outbox_view", { id: rows[0].id })).row.to, "ruan@customer.example.com");
  await seat.go(`outbox/${rows[1].id}`);
  await seat.press("letter-delivered");
  await seat.at("delivered-by").fill("祝女士");
  await seat.press("delivered-confirm");
  await seat.page.locator('[data-test="letter-view"][data-state="DeliveredOtherwise"]').waitFor();
});

test("a file is matched, tried, taken in and taken back; a bad cell stops it by name", JOURNEY, async () => {
  const bad = join(folder, "bad.csv");
  writeFileSync(bad, "产品编码,产品名称,单位,含税单价,税率\nZ1,测试甲,台,12.5,13%\nZ2,测试乙,台,6O,13%\n");
  desk.prepare(bad);
  await seat.go("import");
  await seat.press("import-pick");
  await seat.press("import-check");
  await seat.at("import-bad").waitFor();
  assert.match(await seat.at("bad-cell").first().textContent(), /第 3 行.*6O.*不是数字/);
  assert.ok(await seat.at("import-run").isDisabled());
  const good = join(folder, "good.csv");
  writeFileSync(good, "产品编码,产品名称,单位,含税单价,税率\nZ1,测试甲,台,12.5,13%\nZ2,测试乙,台,60,13%\n");
  desk.prepare(good);
  await seat.press("import-other");
  await seat.press("import-check");
  await seat.at("import-good").waitFor();
  await seat.press("import-run");
  await seat.at("import-done").waitFor();
  assert.equal((await desk.call("product_find", { text: "测试乙", limit: 2 })).length, 1);
  await seat.press("import-again");
  await seat.press("import-undo");
  await seat.press("confirm-yes");
  await seat.page.locator('[data-test="import-line"].out').waitFor();
  assert.equal((await desk.call("product_find", { text: "测试乙", limit: 2 })).length, 0);
});

test("the header row is corrected by its number or by pressing the row, and a wrong one is refused", JOURNEY, async () => {
  const file = join(folder, "名单.csv");
  writeFileSync(file, "九月名单\n客户名称,联系人,电话,备注\n\n全称,电话,找谁,地址\n试甲公司,0571-88887777,朱女士,桥东路 66 号\n");
  desk.prepare(file);
  await seat.go("import");
  await seat.press("import-pick");
  assert.equal(await seat.at("header-row").inputValue(), "2");
  await seat.at("header-row").fill("9");
  await seat.at("header-row").press("Enter");
  await seat.page.getByText("没有第 9 行：表头应在第 1 行到第 5 行之间").waitFor();
  // The browser notes the refusal's status, and nothing else.
  assert.match(seat.complaints.splice(0).join(), /^Failed to load resource[^,]*422[^,]*$/);
  await seat.page.locator('[data-test="row-record"]', { hasText: "全称" }).locator('[data-test="take-header"]').click();
  await seat.page.locator('[data-test="row-head"]', { hasText: "全称" }).waitFor();
  assert.equal(await seat.at("header-row").inputValue(), "4");
  assert.match(await seat.page.locator('[data-field="address"]').textContent(), /地址.*桥东路 66 号/);
  assert.equal(await seat.page.getByText("没有第 9 行").count(), 0, "the refusal is gone");
  await seat.at("header-row").fill("2");
  await seat.at("header-row").press("Enter");
  await seat.page.locator('[data-test="row-head"]', { hasText: "联系人" }).waitFor();
});

test("rules are kept, and only an administrator may change them", JOURNEY, async () => {
  await seat.go("settings/approval");
  await seat.at("evidence_from_fen").fill("1234.56");
  await seat.press("red_is_up");
  await seat.press("settings-save");
  const { policy } = await desk.call("setting_view");
  assert.deepEqual([policy.evidence_from_fen, policy.red_is_up], [123_456, true]);
  const people = await desk.call("person_list");
  const rep = people.find((person) => person.roles.join() === "SalesRep");
  await desk.call("person_sign_in", { person_id: rep.id, password: "" });
  await seat.page.reload();
  await seat.settled();
  assert.ok(await seat.at("evidence_from_fen").isDisabled());
  const me = people.find((person) => person.roles.includes("Admin"));
  await desk.call("person_sign_in", { person_id: me.id, password: "" });
});

test("every room speaks English when asked", JOURNEY, async () => {
  await desk.call("language_set", { language: "En" });
  for (const place of ["customers", "customers/1", "products", "products/1", "outbox", "outbox/inbox", "import", "reports/202608/due", "settings/mail", "settings/people", "settings/approval", "settings/letter", "settings/book"]) {
    await seat.go(place);
    const words = await seat.page.evaluate(() => [...document.querySelectorAll("main h1, main h2, main .l > span:first-child, main button, main [role=columnheader]")].map((one) => one.textContent ?? "").join(" "));
    assert.ok(words.length > 0, place);
    const own = ["客户", "产品", "审批", "保存", "设置", "报表", "导入", "邮箱", "人员", "口径"].filter((word) => words.includes(word) && !/有限公司/.test(word));
    assert.deepEqual(own, [], place);
  }
  await desk.call("language_set", { language: "Zh" });
});
