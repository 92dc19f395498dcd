/** The sheet's behaviour: which cell is in focus, what the keys and the mouse do to it. */
import { useLayoutEffect, useRef, useState } from "react";
import { composing } from "./keys";
import { boxAt, copy, cornerOf, goTo, move, onRange, paste, reachTo, write, type Behaviour, type Hold, type Where } from "./sheetHold";
import { jump, several, rangeOf, type Corner } from "./sheetRange";

export type { SheetColumn, SheetStep } from "./sheetHold";

type Act = (() => unknown) | undefined;
type Acts = Record<string, Act>;
type KeyEvent = React.KeyboardEvent<HTMLInputElement>;

/** Where an arrow leads from a cell: one cell on, or with Ctrl to the end of what is filled. */
function ahead(hold: Hold, from: Corner, [down, across]: readonly [number, number], far: boolean): Corner {
  if (!far) return { row: from.row + down, column: from.column + across };
  const at = (row: number, column: number): boolean => (hold.rows[row]?.cells[hold.keys[column] ?? ""] ?? "") !== "";
  if (down !== 0) return { ...from, row: jump((row) => at(row, from.column), from.row, down > 0 ? 1 : -1, hold.count - 1) };
  return { ...from, column: jump((column) => at(from.row, column), from.column, across > 0 ? 1 : -1, hold.keys.length - 1) };
}

const ARROWS: Record<string, readonly [number, number]> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };

/** Arrows, Home and End: they move the keyboard or, with Shift, the opposite corner. */
function travel(hold: Hold, event: KeyEvent, corner: Corner): Act {
  const { editing, rows, keys } = hold;
  const mod = event.ctrlKey || event.metaKey;
  const from = event.shiftKey ? (hold.to ?? corner) : corner;
  const lastRow = Math.max(0, rows.length - 1);
  const go = (to: Corner): Act => () => (event.shiftKey ? reachTo(hold, to) : goTo(hold, to));
  const arrow = ARROWS[event.key];
  if (arrow !== undefined) {
    // In a cell that is typed in, the arrows to the sides belong to its text until they reach its end.
    const input = event.currentTarget;
    const stuck = event.key === "ArrowLeft" ? input.selectionStart !== 0 : input.selectionEnd !== input.value.length;
    if (editing && arrow[1] !== 0 && (event.shiftKey || mod || stuck)) return undefined;
    if (event.shiftKey || mod) return editing ? undefined : go(ahead(hold, from, arrow, mod));
    return () => move(hold, arrow[0], arrow[1]);
  }
  if (editing) return undefined;
  if (event.key === "Home") return go({ row: mod ? 0 : from.row, column: 0 });
  if (event.key === "End") return go({ row: mod ? lastRow : from.row, column: keys.length - 1 });
  return undefined;
}

/** Keys with Ctrl. */
function withMod(hold: Hold, event: KeyEvent): Act {
  const again = (way: () => void): void => {
    hold.put({ editing: false, to: null });
    way();
  };
  const acts: Acts = {
    d: () => onRange.fillDown(hold),
    "-": () => onRange.removeRows(hold),
    "=": () => onRange.insertRows(hold),
    "+": () => onRange.insertRows(hold),
    a: hold.editing ? undefined : () => onRange.all(hold),
    z: () => again(event.shiftKey ? hold.onRedo : hold.onUndo),
    y: () => again(hold.onRedo),
  };
  return acts[event.key.toLowerCase()];
}

/** The cell is typed in from now on; what stood in it can be had back with Esc. */
function begin(hold: Hold): void {
  if (!hold.editing && hold.at !== null) hold.before = hold.rows[hold.at.row]?.cells[hold.at.key] ?? "";
  hold.put({ editing: true, to: null });
}

/** What a key does in a cell; nothing when the box should have it. */
function actOf(hold: Hold, event: KeyEvent): Act {
  const { at, editing, to } = hold;
  const corner = cornerOf(hold);
  if (at === null || corner === null) return undefined;
  const input = event.currentTarget;
  const text = input.type === "text";
  const range = several(rangeOf(corner, to));
  if (event.altKey) return event.key === "ArrowUp" ? () => onRange.moveRows(hold, -1) : event.key === "ArrowDown" ? () => onRange.moveRows(hold, 1) : undefined;
  const way = travel(hold, event, corner);
  if (way !== undefined) return way;
  if (event.ctrlKey || event.metaKey) return withMod(hold, event);
  const revert = (): void => {
    write(hold, at.row, { [at.key]: hold.before });
    hold.put({ editing: false });
    input.select();
  };
  const edit = (): void => {
    begin(hold);
    input.setSelectionRange(input.value.length, input.value.length);
  };
  const empty = (): void => onRange.empty(hold);
  const acts: Acts = {
    Enter: () => move(hold, event.shiftKey ? -1 : 1, 0),
    Tab: () => move(hold, 0, event.shiftKey ? -1 : 1),
    F2: text ? edit : undefined,
    Escape: editing ? revert : range ? () => hold.put({ to: null }) : undefined,
    Delete: editing || !(text || range) ? undefined : empty,
    Backspace: range && !editing ? empty : undefined,
  };
  return acts[event.key];
}

