// A desktop beside the window: shows its notices and holds its tray. It needs a session bus of its own.

import { spawn } from "node:child_process";
import { join } from "node:path";

const PATIENCE_MS = 20_000;

/** Starts it; ends with the test. */
export async function openDesktop() {
  const built = process.env.CHENGDAN_BUILT;
  if (!built) throw new Error("CHENGDAN_BUILT is not set; start these tests with: cargo xtask test");
  const desktop = spawn(join(built, "desktop"), [], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = [];
  let rest = "";
  desktop.stdout.on("data", (bytes) => {
    rest += bytes;
    const all = rest.split("\n");
    rest = all.pop();
    lines.push(...all);
  });
  /** Waits for a line that is not older than `from`. */
  const line = async (looks, from = 0) => {
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      const found = lines.slice(from).find(looks);
      if (found !== undefined) return found;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`the desktop did not say it; it said:\n${lines.join("\n")}`);
  };
  const say = async (text) => {
    const from = lines.length;
    desktop.stdin.write(`${text}\n`);
    const word = text.split(" ")[0];
    const done = await line((one) => one.startsWith(`${word} done`) || one.startsWith(`${word} failed`), from);
    if (done.includes("failed")) throw new Error(`${text}: ${done}`);
    return lines.slice(from);
  };
  await line((one) => one === "ready");
  return {
    /** All notices so far. */
    notices: () => lines.filter((one) => one.startsWith("notice ")),
    /** The next notice whose text contains this; answers its id. */
    notice: async (text) => Number((await line((one) => one.startsWith("notice ") && one.includes(text))).split(" ")[1]),
    click: (id) => say(`click ${id}`),
    /** Tooltip and menu of the icon in the tray. */
    tray: async () => (await say("tray")).find((one) => one.startsWith("shown ")).slice("shown ".length),
    menu: (label) => say(`menu ${label}`),
    activate: () => say("activate"),
    close: () => desktop.kill("SIGKILL"),
  };
}
