/** One order in approval: who it waits for, the facts to judge, and the acts. */
import { Button } from "antd";
import type { MouseEvent, ReactNode } from "react";
import { faultOf, useAct, type ApprovalRow, type LevelFact } from "../../bridge";
import { ActButton, FaultNote, Glyph, Money, StateChip, addressOf, say, useCopy } from "../../parts";
import { useWhy } from "../../parts/order/why";
import { useWords } from "../../words";

interface CardProps {
  row: ApprovalRow;
  /** The keyboard is here. */
  on: boolean;
  /** The one whose 「同意」 is the page's loud button. */
  loud: boolean;
  chosen: boolean;
  onToggle: () => void;
  onClick: (event: MouseEvent) => void;
  decidable: boolean;
  onDecide: (kind: "grant" | "sendBack") => void;
}

/** The order as a strip between two rules. */
export function ApprovalCard({ row, on, loud, chosen, onToggle, onClick, decidable, onDecide }: CardProps): ReactNode {
  const { approvals: w, lists } = useWords();
  const why = useWhy(row.why);
  const summary = useAct("approval_summary");
  const { copy, byHand } = useCopy(w.summary, () => say(w.summaryCopied));
  const ask = (): void => void copy(summary.mutateAsync({ id: row.order_id }).then((answer) => answer.text)).catch(() => undefined);
  return (
    <section className={`approval${on ? " on" : ""}${chosen ? " chosen" : ""}`} role="row" aria-selected={chosen} aria-current={on} onClick={onClick} data-order={row.order_id} data-test={`approval-${row.number}`}>
      <div role="gridcell" className="approvalcell">
        <div className="approvalhead">
          {decidable && <input type="checkbox" checked={chosen} onClick={(event) => event.stopPropagation()} onChange={onToggle} aria-label={lists.choose} data-test="row-box" />}
          <a className="no" href={addressOf("orders", row.order_id)}>{row.number}</a>
          <StateChip status={row.status} />
          <span className="w6 ell">{row.customer}</span>
          <span className="g1" />
          <span className="lead w6"><Money fen={row.amount_fen} /></span>
        </div>
        <div className="approvalfacts">{row.facts.map((fact) => <Fact key={fact.code} fact={fact} />)}</div>
        <div className="approvalfoot">
          <span className="i2 s g1">
            {w.round(row.round)} · {w.owner} {row.owner} · <span className={why.family === "late" ? "late" : ""} data-test="why">{why.text}</span>
          </span>
          <Button type="text" size="small" loading={summary.isPending} onClick={ask} data-test="summary">{w.summary}</Button>
          {decidable && <ActButton label={w.sendBack} small onClick={() => onDecide("sendBack")} test="send-back" />}
          {decidable && <ActButton label={w.grant} small primary={loud} onClick={() => onDecide("grant")} test="grant" />}
        </div>
        {summary.isError && <FaultNote fault={faultOf(summary.error)} />}
        {byHand}
      </div>
    </section>
  );
}

function Fact({ fact }: { fact: LevelFact }): ReactNode {
  const w = useWords().approvals;
  return (
    <span className="fact" title={fact.within === null ? undefined : fact.within ? w.within : w.beyond}>
      <span className="i3">{w.facts[fact.code] ?? fact.code}</span>
      <span className={fact.within === false ? "late" : ""}>{fact.text}</span>
      {fact.within !== null && <span className={fact.within ? "done" : "late"}><Glyph shape={fact.within ? "done" : "late"} size={11} /></span>}
    </span>
  );
}
