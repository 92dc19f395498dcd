/** The customer's confirmation of a list of needs (N1): who, when, how, with the signed page or the mail. */
import { Button, DatePicker, Input, Radio } from "antd";
import dayjs from "dayjs";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, type ConfirmedHow, type RequirementView } from "../../bridge";
import { Dialog, Evidence, FaultNote, Field, say, useToday, type Kept } from "../../parts";
import { tooLong } from "../../parts/fieldErrors";
import { useLanguage, useWords } from "../../words";

const DATES = ["YYYY-MM-DD", "YYYY/M/D", "YYYY.M.D", "YYYYMMDD", "M-D", "M.D"];

/** The dialog. */
export function Confirm({ one, name, onClose }: { one: RequirementView; name: string; onClose: () => void }): ReactNode {
  const { frame, opportunities: { confirm: w, names } } = useWords();
  const language = useLanguage();
  const today = useToday();
  const [by, setBy] = useState(one.contact);
  const [on, setOn] = useState<string | null>(today);
  const [how, setHow] = useState<ConfirmedHow>("Signature");
  const [kept, setKept] = useState<Kept | null>(null);
  const [tried, setTried] = useState(false);
  const act = useAct("requirement_confirm", () => { say(w.done); onClose(); });
  const whole = by.trim() !== "" && on !== null && kept !== null;
  const submit = (): void => {
    setTried(true);
    if (whole && !act.isPending) act.mutate({ id: one.draft.id ?? 0, version: one.draft.version ?? 0, confirmed_by: by.trim(), confirmed_on: on, confirmed_how: how, evidence: kept.sha256 });
  };
  const acts = (
    <>
      <Button onClick={onClose}>{frame.cancel}</Button>
      <Button type="primary" htmlType="submit" loading={act.isPending} data-test="confirm-save">{w.save}</Button>
    </>
  );
  return (
    <Dialog title={w.title(name)} onClose={onClose} onSubmit={submit} acts={acts} width={520} test="needs-confirm">
      <div className="c gap12">
        <div className="two">
          <Field label={w.by} name="confirmed_by" required hint={w.byHint} error={tried && by.trim() === "" ? w.missing : tooLong(language, "confirmed_by", by, 60)}><Input autoFocus value={by} onChange={(event) => setBy(event.target.value)} data-test="confirm-by" /></Field>
          <Field label={w.on} name="confirmed_on" required error={tried && on === null ? w.missing : undefined}><DatePicker value={on === null ? null : dayjs(on)} placeholder="" format={DATES} maxDate={dayjs(today)} onChange={(date) => setOn(date === null ? null : date.format("YYYY-MM-DD"))} data-test="confirm-on" /></Field>
        </div>
        <Field label={w.how} name="confirmed_how"><Radio.Group value={how} onChange={(event) => setHow(event.target.value as ConfirmedHow)} options={(["Signature", "Email"] as const).map((value) => ({ value, label: names.how[value] }))} data-test="confirm-how" /></Field>
        <Evidence kept={kept} onKept={setKept} label={w.evidence} required error={tried && kept === null ? w.evidenceMissing : undefined} />
        {act.isError && <FaultNote fault={faultOf(act.error)} />}
      </div>
    </Dialog>
  );
}
