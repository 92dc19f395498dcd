/** The company as it stands in letterhead and bank block. */
import { Input } from "antd";
import { useState, type ReactNode } from "react";
import { useAct, type Company, type SettingsView } from "../../bridge";
import { FaultNote, Field, say } from "../../parts";
import { formErrors } from "../../parts/fieldErrors";
import { useKept } from "../../parts/kept";
import { TaxNumberField } from "../../parts/TaxNumberField";
import { looksLikeEmail, looksLikePhone } from "../../parts/reach";
import { useLanguage, useWords } from "../../words";
import { Page, SaveFoot } from "./Page";

type Text = Exclude<keyof Company, "tax_number">;
const LONGEST: Record<Text, number> = { name: 100, name_en: 100, address: 200, phone: 40, email: 254, bank_name: 100, bank_account: 60 };

/** The form. */
export function CompanySection({ view }: { view: SettingsView }): ReactNode {
  const { settings } = useWords();
  const w = settings.company;
  const language = useLanguage();
  const kept = useKept<Company>("settings company", null, view.company);
  const [tried, setTried] = useState(false);
  const company = kept.draft;
  const save = useAct("setting_save_company", () => { kept.saved(); say(settings.saved); });
  const said = formErrors(language, save.error, () => true);
  const own: Record<string, string> = {
    ...(tried && company.name.trim() === "" ? { name: w.nameMissing } : {}),
    ...(looksLikeEmail(company.email) ? {} : { email: w.badEmail }),
    ...(looksLikePhone(company.phone) ? {} : { phone: w.badPhone }),
  };
  const errors = { ...said.at, ...own };
  const set = (part: Partial<Company>): void => { save.reset(); kept.set({ ...company, ...part }); };
  const submit = (): void => {
    setTried(true);
    if (company.name.trim() !== "" && Object.keys(own).length === 0) save.mutate(company);
  };
  const box = (field: Text, hint?: string): ReactNode => (
    <Field label={w[field]} name={field} hint={hint} error={errors[field]} {...(field === "name" ? { required: true } : {})}>
      <Input value={company[field]} maxLength={LONGEST[field]} status={errors[field] === undefined ? "" : "error"} onChange={(event) => set({ [field]: event.target.value })} data-test={field} />
    </Field>
  );
  return (
    <Page title={settings.sections.company} lead={w.lead} foot={<SaveFoot dirty={kept.dirty} saving={save.isPending} onSave={submit} onReset={() => { kept.reset(); save.reset(); }} />}>
      {said.rest !== null && <FaultNote fault={said.rest} onReload={() => { kept.reset(); save.reset(); }} />}
      <div className="twofields">
        <div className="all">{box("name")}</div>
        {box("name_en", w.name_enHint)}
        <TaxNumberField value={company.tax_number} onChange={(tax_number) => set({ tax_number })} error={errors["tax_number"]} />
        <div className="all">{box("address")}</div>
        {box("phone")}
        {box("email")}
      </div>
      <h2 className="sec formsec">{w.bank}</h2>
      <div className="twofields">{box("bank_name")}{box("bank_account")}</div>
    </Page>
  );
}
