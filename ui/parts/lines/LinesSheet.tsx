/** Lines of a document as a sheet: products are found and created while typing, blocks pasted, every step undone. */
import { Button } from "antd";
import { ClipboardPaste, Redo2, Undo2 } from "lucide-react";
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import type { ProductCard } from "../../bridge";
import { useWords } from "../../words";
import { NewProduct } from "../inplace/NewProduct";
import { ProductSuggest, goOn } from "../inplace/ProductSuggest";
import { productOfRow } from "../inplace/inPlace";
import { composing, typing } from "../keys";
import { Sheet, type CellProblem, type SheetColumn, type SheetRow, type SheetStep, type Zone } from "../Sheet";
import { firstDifference, recorded, redone, undone, type Past } from "../sheetPast";
import { Key } from "../Text";
import type { RefusedCells } from "./refused";
import { emptyRow, unbound } from "./rows";

/** What a form holds of its lines. */
export interface Lines {
  rows: SheetRow[];
  /** What can be undone. */
  past: Past;
  /** The block that was pasted last, until the next edit. */
  pasted: Zone | null;
}

interface LinesProps {
  lines: Lines;
  change: (part: Partial<Lines>) => void;
  columns: SheetColumn[];
  /** What is wrong with a cell's text, and how it is shown while it is not typed in: see {@link Sheet}. */
  problem: (column: string, text: string) => CellProblem | null;
  display: (column: string, text: string) => string;
  computed: (row: number, column: string) => string;
  /** What the core refuses of them: see {@link Sheet}. */
  refused?: RefusedCells | undefined;
  /** What a product fills into its row. */
  fill: (product: ProductCard, cells: Record<string, string>) => Record<string, string>;
  /** How many cells cannot be read. */
  bad: number;
  /** What stands above the sheet. */
  title?: string;
  least?: number;
  test: string;
}

/** Undo and redo; the keyboard goes to where something changed. */
function usePast(lines: Lines, change: LinesProps["change"], columns: SheetColumn[]): { undo: () => void; redo: () => void } {
  const travel = (way: (past: Past, rows: SheetRow[]) => { past: Past; rows: SheetRow[] } | null) => (): void => {
    const next = way(lines.past, lines.rows);
    if (next === null) return;
    change({ ...next, pasted: null });
    const cell = firstDifference(lines.rows, next.rows, columns.map((column) => column.key));
    if (cell === null) return;
    setTimeout(() => {
      // Unless the keyboard has gone on to another box meanwhile.
      const now = document.activeElement;
      if (!typing(now) || now?.closest(".sheet") !== null) document.querySelector<HTMLElement>(`[data-cell="${cell.row}:${cell.key}"]`)?.focus();
    }, 0);
  };
  return { undo: travel(undone), redo: travel(redone) };
}

