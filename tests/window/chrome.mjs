// What the page itself says, as against what people typed: no raw names, no other language, nothing cut or outside.

import assert from "node:assert/strict";

/** Collects what can be read and what is cut off. Runs in the page. */
const LOOK = `
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === "visible";
  };
  const texts = [], cut = [], outside = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.data.trim() !== "" && shown(node.parentElement)) texts.push(node.data.trim());
  }
  for (const element of document.querySelectorAll("body *")) {
    if (!shown(element)) continue;
    for (const name of ["placeholder", "title", "aria-label", "alt"]) {
      const text = element.getAttribute(name);
      if (text) texts.push(text);
    }
    const style = getComputedStyle(element);
    const hides = ["hidden", "clip"];
    const wide = hides.includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    const high = hides.includes(style.overflowY) && element.scrollHeight > element.clientHeight + 2;
    // What is there for screen readers only is drawn for nobody.
    const unseen = element.closest(".unseen") !== null;
    if ((wide || high) && !unseen && element.children.length === 0) cut.push(element.textContent.trim());
    if (element.matches("input:not([type=checkbox])") && element.placeholder !== "" && element.value === "" && element.scrollWidth > element.clientWidth + 1) cut.push(element.placeholder);
    const box = element.getBoundingClientRect();
    if (element.textContent.trim() !== "" && (box.right > innerWidth + 1 || box.left < -1) && !element.closest("[aria-live]")) outside.push(element.className + ": " + element.textContent.trim().slice(0, 60));
  }
  return { texts, cut: cut.filter((text) => text !== ""), outside, overflow: document.documentElement.scrollWidth - innerWidth };
`;

/** A name out of the program where words should stand: order_save, deliveryAddress, [object Object], undefined. */
const RAW = /\b[a-z]+(?:_[a-z]+)+\b|\b[a-z]+[A-Z][a-z]+\w*\b|\[object |\bundefined\b|\bNaN\b/;

/** Asserts that the page at this place is English throughout and whole; `data` is what people typed. */
export async function isEnglishAndWhole(window, place, data) {
  await window.atRest();
  const { texts, cut, outside, overflow } = await window.driver.executeScript(LOOK);
  // A single character (a unit, an initial) is data only where it stands alone, or it would excuse too much.
  const without = (text, one) => (one.length > 1 ? text.replaceAll(one, "") : text.replace(new RegExp(`(^|\\s)${one}$`), "$1"));
  const ours = (text) => data.reduce(without, text);
  const said = texts.map(ours);
  assert.ok(said.length > 20, `${place}: there is something to read`);
  assert.deepEqual(said.filter((text) => /\p{Script=Han}|[，。：；、（）「」]/u.test(text)), [], `${place}: only English`);
  // Where the book and the log lie is no word of ours.
  const places = /(?<=^|\s)(?:\/|[A-Za-z]:\\)\S+/gu;
  assert.deepEqual(said.filter((text) => RAW.test(text.replaceAll(places, ""))), [], `${place}: words, not names of the program`);
  // Where data is too long for its place, an ellipsis is right.
  assert.deepEqual(cut.filter((text) => /\p{L}/u.test(text) && ours(text) === text), [], `${place}: nothing of the page is cut off`);
  assert.deepEqual(outside, [], `${place}: nothing stands outside`);
  assert.ok(overflow <= 0, `${place}: no sideways scrolling (${overflow} px)`);
}
