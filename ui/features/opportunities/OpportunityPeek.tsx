/** An opportunity beside the list: how far it is, what it comes to, and its documents. */
import { X } from "lucide-react";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useAsk, type OpportunityRow } from "../../bridge";
import { Avatar, DateText, Key, Money, Pair, Perforation, go } from "../../parts";
import { StageChip } from "../../parts/deal/StageChip";
import { useWords } from "../../words";
import { Contracts, Quotations } from "./Neighbours";

/** The peek; it keeps the list's row in sight while the opportunity is being asked for. */
export function OpportunityPeek({ row, onClose }: { row: OpportunityRow; onClose: () => void }): ReactNode {
  const { frame, opportunities: w } = useWords();
  const deal = useAsk("opportunity_view", { id: row.id }, { keep: false }).data;
  const newest = deal?.requirements[0];
  return (
    <aside className="aside" aria-label={row.name} data-test="opportunity-peek">
      <div className="sidetop">
        <span className="g1 r gap8"><StageChip stage={row.stage} /><span className="i2">{row.number}</span></span>
        <button type="button" className="iconbtn" aria-label={frame.close} onClick={onClose}><X size={16} strokeWidth={1.6} /></button>
      </div>
      <div className="asidebody">
        <h2 className="t">{row.name}</h2>
        <div className="i2">{row.customer}</div>
        <Perforation />
        <div className="pairs">
          <Pair label={w.columns.amount}>{row.amount_fen === 0 ? "—" : <Money fen={row.amount_fen} />}</Pair>
          <Pair label={w.columns.owner}>{row.owner === "" ? w.noOwner : <span className="r gap6"><Avatar name={row.owner} />{row.owner}</span>}</Pair>
          {row.expected_on !== null && <Pair label={w.columns.expected}><DateText date={row.expected_on} /></Pair>}
          {newest !== undefined && <Pair label={w.sections.needs}>{newest.number} V{newest.revision}　{w.names.needStates[newest.state]}　{w.needs.rowCount(newest.draft.lines.length)}</Pair>}
        </div>
        {deal !== undefined && deal.quotations.length > 0 && <><div className="sec">{w.sections.quotations}</div><Quotations deal={deal} /></>}
        {deal !== undefined && deal.contracts.length > 0 && <><div className="sec">{w.sections.contracts}</div><Contracts deal={deal} /></>}
      </div>
      <div className="asidefoot">
        <Button type="primary" onClick={() => go("opportunities", row.id)} data-test="opportunity-open">{frame.open}</Button>
        <span className="hints"><span><Key>Space</Key></span></span>
      </div>
    </aside>
  );
}
