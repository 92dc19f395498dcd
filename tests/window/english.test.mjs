// In English, on the smallest window: the language is switched in the settings, an order is typed and submitted, and
// on the way no page shows a raw name, the other language, or anything cut off.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { emptyHome, openWindow } from "./harness.mjs";
import { isEnglishAndWhole } from "./chrome.mjs";
import * as desk from "./desk.mjs";
import * as form from "./form.mjs";

/** Nothing is sent here. */
const NO_SERVER = {
  account: () => ({
    provider: "", host: "localhost", port: 465, security: "Tls", user: "desk@lingqiao.example.com",
    from_address: "desk@lingqiao.example.com", from_name: "岭桥智能设备", trusted_pem: "", per_minute: 60,
  }),
};
/** What people typed stays as they typed it; longer texts first. 大写 is a fact of the paper. */
const DATA = [
  "人民币贰仟肆佰伍拾元整", "人民币零元整", form.ORDER.address, form.ORDER.customer.found, form.ORDER.customer.typed, "岭桥智能设备有限公司",
  "智能门锁 S3 Pro", "客控主机 H8", "示例省临江市湖畔区青屿路 18 号", "示例省", "工程部主任", "采购经理", form.ORDER.contact, "方遥先生", form.ORDER.receiver,
  ...desk.PEOPLE, ...desk.PEOPLE.map((name) => name[0]), "标准", "门锁", "把", "台", "fang@qingyu.example.com", "中文",
];

let home;
let window;

before(async () => {
  home = emptyHome();
  window = await openWindow(home.folder);
  await window.resize(1024, 700);
  await desk.furnish(window, NO_SERVER);
  await desk.reload(window, "#/settings/look");
});

after(async () => {
  await window?.close();
  home?.remove();
});

test("an order is typed and submitted in English at 1024 × 700", { timeout: 240_000 }, async () => {
  const { today } = await window.call("app_status");
  await window.click(".ant-segmented-item-label[title=English]");
  await window.shows("Language");
  await english("settings");

  await desk.go(window, "#/orders");
  await form.newByButton(window);
  await english("empty form");
  await window.click("[data-test=submit]");
  await window.find("[data-test=troubles]", "put right");
  await english("form with errors");

  await form.typeHead(window, today, form.ORDER.terms.en);
  await form.typeLines(window);
  await window.find("[data-test=total]", "2,450.00");
  await window.find("[data-test=saved]", "Draft saved");
  await english("filled form");
  await window.click("[data-test=submit]");
  await window.find("[data-test=order][data-status=AwaitingSupervisor]");
  await english("order");
  for (const section of ["approval", "fulfilment", "letters", "history"]) {
    await window.click(`[data-test=section-${section}]`);
    await english(`order, ${section}`);
  }
  for (const room of ["orders", "approvals", "outbox", "customers", "products"]) {
    await desk.go(window, `#/${room}`);
    await english(room);
  }
  assert.deepEqual(await window.refused(), []);
});

async function english(place) {
  await window.photograph(`english-${place.replaceAll(/\W+/g, "-")}`);
  await isEnglishAndWhole(window, place, DATA);
}
