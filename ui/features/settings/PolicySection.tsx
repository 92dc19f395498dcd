/** How approval goes and how figures are counted: levels, who may decide, 口径. */
import { Plus, X } from "lucide-react";
import { Button, Input, Segmented, Select } from "antd";
import type { ReactNode } from "react";
import { useAct, useAsk, type DeliveryPoint, type Role, type SettingsView, type UnknownCost } from "../../bridge";
import { FaultNote, Glyph, confirm, say } from "../../parts";
import { formErrors } from "../../parts/fieldErrors";
import { useKept } from "../../parts/kept";
import { useLanguage, useWords } from "../../words";
import { Page, SaveFoot, Setting, SwitchRow } from "./Page";
import { MOST_LEVELS, isFixed, policyFaults, policyForm, policyOf, withLevel, type LevelBox, type PolicyForm } from "./policy";

const UNKNOWN: UnknownCost[] = ["WhereCostsAreKept", "Asks", "Passes"];
const POINTS: DeliveryPoint[] = ["Dispatch", "Receipt", "Acceptance"];
const EXTRA: Role[] = ["SalesSupervisor", "Finance", "Operations", "Legal", "Solution", "Admin"];

interface PartProps {
  form: PolicyForm;
  set: (part: Partial<PolicyForm>) => void;
  errors: Record<string, string>;
}

/** The form. */
export function PolicySection({ view }: { view: SettingsView }): ReactNode {
  const { settings } = useWords();
  const w = settings.approval;
  const language = useLanguage();
  const kept = useKept<PolicyForm>("settings policy", null, policyForm(view.policy));
  const form = kept.draft;
  const save = useAct("setting_save_policy", () => { kept.saved(); say(settings.saved); });
  const said = formErrors(language, save.error, (field) => field !== "levels");
  const faults = policyFaults(form);
  const says = (field: string): string => (field === "discount_limit" || field === "margin_floor" ? w.badPercent : field === "most_leads" ? w.badCount : w.badMoney);
  const errors = { ...said.at, ...Object.fromEntries(faults.map((field) => [field, says(field)])) };
  const set = (part: Partial<PolicyForm>): void => { save.reset(); kept.set({ ...form, ...part }); };
  const submit = (): void => {
    if (faults.length === 0) save.mutate(policyOf(form));
  };
  return (
    <Page title={settings.sections.approval} lead={w.lead} foot={<SaveFoot dirty={kept.dirty} saving={save.isPending} onSave={submit} onReset={() => { kept.reset(); save.reset(); }} />}>
      {said.rest !== null && <FaultNote fault={said.rest} />}
      <Levels form={form} set={set} errors={errors} />
      <Deciders form={form} set={set} errors={errors} />
      <Leads form={form} set={set} errors={errors} />
      <Figures form={form} set={set} errors={errors} />
    </Page>
  );
}

function Levels({ form, set, errors }: PartProps): ReactNode {
  const { settings, names } = useWords();
  const w = settings.approval;
  const people = useAsk("person_list", {}).data;
  const nobody = (role: Role): boolean => people !== undefined && !people.some((one) => one.active && one.roles.includes(role));
  const change = (row: number, part: Partial<LevelBox>): void => set({ levels: form.levels.map((level, index) => (index === row ? { ...level, ...part } : level)) });
  return (
    <section data-field="levels">
      <h2 className="sec">{w.levels}</h2>
      <p className="s i3">{w.levelsHint}</p>
      <div className="levels">
        {form.levels.map((level, row) => {
          const fixed = isFixed(form.levels, row);
          const error = errors[`levels.${row}`];
          return (
            <div className="levelrow" key={row} data-test="level-row">
              <span className="stepno">{row + 1}</span>
              {fixed ? <span>{names.role[level.role]}</span> : <Select value={level.role} options={EXTRA.map((role) => ({ value: role, label: names.role[role] }))} onChange={(role) => change(row, { role })} aria-label={w.levels} />}
              {fixed ? <span className="i3">{w.always}</span> : <Input className="digits" prefix={<span className="i3 s">{w.from}</span>} value={level.from} status={error === undefined ? "" : "error"} onChange={(event) => change(row, { from: event.target.value })} data-test="level-from" />}
              <span className="late s">{(error !== undefined || nobody(level.role)) && <span className="r gap4"><Glyph shape="late" size={11} />{error ?? w.nobody}</span>}</span>
              {!fixed && <button type="button" className="iconbtn small" aria-label={w.remove(names.role[level.role])} onClick={() => set({ levels: form.levels.filter((_, index) => index !== row) })}><X size={14} strokeWidth={1.6} /></button>}
            </div>
          );
        })}
      </div>
      {form.levels.length < MOST_LEVELS && <div className="below"><Button size="small" type="text" icon={<Plus size={14} strokeWidth={1.6} />} onClick={() => set({ levels: withLevel(form.levels, "SalesSupervisor") })} data-test="level-add">{w.add}</Button></div>}
    </section>
  );
}

