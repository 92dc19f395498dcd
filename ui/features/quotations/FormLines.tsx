/** The lines of a quotation as a sheet: list and quoted price, discount, cost; amount and margin computed by the core while typing. */
import { useCallback, useMemo, type ReactNode } from "react";
import type { QuotationComputed } from "../../bridge";
import type { CellProblem, SheetColumn } from "../../parts";
import { LinesSheet, type Lines } from "../../parts/lines/LinesSheet";
import { useNarrow } from "../../parts/narrow";
import type { RefusedCells } from "../../parts/lines/refused";
import { likelyNumber, readRate, readScaled } from "../../parts/paste";
import { useWords } from "../../words";
import { amount, percent, price, quantity } from "../../words/figures";
import { filledBy, isBad } from "./draft";

/** Widths where there is room, and on the smallest window; the name takes what is left. */
const WIDTHS: Record<string, [wide: number, narrow: number]> = {
  spec: [110, 84], quantity: [72, 60], unit: [48, 40], list: [88, 74], price: [88, 74], discount: [60, 50], rate: [56, 48], amount: [108, 92], cost: [88, 74], margin: [76, 62], reference: [96, 64], customised: [62, 56],
};
const FIGURES = ["quantity", "list", "price", "discount", "rate", "amount", "cost", "margin"];

function useColumns(): SheetColumn[] {
  const { columns: c } = useWords().quotations.form;
  const narrow = useNarrow();
  return useMemo(() => (["name", "spec", "quantity", "unit", "list", "price", "discount", "rate", "amount", "cost", "margin", "reference", "customised"] as const).map((key): SheetColumn => {
    const width = WIDTHS[key]?.[narrow ? 1 : 0];
    return {
      key, title: c[key], ...(width === undefined ? {} : { width }), ...(FIGURES.includes(key) ? { right: true } : {}),
      ...(key === "amount" || key === "margin" ? { kind: "computed" } : { label: c[key], ...(key === "customised" ? { kind: "yes" } : {}) }),
    };
  }), [c, narrow]);
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
