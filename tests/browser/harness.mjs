// The page in the system's Chromium against the core on loopback: a sample company of its own, a stopped clock.

import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { OPTIONS, boxOf, filled } from "../places.mjs";
import { sampleHome } from "./sample.mjs";

/** Nothing may wait longer than this; a healthy step takes well under a second. */
const PATIENCE_MS = 30_000;

function needed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; start these tests with: cargo xtask test`);
  return value;
}

/** The core with the door on loopback. */
const CORE = () => join(needed("CHENGDAN_BUILT"), "host");

/** The clock of every journey, unless it asks for another. */
const NOW = "2026-10-08T01:42:00Z";

/** Starts the core over a home folder; answers with its address and its end. */
async function openCore(home, now = NOW) {
  const host = spawn(CORE(), ["--home", home, "--now", now], { stdio: ["ignore", "pipe", "inherit"] });
  const base = await address(host);
  const end = () => new Promise((gone) => {
    host.once("exit", gone);
    host.kill("SIGKILL");
  });
  return { base, call: (name, body = {}) => ask(`${base}/door/${name}`, JSON.stringify(body)), end };
}

/** The first start, as somebody who looks around makes it. */
async function begin(home) {
  const core = await openCore(home);
  try {
    await core.call("book_create", {
      folder_token: null, company_name: "岭桥智能设备有限公司", tax_number: "", number_prefix: "DD", person_name: "沈一禾",
      roles: ["SalesAssistant", "Admin"], password: "", language: "Zh", start_with: "Sample",
    });
  } finally {
    await core.end();
  }
}

/** Starts the core with the sample company and a browser beside it; `now` is when. */
export async function openDesk({ now = NOW } = {}) {
  const home = await sampleHome(CORE(), begin);
  const { base, call, end } = await openCore(home, now);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  await warm(browser, base);
  return {
    call,
    /** The path the next file dialog answers with. */
    prepare: (path) => writeFileSync(join(home, "pick.txt"), path),
    /** The file in which the viewer of PDFs writes what it was shown; without it there is no viewer. */
    viewer: join(home, "viewer.txt"),
    /** A window of its own: light or dark, and of a size. */
    page: (wish = {}) => openPage(browser, base, wish),
    close: async () => {
      await browser.close();
      await end();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A browser's very first page may take long on a busy machine, and now and then never comes: asked again, it does. */
async function warm(browser, base) {
  const page = await browser.newPage();
  for (let left = 5; left > 0; left -= 1) {
    const came = await page.goto(base, { waitUntil: "domcontentloaded", timeout: 12_000 }).then(() => true, () => false);
    if (came) break;
  }
  await page.close();
}

/** One question on a connection of its own: a kept one would hold a place that the page needs. */
function ask(url, body) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: "POST", agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part) => (text += part));
      answer.on("end", () => (answer.statusCode === 200 ? resolve(JSON.parse(text)) : reject(new Error(`${url}: ${text}`))));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

function address(host) {
  return new Promise((resolve, reject) => {
    let text = "";
    host.once("error", reject);
    host.once("exit", (code) => reject(new Error(`the host ended with ${code}`)));
    host.stdout.on("data", (bytes) => {
      text += bytes;
      const found = /http:\/\/\S+/.exec(text);
      if (found) resolve(found[0]);
    });
  });
}

async function openPage(browser, base, { look = "light", width = 1280, height = 800 }) {
  const context = await browser.newContext({ viewport: { width, height }, locale: "zh-CN", colorScheme: look, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
  const settled = () => page.waitForFunction(() => document.documentElement.dataset.busy === undefined);
  const at = (test) => page.locator(`[data-test="${test}"]`);
  const verbs = {
    press: (test) => at(test).first().click(),
    wait: (test) => at(test).first().waitFor(),
    type: (test, text) => page.locator(boxOf(test)).first().fill(text),
    key: (key) => page.keyboard.press(key),
    last: () => page.locator(OPTIONS).last().click(),
  };
  const seat = {
    page,
    at,
    settled,
    /** What the browser complained of. */
    complaints,
    go: async (hash) => {
      await page.goto(`${base}/#/${hash}`, { waitUntil: "domcontentloaded" });
      // The room is a chunk of its own: its heading stands before its answers are there.
      await page.locator("main h1").first().waitFor();
      await settled();
    },
    press: async (test, nth = 0) => {
      await at(test).nth(nth).click();
      await settled();
    },
    /** Goes to a place of ../places.mjs, from a page that was just loaded. */
    walk: async (place, ids) => {
      await page.goto("about:blank");
      await seat.go(filled(place.at, ids));
      for (const [verb, what, text] of place.steps ?? []) {
        await verbs[verb](what, text === undefined ? undefined : filled(text, ids)).catch((error) => { throw new Error(`${place.name}: ${verb} ${what}: ${error.message}`); });
        await settled();
      }
    },
    close: () => context.close(),
  };
  return seat;
}
