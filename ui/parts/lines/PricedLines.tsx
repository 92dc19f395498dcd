/** Priced lines of a document as a sheet: product look-up, block paste, and amounts computed by the core. */
import { useCallback, useMemo, type ReactNode } from "react";
import { useWords } from "../../words";
import { amount, dateColumn, percent, price, quantity } from "../../words/figures";
import { cellsOf } from "../inplace/inPlace";
import { likelyNumber, readDate, readRate, readScaled } from "../paste";
import type { CellProblem, SheetColumn } from "../Sheet";
import { useToday } from "../Text";
import { LinesSheet, type Lines } from "./LinesSheet";
import { bad, badCells } from "./priced";
import type { RefusedCells } from "./refused";

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

interface LinesProps {
  lines: Lines;
  change: (part: Partial<Lines>) => void;
  /** What each line comes to. */
  amounts: (number | null)[] | undefined;
  /** The document's own date. */
  promisedOn: string | null;
  /** What the core refuses of the lines. */
  refused?: RefusedCells | undefined;
  test?: string;
}

/** The sheet with its bar. */
export function PricedLines({ lines, change, amounts, promisedOn, refused, test = "sheet" }: LinesProps): ReactNode {
  const today = useToday();
  const reading = useReading(today);
  return (
    <LinesSheet
      {...reading} lines={lines} change={change} columns={useColumns()} computed={(row) => amount(amounts?.[row])} refused={refused} test={test}
      fill={(product, cells) => cellsOf(product, promisedOn, cells)} bad={lines.pasted === null ? 0 : badCells(lines, today).length}
    />
  );
}
