/** The side of an order: the ladder of the current round with opinions, and what each level must judge. */
import type { ReactNode } from "react";
import type { Attested, LevelFact, OrderView } from "../../bridge";
import { Fact, Glyph, InstantText, Opinion } from "../../parts";
import { useWords } from "../../words";
import { rungs, shapeOf, type Rung } from "../../parts/order/rungs";

/** The column at the right. */
export function Aside({ order }: { order: OrderView }): ReactNode {
  const w = useWords().orders;
  return (
    <aside className="docaside" data-test="ladder">
      <div className="sec asidehead">{w.ladder(order.round)}</div>
      {order.attested !== null && <Attestation attested={order.attested} />}
      {order.origin !== "Opening" && order.round === 0 && <p className="i2 s">{w.ladderNone}</p>}
      {order.origin !== "Opening" && <Ladder order={order} round={order.round} />}
    </aside>
  );
}

/** Who stands for an opening order, and how it came into the book. */
export function Attestation({ attested }: { attested: Attested }): ReactNode {
  const w = useWords().orders;
  const rows: [string, ReactNode][] = [[w.attestedBy, <b>{attested.by}</b>]];
  if (attested.at !== null) rows.push([w.attestedAt, <InstantText at={attested.at} />], [w.attestedRecorder, attested.recorded_by], [w.attestedFile, attested.file_name]);
  return (
    <div className="attestation" data-test="attestation">
      <p className="i2 s">{w.ladderOpening}</p>
      {rows.map(([label, text]) => <div className="fact" key={label}><span className="i3">{label}</span><span className="g1">{text}</span></div>)}
    </div>
  );
}

/** A round's rungs. */
export function Ladder({ order, round }: { order: OrderView; round: number }): ReactNode {
  return <ol className="ladder">{rungs(order, round).map((rung) => <RungRow key={rung.level} rung={rung} facts={round === order.round ? order.facts.filter((fact) => fact.level === rung.level && fact.text !== "—") : []} />)}</ol>;
}

function RungRow({ rung, facts }: { rung: Rung; facts: LevelFact[] }): ReactNode {
  const { names, orders: w } = useWords();
  const { family, shape } = shapeOf(rung.state);
  const says = rung.entry !== null ? names.decision[rung.entry.decision] : rung.state === "now" ? w.waitingLevel : w.notYet;
  return (
    <li className="rung" data-test={`rung-${rung.level}`} data-state={rung.state}>
      <span className={`rungno st-${family}`}>{rung.level}</span>
      <div className="g1">
        <div className="r sb gap8"><span className="ell"><b>{names.level[rung.role] ?? names.role[rung.role]}</b> {rung.entry?.decider ?? ""}</span><span className={`r gap4 nw ${family}`}><Glyph shape={shape} />{says}</span></div>
        {rung.entry !== null && <Opinion entry={rung.entry} />}
        {rung.entry === null && facts.map((fact) => <Fact key={fact.code} fact={fact} />)}
      </div>
    </li>
  );
}
