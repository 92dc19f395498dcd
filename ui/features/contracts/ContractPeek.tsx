/** A contract beside the list: what it comes to, how far it is, and the documents around it. */
import { X } from "lucide-react";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useAsk, type ContractRow, type ContractView } from "../../bridge";
import { Answer, Avatar, DateText, Key, Money, Note, Pair, Perforation, go } from "../../parts";
import { ContractChip } from "../../parts/contract/ContractChip";
import { PeekLines } from "../../parts/lines/PeekLines";
import { useWords } from "../../words";
import { amount } from "../../words/figures";

/** The peek; it keeps the list's row in sight while the contract is being asked for. */
export function ContractPeek({ row, onClose }: { row: ContractRow; onClose: () => void }): ReactNode {
  const { frame, lists, contracts: w } = useWords();
  const contract = useAsk("contract_view", { id: row.id }, { keep: false });
  const name = row.number ?? w.draft;
  return (
    <aside className="aside" aria-label={name} data-test="contract-peek">
      <div className="sidetop">
        <span className="g1 r gap8"><ContractChip state={row.state} /><span className="i2">{name} · {w.names.kinds[row.kind]}</span></span>
        <button type="button" className="iconbtn" aria-label={frame.close} onClick={onClose}><X size={16} strokeWidth={1.6} /></button>
      </div>
      <div className="asidebody">
        <h2 className="t">{row.customer}</h2>
        <Perforation />
        <div className="r sb base"><span className="i2">{w.columns.amount}</span><span className="peeksum"><Money fen={row.amount_fen} struck={row.state === "Void"} /></span></div>
        <Answer of={contract}>{(one) => <Held contract={one} />}</Answer>
        <div className="pairs">
          <Pair label={w.columns.owner}>{row.owner === "" ? w.noOwner : <span className="r gap6"><Avatar name={row.owner} />{row.owner}</span>}</Pair>
          {contract.data !== undefined && <Around contract={contract.data} />}
        </div>
      </div>
      <div className="asidefoot">
        <Button type="primary" size="small" onClick={() => go("contracts", row.id)} data-test="contract-open">{frame.open}</Button>
        <span className="hints"><span><Key>↑</Key><Key>↓</Key>{lists.keys.move}</span><span><Key>Space</Key></span></span>
      </div>
    </aside>
  );
}

/** Why it came back or what it waits for, its lines, its terms. */
function Held({ contract }: { contract: ContractView }): ReactNode {
  const { contracts: w, orders } = useWords();
  const { draft, computed } = contract;
  const f = w.form.fields;
  return (
    <>
      {contract.state === "Returned" && <Note family="late" shape="failed" title={w.returnedBy}>{contract.returned_reason}</Note>}
      {contract.state === "Void" && <Note family="off" title={w.voidBecause}>{contract.returned_reason}</Note>}
      <PeekLines lines={draft.lines} fen={computed.line_fen} />
      <div className="pairs">
        {draft.kind === "Framework" && <Pair label={w.columns.called}>{amount(contract.called_fen)}</Pair>}
        {contract.signed_on !== null && <Pair label={w.columns.signed}><DateText date={contract.signed_on} /></Pair>}
        {draft.valid_until !== null && <Pair label={w.columns.valid}><DateText date={draft.valid_until} /></Pair>}
        {draft.promised_on !== null && <Pair label={f.promised_on}><DateText date={draft.promised_on} /></Pair>}
        {draft.delivery_period !== "" && <Pair label={f.delivery_period}>{draft.delivery_period}</Pair>}
        <Pair label={orders.payment}>{computed.terms_sentence === "" ? "—" : computed.terms_sentence}</Pair>
      </div>
    </>
  );
}

/** Deal, quotation and orders; each a click away. */
function Around({ contract }: { contract: ContractView }): ReactNode {
  const { contracts: w, orders, quotations } = useWords();
  const { opportunity, quotation } = contract;
  return (
    <>
      {opportunity !== null && <Pair label={quotations.form.of}><button type="button" className="linkbtn" onClick={() => go("opportunities", opportunity.id)} data-test="peek-deal">{opportunity.name}</button></Pair>}
      {quotation !== null && <Pair label={quotations.title}><button type="button" className="linkbtn" onClick={() => go("quotations", quotation.id)} data-test="peek-quotation">{quotation.name}</button></Pair>}
      {contract.orders.length > 0 && <Pair label={w.sections.orders}><span className="r gap8 wrap">{contract.orders.slice(0, 5).map((one) => <button type="button" className="linkbtn" key={one.id} onClick={() => go("orders", one.id)} data-test="peek-order">{one.number === "" ? orders.draftNumber : one.number}</button>)}</span></Pair>}
    </>
  );
}
