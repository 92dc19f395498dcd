// Deadlines in a browser: how long each rule gives, the year that is brought in and the notice that contradicts itself, the
// day with its refused acts, and the record whose figures open just their deadlines.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { NOTICE, WRONG_NOTICE } from "../places.mjs";
import { openDesk } from "./harness.mjs";

const JOURNEY = { timeout: 180_000 };
let desk;
let seat;

before(async () => { desk = await openDesk(); });
after(() => desk?.close());
beforeEach(async () => { seat = await desk.page(); });
afterEach(async () => {
  assert.deepEqual(seat.complaints, []);
  await seat.close();
});

const rules = async () => Object.fromEntries((await desk.call("clock_rules")).map((one) => [one.rule, one]));
/** The browser notes a refusal's status, and nothing else. */
const refused = () => assert.match(seat.complaints.splice(0).join(), /^(Failed to load resource[^,]*422[^,]*,?)+$/);

test("a rule is read in words, changed, and remembers what it was", JOURNEY, async () => {
  await seat.go("settings/clocks");
  const row = seat.page.locator('[data-field="clock-LeadFirstContact"]');
  assert.match(await row.textContent(), /分配后 48 小时内首次联系上/);
  await seat.at("clock-LeadFirstContact").fill("36");
  assert.match(await row.textContent(), /分配后 36 小时内首次联系上/, "the sentence follows what is typed");
  await seat.press("settings-save");
  await row.locator('[data-test="clock-past"]').waitFor();
  const { LeadFirstContact: now } = await rules();
  assert.deepEqual([now.length, now.standard, now.past.length], [{ kind: "ClockHours", hours: 36 }, { kind: "ClockHours", hours: 48 }, 1]);
  await seat.press("clock-back-LeadFirstContact");
  assert.equal(await seat.at("clock-LeadFirstContact").inputValue(), "48");
  await seat.press("settings-save");
  await row.getByText("改过 2 次").click();
  assert.match(await seat.at("clock-past-rows").textContent(), /48 小时.*36 小时/);
});

test("what is no length is not saved; what the core refuses stands at its rule", JOURNEY, async () => {
  await seat.go("settings/clocks");
  await seat.at("clock-OrderSubmission").fill("两天");
  await seat.press("settings-save");
  await seat.page.locator('[data-field="clock-OrderSubmission"] [role="alert"]').waitFor();
  await seat.at("clock-OrderSubmission").fill("999");
  await seat.at("clock-ApprovalDecision").fill("2");
  await seat.press("settings-save");
  await seat.page.locator('[data-field="clock-OrderSubmission"] [role="alert"]').waitFor();
  refused();
  const now = await rules();
  assert.deepEqual([now.OrderSubmission.length.days, now.ApprovalDecision.length.days], [1, 2], "one that is refused keeps no other from being saved");
  await seat.press("settings-discard");
});

test("a notice is read, shows what changes, and is brought in; the year is taken away again", JOURNEY, async () => {
  await seat.go("settings/calendar");
  assert.equal(await seat.page.locator('[data-test="day-2026-10-01"]').count(), 1);
  await seat.press("notice-paste");
  await seat.at("notice-text").fill(NOTICE);
  await seat.at("notice-changes").waitFor();
  assert.match(await seat.at("notice-read").textContent(), /放假 27 天，调休上班 4 天.*春节/);
  await seat.press("notice-save");
  await seat.page.locator('[data-test="year"][data-year="2027"]').waitFor();
  await seat.at("day-2027-02-14").waitFor();
  assert.match(await seat.at("year-whose").textContent(), /沈一禾.*导入/);
  const known = (await desk.call("calendar_view")).years.find((one) => one.year === 2027);
  assert.deepEqual([known.own, known.days.filter((one) => one.rests).length], [true, 27]);
  await seat.press("notice-paste");
  await seat.at("notice-text").fill(NOTICE);
  await seat.at("notice-same").waitFor();
  assert.ok(await seat.at("notice-save").isDisabled(), "nothing to save");
  await seat.page.keyboard.press("Escape");
  await seat.press("confirm-yes");
  await seat.press("year-remove");
  await seat.press("confirm-yes");
  await seat.at("day-2027-02-14").waitFor({ state: "detached" });
  assert.equal((await desk.call("calendar_view")).years.some((one) => one.year === 2027), false);
});

