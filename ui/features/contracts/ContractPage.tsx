/** A contract as a document: parties and amount, its acts, how far it is, where it differs, and what belongs to it. */
import { useEffect, useState, type ReactNode } from "react";
import { useAsk, type ContractView } from "../../bridge";
import { Answer, Attachments, DropArea, HistorySection, Money, Note, Perforation, Sections, addressOf, go, nameOpened, useAttaching, useAttachments, useToday } from "../../parts";
import { ContractChip } from "../../parts/contract/ContractChip";
import { Differences } from "../../parts/contract/Differences";
import { useLanguage, useWords } from "../../words";
import { amount, dateSpoken } from "../../words/figures";
import { Acts } from "./Acts";
import { Clauses, Content, Orders } from "./Parts";
import { Reviews } from "./Reviews";
import { Steps } from "./Steps";

type Section = "lines" | "clauses" | "review" | "orders" | "attachments" | "history";

/** The page of one contract. */
export function ContractPage({ id }: { id: number }): ReactNode {
  const contract = useAsk("contract_view", { id }, { keep: false });
  return <Answer of={contract}>{(one) => <Document contract={one} />}</Answer>;
}

function Document({ contract }: { contract: ContractView }): ReactNode {
  const { contracts: w, orders } = useWords();
  const [section, setSection] = useState<Section>("lines");
  const { id } = contract;
  const title = `${contract.number ?? w.draft} ${contract.customer_name}`;
  useEffect(() => nameOpened(addressOf("contracts", id), title), [id, title]);
  const attached = useAttachments("Contract", id).rows.length;
  const attaching = useAttaching("Contract", id, () => setSection("attachments"));
  const counts: Record<Section, number> = { lines: contract.draft.lines.length, clauses: contract.draft.clauses.length, review: contract.reviews.length, orders: contract.orders.length, attachments: attached, history: contract.history.length };
  const names = Object.keys(counts) as Section[];
  return (
    <DropArea className="doc" test="contract" status={contract.state} attaching={attaching} title={title}>
      <Head contract={contract} />
      <div className="docmain">
        <Sections test="section" now={section} onChoose={setSection} right={<span className="hintwide">{orders.sectionsHint(names.length)}</span>} choices={names.map((name) => ({ name, label: w.sections[name], count: counts[name] }))} />
        <div className="docsection" tabIndex={0}>
          {section === "lines" && <Content contract={contract} />}
          {section === "clauses" && <Clauses contract={contract} />}
          {section === "review" && <Reviews contract={contract} />}
          {section === "orders" && <Orders contract={contract} />}
          {section === "attachments" && <Attachments document="Contract" id={id} attaching={attaching} />}
          {section === "history" && <HistorySection entries={contract.history} />}
        </div>
      </div>
    </DropArea>
  );
}

function Head({ contract }: { contract: ContractView }): ReactNode {
  const w = useWords().contracts;
  const frame = contract.draft.kind === "Framework";
  return (
    <header className="dochead">
      <div className="r start sb gap16">
        <div className="g1">
          <div className="docline">
            <b className={contract.state === "Void" ? "no struck" : contract.number === null ? "i3" : "no"} data-test="number">{contract.number ?? w.draft}</b>
            <span className="i2">{w.names.kinds[contract.draft.kind]}</span>
            {contract.content_code !== "" && <span className="i2">{w.code} <code className="code">{contract.content_code}</code></span>}
          </div>
          <div className="r gap12"><h1 className="pagename twolines" title={contract.customer_name}><button type="button" className="linkname" onClick={() => go("customers", contract.draft.customer_id ?? 0)} data-test="to-customer">{contract.customer_name}</button></h1><ContractChip state={contract.state} /></div>
          <Neighbours contract={contract} />
        </div>
        <div className="num">
          <div className="docsum" data-test="amount"><Money fen={contract.amount_fen} struck={contract.state === "Void"} /></div>
          <div className="s i2">{frame ? w.called(amount(contract.called_fen), amount(contract.amount_fen)) : w.inclTax}</div>
        </div>
      </div>
      <Acts contract={contract} />
      <Perforation />
      <Steps contract={contract} />
      <Notes contract={contract} />
    </header>
  );
}

/** Where it comes from, and what supplements it. */
function Neighbours({ contract }: { contract: ContractView }): ReactNode {
  const w = useWords().contracts;
  const { opportunity, quotation, supplement_of: first } = contract;
  return (
    <div className="r gap12 i2 wrap">
      {contract.owner_name !== "" && <span>{contract.owner_name}</span>}
      {opportunity !== null && <span>{w.from} <button type="button" className="linkbtn" onClick={() => go("opportunities", opportunity.id)} data-test="to-opportunity">{opportunity.name}</button></span>}
      {quotation !== null && <button type="button" className="linkbtn" onClick={() => go("quotations", quotation.id)} data-test="to-quotation">{quotation.name}</button>}
      {first !== null && <button type="button" className="linkbtn" onClick={() => go("contracts", first.id)} data-test="to-supplemented">{w.supplementOf(first.number)}</button>}
      {contract.supplements.length > 0 && <span>{w.supplements} {contract.supplements.map((one) => <button key={one.id} type="button" className="linkbtn" onClick={() => go("contracts", one.id)} data-test="to-supplement">{one.number === "" ? w.draft : one.number}</button>)}</span>}
    </div>
  );
}

function Notes({ contract }: { contract: ContractView }): ReactNode {
  const w = useWords().contracts;
  const language = useLanguage();
  const today = useToday();
  return (
    <>
      {contract.state === "Returned" && <Note family="late" shape="failed" title={w.returnedBy} test="returned">{contract.returned_reason}</Note>}
      {contract.state === "Void" && <Note family="off" title={w.voidBecause} test="void-because">{contract.returned_reason}</Note>}
      {contract.signed_on !== null && <Note family="done" test="signed">{w.signedBy(contract.our_signatory, contract.their_signatory, dateSpoken(contract.signed_on, today, language))}</Note>}
      <Differences title={w.differs.quotation} all={contract.differences} reason={contract.draft.difference_reason} />
    </>
  );
}
