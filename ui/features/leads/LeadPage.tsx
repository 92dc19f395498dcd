/** A lead as a document: who it is and how to reach them, its acts, its steps, what was said, what is due and why. */
import { Mail, MapPin, MessageCircle, Phone } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { useAsk, type DeadlineView, type LeadView } from "../../bridge";
import { Answer, Avatar, Empty, Glyph, HistoryOf, InstantText, Note, Pair, Perforation, Sections, addressOf, go, nameOpened } from "../../parts";
import { Due } from "../../parts/lead/Due";
import { FollowUpList } from "../../parts/lead/FollowUpList";
import { GradeMark, LeadChip } from "../../parts/lead/marks";
import { useLanguage, useWords } from "../../words";
import { ruleSentence } from "../../words/deadline";
import { figure } from "../../words/figures";
import { Acts } from "./Acts";
import { minutesToRegister, nameOf, regionText } from "./card";
import { GroundsView } from "./GroundsView";
import { Steps } from "./Steps";

type Section = "follow" | "about" | "deadlines" | "history";

/** The page of one lead. */
export function LeadPage({ id }: { id: number }): ReactNode {
  const lead = useAsk("lead_view", { id }, { keep: false });
  return <Answer of={lead}>{(one) => <Document id={id} lead={one} />}</Answer>;
}

function Document({ id, lead }: { id: number; lead: LeadView }): ReactNode {
  const { leads: w, orders } = useWords();
  const [section, setSection] = useState<Section>("follow");
  const title = nameOf(lead.card);
  useEffect(() => nameOpened(addressOf("leads", id), title), [id, title]);
  const counts: Record<Section, number | undefined> = { follow: lead.follow_ups.length, about: undefined, deadlines: lead.deadlines.filter((one) => one.state === "Running").length, history: undefined };
  const names = Object.keys(counts) as Section[];
  return (
    <div className="doc" data-test="lead" data-state={lead.state}>
      <Head lead={lead} />
      <div className="docmain">
        <Sections test="section" now={section} onChoose={setSection} right={<span className="hintwide">{orders.sectionsHint(names.length)}</span>} choices={names.map((name) => ({ name, label: w.page[name], count: counts[name] }))} />
        <div className="docsection reading" tabIndex={0}>
          {section === "follow" && <FollowUpList all={lead.follow_ups} />}
          {section === "about" && <About lead={lead} />}
          {section === "deadlines" && <Deadlines all={lead.deadlines} />}
          {section === "history" && <HistoryOf document="Lead" id={id} />}
        </div>
      </div>
    </div>
  );
}

function Head({ lead }: { lead: LeadView }): ReactNode {
  const w = useWords().leads;
  const { card } = lead;
  const running = lead.deadlines.find((one) => one.state === "Running");
  const where = [w.names.sources[card.source], card.source_note, card.industry].filter((part) => part !== "");
  return (
    <header className="dochead">
      <div className="r start sb gap16">
        <div className="g1">
          <div className="docline i2 ell">{where.join(" · ")}</div>
          <div className="r gap12"><GradeMark grade={lead.rating?.grade ?? null} large /><h1 className="pagename twolines" title={nameOf(card)}>{nameOf(card)}</h1><LeadChip state={lead.state} /></div>
          <Reach lead={lead} />
        </div>
        <div className="num c leadright">
          <span className="r gap6 end">{lead.owner === "" ? <span className="i2">{w.noOwner}</span> : <><Avatar name={lead.owner} />{lead.owner}</>}</span>
          {running !== undefined && <NextDue view={running} />}
        </div>
      </div>
      <Acts lead={lead} />
      <Perforation />
      <Steps lead={lead} />
      <Ended lead={lead} />
    </header>
  );
}

/** Person and every way to reach them. */
function Reach({ lead: { card } }: { lead: LeadView }): ReactNode {
  const place = regionText(card);
  const person = [card.customer.trim() === "" ? "" : card.contact, card.title].filter((part) => part !== "").join(" ");
  return (
    <div className="reach" data-test="reach">
      {person !== "" && <span className="w6">{person}</span>}
      {card.phone !== "" && <span className="r gap6 select"><Phone size={14} strokeWidth={1.6} aria-hidden="true" />{card.phone}</span>}
      {card.wechat !== "" && <span className="r gap6 select"><MessageCircle size={14} strokeWidth={1.6} aria-hidden="true" />{card.wechat}</span>}
      {card.email !== "" && <span className="r gap6 select"><Mail size={14} strokeWidth={1.6} aria-hidden="true" />{card.email}</span>}
      {place !== "" && <span className="r gap6"><MapPin size={14} strokeWidth={1.6} aria-hidden="true" />{place}</span>}
    </div>
  );
}

