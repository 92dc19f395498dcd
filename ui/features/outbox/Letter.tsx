/** One letter: what is wrong with it and what to do, its head, and below the paper, the text or the conversation. */
import { ExternalLink, Paperclip } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useAsk, type OutboxView } from "../../bridge";
import { Answer, LetterChip, PaperPages, PaperTools, Sections, go, usePaperView, useToday } from "../../parts";
import { placeOf } from "../../parts/documentPlace";
import { useLanguage, useWords } from "../../words";
import { instantSpoken } from "../../words/figures";
import { Acts } from "./Acts";
import { Trouble } from "./Trouble";
import { deliveredText } from "./standing";

type Tab = "paper" | "text" | "attempts";

/** The letter with an id. */
export function Letter({ id }: { id: number }): ReactNode {
  const asked = useAsk("outbox_view", { id }, { keep: false });
  return <Answer of={asked}>{(view) => <Shown view={view} />}</Answer>;
}

function Shown({ view }: { view: OutboxView }): ReactNode {
  const w = useWords().outbox;
  const [tab, setTab] = useState<Tab>(view.pdf_name === "" ? "text" : "paper");
  const tabs: { name: Tab; label: string; count?: number }[] = [
    ...(view.pdf_name === "" ? [] : [{ name: "paper" as const, label: w.tabs.paper }]),
    { name: "text", label: w.tabs.text },
    { name: "attempts", label: w.tabs.attempts, count: view.attempts.length },
  ];
  const sent = view.row.sent_at !== null;
  const paper = usePaperView();
  const [fault, setFault] = useState<Error | null>(null);
  const asked = useAsk("outbox_pdf", { id: view.row.id }, { keep: false, enabled: view.pdf_name !== "" });
  const tools = (
    <div className="paperright">
      <span className="hintwide i3">{sent ? w.sameBytes : w.frozen}</span>
      <PaperTools view={paper} file={asked.data} onFault={setFault} />
    </div>
  );
  return (
    <article className="letterview" aria-label={view.row.subject} data-test="letter-view" data-state={view.row.state}>
      <Trouble view={view} onAttempts={() => setTab("attempts")} />
      <Head view={view} />
      <Sections<Tab> choices={tabs} now={tab} onChoose={setTab} right={tab === "paper" ? tools : undefined} test="letter-tab" />
      {tab === "paper" && <Answer of={asked}>{(file) => <PaperPages view={paper} file={file} fault={fault} />}</Answer>}
      {tab === "text" && <div className="lettertext" data-test="letter-text">{view.text_body === "" ? <span className="i3">{w.noText}</span> : view.text_body}</div>}
      {tab === "attempts" && <Attempts view={view} />}
    </article>
  );
}

function Head({ view }: { view: OutboxView }): ReactNode {
  const w = useWords().outbox;
  const { row } = view;
  const copies = [...new Set([view.cc, view.reply_to].filter((one) => one !== ""))].join("　");
  return (
    <div className="letterhead">
      <div className="headgrid">
        <span className="i3">{w.to}</span>
        <span className="r gap8">
          {view.to_name !== "" && <span>{view.to_name}</span>}
          {row.to === "" ? <span className={row.state === "DeliveredOtherwise" ? "i3" : "wait"}>{w.noAddress}</span> : <span className="ell" title={row.to}>{row.to}</span>}
        </span>
        {view.delivered_note !== "" && <><span className="i3">{w.deliveredHow}</span><span className="ell">{deliveredText(view.delivered_note, w.hows)}</span></>}
        {copies !== "" && <><span className="i3">{view.cc === "" ? w.replyTo : view.reply_to === "" ? w.cc : w.ccAndReply}</span><span className="ell" title={copies}>{copies}</span></>}
        <span className="i3">{w.subject}</span><b className="wraps">{row.subject === "" ? "—" : row.subject}</b>
        {view.pdf_name !== "" && <><span className="i3">{w.attachment}</span><span className="r gap6"><Paperclip size={14} strokeWidth={1.6} aria-hidden="true" /><span className="wraps">{view.pdf_name}</span></span></>}
      </div>
      <div className="headacts">
        <LetterChip state={row.state} />
        {row.about !== null && <button type="button" className="linkbtn s r gap4" onClick={() => { if (row.about !== null) go(...placeOf(row.about)); }} data-test="letter-order"><ExternalLink size={13} strokeWidth={1.6} />{row.order_number}</button>}
        <Acts view={view} where="head" />
      </div>
    </div>
  );
}

function Attempts({ view }: { view: OutboxView }): ReactNode {
  const w = useWords().outbox;
  const language = useLanguage();
  const today = useToday();
  if (view.attempts.length === 0 && view.related.length === 0) return <p className="i3 pad">{w.noAttempts}</p>;
  return (
    <div className="attempts" data-test="attempts">
      {view.attempts.map((attempt, index) => (
        <div className="attempt" key={index}>
          <span className="xs i3">{instantSpoken(attempt.at, today, language)}</span>
          <span>{w.attempt[attempt.stage] ?? attempt.stage}</span>
          <code>{attempt.said}</code>
        </div>
      ))}
      {view.message_id !== "" && <p className="i3 xs messageid">Message-ID {view.message_id}</p>}
      {view.related.length > 0 && (
        <p className="s r gap8"><span className="i3">{w.related(view.related.length)}</span>
          {view.related.map((id) => <button type="button" key={id} className="linkbtn" onClick={() => go("outbox", id)}>{w.relatedOpen(id)}</button>)}
        </p>
      )}
    </div>
  );
}
