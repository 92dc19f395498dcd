/** Contracts that wait for legal: what they are about, where they depart from the quotation, and the review in place. */
import { Button } from "antd";
import { FileText } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useAsk, type ApprovalList, type ContractWaiting } from "../../bridge";
import { ActButton, Glyph, InstantText, Money, PaperDialog, addressOf } from "../../parts";
import { ContractChip } from "../../parts/contract/ContractChip";
import { Review } from "../../parts/contract/Review";
import { useLanguage, useWords } from "../../words";
import { differenceText } from "../../words/differences";

/** The strips; nothing where nothing waits. */
export function Contracts({ rows, list }: { rows: ContractWaiting[]; list: ApprovalList }): ReactNode {
  const { contracts: w } = useWords();
  const [asked, setAsked] = useState<{ what: "review" | "paper"; row: ContractWaiting } | null>(null);
  if (rows.length === 0) return null;
  const close = (): void => setAsked(null);
  return (
    <div className="approvals asked" data-test="approvals-contracts">
      <h2 className="sec">{w.title}</h2>
      {rows.map((row) => <Strip key={row.id} row={row} reviewable={list === "Waiting" && row.state === "InReview"} onAsk={(what) => setAsked({ what, row })} />)}
      {asked?.what === "review" && <Review contract={asked.row} onClose={close} />}
      {asked?.what === "paper" && <ContractPaper row={asked.row} onClose={close} />}
    </div>
  );
}

function Strip({ row, reviewable, onAsk }: { row: ContractWaiting; reviewable: boolean; onAsk: (what: "review" | "paper") => void }): ReactNode {
  const { approvals: w, contracts: k } = useWords();
  const language = useLanguage();
  return (
    <section className="approval" data-test={`approval-${row.number ?? ""}`}>
      <div className="approvalcell">
        <div className="approvalhead">
          <a className="no" href={addressOf("contracts", row.id)}>{row.number ?? k.draft}</a><span className="i2">{k.names.kinds[row.kind]}</span><ContractChip state={row.state} />
          <span className="w6 ell">{row.customer}</span><span className="g1" /><span className="lead w6"><Money fen={row.amount_fen} /></span>
        </div>
        <div className="approvalfacts">
          <span className="fact"><span className="i3">{w.facts["terms"]}</span><span>{row.terms}</span></span>
          {row.delivery_period !== "" && <span className="fact"><span className="i3">{k.form.fields.delivery_period}</span><span>{row.delivery_period}</span></span>}
          <span className="fact"><span className="i3">{k.sections.clauses}</span><span>{row.clauses}</span></span>
          {row.returns > 0 && <span className="fact"><span className="i3">{k.returned}</span><span>{w.times(row.returns)}</span></span>}
          {row.differences.map((one, index) => <span key={index} className="fact late"><Glyph shape="late" size={11} />{differenceText(language, one)}</span>)}
          {row.difference_reason !== "" && <span className="fact"><span className="i3">{k.differs.reason}</span><span>{row.difference_reason}</span></span>}
        </div>
        <div className="approvalfoot">
          <span className="i2 s g1">{w.owner} {row.owner} · <InstantText at={row.since} /></span>
          <Button type="text" size="small" icon={<FileText size={14} strokeWidth={1.6} />} onClick={() => onAsk("paper")} data-test="contract-paper">{k.paper}</Button>
          {reviewable && <ActButton label={k.sections.review} refusals={row.refusals} small onClick={() => onAsk("review")} test="review" />}
        </div>
      </div>
    </section>
  );
}

function ContractPaper({ row, onClose }: { row: ContractWaiting; onClose: () => void }): ReactNode {
  const k = useWords().contracts;
  const file = useAsk("contract_paper", { id: row.id }, { keep: false });
  const final = row.state === "Reviewed" || row.state === "Signed";
  return <PaperDialog title={`${k.title} ${row.number ?? k.draft}　${row.customer}`} of={file} note={final ? k.paperNote : k.paperDraft} onClose={onClose} />;
}