/** The sheet with its bar. */
export function LinesSheet({ lines, change, columns, problem, display, computed, refused, fill, bad, title, least, test }: LinesProps): ReactNode {
  const { undo, redo } = usePast(lines, change, columns);
  const suggestKeys = useRef<((event: React.KeyboardEvent) => boolean) | null>(null);
  const latest = useRef({ lines, fill });
  useLayoutEffect(() => { latest.current = { lines, fill }; });
  const [creating, setCreating] = useState<number | null>(null);
  const created = useRef<number | null>(null);
  const create = (product: ProductCard): void => {
    if (creating === null) return;
    const rows = lines.rows.map((row, index) => (index === creating ? { cells: { ...row.cells, ...fill(product, row.cells) }, meta: { ...row.meta, product_id: product.id } } : row));
    change({ rows, past: recorded(lines.past, lines.rows, null), pasted: null });
    created.current = creating;
    setCreating(null);
  };
  // After the question has given the keyboard back to its cell.
  useEffect(() => {
    if (creating === null && created.current !== null) goOn(created.current);
    created.current = null;
  }, [creating]);
  const onChange = (rows: SheetRow[], step: SheetStep): void => {
    change({ rows: unbound(rows, lines.rows), past: recorded(lines.past, lines.rows, step.mark), pasted: step.pasted });
  };
  const suggest = useCallback((row: number, column: string, text: string, take: (cells: Record<string, string>, meta?: Record<string, unknown>) => void): ReactNode => {
    if (column !== "name") return null;
    const cells = latest.current.lines.rows[row]?.cells ?? {};
    return <ProductSuggest key={row} text={text} take={take} keys={suggestKeys} row={row} fill={(product) => latest.current.fill(product, cells)} onCreate={() => setCreating(row)} />;
  }, []);
  return (
    <section className="formlines">
      <LinesBar lines={lines} undo={undo} redo={redo} bad={bad} title={title} />
      <Sheet
        problem={problem}
        display={display}
        columns={columns}
        rows={lines.rows}
        onChange={onChange}
        onUndo={undo}
        onRedo={redo}
        pasted={lines.pasted}
        computed={computed}
        {...(refused === undefined ? {} : { refused })}
        suggest={suggest}
        intercept={(event) => suggestKeys.current?.(event) === true}
        emptyRow={emptyRow}
        binds="name"
        least={least ?? 8}
        test={test}
      />
      {creating !== null && <NewProduct first={productOfRow(lines.rows[creating]?.cells ?? {})} onClose={() => setCreating(null)} onDone={create} />}
    </section>
  );
}

/** Ctrl+Z and Ctrl+Y where no box is typed in: a box outside of the sheet undoes its own letters. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || composing(event) || typing(event.target) || !(event.ctrlKey || event.metaKey)) return;
      if (document.querySelector("dialog[open]") !== null) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) redo();
      else undo();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  });
}

function LinesBar({ lines, undo, redo, bad, title }: { lines: Lines; undo: () => void; redo: () => void; bad: number; title: string | undefined }): ReactNode {
  const w = useWords().orderForm;
  const { pasted, past } = lines;
  useUndoKeys(undo, redo);
  // The keyboard stays in its cell.
  const stay = (event: React.MouseEvent): void => event.preventDefault();
  return (
    <div className="linesbar">
      <b className="nw">{title ?? w.lines}</b>
      <span className="r">
        <Button type="text" size="small" aria-label={w.undo} title={w.undo} disabled={past.before.length === 0} icon={<Undo2 size={14} strokeWidth={1.6} />} onMouseDown={stay} onClick={undo} data-test="undo" />
        <Button type="text" size="small" aria-label={w.redo} title={w.redo} disabled={past.after.length === 0} icon={<Redo2 size={14} strokeWidth={1.6} />} onMouseDown={stay} onClick={redo} data-test="redo" />
      </span>
      {pasted !== null && <span className={`${pasted.dropped > 0 ? "wait" : "acc"} r gap6 ell`} data-test="pasted"><ClipboardPaste size={14} strokeWidth={1.6} /><span className="ell">{w.pasted(pasted.rows, pasted.columns)}{bad > 0 && w.pastedBad(bad)}{pasted.dropped > 0 && w.pastedDropped(pasted.dropped)}</span></span>}
      {pasted !== null && <Button size="small" icon={<Undo2 size={13} strokeWidth={1.6} />} onMouseDown={stay} onClick={undo} data-test="undo-paste">{w.undoPaste}</Button>}
      {(pasted === null || pasted.dropped === 0) && <div className="hints keyhints"><span><Key>Shift ↓ →</Key>{w.keys.mark}</span><span><Key>Mod V</Key>{w.keys.paste}</span><span><Key>Mod D</Key>{w.keys.fill}</span><span><Key>Mod +</Key>{w.keys.insertRow}</span><span><Key>Mod −</Key>{w.keys.removeRow}</span><span><Key>Alt ↑</Key>{w.keys.moveRow}</span></div>}
    </div>
  );
}
