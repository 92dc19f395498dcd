/** A deal is lost: why, and, where it is known, to whom. */
import { Button, Input } from "antd";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, type OpportunityView } from "../../bridge";
import { Dialog, FaultNote, Field, say } from "../../parts";
import { tooLong } from "../../parts/fieldErrors";
import { useLanguage, useWords } from "../../words";

/** The dialog; usual reasons are a click away. */
export function Lose({ deal, onClose }: { deal: OpportunityView; onClose: () => void }): ReactNode {
  const { frame, opportunities: { lose: w } } = useWords();
  const language = useLanguage();
  const [reason, setReason] = useState("");
  const [winner, setWinner] = useState("");
  const [tried, setTried] = useState(false);
  const act = useAct("opportunity_lose", () => { say(w.done); onClose(); });
  const submit = (): void => {
    setTried(true);
    if (reason.trim() !== "" && !act.isPending) act.mutate({ id: deal.card.id ?? 0, version: deal.card.version ?? 0, reason: reason.trim(), winner: winner.trim() });
  };
  const acts = (
    <>
      <Button onClick={onClose}>{frame.cancel}</Button>
      <Button type="primary" danger htmlType="submit" loading={act.isPending} data-test="lose-save">{w.save}</Button>
    </>
  );
  return (
    <Dialog title={w.title(deal.card.name)} onClose={onClose} onSubmit={submit} acts={acts} width={460} test="lose">
      <div className="c gap12">
        <Field label={w.reason} name="reason" required error={tried && reason.trim() === "" ? w.missing : tooLong(language, "reason", reason, 1000)}>
          <Input.TextArea rows={3} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} data-test="lose-reason" />
          <div className="usualchoices">{w.usual.map((usual) => <button key={usual} type="button" className="linkbtn s" onClick={() => setReason(usual)}>{usual}</button>)}</div>
        </Field>
        <Field label={w.winner} name="winner" error={tooLong(language, "winner", winner, 200)}><Input value={winner} onChange={(event) => setWinner(event.target.value)} data-test="lose-winner" /></Field>
        {act.isError && <FaultNote fault={faultOf(act.error)} />}
      </div>
    </Dialog>
  );
}
