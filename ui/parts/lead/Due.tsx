/** Until when: a chip with its urgency as colour, shape and words; a click explains the time step by step. */
import { Popover } from "antd";
import type { ReactNode } from "react";
import type { DeadlineView } from "../../bridge";
import { useLanguage, useWords } from "../../words";
import { deadlineSentence, explained, minutesLate, plainInstant, ruleSentence, stripOf } from "../../words/deadline";
import { instantSpoken, weekday } from "../../words/figures";
import { Glyph, type Family, type Shape } from "../Glyph";
import { useNow } from "../now";
import { useToday } from "../Text";
import "./lead.css";

/** How urgent it is: overdue, warned, or still far. Ended ones say how they ended. */
export function urgency(view: DeadlineView, now: number): { family: Family; shape: Shape } {
  if (view.state === "Met") return { family: "done", shape: "done" };
  if (view.state === "Late") return { family: "late", shape: "failed" };
  if (view.state === "Lapsed") return { family: "off", shape: "void" };
  if (Date.parse(view.due_at) <= now) return { family: "late", shape: "late" };
  return Date.parse(view.warns_at) <= now ? { family: "wait", shape: "wait" } : { family: "off", shape: "wait" };
}

/** What stands on the chip. */
export function useDueWords(): (view: DeadlineView, now: number) => string {
  const w = useWords().deadline;
  const language = useLanguage();
  const today = useToday();
  return (view, now) => {
    if (view.state !== "Running") return w.states[view.state];
    const late = minutesLate(view.due_at, now);
    return late >= 0 ? w.overdue(w.long(late)) : instantSpoken(view.due_at, today, language);
  };
}

interface DueProps {
  view: DeadlineView;
  /** Opened by a key; otherwise it opens by itself. */
  open?: boolean;
  onOpen?: (open: boolean) => void;
}

/** The chip. */
export function Due({ view, open, onOpen }: DueProps): ReactNode {
  const w = useWords().deadline;
  const now = useNow();
  const says = useDueWords()(view, now);
  const { family, shape } = urgency(view, now);
  return (
    <Popover trigger="click" placement="bottomLeft" arrow={false} content={<Why view={view} />} destroyOnHidden {...(open === undefined ? {} : { open })} {...(onOpen === undefined ? {} : { onOpenChange: onOpen })}>
      <button type="button" className={`duechip st-${family}`} aria-label={w.explain(says)} onClick={(event) => event.stopPropagation()} onDoubleClick={(event) => event.stopPropagation()} data-test="due" data-rule={view.rule}>
        <Glyph shape={shape} />{says}
      </button>
    </Popover>
  );
}

/** The explanation: the days side by side, then each step. */
export function Why({ view }: { view: DeadlineView }): ReactNode {
  const w = useWords().deadline;
  const language = useLanguage();
  const today = useToday();
  const due = plainInstant(view.due_at, today, language);
  return (
    <div className="duewhy" data-test="why-due" data-sentence={deadlineSentence(language, view, today)}>
      <div className="whyhead"><b>{w.why(due)}</b><span className="i2 s">{w.ruleOf(view.code)} · {ruleSentence(language, view)}</span></div>
      <Strip view={view} />
      <ol className="whysteps">
        {explained(language, view, today).map((step, index) => (
          <li key={index} className={step.kind}><span className="whywhen">{step.when}</span><span>{step.says}</span></li>
        ))}
      </ol>
      {view.year_unknown !== null && <p className="wait r gap6 s"><Glyph shape="wait" />{w.unknown(view.year_unknown)}</p>}
      <p className="i2 s whyfoot">{view.ended_at === null ? w.warns(plainInstant(view.warns_at, today, language)) : `${w.states[view.state]} · ${w.ended(plainInstant(view.ended_at, today, language))}`}</p>
    </div>
  );
}

/** The days as cells; the steps below say the same in words. */
function Strip({ view }: { view: DeadlineView }): ReactNode {
  const w = useWords().deadline;
  const language = useLanguage();
  const days = stripOf(view);
  if (days.length === 0) return null;
  return (
    <div className="strip" aria-hidden="true">
      {days.map((day) => (
        <div key={day.date} className="stripday">
          <div className={`stripcell ${day.kind}${day.kind === "rest" ? " hatch" : ""}`}><span className="xs">{weekday(day.date, language).replace("周", "")}</span><b>{Number(day.date.slice(8))}</b></div>
          <span className="xs stripsays">{day.kind === "start" ? w.strip.start : day.kind === "due" ? w.strip.due : ""}</span>
        </div>
      ))}
    </div>
  );
}
