/** The sheet's behaviour: which cell is in focus, what the keys do, how a block is pasted. */
import { useRef, useState } from "react";
import { composing } from "./keys";
import { readBlock } from "./paste";

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

/** A row: what stands in each cell, as typed, and what belongs to the row without being seen. */
export interface SheetRow {
  cells: Record<string, string>;
  meta: Record<string, unknown>;
}

interface Behaviour {
  columns: SheetColumn[];
  rows: SheetRow[];
  onChange: (rows: SheetRow[], pasted: { rows: number; columns: number } | null) => void;
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

/** Rows with the cells at (row, column…) replaced by a block; rows are added as needed. */
export function laidIn(rows: SheetRow[], block: string[][], row: number, keys: string[], emptyRow: () => SheetRow): SheetRow[] {
  const next = [...rows];
  block.forEach((cells, down) => {
    while (next.length <= row + down) next.push(emptyRow());
    const old = next[row + down] ?? emptyRow();
    const laid = { ...old.cells };
    cells.forEach((cell, across) => {
      const key = keys[across];
      if (key !== undefined) laid[key] = cell;
    });
    // A pasted name is somebody else's product until it is looked up again.
    next[row + down] = { cells: laid, meta: keys[0] !== undefined && laid[keys[0]] !== old.cells[keys[0]] ? {} : old.meta };
  });
  return next;
}

/** State and handlers of the sheet. */
// eslint-disable-next-line @typescript-eslint/explicit-function-return-type
export function useSheet({ columns, rows, onChange, emptyRow }: Behaviour) {
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<At | null>(null);
  const [editing, setEditing] = useState(false);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const before = useRef("");
  const typed = columns.filter((column) => column.kind !== "computed");

  const cellOf = (row: number, key: string): HTMLInputElement | null => box.current?.querySelector(`[data-cell="${row}:${key}"]`) ?? null;
  const move = (down: number, across: number): boolean => {
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
    const cell = key === undefined || row < 0 ? null : cellOf(row, key);
    cell?.focus();
    return cell !== null;
  };
  const withCell = (row: number, key: string, text: string): SheetRow[] => laidIn(rows, [[text]], row, [key], emptyRow);
  const write = (row: number, key: string, text: string): void => {
    setEditing(true);
    setPasted(null);
    const next = [...rows];
    while (next.length <= row) next.push(emptyRow());
    const old = next[row] ?? emptyRow();
    next[row] = { ...old, cells: { ...old.cells, [key]: text } };
    onChange(next, null);
  };
  const fillDown = (): void => {
    if (at === null || at.row === 0) return;
    const above = rows[at.row - 1]?.cells[at.column];
    if (above !== undefined) onChange(withCell(at.row, at.column, above), null);
  };
  const removeRow = (): void => {
    if (at !== null && at.row < rows.length) onChange(rows.filter((_, index) => index !== at.row), null);
  };
  const insertRow = (): void => {
    if (at !== null) onChange([...rows.slice(0, at.row), emptyRow(), ...rows.slice(at.row)], null);
  };
  const keys = (event: React.KeyboardEvent<HTMLInputElement>): void => {
    if (composing(event) || event.defaultPrevented || at === null) return;
    const mod = event.ctrlKey || event.metaKey;
    const input = event.currentTarget;
    const atStart = !editing || input.selectionStart === 0;
    const atEnd = !editing || input.selectionEnd === input.value.length;
    const acts: Record<string, (() => unknown) | undefined> = {
      Enter: mod ? undefined : () => (event.shiftKey ? move(-1, 0) : move(1, 0)),
      ArrowDown: () => move(1, 0),
      ArrowUp: () => move(-1, 0),
      ArrowRight: atEnd && input.type === "text" ? () => move(0, 1) : undefined,
      ArrowLeft: atStart && input.type === "text" ? () => move(0, -1) : undefined,
      Tab: mod ? undefined : () => move(0, event.shiftKey ? -1 : 1),
      F2: () => { setEditing(true); input.setSelectionRange(input.value.length, input.value.length); },
      Escape: editing ? () => { write(at.row, at.column, before.current); setEditing(false); input.select(); } : undefined,
      Delete: editing ? undefined : () => write(at.row, at.column, ""),
      d: mod ? fillDown : undefined,
      "-": mod ? removeRow : undefined,
      "+": mod ? insertRow : undefined,
      "=": mod ? insertRow : undefined,
    };
    const act = acts[event.key];
    if (act === undefined) return;
    if (act() !== false) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const paste = (event: React.ClipboardEvent): void => {
    const text = event.clipboardData.getData("text/plain");
    if (at === null || !/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return;
    event.preventDefault();
    const block = readBlock(text);
    const from = typed.findIndex((one) => one.key === at.column);
    const across = typed.slice(from).map((one) => one.key);
    const columnsTaken = Math.min(Math.max(...block.map((cells) => cells.length)), across.length);
    setPasted({ top: at.row, bottom: at.row + block.length - 1, left: from, right: from + columnsTaken - 1 });
    setEditing(false);
    onChange(laidIn(rows, block, at.row, across, emptyRow), { rows: block.length, columns: columnsTaken });
  };
  const pasteEdge = (row: number, key: string): string => {
    if (pasted === null || row < pasted.top || row > pasted.bottom) return "";
    const index = typed.findIndex((one) => one.key === key);
    if (index < pasted.left || index > pasted.right) return "";
    return ["pz", row === pasted.top ? "pt" : "", row === pasted.bottom ? "pb" : "", index === pasted.left ? "pl" : "", index === pasted.right ? "pr" : ""].join(" ");
  };
  const focus = (row: number, key: string): void => {
    if (at?.row === row && at.column === key) return;
    before.current = rows[row]?.cells[key] ?? "";
    setAt({ row, column: key });
    setEditing(false);
  };
  const take = (row: number, cells: Record<string, string>, meta?: Record<string, unknown>): void => {
    const next = [...rows];
    while (next.length <= row) next.push(emptyRow());
    const old = next[row] ?? emptyRow();
    next[row] = { cells: { ...old.cells, ...cells }, meta: { ...old.meta, ...meta } };
    setEditing(false);
    setPasted(null);
    onChange(next, null);
  };
  const blur = (event: React.FocusEvent): void => {
    if (box.current?.contains(event.relatedTarget as Node | null) !== true) {
      setAt(null);
      setEditing(false);
    }
  };
  return { box, at, editing, keys, paste, pasteEdge, focus, write, take, blur, edit: () => setEditing(true), shown: (_row: number, _key: string, text: string) => text };
}
