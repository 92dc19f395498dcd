/** The section 「需求」: the revisions of the list of needs (N1), the newest on top, with what differs from the one before. */
import { Button } from "antd";
import { FileText, Plus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, type NeedDraft, type OpportunityView, type RequirementAct, type RequirementState, type RequirementView } from "../../bridge";
import { ActButton, Chip, DateText, Empty, FaultNote, Pair, PaperDialog, go, say, useToday, type Family, type Shape } from "../../parts";
import { sentences, useLanguage, useWords } from "../../words";
import { dateSpoken, quantity } from "../../words/figures";
import { FollowUpList } from "../../parts/lead/FollowUpList";
import { Confirm } from "./Confirm";
import { EvidenceButton } from "./EvidenceButton";
import { comparedLines, formerOf } from "./needDraft";

const LOOK: Record<RequirementState, [Family, Shape]> = { Draft: ["wait", "wait"], Confirmed: ["done", "done"], Superseded: ["off", "void"] };

/** The section. */
export function Needs({ deal }: { deal: OpportunityView }): ReactNode {
  const w = useWords().opportunities;
  const begin = <ActButton label={w.needs.begin} icon={<Plus size={14} strokeWidth={1.6} />} refusals={deal.list} primary onClick={() => go("opportunities", deal.card.id ?? 0, "needs")} test="needs-begin" />;
  return (
    <>
      {deal.requirements.length === 0 && <Empty act={begin}>{w.needs.none}</Empty>}
      {deal.requirements.map((one) => <Revision key={one.draft.id} deal={deal} one={one} former={formerOf(deal.requirements, one)} />)}
      {deal.follow_ups.length > 0 && <div className="block"><div className="sec">{w.followed}</div><FollowUpList all={deal.follow_ups} /></div>}
    </>
  );
}

function Revision({ deal, one, former }: { deal: OpportunityView; one: RequirementView; former: RequirementView | null }): ReactNode {
  const w = useWords().opportunities;
  const language = useLanguage();
  const today = useToday();
  const [comparing, setComparing] = useState(false);
  const [family, shape] = LOOK[one.state];
  const { draft } = one;
  const name = `${one.number} V${one.revision}`;
  return (
    <div className="block revision" data-test="revision" data-revision={one.revision}>
      <div className="r gap12">
        <b className="no">{name}</b>
        <Chip family={family} shape={shape} test={`needs-${one.state}`}>{w.names.needStates[one.state]}</Chip>
        <span className="g1 i2">
          {one.confirmed_how !== null && one.confirmed_on !== null && <>{w.needs.confirmedBy(one.confirmed_by, w.names.how[one.confirmed_how], dateSpoken(one.confirmed_on, today, language))}　{w.needs.recorder(one.recorder)}　{one.evidence !== null && <EvidenceButton sha256={one.evidence} />}</>}
        </span>
        {former !== null && <button type="button" className="linkbtn s" onClick={() => setComparing(!comparing)} data-test="needs-compare">{comparing ? w.needs.compareHide : w.needs.compare}</button>}
      </div>
      <Acts deal={deal} one={one} name={name} />
      {comparing && former !== null ? <Comparison before={former.draft.lines} after={draft.lines} /> : <Lines lines={draft.lines} />}
      <div className="pairs">
        {one.contact !== "" && <Pair label={w.needs.fields.contact_id}>{one.contact}</Pair>}
        {draft.delivery_address !== "" && <Pair label={w.needs.fields.delivery_address}>{draft.delivery_address}</Pair>}
        {draft.note !== "" && <Pair label={w.needs.fields.note}><span className="asis">{draft.note}</span></Pair>}
      </div>
    </div>
  );
}

function Acts({ deal, one, name }: { deal: OpportunityView; one: RequirementView; name: string }): ReactNode {
  const w = useWords().opportunities;
  const [confirming, setConfirming] = useState(false);
  const [shown, setShown] = useState(false);
  const seen = { id: one.draft.id ?? 0, version: one.draft.version ?? 0 };
  const send = useAct("requirement_send", () => say(w.needs.sent));
  const revise = useAct("requirement_revise", (answer) => { say(w.needs.revised(answer.requirements[0]?.revision ?? 0)); go("opportunities", deal.card.id ?? 0, "needs"); });
  const run = (act: RequirementAct): void => {
    if (act === "Edit") go("opportunities", deal.card.id ?? 0, "needs");
    else if (act === "Confirm") setConfirming(true);
    else if (act === "Send") send.mutate(seen);
    else if (act === "Revise") revise.mutate(seen);
  };
  const fault = send.error ?? revise.error;
  return (
    <>
      <div className="acts">
        {one.acts.map((may) => <ActButton key={may.act} label={w.names.needActs[may.act]} refusals={may.refusals} primary={may.act === "Confirm"} loading={(may.act === "Send" && send.isPending) || (may.act === "Revise" && revise.isPending)} onClick={() => run(may.act)} test={`needs-${may.act}`} />)}
        <Button type="text" icon={<FileText size={15} strokeWidth={1.6} />} onClick={() => setShown(true)} data-test="needs-paper">{w.needs.paper}</Button>
      </div>
      {fault !== null && <FaultNote fault={faultOf(fault)} />}
      {confirming && <Confirm one={one} name={name} onClose={() => setConfirming(false)} />}
      {shown && <NeedsPaper id={seen.id} title={w.needs.paperTitle(name)} onClose={() => setShown(false)} />}
    </>
  );
}

