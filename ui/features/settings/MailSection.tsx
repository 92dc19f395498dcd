/** The mail account: provider, server, account, app password; beside it the doctor. */
import { Collapse, Input, InputNumber, Segmented, Select } from "antd";
import { useState, type ReactNode } from "react";
import { useAct, type Language, type MailAccount, type MailSecurity, type MailTested, type SettingsView } from "../../bridge";
import { FaultNote, Field, Glyph, Note, say } from "../../parts";
import { formErrors, type FormErrors } from "../../parts/fieldErrors";
import { useKept } from "../../parts/kept";
import { looksLikeEmail } from "../../parts/reach";
import { useLanguage, useWords } from "../../words";
import { Doctor } from "./Doctor";
import { withAddress, withProvider } from "./mail";
import { Page, SaveFoot, Setting } from "./Page";

/** The form with the doctor at its right. */
export function MailSection({ view }: { view: SettingsView }): ReactNode {
  const { settings } = useWords();
  const w = settings.mail;
  const language = useLanguage();
  const kept = useKept<MailAccount>("settings mail", null, view.mail);
  // The password is never kept anywhere but in the keychain, so it lives only as long as the page.
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const [tested, setTested] = useState<MailTested | null>(null);
  const account = kept.draft;
  const check = useAct("mail_test", setTested);
  const save = useAct("setting_save_mail", () => {
    kept.saved();
    setPassword("");
    say(settings.saved);
    check.mutate({ to: account.from_address });
  });
  const said = formErrors(language, save.error, () => true);
  const own: Record<string, string> = {
    ...(tried && account.from_address.trim() === "" ? { from_address: w.addressMissing } : {}),
    ...(tried && account.host.trim() === "" ? { host: w.hostMissing } : {}),
    ...(looksLikeEmail(account.from_address) ? {} : { from_address: w.badEmail }),
    ...((account.port >= 1 && account.port <= 65_535) || (!tried && account.port === 0) ? {} : { port: w.badPort }),
  };
  const refused = tested?.steps.some((step) => !step.ok && step.explain === "wrong_password") ?? false;
  const errors = { ...said.at, ...own, ...(refused && password === "" ? { password: w.passwordRefused } : {}) };
  const dirty = kept.dirty || password !== "";
  const submit = (): void => {
    setTried(true);
    if (Object.keys(own).length === 0 && account.port > 0 && account.from_address.trim() !== "" && account.host.trim() !== "") save.mutate({ account, password: password === "" ? null : password });
  };
  const set = (next: MailAccount): void => { save.reset(); kept.set(next); };
  const reset = (): void => { kept.reset(); save.reset(); setPassword(""); setTried(false); };
  return (
    <div className="mailpage">
      <Page title={settings.sections.mail} lead={w.lead} foot={<SaveFoot dirty={dirty} saving={save.isPending} {...(dirty ? { label: w.saveAndCheck } : {})} onSave={submit} onReset={reset} />}>
        <Notes view={view} said={said} />
        <Boxes view={view} account={account} set={set} errors={errors} password={password} setPassword={setPassword} />
        <Habits account={account} set={set} errors={errors} />
      </Page>
      <Doctor account={view.mail} dirty={dirty} tested={tested} checking={check.isPending || save.isPending} error={check.error} onCheck={(to) => check.mutate({ to })} />
    </div>
  );
}

function Notes({ view, said }: { view: SettingsView; said: FormErrors }): ReactNode {
  const w = useWords().settings.mail;
  return (
    <div className="c gap8 mailnotes">
      {view.sample && <Note family="accent">{w.sampleNote}</Note>}
      {view.vault_problem !== null && <Note family="wait" test="vault-problem">{w.vault(view.vault_problem)}</Note>}
      {said.rest !== null && <FaultNote fault={said.rest} />}
    </div>
  );
}

interface BoxesProps {
  view: SettingsView;
  account: MailAccount;
  set: (account: MailAccount) => void;
  errors: Record<string, string>;
  password: string;
  setPassword: (password: string) => void;
}

