/** A quotation beside the list: what is offered, until when, what it leaves, and how the last round went. */
import { X } from "lucide-react";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useAsk, type QuotationRow, type QuotationVersionView } from "../../bridge";
import { Answer, Avatar, DateText, Key, Money, Note, Pair, Perforation, go } from "../../parts";
import { PeekLines } from "../../parts/lines/PeekLines";
import { QuotationChip } from "../../parts/quotation/QuotationChip";
import { useWords } from "../../words";
import { percent } from "../../words/figures";

/** The peek; it keeps the list's row in sight while the quotation is being asked for. */
export function QuotationPeek({ row, onClose }: { row: QuotationRow; onClose: () => void }): ReactNode {
  const { frame, lists, quotations: w } = useWords();
  const offer = useAsk("quotation_view", { id: row.id }, { keep: false });
  return (
    <aside className="aside" aria-label={row.number} data-test="quotation-peek">
      <div className="sidetop">
        <span className="g1 r gap8"><QuotationChip state={row.state} /><span className="i2">{row.number} V{row.revision}</span></span>
        <button type="button" className="iconbtn" aria-label={frame.close} onClick={onClose}><X size={16} strokeWidth={1.6} /></button>
      </div>
      <div className="asidebody">
        <h2 className="t">{row.customer}</h2>
        <Perforation />
        <div className="r sb base"><span className="i2">{w.table.total}</span><span className="peeksum"><Money fen={row.amount_fen} /></span></div>
        <Answer of={offer}>{(one) => {
          const current = one.versions.at(-1);
          return current === undefined ? null : <Offered version={current} row={row} />;
        }}</Answer>
        <div className="pairs">
          <Pair label={w.columns.owner}>{row.owner === "" ? w.noOwner : <span className="r gap6"><Avatar name={row.owner} />{row.owner}</span>}</Pair>
          {offer.data !== undefined && <Pair label={w.columns.opportunity}><button type="button" className="linkbtn" onClick={() => go("opportunities", offer.data.opportunity_id)} data-test="peek-deal">{offer.data.opportunity_name}</button></Pair>}
        </div>
      </div>
      <div className="asidefoot">
        <Button type="primary" size="small" onClick={() => go("quotations", row.id)} data-test="quotation-open">{frame.open}</Button>
        <span className="hints"><span><Key>↑</Key><Key>↓</Key>{lists.keys.move}</span><span><Key>Space</Key></span></span>
      </div>
    </aside>
  );
}

/** The version as it stands: lines, terms, what only the house sees, and what the customer objected to before. */
function Offered({ version, row }: { version: QuotationVersionView; row: QuotationRow }): ReactNode {
  const w = useWords().quotations;
  const { draft, computed } = version;
  const [concern] = computed.concerns;
  return (
    <>
      <PeekLines lines={draft.lines} fen={computed.amounts.line_fen} />
      {version.objection !== null && <Note family="off" title={w.rounds.before(version.revision - 1, w.names.objections[version.objection])} test="peek-round">{version.objection_note}</Note>}
      <div className="pairs">
        <Pair label={w.table.valid}>{row.valid_until === null ? "—" : <DateText date={row.valid_until} />}</Pair>
        <Pair label={w.table.terms}>{computed.amounts.terms_sentence === "" ? "—" : computed.amounts.terms_sentence}</Pair>
        {draft.delivery_period !== "" && <Pair label={w.table.delivery}>{draft.delivery_period}</Pair>}
        <Pair label={w.rate}>{percent(computed.total.rate)}</Pair>
      </div>
      {concern !== undefined && <Note family="wait" title={w.inside}>{w.names.concern(concern)}</Note>}
    </>
  );
}
