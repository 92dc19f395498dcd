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
import { Accounts } from "./Accounts";
import { missingAccounts } from "./accountRows";
import { Page, SaveFoot } from "./Page";

type Text = "name" | "name_en" | "address" | "phone" | "email";
const LONGEST: Record<Text, number> = { name: 100, name_en: 100, address: 200, phone: 40, email: 254 };

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
    ...(company.name.trim() === "" ? { name: w.nameMissing } : {}),
    ...(looksLikeEmail(company.email) ? {} : { email: w.badEmail }),
    ...(looksLikePhone(company.phone) ? {} : { phone: w.badPhone }),
    ...Object.fromEntries(missingAccounts(company).map((field) => [field, w.bankMissing])),
  };
  const shown = Object.fromEntries(Object.entries(own).filter(([field]) => tried || field === "email" || field === "phone"));
  const errors = { ...said.at, ...shown };
  const set = (part: Partial<Company>): void => { save.reset(); kept.set({ ...company, ...part }); };
  const submit = (): void => {
    setTried(true);
    if (Object.keys(own).length === 0) save.mutate(company);
  };
  const reset = (): void => { kept.reset(); save.reset(); setTried(false); };
  const box = (field: Text, hint?: string): ReactNode => (
    <Field label={w[field]} name={field} hint={hint} error={errors[field]} {...(field === "name" ? { required: true } : {})}>
      <Input value={company[field]} maxLength={LONGEST[field]} status={errors[field] === undefined ? "" : "error"} onChange={(event) => set({ [field]: event.target.value })} data-test={field} />
    </Field>
  );
  return (
    <Page title={settings.sections.company} lead={w.lead} foot={<SaveFoot dirty={kept.dirty} saving={save.isPending} onSave={submit} onReset={reset} />}>
      {said.rest !== null && <FaultNote fault={said.rest} onReload={reset} />}
      <div className="twofields">
        <div className="all">{box("name")}</div>
        {box("name_en", w.name_enHint)}
        <TaxNumberField value={company.tax_number} onChange={(tax_number) => set({ tax_number })} error={errors["tax_number"]} />
        <div className="all">{box("address")}</div>
        {box("phone")}
        {box("email")}
      </div>
      <Accounts company={company} set={set} errors={errors} />
    </Page>
  );
}
