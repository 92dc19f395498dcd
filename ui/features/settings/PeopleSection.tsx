/** People and roles: who uses the book, who can approve, and a form for each. */
import { Pencil, Plus } from "lucide-react";
import { Button, Checkbox, ConfigProvider, Input, Select } from "antd";
import { useState, type ReactNode } from "react";
import { useAct, useAsk, type PersonSave, type PersonView, type Role, type SettingsView } from "../../bridge";
import { Answer, Avatar, Dialog, FaultNote, Field, Glyph, say } from "../../parts";
import { formErrors } from "../../parts/fieldErrors";
import { looksLikeEmail, looksLikePhone } from "../../parts/reach";
import { listed, useLanguage, useWords } from "../../words";
import { LeaveDialog } from "./LeaveDialog";
import { Page } from "./Page";

const ROLES: Role[] = [
  "SalesRep", "SalesSupervisor", "Finance", "Operations", "Warehouse", "Production", "Purchasing", "Logistics",
  "Solution", "Legal", "ServiceEngineer", "CustomerService", "SalesAssistant", "Admin",
];

/** The page. */
export function PeopleSection({ view }: { view: SettingsView }): ReactNode {
  const { settings, names } = useWords();
  const w = settings.people;
  const asked = useAsk("person_list", {});
  const [edited, setEdited] = useState<PersonView | "new" | null>(null);
  const [leaving, setLeaving] = useState<PersonView | null>(null);
  return (
    <Page title={settings.sections.people} lead={w.lead}>
      <Answer of={asked}>
        {(people) => (
          <>
            <Fill people={people} roles={view.policy.levels.map((level) => level.role)} />
            <div className="peopletable">
              <table className="tbl">
                <thead><tr><th className="namecol">{w.name}</th><th>{w.roles}</th><th className="mailcol">{w.email}</th><th className="actcol" /></tr></thead>
                <tbody>
                  {people.map((person) => (
                    <tr key={person.id} className={person.active ? "" : "out"} onDoubleClick={() => setEdited(person)} data-test="person-row" data-name={person.name}>
                      <td><span className="r gap6"><Avatar name={person.name} />{person.name}{person.senior && <span className="i3 s">{w.senior}</span>}{!person.active && <span className="s">{w.inactive}</span>}</span></td>
                      <td title={person.roles.map((role) => names.role[role]).join(" · ")}><span className="ell i2">{person.roles.map((role) => names.role[role]).join(" · ")}</span></td>
                      <td className="i2" title={person.email}>{person.email === "" ? "—" : person.email}</td>
                      <td className="num"><Button size="small" type="text" icon={<Pencil size={13} strokeWidth={1.6} />} onClick={() => setEdited(person)} data-test="person-edit">{w.edit}</Button></td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <div className="below"><Button icon={<Plus size={14} strokeWidth={1.6} />} onClick={() => setEdited("new")} data-test="person-new">{w.add}</Button></div>
          </>
        )}
      </Answer>
      {edited !== null && <ConfigProvider><PersonDialog person={edited === "new" ? null : edited} onClose={() => setEdited(null)} onLeave={(person) => { setEdited(null); setLeaving(person); }} /></ConfigProvider>}
      {leaving !== null && <ConfigProvider><LeaveDialog person={leaving} people={asked.data ?? []} onClose={() => setLeaving(null)} /></ConfigProvider>}
    </Page>
  );
}

/** Who can fill each level of the ladder: an empty one is told here, before a submission is refused for it. */
function Fill({ people, roles }: { people: PersonView[]; roles: Role[] }): ReactNode {
  const { settings, names } = useWords();
  const language = useLanguage();
  const w = settings.people;
  return (
    <div className="fill" data-field="fill">
      <div className="sec">{w.fill}</div>
      {roles.map((role, row) => {
        const able = people.filter((person) => person.active && person.roles.includes(role));
        return (
          <div className="pair" key={row}>
            <span className="i3">{names.role[role]}</span>
            <span className="g1">{able.length === 0 ? <span className="late r gap4"><Glyph shape="late" size={11} />{w.fillNone}</span> : listed(language, able.map((person) => person.name))}</span>
          </div>
        );
      })}
      <p className="s i3">{w.fillHint}</p>
    </div>
  );
}

function draftOf(person: PersonView | null): PersonSave {
  if (person === null) return { id: null, version: null, name: "", code: "", email: "", phone: "", region: "", industries: [], senior: false, active: true, roles: ["SalesRep"], password: null };
  const { has_password: _, ...rest } = person;
  return { ...rest, password: null };
}

/** Chosen from those that leads have, or typed. */
function Industries({ value, error, onChange }: { value: string[]; error: string | undefined; onChange: (industries: string[]) => void }): ReactNode {
  const w = useWords().settings.people;
  const known = useAsk("list_values", { of: "LeadIndustry" }).data ?? [];
  return (
    <Field label={w.industries} name="industries" hint={w.industriesHint} error={error} className="all">
      <Select mode="tags" tokenSeparators={["、", "，", ",", ";", "；"]} value={value} options={known.map((one) => ({ value: one, label: one }))} onChange={(next: string[]) => onChange(next.map((one) => one.trim()).filter((one) => one !== ""))} data-test="person-industries" />
    </Field>
  );
}

interface DialogProps {
  /** None: a new person. */
  person: PersonView | null;
  onClose: () => void;
  onLeave: (person: PersonView) => void;
}

function PersonDialog({ person, onClose, onLeave }: DialogProps): ReactNode {
  const { settings, names } = useWords();
  const w = settings.people;
  const language = useLanguage();
  const [draft, setDraft] = useState(() => draftOf(person));
  const [tried, setTried] = useState(false);
  const save = useAct("person_save", () => { say(settings.saved); onClose(); });
  const said = formErrors(language, save.error, () => true);
  const own: Record<string, string> = {
    ...(draft.name.trim() === "" ? { name: w.nameMissing } : {}),
    ...(draft.roles.length === 0 ? { roles: w.rolesMissing } : {}),
    ...(looksLikeEmail(draft.email) ? {} : { email: settings.company.badEmail }),
    ...(looksLikePhone(draft.phone) ? {} : { phone: settings.company.badPhone }),
  };
  const errors = { ...said.at, ...(tried ? own : {}) };
  const set = (part: Partial<PersonSave>): void => { save.reset(); setDraft({ ...draft, ...part }); };
  const submit = (): void => {
    setTried(true);
    if (Object.keys(own).length === 0 && !save.isPending) save.mutate(draft);
  };
  const box = (field: "name" | "code" | "email" | "phone" | "region", hint?: string): ReactNode => (
    <Field label={w[field]} name={field} hint={hint} error={errors[field]} {...(field === "name" ? { required: true } : {})}>
      <Input value={draft[field]} maxLength={field === "email" ? 254 : 60} autoFocus={field === "name"} status={errors[field] === undefined ? "" : "error"} onChange={(event) => set({ [field]: event.target.value })} data-test={`person-${field}`} />
    </Field>
  );
  const acts = (
    <>
      {person?.active === true && <span className="g1"><Button type="text" danger onClick={() => onLeave(person)} data-test="person-leave">{w.leave}</Button></span>}
      <Button onClick={onClose}>{w.cancel}</Button>
      <Button type="primary" htmlType="submit" loading={save.isPending} data-test="person-save">{settings.save}</Button>
    </>
  );
  return (
    <Dialog title={person === null ? w.newOne : person.name} onClose={onClose} onSubmit={submit} acts={acts} width={560} test="person-form">
      <div className="personform">
        {box("name")}
        {box("code")}
        <Field label={w.roles} name="roles" required hint={w.rolesHint} error={errors["roles"]} className="all">
          <Select mode="multiple" value={draft.roles} options={ROLES.map((role) => ({ value: role, label: names.role[role] }))} onChange={(roles: Role[]) => set({ roles })} data-test="person-roles" />
        </Field>
        {box("email", w.emailHint)}
        {box("phone")}
        {box("region")}
        <Field label={w.password} name="password" hint={person?.has_password === true ? w.passwordHint : w.passwordNewHint} error={errors["password"]}>
          <Input.Password autoComplete="new-password" value={draft.password ?? ""} onChange={(event) => set({ password: event.target.value === "" ? null : event.target.value })} data-test="person-password" />
        </Field>
        <Industries value={draft.industries} error={errors["industries"]} onChange={(industries) => set({ industries })} />
        <div className="all switches">
          <Checkbox checked={draft.senior} onChange={(event) => set({ senior: event.target.checked })}>{w.senior}<span className="i3 s">　{w.seniorHint}</span></Checkbox>
          {person?.active === false && <Checkbox checked={draft.active} onChange={(event) => set({ active: event.target.checked })} data-test="person-active">{w.back}<span className="i3 s">　{w.backHint}</span></Checkbox>}
        </div>
        {said.rest !== null && <div className="all"><FaultNote fault={said.rest} /></div>}
      </div>
    </Dialog>
  );
}
