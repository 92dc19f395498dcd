/** What becomes of a version: sent, objected to, accepted, lost. Each asks only for what the core needs. */
import { Button, Checkbox, Input, Select } from "antd";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, type Objection, type QuotationView } from "../../bridge";
import { Dialog, FaultNote, Field, addressOf, moveOpened, say } from "../../parts";
import { refusalsWords, useLanguage, useWords } from "../../words";

interface Props {
  offer: QuotationView;
  onClose: () => void;
}

interface FrameProps {
  title: string;
  yes: string;
  danger?: boolean;
  error: Error | null;
  pending: boolean;
  onClose: () => void;
  onSubmit: () => void;
  test: string;
  children: ReactNode;
}

function Asking({ title, yes, danger, error, pending, onClose, onSubmit, test, children }: FrameProps): ReactNode {
  const { cancel } = useWords().frame;
  const acts = <><Button onClick={onClose}>{cancel}</Button><Button type="primary" danger={danger ?? false} htmlType="submit" loading={pending} data-test={`${test}-save`}>{yes}</Button></>;
  return (
    <Dialog title={title} onClose={onClose} onSubmit={() => { if (!pending) onSubmit(); }} acts={acts} width={480} test={test}>
      <div className="c gap12">{children}{error !== null && <FaultNote fault={faultOf(error)} />}</div>
    </Dialog>
  );
}

/** To whom it goes. */
export function SendDialog({ offer, onClose }: Props): ReactNode {
  const w = useWords().quotations;
  const [to, setTo] = useState("");
  const act = useAct("quotation_send", () => { say(w.said.sent); onClose(); });
  return (
    <Asking title={w.send.title(`${offer.number} V${offer.revision}`)} yes={w.send.save} error={act.error} pending={act.isPending} onClose={onClose} onSubmit={() => act.mutate({ id: offer.id, version: offer.version, to: to.trim() === "" ? null : to.trim() })} test="send">
      <Field label={w.send.to} name="to" hint={offer.contact_email === "" ? w.send.none : w.send.hint}><Input autoFocus value={to} placeholder={offer.contact_email} onChange={(event) => setTo(event.target.value)} data-test="send-to" /></Field>
    </Asking>
  );
}

const OBJECTIONS: Objection[] = ["Price", "Delivery", "Terms", "Other"];

/** What the customer objects to, and what is changed. */
export function RoundDialog({ offer, onClose }: Props): ReactNode {
  const w = useWords().quotations;
  const [objection, setObjection] = useState<Objection>("Price");
  const [note, setNote] = useState("");
  const [changed, setChanged] = useState("");
  const [tried, setTried] = useState(false);
  const act = useAct("quotation_round", (one) => { say(w.said.round(one.revision)); onClose(); moveOpened(addressOf("quotations", one.id), addressOf("quotations", one.id, "edit")); });
  const submit = (): void => {
    setTried(true);
    if (note.trim() !== "" && changed.trim() !== "") act.mutate({ id: offer.id, version: offer.version, objection, note, changed });
  };
  const missing = (text: string): string | undefined => (tried && text.trim() === "" ? w.round.missing : undefined);
  return (
    <Asking title={w.round.title(offer.revision)} yes={w.round.save(offer.revision + 1)} error={act.error} pending={act.isPending} onClose={onClose} onSubmit={submit} test="round">
      <Field label={w.round.objection} name="objection"><Select value={objection} onChange={(value: Objection) => setObjection(value)} options={OBJECTIONS.map((value) => ({ value, label: w.names.objections[value] }))} data-test="round-objection" /></Field>
      <Field label={w.round.note} name="note" required error={missing(note)}><Input.TextArea rows={2} autoFocus value={note} onChange={(event) => setNote(event.target.value)} data-test="round-note" /></Field>
      <Field label={w.round.changed} name="changed" required error={missing(changed)}><Input.TextArea rows={2} value={changed} onChange={(event) => setChanged(event.target.value)} data-test="round-changed" /></Field>
    </Asking>
  );
}

