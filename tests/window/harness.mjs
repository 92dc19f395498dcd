// The real window under WebDriver: started on a home folder of its own, asked, looked at, photographed, closed.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Builder, By, Capabilities, Key } from "selenium-webdriver";
import { OPTIONS, boxOf, filled } from "../places.mjs";

const top = join(dirname(fileURLToPath(import.meta.url)), "../..");
const photographs = join(top, "gen/shots");
/** Nothing may wait longer than this; a healthy step takes well under a second. */
const PATIENCE_MS = 20_000;

/** Runs in the page: draws it a few times more. Without a graphics card the driver waits for a frame that a page at rest
 * never draws. */
const STIR = `
  const ground = getComputedStyle(document.body).backgroundColor;
  const parts = ground.match(/[0-9.]+/g) ?? ["255", "255", "255"];
  let left = 40;
  const timer = setInterval(() => {
    left -= 1;
    document.body.style.backgroundColor = left % 2 === 0 ? "" : "rgba(" + parts.slice(0, 3).join(",") + ",0.996)";
    if (left === 0) clearInterval(timer);
  }, 30);`;

/** The programs under test; `cargo xtask test` names them. */
export const programs = {
  window: needed("CHENGDAN_WINDOW"),
  driver: needed("TAURI_DRIVER"),
};

function needed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; start these tests with: cargo xtask test`);
  return value;
}

/** A home folder that vanishes with the test. */
export function emptyHome() {
  const folder = mkdtempSync(join(tmpdir(), "chengdan-window-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Opens the window on `home`; `environment` adds variables for the program. */
export async function openWindow(home, environment = {}) {
  const [port, nativePort] = [await freePort(), await freePort()];
  const driverProcess = spawn(programs.driver, ["--port", String(port), "--native-port", String(nativePort)], {
    env: {
      ...process.env,
      CHENGDAN_HOME: home,
      XDG_CONFIG_HOME: join(home, ".config"),
      XDG_DATA_HOME: join(home, ".data"),
      ...environment,
    },
    stdio: "ignore",
    // A group of its own, so that driver and window end together whatever happens.
    detached: true,
  });
  const end = () => {
    try {
      process.kill(-driverProcess.pid, "SIGKILL");
    } catch {
      // Already gone.
    }
  };
  process.once("exit", end);
  const driver = await session(port).catch((error) => {
    end();
    throw error;
  });
  const window = new Window(driver, end);
  await driver.manage().setTimeouts({ script: PATIENCE_MS, pageLoad: PATIENCE_MS, implicit: 0 });
  // Before its first paint the window is hidden, and the driver waits for ever for a hidden one.
  const visible = "return document.visibilityState === 'visible'";
  await window.until(() => driver.executeScript(visible), "the first paint");
  return window;
}

/** Only the start of a session is tried again: the driver needs a moment to listen. */
async function session(port) {
  const capabilities = new Capabilities();
  capabilities.set("tauri:options", { application: programs.window });
  capabilities.setBrowserName("wry");
  for (let attempt = 1; ; attempt += 1) {
    await pause(500);
    try {
      const builder = new Builder().withCapabilities(capabilities).usingServer(`http://127.0.0.1:${port}/`);
      return await within(builder.build(), "the start of a session");
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}

/** An open window. */
export class Window {
  constructor(driver, end) {
    this.driver = driver;
    this.end = end;
  }

  /** Asks the core through the page's own door. A fault is thrown as an error that carries it. */
  async call(name, request = {}) {
    const script = `const [name, request, done] = arguments;
      window.__TAURI_INTERNALS__.invoke("call", { name, request })
        .then((answer) => done({ answer }), (fault) => done({ fault }));`;
    const { answer, fault } = await this.driver.executeAsyncScript(script, name, JSON.stringify(request));
    if (fault) throw Object.assign(new Error(`${name}: ${JSON.stringify(fault)}`), { fault });
    return answer;
  }

  /** Waits until `look` answers something true, and gives it back. */
  async until(look, words, patience = PATIENCE_MS) {
    const end = Date.now() + patience;
    let last;
    while (Date.now() < end) {
      try {
        const found = await within(look(), words);
        if (found) return found;
      } catch (error) {
        last = error;
      }
      await pause(100);
    }
    const seen = await within(this.text(), "the text").catch(() => "");
    await within(this.photograph(`missed-${words.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}`), "a picture").catch(() => {});
    throw new Error(`waited in vain for ${words}${last ? `: ${last.message}` : ""}\n${seen}`);
  }

