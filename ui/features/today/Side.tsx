/** The side of the day: how much is done, and the day as text for a chat. */
import { Copy } from "lucide-react";
import { Button } from "antd";
import type { ReactNode } from "react";
import type { DoneToday, Today } from "../../bridge";
import { Key, say, useCopy, useToday } from "../../parts";
import { useNow } from "../../parts/now";
import { useLanguage, useWords } from "../../words";
import { figure } from "../../words/figures";
import { summaryText } from "./day";

/** The column at the right. */
export function Side({ day }: { day: Today }): ReactNode {
  const { frame, lists, today: w } = useWords();
  const language = useLanguage();
  const date = useToday();
  const text = summaryText(language, day, date, useNow());
  const { copy, byHand } = useCopy(w.digest, () => say(w.copied));
  return (
    <aside className="dayside" aria-label={w.doneToday}>
      <div className="r sb base"><span className="w6">{w.doneToday}</span><span className="i2" data-test="day-done"><b className="figure">{figure(day.done)}</b>{w.ofAll(figure(day.all))}</span></div>
      <progress className="dayprogress" value={day.done} max={Math.max(1, day.all)} aria-label={w.doneSays(figure(day.done), figure(day.all))} />
      {day.finished.length > 0 && <Finished all={day.finished} />}
      <div className="hr" />
      <div className="r sb"><span className="w6">{w.digest}</span><Button size="small" icon={<Copy size={13} strokeWidth={1.6} />} onClick={() => void copy(Promise.resolve(text))} aria-label={`${frame.copy}: ${w.copy}`} data-test="day-copy">{w.copy}</Button></div>
      <div className="daytext" tabIndex={0} role="region" aria-label={w.digest} data-test="day-text">{text}</div>
      <div className="g1" />
      <div className="hints dayhints"><span><Key>J</Key><Key>K</Key>{w.keys.move}</span><span><Key>Enter</Key>{lists.keys.open}</span><span><Key>E</Key>{w.keys.first}</span><span><Key>D</Key>{w.keys.why}</span><span><Key>S</Key>{w.keys.snooze}</span></div>
      {byHand}
    </aside>
  );
}

/** What was done today, rule by rule; what was done late says so. */
function Finished({ all }: { all: DoneToday[] }): ReactNode {
  const { deadline, today: w } = useWords();
  const most = Math.max(...all.map((one) => one.met + one.late));
  return (
    <ul className="dayfinished" aria-label={w.finished} data-test="day-finished">
      {all.map((one) => (
        <li key={one.rule} data-test="finished-row" data-rule={one.rule}>
          <span className="ell" title={`${one.code} ${deadline.short[one.rule]}`}>{deadline.short[one.rule]}</span>
          <span className="finishedbar" aria-hidden="true"><i className="done" style={{ width: `${(one.met * 100) / most}%` }} /><i className="late" style={{ width: `${(one.late * 100) / most}%` }} /></span>
          <span className="num">{one.late > 0 && <span className="late s">{w.finishedLate(figure(one.late))}　</span>}{figure(one.met + one.late)}</span>
        </li>
      ))}
    </ul>
  );
}
