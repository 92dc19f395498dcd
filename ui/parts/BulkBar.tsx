/** The bar over a list with chosen rows: how many, their sum, and what can be done with them; it stands where the conditions
 * stood, so that nothing jumps. */
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "../words";
import { figure } from "../words/figures";
import { ActButton } from "./ActButton";
import { MOST_ROWS, useBarRefusals, type BulkAct } from "./Bulk";

interface BarProps<Row> {
  acts: BulkAct<Row>[];
  /** The chosen rows, as far as they are loaded; none when all that is filtered is chosen. */
  rows: Row[];
  count: number;
  all: boolean;
  sum: string;
  onAct: (act: BulkAct<Row>) => void;
  onNone: () => void;
  right: ReactNode;
}

/** The bar. An act that none of the chosen rows allows is grey and says why. */
export function BulkBar<Row>({ acts, rows, count, all, sum, onAct, onNone, right }: BarProps<Row>): ReactNode {
  const w = useWords().lists.bulk;
  const may = useBarRefusals(acts, rows);
  const said = all ? w.chosenAll(figure(count)) : w.chosen(figure(count));
  const tooMany = count > MOST_ROWS;
  return (
    <div className="filters bulkbar" role="toolbar" aria-label={`${said.before}${said.count}${said.after}`} data-test="bulk-bar">
      <button type="button" className="iconbtn small" aria-label={w.none} title={w.none} onClick={onNone} data-test="bulk-none"><X size={14} strokeWidth={1.6} /></button>
      <span className="nw">{said.before}<b data-test="chosen-count">{said.count}</b>{said.after}</span>
      {sum !== "" && <span className="i2 nw">{w.sum} <b>{sum}</b></span>}
      <div className="r gap6 g1 bulkacts">
        {tooMany ? <span className="i3">{w.tooMany(figure(MOST_ROWS))}</span> : acts.map((act) => {
          const answers = may.get(act.key);
          const none = answers !== undefined && answers.length > 0 && answers.every((one) => one.refusals.length > 0);
          const refusals = none ? (answers[0]?.refusals ?? []) : [];
          return <ActButton key={act.key} small label={act.label} icon={act.icon} danger={act.danger ?? false} refusals={refusals} onClick={() => onAct(act)} test={`bulk-${act.key}`} />;
        })}
      </div>
      {right}
    </div>
  );
}
