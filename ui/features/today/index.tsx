/** The room 「今天」: everything due or overdue, most urgent first, with its usual acts on the line. */
import { ChevronDown, ChevronRight } from "lucide-react";
import { Segmented } from "antd";
import { useRef, useState, type ReactNode } from "react";
import { useAsk, useStatus, type ClockOf, type Today, type TodayRow } from "../../bridge";
import { Answer, Empty, Views, go, goTo, useKeys, useListKeys, useToday } from "../../parts";
import { Assign } from "../../parts/lead/Assign";
import { FollowUp, type LeadAt } from "../../parts/lead/FollowUp";
import { useNow } from "../../parts/now";
import { useLanguage, useWords } from "../../words";
import { figure, weekday, zoned } from "../../words/figures";
import { DayRow, placeOf } from "./DayRow";
import { Side } from "./Side";
import { Snooze } from "./Snooze";
import { USUAL, ofKind, parted, type DayAct } from "./day";
import "../../parts/rooms.css";
import "../../parts/lead/lead.css";
import "./today.css";

type Kind = ClockOf | "all";
const KINDS: Kind[] = ["all", "Lead", "Quotation", "Contract", "Order"];
/** Whoever runs the desk looks at everybody's day first. */
const DESK = ["SalesAssistant", "SalesSupervisor"];

/** The room. */
export default function Room(_: { rest: string[] }): ReactNode {
  const { today: w } = useWords();
  const status = useStatus();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const everyone = chosen ?? status?.person?.roles.some((role) => DESK.includes(role)) === true;
  const [kind, setKind] = useState<Kind>("all");
  const day = useAsk("today_view", { everyone });
  const rows = day.data?.rows ?? [];
  const language = useLanguage();
  const today = useToday();
  return (
    <div className="roompage" data-test="today">
      <div className="dayhead">
        <div className="g1"><h1 className="pagename nw">{w.date(Number(today.slice(5, 7)), Number(today.slice(8, 10)), weekday(today, language))}</h1></div>
        <Views choices={KINDS.map((name) => ({ name, label: name === "all" ? w.filter.all : w.of[name], count: ofKind(rows, name).length }))} now={kind} onChoose={setKind} test="today" />
        <Segmented value={everyone ? "all" : "mine"} onChange={(value) => setChosen(value === "all")} options={[{ value: "mine", label: w.mine }, { value: "all", label: w.everyone }]} aria-label={w.whose} data-test="whose" />
      </div>
      <Answer of={day}>{(found) => <Day key={String(everyone)} day={found} kind={kind} />}</Answer>
    </div>
  );
}

interface Asked {
  what: "follow" | "assign" | "snooze";
  row: TodayRow;
}

