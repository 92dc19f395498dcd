/** Quotations beyond the limits that wait for the supervisor: what they leave, why they are asked about, and the decision. */
import { useState, type ReactNode } from "react";
import type { ApprovalList, QuotationWaiting } from "../../bridge";
import { ActButton, Glyph, InstantText, Money, addressOf } from "../../parts";
import { QuotationChip } from "../../parts/quotation/QuotationChip";
import { QuotationDecision } from "../../parts/quotation/QuotationDecision";
import { useWords } from "../../words";
import { percent } from "../../words/figures";

/** The strips above the orders; nothing where nothing waits. */
export function Quotations({ rows, list }: { rows: QuotationWaiting[]; list: ApprovalList }): ReactNode {
  const { quotations: w } = useWords();
  const [asked, setAsked] = useState<{ kind: "grant" | "sendBack"; row: QuotationWaiting } | null>(null);
  if (rows.length === 0) return null;
  return (
    <div className="approvals asked" data-test="approvals-quotations">
      <h2 className="sec">{w.waiting.title}</h2>
      {rows.map((row) => <Strip key={row.id} row={row} decidable={list === "Waiting" && row.state === "InApproval"} onDecide={(kind) => setAsked({ kind, row })} />)}
      {asked !== null && <QuotationDecision kind={asked.kind} of={asked.row} candidates={asked.row.candidates} onClose={() => setAsked(null)} />}
    </div>
  );
}

function Strip({ row, decidable, onDecide }: { row: QuotationWaiting; decidable: boolean; onDecide: (kind: "grant" | "sendBack") => void }): ReactNode {
  const { approvals: w, quotations: q } = useWords();
  return (
    <section className="approval" data-test={`approval-${row.number}`}>
      <div className="approvalcell">
        <div className="approvalhead">
          <a className="no" href={addressOf("quotations", row.id)}>{row.number}</a><span className="i2">V{row.revision}</span><QuotationChip state={row.state} />
          <span className="w6 ell">{row.customer}</span><span className="g1" /><span className="lead w6"><Money fen={row.amount_fen} /></span>
        </div>
        <div className="approvalfacts">
          <span className="fact"><span className="i3">{q.rate}</span><span>{percent(row.margin)}</span></span>
          <span className="fact"><span className="i3">{q.discount}</span><span>{percent(row.discount)}</span></span>
          {row.concerns.map((one, index) => <span key={index} className="fact late"><Glyph shape="late" size={11} />{q.names.concern(one)}</span>)}
        </div>
        <div className="approvalfoot">
          <span className="i2 s g1">{w.owner} {row.owner} · <InstantText at={row.since} /></span>
          {decidable && <ActButton label={w.sendBack} small onClick={() => onDecide("sendBack")} test="send-back" />}
          {decidable && <ActButton label={w.grant} small onClick={() => onDecide("grant")} test="grant" />}
        </div>
      </div>
    </section>
  );
}
