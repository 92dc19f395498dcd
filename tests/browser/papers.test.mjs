// Papers in the page against the real core: looked at, turned, enlarged, saved and printed byte for byte, from the order and from the outbox.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openDesk } from "./harness.mjs";

const JOURNEY = { timeout: 120_000 };
const ALL = { text: "", customer_id: null, owner_id: null, promised_before: null, promised_from: null, created_from: null, created_before: null, least_fen: null, overdue: false };
let desk;
let seat;
let folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "chengdan-papers-"));
  desk = await openDesk();
});
after(async () => {
  await desk?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  seat = await desk.page();
});
afterEach(async () => {
  assert.deepEqual(seat.complaints, []);
  await seat.close();
});

/** The first order of the sample that stands like this. */
async function order(status, fits = () => true) {
  const { rows } = await desk.call("order_list", { filter: { ...ALL, statuses: [status] }, sort: "number", descending: true, after: null, limit: 60 });
  for (const row of rows) {
    const view = await desk.call("order_view", { id: row.id });
    if (fits(view)) return view;
  }
  throw new Error(`no order ${status} fits`);
}

const drawn = () => seat.page.locator("[data-test=pdf-page-1][data-drawn='1']").waitFor();
const bytesOf = (file) => Buffer.from(file.base64, "base64");
const scale = async () => Number.parseInt(await seat.at("zoom").textContent(), 10);

/** What the viewer was shown since the last look; it is taken away. */
function printed() {
  const paths = readFileSync(desk.viewer, "utf8").split("\n").filter((line) => line !== "");
  writeFileSync(desk.viewer, "");
  return paths.map((path) => {
    const bytes = readFileSync(path);
    rmSync(dirname(path), { recursive: true });
    return bytes;
  });
}

test("an approved order's letter is shown, saved and printed as it was mailed", JOURNEY, async () => {
  const view = await order("Approved", (one) => one.letters.length > 0);
  const issued = bytesOf(await desk.call("outbox_pdf", { id: view.letters[0].id }));
  await seat.go(`orders/${view.id}`);
  await seat.press("papers");
  await seat.press("paper-letter");
  await drawn();
  // No viewer yet: it is said in words, and the paper stays.
  await seat.press("paper-print");
  await seat.at("fault-refused").waitFor();
  assert.match(await seat.at("fault-refused").textContent(), /没有能打开 PDF 的程序.*另存/);
  assert.equal(seat.complaints.splice(0).length, 1, "the browser notes the refusal's status");
  writeFileSync(desk.viewer, "");
  await seat.press("paper-print");
  await seat.page.getByText("已用系统的 PDF 程序打开").waitFor();
  assert.equal(await seat.at("fault-refused").count(), 0);
  assert.deepEqual(printed(), [issued]);
  const copy = join(folder, "letter.pdf");
  desk.prepare(copy);
  await seat.page.keyboard.press("Control+s");
  await seat.page.getByText("已存到").waitFor();
  assert.deepEqual(readFileSync(copy), issued);
  await seat.page.keyboard.press("Escape");
  await seat.at("paper-dialog").waitFor({ state: "detached" });
});

test("before approval the letter is marked, can be printed, and has nobody to send it to", JOURNEY, async () => {
  const view = await order("AwaitingFinance");
  writeFileSync(desk.viewer, "");
  await seat.go(`orders/${view.id}`);
  await seat.page.keyboard.press("p");
  await drawn();
  assert.match(await seat.at("paper").textContent(), /未审批.*不能寄出/);
  await seat.page.keyboard.press("p");
  await seat.page.getByText("已用系统的 PDF 程序打开").waitFor();
  assert.deepEqual(printed(), [bytesOf(await desk.call("order_letter", { id: view.id }))]);
});

test("every delivery has its note, and what is still to be sent has one too", JOURNEY, async () => {
  const view = await order("Approved", (one) => one.deliveries.length > 0 && one.open_note !== null);
  await seat.go(`orders/${view.id}`);
  await seat.press("section-fulfilment");
  assert.match(await seat.at("note-show").first().textContent(), new RegExp(`FH-${view.number}-1`));
  await seat.press("note-show");
  await drawn();
  assert.match(await seat.at("paper").textContent(), new RegExp(`发货单_FH-${view.number}-1.*不带价格`));
  await seat.page.keyboard.press("Escape");
  await seat.press("note-open");
  await drawn();
  assert.match(await seat.at("paper").textContent(), new RegExp(view.open_note));
});

test("the preview is enlarged, fitted and turned by keys and by hand", JOURNEY, async () => {
  const { letters } = await order("Approved", (one) => one.letters.length > 0);
  await seat.go(`outbox/${letters[0].id}`);
  await drawn();
  const fitted = await scale();
  const page = seat.at("pdf-page-1");
  const width = (await page.boundingBox()).width;
  assert.ok(Math.abs(width - (595.28 * 96 / 72 * fitted) / 100) < 6, `${width} at ${fitted} %`);
  await seat.page.keyboard.press("+");
  assert.ok((await scale()) > fitted);
  await seat.press("zoom-out");
  await seat.press("zoom-out");
  assert.ok((await scale()) < fitted);
  await seat.page.keyboard.press("0");
  assert.equal(await scale(), fitted);
  assert.equal(await seat.at("page-now").count(), 0, "one page is not counted");
});

test("many pages are counted, turned, and drawn only when they are near", JOURNEY, async () => {
  const view = await order("Draft");
  const line = { ...view.draft.lines[0], name: "智能门锁" };
  const many = await desk.call("order_save", { ...view.draft, lines: Array.from({ length: 60 }, () => line) });
  await seat.go(`orders/${many.id}`);
  await seat.page.keyboard.press("p");
  await drawn();
  const said = await seat.at("page-now").textContent();
  const pages = Number(said.split("/")[1]);
  assert.ok(pages >= 3, said);
  assert.equal(await seat.page.locator(`[data-test=pdf-page-${pages}][data-drawn='1']`).count(), 0, "far away");
  await seat.press("page-after");
  await seat.page.waitForFunction(() => document.querySelector("[data-test=page-now]")?.textContent?.startsWith("2 /"));
  for (let left = pages; left > 2; left -= 1) await seat.page.keyboard.press("PageDown");
  await seat.page.locator(`[data-test=pdf-page-${pages}][data-drawn='1']`).waitFor();
  await seat.page.waitForFunction((last) => document.querySelector("[data-test=page-now]")?.textContent?.startsWith(`${last} /`), pages);
  assert.ok(await seat.at("page-after").isDisabled());
});
