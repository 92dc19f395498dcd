// Attachments in the page against the real core: dropped, pasted, chosen, shown inside, refused by name, taken away and put back.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openDesk } from "./harness.mjs";

const JOURNEY = { timeout: 120_000 };
/** Two by two pixels. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGNQaEgAIgYIBQAbDgQBxRDLiwAAAABJRU5ErkJggg==";
let desk;
let seat;
let folder;
let order;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "chengdan-attached-"));
  desk = await openDesk();
  const { rows } = await desk.call("order_list", { filter: { statuses: [], text: "", customer_id: null, owner_id: null, promised_before: null, promised_from: null, created_from: null, created_before: null, least_fen: null, overdue: false }, sort: "number", descending: true, after: null, limit: 1 });
  order = rows[0].id;
});
after(async () => {
  await desk?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  seat = await desk.page();
  await seat.go(`orders/${order}`);
});
afterEach(async () => {
  assert.deepEqual(seat.complaints, []);
  await seat.close();
});

/** Hands files to the page: dropped on the document, or pasted into it. `base64` none stands for `size` empty bytes. */
async function hand(way, files) {
  await seat.page.evaluate(([way, files]) => {
    const data = new DataTransfer();
    for (const { name, type, base64, size } of files) {
      const bytes = base64 === undefined ? new Uint8Array(size) : Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
    }
    if (way === "paste") {
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      return;
    }
    const target = document.querySelector(".droparea");
    for (const step of ["dragenter", "dragover", "drop"]) target.dispatchEvent(new DragEvent(step, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [way, files]);
}

const attached = async () => (await desk.call("attachment_list", { document: "Order", id: order })).filter((row) => row.removed_at === null);
const row = (name) => seat.page.locator('[data-test="attachment"]', { hasText: name });

test("a picture that is dropped is attached and shown; removed, it can be put back", JOURNEY, async () => {
  await hand("drop", [{ name: "现场.png", type: "image/png", base64: PNG }]);
  await row("现场.png").waitFor();
  assert.match(await seat.at("section-attachments").textContent(), /附件1/);
  await row("现场.png").locator('[data-test="attachment-open"]').click();
  await seat.page.waitForFunction(() => document.querySelector('[data-test="picture"]')?.naturalWidth === 2);
  const note = row("现场.png").locator('[data-test="attachment-note"]');
  await note.fill("门厅 <b>左侧</b>");
  await note.press("Enter");
  await seat.settled();
  assert.deepEqual((await attached()).map((one) => [one.name, one.note]), [["现场.png", "门厅 <b>左侧</b>"]]);
  await row("现场.png").locator('[data-test="attachment-remove"]').click();
  await row("现场.png").waitFor({ state: "detached" });
  await seat.press("attachments-removed");
  await seat.press("attachment-restore");
  await row("现场.png").waitFor();
  await seat.press("section-history");
  assert.match(await seat.at("history").textContent(), /放回附件.*移除附件.*写附件说明.*门厅 <b>左侧<\/b>.*添加附件/s);
});

test("a screenshot that is pasted gets the day's name, and not while something is typed", JOURNEY, async () => {
  await hand("paste", [{ name: "image.png", type: "image/png", base64: btoa("\x89PNG\r\n\x1a\n broken") }]);
  await row("截图 2026-10-08.png").waitFor();
  await row("截图 2026-10-08.png").locator('[data-test="attachment-open"]').click();
  await seat.at("attachment-broken").waitFor();
  const before = (await attached()).length;
  await seat.page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], "x.txt"));
    document.querySelector('[data-test="attachment-note"]').dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await seat.settled();
  assert.equal((await attached()).length, before);
});

test("what cannot be attached is named with its reason, and the rest is attached", JOURNEY, async () => {
  await hand("drop", [
    { name: "大照片.png", type: "image/png", size: 50 * 1024 * 1024 },
    { name: "空.txt", type: "text/plain", size: 0 },
    { name: "说明.html", type: "text/html", base64: btoa("<script>document.title='x'</script>") },
  ]);
  await row("说明.html").waitFor();
  await seat.settled();
  const said = await seat.at("attach-refused").textContent();
  assert.match(said, /「大照片.png」有 50.0 MB，太大，最多 20 MB/);
  assert.match(said, /「空.txt」是空的/);
  // The browser notes the two refusals' status, and nothing else.
  const noted = seat.complaints.splice(0);
  assert.ok(noted.length === 2 && noted.every((line) => line.includes("422")), noted.join());
  await row("说明.html").locator('[data-test="attachment-open"]').click();
  await seat.at("attachment-not-shown").waitFor();
  assert.notEqual(await seat.page.title(), "x");
});

test("a file of nearly 20 MB crosses the door, a chosen one too, and a broken PDF says so", JOURNEY, async () => {
  await hand("drop", [{ name: "图纸.zip", type: "application/zip", size: 20 * 1024 * 1024 - 1 }]);
  await row("图纸.zip").waitFor();
  const path = join(folder, "合同.pdf");
  writeFileSync(path, "%PDF-1.7 broken");
  desk.prepare(path);
  await seat.press("section-attachments");
  await seat.press("attach");
  await row("合同.pdf").waitFor();
  await row("合同.pdf").locator('[data-test="attachment-open"]').click();
  await seat.at("pdf-broken").waitFor();
  const copy = join(folder, "copy.pdf");
  desk.prepare(copy);
  await row("合同.pdf").locator('[data-test="attachment-save"]').click();
  await seat.page.getByText(/已存到/).waitFor();
});

test("a customer is a document with orders, attachments and a history of names before and after", JOURNEY, async () => {
  const view = await desk.call("order_view", { id: order });
  await seat.press("to-customer");
  await seat.page.waitForURL(new RegExp(`#/customers/${view.draft.customer_id}$`));
  await seat.at("customer").waitFor();
  await hand("drop", [{ name: "执照.png", type: "image/png", base64: PNG }]);
  await row("执照.png").waitFor();
  await seat.press("customer-edit");
  await seat.at("note").fill("<i>老客户</i>");
  await seat.press("customer-save");
  await seat.page.waitForURL(new RegExp(`#/customers/${view.draft.customer_id}$`));
  await seat.page.keyboard.press("7");
  await seat.at("history").waitFor();
  assert.match(await seat.at("history").textContent(), /修改客户.*备注.*<i>老客户<\/i>.*添加附件.*执照\.png/s);
  await seat.press("section-orders");
  assert.match(await seat.at("customer-orders").textContent(), new RegExp(view.number ?? "草稿"));
});
