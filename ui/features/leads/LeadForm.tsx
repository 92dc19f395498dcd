/** A lead's card as a form: quick to fill, look-alikes are named while typing, what is typed is kept, faults stand at their fields (L1). */
import { ClipboardPaste } from "lucide-react";
import { Button } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, type LeadCard } from "../../bridge";
import { FaultNote, Key, Perforation, addressOf, closeOpened, dropOpened, go, moveOpened, nameOpened, say, useKeys } from "../../parts";
import { Compare } from "../../parts/Compare";
import { comparedOf, mergedOf, type Flat, type Side } from "../../parts/comparing";
import { useLeaving } from "../../parts/closing";
import { formErrors } from "../../parts/fieldErrors";
import { useKept, type Kept } from "../../parts/kept";
import { useEscape } from "../../parts/leaving";
import { useNow } from "../../parts/now";
import { FoundNote, KeptState } from "../../parts/Unfinished";
import { fieldWords, useLanguage, useWords } from "../../words";
import { cardFaults, emptyCard, nameOf, tidyCard, type CardFault } from "./card";
import { NeedField, ReachFields, SourceFields, WhoFields } from "./Fields";
import { PasteInto } from "./PasteLead";
import { SimilarNote } from "./SimilarNote";

const KNOWN = ["customer", "contact", "title", "phone", "wechat", "email", "industry", "province", "city", "district", "source_note", "need", "received_at"];

/** New (`id` none) or known. */
export function LeadForm({ id, name }: { id: number | null; name: string }): ReactNode {
  const asked = useAsk("lead_view", { id: id ?? 0 }, { enabled: id !== null, keep: false });
  if (id === null) return <Form saved={emptyCard(name)} address={name === "" ? addressOf("leads", "new") : addressOf("leads", "new", name)} />;
  if (asked.isError) return <div className="pad"><FaultNote fault={faultOf(asked.error)} /></div>;
  if (asked.data === undefined) return <div className="roompage" />;
  return <Form saved={asked.data.card} address={addressOf("leads", id, "edit")} onReload={() => void asked.refetch()} />;
}

/** The words of each fault, by field. */
function faultWords(faults: CardFault[], w: ReturnType<typeof useWords>["leads"]): Record<string, string> {
  return Object.fromEntries([...faults].reverse().flatMap(({ field, says }) => (says === "tooLong" ? [] : [[field, w[says]] as const])));
}

function Form({ saved, address, onReload }: { saved: LeadCard; address: string; onReload?: () => void }): ReactNode {
  const w = useWords().leads;
  const language = useLanguage();
  const kept = useKept<LeadCard>("lead", saved.id, saved, nameOf);
  const [tried, setTried] = useState(false);
  const [pasting, setPasting] = useState(false);
  const card = kept.draft;
  const save = useAct("lead_save", (answer) => {
    kept.saved();
    say(saved.id === null ? w.saved : w.changed);
    if (saved.id === null) {
      dropOpened(address);
      go("leads", answer.card.id ?? 0);
    } else moveOpened(address, addressOf("leads", saved.id));
  });
  // Another was faster: what they saved is asked for, to be compared.
  const stale = save.error !== null && faultOf(save.error).kind === "Stale";
  useEffect(() => { if (stale) onReload?.(); }, [stale]);
  const title = nameOf(card) === "" ? w.newOne : nameOf(card);
  useEffect(() => nameOpened(address, title), [address, title]);
  useLeaving(address, kept.dirty, kept.reset);
  const faults = cardFaults(card, useNow());
  const said = formErrors(language, save.error, (field) => KNOWN.includes(field));
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
  useKeys({ "Mod+S": submit, "Mod+Enter": submit, "Mod+Shift+V": () => setPasting(true) });
  const back = (): void => { if (saved.id === null) go("leads"); else moveOpened(address, addressOf("leads", saved.id)); };
  useEscape(() => { if (kept.dirty) void closeOpened(address); else back(); });
  const set = (part: Partial<LeadCard>): void => { save.reset(); kept.set({ ...card, ...part }); };
  const group = { card, set, errors };
  return (
    <div className="roompage" data-test="lead-form">
      <div className="formscroll">
        <div className="formcolumn">
          <FormTitle title={saved.id === null ? w.newOne : nameOf(saved)} onPaste={() => setPasting(true)} />
          <Perforation />
          {behind ? <FaultNote fault={{ kind: "Stale", what: "" }} onReload={drop} onCompare={() => setComparing(true)} /> : said.rest !== null && <FaultNote fault={said.rest} onReload={drop} />}
          <FoundNote kept={kept} />
          <SimilarNote card={card} />
          <WhoFields {...group} />
          <h2 className="sec formsec">{w.sections.reach}</h2>
          <ReachFields {...group} />
          <h2 className="sec formsec">{w.sections.need}</h2>
          <NeedField {...group} />
          <h2 className="sec formsec">{w.sections.source}</h2>
          <SourceFields {...group} />
        </div>
      </div>
      {comparing && <Meanwhile kept={kept} saved={saved} onClose={() => setComparing(false)} />}
      {pasting && <PasteInto card={card} set={(next) => set(next)} onClose={() => setPasting(false)} />}
      <FormFoot kept={kept} saving={save.isPending} faults={tried ? faults : []} isNew={saved.id === null} onBack={back} onReset={() => { kept.reset(); save.reset(); setTried(false); }} onSave={submit} />
    </div>
  );
}