/** How the customer said yes. */
export function AcceptDialog({ offer, onClose }: Props): ReactNode {
  const w = useWords().quotations;
  const [note, setNote] = useState("");
  const act = useAct("quotation_accept", () => { say(w.said.accepted); onClose(); });
  return (
    <Asking title={w.accept.title(`${offer.number} V${offer.revision}`)} yes={w.accept.save} error={act.error} pending={act.isPending} onClose={onClose} onSubmit={() => act.mutate({ id: offer.id, version: offer.version, note })} test="accept">
      <Field label={w.accept.note} name="note" hint={w.accept.hint}><Input autoFocus value={note} onChange={(event) => setNote(event.target.value)} data-test="accept-note" /></Field>
    </Asking>
  );
}

/** Why an earlier version is taken up again. */
export function TakeUpDialog({ offer, revision, onClose }: Props & { revision: number }): ReactNode {
  const w = useWords().quotations;
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const next = offer.revision + 1;
  const act = useAct("quotation_take_up", (one) => { say(w.said.round(one.revision)); onClose(); moveOpened(addressOf("quotations", one.id), addressOf("quotations", one.id, "edit")); });
  const submit = (): void => {
    setTried(true);
    if (reason.trim() !== "") act.mutate({ id: offer.id, version: offer.version, revision, reason });
  };
  return (
    <Asking title={w.takeUp.title(revision)} yes={w.takeUp.save(next)} error={act.error} pending={act.isPending} onClose={onClose} onSubmit={submit} test="take-up">
      <p className="i2">{w.takeUp.lead(revision, next)}</p>
      <Field label={w.takeUp.reason} name="reason" required error={tried && reason.trim() === "" ? w.takeUp.missing : undefined}><Input.TextArea rows={2} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} data-test="take-up-reason" /></Field>
    </Asking>
  );
}

/** Why it is lost, and to whom; with the deal, where nothing else of it is alive. */
export function LoseDialog({ offer, onClose }: Props): ReactNode {
  const w = useWords().quotations;
  const language = useLanguage();
  const [reason, setReason] = useState("");
  const [winner, setWinner] = useState("");
  const [tried, setTried] = useState(false);
  const end = offer.deal_end;
  const can = end !== null && end.refusals.length === 0;
  const [close, setClose] = useState(can && end.last);
  const act = useAct("quotation_lose", () => { say(w.said.lost); onClose(); });
  const submit = (): void => {
    setTried(true);
    if (reason.trim() !== "") act.mutate({ id: offer.id, version: offer.version, reason, winner, close_deal: can && close });
  };
  return (
    <Asking title={w.lose.title(offer.number)} yes={w.lose.save} danger error={act.error} pending={act.isPending} onClose={onClose} onSubmit={submit} test="lose">
      <Field label={w.lose.reason} name="reason" required error={tried && reason.trim() === "" ? w.lose.missing : undefined}>
        <Input.TextArea rows={2} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} data-test="lose-reason" />
        <div className="usualchoices">{w.lose.usual.map((usual) => <button key={usual} type="button" className="linkbtn s" onClick={() => setReason(usual)}>{usual}</button>)}</div>
      </Field>
      <Field label={w.lose.winner} name="winner"><Input value={winner} onChange={(event) => setWinner(event.target.value)} data-test="lose-winner" /></Field>
      {end !== null && (
        <div>
          <Checkbox checked={can && close} disabled={!can} onChange={(event) => setClose(event.target.checked)} data-test="lose-deal">{w.lose.closeDeal(`${offer.opportunity_number} ${offer.opportunity_name}`)}</Checkbox>
          <div className="s i2">{can ? (end.last ? w.lose.lastOne : w.lose.notLast) : refusalsWords(language, end.refusals)}</div>
        </div>
      )}
    </Asking>
  );
}
