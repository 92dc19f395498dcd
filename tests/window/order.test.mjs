// The main job in the real window: an order is submitted, sent back with a reason, edited, submitted again, approved
// by three people, and the letter arrives at a real mail server with TLS and log-in.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { emptyHome, openWindow } from "./harness.mjs";
import { MailServer } from "./mail.mjs";
import * as desk from "./desk.mjs";

const REASON = "预付比例与合同不符，请按 30% 修改";
const NEW_ADDRESS = "示例省临江市青屿路 66 号 2 号门";

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
});

after(async () => {
  await window?.close();
  server?.stop();
  home?.remove();
});

test("an order goes through three approvals to the customer's mailbox", { timeout: 240_000 }, async () => {
  order = await window.call("order_save", desk.draft(await window.call("customer_find", { text: "", limit: 1 }), await window.call("product_find", { text: "", limit: 9 })));
  await desk.reload(window, `#/orders/${order.id}`);

  await window.click("[data-test=act-Submit]");
  await status("AwaitingSupervisor");
  await window.photograph("order-submitted");
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
  await window.replace("[data-test=delivery-address]", NEW_ADDRESS);
  await window.photograph("order-editing");
  await window.click("[data-test=submit]");
  await window.shows("第 2 轮");
  await status("AwaitingSupervisor");

  await grant("顾行", "AwaitingFinance");
  await grant("周予安", "AwaitingOperations");
  await grant("罗朗", "Approved");
  await window.photograph("order-approved");

  const mail = await server.mail();
  const { number, ...approved } = await window.call("order_view", { id: order.id });
  assert.ok(JSON.stringify(approved).includes(NEW_ADDRESS), "what was approved is what was edited");
  assert.match(number, /^DD\d{6}-001$/);
  assert.equal(mail.subject, `【订单确认】${number} 青屿酒店管理有限公司 2,510.00`);
  assert.deepEqual(mail.to.map((to) => to.address ?? to), ["zhu@qingyu.example.com"]);
  assert.equal(mail.attachments.length, 1);
  assert.match(mail.attachments[0].filename, new RegExp(`^订单确认函_${number}_.+_R1\\.pdf$`));
  assert.equal(Buffer.from(mail.attachments[0].base64, "base64").subarray(0, 5).toString(), "%PDF-");

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
