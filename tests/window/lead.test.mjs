// A lead without the mouse: a text block from a chat becomes a lead, is rated, assigned, called and converted; its clocks
// are met on the way, and nothing that was typed once is typed again.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as desk from "./desk.mjs";
import { emptyHome, openWindow } from "./harness.mjs";
import { keyboard } from "./keys.mjs";

const NO_SERVER = {
  account: () => ({
    provider: "", host: "localhost", port: 465, security: "Tls", user: "desk@lingqiao.example.com",
    from_address: "desk@lingqiao.example.com", from_name: "岭桥智能设备", trusted_pem: "", per_minute: 60,
  }),
};
const BLOCK = "公司：临溪云栖酒店管理有限公司 联系人：祝青 采购经理 手机 138 0000 7788 邮箱 zhu@yunqi.example.com";

let home;
let window;
let hands;
let id;

before(async () => {
  home = emptyHome();
  window = await openWindow(home.folder);
  const people = await desk.furnish(window, NO_SERVER);
  await window.call("person_sign_in", { person_id: people["沈一禾"], password: "" });
  await desk.reload(window, "#/today");
  hands = keyboard(window);
});

after(async () => {
  await window?.close();
  home?.remove();
});

const lead = () => window.call("lead_view", { id });
const act = async (name) => { await hands.push(`[data-test=act-${name}]`); await window.settled(); };
/** The clocks of the lead, by rule. */
const clocks = async () => Object.fromEntries((await lead()).deadlines.map((one) => [one.rule, one.state]));

test("a pasted text becomes a lead", { timeout: 120_000 }, async () => {
  await hands.command("粘贴识别线索");
  await hands.into("[data-test=paste-text]", BLOCK);
  await window.find("[data-test=paste-row]");
  await hands.press("Tab");
  await hands.push("[data-test=paste-use]");
  await window.find("[data-test=lead-form]");
  await window.settled();
  await hands.press("Control+s");
  await window.find("[data-test=lead][data-state=New]");
  id = Number(/#\/leads\/(\d+)/.exec(await window.driver.executeScript("return location.hash"))[1]);
  const { card } = await lead();
  assert.deepEqual([card.customer, card.contact, card.title, card.email], ["临溪云栖酒店管理有限公司", "祝青", "采购经理", "zhu@yunqi.example.com"]);
  assert.equal(card.phone.replaceAll(" ", ""), "13800007788");
  assert.deepEqual(await clocks(), { LeadRating: "Running" });
});

test("the supervisor's rating is recorded on the daily page", { timeout: 120_000 }, async () => {
  await hands.command("每日评级");
  await window.find("[data-test=rating]");
  await window.settled();
  for (const [key, note] of [["1", "酒店，我们常做"], ["2", "120 间客房，有预算"], ["3", "十一月底前要样品"]]) {
    await hands.press(key);
    await hands.typed(note);
    await hands.press("Escape");
  }
  await hands.press("a");
  await hands.into("[data-test=behalf-reason]", "电话里定的");
  await hands.push("[data-test=rate-save]");
  await window.until(async () => (await lead()).rating?.grade === "A", "the rating");
  const { rating } = await lead();
  assert.deepEqual([rating.decider, rating.recorder, rating.grounds.fit.note], ["顾行", "沈一禾", "120 间客房，有预算"]);
  assert.deepEqual(await clocks(), { LeadRating: "Met", LeadAssignment: "Running", LeadIntoStage2: "Running" });
});

test("it is assigned, called and converted", { timeout: 120_000 }, async () => {
  await hands.command("去「线索」");
  await window.find("[data-test=leads-row]");
  await hands.press("j", "Enter");
  await window.find("[data-test=lead][data-state=Rated]");
  await act("Assign");
  await window.find("[data-test=assignees]");
  await hands.into("[data-test=behalf-reason]", "同上");
  await hands.push("[data-test=assign-save]");
  await window.find("[data-test=lead][data-state=Assigned]");
  await act("FollowUp");
  await hands.into("[data-field=said] textarea", "打通了，约下周看样");
  await hands.push("[data-test=follow-save]");
  await window.until(async () => (await lead()).follow_ups.length === 1, "the follow-up");
  assert.equal((await clocks()).LeadFirstContact, "Met");
  await window.photograph("lead");
  await act("Convert");
  await hands.push("[data-test=convert-save]");
  await window.until(async () => (await lead()).state === "Converted", "the customer");
  const { customer } = await lead();
  const card = await window.call("customer_view", { id: customer.id });
  assert.equal(card.name, "临溪云栖酒店管理有限公司");
  assert.deepEqual(card.contacts.map((one) => [one.name, one.title, one.email]), [["祝青", "采购经理", "zhu@yunqi.example.com"]]);
  assert.ok(Object.values(await clocks()).every((state) => state !== "Running"), "every clock has ended");
  assert.deepEqual((await window.call("book_verify")).problems, []);
  assert.deepEqual(await window.refused(), []);
});
