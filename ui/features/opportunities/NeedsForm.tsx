/** The list of needs as a sheet: products found while typing, blocks pasted from Excel; what is typed is kept. */
import { Button, Input, Select } from "antd";
import { useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, type OpportunityView } from "../../bridge";
import { Answer, FaultNote, Field, Key, Note, Perforation, addressOf, closeOpened, moveOpened, nameOpened, say, useKeys, useToday, type CellProblem, type SheetColumn } from "../../parts";
import { useLeaving } from "../../parts/closing";
import { formErrors } from "../../parts/fieldErrors";
import { useKept } from "../../parts/kept";
import { isBehind } from "../../parts/Merging";
import { useEscape } from "../../parts/leaving";
import { LinesSheet, type Lines } from "../../parts/lines/LinesSheet";
import { refusedBy, refusedCells, type RefusedCells } from "../../parts/lines/refused";
import { likelyNumber, readDate, readScaled } from "../../parts/paste";
import { NO_PAST } from "../../parts/sheetPast";
import { FoundNote, KeptState } from "../../parts/Unfinished";
import { refusalsWords, useLanguage, useWords } from "../../words";
import { dateColumn, quantity } from "../../words/figures";
import { NeedsMeanwhile } from "./Meanwhile";
import { badCount, draftOf, emptyNeeds, isBad, typedNeeds, type TypedNeeds } from "./needDraft";

/** The form of the deal's draft, or of its first list. */
export function NeedsForm({ id }: { id: number }): ReactNode {
  const deal = useAsk("opportunity_view", { id }, { keep: false });
  return <Answer of={deal}>{(one) => <MayEdit id={id} deal={one} onReload={() => void deal.refetch()} />}</Answer>;
}

function MayEdit({ id, deal, onReload }: { id: number; deal: OpportunityView; onReload: () => void }): ReactNode {
  const w = useWords().opportunities.needs;
  const language = useLanguage();
  const newest = deal.requirements[0];
  const refusals = newest === undefined ? deal.list : (newest.acts.find((may) => may.act === "Edit")?.refusals ?? null);
  if (refusals === null || refusals.length > 0) {
    const open = <button type="button" className="linkbtn" onClick={() => moveOpened(addressOf("opportunities", id, "needs"), addressOf("opportunities", id))}>{deal.number}</button>;
    const why = refusals === null ? [{ code: "WrongState" as const, state: newest?.state ?? "", act: "Edit" }] : refusals;
    return <div className="pad"><h1 className="pagename">{w.title(newest === undefined ? "" : `${newest.number} V${newest.revision}`)}</h1><Note family="wait" acts={open}>{refusalsWords(language, why)}</Note></div>;
  }
  const saved = newest === undefined ? emptyNeeds(id) : typedNeeds(newest.draft);
  return <Form id={id} deal={deal} saved={saved} number={newest === undefined ? "" : `${newest.number} V${newest.revision}`} onReload={onReload} />;
}

interface FormProps {
  id: number;
  deal: OpportunityView;
  saved: TypedNeeds;
  number: string;
  onReload: () => void;
}

function Form({ id, deal, saved, number, onReload }: FormProps): ReactNode {
  const w = useWords().opportunities.needs;
  const language = useLanguage();
  const today = useToday();
  const address = addressOf("opportunities", id, "needs");
  const kept = useKept<TypedNeeds>("needs", id, saved, () => `${w.title(number)} ${deal.card.name}`);
  const typed = kept.draft;
  const [steps, setSteps] = useState<Pick<Lines, "past" | "pasted">>({ past: NO_PAST, pasted: null });
  const [tried, setTried] = useState(false);
  const save = useAct("requirement_save", () => { kept.saved(); say(w.saved); moveOpened(address, addressOf("opportunities", id)); });
  const stale = save.error !== null && faultOf(save.error).kind === "Stale";
  useEffect(() => { if (stale) onReload(); }, [stale]);
  const title = `${w.title(number)} ${deal.customer}`;
  useEffect(() => nameOpened(address, title), [address, title]);
  useLeaving(address, kept.dirty, kept.reset);
  const bad = badCount(typed.rows, today);
  const said = formErrors(language, save.error, (field) => ["contact_id", "delivery_address", "note"].includes(field));
  const set = (part: Partial<TypedNeeds>): void => { if (save.isError) save.reset(); kept.set({ ...typed, ...part }); };
  const [comparing, setComparing] = useState(false);
  const behind = isBehind(kept, saved);
  const drop = (): void => { kept.reset(); save.reset(); onReload(); };
  const submit = (): void => {
    setTried(true);
    if (behind) setComparing(true);
    else if (bad === 0 && !save.isPending) save.mutate({ ...draftOf(typed, today), version: saved.version });
  };
  const back = (): void => moveOpened(address, addressOf("opportunities", id));
  useKeys({ "Mod+S": submit, "Mod+Enter": submit });
  useEscape(() => { if (kept.dirty) void closeOpened(address); else back(); });
  const change = ({ rows, ...rest }: Partial<Lines>): void => {
    if (rest.past !== undefined || rest.pasted !== undefined) setSteps((now) => ({ ...now, ...rest }));
    if (rows !== undefined) set({ rows });
  };
  return (
    <div className="form" data-test="needs-form">
      <div className="formscroll">
        <header className="formhead">
          <h1 className="pagename">{w.title(number)}</h1>
          {behind ? <FaultNote fault={{ kind: "Stale", what: "" }} onReload={drop} onCompare={() => setComparing(true)} /> : said.rest !== null && <FaultNote fault={said.rest} onReload={drop} />}
          <FoundNote kept={kept} />
          <Perforation />
        </header>
        <Head deal={deal} typed={typed} set={set} error={(field) => said.at[field]} />
        <Sheet lines={{ rows: typed.rows, ...steps }} change={change} bad={bad} refused={refusedCells(refusedBy([], save.error), language)} />
      </div>
      {comparing && <NeedsMeanwhile kept={kept} saved={saved} customerId={deal.card.customer_id} onClose={() => setComparing(false)} />}
      <div className="formfoot">
        <span className="g1">{tried && bad > 0 ? <span className="late" data-test="needs-bad">{w.badCount(bad)}</span> : kept.dirty ? <KeptState begun={kept.begun} /> : null}</span>
        <Discard dirty={kept.dirty} onBack={back} onReset={() => { kept.reset(); save.reset(); setSteps({ past: NO_PAST, pasted: null }); }} />
        <Button type="primary" loading={save.isPending} disabled={!kept.dirty} onClick={submit} data-test="needs-save">{w.save}<span className="keyin"><Key>Mod</Key><Key>S</Key></span></Button>
      </div>
    </div>
  );
}

