/** The bar on top: search, what was just done, new, letters, backup, who is at the desk. */
import { ChevronDown, Mail, Plus, Search, ShieldAlert, ShieldCheck } from "lucide-react";
import { Button, Dropdown, Tooltip } from "antd";
import { useState, type ReactNode } from "react";
import { useAct, type AppStatus, type Language, type PersonBrief } from "../bridge";
import { Avatar, Glyph, Key, go, say, useKeys, type Family, type Shape } from "../parts";
import { Toasts } from "../parts/Toast";
import { useLanguage, useWords } from "../words";
import { instantSpoken } from "../words/figures";
import { KeysHelp } from "./KeysHelp";
import { Palette } from "./Palette";
import { PersonMenu } from "./PersonMenu";

interface TopProps {
  status: AppStatus;
  person: PersonBrief;
  language: Language;
  speak: (language: Language) => void;
}

/** The top bar. */
export function TopBar({ status, person, language, speak }: TopProps): ReactNode {
  const w = useWords().frame;
  const [searching, setSearching] = useState(false);
  const [helping, setHelping] = useState(false);
  useKeys({ "Mod+K": () => setSearching(true), "/": () => setSearching(true), "?": () => setHelping(true) });
  return (
    <header className="top">
      <button type="button" className="find" onClick={() => setSearching(true)} data-test="search">
        <Search size={15} strokeWidth={1.6} aria-hidden="true" />
        <span className="g1 ell">{w.search}</span>
        <Key>Mod K</Key>
      </button>
      <Toasts />
      <NewMenu />
      <MailBadge status={status} />
      <Shield status={status} />
      <PersonMenu status={status} person={person} language={language} speak={speak}>
        <button type="button" className="tb" data-test="desk">
          <Avatar name={person.name} large />
          <span className="ink">{person.name}</span>
          <DailyRole person={person} />
          <ChevronDown size={14} strokeWidth={1.6} aria-hidden="true" />
        </button>
      </PersonMenu>
      {searching && <Palette status={status} language={language} speak={speak} showKeys={() => setHelping(true)} onClose={() => setSearching(false)} />}
      {helping && <KeysHelp onClose={() => setHelping(false)} />}
    </header>
  );
}

function DailyRole({ person }: { person: PersonBrief }): ReactNode {
  const names = useWords().names.role;
  const daily = person.roles.find((role) => role !== "Admin") ?? person.roles[0];
  return daily === undefined ? null : <span className="wide">{names[daily]}</span>;
}

function NewMenu(): ReactNode {
  const w = useWords().frame;
  const paste = useWords().pasted.menu;
  const [open, setOpen] = useState(false);
  useKeys({ N: () => setOpen(true) });
  useKeys({ L: () => { setOpen(false); go("leads", "new"); }, D: () => { setOpen(false); go("opportunities", "new"); }, O: () => { setOpen(false); go("orders", "new"); }, C: () => { setOpen(false); go("customers", "new"); }, P: () => { setOpen(false); go("products", "new"); }, V: () => { setOpen(false); go("customers", "paste"); } }, open);
  const entry = (label: string, key: string, test: string): ReactNode => <span className="menurow" data-test={test}><span className="g1">{label}</span><Key>{key}</Key></span>;
  const items = [
    { key: "leads", label: entry(w.createLead, "L", "new-lead") },
    { key: "opportunities", label: entry(w.createDeal, "D", "new-opportunity") },
    { key: "orders", label: entry(w.createOrder, "O", "new-order") },
    { key: "customers", label: entry(w.createCustomer, "C", "new-customer") },
    { key: "products", label: entry(w.createProduct, "P", "new-product") },
    { type: "divider" as const },
    { key: "paste", label: entry(paste, "V", "new-paste") },
  ];
  return (
    <Dropdown open={open} onOpenChange={setOpen} trigger={["click"]} menu={{ items, onClick: ({ key }) => (key === "paste" ? go("customers", "paste") : go(key as "orders", "new")) }}>
      <Button type="primary" data-test="new" icon={<Plus size={15} strokeWidth={1.8} />}>{w.create}<span className="newkey">N</span></Button>
    </Dropdown>
  );
}

function MailBadge({ status }: { status: AppStatus }): ReactNode {
  const w = useWords().frame;
  const { outbox_failed: failed, outbox_uncertain: uncertain, outbox_missing_address: missing, outbox_waiting: waiting } = status.counts;
  const parts: [number, Family, Shape, string][] = [
    [uncertain, "doubt", "doubt", w.mailUncertain(uncertain)],
    [failed, "late", "failed", w.mailFailed(failed)],
    [missing, "wait", "wait", w.mailMissing(missing)],
    [waiting, "off", "off", w.mailWaiting(waiting)],
  ];
  const shown = parts.filter(([count]) => count > 0);
  const says = shown.length === 0 ? w.mailCalm : shown.map(([, , , text]) => text).join(" · ");
  return (
    <Tooltip title={says} mouseEnterDelay={0.3}>
      <a className="tb" href="#/outbox" data-test="mail">
        <Mail size={16} strokeWidth={1.6} aria-hidden="true" />
        <span className="unseen">{`${w.mail}: ${says}`}</span>
        {shown.map(([count, family, shape]) => <span key={family} className={`badge st-${family}`} aria-hidden="true"><Glyph shape={shape} />{count}</span>)}
      </a>
    </Tooltip>
  );
}

function Shield({ status }: { status: AppStatus }): ReactNode {
  const w = useWords().frame;
  const language = useLanguage();
  const backup = useAct("book_backup", (made) => say(w.backupMade(made.path)));
  const when = instantSpoken(status.last_backup_at, status.today, language);
  const safe = status.last_backup_at !== null && status.last_backup_verified;
  const says = status.last_backup_at === null ? w.backupNone : safe ? w.backupVerified(when) : w.backupUnverified(when);
  const Icon = safe ? ShieldCheck : ShieldAlert;
  const items = [{ key: "now", label: <span data-test="backup-now">{w.backupNow}</span> }];
  return (
    <Dropdown trigger={["click"]} menu={{ items, onClick: () => backup.mutate({}) }}>
      <button type="button" className="tb" title={says} aria-label={says} data-test="shield">
        <span className={safe ? "done" : "wait"}><Icon size={16} strokeWidth={1.6} aria-hidden="true" /></span>
        <span className="wide">{says}</span>
      </button>
    </Dropdown>
  );
}
