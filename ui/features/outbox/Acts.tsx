/** The acts on a letter: send again, record another way of delivery, try now. */
import { Button, DatePicker, Input, Segmented } from "antd";
import dayjs from "dayjs";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, type OutboxView } from "../../bridge";
import { Dialog, FaultNote, Field, go, say, useKeys, useToday } from "../../parts";
import { looksLikeEmail } from "../../parts/reach";
import { useWords } from "../../words";
import { troubleOf } from "./standing";

interface ActsProps {
  view: OutboxView;
  /** In the note of a letter in trouble, or in the head of a calm one: never twice. */
  where: "note" | "head";
  /** Another act is the loud one. */
  quiet?: boolean;
}

/** The buttons that the core allows now. */
export function Acts({ view, where, quiet }: ActsProps): ReactNode {
  const w = useWords().outbox;
  const [open, setOpen] = useState<"resend" | "delivered" | null>(null);
  const { row } = view;
  const retry = useAct("outbox_retry", () => say(w.done.retry));
  const inNote = troubleOf(row) !== null;
  const here = (where === "note") === inNote;
  useKeys({ R: () => { if (view.can_resend) setOpen("resend"); } }, here);
  if (!here) return null;
  const missing = row.state === "MissingAddress";
  const uncertain = row.state === "Uncertain";
  const delivered = view.can_mark_delivered && (
    <Button size="small" type={uncertain && quiet !== true ? "primary" : "default"} onClick={() => setOpen("delivered")} data-test="letter-delivered">{uncertain ? w.deliveredAsked : w.delivered}</Button>
  );
  return (
    <>
      {uncertain && delivered}
      {view.can_resend && <Button size="small" type={!uncertain && inNote && quiet !== true ? "primary" : "default"} onClick={() => setOpen("resend")} data-test="letter-resend">{missing ? w.resendMissing : uncertain ? w.resendUncertain : w.resend}</Button>}
      {view.can_retry_now && <Button size="small" loading={retry.isPending} onClick={() => retry.mutate({ id: row.id, version: row.version })} data-test="letter-retry">{w.retry}</Button>}
      {!uncertain && delivered}
      {retry.isError && <FaultNote fault={faultOf(retry.error)} />}
      {open === "resend" && <ResendDialog view={view} onClose={() => setOpen(null)} />}
      {open === "delivered" && <DeliveredDialog view={view} onClose={() => setOpen(null)} />}
    </>
  );
}

function ResendDialog({ view, onClose }: { view: OutboxView; onClose: () => void }): ReactNode {
  const w = useWords().outbox;
  const { row } = view;
  const missing = row.state === "MissingAddress";
  const [to, setTo] = useState(row.to);
  const send = useAct("outbox_resend", (answer) => {
    say(missing ? w.done.queued : w.done.resend);
    onClose();
    go("outbox", answer.row.id);
  });
  const wrong = looksLikeEmail(to) ? undefined : w.badEmail;
  const submit = (): void => {
    if (wrong === undefined && !send.isPending) send.mutate({ id: row.id, version: row.version, to: to.trim() === "" || to.trim() === row.to ? null : to.trim() });
  };
  const acts = (
    <>
      <Button onClick={onClose}>{w.cancel}</Button>
      <Button type="primary" htmlType="submit" loading={send.isPending} data-test="resend-confirm">{w.send}</Button>
    </>
  );
  return (
    <Dialog title={missing ? w.resendMissing : w.resendTitle} onClose={onClose} onSubmit={submit} acts={acts} test="resend">
      <div className="c gap12">
        {!missing && <p className="i2">{w.resendWarn}</p>}
        <Field label={w.resendTo} name="to" hint={w.resendToHint} error={wrong}>
          <Input autoFocus value={to} maxLength={254} status={wrong === undefined ? "" : "error"} onChange={(event) => setTo(event.target.value)} data-test="resend-to" />
        </Field>
        {send.isError && <FaultNote fault={faultOf(send.error)} />}
      </div>
    </Dialog>
  );
}

function DeliveredDialog({ view, onClose }: { view: OutboxView; onClose: () => void }): ReactNode {
  const w = useWords().outbox;
  const today = useToday();
  const [how, setHow] = useState(view.row.state === "Uncertain" ? "phone_confirmed" : "wechat");
  const [by, setBy] = useState(view.to_name);
  const [on, setOn] = useState(today);
  const [tried, setTried] = useState(false);
  const record = useAct("outbox_delivered", () => {
    say(w.done.delivered);
    onClose();
  });
  const missing = by.trim() === "";
  const submit = (): void => {
    setTried(true);
    if (!missing && !record.isPending) record.mutate({ id: view.row.id, version: view.row.version, how, by: by.trim(), on });
  };
  const acts = (
    <>
      <Button onClick={onClose}>{w.cancel}</Button>
      <Button type="primary" htmlType="submit" loading={record.isPending} data-test="delivered-confirm">{w.record}</Button>
    </>
  );
  return (
    <Dialog title={w.deliveredTitle} onClose={onClose} onSubmit={submit} acts={acts} test="delivered">
      <div className="c gap12">
        <Field label={w.how} name="how"><Segmented<string> value={how} onChange={setHow} options={Object.entries(w.hows).map(([value, label]) => ({ value, label }))} data-test="delivered-how" /></Field>
        <div className="deliveredrow">
          <Field label={w.by} name="by" required hint={w.byHint} error={tried && missing ? w.required : undefined}><Input value={by} maxLength={60} onChange={(event) => setBy(event.target.value)} data-test="delivered-by" /></Field>
          <Field label={w.on} name="on"><DatePicker value={dayjs(on)} allowClear={false} maxDate={dayjs(today)} onChange={(day) => { if (day !== null) setOn(day.format("YYYY-MM-DD")); }} data-test="delivered-on" /></Field>
        </div>
        {record.isError && <FaultNote fault={faultOf(record.error)} />}
      </div>
    </Dialog>
  );
}