function Discard({ dirty, onBack, onReset }: { dirty: boolean; onBack: () => void; onReset: () => void }): ReactNode {
  const c = useWords().customers;
  return dirty ? <Button onClick={onReset} data-test="needs-discard">{c.discard}</Button> : <Button onClick={onBack} data-test="needs-back">{c.back}</Button>;
}

function Head({ deal, typed, set, error }: { deal: OpportunityView; typed: TypedNeeds; set: (part: Partial<TypedNeeds>) => void; error: (field: string) => string | undefined }): ReactNode {
  const w = useWords().opportunities.needs;
  const customer = useAsk("customer_view", { id: deal.card.customer_id ?? 0 }, { keep: false }).data;
  const contacts = (customer?.contacts ?? []).map((one) => ({ value: one.id ?? 0, label: [one.name, one.title].filter((part) => part !== "").join("　") }));
  return (
    <div className="needshead">
      <Field label={w.fields.contact_id} name="contact_id" error={error("contact_id")}><Select allowClear showSearch={{ optionFilterProp: "label" }} value={typed.contactId} placeholder={w.noContact} onChange={(contactId?: number) => set({ contactId: contactId ?? null })} options={contacts} data-test="needs-contact" /></Field>
      <Field label={w.fields.delivery_address} name="delivery_address" error={error("delivery_address")}><Input value={typed.address} onChange={(event) => set({ address: event.target.value })} data-test="needs-address" /></Field>
      <Field label={w.fields.note} name="note" error={error("note")}><Input value={typed.note} onChange={(event) => set({ note: event.target.value })} data-test="needs-note" /></Field>
    </div>
  );
}

function Sheet({ lines, change, bad, refused }: { lines: Lines; change: (part: Partial<Lines>) => void; bad: number; refused: RefusedCells }): ReactNode {
  const { columns: c, ...w } = useWords().opportunities.needs;
  const today = useToday();
  const columns = useMemo((): SheetColumn[] => [
    { key: "name", title: c.name, label: c.name },
    { key: "spec", title: c.spec, label: c.spec },
    { key: "quantity", title: c.quantity, label: c.quantity, width: 80, right: true },
    { key: "unit", title: c.unit, label: c.unit, width: 52 },
    { key: "wanted", title: c.wanted, label: c.wanted, width: 104, right: true },
    { key: "customised", title: c.customised, label: c.customised, kind: "yes", width: 62 },
    { key: "customisation", title: c.customisation, label: c.customisation },
    { key: "standard", title: c.standard, label: c.standard },
  ], [c]);
  const problem = useCallback((column: string, text: string): CellProblem | null => {
    if (!isBad(column, text, today)) return null;
    const guess = column === "wanted" ? null : likelyNumber(text);
    return { says: w.bad[column](text), ...(guess === null ? {} : { likely: { says: w.fix(guess), text: guess } }) };
  }, [c, today]);
  const display = useCallback((column: string, text: string): string => {
    if (text.trim() === "" || isBad(column, text, today)) return text;
    if (column === "quantity") return quantity(readScaled(text, 3));
    return column === "wanted" ? dateColumn(readDate(text, today), today) : text;
  }, [today]);
  return (
    <LinesSheet
      lines={lines} change={change} columns={columns} problem={problem} display={display} computed={() => ""} refused={refused} title={w.lines} bad={lines.pasted === null ? 0 : bad} test="needs-sheet"
      fill={(product) => ({ name: product.name, spec: product.spec, unit: product.unit, customised: product.customised ? "1" : "" })}
    />
  );
}
