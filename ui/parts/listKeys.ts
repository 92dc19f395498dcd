/** How a list is walked and chosen from: arrows and letters, clicks with Shift and Ctrl or ⌘. */
import { useEffect, useRef, useState, type MouseEvent } from "react";
import type { ListProps } from "./List";
import { useKeys } from "./keys";
import { isSomethingOpen } from "./leaving";
import { EVERYBODY, NOBODY, isAny, stretched, toggled } from "./selection";

/** What the keys need to know of a list. */
export type Walked<Row> = Pick<ListProps<Row>, "rowId" | "selection" | "onSelect" | "onOpen" | "onCursor" | "onPeek" | "onCopy" | "at">;

interface Cursor<Row> {
  /** The row with the keyboard. */
  cursor: number | null;
  click: (row: Row, event: MouseEvent) => void;
}

/** Whether text on the page is marked: then Ctrl/⌘ C copies that. */
function isTextMarked(): boolean {
  const marked = getSelection();
  return marked !== null && !marked.isCollapsed && marked.toString() !== "";
}

/** The keys of the list. `toEnd` fetches what is not loaded yet. */
export function useListKeys<Row>(props: Walked<Row>, rows: Row[], toEnd: () => Promise<Row[]>, reveal: (index: number) => void): Cursor<Row> {
  const { rowId, selection, onSelect } = props;
  const [id, setId] = useState<number | null>(null);
  /** Where the range that is being stretched ended. */
  const end = useRef<number | null>(null);
  const { at } = props;
  useEffect(() => { if (at !== null && at !== undefined) setId(at); }, [at]);
  const index = rows.findIndex((row) => rowId(row) === id);
  const here = rows[index];
  const put = (row: Row | undefined, at: number): void => {
    if (row === undefined) return;
    setId(rowId(row));
    props.onCursor?.(row);
    reveal(at);
  };
  const stretchTo = (row: Row): void => {
    if (selection === undefined) return;
    const from = selection.anchor === null && id !== null ? { ...selection, anchor: id } : selection;
    onSelect?.(stretched(from, rows.map(rowId), rowId(row), end.current));
    end.current = rowId(row);
  };
  const move = (step: number, event?: KeyboardEvent): void => {
    if (rows.length === 0) return;
    const next = Math.max(0, Math.min(rows.length - 1, index < 0 ? 0 : index + step));
    const row = rows[next];
    if (event?.shiftKey === true && row !== undefined) stretchTo(row);
    else end.current = null;
    put(row, next);
  };
  const toggle = (row: Row): void => {
    if (selection === undefined) return;
    end.current = null;
    onSelect?.(toggled(selection, rowId(row)));
  };
  const goToEnd = (): void => {
    move(rows.length);
    void toEnd().then((all) => put(all.at(-1), all.length - 1));
  };
  const down = (event: KeyboardEvent): void => move(1, event);
  const up = (event: KeyboardEvent): void => move(-1, event);
  useKeys({
    J: down, ArrowDown: down, "Shift+ArrowDown": down, K: up, ArrowUp: up, "Shift+ArrowUp": up,
    PageDown: () => move(15), PageUp: () => move(-15), Home: () => move(-rows.length), End: goToEnd,
    Enter: () => { if (here !== undefined) props.onOpen(here); },
    Space: () => { if (here !== undefined) props.onPeek?.(here); else move(0); },
  });
  useKeys({
    X: () => { if (here !== undefined) toggle(here); },
    "Mod+A": () => onSelect?.(EVERYBODY),
    "Mod+C": () => (isTextMarked() ? false : props.onCopy?.()),
    Escape: () => (selection !== undefined && isAny(selection) && !isSomethingOpen() ? onSelect?.(NOBODY) : false),
  }, selection !== undefined, undefined, true);
  // What is no longer chosen begins no range.
  useEffect(() => { if (selection !== undefined && !isAny(selection)) end.current = null; }, [selection]);
  const click = (row: Row, event: MouseEvent): void => {
    if (selection !== undefined && event.shiftKey) stretchTo(row);
    else if (selection !== undefined && (event.ctrlKey || event.metaKey)) toggle(row);
    setId(rowId(row));
    props.onCursor?.(row);
  };
  return { cursor: id, click };
}
