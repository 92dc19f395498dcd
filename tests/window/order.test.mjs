// The main job in the real window: an order is typed and submitted, sent back with a reason, edited, submitted again,
// approved by three people, and the letter arrives at a real mail server with TLS and log-in.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { emptyHome, openWindow } from "./harness.mjs";
import { MailServer } from "./mail.mjs";
import * as desk from "./desk.mjs";
import * as form from "./form.mjs";
import * as letter from "./letter.mjs";

const REASON = "预付比例与合同不符，请按 30% 修改";
const NEW_ADDRESS = "示例省临江市青屿路 66 号 2 号门";
/** 2 × 650 + 1 × 1150. */
const AMOUNT = { fen: 245_000, plain: "2,450.00", words: "人民币贰仟肆佰伍拾元整" };
const MANAGER = { name: "林知远", address: "lin@lingqiao.example.com" };

let home;
let server;
let window;
let people;
let order;

before(async () => {
  home = emptyHome();
  server = await MailServer.start();
  window = await openWindow(home.folder);
  people = await desk.furnish(window, server);
  await desk.reload(window, "#/orders");
});

after(async () => {
  await window?.close();
  server?.stop();
  home?.remove();
});

test("an order is typed into the form", { timeout: 180_000 }, async () => {
  const { today } = await window.call("app_status");
  await form.newByKeys(window);
  await form.typeHead(window, today);
  await form.typeLines(window);
  await window.find("[data-test=total]", AMOUNT.plain);
  await window.find("[data-test=uppercase]", AMOUNT.words);
  await window.find("[data-test=saved]", "已自动保存");
  await window.photograph("order-typed");
  await window.click("[data-test=submit]");
  await window.find("[data-test=order][data-status=AwaitingSupervisor]");
  await window.atRest();
  await window.photograph("order-submitted");

  const [, id] = /^#\/orders\/(\d+)$/.exec(await window.driver.executeScript("return location.hash"));
  order = await window.call("order_view", { id: Number(id) });
  const { draft } = order;
  assert.equal(order.computed.amount_fen, AMOUNT.fen);
  assert.deepEqual([order.customer_name, order.contact_name, order.owner_name], [form.ORDER.customer.found, form.ORDER.contact, MANAGER.name]);
  assert.deepEqual(
    [draft.contract_number, draft.contract_signed_on, draft.contract_amount_fen, draft.promised_on, draft.customer_order_number],
    [form.ORDER.contract, today, AMOUNT.fen, form.ORDER.promised, form.ORDER.customerNumber],
  );
  assert.deepEqual([draft.delivery_address, draft.receiver, draft.receiver_phone], [form.ORDER.address, form.ORDER.receiver, form.ORDER.phone]);
  assert.deepEqual(draft.terms.instalments.map((part) => [part.trigger, part.share]), [["Order", 5000], ["Acceptance", 5000]]);
  assert.deepEqual(
    draft.lines.map((line) => [line.name, line.quantity_milli, line.price_micro, line.product_id === null, line.customised]),
    [["智能门锁 S3 Pro", 2_000, 650_000_000, false, false], ["客控主机 H8", 1_000, 1_150_000_000, false, true]],
  );
  assert.deepEqual(order.history.map((entry) => entry.act), ["order_submit", "order_create"], "the form saved itself without a word");
  const told = Object.fromEntries(order.history[0].changes.map((change) => [change.field, change.after]));
  assert.deepEqual([told.delivery_address, told.amount_fen], [form.ORDER.address, String(AMOUNT.fen)], "the submission tells it all");
});

test("it goes through a return and three approvals", { timeout: 240_000 }, async () => {
  await grant("顾行", "AwaitingFinance");

  await sit("周予安");
  await window.click("[data-test=act-SendBack]");
  await window.type("[data-test=decision-note]", REASON);
  await window.photograph("order-sending-back");
  await window.click("[data-test=decision-confirm]");
  await status("SentBack");

  await sit("林知远");
  await window.shows(REASON);
  await window.photograph("order-sent-back");
  await window.click("[data-test=act-Edit]");
  await form.chooseTerms(window, "预付 30%，发货前");
  await window.replace("[data-test=delivery-address]", NEW_ADDRESS);
  await window.photograph("order-editing");
  await window.click("[data-test=submit]");
  await window.shows("第 2 轮");
  await status("AwaitingSupervisor");

  await grant("顾行", "AwaitingFinance");
  await grant("周予安", "AwaitingOperations");
  await grant("罗朗", "Approved");
  await window.photograph("order-approved");
  order = await window.call("order_view", { id: order.id });
  assert.equal(order.draft.delivery_address, NEW_ADDRESS, "what was approved is what was edited");
  assert.deepEqual(order.draft.terms.instalments.map((part) => part.share), [3000, 7000]);
  assert.deepEqual((await window.call("book_verify")).problems, []);
});

test("the letter arrives, and other eyes read it right", { timeout: 120_000 }, async () => {
  const mail = await server.mail();
  const { number } = order;
  const filename = `订单确认函_${number}_${form.ORDER.customer.found}_R1.pdf`;
  assert.match(number, /^DD\d{6}-001$/);
  assert.equal(mail.subject, `【订单确认】${number} ${form.ORDER.customer.found} ${AMOUNT.plain}`);
  assert.deepEqual(mail.from, [{ name: "岭桥智能设备", address: "desk@lingqiao.example.com" }]);
  assert.deepEqual(mail.to, [{ name: form.ORDER.contact, address: "fang@qingyu.example.com" }]);
  assert.deepEqual([mail.cc, mail.reply_to], [[MANAGER], [MANAGER]]);
  assert.deepEqual([...mail.envelope.to].sort(), ["fang@qingyu.example.com", MANAGER.address]);
  for (const name of ["Subject", "From", "To", "Cc", "Reply-To"]) letter.isEncodedWord(mail, name);
  letter.isPlainOnTheWire(mail);

  assert.deepEqual(mail.attachments.map((file) => [file.filename, file.type]), [[filename, "application/pdf"]]);
  letter.isExtendedFileName(mail, filename);
  const paper = letter.pdfText(Buffer.from(mail.attachments[0].base64, "base64"));
  const facts = [number, form.ORDER.customer.found, "智能门锁S3Pro", "客控主机H8", "650.00", "1,150.00", AMOUNT.plain, AMOUNT.words, form.ORDER.promised];
  for (const fact of [...facts, NEW_ADDRESS.replaceAll(" ", "")]) assert.ok(paper.includes(fact), `${fact} in ${paper}`);
  assert.ok(!paper.includes("未审批"), "an approved order's letter carries no watermark");

  await desk.go(window, "#/outbox");
  await window.find("[data-test=letter-Sent]");
  await window.find("[data-test=pdf-page-1][data-drawn='1']");
  await window.photograph("outbox-sent");
});

test("the content security policy refused nothing on the way", async () => {
  assert.deepEqual(await window.refused(), []);
});

async function sit(name) {
  await desk.sit(window, people[name]);
  // Another person begins with an empty desk.
  await desk.go(window, `#/orders/${order.id}`);
  await window.find("[data-test=order]");
  await window.atRest();
}

async function grant(name, next) {
  await sit(name);
  await window.click("[data-test=act-Grant]");
  await window.click("[data-test=decision-confirm]");
  await status(next);
}

/** Waits until the core and the page agree on the order's state. */
async function status(wanted) {
  await window.until(async () => (await window.call("order_view", { id: order.id })).status === wanted, `the core to say ${wanted}`);
  await window.find(`[data-test=order][data-status=${wanted}]`);
  await window.atRest();
}