function FormTitle({ title, onPaste }: { title: string; onPaste: () => void }): ReactNode {
  const w = useWords().pasted;
  return (
    <div className="r gap8">
      <h1 className="pagetitle g1 ell">{title}</h1>
      <Button type="text" icon={<ClipboardPaste size={14} strokeWidth={1.6} />} onClick={onPaste} data-test="lead-paste-into">{w.title}<span className="keyin"><Key>Mod</Key><Key>Shift</Key><Key>V</Key></span></Button>
    </div>
  );
}

/** What both changed, to be put together. */
function Meanwhile({ kept, saved, onClose }: { kept: Kept<LeadCard>; saved: LeadCard; onClose: () => void }): ReactNode {
  const language = useLanguage();
  const w = useWords().leads;
  const flat = ({ id: _id, version: _version, ...rest }: LeadCard): Flat => ({ ...rest });
  const [mine, theirs] = [flat(kept.draft), flat(saved)];
  const text = (key: string, value: unknown): string => (key === "source" ? (w.names.sources as Record<string, string>)[String(value)] ?? "" : String(value ?? ""));
  const merge = (choices: Record<string, Side>): void => {
    kept.rebase({ ...saved, ...(mergedOf(mine, theirs, choices) as Partial<LeadCard>) });
    onClose();
  };
  return <Compare fields={comparedOf(flat(kept.base), mine, theirs)} label={(key) => fieldWords(language, key)} text={text} onClose={onClose} onMerge={merge} />;
}

interface FootProps {
  kept: Kept<LeadCard>;
  saving: boolean;
  faults: CardFault[];
  isNew: boolean;
  onBack: () => void;
  onReset: () => void;
  onSave: () => void;
}

function FormFoot({ kept, saving, faults, isNew, onBack, onReset, onSave }: FootProps): ReactNode {
  const { customers: c, leads: w } = useWords();
  return (
    <div className="formfoot">
      <span className="g1">
        {faults.length > 0 ? <button type="button" className="linkbtn late" onClick={() => focusField(faults[0]?.field ?? "")} data-test="to-fix">{c.fixFirst(faults.length)}</button> : kept.dirty ? <KeptState begun={kept.begun} /> : null}
      </span>
      {kept.dirty ? <Button onClick={onReset} data-test="lead-discard">{c.discard}</Button> : <Button onClick={onBack} data-test="lead-back">{c.back}</Button>}
      <Button type="primary" loading={saving} disabled={!kept.dirty && !isNew} onClick={onSave} data-test="lead-save">{isNew ? w.register : c.save}<span className="keyin"><Key>Mod</Key><Key>S</Key></span></Button>
    </div>
  );
}

/** Puts the keyboard into the box that is to be put right. */
function focusField(field: string): void {
  document.querySelector<HTMLElement>(`[data-field="${field}"] :is(input,textarea)`)?.focus();
}
