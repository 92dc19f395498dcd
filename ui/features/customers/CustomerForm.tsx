/** A customer's card as a form: what is typed is kept, look-alikes are named while typing, faults stand at their fields. */
import { ClipboardPaste } from "lucide-react";
import { Button } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { faultOf, forget, useAct, useAsk, useStatus, type Contact, type CustomerCard } from "../../bridge";
import { Compare } from "../../parts/Compare";
import { comparedOf, mergedOf, type Side } from "../../parts/comparing";
import { useLeaving } from "../../parts/closing";
import { formErrors } from "../../parts/fieldErrors";
import { useKept, type Kept } from "../../parts/kept";
import { FoundNote, KeptState } from "../../parts/Unfinished";
import { useKeys } from "../../parts/keys";
import { useEscape } from "../../parts/leaving";
import { FaultNote } from "../../parts/Note";
import { useRemovedSaid } from "../../parts/removed";
import type { Begun } from "../../parts/begun";
import { addressOf, closeOpened, dropOpened, go, moveOpened, nameOpened } from "../../parts/place";
import { Key, Perforation } from "../../parts/Text";
import { Glyph } from "../../parts/Glyph";
import { say } from "../../parts/Toast";
import { fieldWords, useLanguage, useWords } from "../../words";
import { cardFaults, cardOfFlat, emptyCard, flatOf, tidyCard, type CardFault } from "./card";
import { Contacts } from "./Contacts";
import { PasteInto } from "./PasteCustomer";
import { takeCarried } from "./pasted";
import { HeadFields, InvoiceFields, NoteField, PlaceFields } from "./Fields";
import { SimilarNote } from "./SimilarNote";

/** New (`id` none) or known. */
export function CustomerForm({ id, name }: { id: number | null; name: string }): ReactNode {
  const asked = useAsk("customer_view", { id: id ?? 0 }, { enabled: id !== null, keep: false });
  const owner = useStatus()?.person?.id ?? null;
  if (id === null) return <Form saved={emptyCard(name, owner)} address={name === "" ? addressOf("customers", "new") : addressOf("customers", "new", name)} />;
  if (asked.isError) return <div className="pad"><FaultNote fault={faultOf(asked.error)} /></div>;
  if (asked.data === undefined) return <div className="roompage" />;
  return <Form saved={asked.data} address={addressOf("customers", id, "edit")} onReload={() => void asked.refetch()} />;
}

/** The words of each fault, by field. */
function faultWords(faults: CardFault[], w: ReturnType<typeof useWords>["customers"]): Record<string, string> {
  const says = { nameMissing: w.nameMissing, badEmail: w.contact.badEmail, badPhone: w.contact.badPhone, contactName: w.contact.nameMissing };
  return Object.fromEntries(faults.flatMap((fault) => (fault.says === "taxNumber" || fault.says === "tooLong" ? [] : [[fault.field, says[fault.says]] as const])));
}

