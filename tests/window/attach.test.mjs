// Files handed to the real window: dropped on a document, pasted as a screenshot; a picture of 50 MB is refused by name and
// size in both languages, and nothing that was there is lost.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { emptyHome, openWindow } from "./harness.mjs";
import * as desk from "./desk.mjs";

const JOURNEY = { timeout: 240_000 };
const NO_SERVER = {
  account: () => ({
    provider: "", host: "localhost", port: 465, security: "Tls", user: "desk@lingqiao.example.com",
    from_address: "desk@lingqiao.example.com", from_name: "岭桥智能设备", trusted_pem: "", per_minute: 60,
  }),
};
const MB = 1024 * 1024;

let home;
let window;
let customer;

before(async () => {
  home = emptyHome();
  window = await openWindow(home.folder);
  await desk.furnish(window, NO_SERVER);
  [{ id: customer }] = await window.call("customer_find", { text: "青屿", limit: 1 });
  await desk.reload(window, `#/customers/${customer}`);
});
after(async () => {
  await window?.close();
  home?.remove();
});

/** WebDriver cannot drag from outside: the page is handed what the system would hand it. A picture is drawn by the page
 *  itself, so that it is one; `size` stands for so many bytes behind a picture's first ones. */
async function hand(way, name, { size = 0, pixels = 0 } = {}) {
  await window.find(".droparea");
  const script = `const [way, name, size, pixels, done] = arguments;
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = Math.max(1, pixels);
    canvas.getContext("2d").fillRect(0, 0, pixels / 2, pixels);
    canvas.toBlob((picture) => {
      const data = new DataTransfer();
      data.items.add(new File(size > 0 ? [picture, new Uint8Array(size)] : [picture], name, { type: "image/png" }));
      if (way === "paste") {
        const event = new Event("paste", { bubbles: true, cancelable: true });
        Object.defineProperty(event, "clipboardData", { value: data });
        document.body.dispatchEvent(event);
      } else {
        const target = document.querySelector(".droparea");
        for (const step of ["dragenter", "dragover", "drop"]) target.dispatchEvent(new DragEvent(step, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
      done();
    }, "image/png");`;
  await window.driver.executeAsyncScript(script, way, name, size, pixels);
}

/** A row by its file's name; the name may be cut off to the eye. */
const named = (name) => `[data-test=attachment-open][title="${name}"]`;
const attached = async () => (await window.call("attachment_list", { document: "Customer", id: customer })).map((row) => row.name);

test("a dropped picture and a pasted screenshot are attached and shown inside", JOURNEY, async () => {
  await hand("drop", "现场 😀.png", { pixels: 40 });
  await window.click(named("现场 😀.png"));
  const drawn = "return document.querySelector('[data-test=picture]')?.naturalWidth";
  await window.until(async () => (await window.driver.executeScript(drawn)) === 40, "the picture itself");
  await window.photograph("attached-picture");
  const { today } = await window.call("app_status");
  await hand("paste", "image.png", { pixels: 20 });
  await window.find(named(`截图 ${today}.png`));
  assert.deepEqual(await attached(), [`截图 ${today}.png`, "现场 😀.png"]);
  assert.deepEqual(await window.refused(), []);
});

test("a picture of 50 MB is refused by name and size in both languages, and nothing is lost", JOURNEY, async () => {
  await desk.go(window, `#/customers/${customer}/edit`);
  await window.replace("[data-test=industry]", "民宿");
  await window.find("[data-test=kept]");
  await desk.go(window, `#/customers/${customer}`);
  const before = await attached();
  await hand("drop", "全景.png", { size: 50 * MB });
  await window.find("[data-test=attach-refused]", "「全景.png」有 50.0 MB，太大，最多 20 MB");
  await window.call("language_set", { language: "En" });
  await desk.reload(window, `#/customers/${customer}`);
  await hand("drop", "全景.png", { size: 50 * MB });
  const said = await (await window.find("[data-test=attach-refused]")).getText();
  assert.match(said, /全景\.png.*50\.0 MB.*20 MB/s);
  assert.doesNotMatch(said, /太大|最多/);
  await window.photograph("attach-refused-english");
  assert.deepEqual(await attached(), before, "what was attached is there, the picture is not");
  await desk.go(window, `#/customers/${customer}/edit`);
  assert.equal(await (await window.find("[data-test=industry]")).getAttribute("value"), "民宿", "what was typed is there");
});
