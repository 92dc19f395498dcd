/** The first lines of a document in a peek, and what the others come to. */
import type { ReactNode } from "react";
import { useWords } from "../../words";
import { quantity } from "../../words/figures";
import { Money } from "../Text";
import "../order/peek.css";

/** A line as far as a peek tells it. */
export interface PeekLine {
  name: string;
  quantity_milli: number | null;
  unit: string;
  customised: boolean;
}

/** So many lines are told one by one. */
const FIRST = 4;

/** The table; `fen` are the amounts of the lines, where they are known. */
export function PeekLines({ lines, fen }: { lines: PeekLine[]; fen: (number | null)[] }): ReactNode {
  const { peek: w, peekMore } = useWords().orders;
  if (lines.length === 0) return null;
  const rest = fen.slice(FIRST).reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return (
    <table className="tbl tight peeklines" data-test="peek-lines">
      <thead><tr><th>{w.product}</th><th className="num">{w.quantity}</th><th className="num">{w.amount}</th></tr></thead>
      <tbody>
        {lines.slice(0, FIRST).map((line, at) => (
          <tr key={at}>
            <td title={line.name}><span className="peekname"><span className="ell">{line.name}</span>{line.customised && <span className="i2 nw">{w.customised}</span>}</span></td>
            <td className="num">{line.quantity_milli === null ? "—" : `${quantity(line.quantity_milli)} ${line.unit}`}</td>
            <td className="num"><Money fen={fen[at] ?? null} /></td>
          </tr>
        ))}
        {lines.length > FIRST && <tr className="i3"><td colSpan={2}>{peekMore(lines.length - FIRST)}</td><td className="num"><Money fen={rest} /></td></tr>}
      </tbody>
    </table>
  );
}
