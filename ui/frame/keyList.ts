/** Every key of the program, as the card of keys shows it. A test compares it with what the pages listen to. */
import type { Words } from "../words";

/** What a key does, by the name of its words. */
export type KeyWord = keyof Words["keys"]["what"];

/** Keys that do one thing. `hidden`: further keys that do the same and are not worth a place on the card. */
export interface KeyRow {
  keys: string[];
  hidden?: string[];
  what: KeyWord;
}

/** Where keys work, and which. Written as the handlers write them: `Mod` is Ctrl, on a Mac ⌘. */
export const KEY_GROUPS: { group: keyof Words["keys"]["groups"]; rows: KeyRow[] }[] = [
  {
    group: "everywhere",
    rows: [
      { keys: ["Mod+K"], what: "search" },
      { keys: ["N"], hidden: ["L", "D", "O", "C", "P", "V"], what: "create" },
      { keys: ["Tab"], what: "palette" },
      { keys: ["Escape"], what: "close" },
      { keys: ["Mod+Tab"], hidden: ["Mod+Shift+Tab", "Mod+PageDown", "Mod+PageUp"], what: "tabs" },
      { keys: ["Mod+W"], what: "closeTab" },
      { keys: ["Mod+Q"], what: "quit" },
      { keys: ["Mod++", "Mod+-", "Mod+0"], hidden: ["Mod+="], what: "zoom" },
      { keys: ["?"], what: "help" },
    ],
  },
  {
    group: "list",
    rows: [
      { keys: ["J", "K"], hidden: ["ArrowDown", "ArrowUp"], what: "move" },
      { keys: ["PageDown", "PageUp"], what: "page" },
      { keys: ["Home", "End"], what: "ends" },
      { keys: ["Enter"], what: "open" },
      { keys: ["Space"], what: "peek" },
      { keys: ["/"], what: "find" },
      { keys: ["F"], what: "filter" },
      { keys: ["X"], hidden: ["Shift+ArrowDown", "Shift+ArrowUp"], what: "choose" },
      { keys: ["Mod+A"], what: "chooseAll" },
      { keys: ["Mod+C"], what: "copy" },
      { keys: ["Mod+Shift+V"], what: "paste" },
    ],
  },
  {
    group: "document",
    rows: [
      { keys: ["E"], what: "act" },
      { keys: ["1…9"], what: "section" },
      { keys: ["P"], what: "papers" },
      { keys: ["R"], what: "resend" },
      { keys: ["[", "]"], hidden: ["ArrowLeft", "ArrowRight"], what: "month" },
      { keys: ["M", "D"], what: "versions" },
    ],
  },
  {
    group: "leads",
    rows: [
      { keys: ["A", "B", "C"], what: "grade" },
      { keys: ["1", "2", "3"], what: "grounds" },
      { keys: ["D"], what: "why" },
      { keys: ["S"], what: "snooze" },
    ],
  },
  {
    group: "paper",
    rows: [
      { keys: ["+", "-", "0"], hidden: ["="], what: "paperSize" },
      { keys: ["PageDown", "PageUp"], what: "paperPage" },
      { keys: ["Mod+P"], hidden: ["P"], what: "print" },
      { keys: ["Mod+S"], what: "keep" },
    ],
  },
  {
    group: "form",
    rows: [
      { keys: ["Mod+S"], what: "save" },
      { keys: ["Mod+Enter"], what: "submit" },
      { keys: ["Mod+Z", "Mod+Y"], what: "undo" },
    ],
  },
  {
    group: "sheet",
    rows: [
      { keys: ["Tab", "Enter"], what: "cell" },
      { keys: ["F2"], what: "edit" },
      { keys: ["Delete"], hidden: ["Backspace"], what: "empty" },
      { keys: ["Mod+A"], what: "all" },
      { keys: ["Mod+D"], what: "fill" },
      { keys: ["Mod+=", "Mod+-"], hidden: ["Mod++"], what: "rows" },
      { keys: ["Alt+↑", "Alt+↓"], what: "moveRow" },
    ],
  },
];
