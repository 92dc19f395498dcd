/** The lines of the order form: a sheet with product look-up, block paste and amounts computed by the core. */
import { Button } from "antd";
import { ClipboardPaste, Redo2, Undo2 } from "lucide-react";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { OrderComputed, ProductCard } from "../../bridge";
import { Key, Sheet, composing, typing, useToday, type CellProblem, type SheetColumn, type SheetRow, type SheetStep } from "../../parts";
import { firstDifference, recorded, redone, undone, type Past } from "../../parts/sheetPast";
import { likelyNumber, readDate, readRate, readScaled } from "../../parts/paste";
import { useWords } from "../../words";
import { amount, dateColumn, percent, price, quantity } from "../../words/figures";
import { NewProduct } from "./NewProduct";
import { ProductSuggest, goOn } from "./ProductSuggest";
import { bad, badCells, emptyRow, unbound, type Form } from "./draft";
import { cellsOf, productOfRow } from "./inPlace";

function useColumns(): SheetColumn[] {
  const w = useWords().orderForm.columns;
  return useMemo(() => [
    { key: "name", title: w.name, label: w.name },
    { key: "spec", title: w.spec, label: w.spec },
    { key: "quantity", title: w.quantity, label: w.quantity, width: 80, right: true },
    { key: "unit", title: w.unit, label: w.unit, width: 52 },
    { key: "price", title: w.price, label: w.price, width: 100, right: true },
    { key: "discount", title: w.discount, label: w.discount, width: 62, right: true },
    { key: "rate", title: w.rate, label: w.rate, width: 62, right: true },
    { key: "amount", title: w.amount, kind: "computed", width: 118, right: true },
    { key: "promised", title: w.promised, label: w.promised, width: 104, right: true },
    { key: "customised", title: w.customised, label: w.customised, kind: "yes", width: 62 },
  ], [w]);
}

/** A cell that is not typed in shows what was understood, in the one way figures are written. */
function shownAs(column: string, text: string, today: string): string {
  if (text.trim() === "" || bad(column, text, today)) return text;
  if (column === "quantity") return quantity(readScaled(text, 3));
  if (column === "price") return price(readScaled(text, 6));
  if (column === "discount" || column === "rate") return percent(readRate(text));
  if (column === "promised") return dateColumn(readDate(text, today), today);
  return text;
}

interface LinesProps {
  form: Form;
  change: (part: Partial<Form>) => void;
  computed: OrderComputed | undefined;
}

/** What the sheet needs of the lines and may be given anew only when the words change: see {@link Sheet}. */
function useReading(today: string): { problem: (column: string, text: string) => CellProblem | null; display: (column: string, text: string) => string } {
  const w = useWords().orderForm;
  const problem = useCallback((column: string, text: string): CellProblem | null => {
    if (!bad(column, text, today)) return null;
    const guess = column === "promised" ? null : likelyNumber(text);
    return { says: w.bad[column](text), ...(guess === null ? {} : { likely: { says: w.fix(guess), text: guess } }) };
  }, [w, today]);
  const display = useCallback((column: string, text: string) => shownAs(column, text, today), [today]);
  return { problem, display };
}

