/** 「推迟」: reminded later, with the reason; the deadline itself goes on. */
import { Button, Input, Radio } from "antd";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, type TodayRow } from "../../bridge";
import { Dialog, FaultNote, Field, say, useToday } from "../../parts";
import { tooLong } from "../../parts/fieldErrors";
import { Moment } from "../../parts/lead/FollowUp";
import { useNow } from "../../parts/now";
import { useLanguage, useWords } from "../../words";
import { instantSpoken } from "../../words/figures";
import { laterChoices, namesOf } from "./day";

const OTHER = "other";

/** The dialog. */
export function Snooze({ row, onClose }: { row: TodayRow; onClose: () => void }): ReactNode {
  const { deadline, frame, today: { snooze: w } } = useWords();
  const language = useLanguage();
  const today = useToday();
  const [choices] = useState(laterChoices(useNow()));
  const [way, setWay] = useState<string>(choices[0]?.key ?? OTHER);
  const [other, setOther] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const until = way === OTHER ? other : (choices.find((one) => one.key === way)?.at ?? null);
  const act = useAct("today_snooze", () => { say(w.done(instantSpoken(until, today, language))); onClose(); });
  const submit = (): void => {
    setTried(true);
    if (until !== null && reason.trim() !== "" && !act.isPending) act.mutate({ deadline_id: row.deadline.id, until, reason: reason.trim() });
  };
  const what = `${namesOf(row).name} ${deadline.rules[row.deadline.rule].todo}`;
  const acts = (
    <>
      <Button onClick={onClose}>{frame.cancel}</Button>
      <Button type="primary" htmlType="submit" loading={act.isPending} data-test="snooze-save">{w.done(until === null ? "…" : instantSpoken(until, today, language))}</Button>
    </>
  );
  return (
    <Dialog title={w.title(what)} onClose={onClose} onSubmit={submit} acts={acts} width={560} test="snooze">
      <div className="c gap12">
        <p className="i2 s">{w.note}</p>
        <Field label={w.until} name="until" required error={tried && until === null ? w.missing : undefined}>
          <Radio.Group value={way} onChange={(event) => setWay(event.target.value as string)} optionType="button" options={[...choices.map(({ key }) => ({ value: key, label: w[key] })), { value: OTHER, label: w.other }]} data-test="snooze-until" />
        </Field>
        {way === OTHER && <Field label={w.other} name="other"><Moment value={other} onChange={setOther} test="snooze-other" /></Field>}
        <Field label={w.reason} name="reason" required error={tried && reason.trim() === "" ? w.reasonMissing : tooLong(language, "reason", reason, 500)}>
          <Input value={reason} onChange={(event) => setReason(event.target.value)} data-test="snooze-reason" />
        </Field>
        {act.isError && <FaultNote fault={faultOf(act.error)} />}
      </div>
    </Dialog>
  );
}
