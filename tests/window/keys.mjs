// The keyboard alone: what somebody does who never touches the mouse.

/** Nothing is further from anything. */
const MOST_TABS = 120;

/** Hands on the keyboard of a window. */
export function keyboard(window) {
  const inFocus = (selector) => window.driver.executeScript("return document.activeElement?.matches(arguments[0]) ?? false", selector);
  const press = async (...names) => { for (const name of names) await window.press(name); };
  const typed = (text) => window.driver.actions().sendKeys(text).perform();

  /** Presses Tab until the keyboard is there. */
  async function tabTo(selector, key = "Tab") {
    for (let left = MOST_TABS; left > 0; left -= 1) {
      if (await inFocus(selector)) return;
      await window.press(key);
    }
    await window.photograph("keyboard-lost");
    const last = await window.driver.executeScript("return document.activeElement?.outerHTML.slice(0, 200)");
    throw new Error(`Tab does not reach ${selector}; it stopped at ${last}`);
  }

  /** Does what stands in the palette for a text. */
  async function command(text, kind = "command") {
    await press("Control+k");
    await window.find("[data-test=palette-text]");
    await typed(text);
    await window.find(`[data-test=hit][data-kind=${kind}]`);
    await press("Enter");
    await window.until(async () => !(await window.driver.executeScript("return document.querySelector('dialog[open]') !== null")), "the palette to close");
    await window.settled();
  }

  /** Goes to something and types into it. */
  async function into(selector, text) {
    await tabTo(selector);
    await typed(text);
  }

  /** Goes to a button and presses it. */
  async function push(selector) {
    await tabTo(selector);
    await press("Enter");
  }

  return { inFocus, press, typed, tabTo, command, into, push };
}