/** Undo and redo; the keyboard goes to where something changed. */
function usePast(form: Form, change: LinesProps["change"], columns: SheetColumn[]): { undo: () => void; redo: () => void } {
  const travel = (way: (past: Past, rows: SheetRow[]) => { past: Past; rows: SheetRow[] } | null) => (): void => {
    const next = way(form.past, form.rows);
    if (next === null) return;
    change({ ...next, pasted: null });
    const cell = firstDifference(form.rows, next.rows, columns.map((column) => column.key));
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
export function FormLines({ form, change, computed }: LinesProps): ReactNode {
  const today = useToday();
  const columns = useColumns();
  const reading = useReading(today);
  const { undo, redo } = usePast(form, change, columns);
  const suggestKeys = useRef<((event: React.KeyboardEvent) => boolean) | null>(null);
  const latest = useRef(form);
  useLayoutEffect(() => { latest.current = form; });
  const [creating, setCreating] = useState<number | null>(null);
  const created = useRef<number | null>(null);
  const create = (product: ProductCard): void => {
    if (creating === null) return;
    const rows = form.rows.map((row, index) => (index === creating ? { cells: { ...row.cells, ...cellsOf(product, form.head.promised_on, row.cells) }, meta: { ...row.meta, product_id: product.id } } : row));
    change({ rows, past: recorded(form.past, form.rows, null), pasted: null });
    created.current = creating;
    setCreating(null);
  };
  // After the question has given the keyboard back to its cell.
  useEffect(() => {
    if (creating === null && created.current !== null) goOn(created.current);
    created.current = null;
  }, [creating]);
  const onChange = (rows: SheetRow[], step: SheetStep): void => {
    change({ rows: unbound(rows, form.rows), past: recorded(form.past, form.rows, step.mark), pasted: step.pasted });
  };
  const suggest = useCallback((row: number, column: string, text: string, take: (cells: Record<string, string>, meta?: Record<string, unknown>) => void): ReactNode => {
    if (column !== "name") return null;
    return <ProductSuggest key={row} text={text} take={take} keys={suggestKeys} row={row} cells={latest.current.rows[row]?.cells ?? {}} promised={latest.current.head.promised_on} onCreate={() => setCreating(row)} />;
  }, []);
  return (
    <section className="formlines">
      <LinesBar form={form} undo={undo} redo={redo} today={today} />
      <Sheet
        {...reading}
        columns={columns}
        rows={form.rows}
        onChange={onChange}
        onUndo={undo}
        onRedo={redo}
        pasted={form.pasted}
        computed={(row) => amount(computed?.line_fen[row])}
        suggest={suggest}
        intercept={(event) => suggestKeys.current?.(event) === true}
        emptyRow={emptyRow}
        binds="name"
        least={8}
        test="sheet"
      />
      {creating !== null && <NewProduct first={productOfRow(form.rows[creating]?.cells ?? {})} onClose={() => setCreating(null)} onDone={create} />}
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

function LinesBar({ form, undo, redo, today }: { form: Form; undo: () => void; redo: () => void; today: string }): ReactNode {
  const w = useWords().orderForm;
  const { pasted, past } = form;
  const wrong = pasted === null ? 0 : badCells(form, today).length;
  useUndoKeys(undo, redo);
  // The keyboard stays in its cell.
  const stay = (event: React.MouseEvent): void => event.preventDefault();
  return (
    <div className="linesbar">
      <b className="nw">{w.lines}</b>
      <span className="r">
        <Button type="text" size="small" aria-label={w.undo} title={w.undo} disabled={past.before.length === 0} icon={<Undo2 size={14} strokeWidth={1.6} />} onMouseDown={stay} onClick={undo} data-test="undo" />
        <Button type="text" size="small" aria-label={w.redo} title={w.redo} disabled={past.after.length === 0} icon={<Redo2 size={14} strokeWidth={1.6} />} onMouseDown={stay} onClick={redo} data-test="redo" />
      </span>
      {pasted !== null && <span className={`${pasted.dropped > 0 ? "wait" : "acc"} r gap6 ell`} data-test="pasted"><ClipboardPaste size={14} strokeWidth={1.6} /><span className="ell">{w.pasted(pasted.rows, pasted.columns)}{wrong > 0 && w.pastedBad(wrong)}{pasted.dropped > 0 && w.pastedDropped(pasted.dropped)}</span></span>}
      {pasted !== null && <Button size="small" icon={<Undo2 size={13} strokeWidth={1.6} />} onMouseDown={stay} onClick={undo} data-test="undo-paste">{w.undoPaste}</Button>}
      {(pasted === null || pasted.dropped === 0) && <div className="hints keyhints"><span><Key>Shift ↓ →</Key>{w.keys.mark}</span><span><Key>Mod V</Key>{w.keys.paste}</span><span><Key>Mod D</Key>{w.keys.fill}</span><span><Key>Mod +</Key>{w.keys.insertRow}</span><span><Key>Mod −</Key>{w.keys.removeRow}</span><span><Key>Alt ↑</Key>{w.keys.moveRow}</span></div>}
    </div>
  );
}
