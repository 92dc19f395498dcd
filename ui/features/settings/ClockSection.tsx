/** 时限: each rule in words, how long it gives, the standard, and what was changed. */
import { Undo2 } from "lucide-react";
import { Input, TimePicker } from "antd";
import dayjs from "dayjs";
import { useState, type ReactNode } from "react";
import { answers, call, faultOf, refresh, useAsk, type ClockRule, type Fault, type RuleId, type Whom } from "../../bridge";
import { Answer, FaultNote, InstantText, say } from "../../parts";
import { useKept } from "../../parts/kept";
import { refusalsWords, useLanguage, useWords } from "../../words";
import { ruleSentence } from "../../words/deadline";
import { Page, SaveFoot, Setting } from "./Page";
import { boxesOf, changesOf, lengthOf, typedOf, unreadable, type Boxes } from "./lengths";

/** The page. */
export default function ClockSection(): ReactNode {
  const asked = useAsk("clock_rules", {});
  return <Answer of={asked}>{(rules) => <Rules rules={rules} />}</Answer>;
}

/** What each rule refused, and what went wrong with all of them. */
interface Said {
  at: Partial<Record<RuleId, string>>;
  rest: Fault | null;
}

const NOTHING: Said = { at: {}, rest: null };

function Rules({ rules }: { rules: ClockRule[] }): ReactNode {
  const { settings, clocks: w } = useWords();
  const language = useLanguage();
  const kept = useKept<Boxes>("settings clocks", null, boxesOf(rules));
  const boxes = kept.draft;
  const [saving, setSaving] = useState(false);
  const [said, setSaid] = useState(NOTHING);
  const bad = unreadable(rules, boxes);
  const set = (rule: RuleId, typed: string): void => { setSaid(NOTHING); kept.set({ ...boxes, [rule]: typed }); };
  // Each rule is an act of its own: one that is refused keeps none of the others from being saved.
  const save = async (): Promise<void> => {
    if (bad.length > 0 || saving) return;
    setSaving(true);
    const refused: Said = { at: {}, rest: null };
    for (const change of changesOf(rules, boxes)) {
      try {
        answers.setQueryData(["clock_rules", {}], await call("clock_save", change));
      } catch (error) {
        const fault = faultOf(error);
        if (fault.kind === "Refused") refused.at[change.rule] = refusalsWords(language, fault.reasons);
        else refused.rest = fault;
      }
    }
    await refresh();
    setSaving(false);
    setSaid(refused);
    const all = Object.keys(refused.at).length === 0 && refused.rest === null;
    if (all) kept.saved();
    say(all ? settings.saved : w.notAll);
  };
  const errorOf = (one: ClockRule): string | undefined => said.at[one.rule] ?? (bad.includes(one.rule) ? (one.length.kind === "SameDay" ? w.badTime : w.bad) : undefined);
  const group = (title: string, some: ClockRule[]): ReactNode => (
    <section>
      <h2 className="sec formsec">{title}</h2>
      {some.map((one) => <Rule key={one.rule} one={one} typed={boxes[one.rule] ?? ""} error={errorOf(one)} onType={(typed) => set(one.rule, typed)} />)}
    </section>
  );
  return (
    <Page title={settings.sections.clocks} lead={w.lead} foot={<SaveFoot dirty={kept.dirty} saving={saving} onSave={() => void save()} onReset={() => { kept.reset(); setSaid(NOTHING); }} />}>
      {said.rest !== null && <FaultNote fault={said.rest} />}
      {group(w.leads, rules.filter((one) => one.rule.startsWith("Lead")))}
      {group(w.orders, rules.filter((one) => !one.rule.startsWith("Lead")))}
    </Page>
  );
}

/** A rule: the sentence follows what is typed. */
function Rule({ one, typed, error, onType }: { one: ClockRule; typed: string; error: string | undefined; onType: (typed: string) => void }): ReactNode {
  const { clocks: w, deadline: d } = useWords();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const { kind } = one.length;
  const length = lengthOf(kind, typed) ?? one.length;
  const own = typed.trim() !== typedOf(one.standard);
  const standard = one.standard.kind === "SameDay" ? w.standardSameDay(typedOf(one.standard)) : d.length(one.standard);
  const hint = (
    <>
      <span className="i2">{one.code}</span>　<span className="nw"><Told one={one} /></span>　<span className="nw">{w.standard(standard)}</span>
      {one.past.length > 0 && <>　<button type="button" className="linkbtn s nw" aria-expanded={open} onClick={() => setOpen(!open)} data-test="clock-past">{w.past(one.past.length)}</button></>}
      {open && <Past one={one} />}
    </>
  );
  return (
    <Setting title={ruleSentence(language, { rule: one.rule, length })} hint={hint} error={error} name={`clock-${one.rule}`}>
      <div className="clockchoice">
        {kind === "SameDay"
          ? <span className="r gap8"><TimePicker className="clocktime" format="HH:mm" needConfirm={false} allowClear={false} value={lengthOf(kind, typed) === null ? null : dayjs(`2000-01-01 ${typed}`)} onChange={(at) => onType(at === null ? "" : at.format("HH:mm"))} aria-label={w.rule(d.short[one.rule])} data-test={`clock-${one.rule}`} /><span className="i2 s">{w.units[kind](false)}</span></span>
          : <Input className="digits" inputMode="numeric" maxLength={4} value={typed} suffix={w.units[kind](typed.trim() === "1")} status={error === undefined ? "" : "error"} aria-label={w.rule(d.short[one.rule])} onChange={(event) => onType(event.target.value)} data-test={`clock-${one.rule}`} />}
        {own && <button type="button" className="linkbtn s r gap4" onClick={() => onType(typedOf(one.standard))} data-test={`clock-back-${one.rule}`}><Undo2 size={12} strokeWidth={1.8} />{w.putBack}</button>}
      </div>
    </Setting>
  );
}

function Told({ one }: { one: ClockRule }): ReactNode {
  const { clocks: w, names } = useWords();
  const who = (whom: Whom): string => (whom.who === "Person" ? w.person : names.role[whom.role]);
  return <>{w.told(who(one.warns), who(one.escalates))}</>;
}

function Past({ one }: { one: ClockRule }): ReactNode {
  const { clocks: w, deadline: d } = useWords();
  return (
    <ul className="clockpast" data-test="clock-past-rows">
      {one.past.map((was) => <li key={was.from}>{was.length.kind === "SameDay" ? w.standardSameDay(typedOf(was.length)) : d.length(was.length)}　<InstantText at={was.from} />　{was.by}</li>)}
    </ul>
  );
}
