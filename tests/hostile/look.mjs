// Looks at a page as it stands: did anything run, was anything put into it that is not ours, and what can be read.

import { CANARY } from "./strings.mjs";

/** A function body, run in the page. Answers `{ foreign, texts }`. */
export const LOOK = `
  const foreign = [];
  const name = (element) => element.outerHTML.slice(0, 160);
  const add = (why, elements) => { for (const element of elements) foreign.push(why + ": " + name(element)); };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const here = (address) => { try { return new URL(address, location.href).origin === location.origin; } catch { return false; } };
  if (globalThis.${CANARY} !== undefined) foreign.push("a script ran, " + globalThis.${CANARY} + " times");
  add("a script", all("script").filter((one) => one.textContent !== "" || !here(one.src)));
  add("an element that loads or runs", all("iframe,frame,object,embed,applet,base,meta[http-equiv],video,audio,source,marquee,template,portal,x-order"));
  add("mathematics", all("math"));
  add("a drawing that is not ours", all("svg script,svg foreignObject,svg animate,svg set,svg a"));
  add("a link in the head", all("link").filter((one) => !here(one.href)));
  const nonce = document.querySelector("#n")?.nonce;
  add("a style that is not ours", all("style").filter((one) => one.nonce !== nonce || !nonce));
  add("a picture from elsewhere", all("img").filter((one) => !one.src.startsWith("blob:") && !here(one.src)));
  add("a link to elsewhere", all("a").filter((one) => one.hasAttribute("href") && !one.getAttribute("href").startsWith("#")));
  add("a form that goes elsewhere", all("form[action],[formaction]"));
  add("a handler as text", all("*").filter((one) => [...one.attributes].some((attribute) => attribute.name.startsWith("on"))));
  add("a style with an address", all("[style]").filter((one) => /url\\(|expression|canary/.test(one.getAttribute("style"))));
  const texts = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.add(walker.currentNode.parentElement.textContent);
  for (const box of all("input,textarea")) texts.add(box.value);
  for (const one of all("[title],[aria-label]")) { texts.add(one.getAttribute("title") ?? ""); texts.add(one.getAttribute("aria-label") ?? ""); }
  return { foreign, texts: [...texts].filter((text) => text !== "") };
`;
