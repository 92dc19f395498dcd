// The wording of papers in the page against the real core: four of them, chips, live preview by the real press, errors at their sentence, back to the standard, who changed what.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openDesk } from "./harness.mjs";

const JOURNEY = { timeout: 120_000 };
let desk;
let seat;

before(async () => {
  desk = await openDesk();
});
after(async () => desk?.close());
beforeEach(async () => {
  seat = await desk.page();
  await seat.go("settings/letter");
  await seat.at("greeting").waitFor();
});
afterEach(async () => {
  assert.deepEqual(seat.complaints, []);
  await seat.close();
});

const drawn = () => seat.page.locator("[data-test=pdf-page-1][data-drawn='1']").waitFor();
const errorAt = (sentence) => seat.page.locator(`[data-field="wording.zh.${sentence}"] .error`);
const saved = async () => (await desk.call("wording_view")).wording;

test("a sentence is worded with chips, seen at once in letter and mail, saved, and told", JOURNEY, async () => {
  await drawn();
  assert.match(await seat.at("preview-note").textContent(), /以订单确认函 DD\d+-\d+ 为例/);
  assert.equal(await seat.at("greeting").inputValue(), "{联系人称呼}，您好：");
  await seat.at("mail_subject").focus();
  await seat.at("mail-paper").waitFor();
  await seat.at("mail_subject").fill("请确认 ");
  await errorAt("mail_subject").waitFor();
  assert.match(await errorAt("mail_subject").textContent(), /一定要写明「订单编号」/);
  await seat.page.locator('[data-field="wording.zh.mail_subject"] [data-test=put-order]').click();
  await errorAt("mail_subject").waitFor({ state: "detached" });
  await seat.page.waitForFunction(() => /^请确认 DD\d/.test(document.querySelector("[data-test=mail-subject]")?.textContent ?? ""));
  // A chip goes as a whole, and comes back as a whole.
  await seat.at("mail_subject").press("Backspace");
  assert.equal(await seat.at("mail_subject").inputValue(), "请确认 ");
  await seat.at("mail_subject").press("Control+z");
  assert.equal(await seat.at("mail_subject").inputValue(), "请确认 {订单编号}");
  await seat.at("mail_signature").fill("{客户经理}\n<b>订单部</b>");
  await seat.page.waitForFunction(() => document.querySelector("[data-test=mail-signature]")?.textContent?.endsWith("\n<b>订单部</b>"));
  await seat.press("settings-save");
  await seat.page.waitForFunction(() => /改文书用语/.test(document.querySelector("[data-test=wording-history]")?.textContent ?? ""));
  assert.deepEqual((await saved()).zh, { mail_subject: "请确认 {order}", mail_signature: "{manager}\n<b>订单部</b>" });
  const told = await seat.at("wording-history").textContent();
  assert.match(told, /沈一禾.*邮件 中文「主题」.*标准.*「请确认 ‹订单编号›」/s);
  // One sentence, then all of them, go back to the standard.
  await seat.press("back-mail_subject");
  assert.equal(await seat.at("mail_subject").inputValue(), "【订单确认】{订单编号} {客户简称} {总额}");
  await seat.press("back-all");
  await seat.press("confirm-yes");
  await seat.press("settings-save");
  await seat.page.waitForFunction(() => document.querySelectorAll("[data-test=wording-history] .historyrow").length === 2);
  assert.deepEqual((await saved()).zh, {});
});

test("what is wrong stands at its sentence, the last good preview stays, and nothing is saved", JOURNEY, async () => {
  await drawn();
  await seat.at("opening").fill("谢谢😀");
  await seat.at("confirm").fill("请在 {很快} 确认");
  await errorAt("opening").waitFor();
  assert.match(await errorAt("opening").textContent(), /字体里没有「😀」/);
  assert.match(await errorAt("confirm").textContent(), /这里没有「很快」可以放/);
  assert.match(await seat.at("preview-note").textContent(), /改好标红的话/);
  assert.match(await seat.at("wording-Zh").textContent(), /2 处要改/);
  await drawn();
  await seat.press("settings-save");
  assert.match(await errorAt("opening").textContent(), /😀/);
  assert.equal(seat.complaints.splice(0).length, 1, "the browser notes the refusal's status");
  assert.deepEqual((await saved()).zh, {});
  // Leaving the page asks first, and staying loses nothing.
  await seat.page.evaluate(() => { location.hash = "#/outbox"; });
  await seat.at("leaving").waitFor();
  await seat.press("leaving-stay");
  assert.equal(await seat.at("opening").inputValue(), "谢谢😀");
  await seat.press("settings-discard");
  assert.match(await seat.at("opening").inputValue(), /^感谢贵公司的订购/);
});

