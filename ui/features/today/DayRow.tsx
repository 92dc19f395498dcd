/** A line of the day: until when, what, whose, and the usual acts. */
import { Clock3 } from "lucide-react";
import { Button } from "antd";
import type { MouseEvent, ReactNode } from "react";
import type { TodayRow } from "../../bridge";
import { ActButton, Avatar, addressOf, useToday } from "../../parts";
import { Due } from "../../parts/lead/Due";
import { useLanguage, useWords } from "../../words";
import { instantSpoken } from "../../words/figures";
import { USUAL, namesOf, whoseOf, type DayAct } from "./day";

interface RowProps {
  row: TodayRow;
  /** The keyboard is here. */
  on: boolean;
  /** The explanation of its time is open. */
  explained: boolean;
  onExplain: (open: boolean) => void;
  onAct: (act: DayAct) => void;
  onSnooze: () => void;
  onClick: (event: MouseEvent) => void;
}

/** Where a line's document is. */
export function placeOf(row: TodayRow): string {
  return addressOf(row.of === "Lead" ? "leads" : row.of === "Quotation" ? "quotations" : row.of === "Contract" ? "contracts" : "orders", row.document_id);
}

/** The line. */
export function DayRow({ row, on, explained, onExplain, onAct, onSnooze, onClick }: RowProps): ReactNode {
  const { deadline, names, today: w } = useWords();
  const language = useLanguage();
  const today = useToday();
  const { name, number } = namesOf(row);
  const whose = whoseOf(row, language);
  const brief = row.person === "" && row.role !== null ? (names.level[row.role] ?? whose) : whose;
  const acts = USUAL[row.deadline.rule];
  return (
    <div className={`dayrow${on ? " on" : ""}`} role="row" aria-selected={on} onClick={onClick} data-id={row.deadline.id} data-test="day-row" data-rule={row.deadline.rule}>
      <div role="gridcell" className="daydue"><Due view={row.deadline} open={explained} onOpen={onExplain} /></div>
      <div role="gridcell" className="i2 daykind">{w.of[row.of]}</div>
      <div role="gridcell" className="daywhat">
        <span className="lead ell">{deadline.rules[row.deadline.rule].todo}</span>
        <a className="i2 ell" href={placeOf(row)} title={name} data-test="day-open">{name}</a>
        {number !== "" && <a className="no s" href={placeOf(row)}>{number}</a>}
        {row.snoozed_until !== null && <span className="i2 s ell" title={row.snooze_reason}>{w.snoozedUntil(instantSpoken(row.snoozed_until, today, language))}　{row.snooze_reason}</span>}
      </div>
      <div role="gridcell" className="daywho">{whose === "" ? <span className="i3">{w.nobody}</span> : <><Avatar name={whose} /><span className="ell" title={whose}>{brief}</span></>}</div>
      <div role="gridcell" className="dayacts">
        <button type="button" className="iconbtn" aria-label={w.acts.snoozeOf(name)} title={w.acts.snooze} onClick={onSnooze} data-test="day-snooze"><Clock3 size={15} strokeWidth={1.6} /></button>
        {[...acts].reverse().map((act) => act === acts[0] ? <Usual key={act} act={act} row={row} on={on} onAct={onAct} /> : <Button key={act} size="small" type="text" onClick={() => onAct(act)} data-test={`day-${act}`}>{w.acts[act]}</Button>)}
      </div>
    </div>
  );
}

/** The act that meets the clock; refused, it is grey and says why. */
function Usual({ act, row, on, onAct }: { act: DayAct; row: TodayRow; on: boolean; onAct: (act: DayAct) => void }): ReactNode {
  const w = useWords().today;
  if (row.refusals.length > 0) return <ActButton label={w.acts[act]} refusals={row.refusals} small onClick={() => onAct(act)} test={`day-${act}`} />;
  return <Button size="small" type={on ? "primary" : "text"} className={on ? "" : "acc"} onClick={() => onAct(act)} data-test={`day-${act}`}>{w.acts[act]}</Button>;
}