function Form({ saved, address, onReload }: { saved: CustomerCard; address: string; onReload?: () => void }): ReactNode {
  const w = useWords().customers;
  const language = useLanguage();
  const kept = useKept<CustomerCard>("customer", saved.id, saved, (one) => one.name.trim());
  const [tried, setTried] = useState(false);
  const [pasting, setPasting] = useState<string | null>(() => takeCarried() || null);
  const card = kept.draft;
  const save = useAct("customer_save", (answer) => {
    kept.saved();
    say(w.saved);
    if (saved.id === null) {
      dropOpened(address);
      go("customers", answer.id ?? 0);
    } else {
      moveOpened(address, addressOf("customers", saved.id));
    }
  });
  const removed = useRemovedSaid();
  const remove = useAct("customer_remove", (one) => { forget("customer_view", { id: saved.id ?? 0 }); kept.reset(); dropOpened(address); removed(one); });
  // Another was faster: what they saved is asked for, to be compared.
  const stale = save.error !== null && faultOf(save.error).kind === "Stale";
  useEffect(() => { if (stale) onReload?.(); }, [stale]);
  const title = card.name.trim() === "" ? w.newOne : card.short_name.trim() || card.name.trim();
  useEffect(() => nameOpened(address, title), [address, title]);
  useLeaving(address, kept.dirty, kept.reset);
  const faults = cardFaults(card);
  const said = formErrors(language, save.error, () => true);
  const errors = { ...said.at, ...(tried ? faultWords(faults, w) : {}) };
  const [comparing, setComparing] = useState(false);
  const behind = kept.dirty && kept.base.version !== saved.version;
  const drop = (): void => { kept.reset(); save.reset(); onReload?.(); };
  const submit = (): void => {
    setTried(true);
    if (behind) setComparing(true);
    else if (faults.length === 0 && !save.isPending) save.mutate(tidyCard(card));
    else focusField(faults[0]?.field ?? "");
  };
  useKeys({ "Mod+S": submit, "Mod+Enter": submit, "Mod+Shift+V": () => setPasting("") });
  const back = (): void => { if (saved.id === null) go("customers"); else moveOpened(address, addressOf("customers", saved.id)); };
  useEscape(() => { if (kept.dirty) void closeOpened(address); else back(); });
  const set = (part: Partial<CustomerCard>): void => { save.reset(); kept.set({ ...card, ...part }); };
  return (
    <div className="roompage" data-test="customer-form">
      <div className="formscroll">
        <div className="formcolumn">
          <FormTitle title={saved.id === null ? w.newOne : saved.name} onPaste={() => setPasting("")} />
          <Perforation />
          {behind ? <FaultNote fault={{ kind: "Stale", what: "" }} onReload={drop} onCompare={() => setComparing(true)} /> : said.rest !== null && <FaultNote fault={said.rest} onReload={drop} />}
          {remove.isError && <FaultNote fault={faultOf(remove.error)} />}
          <Found kept={kept} named={saved.id === null ? saved.name : ""} />
          <SimilarNote card={card} />
          <HeadFields card={card} set={set} errors={errors} />
          <h2 className="sec formsec">{w.sections.contacts}</h2>
          <Contacts contacts={card.contacts} onChange={(contacts) => set({ contacts })} errors={errors} />
          <h2 className="sec formsec">{w.sections.place}</h2>
          <PlaceFields card={card} set={set} errors={errors} />
          <h2 className="sec formsec">{w.sections.invoice}</h2>
          <InvoiceFields card={card} set={set} errors={errors} />
          <h2 className="sec formsec">{w.sections.note}</h2>
          <NoteField card={card} set={set} errors={errors} />
        </div>
      </div>
      {comparing && <Meanwhile kept={kept} saved={saved} onClose={() => setComparing(false)} />}
      {pasting !== null && <PasteInto card={card} text={pasting} set={(next) => set(next)} onClose={() => setPasting(null)} />}
      <FormFoot
        onRemove={saved.id === null ? null : () => remove.mutate({ id: saved.id ?? 0, version: saved.version ?? 0 })} dirty={kept.dirty} begun={kept.begun} saving={save.isPending} faults={tried ? faults : []} isNew={saved.id === null} onBack={back} onReset={() => { kept.reset(); save.reset(); setTried(false); }} onSave={submit} />
    </div>
  );
}

/** What was found half typed; under another name than the one asked for, it may be given up for that one. */
function Found({ kept, named }: { kept: Kept<CustomerCard>; named: string }): ReactNode {
  const w = useWords().unfinished;
  const other = named !== "" && kept.draft.name.trim() !== named;
  return <FoundNote kept={kept} {...(other ? { acts: <Button size="small" onClick={kept.reset} data-test="start-named">{w.startNamed(named)}</Button> } : {})} />;
}

