/** A quotation as a document: head, acts, its versions side by side, what only the house sees, letters, history. */
import { useEffect, useState, type ReactNode } from "react";
import { useAsk, type QuotationView } from "../../bridge";
import { Answer, Attachments, DropArea, Empty, HistoryOf, Money, Note, Perforation, Sections, addressOf, go, nameOpened, useAttaching, useAttachments, useToday } from "../../parts";
import { LetterList } from "../../parts/letters/LetterList";
import { QuotationChip } from "../../parts/quotation/QuotationChip";
import { useLanguage, useWords } from "../../words";
import { dateSpoken } from "../../words/figures";
import { Acts } from "./Acts";
import { Approvals } from "./Approvals";
import { Inside } from "./Inside";
import { Rounds } from "./Rounds";
import { VersionFoot, Versions } from "./Versions";

type Section = "versions" | "approvals" | "letters" | "attachments" | "history";

/** The page of one quotation. */
export function QuotationPage({ id }: { id: number }): ReactNode {
  const offer = useAsk("quotation_view", { id }, { keep: false });
  return <Answer of={offer}>{(one) => <Document offer={one} />}</Answer>;
}

function Document({ offer }: { offer: QuotationView }): ReactNode {
  const { quotations: w, orders } = useWords();
  const [section, setSection] = useState<Section>("versions");
  const [margins, setMargins] = useState(true);
  const title = `${offer.number} ${offer.customer_name}`;
  useEffect(() => nameOpened(addressOf("quotations", offer.id), title), [offer.id, title]);
  const attached = useAttachments("Quotation", offer.id).rows.length;
  const attaching = useAttaching("Quotation", offer.id, () => setSection("attachments"));
  const counts: Record<Section, number | undefined> = { versions: offer.versions.length, approvals: offer.approvals.length, letters: offer.letters.length, attachments: attached, history: undefined };
  const names = Object.keys(counts) as Section[];
  return (
    <DropArea className="doc" test="quotation" status={offer.state} attaching={attaching} title={title}>
      <Head offer={offer} />
      <div className="docmain">
        <Sections test="section" now={section} onChoose={setSection} right={<span className="hintwide">{orders.sectionsHint(names.length)}</span>} choices={names.map((name) => ({ name, label: w.sections[name], count: counts[name] }))} />
        <div className="docsection" tabIndex={0}>
          {section === "versions" && <><Versions offer={offer} margins={margins} onMargins={setMargins} /><div className="below2">{margins && <Inside offer={offer} />}<Rounds offer={offer} /></div></>}
          {section === "approvals" && <Approvals offer={offer} />}
          {section === "letters" && (offer.letters.length === 0 ? <Empty>{w.noLetters}</Empty> : <LetterList letters={offer.letters} />)}
          {section === "attachments" && <Attachments document="Quotation" id={offer.id} attaching={attaching} />}
          {section === "history" && <HistoryOf document="Quotation" id={offer.id} />}
        </div>
        {section === "versions" && <VersionFoot several={offer.versions.length > 1} />}
      </div>
    </DropArea>
  );
}

function Head({ offer }: { offer: QuotationView }): ReactNode {
  const w = useWords().quotations;
  const language = useLanguage();
  const today = useToday();
  const current = offer.versions.at(-1);
  const until = current?.draft.valid_until ?? null;
  return (
    <header className="dochead">
      <div className="r start sb gap16">
        <div className="g1">
          <div className="docline">
            <b className="no" data-test="number">{offer.number}</b><span className="i2">V{offer.revision} · {w.versions(offer.versions.length)}</span>
            <button type="button" className="linkbtn" onClick={() => go("opportunities", offer.opportunity_id)} data-test="to-opportunity">{offer.opportunity_number} {offer.opportunity_name}</button>
          </div>
          <div className="r gap12">
            <h1 className="pagename twolines" title={offer.customer_name}><button type="button" className="linkname" onClick={() => go("customers", offer.customer_id)} data-test="to-customer">{offer.customer_name}</button></h1>
            <QuotationChip state={offer.state} />{until !== null && <span className="i2 nw" data-test="valid-until">{w.until(dateSpoken(until, today, language))}</span>}
          </div>
        </div>
        <div className="num">
          <div className="docsum" data-test="amount"><Money fen={current?.computed.amounts.amount_fen ?? 0} /></div>
          {offer.contract !== null && <button type="button" className="linkbtn" onClick={() => go("contracts", offer.contract?.id ?? 0)} data-test="to-contract">{w.toContract(offer.contract.number)}</button>}
        </div>
      </div>
      <Acts offer={offer} />
      <Perforation />
      {offer.state === "SentBack" && current !== undefined && <Note family="late" test="sent-back">{w.sentBack(current.sent_back_reason)}</Note>}
      {offer.state === "Lost" && <Note family="off" test="why-lost">{offer.reason}{offer.winner !== "" && `　${w.lostTo(offer.winner)}`}</Note>}
      {current !== undefined && current.needs === null && current.draft.no_requirement_reason !== "" && <Note family="wait" test="no-needs">{w.noReasonNeeds(current.draft.no_requirement_reason)}</Note>}
    </header>
  );
}
