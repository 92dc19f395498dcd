/** 「分配」 (L3): who is proposed and why, best first; a person decides, perhaps through somebody else's hand. */
import { Button, Radio } from "antd";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, type LeadProposal } from "../../bridge";
import { useWords } from "../../words";
import { figure } from "../../words/figures";
import { Chip } from "../Chip";
import { HandFields } from "../Decision";
import { Dialog } from "../Dialog";
import { Field } from "../Field";
import { Answer } from "../Loading";
import { FaultNote, Note } from "../Note";
import { Avatar } from "../Text";
import { say } from "../Toast";
import type { LeadAt } from "./FollowUp";
import { useHand } from "./hand";
import "./lead.css";

/** The dialog. */
export function Assign({ lead, onClose }: { lead: LeadAt; onClose: () => void }): ReactNode {
  const { frame, leads: { assign: w, rating } } = useWords();
  const proposals = useAsk("lead_proposals", { id: lead.id }, { keep: false });
  const hand = useHand();
  const [chosen, setChosen] = useState<number | null>(null);
  const to = proposals.data?.find((one) => one.person_id === chosen) ?? proposals.data?.[0];
  const act = useAct("lead_assign", () => { say(w.done(lead.name, to?.name ?? "")); onClose(); });
  const submit = (): void => {
    if (to === undefined || hand.request === null || act.isPending) return;
    act.mutate({ id: lead.id, version: lead.version, assignee_id: to.person_id, hand: hand.request });
  };
  const acts = (
    <>
      <Button onClick={onClose}>{frame.cancel}</Button>
      <Button type="primary" htmlType="submit" loading={act.isPending} disabled={to === undefined || hand.request === null} data-test="assign-save">{to === undefined ? w.choose : w.save(to.name)}</Button>
    </>
  );
  return (
    <Dialog title={w.title(lead.name)} onClose={onClose} onSubmit={submit} acts={acts} width={540} test="assign">
      <div className="c gap12">
        <Answer of={proposals}>
          {(all) => all.length === 0 ? <Note family="late">{w.nobody}</Note> : (
            <Field label={w.to} name="assignee_id" required>
              <Radio.Group className="choices scrolled" value={to?.person_id ?? null} onChange={(event) => setChosen(event.target.value as number)} data-test="assignees">
                {all.map((one, index) => <Radio key={one.person_id} value={one.person_id} data-test="assignee"><Proposed one={one} best={index === 0} /></Radio>)}
              </Radio.Group>
            </Field>
          )}
        </Answer>
        <HandFields {...hand} nobody={rating.nobody} />
        {act.isError && <FaultNote fault={faultOf(act.error)} />}
      </div>
    </Dialog>
  );
}

/** A person with the reasons. */
function Proposed({ one, best }: { one: LeadProposal; best: boolean }): ReactNode {
  const w = useWords().leads;
  const full = one.reasons.some((reason) => reason.reason === "Full");
  return (
    <span className="r gap8">
      <Avatar name={one.name} /><b className="nw">{one.name}</b>
      {best && <Chip family="accent">{w.assign.best}</Chip>}
      <span className={`g1 ell ${full ? "wait" : "i2"}`}>{one.reasons.map(w.names.reason).join(" · ")}</span>
      <span className="i2 s nw">{w.assign.inHand(figure(one.in_hand))}</span>
    </span>
  );
}