test("English words are worded in a Chinese window, and the other way round", JOURNEY, async () => {
  await seat.page.locator('[data-test=wording-En]').click();
  await seat.page.waitForFunction(() => document.querySelector("[data-test=greeting]")?.value === "Dear {联系人称呼},");
  await seat.at("mail_closing").fill("Yours,");
  await seat.page.waitForFunction(() => document.querySelector("[data-test=mail-closing]")?.textContent === "Yours,");
  assert.match(await seat.at("mail-paper").textContent(), /Total incl\. tax/);
  await seat.press("settings-discard");
});

test("an input method's letters reach the sentence as they are composed", JOURNEY, async () => {
  await seat.at("closing").fill("");
  await seat.at("closing").focus();
  const client = await seat.page.context().newCDPSession(seat.page);
  await client.send("Input.imeSetComposition", { text: "zhu", selectionStart: 3, selectionEnd: 3 });
  assert.equal(await seat.at("closing").inputValue(), "zhu");
  await client.send("Input.insertText", { text: "祝好" });
  assert.equal(await seat.at("closing").inputValue(), "祝好");
  assert.equal(await seat.page.locator('[data-field="wording.zh.closing"] .mirror').textContent(), "祝好\u200b");
  await seat.press("settings-discard");
});

test("each paper is worded for itself, greeting and signature for all, and what only some documents say is seen", JOURNEY, async () => {
  const subject = seat.page.locator("[data-test=mail-subject]");
  const pageText = () => seat.page.locator("[data-test=pdf-page-1]");
  await seat.at("paper-quotation").click();
  await seat.at("quotation_terms").waitFor();
  assert.equal(await seat.at("confirm_days").count(), 0, "only the letter gives days");
  await seat.at("quotation_terms").fill("价格含税。");
  await seat.page.locator('[data-field="wording.zh.quotation_terms"] .error').waitFor();
  assert.match(await errorAt("quotation_terms").textContent(), /一定要写明「有效期」/);
  assert.equal(await seat.at("paper-quotation").textContent(), "报价单 1");
  // It is said from another paper too, and keeps all of them from being saved.
  await seat.at("paper-needs").click();
  assert.equal(await seat.at("paper-quotation").textContent(), "报价单 1");
  await seat.at("paper-quotation").click();
  await seat.page.locator('[data-field="wording.zh.quotation_terms"] [data-test=put-valid_until]').click();
  await errorAt("quotation_terms").waitFor({ state: "detached" });
  await seat.at("quotation_mail_subject").fill("报价 {编号}");
  await seat.page.waitForFunction(() => /^报价 BJ\d/.test(document.querySelector("[data-test=mail-subject]")?.textContent ?? ""));
  await seat.at("mail_signature").fill("{客户经理}");
  // The same signature stands under every mail.
  await seat.at("paper-needs").click();
  assert.equal(await seat.at("mail_signature").inputValue(), "{客户经理}");
  await seat.at("needs_mail_kept").focus();
  await subject.waitFor();
  await seat.page.waitForFunction(() => /请留存/.test(document.querySelector("[data-test=mail-request]")?.textContent ?? ""));
  await seat.at("paper-contract").click();
  await seat.at("contract_closing").fill("共勉 {编号}");
  assert.equal(await seat.at("preview-shown").count(), 0, "a contract has no mail");
  await drawn();
  await seat.at("contract_limit").focus();
  await pageText().waitFor();
  await seat.press("settings-save");
  await seat.page.waitForFunction(() => /改文书用语/.test(document.querySelector("[data-test=wording-history]")?.textContent ?? ""));
  assert.deepEqual((await saved()).zh, { contract_closing: "共勉 {number}", mail_signature: "{manager}", quotation_mail_subject: "报价 {number}", quotation_terms: "价格含税。{valid_until}" });
  const told = await seat.at("wording-history").textContent();
  assert.match(told, /报价单 中文「有效期与约束力」/);
  assert.match(told, /报价邮件 中文「主题」/);
  assert.match(told, /各邮件 中文「落款」/);
  // All of one paper go back, with what it shares; the others keep theirs.
  await seat.at("paper-quotation").click();
  await seat.press("back-all");
  await seat.press("confirm-yes");
  await seat.press("settings-save");
  await seat.page.waitForFunction(() => document.querySelector("[data-test=settings-save]")?.disabled ?? true);
  assert.deepEqual((await saved()).zh, { contract_closing: "共勉 {number}" });
});

test("a sentence that is looked for is shown on its paper", JOURNEY, async () => {
  await seat.at("settings-find").fill("框架合同的付款");
  await seat.at("settings-found").first().click();
  await seat.at("contract_each").waitFor();
  await seat.page.waitForFunction(() => document.activeElement?.getAttribute("data-test") === "contract_each");
});
