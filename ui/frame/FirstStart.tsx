/** First start: three things on one page, no account. */
import { BookOpen, Check, FileSpreadsheet, FolderOpen, Sparkles, type LucideIcon } from "lucide-react";
import { Button, Input, Select } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import { call, faultOf, useAct, type AppStatus, type Fault, type FileToken, type Language, type Role, type StartWith } from "../bridge";
import { FaultNote, Field, go } from "../parts";
import { refusalWords, useLanguage, useWords } from "../words";
import { Cover } from "./Cover";

type Begin = "sample" | "excel" | "empty";

/** The sample company's own names, taken where nothing was typed: trying it asks for nothing. */
const SAMPLE = { company: "岭桥智能设备有限公司", person: "沈一禾" };

interface StartProps {
  status: AppStatus;
  language: Language;
  speak: (language: Language) => void;
}

interface Typed {
  company: string;
  tax: string;
  prefix: string;
  name: string;
  role: Role;
  password: string;
  begin: Begin;
}

const ROLES: Role[] = ["SalesAssistant", "SalesRep", "SalesSupervisor", "Finance", "Operations", "Admin"];

/** The page of the first start. */
export function FirstStart({ status, language, speak }: StartProps): ReactNode {
  const w = useWords().start;
  const [typed, setTyped] = useState<Typed>({ company: "", tax: "", prefix: "DD", name: "", role: "SalesAssistant", password: "", begin: "sample" });
  const [folder, setFolder] = useState<FileToken | null>(null);
  const [opening, setOpening] = useState<Fault | null>(null);
  const create = useAct("book_create", () => { if (typed.begin === "excel") go("import"); });
  const open = useAct("book_open");
  const change = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const roles: Role[] = typed.role === "Admin" ? ["Admin"] : [typed.role, "Admin"];
    const start: StartWith = typed.begin === "sample" ? "Sample" : "Empty";
    const or = (text: string, sample: string): string => (text.trim() === "" && start === "Sample" ? sample : text.trim());
    create.mutate({ folder_token: folder?.token ?? null, company_name: or(typed.company, SAMPLE.company), tax_number: typed.tax.trim(), number_prefix: typed.prefix.trim(), person_name: or(typed.name, SAMPLE.person), roles, password: typed.password, language, start_with: start });
  };
  const pick = (kind: "Folder" | "Book", then: (token: FileToken) => void): void => {
    setOpening(null);
    call("file_pick", { kind }).then((token) => { if (token !== null) then(token); }, (error: unknown) => setOpening(faultOf(error)));
  };
  const fault = opening ?? (create.isError ? faultOf(create.error) : open.isError ? faultOf(open.error) : null);
  return (
    <div className="first">
      <Cover prefix={typed.prefix} today={status.today} />
      <div className="firstside">
        <Button type="text" size="small" className="otherlanguage" onClick={() => speak(language === "Zh" ? "En" : "Zh")} data-test="other-language">{w.languageOther}</Button>
        <form className="firstform" onSubmit={submit} noValidate data-test="first-start">
          <h2 className="pagename">{w.title}</h2>
          <p className="i2">{w.subtitle}</p>
          {status.trouble !== null && <FaultNote fault={status.trouble} />}
          <Three typed={typed} change={change} fault={fault} today={status.today} />
          {fault !== null && <RestOfFault fault={fault} />}
          <div className="firstacts">
            <span className="r gap6 g1 i2 s ell" title={folder?.name ?? status.default_folder}><FolderOpen size={15} strokeWidth={1.6} />{w.folder}<span className="ell ink">{folder?.name ?? status.default_folder}</span></span>
            <button type="button" className="linkbtn" onClick={() => pick("Folder", setFolder)} data-test="change-folder">{w.changeFolder}</button>
            <Button size="large" onClick={() => pick("Book", (token) => open.mutate({ token: token.token }))} loading={open.isPending} data-test="open-book">{w.openOther}</Button>
            <Button size="large" type="primary" htmlType="submit" loading={create.isPending} data-test="begin">{create.isPending ? (typed.begin === "sample" ? w.makingSample : w.making) : <>{w.begin}<span className="newkey">Enter</span></>}</Button>
          </div>
        </form>
      </div>
    </div>
  );
}

const AT_FIELD = ["company_name", "tax_number", "number_prefix", "person_name", "name", "password", "roles"];