test("a notice that contradicts itself is shown where, and nothing can be saved", JOURNEY, async () => {
  await seat.go("settings/calendar");
  await seat.press("notice-paste");
  await seat.at("notice-text").fill(WRONG_NOTICE);
  await seat.at("notice-wrong").first().waitFor();
  const codes = await seat.at("notice-wrong").evaluateAll((all) => all.map((one) => one.dataset.code).sort());
  for (const code of ["NoticeContradicts", "NoticeCountWrong", "NoticeWeekdayWrong"]) assert.ok(codes.includes(code), `${code} in ${codes}`);
  await seat.page.locator('[data-code="NoticeCountWrong"] [data-test="notice-show"]').click();
  assert.equal(await seat.at("notice-text").evaluate((box) => box.value.slice(box.selectionStart, box.selectionEnd)), "共4天");
  assert.ok(await seat.at("notice-save").isDisabled());
  await seat.at("notice-text").fill(NOTICE.replace("国务院办公厅关于2027年部分节假日安排的通知", "通知").replace("现将2027年", "现将"));
  await seat.at("notice-year-choice").waitFor();
  refused();
  await seat.at("notice-year-choice").click();
  await seat.page.locator(".ant-select-item-option", { hasText: "2027" }).click();
  await seat.at("notice-changes").waitFor();
});

test("somebody who may not change settings reads them", JOURNEY, async () => {
  const people = await desk.call("person_list");
  const rep = people.find((person) => person.roles.join() === "SalesRep");
  await desk.call("person_sign_in", { person_id: rep.id, password: "" });
  await seat.go("settings/clocks");
  assert.ok(await seat.at("clock-LeadWeekly").isDisabled());
  await seat.go("settings/calendar");
  assert.ok(await seat.at("notice-paste").isDisabled());
  await seat.press("year-2025");
  await seat.page.locator('[data-test="year"][data-year="2025"]').waitFor();
  await desk.call("person_sign_in", { person_id: people.find((person) => person.roles.includes("Admin")).id, password: "" });
});

test("an act that is refused says why, and what was done today is told by rule", JOURNEY, async () => {
  const day = await desk.call("today_view", { everyone: true });
  await seat.go("today");
  await seat.at("day-row").first().waitFor();
  const shown = day.rows.filter((row) => row.refusals.length > 0);
  for (const row of shown.slice(0, 3)) {
    const act = seat.page.locator(`[data-test="day-row"][data-id="${row.deadline.id}"] [data-refused]`);
    assert.equal(await act.getAttribute("data-refused"), row.refusals.map((one) => one.code).join(" "));
  }
  assert.equal(await seat.page.locator('[data-test="day-row"] [data-refused]').count(), shown.length);
  const told = await seat.at("finished-row").evaluateAll((all) => all.map((one) => one.dataset.rule));
  assert.deepEqual(told, day.finished.map((one) => one.rule));
});

test("every figure of the record opens just its deadlines, and they open their documents", JOURNEY, async () => {
  const record = await desk.call("deadline_record", { ym: 202610 });
  assert.ok(record.length > 0, "the sample company has deadlines");
  await seat.go("reports/202610");
  await seat.press("month-page-deadlines");
  await seat.at("record").waitFor();
  const sum = (figure) => record.reduce((all, row) => all + row[figure], 0);
  for (const figure of ["due", "met", "late", "lapsed", "running"].filter((one) => sum(one) > 0)) {
    await seat.page.locator(`[data-test="record-all"] [data-test="record-${figure}"]`).click();
    await seat.page.locator(`[data-test="record-rows"][data-figure="${figure}"]`).waitFor();
    await seat.settled();
    assert.equal(await seat.at("record-line").count(), sum(figure), figure);
  }
  await seat.page.keyboard.press("Escape");
  await seat.page.locator('[data-test="record-by"]').getByText("按人").click();
  const [first] = await seat.at("record-row").evaluateAll((all) => all.map((one) => one.dataset.key));
  const theirs = record.filter((row) => row.person === first).reduce((all, row) => all + row.due, 0);
  await seat.page.locator(`[data-test="record-row"][data-key="${first}"] [data-test="record-due"]`).click();
  await seat.at("record-rows").waitFor();
  await seat.settled();
  assert.equal(await seat.at("record-line").count(), theirs);
  await seat.at("record-open").first().click();
  await seat.page.waitForURL(/#\/(leads|orders)\/\d+$/);
});
