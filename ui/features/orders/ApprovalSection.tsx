/** The section 「审批」: this round and all earlier ones. */
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { useAsk, type OrderView } from "../../bridge";
import { Answer, Empty, Fact, InstantText, Opinion, Paper } from "../../parts";
import { useWords } from "../../words";
import { Attestation } from "./Aside";

/** The section. */
export function ApprovalSection({ order }: { order: OrderView }): ReactNode {
  const { names, orders: w } = useWords();
  const rounds = [...new Set(order.approvals.map((one) => one.round))].sort((a, b) => b - a);
  return (
    <>
      {order.facts.length > 0 && <div className="block"><div className="sec">{w.mustJudge}</div>{order.facts.map((fact) => <Fact key={`${fact.level}${fact.code}`} fact={fact} />)}</div>}
      {order.attested !== null && <div className="block"><div className="sec">{w.steps.attested}</div><Attestation attested={order.attested} /></div>}
      {rounds.length === 0 && order.attested === null && <Empty>{w.ladderNone}</Empty>}
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
      {rounds.length > 0 && <ApprovalSheet key={order.version} orderId={order.id} />}
    </>
  );
}

/** The internal paper with every decision; set only when somebody asks for it. */
function ApprovalSheet({ orderId }: { orderId: number }): ReactNode {
  const w = useWords().papers;
  const [shown, setShown] = useState(false);
  if (!shown) return <div className="block"><Button size="small" onClick={() => setShown(true)} data-test="approval-sheet">{w.approval}</Button></div>;
  return <AskedSheet orderId={orderId} />;
}

function AskedSheet({ orderId }: { orderId: number }): ReactNode {
  const w = useWords().papers;
  const file = useAsk("order_approval_sheet", { id: orderId }, { keep: false });
  return <Answer of={file}>{(one) => <Paper file={one} note={w.inside} />}</Answer>;
}