function NextDue({ view }: { view: DeadlineView }): ReactNode {
  const w = useWords().deadline;
  return <span className="r gap8 end"><span className="i2">{w.rules[view.rule].todo}</span><Due view={view} /></span>;
}

/** What became of it. */
function Ended({ lead }: { lead: LeadView }): ReactNode {
  const w = useWords().leads;
  const { customer, merged_into: into } = lead;
  if (customer !== null) return <Note family="done" title={w.page.became}><button type="button" className="linkbtn" onClick={() => go("customers", customer.id)} data-test="to-customer">{customer.name}</button>{lead.opportunity !== null && <>　{w.page.goesOn}<button type="button" className="linkbtn" onClick={() => go("opportunities", lead.opportunity?.id ?? 0)} data-test="to-opportunity">{lead.opportunity.name}</button></>}</Note>;
  if (into !== null) return <Note family="off" title={w.page.mergedInto}><button type="button" className="linkbtn" onClick={() => go("leads", into.id)} data-test="to-merged">{into.name}</button></Note>;
  if (lead.reason !== "") return <Note family="off" title={w.names.states[lead.state]}>{lead.reason}</Note>;
  return null;
}

/** How long from receipt to registration, in words. */
export function useRegisteredAfter(): (lead: LeadView) => string {
  const w = useWords().leads.page;
  return (lead) => {
    const minutes = minutesToRegister(lead);
    if (minutes === null) return "";
    const long = minutes >= 120 ? w.hours(figure(Math.floor(minutes / 60))) : w.minutes(figure(minutes));
    return lead.registered_late ? w.late(long) : w.inTime(long);
  };
}

/** Receipt and registration (L1). */
export function Registered({ lead }: { lead: LeadView }): ReactNode {
  const w = useWords().leads.page;
  const says = useRegisteredAfter()(lead);
  return (
    <div className="registered" data-test="registered">
      <span><span className="i2">{w.received}　</span><InstantText at={lead.card.received_at} /></span>
      <span><span className="i2">{w.registered}　</span><InstantText at={lead.registered_at} />　{lead.registered_by}</span>
      {says !== "" && <span className={`r gap6 ${lead.registered_late ? "late" : "done"}`}><Glyph shape={lead.registered_late ? "late" : "done"} size={12} />{says}</span>}
    </div>
  );
}

function About({ lead }: { lead: LeadView }): ReactNode {
  const w = useWords().leads;
  const { card } = lead;
  const f = w.fields;
  const pairs: [string, string][] = [
    [f.need, card.need], [f.contact, [card.contact, card.title].filter((part) => part !== "").join(" ")], [f.phone, card.phone], [f.wechat, card.wechat], [f.email, card.email],
    [f.industry, card.industry], [f.region, regionText(card)], [f.source, [w.names.sources[card.source], card.source_note].filter((part) => part !== "").join("　")],
  ];
  return (
    <>
      <div className="block about">{pairs.filter(([, text]) => text !== "").map(([label, text]) => <Pair key={label} label={label}><span className="asis">{text}</span></Pair>)}</div>
      <div className="block"><Registered lead={lead} /></div>
      <div className="block"><div className="sec">{w.page.grounds}</div>{lead.rating === null ? <p className="i2">{w.page.noRating}</p> : <GroundsView rating={lead.rating} />}</div>
    </>
  );
}

function Deadlines({ all }: { all: DeadlineView[] }): ReactNode {
  const w = useWords().leads.page;
  if (all.length === 0) return <Empty>{w.noDeadlines}</Empty>;
  const groups = [[w.running, all.filter((one) => one.state === "Running")], [w.ended, all.filter((one) => one.state !== "Running")]] as const;
  return <>{groups.filter(([, some]) => some.length > 0).map(([title, some]) => <div className="block" key={title}><div className="sec">{title}</div>{some.map((view) => <DeadlineRow key={view.id} view={view} />)}</div>)}</>;
}

function DeadlineRow({ view }: { view: DeadlineView }): ReactNode {
  const w = useWords().deadline;
  const language = useLanguage();
  return (
    <div className="deadlinerow" data-test="deadline-row" data-rule={view.rule}>
      <Due view={view} />
      <span className="i2 nw">{view.code}</span>
      <span className="g1">{ruleSentence(language, view)}</span>
      <span className="i2 nw s">{view.ended_at === null ? <InstantText at={view.due_at} /> : <>{w.states[view.state]}　<InstantText at={view.ended_at} /></>}</span>
    </div>
  );
}
