/** The section 「审批」: this round and all earlier ones. */
import type { ReactNode } from "react";
import type { OrderView } from "../../bridge";
import { Empty, Fact, InstantText, Opinion } from "../../parts";
import { useWords } from "../../words";

/** The section. */
export function ApprovalSection({ order }: { order: OrderView }): ReactNode {
  const { names, orders: w } = useWords();
  const rounds = [...new Set(order.approvals.map((one) => one.round))].sort((a, b) => b - a);
  return (
    <>
      {order.facts.length > 0 && <div className="block"><div className="sec">{w.mustJudge}</div>{order.facts.map((fact) => <Fact key={`${fact.level}${fact.code}`} fact={fact} />)}</div>}
      {rounds.length === 0 && <Empty>{order.origin === "Opening" ? w.ladderOpening : w.ladderNone}</Empty>}
      {rounds.map((round) => (
        <div className="block" key={round}>
          <div className="sec">{w.round(round)}</div>
          {order.approvals.filter((one) => one.round === round).map((entry) => (
            <div className="entry" key={entry.id}>
              <span className="i2"><InstantText at={entry.at} /></span>
              <span>{entry.role === null ? "" : (names.level[entry.role] ?? names.role[entry.role])}</span>
              <b>{entry.decider}</b>
              <div className="g1"><span className={entry.decision === "SentBack" ? "late" : entry.decision === "Granted" ? "done" : "i2"}>{names.decision[entry.decision]}</span>{entry.level > 0 && <Opinion entry={entry} />}</div>
            </div>
          ))}
        </div>
      ))}
    </>
  );
}
