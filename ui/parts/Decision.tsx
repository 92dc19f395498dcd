/** The dialog in which a level's decision is given: by the decider at the desk, or recorded in somebody's name. */
import { Button, Input, Select } from "antd";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, useStatus, type Candidate, type Decide, type Given } from "../bridge";
import { refusalWords, useLanguage, useWords } from "../words";
import { Dialog } from "./Dialog";
import { Evidence, type Kept } from "./Evidence";
import { Field } from "./Field";
import { tooLong } from "./fieldErrors";
import { FaultNote, Note } from "./Note";
import { say } from "./Toast";

interface DecisionProps {
  kind: "grant" | "sendBack";
  order: { id: number; version: number; number: string };
  candidates: Candidate[];
  onClose: () => void;
}

/** What is typed about a decision: who gave it, how, and with what evidence. */
export interface TypedDecision {
  deciderId: number | undefined;
  given: Given;
  kept: Kept | null;
  behalfReason: string;
  note: string;
}

/** Nothing is typed yet. */
export const NO_DECISION: TypedDecision = { deciderId: undefined, given: "WeChat", kept: null, behalfReason: "", note: "" };

/** The decision as the core is told it; `me` is who sits at the desk. */
export function decideRequest(order: { id: number; version: number }, typed: TypedDecision, me: number | undefined): Decide {
  const self = typed.deciderId === me;
  return {
    order_id: order.id,
    version: order.version,
    decider_id: typed.deciderId ?? 0,
    given: self ? "SignedIn" : typed.given,
    evidence: self ? null : (typed.kept?.sha256 ?? null),
    behalf_reason: self ? "" : typed.behalfReason,
    note: typed.note,
  };
}

const ON_BEHALF: Given[] = ["WeChat", "Phone", "InPerson", "Email", "Written"];

/** Asks for the decision and gives it; a refusal stays beside what was typed. */
export function Decision({ kind, order, candidates, onClose }: DecisionProps): ReactNode {
  const w = useWords().approvals;
  const frame = useWords().frame;
  const me = useStatus()?.person;
  const [chosen, setTyped] = useState(NO_DECISION);
  // Until somebody is chosen it is whoever sits here, else the first; the candidates may arrive later than the dialog.
  const proposed = candidates.find((one) => one.id === me?.id)?.id ?? candidates[0]?.id;
  const typed = { ...chosen, deciderId: chosen.deciderId ?? proposed };
  const done = (): void => {
    say(kind === "grant" ? w.granted(order.number) : w.sentBack(order.number));
    onClose();
  };
  const act = useAct(kind === "grant" ? "approval_grant" : "approval_send_back", done);
  const self = typed.deciderId === me?.id;
  const submit = (): void => {
    if (typed.deciderId === undefined) return;
    act.mutate(decideRequest(order, typed, me?.id));
  };
  const acts = (
    <>
      <Button onClick={onClose}>{frame.cancel}</Button>
      <Button type="primary" danger={kind === "sendBack"} htmlType="submit" loading={act.isPending} disabled={typed.deciderId === undefined} data-test="decision-confirm">
        {kind === "sendBack" ? w.sendBack : self ? w.grant : w.recordGrant}
      </Button>
    </>
  );
  return (
    <Dialog title={kind === "grant" ? w.grantTitle(order.number) : w.sendBackTitle(order.number)} onClose={onClose} onSubmit={submit} acts={acts} width={520} test="decision">
      <div className="c gap12">
        <DecisionFields kind={kind} typed={typed} change={(part) => setTyped({ ...typed, ...part })} candidates={candidates} self={self} recorder={me?.name ?? ""} error={act.error} />
      </div>
    </Dialog>
  );
}

interface HandProps {
  typed: TypedDecision;
  change: (part: Partial<TypedDecision>) => void;
  candidates: Candidate[];
  self: boolean;
  recorder: string;
  /** What is said where nobody can decide. */
  nobody?: string;
  /** The decider is asked to confirm at the next sign-in. */
  later?: boolean;
}

/** Who decided, how it was given, evidence or reason. */
export function HandFields({ typed, change, candidates, self, recorder, nobody, later }: HandProps): ReactNode {
  const w = useWords().approvals;
  const given = useWords().names.given;
  const language = useLanguage();
  const people = candidates.map((one) => ({ value: one.id, label: one.name }));
  return (
    <>
      {candidates.length === 0 && <Note family="late">{nobody ?? w.nobody}</Note>}
      <div className="r gap12 start handrow">
        <Field label={w.who} name="decider" hint={w.whoHint} className="g1">
          <Select value={typed.deciderId ?? null} options={people} onChange={(deciderId: number) => change({ deciderId })} data-test="decider" />
        </Field>
        <Field label={w.given} name="given" className="g1">
          {self
            ? <Select value="SignedIn" disabled options={[{ value: "SignedIn", label: given.SignedIn }]} />
            : <Select value={typed.given} options={ON_BEHALF.map((value) => ({ value, label: given[value] }))} onChange={(value: Given) => change({ given: value })} data-test="given" />}
        </Field>
      </div>
      {!self && candidates.length > 0 && (
        <>
          <Note family="wait">{w.onBehalf(recorder)}{later === true && w.confirmsLater}</Note>
          <Evidence kept={typed.kept} onKept={(kept) => change({ kept })} />
          <Field label={w.behalfReason} name="behalf_reason" hint={w.behalfHint} error={tooLong(language, "behalf_reason", typed.behalfReason, 500)}>
            <Input value={typed.behalfReason} onChange={(event) => change({ behalfReason: event.target.value })} data-test="behalf-reason" />
          </Field>
        </>
      )}
    </>
  );
}

interface FieldsProps extends HandProps {
  kind: "grant" | "sendBack";
  error: unknown;
}

/** Who decided, how it was given, evidence or reason, opinion. */
export function DecisionFields({ kind, typed, change, candidates, self, recorder, error }: FieldsProps): ReactNode {
  const w = useWords().approvals;
  const language = useLanguage();
  const fault = error === null || error === undefined ? null : faultOf(error);
  const missing = fault?.kind === "Refused" ? fault.reasons.find((reason) => reason.code === "ReasonMissing") : undefined;
  const others = fault?.kind === "Refused" ? fault.reasons.filter((reason) => reason.code !== "ReasonMissing") : [];
  return (
    <>
      <HandFields typed={typed} change={change} candidates={candidates} self={self} recorder={recorder} later />
      <Field label={kind === "grant" ? w.opinion : w.reason} name="note" required={kind === "sendBack"} hint={kind === "grant" ? w.optional : w.reasonHint} error={missing === undefined ? tooLong(language, "note", typed.note, 1000) : refusalWords(language, missing)}>
        <Input.TextArea rows={3} value={typed.note} onChange={(event) => change({ note: event.target.value })} data-test="decision-note" />
      </Field>
      {fault !== null && (fault.kind !== "Refused" || others.length > 0) && <FaultNote fault={fault.kind === "Refused" ? { kind: "Refused", reasons: others } : fault} />}
    </>
  );
}
