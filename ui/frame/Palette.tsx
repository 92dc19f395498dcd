/** Search of everything: orders, opportunities, leads, customers, contacts, products and commands; before anything is typed, what was opened last. */
import { Boxes, Building2, ClipboardList, Clock3, FileSignature, FileText, Handshake, PencilLine, Search, UserRound, Users, Zap, type LucideIcon } from "lucide-react";
import { useEffect, useState, type KeyboardEvent, type ReactNode } from "react";
import { faultOf, useAsk, type AppStatus, type Language, type SearchHit } from "../bridge";
import { FaultNote, Key, composing, goTo, useToday } from "../parts";
import { addressOfForm, nameOfForm } from "../parts/Unfinished";
import { useBegun } from "../parts/begun";
import { useVisited } from "../parts/place";
import { useLanguage, useWords } from "../words";
import { instantSpoken } from "../words/figures";
import { isMeant, useCommands, type Command } from "./commands";
import { HitLabel, HitRight, addressOfHit, keyOfHit, kindWords } from "./hits";

/** Something to choose. */
interface Entry {
  key: string;
  kind: SearchHit["kind"] | "command" | "recent" | "unfinished";
  label: ReactNode;
  right: ReactNode;
  run: () => void;
}

const ICONS: Record<Entry["kind"], LucideIcon> = { Lead: Users, Opportunity: Handshake, Quotation: FileText, Contract: FileSignature, Order: ClipboardList, Customer: Building2, Contact: UserRound, Product: Boxes, command: Zap, recent: Clock3, unfinished: PencilLine };
const TABS = ["all", "documents", "leads", "customers", "products", "commands"] as const;
type Tab = (typeof TABS)[number];
const KINDS: Record<Tab, Entry["kind"][]> = {
  all: ["Order", "Opportunity", "Quotation", "Contract", "Lead", "Customer", "Contact", "Product", "command", "recent", "unfinished"],
  leads: ["Lead"], documents: ["Order", "Opportunity", "Quotation", "Contract"], customers: ["Customer", "Contact"], products: ["Product"], commands: ["command"],
};
/** While a whole list is shown, so many of each kind; of one kind alone more. */
const MOST = 6;
const MOST_OF_ONE = 30;

interface PaletteProps {
  status: AppStatus;
  language: Language;
  speak: (language: Language) => void;
  showKeys: () => void;
  onClose: () => void;
}

/** What there is to choose for a text, and whether that is the answer to this very text. */
function useEntries(text: string, tab: Tab, commands: Command[]): { entries: Entry[]; settled: boolean; error: Error | null } {
  const visited = useVisited();
  const mine = useBegun();
  const words = useWords();
  const language = useLanguage();
  const today = useToday();
  const asked = useAsk("search", { text, limit: tab === "all" ? MOST : MOST_OF_ONE }, { enabled: text !== "" });
  const meant = commands.filter((command) => text === "" || isMeant(command, text));
  const acts = meant.map((command): Entry => ({ key: command.key, kind: "command", label: command.label, right: command.keys ?? null, run: command.run }));
  const kept = (all: Entry[]): Entry[] => all.filter((entry) => KINDS[tab].includes(entry.kind));
  if (text === "") {
    const begun = mine.map((one): Entry => ({ key: `begun-${one.kind}-${one.id ?? "new"}`, kind: "unfinished", label: <span>{nameOfForm(words, one)}</span>, right: one.keptAt === null ? null : instantSpoken(one.keptAt, today, language), run: () => goTo(addressOfForm(one)) }));
    const recent = visited.map((one): Entry => ({ key: one.address, kind: "recent", label: <span title={one.title}>{one.title}</span>, right: null, run: () => goTo(one.address) }));
    return { entries: kept([...begun, ...recent, ...acts]), settled: true, error: null };
  }
  const found = (asked.data?.hits ?? []).map((hit): Entry => ({ key: keyOfHit(hit), kind: hit.kind, label: <HitLabel hit={hit} />, right: <HitRight hit={hit} />, run: () => goTo(addressOfHit(hit)) }));
  return { entries: kept([...found, ...acts]), settled: asked.isError || (asked.data !== undefined && !asked.isPlaceholderData), error: asked.error };
}

