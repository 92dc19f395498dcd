/** The lines of the order form: a sheet with product look-up, block paste and amounts computed by the core. */
import { Button } from "antd";
import { ClipboardPaste, Undo2 } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { OrderComputed, ProductCard } from "../../bridge";
import { Key, Money, Sheet, useKeys, useToday, type SheetColumn, type SheetRow } from "../../parts";
import { likelyNumber, readDate, readRate, readScaled } from "../../parts/paste";
import { useWords } from "../../words";
import { dateColumn, percent, price, quantity } from "../../words/figures";
import { NewProduct } from "./NewProduct";
import { ProductSuggest, goOn } from "./ProductSuggest";
import { bad, badCells, emptyRow, unbound, type Form } from "./draft";
import { cellsOf, productOfRow } from "./inPlace";

function useColumns(): SheetColumn[] {
  const w = useWords().orderForm.columns;
  return [
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
  ];
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

/** The sheet with its bar. */
export function FormLines({ form, change, computed }: LinesProps): ReactNode {
  const w = useWords().orderForm;
  const today = useToday();
  const columns = useColumns();
  const suggestKeys = useRef<((event: React.KeyboardEvent) => boolean) | null>(null);
  const [creating, setCreating] = useState<number | null>(null);
  const created = useRef<number | null>(null);
  const create = (product: ProductCard): void => {
    if (creating === null) return;
    const rows = form.rows.map((row, index) => (index === creating ? { cells: { ...row.cells, ...cellsOf(product, form.head.promised_on, row.cells) }, meta: { ...row.meta, product_id: product.id } } : row));
    change({ rows, beforePaste: null, pasted: null });
    created.current = creating;
    setCreating(null);
  };
  // After the question has given the keyboard back to its cell.
  useEffect(() => {
    if (creating === null && created.current !== null) goOn(created.current);
    created.current = null;
  }, [creating]);
  const onChange = (rows: SheetRow[], pasted: Form["pasted"]): void => {
    change({ rows: unbound(rows, form.rows), beforePaste: pasted === null ? null : form.rows, pasted });
  };
  const problem = (row: number, column: string): { says: string; likely?: { says: string; text: string } } | null => {
    const text = form.rows[row]?.cells[column] ?? "";
    if (!bad(column, text, today)) return null;
    const guess = column === "promised" ? null : likelyNumber(text);
    return { says: w.bad[column](text), ...(guess === null ? {} : { likely: { says: w.fix(guess), text: guess } }) };
  };
  return (
    <section className="formlines">
      <LinesBar form={form} change={change} today={today} />
      <Sheet
        columns={columns}
        rows={form.rows}
        onChange={onChange}
        computed={(row) => <Money fen={computed?.line_fen[row]} />}
        problem={problem}
        display={(column, text) => shownAs(column, text, today)}
        suggest={(row, column, text, take) => (column === "name" ? <ProductSuggest key={row} text={text} take={take} keys={suggestKeys} row={row} cells={form.rows[row]?.cells ?? {}} promised={form.head.promised_on} onCreate={() => setCreating(row)} /> : null)}
        intercept={(event) => suggestKeys.current?.(event) === true}
        emptyRow={emptyRow}
        least={8}
        test="sheet"
      />
      {creating !== null && <NewProduct first={productOfRow(form.rows[creating]?.cells ?? {})} onClose={() => setCreating(null)} onDone={create} />}
    </section>
  );
}

function LinesBar({ form, change, today }: { form: Form; change: (part: Partial<Form>) => void; today: string }): ReactNode {
  const w = useWords().orderForm;
  const wrong = badCells(form, today).length;
  const undo = (): void => {
    if (form.beforePaste !== null) change({ rows: form.beforePaste, beforePaste: null, pasted: null });
  };
  useKeys({ "Mod+Z": undo }, form.beforePaste !== null);
  return (
    <div className="linesbar">
      <b className="nw">{w.lines}</b>
      {form.pasted !== null && <span className="acc r gap6 nw"><ClipboardPaste size={14} strokeWidth={1.6} />{w.pasted(form.pasted.rows, form.pasted.columns)}{wrong > 0 && w.pastedBad(wrong)}</span>}
      {form.beforePaste !== null && <Button size="small" icon={<Undo2 size={13} strokeWidth={1.6} />} onClick={undo} data-test="undo-paste">{w.undoPaste}</Button>}
      <div className="hints keyhints"><span><Key>Tab</Key>{w.keys.right}</span><span><Key>Enter</Key>{w.keys.down}</span><span><Key>Mod V</Key>{w.keys.paste}</span><span><Key>Mod D</Key>{w.keys.fill}</span><span><Key>Mod −</Key>{w.keys.removeRow}</span></div>
    </div>
  );
}
