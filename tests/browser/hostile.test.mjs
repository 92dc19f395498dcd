// Data that tries to be program, in Chromium: a book made of it is walked from place to place, and nothing of it runs, loads
// or draws. The same in the real window: ../window/hostile.test.mjs.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openDesk } from "./harness.mjs";
import { PLACES, sampleIds } from "../places.mjs";
import { clean, fill } from "../hostile/book.mjs";
import { LOOK } from "../hostile/look.mjs";
import { BROKEN, CANARY, STRINGS } from "../hostile/strings.mjs";

const LONG = { timeout: 600_000 };
let desk;
let ids;
let seat;
let folder;
/** What was asked of anybody but the desk. */
const away = [];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "chengdan-hostile-"));
  desk = await openDesk();
  ids = { ...(await sampleIds(desk.call)), ...(await fill(desk.call)) };
  seat = await desk.page();
  seat.page.on("request", (request) => { if (request.url().includes("canary")) away.push(request.url()); });
});
after(async () => {
  await desk?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Goes there in a page just loaded: what a place before left open is gone. */
const at = (address) => seat.walk({ name: address, at: address }, ids);

/** Looks at the page as it is now: nothing foreign. Answers what can be read, cleaned as the core cleans. */
async function look(place) {
  const { foreign, texts } = await seat.page.evaluate(`(() => {${LOOK}})()`);
  assert.deepEqual(foreign, [], place);
  return texts.map(clean);
}

/** The texts of the corpus that stand nowhere as they were typed. */
function missing(seen, most = Infinity) {
  const all = [...seen].join("\n");
  return Object.entries(STRINGS).filter(([, text]) => clean(text).length <= most && !all.includes(clean(text))).map(([name]) => name);
}

test("every room, document, form and dialog stays what it is", LONG, async () => {
  const read = new Map();
  for (const place of PLACES) {
    await seat.walk(place, ids);
    for (const text of await look(place.name)) read.set(text, place.name);
  }
  assert.ok(read.size > 1_000, `there was much to read: ${read.size}`);
  assert.deepEqual(away, [], "nobody else was asked");
  // A notice that contradicts itself is refused by the core, which the browser takes for a failed request.
  const complaints = seat.complaints.filter((one) => !one.includes("a status of 422"));
  assert.deepEqual(complaints, [], "the content policy had nothing to refuse");
});

for (const room of ["customers", "products"]) {
  test(`the list of ${room} shows every text as it was typed`, LONG, async () => {
    await at(room);
    const seen = new Set();
    for (let top = 0; ; top += 400) {
      const last = await seat.page.evaluate((to) => {
        const body = document.querySelector(".listbody");
        body.scrollTop = to;
        return to > body.scrollHeight;
      }, top);
      await seat.page.waitForTimeout(60);
      await seat.settled();
      for (const text of await look(room)) seen.add(text);
      if (last) break;
    }
    assert.deepEqual(missing(seen), []);
  });
}

test("orders show every text as it was typed, and so do their forms", LONG, async () => {
  const [shown, typed] = [new Set(), new Set()];
  for (const id of ids.orders) {
    await at(`orders/${id}`);
    for (const text of await look("order")) shown.add(text);
    await at(`orders/${id}/edit`);
    for (const text of await look("order form")) typed.add(text);
  }
  assert.deepEqual([missing(shown), missing(typed)], [[], []]);
});

test("what is searched for, said and asked is text too", LONG, async () => {
  await at("orders");
  for (const text of Object.values(STRINGS)) {
    await seat.page.keyboard.press("Control+k");
    await seat.at("palette-text").fill(text);
    await seat.settled();
    await look(text);
    await seat.page.keyboard.press("Escape");
  }
  await at(`customers/${ids.removable}/edit`);
  await seat.press("customer-remove");
  await seat.at("toast").waitFor();
  await look("a toast");
  await at("settings/bin");
  assert.ok((await look("the bin")).some((text) => text.includes("<script>")), "what was removed stands in the bin by its name");
});

test("a file of it is matched, tried and taken in as text", LONG, async () => {
  const lines = Object.values(STRINGS).map((text) => `"${clean(text).replaceAll('"', '""')} 二","${clean(text).slice(0, 50).replaceAll('"', '""')}"`);
  const file = join(folder, "名单 <img src=x onerror=globalThis." + CANARY + "=1>.csv");
  writeFileSync(file, `客户名称,备注\n${lines.join("\n")}\n`);
  desk.prepare(file);
  await at("import");
  await seat.press("import-pick");
  await seat.at("import-check").waitFor();
  await look("matching");
  await seat.press("import-check");
  await seat.page.locator('[data-test="import-good"],[data-test="import-bad"]').first().waitFor();
  await look("trying");
});

test("what is no text at all is refused or made whole, and said", LONG, async () => {
  for (const [name, text] of Object.entries(BROKEN)) {
    await at("customers/new/x");
    await seat.at("name").evaluate((box, value) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(box, value);
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }, text);
    await seat.settled();
    await seat.press("customer-save");
    await seat.page.waitForURL(/#\/customers\/\d+$/);
    const texts = await look(name);
    assert.ok(texts.some((one) => one.includes(clean(text).replaceAll(/\p{Surrogate}/gu, "\uFFFD"))), name);
  }
});
