/** A lead beside the list: whom to reach, what is due, what was said last. */
import { X } from "lucide-react";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { useAsk, type LeadRow } from "../../bridge";
import { ActButton, Avatar, Empty, Key, Pair, Perforation, go } from "../../parts";
import { Due } from "../../parts/lead/Due";
import { FollowUp } from "../../parts/lead/FollowUp";
import { FollowUpRow } from "../../parts/lead/FollowUpList";
import { GradeMark, LeadChip } from "../../parts/lead/marks";
import { useWords } from "../../words";

/** So many of the latest follow-ups. */
const LATEST = 3;

/** The peek; it keeps the list's row in sight while the lead is being asked for. */
export function LeadPeek({ row, onClose }: { row: LeadRow; onClose: () => void }): ReactNode {
  const { deadline, frame, leads: w } = useWords();
  const lead = useAsk("lead_view", { id: row.id }, { keep: false }).data;
  const [speaking, setSpeaking] = useState(false);
  const running = lead?.deadlines.filter((one) => one.state === "Running") ?? [];
  const follow = lead?.acts.find((one) => one.act === "FollowUp");
  return (
    <aside className="aside" aria-label={row.customer} data-test="lead-peek">
      <div className="sidetop">
        <span className="g1 r gap8"><LeadChip state={row.state} /></span>
        <button type="button" className="iconbtn" aria-label={frame.close} onClick={onClose}><X size={16} strokeWidth={1.6} /></button>
      </div>
      <div className="asidebody">
        <div className="r gap8 start"><GradeMark grade={row.grade} /><h2 className="t g1">{row.customer}</h2></div>
        <div className="i2">{[row.contact, lead?.card.title ?? "", row.phone].filter((part) => part !== "").join("　")}</div>
        <Perforation />
        {running.map((view) => <div className="deadlinerow" key={view.id}><span className="g1">{deadline.rules[view.rule].todo}</span><Due view={view} /></div>)}
        <div className="pairs">
          <Pair label={w.columns.owner}>{row.owner === "" ? w.noOwner : <span className="r gap6"><Avatar name={row.owner} />{row.owner}</span>}</Pair>
          <Pair label={w.columns.source}>{w.names.sources[row.source]}{lead !== undefined && lead.card.source_note !== "" && `　${lead.card.source_note}`}</Pair>
          {row.region !== "" && <Pair label={w.columns.region}>{row.region}</Pair>}
          {row.need !== "" && <Pair label={w.page.need}><span className="asis">{row.need}</span></Pair>}
        </div>
        <div className="sec peeksec">{w.page.follow}</div>
        {lead?.follow_ups.slice(0, LATEST).map((one, index) => <FollowUpRow key={index} one={one} narrow />)}
        {lead?.follow_ups.length === 0 && <Empty>{w.page.noFollow}</Empty>}
      </div>
      <div className="asidefoot">
        <span className="r gap8">
          <Button type="primary" onClick={() => go("leads", row.id)} data-test="lead-open">{frame.open}</Button>
          {follow !== undefined && <ActButton label={w.names.acts.FollowUp} refusals={follow.refusals} onClick={() => setSpeaking(true)} test="peek-follow" />}
        </span>
        <span className="hints"><span><Key>Space</Key></span></span>
      </div>
      {speaking && lead !== undefined && <FollowUp lead={{ id: row.id, version: lead.card.version ?? row.version, name: row.customer }} onClose={() => setSpeaking(false)} />}
    </aside>
  );
}
