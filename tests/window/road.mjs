// Hands on the road from a lead to its order: fields, cells, evidence, people; and a look at the neighbours of a document.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import * as desk from "./desk.mjs";
import * as form from "./form.mjs";

/** Pastes a picture as evidence, as a screenshot comes from the clipboard. */
async function pasteEvidence(window, name) {
  await window.find("[data-test=evidence]");
  await window.driver.executeAsyncScript(`const [name, done] = arguments;
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 24;
    canvas.toBlob((picture) => {
      const data = new DataTransfer();
      data.items.add(new File([picture], name, { type: "image/png" }));
      const event = new Event("paste", { bubbles: true, cancelable: true });
      Object.defineProperty(event, "clipboardData", { value: data });
      document.querySelector("[data-test=evidence]").dispatchEvent(event);
      done();
    }, "image/png");`, name);
  // By its whole text: the driver leaves out what could be cut off at its box's edge.
  const shown = "return document.querySelector('[data-test=evidence]')?.textContent ?? ''";
  await window.until(async () => (await window.driver.executeScript(shown)).includes(name), `${name} as evidence`);
}

/** Everything one does on the road in a window with these people (name → id). */
export function road(window, people) {
  const idNow = async () => Number(/\/(\d+)/.exec(await window.driver.executeScript("return location.hash"))[1]);
  const choose = (test, option, typed) => form.choose(window, test, option, typed);
  const date = (test, day) => form.date(window, test, day);
  const evidence = (name) => pasteEvidence(window, name);

  /** Somebody sits down, where this document lies open. */
  async function sit(name, address, found) {
    await desk.sit(window, people[name]);
    await desk.go(window, address);
    await window.find(`[data-test=${found}]`);
    await window.settled();
  }

  /** Presses a button; the core has answered afterwards. */
  async function press(test, text = "") {
    await window.click(`[data-test=${test}]`, text);
    await window.settled();
  }

  /** Types into boxes, over what stands there. */
  async function fill(boxes) {
    for (const [test, text] of Object.entries(boxes)) await window.replace(`[data-test=${test}]`, text);
  }

  /** Types into the cells of a row. */
  async function cells(row, texts) {
    for (const [column, text] of Object.entries(texts)) {
      await window.click(`[data-cell="${row}:${column}"]`);
      await form.keys(window, text);
      await form.keys(window, Key.ENTER);
    }
  }

  /** Takes a product that is found while its name is typed. */
  async function product(row, typed) {
    await window.click(`[data-cell="${row}:name"]`);
    await form.keys(window, typed);
    await window.find("[data-test=suggest-row]");
    await form.keys(window, Key.TAB);
  }

  /** A document leads to a neighbour by a click; answers the neighbour's id. */
  async function leads(test, room, text = "") {
    await press(test, text);
    await window.until(async () => (await window.driver.executeScript("return location.hash")).startsWith(`#/${room}/`), `a way to ${room}`);
    await window.find("main h1");
    await window.settled();
    return idNow();
  }

  /** Waits until the page shows this state. */
  const state = (document, value) => window.find(`[data-test=${document}][data-status=${value}]`);

  /** Gives a level's agreement. */
  async function grant(name, address, found) {
    await sit(name, address, found);
    await press("act-Grant");
    await press("decision-confirm");
  }

  return { idNow, choose, date, sit, press, fill, cells, product, evidence, leads, state, grant };
}

/** What a letter of the road must be: its subject names the document, its only file is a PDF with these facts. */
export function carries(mail, name, text, facts) {
  assert.equal(mail.attachments.length, 1);
  assert.ok(mail.attachments[0].filename.includes(name), mail.attachments[0].filename);
  for (const fact of facts) assert.ok(text.includes(fact.replaceAll(/\s/g, "")), `${fact} in ${text}`);
}
