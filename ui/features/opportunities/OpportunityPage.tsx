/** An opportunity as a document: what it is and what it comes to, its acts, how far it is, and every document that belongs to it. */
import { useEffect, useState, type ReactNode } from "react";
import { useAsk, type OpportunityView } from "../../bridge";
import { Answer, Attachments, Avatar, DropArea, Empty, HistoryOf, Money, Note, Perforation, Sections, addressOf, go, nameOpened, useAttaching, useAttachments, useToday } from "../../parts";
import { StageChip } from "../../parts/deal/StageChip";
import { LetterList } from "../../parts/letters/LetterList";
import { GradeMark } from "../../parts/lead/marks";
import { useLanguage, useWords } from "../../words";
import { dateSpoken, instantSpoken } from "../../words/figures";
import { Acts } from "./Acts";
import { Needs } from "./Needs";
import { Contracts, Quotations } from "./Neighbours";
import { Solution } from "./Solution";
import { Stages } from "./Stages";

type Section = "needs" | "solution" | "quotations" | "contracts" | "letters" | "attachments" | "history";

/** The page of one opportunity. */
export function OpportunityPage({ id }: { id: number }): ReactNode {
  const deal = useAsk("opportunity_view", { id }, { keep: false });
  return <Answer of={deal}>{(one) => <Document id={id} deal={one} />}</Answer>;
}

function Document({ id, deal }: { id: number; deal: OpportunityView }): ReactNode {
  const { opportunities: w, orders } = useWords();
  const [section, setSection] = useState<Section>("needs");
  const [solving, setSolving] = useState(false);
  const title = `${deal.number} ${deal.card.name}`;
  useEffect(() => nameOpened(addressOf("opportunities", id), title), [id, title]);
  const attached = useAttachments("Opportunity", id).rows.length;
  const attaching = useAttaching("Opportunity", id, () => setSection("attachments"));
  const counts: Record<Section, number | undefined> = { needs: deal.requirements.length, solution: undefined, quotations: deal.quotations.length, contracts: deal.contracts.length, letters: deal.letters.length, attachments: attached, history: undefined };
  const names = Object.keys(counts) as Section[];
  const solve = (): void => { setSection("solution"); setSolving(true); };
  return (
    <DropArea className="doc" test="opportunity" status={deal.stage} attaching={attaching} title={title}>
      <Head deal={deal} onSolve={solve} />
      <div className="docmain">
        <Sections test="section" now={section} onChoose={setSection} right={<span className="hintwide">{orders.sectionsHint(names.length)}</span>} choices={names.map((name) => ({ name, label: w.sections[name], count: counts[name] }))} />
        <div className="docsection" tabIndex={0}>
          {section === "needs" && <Needs deal={deal} />}
          {section === "solution" && <Solution deal={deal} editing={solving} onEditing={setSolving} />}
          {section === "quotations" && <div className="block"><Quotations deal={deal} onNew={deal.closed_at === null ? () => go("quotations", "new", id) : null} /></div>}
          {section === "contracts" && <div className="block"><Contracts deal={deal} /></div>}
          {section === "letters" && (deal.letters.length === 0 ? <Empty>{w.noLetters}</Empty> : <LetterList letters={deal.letters} />)}
          {section === "attachments" && <Attachments document="Opportunity" id={id} attaching={attaching} />}
          {section === "history" && <HistoryOf document="Opportunity" id={id} />}
        </div>
      </div>
    </DropArea>
  );
}

function Head({ deal, onSolve }: { deal: OpportunityView; onSolve: () => void }): ReactNode {
  const w = useWords().opportunities;
  const language = useLanguage();
  const today = useToday();
  const { card } = deal;
  const from = deal.contracts.some((one) => one.state !== "Void") ? "contract" : deal.quotations.some((one) => one.state !== "Lost" || deal.state === "Lost") ? "quotation" : "expected";
  const when = deal.closed_at !== null ? w.closedOn(instantSpoken(deal.closed_at, today, language)) : card.expected_on !== null ? w.expectedOn(dateSpoken(card.expected_on, today, language)) : "";
  return (
    <header className="dochead">
      <div className="r start sb gap16">
        <div className="g1">
          <div className="docline"><b className="no" data-test="number">{deal.number}</b><button type="button" className="linkname i2 ell" onClick={() => go("customers", card.customer_id ?? 0)} data-test="to-customer">{deal.customer}</button></div>
          <div className="r gap12"><h1 className="pagename twolines" title={card.name}>{card.name}</h1><StageChip stage={deal.stage} /></div>
          <div className="r gap12 i2">
            {deal.owner === "" ? w.noOwner : <span className="r gap6"><Avatar name={deal.owner} />{deal.owner}</span>}
            {when !== "" && <span>{when}</span>}
            {deal.lead !== null && <span className="r gap6">{w.fromLead}<GradeMark grade={deal.lead.grade} /><button type="button" className="linkbtn" onClick={() => go("leads", deal.lead?.id ?? 0)} data-test="to-lead">{deal.lead.name}</button></span>}
          </div>
        </div>
        <div className="num">
          <div className="docsum" data-test="amount">{deal.amount_fen === 0 ? "—" : <Money fen={deal.amount_fen} />}</div>
          <div className="s i2">{w.amountNow} · {w.amountFrom[from]}</div>
        </div>
      </div>
      <Acts deal={deal} onSolve={onSolve} />
      <Perforation />
      <Stages deal={deal} />
      {deal.reason !== "" && <Note family="off" title={w.whyLost} test="why-lost">{deal.reason}{deal.winner !== "" && `　${w.toWinner(deal.winner)}`}</Note>}
    </header>
  );
}
