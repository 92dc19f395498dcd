// Lists in a browser: every column sorts, conditions read like words, views and columns are kept, rows are chosen and acted
// on one by one, and what is shown is copied and exported, all of it.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
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

const everything = (sort, descending = false) => ({ filter: {}, sort, descending, after: null, limit: 500 });
const rowIds = (room) => seat.page.locator(`[data-test="${room}-row"]`).evaluateAll((rows) => rows.map((row) => [Number(row.dataset.id), row.offsetTop + new DOMMatrix(getComputedStyle(row).transform).m42]).sort((a, b) => a[1] - b[1]).map(([id]) => id));
const column = (room, key) => seat.page.locator(`[data-test="${room}-row"] [data-col="${key}"]`);
const chosen = async () => Number((await seat.at("chosen-count").textContent()).replace(",", ""));

/** Waits until what is read is as it should be: a page answers a moment after it is asked. */
async function becomes(read, wanted, why) {
  for (let left = 60; left > 0 && (await read()) !== wanted; left -= 1) await seat.page.waitForTimeout(100);
  assert.equal(await read(), wanted, why);
}

/** Waits until the list shows these first. */
async function shows(room, ids) {
  await assert.doesNotReject(async () => {
    for (let left = 60; ; left -= 1) {
      const found = await rowIds(room);
      if (JSON.stringify(found.slice(0, ids.length)) === JSON.stringify(ids)) return;
      if (left === 0) assert.deepEqual(found.slice(0, ids.length), ids);
      await seat.page.waitForTimeout(100);
    }
  });
}

/** A draft without lines: it can be discarded, but not submitted. */
async function drafts(count) {
  const { rows: [customer] } = await desk.call("customer_list", everything("name"));
  const made = [];
  for (let nth = 0; nth < count; nth += 1) {
    made.push(await desk.call("order_save", {
      id: null, version: null, customer_id: customer.id, contact_id: null, customer_order_number: `PO-${nth}`, contract_number: "", contract_signed_on: null, contract_amount_fen: null,
      invoice_title: "", invoice_kind: "VatSpecial", terms: { instalments: [], method: "Transfer" }, delivery_address: "", receiver: "", receiver_phone: "", promised_on: null, owner_id: null,
      waiver_fen: 0, note: "", lines: [],
    }));
  }
  return made;
}

test("every column that is shown sorts, by the core, up and down", JOURNEY, async () => {
  const rooms = { orders: ["order_list", "all"], customers: ["customer_list", "all"], products: ["product_list", "all"] };
  for (const [room, [list, view]] of Object.entries(rooms)) {
    await seat.go(room);
    await seat.press(`view-${view}`);
    const heads = await seat.page.locator(`[data-test="${room}"] [role=columnheader]`).count();
    const sorts = await seat.page.locator(`[data-test="${room}"] [role=columnheader] [data-test^="sort-"]`).evaluateAll((heads) => heads.map((head) => head.dataset.test.slice(5)));
    assert.equal(sorts.length, heads - 1, `${room}: all but the box`);
    for (const sort of sorts) {
      await seat.press(`sort-${sort}`);
      const head = seat.page.locator(`[data-test="${room}"] [role=columnheader]:has([data-test="sort-${sort}"])`);
      const down = (await head.getAttribute("aria-sort")) === "descending";
      const { rows } = await desk.call(list, everything(sort, down));
      await shows(room, rows.slice(0, 12).map((row) => row.id));
    }
  }
});

test("a condition is a sentence whose second and third part can be changed, and F adds one", JOURNEY, async () => {
  const { page, at, press, settled } = seat;
  await seat.go("orders");
  await press("view-all");
  await page.keyboard.press("f");
  await press("add-status");
  await page.locator(".conditioneditor .ant-checkbox-wrapper", { hasText: "期初" }).click();
  await settled();
  await becomes(() => at("filter-status").textContent(), "状态是期初");
  const opening = await desk.call("order_totals", { statuses: ["Opening"] });
  await becomes(() => at("count").textContent(), String(opening.count));
  await page.locator(".conditioneditor .ant-segmented-item", { hasText: "不是" }).click();
  await settled();
  await becomes(() => at("filter-status").textContent(), "状态不是期初");
  const others = await desk.call("order_totals", { not_statuses: ["Opening"] });
  await becomes(() => at("count").textContent(), String(others.count));
  await page.keyboard.press("Escape");
  await press("filter-add");
  await press("add-promised");
  await press("span-month");
  await becomes(() => at("filter-promised").textContent(), "预计交付不早于10-1");
  await page.locator(".conditioneditor .ant-segmented-item", { hasText: "介于" }).last().click();
  await press("span-month");
  await becomes(() => at("filter-promised").textContent(), "预计交付介于10-1 和 10-31");
  const month = await desk.call("order_totals", { not_statuses: ["Opening"], promised_from: "2026-10-01", promised_before: "2026-11-01" });
  await becomes(() => at("count").textContent(), String(month.count));
  await page.keyboard.press("Escape");
  await at("filter-status").press("Delete");
  await settled();
  assert.equal(await at("filter-status").count(), 0);
  // What finds nothing says so in words, with one way on.
  await at("orders-find").fill("没有这样的单子");
  await page.locator(".empty").waitFor();
  await press("show-all");
  await becomes(() => at("count").textContent(), String((await desk.call("order_totals", {})).count).replace(/\B(?=(\d{3})+$)/g, ","));
});

