/** One order in approval: who it waits for, the facts to judge, and the acts. */
import { Button } from "antd";
import type { ReactNode } from "react";
import { useAct, type ApprovalRow, type LevelFact } from "../../bridge";
import { ActButton, Glyph, InstantText, Money, StateChip, addressOf, say } from "../../parts";
import { useWords } from "../../words";

interface CardProps {
  row: ApprovalRow;
  decidable: boolean;
  onDecide: (kind: "grant" | "sendBack") => void;
}

/** The order as a strip between two rules. */
export function ApprovalCard({ row, decidable, onDecide }: CardProps): ReactNode {
  const w = useWords().approvals;
  const level = useWords().names.level;
  const summary = useAct("approval_summary", (answer) => {
    void navigator.clipboard.writeText(answer.text).then(() => say(w.summaryCopied));
  });
  const names = row.candidates.map((one) => one.name).join("、");
  return (
    <section className="approval" data-test={`approval-${row.number}`}>
      <div className="approvalhead">
        <a className="no" href={addressOf("orders", row.order_id)}>{row.number}</a>
        <StateChip status={row.status} />
        <span className="w6 ell">{row.customer}</span>
        <span className="g1" />
        <span className="lead w6"><Money fen={row.amount_fen} /></span>
      </div>
      <div className="approvalfacts">{row.facts.map((fact) => <Fact key={fact.code} fact={fact} />)}</div>
      <div className="approvalfoot">
        <span className="i2 s g1 ell">
          {w.round(row.round)} · {row.role === null ? w.level(row.level) : (level[row.role] ?? row.role)} · {names === "" ? <span className="late">{w.nobody}</span> : `${w.decider} ${names}`} · {w.since} <InstantText at={row.since} /> · {w.owner} {row.owner}
        </span>
        <Button type="text" size="small" onClick={() => summary.mutate({ id: row.order_id })} data-test="summary">{w.summary}</Button>
        {decidable && <ActButton label={w.sendBack} small onClick={() => onDecide("sendBack")} test="send-back" />}
        {decidable && <ActButton label={w.grant} small primary onClick={() => onDecide("grant")} test="grant" />}
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
