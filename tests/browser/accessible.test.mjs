// Everybody can use it: axe over every room, document, form, dialog and settings page, light in Chinese and dark in
// English: all colours and all words, each once. What it calls serious or critical is a failure, and contrast is AA.
// There is no list of excuses.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import axe from "axe-core";
import { openDesk } from "./harness.mjs";
import { PLACES, sampleIds } from "../places.mjs";

const LONG = { timeout: 600_000 };
const RULES = { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }, resultTypes: ["violations"] };
const GRAVE = ["serious", "critical"];
let desk;
let ids;

before(async () => {
  desk = await openDesk();
  ids = await sampleIds(desk.call);
});
after(async () => { await desk?.close(); });

/** What axe finds that is grave, in words: rule, element, and why. */
async function findings(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate((rules) => globalThis.axe.run(document, rules), RULES);
  return violations.filter((one) => GRAVE.includes(one.impact)).flatMap((one) => one.nodes.map((node) => {
    const why = [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
    return `${one.id}: ${node.html.slice(0, 160)} (${why})`;
  }));
}

for (const [language, look] of [["Zh", "light"], ["En", "dark"]]) {
  test(`nothing grave anywhere (${language}, ${look})`, LONG, async () => {
    await desk.call("language_set", { language });
    const seat = await desk.page({ look });
    const found = {};
    let walked = 0;
    for (const place of PLACES) {
      await seat.walk(place, ids);
      // Colours that are still fading in would be measured halfway.
      await seat.page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))));
      for (const finding of await findings(seat.page)) (found[finding] ??= []).push(place.name);
      walked += 1;
    }
    assert.equal(walked, PLACES.length);
    assert.deepEqual(Object.entries(found).map(([finding, places]) => `${finding} — ${places.slice(0, 3).join(", ")}`), []);
    await seat.close();
  });
}

test("a grave mistake would be seen", LONG, async () => {
  const seat = await desk.page({ look: "light" });
  await seat.go("orders");
  await seat.page.evaluate(() => {
    const culprit = document.createElement("p");
    culprit.textContent = "grey on grey";
    Object.assign(culprit.style, { color: "#999", background: "#aaa" });
    document.querySelector("main").append(culprit, document.createElement("button"));
  });
  const found = await findings(seat.page);
  for (const rule of ["color-contrast", "button-name"]) assert.ok(found.some((one) => one.startsWith(rule)), `${rule} in ${found}`);
  await seat.close();
});