test("letters choose and move outside of boxes only", JOURNEY, async () => {
  const { page, at, settled } = seat;
  await seat.go("customers");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await becomes(chosen, 1);
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("xjf");
  await page.keyboard.press("Control+a");
  await settled();
  assert.equal(await at("customers-find").inputValue(), "xjf");
  assert.equal(await at("bulk-bar").count(), 0, "Ctrl A in a box marks its text");
});

test("rows are chosen by key, by range, one by one and all that is filtered", JOURNEY, async () => {
  const { page, at } = seat;
  await seat.go("orders");
  await seat.press("view-all");
  const row = (nth) => page.locator('[data-test="orders-row"]').nth(nth);
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  for (let nth = 0; nth < 4; nth += 1) await page.keyboard.press("Shift+ArrowDown");
  await becomes(chosen, 5);
  await page.keyboard.press("Shift+ArrowUp");
  await becomes(chosen, 4, "a range shrinks again");
  await row(9).click({ modifiers: ["Control"] });
  await becomes(chosen, 5);
  await row(11).click({ modifiers: ["Shift"] });
  await becomes(chosen, 7);
  assert.equal(await page.locator('[data-test="orders-row"][aria-selected="true"]').count(), 7);
  await row(1).click();
  await becomes(chosen, 7, "a plain click only moves the keyboard");
  await page.keyboard.press("Escape");
  assert.equal(await at("bulk-bar").count(), 0);
  await page.keyboard.press("Control+a");
  const { count } = await desk.call("order_totals", {});
  await becomes(chosen, count, "all that is filtered, not what is loaded");
  await row(2).click({ modifiers: ["Control"] });
  await becomes(chosen, count - 1);
  assert.equal(await page.locator('[data-test="orders"] [role=grid]').getAttribute("aria-rowcount"), String(count + 1));
});

test("a bulk act asks the law, runs row by row and leaves what was refused", JOURNEY, async () => {
  const { page, at, press, settled } = seat;
  const made = await drafts(3);
  await seat.go("orders");
  await press("view-all");
  await press("sort-created");
  for (const order of made) await page.locator(`[data-id="${order.id}"] [data-test="row-box"]`).click();
  const numbered = await desk.call("order_list", everything("number", true)).then(({ rows }) => rows.find((one) => one.number !== null && one.status !== "Void"));
  await page.locator('[data-test="orders-find"]').fill(numbered.number);
  await settled();
  await page.waitForTimeout(300);
  await at("orders-find").fill("");
  await page.waitForTimeout(400);
  await settled();
  // Another filter lets everything go; the drafts and one numbered order are chosen anew.
  assert.equal(await at("bulk-bar").count(), 0);
  await press("sort-number");
  for (const order of made) await page.locator(`[data-id="${order.id}"] [data-test="row-box"]`).click();
  await page.locator(`[data-id="${numbered.id}"] [data-test="row-box"]`).click();
  await becomes(chosen, 4);

  // Nobody can submit an order without lines: the act is grey and says why.
  await press("bulk-discard");
  await page.locator('[data-test="bulk-row"]').nth(3).waitFor();
  assert.equal(await page.locator('[data-test="bulk-row"][data-state="refused"]').count(), 1);
  assert.match(await page.locator(`[data-test="bulk-row"][data-id="${numbered.id}"]`).textContent(), new RegExp(numbered.number));
  await press("bulk-run");
  await page.locator('[data-test="bulk-row"][data-state="done"]').nth(2).waitFor();
  assert.match(await at("bulk-told").textContent(), /3 行已完成.*1 行没有做/);
  await press("bulk-close");
  await becomes(chosen, 1, "the refused one stays chosen");
  assert.equal(await page.locator('[data-test="orders-row"][aria-selected="true"]').getAttribute("data-id"), String(numbered.id));
  const gone = await desk.call("bin_list");
  assert.ok(gone.filter((one) => one.kind === "Order").length >= 3);
  // And it is undone from its toast, every draft.
  await page.locator('[data-test="toast"] .linkbtn').click();
  await page.locator('[data-test="toast"]', { hasText: "已撤销 3 行" }).waitFor();
  assert.equal((await desk.call("bin_list")).filter((one) => one.kind === "Order").length, gone.filter((one) => one.kind === "Order").length - 3);
});