/** The palette. Arrows choose, Enter opens, Tab changes the kind, Esc closes. */
export function Palette({ status, language, speak, showKeys, onClose }: PaletteProps): ReactNode {
  const { palette: p } = useWords();
  const [box, setBox] = useState<HTMLDialogElement | null>(null);
  const [typed, setTyped] = useState("");
  const [text, setText] = useState("");
  const [tab, setTab] = useState<Tab>("all");
  const [at, setAt] = useState(0);
  // Enter was pressed before the answer to what was typed was there: it opens what that answer begins with.
  const [waiting, setWaiting] = useState(false);
  const { entries, settled, error } = useEntries(text, tab, useCommands(status, language, speak, showKeys));
  const current = settled && text === typed.trim();
  useEffect(() => { if (box !== null && !box.open) box.showModal(); }, [box]);
  useEffect(() => {
    const timer = setTimeout(() => { setText(typed.trim()); setAt(0); }, 80);
    return () => clearTimeout(timer);
  }, [typed]);
  const run = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  useEffect(() => {
    if (!waiting || !current) return;
    setWaiting(false);
    run(entries[0]);
  });
  const turn = (step: number): void => { setTab(TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length] ?? "all"); setAt(0); };
  const keys = (event: KeyboardEvent): void => {
    if (composing(event)) return;
    if (event.key === "ArrowDown") setAt(Math.min(entries.length - 1, at + 1));
    else if (event.key === "ArrowUp") setAt(Math.max(0, at - 1));
    else if (event.key === "Enter") { if (current) run(entries[at]); else setWaiting(true); }
    else if (event.key === "Tab") turn(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return (
    <dialog ref={setBox} className="dialog palette" aria-label={p.box} onCancel={(event) => { event.preventDefault(); onClose(); }} onClick={(event) => { if (event.target === box) onClose(); }} data-test="palette">
      <div className="palettehead">
        <Search size={18} strokeWidth={1.6} aria-hidden="true" />
        <input className="palettebox" autoFocus value={typed} onChange={(event) => { setTyped(event.target.value); setWaiting(false); }} onKeyDown={keys} placeholder={p.box} aria-label={p.box} role="combobox" aria-expanded={entries.length > 0} aria-controls={entries.length > 0 ? "palette-list" : undefined} aria-activedescendant={entries[at] === undefined ? undefined : `palette-${at}`} spellCheck={false} autoComplete="off" data-test="palette-text" />
      </div>
      <div className="palettetabs">
        {TABS.map((one) => <button key={one} type="button" tabIndex={-1} aria-pressed={one === tab} className={`palettetab${one === tab ? " on" : ""}`} onMouseDown={(event) => event.preventDefault()} onClick={() => { setTab(one); setAt(0); }} data-test={`palette-${one}`}>{p.tabs[one]}</button>)}
      </div>
      <div className="palettelist">
        {error !== null && <FaultNote fault={faultOf(error)} />}
        {entries.length === 0 && current && error === null && <div className="empty">{p.nothing(text)}</div>}
        {entries.length > 0 && (
          <div id="palette-list" role="listbox" aria-label={p.box}>
            {entries.map((entry, index) => <EntryRow key={entry.key} entry={entry} id={`palette-${index}`} first={entries[index - 1]?.kind !== entry.kind} on={index === at} run={() => run(entry)} />)}
          </div>
        )}
      </div>
      <Foot count={text !== "" && current ? entries.length : null} text={text} />
    </dialog>
  );
}

/** The keys, and how much was found: seen at the right, said to a screen reader. */
function Foot({ count, text }: { count: number | null; text: string }): ReactNode {
  const { frame: w, palette: p } = useWords();
  return (
    <div className="palettefoot hints">
      <span><Key>↑</Key><Key>↓</Key>{p.choose}</span>
      <span><Key>Enter</Key>{w.open}</span>
      <span><Key>Tab</Key>{p.change}</span>
      <span><Key>Esc</Key>{w.close}</span>
      <span className="g1" />
      <span aria-hidden="true" data-test="palette-count">{count === null ? "" : p.count(count)}</span>
      <span className="unseen" role="status">{count === null ? "" : p.announce(count, text)}</span>
    </div>
  );
}

function EntryRow({ entry, id, first, on, run }: { entry: Entry; id: string; first: boolean; on: boolean; run: () => void }): ReactNode {
  const words = useWords();
  const Icon = ICONS[entry.kind];
  return (
    <>
      {first && <div className="hitkind" role="presentation">{kindWords(words, entry.kind)}</div>}
      <button type="button" role="option" id={id} tabIndex={-1} aria-selected={on} className={`hit${on ? " on" : ""}`} onClick={run} ref={(node) => { if (on) node?.scrollIntoView({ block: "nearest" }); }} data-test="hit" data-kind={entry.kind}>
        <Icon size={16} strokeWidth={1.6} aria-hidden="true" />
        <span className="g1 hitlabel">{entry.label}</span>
        <span className="i2 s nw">{entry.right}</span>
        {on && <Key>Enter</Key>}
      </button>
    </>
  );
}
