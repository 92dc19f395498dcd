/** The section 「方案」 (Q1): configuration, service, plan, and who answers for it; written in place. */
import { Button, Input, Select } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, useStatus, type OpportunityView } from "../../bridge";
import { ActButton, Empty, FaultNote, Field, Pair, say, useToday } from "../../parts";
import { formErrors } from "../../parts/fieldErrors";
import { useKept } from "../../parts/kept";
import { FoundNote, KeptState } from "../../parts/Unfinished";
import { useLanguage, useWords } from "../../words";
import { instantSpoken } from "../../words/figures";

interface SolutionProps {
  deal: OpportunityView;
  editing: boolean;
  onEditing: (editing: boolean) => void;
}

/** What is typed. */
interface Typed {
  configuration: string;
  service: string;
  plan: string;
  person_id: number | null;
}

const PARTS = ["configuration", "service", "plan"] as const;

/** Read, or written. */
export function Solution({ deal, editing, onEditing }: SolutionProps): ReactNode {
  const w = useWords().opportunities.solution;
  const language = useLanguage();
  const today = useToday();
  const may = deal.acts.find((one) => one.act === "Solve");
  const { solution } = deal;
  if (editing && may !== undefined && may.refusals.length === 0) return <Write deal={deal} onDone={() => onEditing(false)} />;
  const act = may !== undefined && <ActButton label={solution === null ? w.save : w.edit} refusals={may.refusals} primary={solution === null} onClick={() => onEditing(true)} test="solution-write" />;
  if (solution === null) return <Empty act={act}>{w.none}</Empty>;
  return (
    <div className="block reading" data-test="solution">
      <div className="r sb"><span className="i2">{w.by(solution.person)}　{instantSpoken(solution.saved_at, today, language)}</span>{act}</div>
      {PARTS.filter((part) => solution[part] !== "").map((part) => <Pair key={part} label={w.fields[part]}><span className="asis">{solution[part]}</span></Pair>)}
    </div>
  );
}

function Write({ deal, onDone }: { deal: OpportunityView; onDone: () => void }): ReactNode {
  const { frame, opportunities: { solution: w } } = useWords();
  const language = useLanguage();
  const me = useStatus()?.person?.id ?? null;
  const people = (useAsk("person_list", {}).data ?? []).filter((one) => one.active);
  const saved: Typed = { configuration: deal.solution?.configuration ?? "", service: deal.solution?.service ?? "", plan: deal.solution?.plan ?? "", person_id: deal.solution?.person_id ?? me };
  const kept = useKept<Typed>("solution", deal.card.id, saved, () => deal.card.name);
  const typed = kept.draft;
  const act = useAct("solution_save", () => { kept.saved(); say(w.saved); onDone(); });
  const [tried, setTried] = useState(false);
  useEffect(() => act.reset(), [typed]);
  const missing = PARTS.every((part) => typed[part].trim() === "") || typed.person_id === null;
  const said = formErrors(language, act.error, (field) => field === "person_id" || (PARTS as readonly string[]).includes(field));
  const submit = (): void => {
    setTried(true);
    if (!missing && !act.isPending) act.mutate({ id: deal.card.id ?? 0, version: deal.card.version ?? 0, ...typed });
  };
  return (
    <form className="block c gap12 solutionform" onSubmit={(event) => { event.preventDefault(); submit(); }} data-test="solution-form">
      <FoundNote kept={kept} />
      {PARTS.map((part) => (
        <Field key={part} label={w.fields[part]} name={part} hint={w.hints[part]} error={said.at[part]}>
          <Input.TextArea rows={4} autoFocus={part === "configuration"} value={typed[part]} onChange={(event) => kept.set({ ...typed, [part]: event.target.value })} data-test={`solution-${part}`} />
        </Field>
      ))}
      <Field label={w.fields.person_id} name="person_id" required error={said.at["person_id"]}>
        <Select showSearch={{ optionFilterProp: "label" }} value={typed.person_id} onChange={(person_id: number) => kept.set({ ...typed, person_id })} options={people.map((one) => ({ value: one.id, label: one.name }))} data-test="solution-person" />
      </Field>
      {tried && missing && <span className="late">{w.missing}</span>}
      {said.rest !== null && <FaultNote fault={said.rest} />}
      {act.isError && said.rest === null && Object.keys(said.at).length === 0 && <FaultNote fault={faultOf(act.error)} />}
      <div className="r gap8"><span className="g1">{kept.dirty && <KeptState begun={kept.begun} />}</span><Button onClick={() => { kept.reset(); onDone(); }}>{frame.cancel}</Button><Button type="primary" htmlType="submit" loading={act.isPending} data-test="solution-save">{w.save}</Button></div>
    </form>
  );
}
