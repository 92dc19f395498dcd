/** The supervisor's decision on a version beyond the limits: given at the desk, or recorded in somebody's name. */
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { useAct, useStatus, type Candidate } from "../../bridge";
import { useWords } from "../../words";
import { DecisionFields, NO_DECISION } from "../Decision";
import { Dialog } from "../Dialog";
import { say } from "../Toast";

interface DecisionProps {
  kind: "grant" | "sendBack";
  of: { id: number; version: number; number: string };
  candidates: Candidate[];
  onClose: () => void;
}

/** The dialog; a refusal stays beside what was typed. */
export function QuotationDecision({ kind, of, candidates, onClose }: DecisionProps): ReactNode {
  const { approvals: w, frame } = useWords();
  const me = useStatus()?.person;
  const [chosen, setTyped] = useState(NO_DECISION);
  const proposed = candidates.find((one) => one.id === me?.id)?.id ?? candidates[0]?.id;
  const typed = { ...chosen, deciderId: chosen.deciderId ?? proposed };
  const self = typed.deciderId === me?.id;
  const act = useAct(kind === "grant" ? "quotation_grant" : "quotation_send_back", () => { say(kind === "grant" ? w.granted(of.number) : w.sentBack(of.number)); onClose(); });
  const submit = (): void => {
    if (typed.deciderId === undefined) return;
    act.mutate({
      id: of.id, version: of.version, decider_id: typed.deciderId, given: self ? "SignedIn" : typed.given, evidence: self ? null : (typed.kept?.sha256 ?? null),
      behalf_reason: self ? "" : typed.behalfReason, note: typed.note,
    });
  };
  const acts = (
    <>
      <Button onClick={onClose}>{frame.cancel}</Button>
      <Button type="primary" danger={kind === "sendBack"} htmlType="submit" loading={act.isPending} disabled={typed.deciderId === undefined} data-test="decision-confirm">{kind === "sendBack" ? w.sendBack : self ? w.grant : w.recordGrant}</Button>
    </>
  );
  return (
    <Dialog title={kind === "grant" ? w.grantTitle(of.number) : w.sendBackTitle(of.number)} onClose={onClose} onSubmit={submit} acts={acts} width={520} test="decision">
      <div className="c gap12"><DecisionFields kind={kind} typed={typed} change={(part) => setTyped({ ...typed, ...part })} candidates={candidates} self={self} recorder={me?.name ?? ""} error={act.error} /></div>
    </Dialog>
  );
}