test("customers are handed over, and the one who has them already is refused by name", JOURNEY, async () => {
  const { page, at, press } = seat;
  const people = await desk.call("person_list");
  const { rows } = await desk.call("customer_list", everything("name"));
  const to = people.find((one) => one.active && one.name !== rows[0].owner && one.name !== rows[1].owner && rows.slice(2, 8).some((row) => row.owner === one.name)) ?? people.find((one) => one.name === rows[2].owner);
  const already = rows.find((row) => row.owner === to.name);
  const two = rows.filter((row) => row.owner !== to.name).slice(0, 2);
  await seat.go("customers");
  for (const one of [...two, already]) await page.locator(`[data-id="${one.id}"] [data-test="row-box"]`).click();
  await press("bulk-hand-over");
  assert.ok(await at("bulk-run").isDisabled(), "to whom has to be said");
  await at("hand-over-to").click();
  await page.keyboard.type(to.name);
  await page.keyboard.press("Enter");
  await press("bulk-run");
  await page.locator('[data-test="bulk-row"][data-state="done"]').nth(1).waitFor();
  await press("bulk-close");
  await becomes(chosen, 1);
  for (const one of two) assert.equal((await desk.call("customer_view", { id: one.id })).owner_id, to.id);
  await page.locator('[data-test="toast"] .linkbtn').click();
  await page.locator('[data-test="toast"]', { hasText: "已撤销 2 行" }).waitFor();
  const back = await desk.call("customer_list", everything("name"));
  for (const one of two) assert.equal(back.rows.find((row) => row.id === one.id).owner, one.owner);
});

test("columns are chosen, ordered and kept, and there is a way back", JOURNEY, async () => {
  const { page, at, press } = seat;
  const heads = () => page.locator('[data-test="orders"] [role=columnheader]').allTextContents().then((all) => all.filter((one) => one !== ""));
  await seat.go("orders");
  const standard = await heads();
  assert.ok(!standard.includes("付款方式"));
  await press("columns");
  await press("column-tick-terms");
  await press("column-tick-owner");
  for (let nth = 0; nth < 3; nth += 1) await press("column-up-terms");
  await page.keyboard.press("Escape");
  const mine = await heads();
  assert.ok(mine.includes("付款方式") && !mine.includes("负责人"));
  // The last change is written when the columns come to rest.
  const keptTerms = async () => (await desk.call("list_look", { list: "Orders" })).columns.findIndex((one) => one.key === "terms");
  await becomes(keptTerms, mine.indexOf("付款方式"));
  assert.match(await column("orders", "terms").first().textContent(), /预付|月结|货到|发货|—/);
  await page.reload();
  await seat.settled();
  await column("orders", "terms").first().waitFor();
  assert.deepEqual(await heads(), mine, "kept in the book");
  await press("columns");
  await press("columns-standard");
  assert.deepEqual(await heads(), standard);
});

test("a view is saved, changed, renamed, deleted and brought back", JOURNEY, async () => {
  const { page, at, press } = seat;
  await seat.go("orders");
  await press("view-all");
  await press("filter-add");
  await press("add-amount");
  await at("filter-value").fill("100000");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await press("sort-amount");
  await press("view-save");
  await press("view-save-it");
  assert.match(await page.locator('[data-field="view_name"]').textContent(), /请填写名称/);
  await at("view-name").fill("超 10 万");
  await press("view-save-it");
  const { views: [view] } = await desk.call("list_look", { list: "Orders" });
  assert.deepEqual([view.name, view.content.filter.least_fen, view.content.sort, view.content.descending], ["超 10 万", 10_000_000, "amount", true]);
  const word = at(`view-saved:${view.id}`);
  const { count } = await desk.call("order_totals", { least_fen: 10_000_000 });
  assert.equal(await word.textContent(), `超 10 万${count}`);
  await press("view-open");
  await word.click();
  await seat.settled();
  await becomes(() => at("filter-amount").textContent(), "总金额至少100,000");

  await press("sort-created");
  await page.locator(".viewchanged").waitFor();
  await press("view-menu");
  await press("view-overwrite");
  await page.locator(".viewchanged").waitFor({ state: "detached" });
  assert.equal((await desk.call("list_look", { list: "Orders" })).views[0].content.sort, "created");
  await press("view-menu");
  await press("view-rename");
  await at("view-new-name").fill("大单");
  await press("view-rename-it");
  await page.locator('[data-test="view-rename-dialog"]').waitFor({ state: "detached" });
  await press("view-menu");
  await press("view-remove");
  await page.locator('[data-test="toast"]', { hasText: "视图「大单」已删除" }).waitFor();
  assert.deepEqual((await desk.call("list_look", { list: "Orders" })).views, []);
  await page.locator('[data-test="toast"] .linkbtn').click();
  await page.locator('[data-test="toast"]', { hasText: "视图「大单」已恢复" }).waitFor();
  assert.deepEqual((await desk.call("list_look", { list: "Orders" })).views.map((one) => one.name), ["大单"]);
});

