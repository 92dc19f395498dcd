/** The sheet's behaviour: which cell is in focus, what the keys do, how a block is pasted. */
import { useRef, useState } from "react";
import { composing } from "./keys";
import { readBlock } from "./paste";
import { laidIn, type SheetRow } from "./sheetRows";

/** A column of the sheet. */
export interface SheetColumn {
  key: string;
  title: React.ReactNode;
  /** For screen readers, where the title is no text. */
  label?: string;
  kind?: "text" | "computed" | "yes";
  width?: number;
  right?: boolean;
}

interface Behaviour {
  columns: SheetColumn[];
  rows: SheetRow[];
  onChange: (rows: SheetRow[], pasted: { rows: number; columns: number } | null) => void;
  intercept?: ((event: React.KeyboardEvent) => boolean) | undefined;
  emptyRow: () => SheetRow;
}

interface At {
  row: number;
  column: string;
}

interface Pasted {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** What the handlers below work on. */
interface Hold extends Behaviour {
  box: React.RefObject<HTMLDivElement | null>;
  /** Columns that can be typed in, in order. */
  typed: SheetColumn[];
  at: At | null;
  editing: boolean;
  setEditing: (editing: boolean) => void;
  pasted: Pasted | null;
  setPasted: (pasted: Pasted | null) => void;
  /** What stood in the cell before it was edited. */
  before: React.RefObject<string>;
}

/** Focus moves by cells; past the last column it goes on in the next row. Answers whether there was a cell. */
function move({ at, typed, box }: Hold, down: number, across: number): boolean {
  if (at === null) return false;
  let column = typed.findIndex((one) => one.key === at.column) + across;
  let row = at.row + down;
  if (column < 0) {
    column = typed.length - 1;
    row -= 1;
  } else if (column >= typed.length) {
    column = 0;
    row += 1;
  }
  const key = typed[column]?.key;
  const cell = key === undefined || row < 0 ? null : box.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${key}"]`);
  cell?.focus();
  return cell !== null && cell !== undefined;
}

/** Lays cells (and what belongs to the row unseen) into one row. */
function put({ rows, emptyRow, onChange, setPasted }: Hold, row: number, cells: Record<string, string>, meta?: Record<string, unknown>): void {
  setPasted(null);
  const next = [...rows];
  while (next.length <= row) next.push(emptyRow());
  const old = next[row] ?? emptyRow();
  next[row] = { cells: { ...old.cells, ...cells }, meta: { ...old.meta, ...meta } };
  onChange(next, null);
}

function fillDown(hold: Hold): void {
  const { at, rows } = hold;
  const above = at === null ? undefined : rows[at.row - 1]?.cells[at.column];
  if (at !== null && above !== undefined) put(hold, at.row, { [at.column]: above });
}

function removeRow({ at, rows, onChange }: Hold): void {
  if (at !== null && at.row < rows.length) onChange(rows.filter((_, index) => index !== at.row), null);
}

function insertRow({ at, rows, onChange, emptyRow }: Hold): void {
  if (at !== null) onChange([...rows.slice(0, at.row), emptyRow(), ...rows.slice(at.row)], null);
}

/** What a key does in a cell; nothing when the box should have it. */
function actOf(hold: Hold, event: React.KeyboardEvent<HTMLInputElement>): (() => unknown) | undefined {
  const { at, editing, setEditing, before } = hold;
  if (at === null) return undefined;
  const mod = event.ctrlKey || event.metaKey;
  const input = event.currentTarget;
  const text = input.type === "text";
  const atStart = !editing || input.selectionStart === 0;
  const atEnd = !editing || input.selectionEnd === input.value.length;
  const revert = (): void => {
    put(hold, at.row, { [at.column]: before.current });
    setEditing(false);
    input.select();
  };
  const edit = (): void => {
    setEditing(true);
    input.setSelectionRange(input.value.length, input.value.length);
  };
  const acts: Record<string, (() => unknown) | undefined> = {
    Enter: mod ? undefined : () => move(hold, event.shiftKey ? -1 : 1, 0),
    ArrowDown: () => move(hold, 1, 0),
    ArrowUp: () => move(hold, -1, 0),
    ArrowRight: atEnd && text ? () => move(hold, 0, 1) : undefined,
    ArrowLeft: atStart && text ? () => move(hold, 0, -1) : undefined,
    Tab: mod ? undefined : () => move(hold, 0, event.shiftKey ? -1 : 1),
    F2: edit,
    Escape: editing ? revert : undefined,
    Delete: editing || !text ? undefined : () => put(hold, at.row, { [at.column]: "" }),
    d: mod ? () => fillDown(hold) : undefined,
    "-": mod ? () => removeRow(hold) : undefined,
    "=": mod ? () => insertRow(hold) : undefined,
  };
  return acts[event.key];
}

/** A block from a spreadsheet is laid in from the cell in focus; a single value is left to the box. */
function paste(hold: Hold, event: React.ClipboardEvent): void {
  const { at, typed, rows, emptyRow, onChange, setPasted, setEditing } = hold;
  const text = event.clipboardData.getData("text/plain");
  if (at === null || !/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return;
  event.preventDefault();
  const block = readBlock(text);
  const from = typed.findIndex((one) => one.key === at.column);
  const across = typed.slice(from).map((one) => one.key);
  const taken = Math.min(Math.max(...block.map((cells) => cells.length)), across.length);
  setPasted({ top: at.row, bottom: at.row + block.length - 1, left: from, right: from + taken - 1 });
  setEditing(false);
  onChange(laidIn(rows, block, at.row, across, emptyRow), { rows: block.length, columns: taken });
}

/** Class names of a cell inside the pasted block: tinted, with a dashed edge. */
function pasteEdge({ pasted, typed }: Hold, row: number, key: string): string {
  if (pasted === null || row < pasted.top || row > pasted.bottom) return "";
  const index = typed.findIndex((one) => one.key === key);
  if (index < pasted.left || index > pasted.right) return "";
  return ["pz", row === pasted.top ? "pt" : "", row === pasted.bottom ? "pb" : "", index === pasted.left ? "pl" : "", index === pasted.right ? "pr" : ""].join(" ");
}

/** What the sheet draws and reports. */
export interface SheetHold {
  box: React.RefObject<HTMLDivElement | null>;
  at: At | null;
  editing: boolean;
  keys: (event: React.KeyboardEvent<HTMLInputElement>) => void;
  paste: (event: React.ClipboardEvent) => void;
  pasteEdge: (row: number, key: string) => string;
  focus: (row: number, key: string) => void;
  write: (row: number, key: string, text: string) => void;
  take: (row: number, cells: Record<string, string>, meta?: Record<string, unknown>) => void;
  blur: (event: React.FocusEvent) => void;
  edit: () => void;
  /** The dashed edge goes, e.g. after the paste was undone. */
  forget: () => void;
}

/** State and handlers of the sheet. */
export function useSheet(behaviour: Behaviour): SheetHold {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef("");
  const [at, setAt] = useState<At | null>(null);
  const [editing, setEditing] = useState(false);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const typed = behaviour.columns.filter((column) => column.kind !== "computed");
  const hold: Hold = { ...behaviour, box, before, at, editing, setEditing, pasted, setPasted, typed };
  return {
    box,
    at,
    editing,
    keys: (event) => {
      if (composing(event) || event.defaultPrevented) return;
      if (editing && behaviour.intercept?.(event) === true) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      const act = actOf(hold, event);
      if (act === undefined || act() === false) return;
      event.preventDefault();
      event.stopPropagation();
    },
    paste: (event) => paste(hold, event),
    pasteEdge: (row, key) => pasteEdge(hold, row, key),
    focus: (row, key) => {
      if (at?.row === row && at.column === key) return;
      before.current = behaviour.rows[row]?.cells[key] ?? "";
      setAt({ row, column: key });
      setEditing(false);
    },
    write: (row, key, text) => {
      setEditing(true);
      put(hold, row, { [key]: text });
    },
    take: (row, cells, meta) => {
      setEditing(false);
      put(hold, row, cells, meta);
    },
    blur: (event) => {
      if (box.current?.contains(event.relatedTarget as Node | null) === true) return;
      setAt(null);
      setEditing(false);
    },
    edit: () => setEditing(true),
    forget: () => setPasted(null),
  };
}
