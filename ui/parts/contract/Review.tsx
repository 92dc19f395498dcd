/** Legal's review: every point of the checklist, and whether the contract passes or goes back. */
import { Button, Input, Radio } from "antd";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, useStatus, type CheckItem, type Checked, type ContractView } from "../../bridge";
import { HandFields, NO_DECISION } from "../Decision";
import { Dialog } from "../Dialog";
import { Field } from "../Field";
import { FaultNote } from "../Note";
import { say } from "../Toast";
import { tooLong } from "../fieldErrors";
import { useLanguage, useWords } from "../../words";

const ITEMS: CheckItem[] = ["Parties", "Amount", "Terms", "Clauses", "Delivery", "Liability"];

/** What it needs to know of a contract. */
export type ToReview = Pick<ContractView, "id" | "version" | "number" | "reviewers">;

/** The dialog. It passes when every point is in order, and goes back otherwise. */
export function Review({ contract, onClose }: { contract: ToReview; onClose: () => void }): ReactNode {
  const { frame, contracts: { review: w } } = useWords();
  const language = useLanguage();
  const me = useStatus()?.person;
  const [checked, setChecked] = useState<Partial<Record<CheckItem, Checked>>>({});
  const [chosen, setChosen] = useState(NO_DECISION);
  const proposed = contract.reviewers.find((one) => one.id === me?.id)?.id ?? contract.reviewers[0]?.id;
  const typed = { ...chosen, deciderId: chosen.deciderId ?? proposed };
  const self = typed.deciderId === me?.id;
  const number = contract.number ?? "";
  const act = useAct("contract_review", (one) => { say(one.state === "Reviewed" ? w.done(number) : w.back(number)); onClose(); });
  const checklist = ITEMS.flatMap((item) => checked[item] ?? []);
  const open = ITEMS.filter((item) => checked[item]?.ok !== true).length;
  const give = (pass: boolean): void => {
    if (typed.deciderId === undefined || act.isPending) return;
    act.mutate({ id: contract.id, version: contract.version, pass, checklist, note: typed.note, decider_id: typed.deciderId, given: self ? "SignedIn" : typed.given, evidence: self ? null : (typed.kept?.sha256 ?? null), behalf_reason: self ? "" : typed.behalfReason });
  };
  const acts = (
    <>
      {open > 0 && checklist.length > 0 && <span className="g1 s i2">{w.open(open)}</span>}
      <Button onClick={onClose}>{frame.cancel}</Button>
      <Button danger loading={act.isPending} onClick={() => give(false)} data-test="review-return">{w.return}</Button>
      <Button type="primary" htmlType="submit" disabled={open > 0} loading={act.isPending} data-test="review-pass">{self ? w.pass : `${w.record} ${w.pass}`}</Button>
    </>
  );
  return (
    <Dialog title={w.title(number)} onClose={onClose} onSubmit={() => { if (open === 0) give(true); }} acts={acts} width={640} test="review">
      <div className="c gap12">
        <HandFields typed={typed} change={(part) => setChosen({ ...typed, ...part })} candidates={contract.reviewers} self={self} recorder={me?.name ?? ""} nobody={w.nobody} later />
        <div className="r sb"><span className="sec">{w.checklist}</span><button type="button" className="linkbtn s" onClick={() => setChecked(Object.fromEntries(ITEMS.map((item) => [item, { item, ok: true, remark: "" }])))} data-test="review-all">{w.allOk}</button></div>
        {ITEMS.map((item) => <Point key={item} item={item} now={checked[item]} onChange={(one) => setChecked({ ...checked, [item]: one })} />)}
        <Field label={open === 0 ? w.note : w.reason} name="note" hint={open === 0 ? w.optional : ""} error={tooLong(language, "note", typed.note, 1000)}>
          <Input.TextArea rows={2} value={typed.note} onChange={(event) => setChosen({ ...typed, note: event.target.value })} data-test="review-note" />
        </Field>
        {act.isError && <FaultNote fault={faultOf(act.error)} />}
      </div>
    </Dialog>
  );
}

function Point({ item, now, onChange }: { item: CheckItem; now: Checked | undefined; onChange: (one: Checked) => void }): ReactNode {
  const { contracts: { names, review: w } } = useWords();
  const { name, asks } = names.items[item];
  return (
    <div className="checkpoint" data-test={`check-${item}`}>
      <div className="r gap12">
        <span className="g1"><b>{name}</b>　<span className="i2 s">{asks}</span></span>
        <Radio.Group size="small" value={now === undefined ? null : now.ok} onChange={(event) => onChange({ item, ok: event.target.value as boolean, remark: now?.remark ?? "" })} options={[{ value: true, label: w.ok }, { value: false, label: w.wrong }]} />
      </div>
      {now?.ok === false && <Input value={now.remark} placeholder={w.remark} aria-label={`${name} ${w.remark}`} status={now.remark.trim() === "" ? "error" : ""} onChange={(event) => onChange({ ...now, remark: event.target.value })} data-test="check-remark" />}
    </div>
  );
}
