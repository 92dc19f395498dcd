// The settings in a browser: found by search, unsaved changes asked about, numbers shown before they are saved, somebody
// leaves, backups, what was changed, who may change what, the card of keys, and nothing cut off at the largest size.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openDesk } from "./harness.mjs";

let desk;
let seat;

before(async () => {
  desk = await openDesk();
  seat = await desk.page();
});
after(async () => {
  await seat?.close();
  await desk?.close();
});

const address = () => seat.page.evaluate(() => location.hash);

test("a setting is found by what it is called and shown in its place", async () => {
  await seat.go("settings/company");
  await seat.at("settings-find").fill("红涨");
  await seat.page.keyboard.press("Enter");
  await seat.page.waitForURL(/settings\/approval\/red_is_up$/);
  await seat.page.locator('[data-field="red_is_up"].lookedfor').waitFor();
  assert.ok(await seat.at("red_is_up").isVisible());
  await seat.at("settings-find").fill("没有这样的设置");
  await seat.page.getByText("没有叫「没有这样的设置」的设置").waitFor();
  await seat.at("settings-find").fill("");
});

test("unsaved changes are asked about: stay, drop, save", async () => {
  await seat.go("settings/company");
  const phone = seat.at("phone");
  const former = await phone.inputValue();
  await phone.fill("0500-00001111");
  await seat.press("room-orders");
  await seat.at("leaving").waitFor();
  assert.match(await address(), /settings\/company$/, "nothing was left before the answer");
  await seat.press("leaving-stay");
  assert.equal(await phone.inputValue(), "0500-00001111");

  await seat.press("settings-people");
  await seat.press("leaving-drop");
  await seat.page.waitForURL(/settings\/people$/);
  await seat.press("settings-company");
  assert.equal(await phone.inputValue(), former);

  await phone.fill("0500-00002222");
  await seat.press("settings-look");
  await seat.press("leaving-save");
  await seat.page.waitForURL(/settings\/look$/);
  assert.equal((await desk.call("setting_view")).company.phone, "0500-00002222");

  await seat.press("settings-company");
  await phone.fill("123");
  await seat.press("settings-look");
  await seat.press("leaving-save");
  await seat.page.waitForTimeout(600);
  assert.match(await address(), /settings\/company$/, "what cannot be saved is not left");
  await seat.press("settings-discard");
});

test("the standard account is changed with one click", async () => {
  await seat.go("settings/company");
  await seat.at("account-standard").nth(1).click();
  await seat.press("settings-save");
  const { company } = await desk.call("setting_view");
  assert.deepEqual([company.bank_label, company.other_accounts[0].label], ["一般户", "基本户"]);
  await seat.press("account-add");
  await seat.press("settings-save");
  await seat.page.locator(".accounterror").waitFor();
  await seat.press("settings-discard");
});

test("numbers are shown as they would be, and bad ones say why", async () => {
  await seat.go("settings/numbers");
  const shown = seat.at("number-shown");
  assert.equal(await shown.textContent(), "DD202610-004");
  await seat.at("number_prefix").fill("XS");
  await seat.page.getByText("XS202610-001", { exact: true }).waitFor();
  await seat.at("number-next").fill("88");
  await seat.page.getByText("XS202610-088", { exact: true }).waitFor();
  await seat.at("number_prefix").fill("X1");
  await seat.page.getByText("单号前缀只用字母").waitFor();
  await seat.at("number_prefix").fill("XS");
  await seat.press("settings-save");
  const { series } = await desk.call("setting_view");
  assert.equal(series.prefix, "XS");
  await seat.page.getByText("以前的已经发出").waitFor({ state: "detached" });
  await seat.at("number-next").fill("3");
  await seat.page.getByText("以前的已经发出").waitFor();
  await seat.press("settings-discard");
});

