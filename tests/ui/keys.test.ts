// The card of keys against the handlers: a key that works stands on the card, and a key on the card works.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { KEY_GROUPS } from "../../ui/frame/keyList";
import { keys } from "../../ui/words/keys";

const UI = new URL("../../ui", import.meta.url).pathname;

function sources(folder: string): { name: string; text: string }[] {
  return readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry);
    if (entry === "node_modules" || entry === "dist") return [];
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry) ? [{ name: path, text: readFileSync(path, "utf8") }] : [];
  });
}

/** The names on the first level of an object literal that begins at `from`, just after its brace. */
function namesIn(text: string, from: number): string[] {
  const names: string[] = [];
  let depth = 0;
  let fresh = true;
  for (let at = from; at < text.length; at += 1) {
    const rest = text.slice(at);
    const name = /^\s*(?:"([^"]+)"|([A-Za-z0-9_]+))\s*:/.exec(rest);
    if (depth === 0 && fresh && name !== null) {
      names.push(name[1] ?? name[2] ?? "");
      at += name[0].length - 1;
      fresh = false;
      continue;
    }
    const letter = text[at] ?? "";
    if ("\"'`".includes(letter)) at = text.indexOf(letter, at + 1);
    else if ("{[(".includes(letter)) depth += 1;
    else if ("}])".includes(letter)) { if (depth === 0) return names; depth -= 1; }
    else if (letter === "," && depth === 0) fresh = true;
  }
  return names;
}

/** What the pages listen to through useKeys; a map that is computed counts by what its file says of it. */
function listened(): Set<string> {
  const all = new Set<string>();
  for (const { name, text } of sources(UI)) {
    for (const call of text.matchAll(/useKeys\(\{/g)) namesIn(text, call.index + call[0].length).forEach((key) => all.add(key));
    if (text.includes("useKeys(Object.fromEntries(")) {
      expect(name.endsWith("parts/Bar.tsx"), `${name} computes its keys; tell the card and this test`).toBe(true);
      all.add("1…9");
    }
  }
  return all;
}

/** Keys that no map of useKeys holds: where they are handled, and what proves it there. */
const ELSEWHERE: Record<string, [file: string, proof: string]> = {
  "Mod++": ["frame/outside.ts", '"Mod++": 1'], "Mod+=": ["frame/outside.ts", '"Mod+=": 1'], "Mod+-": ["frame/outside.ts", '"Mod+-": -1'], "Mod+0": ["frame/outside.ts", '"Mod+0": 0'],
  "Mod+Z": ["parts/lines/LinesSheet.tsx", 'key !== "z"'], "Mod+Y": ["parts/lines/LinesSheet.tsx", 'key !== "y"'],
  "Mod+Q": ["frame/leaving.tsx", 'event.key.toLowerCase() !== "q"'], Tab: ["frame/Palette.tsx", 'event.key === "Tab"'],
  "Mod+P": ["parts/PaperTools.tsx", '"Mod+P": () => run(print)'],
};

const rows = KEY_GROUPS.filter(({ group }) => group !== "sheet").flatMap(({ rows }) => rows);
const sheetRows = KEY_GROUPS.filter(({ group }) => group === "sheet").flatMap(({ rows }) => rows);
const carded = new Set(rows.flatMap(({ keys, hidden = [] }) => [...keys, ...hidden]));

describe("the card of keys", () => {
  it("shows every key the pages listen to", () => expect([...listened()].filter((key) => !carded.has(key))).toEqual([]));
  it("shows no key that nobody listens to", () => {
    const heard = listened();
    for (const key of carded) {
      if (heard.has(key)) continue;
      const [file, proof] = ELSEWHERE[key] ?? ["", ""];
      expect(file, `${key} stands on the card and nothing listens to it`).not.toBe("");
      expect(readFileSync(join(UI, file), "utf8"), `${key} is no longer handled in ${file}`).toContain(proof);
    }
  });
  it("shows the sheet's keys, all of them and no others", () => {
    const text = readFileSync(join(UI, "parts/sheetKeys.ts"), "utf8");
    const maps = [...text.matchAll(/const acts: Acts = \{/g)].map((map) => namesIn(text, map.index + map[0].length));
    const [withMod = [], alone = []] = maps;
    // Undo is told among the forms, Esc everywhere; arrows, Home and End move as they do anywhere.
    const handled = [...withMod.filter((key) => !["z", "y"].includes(key)).map((key) => `Mod+${key.toUpperCase()}`), ...alone.filter((key) => key !== "Escape"), "Alt+↑", "Alt+↓"];
    expect(maps.length).toBe(2);
    expect(new Set(sheetRows.flatMap(({ keys, hidden = [] }) => [...keys, ...hidden]))).toEqual(new Set(handled));
  });
  it("has words for each, in both languages", () => {
    for (const { what } of [...rows, ...sheetRows]) expect(keys.zh.what[what] !== "" && keys.en.what[what] !== "").toBe(true);
    expect(new Set([...rows, ...sheetRows].map(({ what }) => what))).toEqual(new Set(Object.keys(keys.zh.what)));
  });
});
