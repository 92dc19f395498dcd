/** The lines of a quotation as a sheet: list and quoted price, discount, cost; amount and margin computed by the core while typing. */
import { useCallback, useMemo, type ReactNode } from "react";
import type { QuotationComputed } from "../../bridge";
import type { CellProblem, SheetColumn } from "../../parts";
import { LinesSheet, type Lines } from "../../parts/lines/LinesSheet";
import type { RefusedCells } from "../../parts/lines/refused";
import { likelyNumber, readRate, readScaled } from "../../parts/paste";
import { useWords } from "../../words";
import { amount, percent, price, quantity } from "../../words/figures";
import { filledBy, isBad } from "./draft";

function useColumns(): SheetColumn[] {
  const { columns: c } = useWords().quotations.form;
  return useMemo(() => [
    { key: "name", title: c.name, label: c.name },
    { key: "spec", title: c.spec, label: c.spec, width: 110 },
    { key: "quantity", title: c.quantity, label: c.quantity, width: 72, right: true },
    { key: "unit", title: c.unit, label: c.unit, width: 48 },
    { key: "list", title: c.list, label: c.list, width: 88, right: true },
    { key: "price", title: c.price, label: c.price, width: 88, right: true },
    { key: "discount", title: c.discount, label: c.discount, width: 60, right: true },
    { key: "rate", title: c.rate, label: c.rate, width: 56, right: true },
    { key: "amount", title: c.amount, kind: "computed", width: 108, right: true },
    { key: "cost", title: c.cost, label: c.cost, width: 88, right: true },
    { key: "margin", title: c.margin, kind: "computed", width: 76, right: true },
    { key: "reference", title: c.reference, label: c.reference, width: 96 },
    { key: "customised", title: c.customised, label: c.customised, kind: "yes", width: 48 },
  ], [c]);
}

interface LinesProps {
  lines: Lines;
  change: (part: Partial<Lines>) => void;
  bad: number;
  computed: QuotationComputed | undefined;
  refused: RefusedCells;
}

/** The sheet. */
export function FormLines({ lines, change, bad, computed, refused }: LinesProps): ReactNode {
  const w = useWords().quotations.form;
  const problem = useCallback((column: string, text: string): CellProblem | null => {
    if (!isBad(column, text)) return null;
    const guess = likelyNumber(text);
    return { says: w.bad[column](text), ...(guess === null ? {} : { likely: { says: w.fix(guess), text: guess } }) };
  }, [w]);
  const display = useCallback((column: string, text: string): string => {
    if (text.trim() === "" || isBad(column, text)) return text;
    if (column === "quantity") return quantity(readScaled(text, 3));
    if (column === "list" || column === "price" || column === "cost") return price(readScaled(text, 6));
    return column === "discount" || column === "rate" ? percent(readRate(text)) : text;
  }, []);
  const figure = (row: number, column: string): string => {
    if (column === "amount") return amount(computed?.amounts.line_fen[row]);
    const margin = computed?.margins[row];
    return margin === null || margin === undefined ? "—" : percent(margin.rate);
  };
  return <LinesSheet lines={lines} change={change} columns={useColumns()} problem={problem} display={display} computed={figure} refused={refused} title={w.lines} bad={lines.pasted === null ? 0 : bad} fill={filledBy} test="quotation-sheet" />;
}
