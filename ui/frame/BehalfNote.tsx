/** 「以我名义的决定」: what others recorded in the name of the person at the desk, to be confirmed or disputed one by one. */
import { Button, Input } from "antd";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, type BehalfDecision } from "../bridge";
import { Dialog, FaultNote, Field, InstantText, Note, go } from "../parts";
import { useWords } from "../words";

const SHOWN = 2;

/** Stands on top of every room until everything is answered. */
export function BehalfNote(): ReactNode {
  const w = useWords().frame.behalf;
  const list = useAsk("behalf_list", {}).data ?? [];
  const [disputed, setDisputed] = useState<BehalfDecision | null>(null);
  const [all, setAll] = useState(false);
  if (list.length === 0) return null;
  const more = list.length - SHOWN;
  return (
    <div className="banner" data-test="behalf">
      <Note family="accent" title={w.title(list.length)}>
        {list.slice(0, all ? list.length : SHOWN).map((one) => <Decided key={`${one.kind} ${one.id}`} one={one} dispute={() => setDisputed(one)} />)}
        {more > 0 && !all && <button type="button" className="linkbtn" onClick={() => setAll(true)}>{w.more(more)}</button>}
      </Note>
      {disputed !== null && <Dispute one={disputed} onClose={() => setDisputed(null)} />}
    </div>
  );
}

/** What was decided, in words: a level of an order's approval, a lead's grade, or whose it became. */
function useDecided(one: BehalfDecision): { about: string; decided: string } {
  const { frame: { behalf: w }, names } = useWords();
  if (one.kind === "LeadRating") return { about: w.rating, decided: one.grade === null ? "" : w.grade(one.grade) };
  if (one.kind === "LeadAssignment") return { about: w.assignment, decided: w.owner(one.owner) };
  const role = one.role === null ? "" : (names.level[one.role] ?? names.role[one.role]);
  return { about: w.level(one.round, one.level, role), decided: names.decision[one.decided as keyof typeof names.decision] ?? one.decided };
}

function Decided({ one, dispute }: { one: BehalfDecision; dispute: () => void }): ReactNode {
  const { frame: { behalf: w }, names } = useWords();
  const answer = useAct("behalf_answer");
  const { about, decided } = useDecided(one);
  return (
    <div className="behalfrow" data-test="behalf-row" data-kind={one.kind}>
      <button type="button" className="linkbtn ell" title={one.name} onClick={() => go(one.kind === "Approval" ? "orders" : one.kind === "QuotationApproval" ? "quotations" : one.kind === "ContractReview" ? "contracts" : "leads", one.document_id)}>{one.name}</button>
      <span className="i2 nw" data-test="behalf-level">{about}</span>
      <b className="nw" data-test="behalf-decided">{decided}</b>
      <span className="i2 g1 ell">{w.recorded(one.recorder, names.given[one.given])}　<InstantText at={one.at} />{one.reason !== "" && `　${one.reason}`}</span>
      <Button size="small" loading={answer.isPending} onClick={() => answer.mutate({ kind: one.kind, id: one.id, agree: true, note: "" })} data-test="behalf-confirm">{w.confirm}</Button>
      <Button size="small" onClick={dispute} data-test="behalf-dispute">{w.dispute}</Button>
      {answer.isError && <FaultNote fault={faultOf(answer.error)} />}
    </div>
  );
}

function Dispute({ one, onClose }: { one: BehalfDecision; onClose: () => void }): ReactNode {
  const w = useWords().frame.behalf;
  const [note, setNote] = useState("");
  const answer = useAct("behalf_answer", onClose);
  const acts = <Button type="primary" danger htmlType="submit" loading={answer.isPending} data-test="dispute-submit">{w.dispute}</Button>;
  return (
    <Dialog title={w.disputeTitle(one.name)} onClose={onClose} onSubmit={() => answer.mutate({ kind: one.kind, id: one.id, agree: false, note: note.trim() })} acts={acts} width={460} test="dispute">
      <Field label={w.disputeNote} name="note" required><Input.TextArea rows={3} autoFocus value={note} onChange={(event) => setNote(event.target.value)} data-test="dispute-note" /></Field>
      {answer.isError && <div className="below"><FaultNote fault={faultOf(answer.error)} /></div>}
    </Dialog>
  );
}
