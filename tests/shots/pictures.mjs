// The pictures of the program under docs/shots/: which place, in which language, light or dark, and how large. Taken from the
// sample company on 2026-10-08, so that they differ only when the program does.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const WIDE = { width: 1280, height: 800 };
const SMALL = { width: 1024, height: 700 };

/** `name` is the file; the rest as in ../places.mjs. */
export const PICTURES = [
  { name: "today", at: "today" },
  { name: "today-dark-en", look: "dark", language: "En", size: SMALL, at: "today" },
  { name: "leads", at: "leads", steps: [["wait", "leads-row"], ["key", "j"], ["key", " "]] },
  { name: "lead-en", language: "En", size: SMALL, at: "leads/{lead}", steps: [["press", "section-deadlines"]] },
  { name: "rating", at: "leads/rating" },
  { name: "deals", at: "opportunities", steps: [["press", "shape-board"], ["wait", "board"]] },
  { name: "quotation", at: "quotations/{bargained}" },
  { name: "quotation-dark-en", look: "dark", language: "En", size: SMALL, at: "quotations/{bargained}" },
  { name: "contract-review", at: "contracts/{reviewed}", steps: [["press", "act-Pass"], ["wait", "review"]] },
  { name: "orders", at: "orders", steps: [["wait", "orders-row"], ["key", "j"], ["key", "j"], ["key", " "], ["wait", "peek"]] },
  { name: "orders-dark", look: "dark", at: "orders", steps: [["wait", "orders-row"], ["key", "j"], ["key", "j"], ["key", " "], ["wait", "peek"]] },
  { name: "orders-en", language: "En", at: "orders", steps: [["wait", "orders-row"], ["key", "j"], ["key", "j"], ["key", " "], ["wait", "peek"]] },
  { name: "order", at: "orders/{waiting}" },
  { name: "order-dark", look: "dark", at: "orders/{waiting}" },
  { name: "order-small", size: SMALL, at: "orders/{waiting}" },
  { name: "order-history-en", language: "En", at: "orders/{order}", steps: [["press", "section-history"]] },
  { name: "order-form", at: "orders/{draft}/edit" },
  { name: "order-form-en", language: "En", size: SMALL, at: "orders/{draft}/edit" },
  { name: "approvals", at: "approvals" },
  { name: "deciding-dark", look: "dark", at: "orders/{waiting}", steps: [["press", "act-Grant"], ["wait", "decision"]] },
  { name: "customers", at: "customers", steps: [["wait", "customers-row"], ["key", "j"], ["key", " "], ["wait", "customer-peek"]] },
  { name: "customer", at: "customers/{customer}" },
  { name: "pasted", at: "customers/paste", steps: [["type", "paste-text", "{block}"], ["wait", "paste-row"], ["key", "Tab"], ["wait", "paste-marked"]] },
  { name: "products-small-en", language: "En", size: SMALL, at: "products/{product}" },
  { name: "report", at: "reports/{month}", steps: [["wait", "trend"]] },
  { name: "report-dark-en", look: "dark", language: "En", at: "reports/{month}/amount", steps: [["wait", "trend"]] },
  { name: "outbox", at: "outbox/{sent}", steps: [["wait", "pdf-page-1"]] },
  { name: "search", at: "orders", steps: [["key", "Control+k"], ["wait", "palette"], ["type", "palette-text", "{asked}"], ["wait", "hit"]] },
  { name: "settings-letter", at: "settings/letter", steps: [["wait", "pdf-page-1"]] },
  { name: "settings-mail-en", language: "En", size: SMALL, at: "settings/mail" },
];

/** What somebody pastes from a chat. */
const BLOCK = `公司：临溪云栖酒店管理有限公司
联系人：祝青 女士 采购经理
手机 139 0000 0418  邮箱 zhu@yunqi.example.com
税号：91330100MA2B0K4N5B
地址：示例省临江市湖畔区青屿路 18 号
开户行：示例银行临江支行 6200 0000 0000 0000 000
想给 120 间客房换智能门锁，11 月底前要样品`;

/** Ids of what is pictured, beyond ../places.mjs. */
export async function pictured(call, ids) {
  const { rows } = await call("outbox_list", { filter: { view: "sent" }, sort: "queued", descending: true, after: null, limit: 1 });
  const { rows: leads } = await call("lead_list", { filter: { states: ["Assigned"] }, sort: "due", descending: false, after: null, limit: 1 });
  const { rows: offers } = await call("quotation_list", { filter: { states: ["Sent"] }, sort: "created", descending: true, after: null, limit: 10 });
  return { ...ids, lead: leads[0].id, bargained: offers.find((one) => one.revision === 3).id, block: BLOCK, sent: rows[0].id };
}

/** Takes one picture; answers its bytes. */
export async function take(desk, picture, ids) {
  const { language = "Zh", look = "light", size = WIDE } = picture;
  await desk.call("language_set", { language });
  const seat = await desk.page({ look, ...size });
  await seat.walk(picture, ids);
  // The page at rest: nothing fades, no caret blinks, papers are drawn.
  await seat.page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))));
  await seat.page.waitForFunction(() => document.querySelector("[data-test=palette-count]")?.textContent !== "");
  await seat.page.waitForFunction(() => [...document.querySelectorAll("canvas.pdfpage")].slice(0, 1).every((one) => one.dataset.drawn === "1"));
  const bytes = await seat.page.screenshot({ animations: "disabled", caret: "hide" });
  const { complaints } = seat;
  await seat.close();
  if (complaints.length > 0) throw new Error(`${picture.name}: ${complaints.join("; ")}`);
  return bytes;
}

/** Takes these pictures into a folder; answers how many bytes they are. */
export async function takeAll(desk, ids, folder, pictures = PICTURES) {
  mkdirSync(folder, { recursive: true });
  let all = 0;
  for (const picture of pictures) {
    const bytes = await take(desk, picture, ids);
    writeFileSync(join(folder, `${picture.name}.png`), bytes);
    all += bytes.length;
  }
  return all;
}