/** The cell an event of the mouse is about; its row number means the row. */
function cornerUnder(hold: Hold, event: React.MouseEvent): { corner: Corner; whole: boolean } | null {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("td[data-row]") : null;
  if (cell === null || (event.target as Element).closest("button,.suggest,.cellsays") !== null) return null;
  const row = Number(cell.dataset["row"]) - 1;
  const key = cell.dataset["col"];
  return key === undefined ? { corner: { row, column: 0 }, whole: true } : { corner: { row, column: hold.keys.indexOf(key) }, whole: false };
}

/** Pressing marks a cell or a row, with Shift all cells up to it. */
function press(hold: Hold, event: React.MouseEvent): void {
  const under = event.button === 0 ? cornerUnder(hold, event) : null;
  if (under === null) return;
  const { corner, whole } = under;
  const end = { row: corner.row, column: whole ? hold.keys.length - 1 : corner.column };
  if (event.shiftKey && hold.at !== null) {
    event.preventDefault();
    reachTo(hold, end);
    return;
  }
  hold.drawing = true;
  if (whole) {
    event.preventDefault();
    if (goTo(hold, corner)) hold.put({ to: end });
  } else hold.put({ to: null });
}

/** Drawing over other cells marks them. */
function draw(hold: Hold, event: React.MouseEvent): void {
  if (event.buttons !== 1) hold.drawing = false;
  const under = hold.drawing ? cornerUnder(hold, event) : null;
  const corner = cornerOf(hold);
  if (under === null || corner === null) return;
  const whole = hold.to !== null && under.whole;
  const to = { row: under.corner.row, column: whole ? hold.keys.length - 1 : under.corner.column };
  if (to.row === corner.row && to.column === corner.column) {
    if (hold.to !== null) hold.put({ to: null });
    return;
  }
  if (to.row === hold.to?.row && to.column === hold.to.column) return;
  hold.put({ to, editing: false });
  boxAt(hold, corner)?.select();
}

/** The mouse is let go over a cell that it has only pointed to: what stands there is selected, as if the keyboard had come.
 * WebKit puts the caret where the mouse was, after the box was selected, and what is typed next would stand beside the old. */
function settle(hold: Hold, event: React.MouseEvent<HTMLInputElement>): void {
  const input = event.currentTarget;
  const part = input.selectionStart !== input.selectionEnd && (input.selectionStart !== 0 || input.selectionEnd !== input.value.length);
  if (hold.editing || hold.to !== null || event.detail !== 1 || part) return;
  event.preventDefault();
  input.select();
}

/** Handlers that never change, so that a row is not drawn anew because of them. */
export interface SheetActs {
  keys: (event: KeyEvent) => void;
  paste: (event: React.ClipboardEvent) => void;
  copy: (event: React.ClipboardEvent) => void;
  press: (event: React.MouseEvent) => void;
  draw: (event: React.MouseEvent) => void;
  focus: (row: number, key: string) => void;
  write: (row: number, key: string, text: string) => void;
  take: (row: number, cells: Record<string, string>, meta?: Record<string, unknown>) => void;
  blur: (event: React.FocusEvent) => void;
  edit: () => void;
  lift: (event: React.MouseEvent<HTMLInputElement>) => void;
}

function actsOn(held: React.RefObject<Hold>): SheetActs {
  return {
    keys: (event) => {
      const hold = held.current;
      if (composing(event) || event.defaultPrevented) return;
      const used = hold.editing && hold.intercept?.(event) === true;
      const act = used ? undefined : actOf(hold, event);
      if (!used && (act === undefined || act() === false)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    paste: (event) => paste(held.current, event),
    copy: (event) => copy(held.current, event),
    press: (event) => press(held.current, event),
    draw: (event) => draw(held.current, event),
    focus: (row, key) => {
      const hold = held.current;
      if (hold.at?.row === row && hold.at.key === key) return;
      hold.stay += 1;
      hold.put({ at: { row, key }, to: null, editing: false });
    },
    write: (row, key, text) => {
      begin(held.current);
      write(held.current, row, { [key]: text });
    },
    take: (row, cells, meta) => {
      held.current.put({ editing: false });
      write(held.current, row, cells, meta);
    },
    blur: (event) => {
      const hold = held.current;
      if (hold.box.current?.contains(event.relatedTarget as Node | null) === true) return;
      hold.put({ at: null, to: null, editing: false });
    },
    edit: () => begin(held.current),
    lift: (event) => settle(held.current, event),
  };
}

/** What the sheet draws. */
export interface SheetHold extends Where {
  box: React.RefObject<HTMLDivElement | null>;
  acts: SheetActs;
  keys: string[];
}

/** State and handlers of the sheet. */
export function useSheet(behaviour: Behaviour): SheetHold {
  const box = useRef<HTMLDivElement>(null);
  const [where, setWhere] = useState<Where>({ at: null, to: null, editing: false });
  const keys = behaviour.columns.filter((column) => column.kind !== "computed").map((column) => column.key);
  // Written to at once, so that two handlers of one event see each other's doing; drawn with the next render.
  const put = (part: Partial<Where>): void => {
    Object.assign(held.current, part);
    setWhere((now) => ({ ...now, ...part }));
  };
  const held = useRef<Hold>({ ...behaviour, ...where, box, keys, before: "", stay: 0, drawing: false, put });
  useLayoutEffect(() => {
    Object.assign(held.current, behaviour, where, { keys, put });
  });
  const [acts] = useState(() => actsOn(held));
  return { ...where, box, acts, keys };
}