function Boxes({ view, account, set, errors, password, setPassword }: BoxesProps): ReactNode {
  const w = useWords().settings.mail;
  const language = useLanguage();
  const provider = view.providers.find((one) => one.name === account.provider);
  const kind = language === "Zh" && provider !== undefined && provider.password_kind !== "" ? provider.password_kind : w.password;
  const wrong = (field: string): "" | "error" => (errors[field] === undefined ? "" : "error");
  return (
    <div className="twofields">
      <Field label={w.provider} name="provider" hint={noteFor(language, provider?.note ?? "") ?? w.providerHint} className="all">
        <Select
          value={account.provider === "" ? null : account.provider} placeholder={w.custom} data-test="provider"
          options={view.providers.map((one) => ({ value: one.name, label: one.host === "" ? w.custom : one.name }))}
          onChange={(name) => { const chosen = view.providers.find((one) => one.name === name); if (chosen !== undefined) set(withProvider(account, chosen)); }}
        />
      </Field>
      <Field label={w.fromAddress} name="from_address" required error={errors["from_address"]}>
        <Input value={account.from_address} maxLength={254} status={wrong("from_address")} onChange={(event) => set(withAddress(account, event.target.value, view.providers))} data-test="from_address" />
      </Field>
      <Field label={w.fromName} name="from_name" error={errors["from_name"]}>
        <Input value={account.from_name} maxLength={100} onChange={(event) => set({ ...account, from_name: event.target.value })} data-test="from_name" />
      </Field>
      <Field label={w.user} name="user" hint={w.userHint} error={errors["user"]}>
        <Input value={account.user} maxLength={254} autoComplete="off" onChange={(event) => set({ ...account, user: event.target.value })} data-test="user" />
      </Field>
      <Field label={kind} name="password" hint={view.mail_password_set ? w.passwordKept : w.passwordWhere} error={errors["password"]}>
        <Input.Password value={password} autoComplete="new-password" placeholder={view.mail_password_set ? "••••••••" : ""} status={wrong("password")} onChange={(event) => setPassword(event.target.value)} data-test="password" />
      </Field>
      <Field label={w.host} name="host" required error={errors["host"]}>
        <Input value={account.host} maxLength={253} spellCheck={false} status={wrong("host")} onChange={(event) => set({ ...account, host: event.target.value.trim() })} data-test="host" />
      </Field>
      <Field label={w.port} name="port" error={errors["port"]}>
        <div className="portrow">
          <InputNumber value={account.port === 0 ? null : account.port} controls={false} min={1} max={65_535} precision={0} onChange={(port) => set({ ...account, port: port ?? 0 })} data-test="port" />
          <Segmented<MailSecurity> block value={account.security} options={[{ value: "Tls", label: "TLS" }, { value: "StartTls", label: "STARTTLS" }]} onChange={(security) => set({ ...account, security })} data-test="security" />
        </div>
      </Field>
      <Collapse ghost size="small" className="all more" items={[{ key: "more", label: w.more, children: <More account={account} set={set} errors={errors} /> }]} />
    </div>
  );
}

/** A provider's note stands in one language only; in the other one it is left out. */
function noteFor(language: Language, note: string): string | undefined {
  const chinese = /[\u4e00-\u9fff]/.test(note);
  return note !== "" && chinese === (language === "Zh") ? note : undefined;
}

/** What always holds for letters, and how fast they go. */
function Habits({ account, set, errors }: Pick<BoxesProps, "account" | "set" | "errors">): ReactNode {
  const w = useWords().settings.mail;
  const always = <span className="done s r gap4"><Glyph shape="done" size={12} />{w.always}</span>;
  return (
    <section>
      <h2 className="sec formsec">{w.habits}</h2>
      <Setting title={w.copies} hint={w.copiesHint} name="copies" narrow>{always}</Setting>
      <Setting title={w.perMinute} hint={w.perMinuteHint} name="per_minute" error={errors["per_minute"]} narrow>
        <InputNumber value={account.per_minute} min={1} max={600} precision={0} onChange={(count) => set({ ...account, per_minute: count ?? 1 })} aria-label={w.perMinute} data-test="per_minute" />
      </Setting>
      <Setting title={w.retries} hint={w.retriesHint} name="retries" narrow>{always}</Setting>
      <Setting title={w.uncertain} hint={w.uncertainHint} name="uncertain" narrow>{always}</Setting>
    </section>
  );
}

function More({ account, set, errors }: Pick<BoxesProps, "account" | "set" | "errors">): ReactNode {
  const w = useWords().settings.mail;
  return (
    <div className="twofields">
      <Field label={w.pem} name="trusted_pem" hint={w.pemHint} error={errors["trusted_pem"]} className="all">
        <Input.TextArea rows={4} value={account.trusted_pem} spellCheck={false} placeholder="-----BEGIN CERTIFICATE-----" onChange={(event) => set({ ...account, trusted_pem: event.target.value })} data-test="trusted_pem" />
      </Field>
    </div>
  );
}