test("what is shown is copied as cells, everything that is filtered or what is chosen", JOURNEY, async () => {
  const { page, at, press } = seat;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const clipboard = (type) => page.evaluate(async (wanted) => { const [item] = await navigator.clipboard.read(); return (await item.getType(wanted)).text(); }, type);
  await desk.call("product_save", { id: null, version: null, code: "=1+1", name: "复制\"引号\"", spec: "两\t格", unit: "台", category: "", kind: "Goods", price_micro: 12_345_678, tax_rate: 1300, customised: false, active: true, note: "" }).catch(() => undefined);
  await seat.go("customers");
  await page.keyboard.press("j");
  await page.keyboard.press("Control+c");
  await page.locator('[data-test="toast"]', { hasText: /已复制 \d+ 行/ }).waitFor();
  const text = await clipboard("text/plain");
  const { count } = await desk.call("customer_totals", {});
  assert.equal(text.split("\r\n").length, count + 1, "everything, not only what is loaded");
  const heads = (await page.locator('[data-test="customers"] [role=columnheader]').allTextContents()).filter((one) => one !== "");
  assert.deepEqual(text.split("\r\n")[0].split("\t"), heads, "the columns that are shown, in their order");
  const html = await clipboard("text/html");
  assert.match(html, /<td style="mso-number-format/, "numbers stay numbers, and codes stay text");
  assert.equal((html.match(/<tr/g) ?? []).length, count + 1);
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+c");
  await page.locator('[data-test="toast"]', { hasText: "已复制 2 行" }).waitFor();
  assert.equal((await clipboard("text/plain")).split("\r\n").length, 3);
  // Marked text on the page is copied as text.
  await page.keyboard.press("Escape");
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector("h1")));
  await page.keyboard.press("Control+c");
  assert.equal((await clipboard("text/plain")).trim(), "客户");
  await page.evaluate(() => getSelection().removeAllRanges());
  await press("export");
  await press("export-workbook");
  await page.locator('[data-test="toast"]', { hasText: "已导出：" }).waitFor();
  assert.ok(await at("toast").count() > 0);
  // Chromium holds the formats of the cells, which are meant for Excel, against the page's own policy; it copies them all the same.
  const own = seat.complaints.filter((one) => !one.startsWith("Applying inline style"));
  assert.deepEqual(own, []);
  seat.complaints.length = 0;
});

test("several orders are agreed to at once, each decided by itself", JOURNEY, async () => {
  const { page, at, press } = seat;
  const waiting = await desk.call("approval_list", { list: "Waiting", everyone: true });
  assert.ok(waiting.length >= 2, "the sample company has orders in approval");
  await seat.go("approvals");
  await page.keyboard.press("Control+a");
  await becomes(chosen, waiting.length);
  await press("bulk-grant");
  const decider = await page.locator('[data-test="decider"]').textContent();
  const theirs = waiting.filter((row) => row.candidates.some((one) => decider.includes(one.name)));
  assert.equal(await page.locator('[data-test="bulk-row"][data-state="waiting"]').count(), theirs.length);
  await page.locator('[data-field="behalf_reason"] input').fill("电话里说的");
  await press("bulk-run");
  await page.locator('[data-test="bulk-close"]').filter({ hasText: "关闭" }).waitFor();
  const done = await page.locator('[data-test="bulk-row"][data-state="done"]').count();
  assert.equal(done, theirs.length);
  await press("bulk-close");
  const left = await desk.call("approval_list", { list: "Waiting", everyone: true });
  for (const row of theirs) assert.ok(left.every((one) => one.order_id !== row.order_id || one.level > row.level), row.number);
  if (waiting.length > theirs.length) await becomes(chosen, waiting.length - theirs.length);
});
