/** 「贴入放假通知」: left the notice, right what it says, what changes, or what is wrong in it, each in its place. */
import { Button, Input, Select } from "antd";
import { useRef, useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, type CalendarRead, type CalendarView, type Refusal } from "../../bridge";
import { Dialog, FaultNote, Field, Glyph, Note, say } from "../../parts";
import { usePause } from "../../parts/pause";
import { refusalWords, useLanguage, useWords } from "../../words";
import { plainDay } from "../../words/deadline";
import { figure } from "../../words/figures";
import { Holidays } from "./YearGrid";
import { partOf, quoted, type Part } from "./notice";
import "../../parts/pasted.css";

interface NoticeProps {
  text: string;
  view: CalendarView;
  onClose: () => void;
  onSaved: (year: number) => void;
}

/** The dialog. */
export function NoticeDialog({ text: first, view, onClose, onSaved }: NoticeProps): ReactNode {
  const { frame, calendar: { notice: w } } = useWords();
  const [text, setText] = useState(first);
  const [year, setYear] = useState<number | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const ask = text.trim() === "" ? null : { text, year };
  const settled = usePause(ask);
  const asked = useAsk("calendar_read", settled ?? { text: "", year: null }, { enabled: settled !== null, keep: false });
  const fresh = ask !== null && JSON.stringify(ask) === JSON.stringify(settled) && !asked.isFetching;
  const read = fresh ? asked.data : undefined;
  const save = useAct("calendar_save", () => { if (read !== undefined) { say(w.saved(read.year)); onSaved(read.year); } });
  const ready = read !== undefined && read.changes.length > 0;
  const show = ({ from, to }: Part): void => {
    const area = box.current?.querySelector("textarea");
    if (area === null || area === undefined) return;
    area.focus();
    area.setSelectionRange(from, to);
    // The browser brings the end of what is marked into view only while it is typed.
    area.scrollTop = (area.scrollHeight * from) / Math.max(1, text.length) - area.clientHeight / 2;
  };
  const acts = (
    <>
      <Button onClick={onClose}>{frame.cancel}</Button>
      <Button type="primary" htmlType="submit" disabled={!ready} loading={save.isPending} data-test="notice-save">{read === undefined ? w.saveNone : w.save(read.year)}</Button>
    </>
  );
  return (
    <Dialog title={w.title} onClose={onClose} onSubmit={() => { if (ready && !save.isPending) save.mutate({ text, year }); }} acts={acts} width={960} test="notice">
      <div className="pasteboth">
        <section className="pasteside" ref={box}>
          <div className="pastehead gap12"><span className="sec">{w.text}</span><span className="i3 s g1 num">{w.hint}</span></div>
          <Input.TextArea className="pastebox noticebox" rows={16} value={text} placeholder={w.placeholder} aria-label={w.text} autoFocus onChange={(event) => setText(event.target.value)} data-test="notice-text" />
        </section>
        <section className="pasteside" aria-live="polite" data-test="notice-read">
          {ask === null ? <p className="i3 noticeempty">{w.empty}</p> : !fresh ? <p className="i3 noticeempty">{w.reading}</p> : asked.isError
            ? <Wrong error={asked.error} text={text} today={view.today} year={year} onYear={setYear} onShow={show} />
            : read !== undefined && <Read read={read} today={view.today} />}
          {year !== null && fresh && !asked.isError && <YearField year={year} today={view.today} onYear={setYear} />}
          {save.isError && <FaultNote fault={faultOf(save.error)} />}
        </section>
      </div>
    </Dialog>
  );
}

/** What the notice says, and what would change. */
function Read({ read, today }: { read: CalendarRead; today: string }): ReactNode {
  const { calendar: { notice: w } } = useWords();
  const language = useLanguage();
  const rests = read.days.filter((one) => one.rests).length;
  const changed = read.changes.map((one) => one.on);
  const dropped = changed.filter((on) => !read.days.some((one) => one.on === on));
  return (
    <>
      <div className="pastehead gap12"><b data-test="notice-year">{w.read(read.year)}</b><span className="i2">{w.counts(rests, read.days.length - rests)}</span></div>
      {read.changes.length === 0
        ? <Note family="done" test="notice-same">{w.same}</Note>
        : <Note family="wait" title={w.changes(read.changes.length)} test="notice-changes"><span data-test="notice-clocks">{read.clocks === 0 ? w.noClocks : w.clocks(figure(read.clocks))}</span>{dropped.length > 0 && <span className="line">{w.dropped(dropped.map((on) => plainDay(on, today, language)))}</span>}</Note>}
      <Holidays year={read.year} days={read.days} marked={changed} />
    </>
  );
}

/** What is wrong: each with the passage it stands in; without a year, the year is asked for. */
function Wrong({ error, text, today, year, onYear, onShow }: { error: unknown; text: string; today: string; year: number | null; onYear: (year: number) => void; onShow: (part: Part) => void }): ReactNode {
  const { calendar: { notice: w } } = useWords();
  const fault = faultOf(error);
  if (fault.kind !== "Refused") return <FaultNote fault={fault} />;
  const noYear = fault.reasons.some((reason) => reason.code === "NoticeYearMissing");
  return (
    <>
      <div className="pastehead"><span className="late r gap6"><Glyph shape="late" />{w.wrong(fault.reasons.length)}</span></div>
      {fault.reasons.map((reason, index) => <Mistake key={index} reason={reason} text={text} onShow={onShow} />)}
      {(noYear || year !== null) && <YearField year={year} today={today} onYear={onYear} />}
    </>
  );
}

function Mistake({ reason, text, onShow }: { reason: Refusal; text: string; onShow: (part: Part) => void }): ReactNode {
  const { calendar: { notice: w } } = useWords();
  const language = useLanguage();
  const part = partOf(text, reason);
  const quote = part === null ? null : quoted(text, part);
  return (
    <div className="mistake" data-test="notice-wrong" data-code={reason.code}>
      <span className="late">{refusalWords(language, reason)}</span>
      {part !== null && quote !== null && (
        <span className="r gap8 base">
          <span className="mistakequote g1">{quote.before}<mark>{quote.part}</mark>{quote.after}</span>
          <button type="button" className="linkbtn s nw" onClick={() => onShow(part)} data-test="notice-show">{w.show}</button>
        </span>
      )}
    </div>
  );
}

function YearField({ year, today, onYear }: { year: number | null; today: string; onYear: (year: number) => void }): ReactNode {
  const { calendar: { notice: w } } = useWords();
  const present = Number(today.slice(0, 4));
  return (
    <Field label={w.year} name="year" hint={w.yearHint} className="noticeyear">
      <Select value={year} onChange={onYear} options={[present - 1, present, present + 1].map((one) => ({ value: one, label: String(one) }))} data-test="notice-year-choice" />
    </Field>
  );
}
