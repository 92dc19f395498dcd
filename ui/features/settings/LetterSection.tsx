/** The sentences of the confirmation that the company writes itself. */
import { Input } from "antd";
import type { ReactNode } from "react";
import { useAct, type SettingsView } from "../../bridge";
import { FaultNote, Field, say } from "../../parts";
import { formErrors } from "../../parts/fieldErrors";
import { useKept } from "../../parts/kept";
import { useLanguage, useWords } from "../../words";
import { Page, SaveFoot } from "./Page";
import { policyFaults, policyForm, policyOf, type PolicyForm } from "./policy";

const FIELDS = ["confirm_sentence", "deemed_sentence", "confirm_days", "objection_days"];

/** The form; it saves the same policy as 「审批与口径」. */
export function LetterSection({ view }: { view: SettingsView }): ReactNode {
  const { settings } = useWords();
  const w = settings.letter;
  const language = useLanguage();
  const kept = useKept<PolicyForm>("settings policy", null, policyForm(view.policy));
  const form = kept.draft;
  const save = useAct("setting_save_policy", () => { kept.saved(); say(settings.saved); });
  const said = formErrors(language, save.error, (field) => FIELDS.includes(field));
  const faults = policyFaults(form);
  const set = (part: Partial<PolicyForm>): void => { save.reset(); kept.set({ ...form, ...part }); };
  const days = (field: "confirm" | "objection", least: number, most: number, label: string, unit: string): ReactNode => {
    const name = `${field}_days`;
    const error = faults.includes(name) ? settings.approval.badDays(least, most) : said.at[name];
    return (
      <Field label={label} name={name} error={error}>
        <Input className="digits" inputMode="numeric" value={form[field]} maxLength={3} suffix={unit} status={error === undefined ? "" : "error"} onChange={(event) => set({ [field]: event.target.value })} data-test={name} />
      </Field>
    );
  };
  const sentence = (name: "confirm_sentence" | "deemed_sentence", label: string): ReactNode => (
    <Field label={label} name={name} hint={w.builtIn} error={said.at[name]}>
      <Input.TextArea rows={4} maxLength={500} value={form[name]} onChange={(event) => set({ [name]: event.target.value })} data-test={name} />
    </Field>
  );
  return (
    <Page title={settings.sections.letter} lead={w.lead} foot={<SaveFoot dirty={kept.dirty} saving={save.isPending} onSave={() => { if (faults.length === 0) save.mutate(policyOf(form)); }} onReset={() => { kept.reset(); save.reset(); }} />}>
      {said.rest !== null && <FaultNote fault={said.rest} />}
      <div className="twofields">
        {days("confirm", 1, 60, w.confirmDays, w.days)}
        {days("objection", 0, 365, w.objectionDays, w.calendarDays)}
      </div>
      <div className="c gap16 formsec">{sentence("confirm_sentence", w.confirm)}{sentence("deemed_sentence", w.deemed)}</div>
      <p className="s i3">{w.plain}</p>
    </Page>
  );
}