/** What is refused at a field is said there; the rest is said here. */
function RestOfFault({ fault }: { fault: Fault }): ReactNode {
  if (fault.kind !== "Refused") return <FaultNote fault={fault} />;
  const rest = fault.reasons.filter((reason) => reason.code !== "TaxNumberWrong" && !("field" in reason && AT_FIELD.includes(reason.field)));
  return rest.length === 0 ? null : <FaultNote fault={{ kind: "Refused", reasons: rest }} />;
}

function Three({ typed, change, fault, today }: { typed: Typed; change: (part: Partial<Typed>) => void; fault: Fault | null; today: string }): ReactNode {
  const { start: w, names } = useWords();
  const language = useLanguage();
  const reasons = fault?.kind === "Refused" ? fault.reasons : [];
  const wrong = (...fields: string[]): string | undefined => {
    const reason = reasons.find((one) => ("field" in one && fields.includes(one.field)) || (one.code === "TaxNumberWrong" && fields.includes("tax_number")));
    return reason === undefined ? undefined : refusalWords(language, reason);
  };
  return (
    <>
      <Step number={1} title={w.company} hint={w.companyHint}>
        <Field label={w.companyName} name="company_name" error={wrong("company_name")}><Input size="large" autoFocus value={typed.company} placeholder={typed.begin === "sample" ? SAMPLE.company : w.companyPlaceholder} onChange={(event) => change({ company: event.target.value })} data-test="company" /></Field>
        <div className="two">
          <Field label={w.taxNumber} name="tax_number" hint={w.taxLater} error={wrong("tax_number")}><Input value={typed.tax} placeholder={w.taxPlaceholder} onChange={(event) => change({ tax: event.target.value })} data-test="tax-number" /></Field>
          <Field label={w.prefix} name="number_prefix" hint={w.prefixExample(`${typed.prefix}${today.slice(0, 7).replace("-", "")}-001`)} error={wrong("number_prefix")}><Input value={typed.prefix} onChange={(event) => change({ prefix: event.target.value })} data-test="prefix" /></Field>
        </div>
      </Step>
      <Step number={2} title={w.you} hint={w.youHint}>
        <div className="three">
          <Field label={w.name} name="person_name" error={wrong("person_name", "name")}><Input value={typed.name} {...(typed.begin === "sample" ? { placeholder: SAMPLE.person } : {})} onChange={(event) => change({ name: event.target.value })} data-test="person" /></Field>
          <Field label={w.role} name="roles" error={wrong("roles")}><Select value={typed.role} onChange={(role) => change({ role })} options={ROLES.map((role) => ({ value: role, label: names.role[role] }))} data-test="role" /></Field>
          <Field label={w.password} name="password" hint={w.passwordOptional} error={wrong("password")}><Input.Password value={typed.password} placeholder={w.passwordNone} autoComplete="new-password" onChange={(event) => change({ password: event.target.value })} data-test="password" /></Field>
        </div>
      </Step>
      <Step number={3} title={w.where}><Choices now={typed.begin} choose={(begin) => change({ begin })} /></Step>
    </>
  );
}

function Step({ number, title, hint, children }: { number: number; title: string; hint?: string; children: ReactNode }): ReactNode {
  return (
    <section className="firststep">
      <span className="stepno">{number}</span>
      <div className="g1"><h3 className="steptitle">{title}{hint !== undefined && <span className="s i3">{hint}</span>}</h3>{children}</div>
    </section>
  );
}

function Choices({ now, choose }: { now: Begin; choose: (begin: Begin) => void }): ReactNode {
  const w = useWords().start;
  const all: [Begin, LucideIcon, string, string][] = [
    ["sample", Sparkles, w.sample, w.sampleText],
    ["excel", FileSpreadsheet, w.excel, w.excelText],
    ["empty", BookOpen, w.empty, w.emptyText],
  ];
  return (
    <div className="three" role="radiogroup" aria-label={w.where}>
      {all.map(([begin, Icon, title, text]) => (
        <button key={begin} type="button" role="radio" aria-checked={begin === now} className={`choice${begin === now ? " on" : ""}`} onClick={() => choose(begin)} data-test={`begin-${begin}`}>
          <span className="r sb"><Icon size={18} strokeWidth={1.6} /><span className="dot">{begin === now && <Check size={11} strokeWidth={3} />}</span></span>
          <b>{title}</b>
          <span className="s i2">{text}</span>
        </button>
      ))}
    </div>
  );
}

