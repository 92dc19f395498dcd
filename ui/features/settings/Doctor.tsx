/** The mail doctor: the way to the server step by step, with times; the failing step says what, why and what to do. */
import { Play, Stethoscope } from "lucide-react";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { faultOf, useAsk, useStatus, type MailAccount, type MailTested, type OutboxFilter } from "../../bridge";
import { EVERY_LETTER, FaultNote, Glyph, Note, go, useToday } from "../../parts";
import { useLanguage, useWords } from "../../words";
import { instantSpoken } from "../../words/figures";
import { explainMail } from "../../words/mail";
import { reportText, stepsShown } from "./mail";

interface DoctorProps {
  /** As saved: the doctor examines what letters are sent with. */
  account: MailAccount;
  dirty: boolean;
  tested: MailTested | null;
  checking: boolean;
  error: Error | null;
  onCheck: (to: string) => void;
}

/** The doctor. */
export function Doctor({ account, dirty, tested, checking, error, onCheck }: DoctorProps): ReactNode {
  const w = useWords().settings.doctor;
  const ready = account.from_address !== "" && !dirty;
  return (
    <aside className="doctor" aria-label={w.title} data-test="doctor">
      <div className="r gap8">
        <Stethoscope size={18} strokeWidth={1.6} aria-hidden="true" />
        <h2 className="t g1">{w.title}</h2>
        <Button size="small" icon={<Play size={12} strokeWidth={1.6} />} loading={checking} disabled={!ready} title={dirty ? w.unsaved : undefined} onClick={() => onCheck(account.from_address)} data-test="mail-check">{tested === null ? w.check : w.again}</Button>
      </div>
      <p className="s i2" role="status">{checking ? w.running : <Summary tested={tested} dirty={dirty} />}</p>
      {error !== null && !checking && <FaultNote fault={faultOf(error)} />}
      {tested !== null && error === null && <Steps tested={tested} />}
      <Waiting failed={tested !== null && !tested.ok} />
      {tested !== null && <Copy account={account} tested={tested} />}
    </aside>
  );
}

function Summary({ tested, dirty }: { tested: MailTested | null; dirty: boolean }): ReactNode {
  const w = useWords().settings.doctor;
  const language = useLanguage();
  const today = useToday();
  if (tested === null) return dirty ? w.unsaved : w.idle;
  const steps = stepsShown(tested);
  const when = instantSpoken(tested.at, today, language);
  if (tested.ok) return w.allGood(when, steps.length);
  const at = steps.find((step) => step.state === "failed");
  const passed = steps.filter((step) => step.state === "ok").length;
  return w.stopped(when, passed, steps.length, at === undefined ? "" : (w.steps[at.step] ?? at.step));
}

function Steps({ tested }: { tested: MailTested }): ReactNode {
  const w = useWords().settings.doctor;
  const language = useLanguage();
  return (
    <ol className="doctorsteps">
      {stepsShown(tested).map((step) => {
        const trouble = step.state === "failed" ? explainMail(language, step.explain) : null;
        const family = step.state === "ok" ? "done" : step.state === "failed" ? "late" : "off";
        return (
          <li key={step.step} data-test={`doctor-${step.step}`} data-state={step.state}>
            <span className={`stepglyph ${family === "off" ? "i3" : family}`}><Glyph shape={family === "late" ? "failed" : family} size={13} /></span>
            <div className="r sb gap8">
              <span className={step.state === "open" ? "i3" : "w6"}>{w.steps[step.step] ?? step.step}</span>
              <span className="s i3 nw">{step.state === "open" ? w.notReached : w.millis(step.millis)}</span>
            </div>
            {step.state === "ok" && <div className="s i3">{w.passed[step.step]}</div>}
            {trouble === null ? step.said !== "" && <div className="said">{step.said}</div> : (
              <Note family="late" shape="failed" title={trouble.title}>
                <span className="line">{trouble.why}</span>
                <ol className="todo">{trouble.todo.map((todo) => <li key={todo}>{todo}</li>)}</ol>
                {step.said !== "" && <code className="line">{step.said}</code>}
              </Note>
            )}
          </li>
        );
      })}
    </ol>
  );
}

const FAILED: OutboxFilter = { ...EVERY_LETTER, states: ["Failed"] };
/** So many stopped letters are named. */
const NAMED = 3;

function Waiting({ failed }: { failed: boolean }): ReactNode {
  const w = useWords().settings.doctor;
  const counts = useStatus()?.counts;
  const stopped = (counts?.outbox_failed ?? 0) + (counts?.outbox_waiting ?? 0);
  const shown = stopped > 0 && (failed || (counts?.outbox_failed ?? 0) > 0);
  const letters = useAsk("outbox_list", { filter: FAILED, sort: "queued", descending: true, after: null, limit: NAMED }, { enabled: shown }).data?.rows ?? [];
  if (!shown) return null;
  return (
    <div className="waitingletters">
      <div className="r sb"><span className="sec">{w.waiting}</span><span className="r gap12"><span className="s">{w.waitingCount(stopped)}</span><button type="button" className="linkbtn s" onClick={() => go("outbox")}>{w.waitingSee}</button></span></div>
      {letters.map((row) => (
        <div className="r gap6 waitingletter" key={row.id}>
          <span className="late"><Glyph shape="failed" size={12} /></span>
          <button type="button" className="linkbtn ell" title={row.subject} onClick={() => go("outbox", row.id)}>{row.order_number} {row.customer}</button>
        </div>
      ))}
      <p className="s i3">{letters.length > 0 && stopped > letters.length && `${w.waitingMore(stopped - letters.length)}　`}{w.waitingNote}</p>
    </div>
  );
}

function Copy({ account, tested }: { account: MailAccount; tested: MailTested }): ReactNode {
  const w = useWords().settings.doctor;
  const [copied, setCopied] = useState(false);
  const copy = (): void => void navigator.clipboard.writeText(reportText(account, tested)).then(() => setCopied(true));
  return (
    <div className="doctorfoot r sb gap12 s">
      <span className="i3">{w.safe}</span>
      <button type="button" className="linkbtn" onClick={copy} data-test="doctor-copy">{copied ? w.copied : w.copy}</button>
    </div>
  );
}
