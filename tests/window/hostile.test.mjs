// Data that tries to be program, in the built window under its own content policy: a book made of it is walked from place to
// place, a letter fails with a server's hostile words, and nothing of it runs, loads or draws.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { emptyHome, openWindow } from "./harness.mjs";
import { MailServer } from "./mail.mjs";
import * as desk from "./desk.mjs";
import { PLACES, sampleIds } from "../places.mjs";
import { clean, fill } from "../hostile/book.mjs";
import { LOOK } from "../hostile/look.mjs";
import { CANARY, STRINGS } from "../hostile/strings.mjs";

const LONG = { timeout: 900_000 };
/** What the mail server says instead of taking the letter. */
const SAID = `5.7.1 <script>globalThis.${CANARY}=1</script><img src=x onerror=globalThis.${CANARY}=1> refused`;

let home;
let server;
let window;
let ids;

before(async () => {
  home = emptyHome();
  server = await MailServer.start();
  window = await openWindow(home.folder);
  const people = await desk.furnish(window, server);
  const call = (name, request) => window.call(name, request);
  await window.call("person_sign_in", { person_id: people["沈一禾"], password: "" });
  const made = await fill(call);
  const letter = await failed(people);
  ids = { ...(await sampleIds(call)), ...made, ...letter };
  await window.call("person_sign_in", { person_id: people["沈一禾"], password: "" });
});

after(async () => {
  await window?.close();
  server?.stop();
  home?.remove();
});

/** Approves an order whose letter the server refuses in hostile words, and leaves another one in approval. */
async function failed(people) {
  server.trouble({ RCPT: { do: "say", say: [550, SAID] } });
  const [orders, note] = [[], STRINGS["picture that fails"]];
  for (let index = 0; index < 2; index += 1) {
    await window.call("person_sign_in", { person_id: people["林知远"], password: "" });
    const { draft } = await window.call("order_save", await desk.order(window, { note }));
    orders.push(await window.call("order_submit", { id: draft.id, version: draft.version }));
  }
  let [order] = orders;
  for (const who of ["顾行", "周予安", "罗朗"]) {
    await window.call("person_sign_in", { person_id: people[who], password: "" });
    order = await window.call("approval_grant", { order_id: order.id, version: order.version, decider_id: people[who], given: "SignedIn", evidence: null, behalf_reason: "", note });
  }
  const [row] = await window.until(async () => {
    const { rows } = await window.call("outbox_list", { view: "todo", after: null, limit: 5 });
    return rows.length > 0 && rows;
  }, "a refused letter");
  const today = (await window.call("app_status")).today;
  return { approved: order.id, waiting: orders[1].id, letter: row.id, month: Number(today.slice(0, 7).replace("-", "")) };
}

test("nothing of it runs, loads or draws anywhere, and it is shown as it was typed", LONG, async () => {
  const read = new Set();
  // The orders' lines hold every text; lists show only the rows in sight.
  const orders = ids.orders.map((id) => ({ name: `order ${id}`, at: `orders/${id}` }));
  for (const place of [...PLACES.filter((one) => !one.sample), ...orders]) {
    await window.walk(place, ids);
    const { foreign, texts } = await window.driver.executeScript(LOOK);
    assert.deepEqual(foreign, [], place.name);
    // The page is loaded anew for each place, and with it what was refused is forgotten.
    assert.deepEqual(await window.refused(), [], place.name);
    for (const text of texts) read.add(clean(text));
  }
  const all = [...read].join("\n");
  const missing = Object.entries(STRINGS).filter(([, text]) => !all.includes(clean(text))).map(([name]) => name);
  assert.deepEqual(missing, []);
  assert.ok(all.includes(clean(SAID)), "the server's words are shown as it said them");
});

test("a culprit would be seen", LONG, async () => {
  await window.walk({ name: "orders", at: "orders" }, ids);
  await window.driver.executeScript(`document.querySelector("main").insertAdjacentHTML("beforeend", arguments[0])`, `<img src="x" onerror="globalThis.${CANARY}=1"><a href="javascript:1">x</a><style>p{}</style>`);
  const { foreign } = await window.driver.executeScript(LOOK);
  for (const why of ["a handler as text", "a link to elsewhere", "a style that is not ours"]) assert.ok(foreign.some((one) => one.startsWith(why)), why);
  const refused = await window.until(async () => { const found = await window.refused(); return found.length > 0 && found; }, "what the policy refuses");
  assert.ok(refused.some((one) => one.startsWith("script-src")), refused.join());
});