function Day({ day, kind }: { day: Today; kind: Kind }): ReactNode {
  const { today: w } = useWords();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [explained, setExplained] = useState<number | null>(null);
  const [open, setOpen] = useState({ snoozed: false, soon: false });
  const box = useRef<HTMLDivElement>(null);
  const { overdue, due } = parted(ofKind(day.rows, kind));
  const later = { snoozed: ofKind(day.snoozed, kind), soon: ofKind(day.soon, kind) };
  const shown = [...overdue, ...due, ...(open.snoozed ? later.snoozed : []), ...(open.soon ? later.soon : [])];
  const reveal = (index: number): void => box.current?.querySelector(`[data-id="${shown[index]?.deadline.id}"]`)?.scrollIntoView({ block: "nearest" });
  const { cursor, click } = useListKeys({ rowId: (row: TodayRow) => row.deadline.id, onOpen: (row) => goTo(placeOf(row)) }, shown, () => Promise.resolve(shown), reveal);
  const here = shown.find((row) => row.deadline.id === cursor);
  const act = (row: TodayRow, what: DayAct): void => {
    if (what === "rate") go("leads", "rating", row.document_id);
    else if (what === "approve" || what === "review") go("approvals");
    else if (what === "follow" || what === "assign") setAsked({ what, row });
    else goTo(placeOf(row));
  };
  useKeys({
    E: () => { if (here !== undefined && here.refusals.length === 0) act(here, USUAL[here.deadline.rule][0] ?? "open"); },
    D: () => { if (here !== undefined) setExplained(explained === here.deadline.id ? null : here.deadline.id); },
    S: () => { if (here !== undefined) setAsked({ what: "snooze", row: here }); },
  });
  useKeys({ Escape: () => setExplained(null) }, explained !== null);
  const line = (row: TodayRow): ReactNode => (
    <DayRow
      key={row.deadline.id} row={row} on={row.deadline.id === cursor} explained={row.deadline.id === explained} onExplain={(now) => setExplained(now ? row.deadline.id : null)}
      onAct={(what) => act(row, what)} onSnooze={() => setAsked({ what: "snooze", row })} onClick={(event) => click(row, event)}
    />
  );
  const total = shown.length;
  return (
    <div className="day">
      <div className="daylist" ref={box} tabIndex={0} data-test="day-list" {...(total === 0 ? { role: "region" } : { role: "grid", "aria-rowcount": total })} aria-label={w.title}>
        {overdue.length > 0 && <Group title={w.overdue} late count={overdue.length} right={w.urgentFirst}>{overdue.map(line)}</Group>}
        {due.length > 0 && <Group title={w.dueToday} count={due.length} right={<Now />}>{due.map(line)}</Group>}
        {overdue.length + due.length === 0 && <Calm day={day} all={kind === "all"} />}
        {later.snoozed.length > 0 && <Folded label={w.snoozed(figure(later.snoozed.length))} open={open.snoozed} onOpen={() => setOpen({ ...open, snoozed: !open.snoozed })} test="fold-snoozed">{later.snoozed.map(line)}</Folded>}
        {later.soon.length > 0 && <Folded label={w.soon(figure(later.soon.length))} open={open.soon} onOpen={() => setOpen({ ...open, soon: !open.soon })} test="fold-soon">{later.soon.map(line)}</Folded>}
      </div>
      <Side day={day} />
      {asked !== null && <Dialogs asked={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

function Dialogs({ asked: { what, row }, onClose }: { asked: Asked; onClose: () => void }): ReactNode {
  const lead: LeadAt = { id: row.document_id, version: row.version, name: row.name };
  if (what === "follow") return <FollowUp lead={lead} onClose={onClose} />;
  if (what === "assign") return <Assign lead={lead} onClose={onClose} />;
  return <Snooze row={row} onClose={onClose} />;
}

function Now(): ReactNode {
  const w = useWords().today;
  return <>{w.now(zoned(new Date(useNow()).toISOString()).time)}</>;
}

function Group({ title, late, count, right, children }: { title: string; late?: boolean; count: number; right: ReactNode; children: ReactNode }): ReactNode {
  return (
    <div role="rowgroup">
      <div className="daygroup" role="row"><div role="gridcell" className="r g1 gap8"><b className={late === true ? "late" : "i2"}>{title}</b><span className="i2" data-test={late === true ? "overdue-count" : "due-count"}>{count}</span><span className="g1" /><span className="i2 s">{right}</span></div></div>
      {children}
    </div>
  );
}

function Folded({ label, open, onOpen, test, children }: { label: string; open: boolean; onOpen: () => void; test: string; children: ReactNode }): ReactNode {
  const Icon = open ? ChevronDown : ChevronRight;
  return (
    <div role="rowgroup">
      <div className="daygroup" role="row"><div role="gridcell" className="g1"><button type="button" className="foldbtn" aria-expanded={open} onClick={onOpen} data-test={test}><Icon size={14} strokeWidth={1.8} aria-hidden="true" />{label}</button></div></div>
      {open && children}
    </div>
  );
}

/** An empty day says so kindly. */
function Calm({ day, all }: { day: Today; all: boolean }): ReactNode {
  const w = useWords().today;
  const text = !all ? w.nothingHere : day.done > 0 ? w.nothingDone(figure(day.done)) : w.nothing;
  const said = <Empty act={<button type="button" className="linkbtn" onClick={() => go("leads")}>{w.toLeads}</button>}>{text}{all && ` ${w.nothingHint}`}</Empty>;
  return <div role="rowgroup"><div role="row"><div role="gridcell" className="daycalm" data-test="day-calm">{said}</div></div></div>;
}
