/** A lead ends without a customer: lost or invalid, with the reason (L6). */
import { Button, Input } from "antd";
import { useState, type ReactNode } from "react";
import { faultOf, useAct } from "../../bridge";
import { useLanguage, useWords } from "../../words";
import { Dialog } from "../Dialog";
import { Field } from "../Field";
import { tooLong } from "../fieldErrors";
import { FaultNote } from "../Note";
import { say } from "../Toast";
import type { LeadAt } from "./FollowUp";
import "./lead.css";

/** The dialog; usual reasons are a click away. */
export function End({ lead, how, onClose, onDone }: { lead: LeadAt; how: "Lose" | "Invalidate"; onClose: () => void; onDone?: () => void }): ReactNode {
  const { frame, leads: { end: w } } = useWords();
  const language = useLanguage();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const lost = how === "Lose";
  const act = useAct(lost ? "lead_lose" : "lead_invalidate", () => { say(lost ? w.lost : w.invalidated); onClose(); onDone?.(); });
  const submit = (): void => {
    setTried(true);
    if (reason.trim() !== "" && !act.isPending) act.mutate({ id: lead.id, version: lead.version, reason: reason.trim() });
  };
  const acts = (
    <>
      <Button onClick={onClose}>{frame.cancel}</Button>
      <Button type="primary" danger htmlType="submit" loading={act.isPending} data-test="end-save">{w.save}</Button>
    </>
  );
  return (
    <Dialog title={lost ? w.lose(lead.name) : w.invalidate(lead.name)} onClose={onClose} onSubmit={submit} acts={acts} width={460} test="end">
      <Field label={w.reason} name="reason" required error={tried && reason.trim() === "" ? w.missing : tooLong(language, "reason", reason, 500)}>
        <Input.TextArea rows={3} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} data-test="end-reason" />
        <div className="usualchoices">{(lost ? w.loseReasons : w.invalidReasons).map((usual) => <button key={usual} type="button" className="linkbtn s" onClick={() => setReason(usual)}>{usual}</button>)}</div>
      </Field>
      {act.isError && <div className="below"><FaultNote fault={faultOf(act.error)} /></div>}
    </Dialog>
  );
}