function Deciders({ form, set, errors }: PartProps): ReactNode {
  const w = useWords().settings.approval;
  const single = async (on: boolean): Promise<void> => {
    if (!on || (await confirm({ title: w.singleAsk, text: w.singleWhy, yes: w.singleYes, no: w.cancel }))) set({ single_person: on });
  };
  return (
    <section>
      <h2 className="sec formsec">{w.who}</h2>
      <SwitchRow title={w.mustSignIn} hint={w.mustSignInHint} on={form.must_sign_in} onChange={(must_sign_in) => set({ must_sign_in })} test="must_sign_in" />
      <SwitchRow title={w.resubmit} hint={w.resubmitHint} on={form.resubmit_at_refusing_level} onChange={(resubmit_at_refusing_level) => set({ resubmit_at_refusing_level })} test="resubmit_at_refusing_level" />
      <SwitchRow title={w.single} hint={w.singleHint} on={form.single_person} onChange={(on) => void single(on)} test="single_person" />
      <SwitchRow title={w.reviewOrders} hint={w.reviewOrdersHint} on={form.review_purchase_orders} onChange={(review_purchase_orders) => set({ review_purchase_orders })} test="review_purchase_orders" />
      <Setting title={w.evidence} hint={w.evidenceHint} name="evidence_from_fen" error={errors["evidence_from_fen"]}>
        <Input className="digits" inputMode="decimal" value={form.evidence} suffix={w.yuan} aria-label={w.evidence} status={errors["evidence_from_fen"] === undefined ? "" : "error"} onChange={(event) => set({ evidence: event.target.value })} data-test="evidence_from_fen" />
      </Setting>
      <Setting title={w.discount} hint={w.discountHint} name="discount_limit" error={errors["discount_limit"]}>
        <Input className="digits" inputMode="decimal" value={form.discount} suffix="%" aria-label={w.discount} status={errors["discount_limit"] === undefined ? "" : "error"} onChange={(event) => set({ discount: event.target.value })} data-test="discount_limit" />
      </Setting>
      <Setting title={w.floor} hint={w.floorHint} name="margin_floor" error={errors["margin_floor"]}>
        <Input className="digits" inputMode="decimal" value={form.floor} suffix="%" aria-label={w.floor} status={errors["margin_floor"] === undefined ? "" : "error"} onChange={(event) => set({ floor: event.target.value })} data-test="margin_floor" />
      </Setting>
      <Setting title={w.unknownCost} hint={w.unknownCostHint} name="unknown_cost">
        <Select<UnknownCost> className="g1" value={form.unknown_cost} options={UNKNOWN.map((value) => ({ value, label: w.unknownCosts[value] }))} onChange={(unknown_cost) => set({ unknown_cost })} aria-label={w.unknownCost} data-test="unknown_cost" />
      </Setting>
    </section>
  );
}

function Leads({ form, set, errors }: PartProps): ReactNode {
  const { settings, frame } = useWords();
  const w = settings.approval;
  return (
    <section>
      <h2 className="sec formsec">{frame.rooms.leads}</h2>
      <Setting title={w.mostLeads} hint={w.mostLeadsHint} name="most_leads" error={errors["most_leads"]}>
        <Input className="digits" inputMode="numeric" maxLength={4} value={form.mostLeads} suffix={w.leadsUnit} aria-label={w.mostLeads} status={errors["most_leads"] === undefined ? "" : "error"} onChange={(event) => set({ mostLeads: event.target.value })} data-test="most_leads" />
      </Setting>
    </section>
  );
}

function Figures({ form, set }: PartProps): ReactNode {
  const { settings, names } = useWords();
  const w = settings.approval;
  return (
    <section>
      <h2 className="sec formsec">{w.figures}</h2>
      <Setting title={w.deliveryPoint} hint={w.deliveryPointHint} name="delivery_point">
        <Segmented<DeliveryPoint> block value={form.delivery_point} options={POINTS.map((point) => ({ value: point, label: names.deliveryPoint[point] }))} onChange={(delivery_point) => set({ delivery_point })} data-test="delivery_point" />
      </Setting>
      <SwitchRow title={w.redIsUp} hint={w.redIsUpHint} on={form.red_is_up} onChange={(red_is_up) => set({ red_is_up })} test="red_is_up" />
    </section>
  );
}