test("somebody leaves: what they look after is counted, and an heir takes it", async () => {
  await seat.go("settings/people");
  const row = seat.page.locator('[data-test=person-row][data-name="林知远"]');
  await row.locator("[data-test=person-edit]").click();
  await seat.press("person-leave");
  const owns = await seat.at("leave-owns").textContent();
  assert.match(owns, /客户 \d+ 个/);
  await seat.at("leave-heir").click();
  await seat.page.locator(".ant-select-item-option", { hasText: "何叶" }).first().click();
  await seat.press("leave-now");
  await seat.at("leave").waitFor({ state: "detached" });
  const people = await desk.call("person_list");
  const gone = people.find((one) => one.name === "林知远");
  assert.equal(gone.active, false);
  assert.equal((await desk.call("person_owns", { id: gone.id })).customers, 0);

  const finance = (await desk.call("person_list")).find((one) => one.active && one.roles.includes("Finance"));
  await seat.page.locator(`[data-test=person-row][data-name="${finance.name}"] [data-test=person-edit]`).click();
  await seat.press("person-leave");
  await seat.at("leave-stopped").waitFor();
  assert.ok(await seat.at("leave-now").isDisabled());
  await seat.page.keyboard.press("Escape");
});

test("backups: made, verified, their place and number changed", async () => {
  const place = mkdtempSync(join(tmpdir(), "chengdan-backups-"));
  await seat.go("settings/backup");
  await seat.press("book-backup");
  await seat.at("backup-made").waitFor();
  await seat.press("backup-verify");
  await seat.at("backup-good").waitFor();
  desk.prepare(place);
  await seat.press("backup-choose");
  await seat.page.waitForFunction((folder) => document.querySelector("[data-test=backup-path]")?.textContent?.startsWith(folder), place);
  await seat.at("backup-keep").fill("7");
  await seat.page.keyboard.press("Enter");
  await seat.settled();
  assert.equal((await desk.call("backup_view")).rule.keep, 7);
  await seat.press("book-backup");
  assert.equal((await desk.call("backup_view")).count, 1);
  rmSync(place, { recursive: true });
  await seat.page.reload();
  await seat.at("backup-unreachable").waitFor();
  await seat.press("backup-in-book");
  await seat.at("backup-unreachable").waitFor({ state: "detached" });
});

test("what was changed can be read, field by field, in words", async () => {
  await seat.go("settings/past");
  await seat.page.getByText("编号 · 前缀").first().waitFor();
  await seat.press("past-People");
  await seat.page.getByText("离职移交").first().waitFor();
});

test("about tells the program, the book and the licences", async () => {
  await seat.go("settings/about");
  assert.match(await seat.at("about-version").textContent(), /成单 \d+\.\d+\.\d+/);
  assert.match(await seat.at("about-counts").textContent(), /张订单/);
  await seat.press("licences-show");
  await seat.at("licences-find").fill("OFL");
  await seat.page.getByText("Noto Sans CJK SC (subset)").waitFor();
  await seat.press("log-show");
  await seat.at("folder-missed").waitFor();
});

test("whoever may not change a setting reads it, grey, with the name of who may", async () => {
  const rep = (await desk.call("person_list")).find((one) => one.active && !one.roles.includes("Admin"));
  await desk.call("person_sign_in", { person_id: rep.id, password: "" });
  await seat.page.reload();
  await seat.go("settings/numbers");
  await seat.at("only-admin").waitFor();
  assert.match(await seat.at("only-admin").textContent(), /沈一禾/);
  assert.ok(await seat.at("number_prefix").isDisabled());
  await seat.go("settings/notices");
  assert.ok(await seat.at("notices-leave").isEnabled(), "what is one's own stays open");
  const admin = (await desk.call("person_list")).find((one) => one.roles.includes("Admin"));
  await desk.call("person_sign_in", { person_id: admin.id, password: "" });
  await seat.page.reload();
});

test("the question mark opens the card of keys, in the language that is on", async () => {
  await seat.go("settings/about");
  await seat.page.keyboard.press("?");
  await seat.at("keys-help").waitFor();
  assert.ok((await seat.at("key-row").count()) > 20);
  await seat.page.keyboard.press("Escape");
});

test("at 150 % of 1280 × 800 no page of the settings is wider than the window", async () => {
  await seat.page.setViewportSize({ width: 853, height: 533 });
  for (const section of ["company", "people", "approval", "numbers", "letter", "mail", "book", "backup", "bin", "past", "look", "notices", "about"]) {
    await seat.go(`settings/${section}`);
    const wide = await seat.page.evaluate(() => {
      const scrolls = [document.documentElement, ...document.querySelectorAll(".formscroll, .settingsnav, .doctor")];
      return scrolls.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className || "page");
    });
    assert.deepEqual(wide, [], section);
  }
  // A refusal is an answer of the core; Chromium calls it a failed resource.
  assert.deepEqual(seat.complaints.filter((one) => !one.includes("status of 422")), []);
});