  /** Everything that can be read at present. */
  async text() {
    return this.driver.executeScript("return document.body.innerText");
  }

  /** Waits until the page shows `text` and is at rest. */
  async shows(text) {
    await this.until(async () => (await this.text()).includes(text), `「${text}」`);
    await this.atRest();
  }

  /** Waits until nothing is marked busy. */
  async atRest() {
    const busy = "return document.querySelectorAll('[data-busy=\"true\"]').length";
    await this.until(async () => (await this.driver.executeScript(busy)) === 0, "a page at rest");
  }

  /** The first visible element for a CSS selector whose text contains `text`. */
  async find(selector, text = "") {
    return this.until(async () => {
      for (const element of await this.driver.findElements(By.css(selector))) {
        if (!(await element.isDisplayed())) continue;
        if (text === "" || (await element.getText()).replaceAll(" ", "").includes(text.replaceAll(" ", ""))) return element;
      }
      return undefined;
    }, `${selector} ${text}`);
  }

  /** Clicks it as soon as it can be clicked. */
  async click(selector, text = "") {
    await this.until(async () => {
      await (await this.find(selector, text)).click();
      return true;
    }, `a click on ${selector} ${text}`);
  }

  /** Types into it, as a person would. */
  async type(selector, keys) {
    await (await this.find(selector)).sendKeys(keys);
  }

  /** Types over what stands there. */
  async replace(selector, text) {
    await this.type(selector, Key.chord(Key.CONTROL, "a"));
    await this.type(selector, text);
  }

  /** Strikes a key wherever the keyboard is: a letter, `Enter`, `Control+k`. */
  async press(name) {
    const keys = name.split("+").map((key) => Key[key.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase()] ?? key);
    const actions = this.driver.actions();
    for (const key of keys) actions.keyDown(key);
    for (const key of keys.reverse()) actions.keyUp(key);
    await actions.perform();
  }

  /** Goes to a place of ../places.mjs, from a page that was just loaded. */
  async walk(place, ids) {
    const { driver } = this;
    await driver.executeScript("window.__left = true; location.hash = arguments[0]; location.reload()", `#/${filled(place.at, ids)}`);
    await this.until(() => driver.executeScript("return window.__left === undefined && document.querySelector('main h1') !== null"), place.name);
    await this.settled();
    const verbs = {
      press: (what) => this.click(boxOf(what)),
      wait: (what) => this.find(boxOf(what)),
      // Where the keyboard is: the box of a list that opens is too small for the driver to type into.
      type: async (what, text) => {
        await driver.executeScript("document.querySelector(arguments[0]).focus()", boxOf(what));
        await driver.actions().sendKeys(text).perform();
      },
      key: (what) => this.press(what),
      // By the page: the list opens with a movement, during which the driver finds nothing to click.
      last: () => driver.executeScript("[...document.querySelectorAll(arguments[0])].at(-1).click()", OPTIONS),
    };
    for (const [verb, what, text] of place.steps ?? []) {
      await verbs[verb](what, text === undefined ? undefined : filled(text, ids)).catch((error) => { throw new Error(`${place.name}: ${verb} ${what}: ${error.message}`); });
      await this.settled();
    }
  }

  /** Waits until no question to the core is under way. */
  async settled() {
    const busy = "return document.documentElement.dataset.busy !== undefined";
    await this.until(async () => !(await this.driver.executeScript(busy)), "the core's answers");
  }

  /** What the content security policy refused since the first byte of the page. */
  async refused() {
    return this.driver.executeScript("return window.__refused");
  }

  /** A picture under gen/shots; the driver's picture lags behind a change, so it is taken a moment later. */
  async photograph(name) {
    await pause(400);
    mkdirSync(photographs, { recursive: true });
    await this.driver.executeScript(STIR);
    writeFileSync(join(photographs, `${name}.png`), await this.driver.takeScreenshot(), "base64");
  }

  /** Sets the window to a size at which it is used. */
  async resize(width, height) {
    await this.driver.manage().window().setRect({ width, height });
  }

  /** Closes the window and its driver. */
  async close() {
    await within(this.driver.quit(), "the end of a session").catch(() => {});
    this.end();
  }
}

function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

async function within(work, words) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${words} took too long`)), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
