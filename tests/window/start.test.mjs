// The first start in the real window: three things on one page, then the sample company's desk.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { emptyHome, openWindow } from "./harness.mjs";

/** A whole journey may take longer than one wait. */
const JOURNEY = { timeout: 180_000 };
/** The sample company's story is told through the door: half a minute in a debug build, longer on a busy machine. */
const SAMPLE_MS = 120_000;

let home;
let window;

before(async () => {
  home = emptyHome();
  window = await openWindow(home.folder);
});

after(async () => {
  await window?.close();
  home?.remove();
});

test("a new user reaches the sample company's orders", JOURNEY, async () => {
  await chinese();
  await window.shows("公司全称");
  assert.equal((await window.call("app_status")).book_open, false);
  await window.photograph("first-start");

  await window.type("[data-test=company]", "岭桥智能设备有限公司");
  await window.type("[data-test=person]", "沈一禾");
  await window.click("[data-test=begin-sample]");
  await window.click("[data-test=begin]");
  const status = await window.until(async () => {
    const answer = await window.call("app_status");
    return answer.book_open && answer;
  }, "an open book", SAMPLE_MS);
  await window.find("[data-test=desk]");
  assert.equal(status.sample, true);
  await window.atRest();
  await window.photograph("sample-orders");
});

test("the page keeps to its content security policy", async () => {
  assert.deepEqual(await window.refused(), []);
});

/** The page speaks the system's language first; the journey is in Chinese. */
async function chinese() {
  const button = await window.find("[data-test=other-language]");
  if ((await button.getText()).includes("中文")) await button.click();
}