function NeedsPaper({ id, title, onClose }: { id: number; title: string; onClose: () => void }): ReactNode {
  const file = useAsk("requirement_paper", { id }, { keep: false });
  return <PaperDialog title={title} onClose={onClose} of={file} note={useWords().opportunities.needs.paperNote} />;
}

function Heads(): ReactNode {
  const { columns: c } = useWords().opportunities.needs;
  return <tr><th className="c-no">#</th><th>{c.name}</th><th className="c-spec">{c.spec}</th><th className="num c-qty">{c.quantity}</th><th className="num c-date">{c.wanted}</th><th>{c.customisation} · {c.standard}</th></tr>;
}

function Lines({ lines }: { lines: NeedDraft[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <table className="tbl lines" data-test="needs-lines">
      <thead><Heads /></thead>
      <tbody>{lines.map((line, index) => <tr key={index}><td className="i3">{index + 1}</td><Cells line={line} /></tr>)}</tbody>
    </table>
  );
}

/** The cells of a line; those that changed are marked, with what stood there before. */
function Cells({ line, before, changed }: { line: NeedDraft; before?: NeedDraft | null; changed?: (keyof NeedDraft)[] }): ReactNode {
  const { columns: c } = useWords().opportunities.needs;
  const language = useLanguage();
  const is = (...fields: (keyof NeedDraft)[]): boolean => fields.some((field) => changed?.includes(field) === true);
  const was = (differs: boolean, text: string): ReactNode => (differs && before !== null && before !== undefined ? <span className="i3 s waswas"><s>{text === "" ? "—" : text}</s></span> : null);
  const special = (one: NeedDraft): string => sentences(language, [one.customised ? (one.customisation === "" ? c.customised : one.customisation) : "", one.standard].filter((part) => part !== ""));
  const amounts = (one: NeedDraft): string => `${quantity(one.quantity_milli)} ${one.unit}`;
  return (
    <>
      <td className={is("name") ? "differs" : ""}><span className="threelines">{line.name}</span>{was(is("name"), before?.name ?? "")}</td>
      <td className={`i2 c-spec${is("spec") ? " differs" : ""}`}>{line.spec}{was(is("spec"), before?.spec ?? "")}</td>
      <td className={`num${is("quantity_milli", "unit") ? " differs" : ""}`}>{amounts(line)}{before !== null && before !== undefined && was(is("quantity_milli", "unit"), amounts(before))}</td>
      <td className={`num${is("wanted_on") ? " differs" : ""}`}><DateText date={line.wanted_on} column />{was(is("wanted_on"), before?.wanted_on ?? "")}</td>
      <td className={is("customised", "customisation", "standard") ? "differs" : ""}>{special(line)}{before !== null && before !== undefined && was(is("customised", "customisation", "standard"), special(before))}</td>
    </>
  );
}

/** Two revisions side by side, line by line. */
function Comparison({ before, after }: { before: NeedDraft[]; after: NeedDraft[] }): ReactNode {
  const w = useWords().opportunities.needs;
  const rows = comparedLines(before, after);
  const mark = (row: (typeof rows)[number]): string => (row.after === null ? w.removed : row.before === null ? w.added : row.changed.length > 0 ? w.changedTo : "");
  return (
    <table className="tbl lines" data-test="needs-comparison">
      <thead><Heads /></thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} className={row.after === null ? "gone" : row.before === null ? "fresh" : ""} data-change={row.after === null ? "removed" : row.before === null ? "added" : row.changed.length > 0 ? "changed" : "same"}>
            <td className="s nw">{mark(row)}</td>
            {row.after === null ? <Cells line={row.before ?? EMPTY} /> : <Cells line={row.after} before={row.before} changed={row.changed} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const EMPTY: NeedDraft = { product_id: null, name: "", spec: "", unit: "", quantity_milli: null, wanted_on: null, customised: false, customisation: "", standard: "" };