function FormTitle({ title, onPaste }: { title: string; onPaste: () => void }): ReactNode {
  const w = useWords().pasted;
  return (
    <div className="r gap8">
      <h1 className="pagetitle g1 ell">{title}</h1>
      <Button type="text" icon={<ClipboardPaste size={14} strokeWidth={1.6} />} onClick={onPaste} data-test="customer-paste">{w.title}<span className="keyin"><Key>Mod</Key><Key>Shift</Key><Key>V</Key></span></Button>
    </div>
  );
}

/** What both changed, to be put together. */
function Meanwhile({ kept, saved, onClose }: { kept: Kept<CustomerCard>; saved: CustomerCard; onClose: () => void }): ReactNode {
  const language = useLanguage();
  const w = useWords().customers;
  const people = useAsk("person_list", {}).data ?? [];
  const [mine, theirs] = [flatOf(kept.draft), flatOf(saved)];
  const label = (key: string): string => (key.startsWith("contacts.") ? w.sections.contacts : fieldWords(language, key));
  const text = (key: string, value: unknown): string => {
    if (key === "owner_id") return people.find((one) => one.id === value)?.name ?? "";
    if (!key.startsWith("contacts.")) return String(value ?? "");
    const contact = value as Contact | undefined;
    return contact === undefined ? "" : [contact.name, contact.title, contact.salutation, contact.phone, contact.email, contact.wechat, contact.main ? w.contact.main : ""].filter((part) => part !== "").join("　");
  };
  const merge = (choices: Record<string, Side>): void => {
    kept.rebase(cardOfFlat(mergedOf(mine, theirs, choices), saved));
    onClose();
  };
  return <Compare fields={comparedOf(flatOf(kept.base), mine, theirs)} label={label} text={text} onClose={onClose} onMerge={merge} />;
}

interface FootProps {
  /** Into the recycle bin; none while it is new. */
  onRemove: (() => void) | null;
  dirty: boolean;
  begun: Begun | undefined;
  saving: boolean;
  faults: CardFault[];
  isNew: boolean;
  onBack: () => void;
  onReset: () => void;
  onSave: () => void;
}

function FormFoot({ onRemove, dirty, begun, saving, faults, isNew, onBack, onReset, onSave }: FootProps): ReactNode {
  const { bin, customers: w } = useWords();
  return (
    <div className="formfoot">
      {onRemove !== null && !dirty && <Button type="text" danger onClick={onRemove} data-test="customer-remove">{bin.remove}</Button>}
      <span className="g1">
        {faults.length > 0 ? <ToFix faults={faults} />
          : dirty ? <KeptState begun={begun} />
          : null}
      </span>
      {dirty && <Button onClick={onReset} data-test="customer-discard">{w.discard}</Button>}
      {!dirty && <Button onClick={onBack} data-test="customer-back">{w.back}</Button>}
      <Button type="primary" loading={saving} disabled={!dirty && !isNew} onClick={onSave} data-test="customer-save">{w.save}<span className="keyin"><Key>Mod</Key><Key>S</Key></span></Button>
    </div>
  );
}

function focusField(field: string): void {
  document.querySelector<HTMLElement>(`[data-field="${field}"] input`)?.focus();
}

/** What is still to be put right, as links to the boxes. */
function ToFix({ faults }: { faults: CardFault[] }): ReactNode {
  const w = useWords().customers;
  const name = (field: string): string => {
    const last = field.split(".").at(-1) ?? field;
    const words: Record<string, string> = field.startsWith("contacts") ? { name: w.contact.name, phone: w.contact.phone, email: w.contact.email, title: w.contact.title, wechat: w.contact.wechat } : w.fields;
    return words[last] ?? last;
  };
  return (
    <span className="late r gap8">
      <Glyph shape="late" />{w.fixFirst(faults.length)}
      {faults.slice(0, 4).map((fault) => <button type="button" className="linkbtn" key={`${fault.field} ${fault.says}`} onClick={() => focusField(fault.field)} data-test="to-fix">{name(fault.field)}</button>)}
    </span>
  );
}
