/** 「记跟进」: how they were spoken to, whether they were reached, what was said, and when next (L5). */
import { Button, DatePicker, Input, Segmented } from "antd";
import dayjs from "dayjs";
import { useState, type ReactNode } from "react";
import { useAct, type Method } from "../../bridge";
import { useLanguage, useWords } from "../../words";
import { zoned } from "../../words/figures";
import { besideDay } from "../conditioning";
import { Dialog } from "../Dialog";
import { Field } from "../Field";
import { formErrors, tooLong } from "../fieldErrors";
import { FaultNote } from "../Note";
import { instantOf } from "../now";
import { useToday } from "../Text";
import { say } from "../Toast";
import "./lead.css";

/** The lead as a dialog needs it. */
export interface LeadAt {
  id: number;
  version: number;
  name: string;
}

const METHODS: Method[] = ["Phone", "WeChat", "Visit", "Email", "Exhibition"];
const KNOWN = ["said", "need_change", "next_on", "at"];

interface Typed {
  method: Method;
  reached: boolean;
  said: string;
  needChange: string;
  nextOn: string | null;
  at: string | null;
}

/** The dialog; a refusal stays beside what was typed. */
export function FollowUp({ lead, onClose }: { lead: LeadAt; onClose: () => void }): ReactNode {
  const { frame, leads: { follow: w, ...leads } } = useWords();
  const language = useLanguage();
  const [typed, setTyped] = useState<Typed>({ method: "Phone", reached: true, said: "", needChange: "", nextOn: null, at: null });
  const [tried, setTried] = useState(false);
  const put = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const act = useAct("lead_follow", () => { say(w.done); onClose(); });
  const errors = formErrors(language, act.error, (field) => KNOWN.includes(field));
  const missing = tried && typed.said.trim() === "" ? w.saidMissing : undefined;
  const submit = (): void => {
    setTried(true);
    if (typed.said.trim() === "" || act.isPending) return;
    act.mutate({ id: lead.id, version: lead.version, at: typed.at, method: typed.method, reached: typed.reached, said: typed.said.trim(), need_change: typed.needChange.trim(), next_on: typed.nextOn });
  };
  const acts = (
    <>
      <Button onClick={onClose}>{frame.cancel}</Button>
      <Button type="primary" htmlType="submit" loading={act.isPending} data-test="follow-save">{w.save}</Button>
    </>
  );
  return (
    <Dialog title={w.title(lead.name)} onClose={onClose} onSubmit={submit} acts={acts} width={560} test="follow-up">
      <div className="c gap12">
        <Field label={w.method} name="method"><Segmented<Method> block value={typed.method} onChange={(method) => put({ method })} options={METHODS.map((value) => ({ value, label: leads.names.methods[value] }))} data-test="follow-method" /></Field>
        <Field label={w.reached} name="reached">
          <Segmented block value={typed.reached ? "yes" : "no"} onChange={(value) => put({ reached: value === "yes" })} options={[{ value: "yes", label: leads.reached }, { value: "no", label: leads.notReached }]} data-test="follow-reached" />
        </Field>
        <Field label={w.said} name="said" required hint={w.saidHint} error={errors.at["said"] ?? missing ?? tooLong(language, "said", typed.said, 2000)}>
          <Input.TextArea rows={4} value={typed.said} onChange={(event) => put({ said: event.target.value })} onKeyDown={(event) => { if ((event.ctrlKey || event.metaKey) && event.key === "Enter") submit(); }} data-test="follow-said" />
        </Field>
        <Field label={w.needChange} name="need_change" hint={frame.optional} error={errors.at["need_change"] ?? tooLong(language, "need_change", typed.needChange, 2000)}>
          <Input value={typed.needChange} onChange={(event) => put({ needChange: event.target.value })} data-test="follow-need" />
        </Field>
        <div className="r gap12 start">
          <NextOn value={typed.nextOn} onChange={(nextOn) => put({ nextOn })} error={errors.at["next_on"]} />
          <Field label={w.at} name="at" className="g1" error={errors.at["at"]}>
            <Moment value={typed.at} onChange={(at) => put({ at })} placeholder={w.now} test="follow-at" />
          </Field>
        </div>
        {errors.rest !== null && <FaultNote fault={errors.rest} />}
      </div>
    </Dialog>
  );
}

/** The day of the next contact, the usual ones at hand. */
function NextOn({ value, onChange, error }: { value: string | null; onChange: (day: string | null) => void; error: string | undefined }): ReactNode {
  const w = useWords().leads.follow;
  const today = useToday();
  const usual: [string, number][] = [[w.tomorrow, 1], [w.in3, 3], [w.in7, 7]];
  return (
    <Field label={w.nextOn} name="next_on" className="g1" error={error}>
      <DatePicker value={value === null ? null : dayjs(value)} onChange={(day) => onChange(day === null ? null : day.format("YYYY-MM-DD"))} minDate={dayjs(today)} placeholder={w.none} data-test="follow-next" />
      <div className="usualchoices">{usual.map(([label, days]) => <button key={days} type="button" className="linkbtn s" onClick={() => onChange(besideDay(today, days))} data-test={`next-in-${days}`}>{label}</button>)}</div>
    </Field>
  );
}

/** A wall time of the company's zone, kept as an instant. */
export function Moment({ value, onChange, placeholder, test }: { value: string | null; onChange: (at: string | null) => void; placeholder?: string; test: string }): ReactNode {
  const shown = value === null ? null : zoned(value);
  return (
    <DatePicker
      showTime={{ format: "HH:mm" }} format="YYYY-MM-DD HH:mm" needConfirm={false} value={shown === null ? null : dayjs(`${shown.date} ${shown.time}`)} {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(at) => onChange(at === null ? null : instantOf(at.format("YYYY-MM-DD"), at.format("HH:mm")))} data-test={test}
    />
  );
}
