/** A quotation's current version as a form: head, lines as a sheet with cost and margin while typing. What is typed is kept. */
import { Button, Select } from "antd";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { call, faultOf, refresh, useAct, useAsk, type ProductCard, type QuotationComputed, type QuotationView, type Refusal } from "../../bridge";
import { Answer, EVERY_DEAL, Empty, FaultNote, Field, Key, Note, Perforation, addressOf, closeOpened, dropOpened, go, moveOpened, nameOpened, say, useFaultWords, useKeys, useToday } from "../../parts";
import { useLeaving } from "../../parts/closing";
import { formErrors } from "../../parts/fieldErrors";
import { useKept, type Kept } from "../../parts/kept";
import { isBehind } from "../../parts/Merging";
import { useEscape } from "../../parts/leaving";
import type { Lines } from "../../parts/lines/LinesSheet";
import { refusedBy, refusedCells, refusedFields } from "../../parts/lines/refused";
import { NO_PAST } from "../../parts/sheetPast";
import { FoundNote, KeptState } from "../../parts/Unfinished";
import { refusalsWords, refusalWords, useLanguage, useWords } from "../../words";
import { FormHead } from "./FormHead";
import { FormLines } from "./FormLines";
import { FormTotals } from "./FormTotals";
import { QuotationMeanwhile } from "./Meanwhile";
import { badCount, draftOf, emptyQuotation, neededRow, typedQuotation, type TypedQuotation } from "./draft";

const KNOWN = ["contact_id", "owner_id", "valid_until", "delivery_period", "service", "note", "waiver_fen", "no_requirement_reason", "terms"];

/** New (`id` none) of an opportunity that is chosen first, or known. */
export function QuotationForm({ id, opportunityId }: { id: number | null; opportunityId: number | null }): ReactNode {
  const known = useAsk("quotation_view", { id: id ?? 0 }, { enabled: id !== null, keep: false });
  if (id !== null) return <Answer of={known}>{(offer) => <MayEdit offer={offer} onReload={() => void known.refetch()} />}</Answer>;
  if (opportunityId === null) return <ChooseDeal />;
  return <NewOne opportunityId={opportunityId} />;
}

/** A quotation belongs to a deal. */
function ChooseDeal(): ReactNode {
  const w = useWords().quotations.form;
  const deals = useAsk("opportunity_list", { filter: { ...EVERY_DEAL, stages: ["Survey", "Solution", "Negotiation", "Contract"] }, sort: "created", descending: true, after: null, limit: 200 });
  return (
    <div className="pad c gap12" data-test="quotation-choose">
      <h1 className="pagetitle">{w.title("")}</h1>
      <Answer of={deals}>{(page) => page.rows.length === 0
        ? <Empty act={<button type="button" className="linkbtn" onClick={() => go("opportunities", "new")}>{w.of}</button>}>{w.noDeals}</Empty>
        : <Field label={w.of} name="opportunity_id"><Select autoFocus showSearch={{ optionFilterProp: "label" }} placeholder={w.chooseDeal} options={page.rows.map((one) => ({ value: one.id, label: `${one.number} ${one.name}　${one.customer}` }))} onChange={(value: number) => moveOpened(addressOf("quotations", "new"), addressOf("quotations", "new", value))} data-test="choose-deal" /></Field>}</Answer>
    </div>
  );
}

/** The products that a list of needs names, by their ids; one that is gone leaves its line as it was written. */
function useProducts(ids: number[] | null): Map<number, ProductCard> | undefined {
  const all = async (): Promise<[number, ProductCard][]> => (await Promise.all((ids ?? []).map((id) => call("product_view", { id }).then((card): [number, ProductCard] => [id, card], () => null)))).filter((one) => one !== null);
  const found = useQuery({ queryKey: ["products of needs", ids], queryFn: all, enabled: ids !== null }).data;
  return useMemo(() => (found === undefined ? undefined : new Map(found)), [found]);
}

/** Begins with the lines that the customer confirmed, with what their products cost; nothing is typed again. */
function NewOne({ opportunityId }: { opportunityId: number }): ReactNode {
  const deal = useAsk("opportunity_view", { id: opportunityId }, { keep: false });
  const needs = (deal.data?.requirements ?? []).find((one) => one.state === "Confirmed");
  const lines = needs?.draft.lines ?? [];
  const products = useProducts(deal.data === undefined ? null : [...new Set(lines.flatMap((line) => line.product_id ?? []))]);
  return <Answer of={deal}>{(one) => products !== undefined && <Form saved={{ ...emptyQuotation(opportunityId), rows: lines.map((line) => neededRow(line, products)), contactId: needs?.draft.contact_id ?? null, ownerId: one.card.owner_id }} offer={null} customerId={one.card.customer_id ?? 0} about={`${one.number} ${one.card.name}　${one.customer}`} needed={needs === undefined} address={addressOf("quotations", "new", opportunityId)} />}</Answer>;
}

/** The core says whether it may be edited; if not, why. */
function MayEdit({ offer, onReload }: { offer: QuotationView; onReload: () => void }): ReactNode {
  const language = useLanguage();
  const w = useWords().quotations;
  const edit = offer.acts.find((may) => may.act === "Edit");
  const current = offer.versions.at(-1);
  const address = addressOf("quotations", offer.id, "edit");
  if (current === undefined || edit === undefined || edit.refusals.length > 0) {
    const open = <button type="button" className="linkbtn" onClick={() => moveOpened(address, addressOf("quotations", offer.id))}>{offer.number}</button>;
    return <div className="pad c gap12"><h1 className="pagename">{w.form.title(`${offer.number} V${offer.revision}`)}</h1><Note family="wait" title={w.form.locked} acts={open}>{refusalsWords(language, edit?.refusals ?? [{ code: "QuotationFrozen" }])}</Note></div>;
  }
  return <Form saved={typedQuotation(current.draft)} offer={offer} customerId={offer.customer_id} about={`${offer.opportunity_number} ${offer.opportunity_name}　${offer.customer_name}`} needed={current.needs === null} address={address} onReload={onReload} />;
}

/** What the core computes, a moment after the last key. */
function useComputed(typed: TypedQuotation, today: string): { computed: QuotationComputed | undefined; refused: Refusal[] } {
  const [asked, setAsked] = useState(() => draftOf(typed, today));
  useEffect(() => {
    const timer = setTimeout(() => setAsked(draftOf(typed, today)), 180);
    return () => clearTimeout(timer);
  }, [typed, today]);
  const { data: computed, error } = useAsk("quotation_compute", asked);
  return { computed, refused: refusedBy(computed?.amounts.refusals, error) };
}

interface FormProps {
  saved: TypedQuotation;
  offer: QuotationView | null;
  customerId: number;
  about: string;
  /** There is no confirmed list of needs: the reason is asked for. */
  needed: boolean;
  address: string;
  onReload?: () => void;
}

function Form({ saved, offer, customerId, about, needed, address, onReload }: FormProps): ReactNode {
  const w = useWords().quotations;
  const language = useLanguage();
  const today = useToday();
  const kept = useKept<TypedQuotation>("quotation", saved.id, saved, () => `${offer?.number ?? w.newOne} ${about}`);
  const typed = kept.draft;
  const [steps, setSteps] = useState<Pick<Lines, "past" | "pasted">>({ past: NO_PAST, pasted: null });
  const { computed, refused } = useComputed(typed, today);
  const submits = useRef(false);
  const faultWords = useFaultWords();
  // Saved first, then submitted: what cannot be submitted is kept all the same, and says why on its page. The form is gone by then.
  const done = (answer: QuotationView): void => {
    kept.saved();
    if (saved.id === null) { dropOpened(address); go("quotations", answer.id); } else moveOpened(address, addressOf("quotations", answer.id));
    if (!submits.current) { say(w.said.saved); return; }
    const submitted = call("quotation_submit", { id: answer.id, version: answer.version });
    void submitted.then((one) => say(one.state === "Approved" ? w.said.approved : w.said.submitted), (refused: unknown) => say(w.said.savedOnly(faultWords(refused)))).then(() => refresh());
  };
  const save = useAct("quotation_save", done);
  const stale = save.error !== null && faultOf(save.error).kind === "Stale";
  useEffect(() => { if (stale) onReload?.(); }, [stale]);
  const title = `${w.form.title(offer === null ? "" : `${offer.number} V${offer.revision}`)}`;
  useEffect(() => nameOpened(address, `${title} ${about}`), [address, title, about]);
  useLeaving(address, kept.dirty, kept.reset);
  const bad = badCount(typed.rows);
  const said = formErrors(language, save.error, (field) => KNOWN.includes(field));
  const wrong = refusedFields(refused, language);
  const set = (part: Partial<TypedQuotation>): void => { if (save.isError) save.reset(); kept.set({ ...typed, ...part }); };
  const [comparing, setComparing] = useState(false);
  const behind = isBehind(kept, saved);
  const drop = (): void => { kept.reset(); save.reset(); onReload?.(); };
  const put = (andSubmit: boolean): void => {
    submits.current = andSubmit;
    if (behind) setComparing(true);
    else if (bad === 0 && !save.isPending) save.mutate({ ...draftOf(typed, today), version: saved.version });
  };
  const submit = (): void => put(false);
  const saveAndSubmit = (): void => put(true);
  const back = (): void => { if (saved.id === null) go("quotations"); else moveOpened(address, addressOf("quotations", saved.id)); };
  useKeys({ "Mod+S": submit, "Mod+Enter": saveAndSubmit });
  useEscape(() => { if (kept.dirty) void closeOpened(address); else back(); });
  const change = ({ rows, ...rest }: Partial<Lines>): void => {
    if (rest.past !== undefined || rest.pasted !== undefined) setSteps((now) => ({ ...now, ...rest }));
    if (rows !== undefined) set({ rows });
  };
  return (
    <div className="form" data-test="quotation-form">
      <div className="formscroll">
        <header className="formhead">
          <h1 className="pagename">{title}</h1><div className="i2">{about}</div>
          {behind ? <FaultNote fault={{ kind: "Stale", what: "" }} onReload={drop} onCompare={() => setComparing(true)} /> : said.rest !== null && <FaultNote fault={said.rest} onReload={drop} />}
          <FoundNote kept={kept} />
          <Perforation />
        </header>
        <FormHead typed={typed} set={set} customerId={customerId} needed={needed} computed={computed} error={(field) => said.at[field] ?? wrong[field]} />
        <FormLines lines={{ rows: typed.rows, ...steps }} change={change} bad={bad} computed={computed} refused={refusedCells(refused, language)} />
      </div>
      {comparing && <QuotationMeanwhile kept={kept} saved={saved} customerId={customerId} onClose={() => setComparing(false)} />}
      <FormTotals computed={computed} />
      <Foot kept={kept} bad={bad} computed={computed} open={refused} saving={save.isPending} onBack={back} onReset={() => { kept.reset(); save.reset(); setSteps({ past: NO_PAST, pasted: null }); }} onSave={submit} onSubmit={saveAndSubmit} />
    </div>
  );
}

interface FootProps {
  kept: Kept<TypedQuotation>;
  bad: number;
  computed: QuotationComputed | undefined;
  /** What stands in the way of a submission. */
  open: Refusal[];
  saving: boolean;
  onBack: () => void;
  onReset: () => void;
  onSave: () => void;
  onSubmit: () => void;
}

function Foot({ kept, bad, computed, open, saving, onBack, onReset, onSave, onSubmit }: FootProps): ReactNode {
  const { customers: c, quotations: { form: w } } = useWords();
  const language = useLanguage();
  return (
    <div className="formfoot">
      <span className="g1 ell">
        {bad > 0 ? <span className="late" data-test="bad-cells">{w.badCount(bad)}</span>
          : open.length > 0 ? <span className="i2" title={open.map((one) => refusalWords(language, one)).join("\n")} data-test="troubles">{w.toDo(open.length)}　{refusalsWords(language, open.slice(0, 2))}</span>
            : computed === undefined ? null : <span className={computed.concerns.length > 0 ? "wait" : "done"} data-test="asks">{computed.concerns.length > 0 ? w.asks : w.free}</span>}
      </span>
      {kept.dirty && <KeptState begun={kept.begun} />}
      {kept.dirty ? <Button onClick={onReset} data-test="quotation-discard">{c.discard}</Button> : <Button onClick={onBack} data-test="quotation-back">{w.back}</Button>}
      <Button loading={saving} disabled={!kept.dirty && kept.place.id !== null} onClick={onSave} data-test="quotation-save">{w.save}<span className="keyin"><Key>Mod</Key><Key>S</Key></span></Button>
      <Button type="primary" disabled={saving || open.length > 0 || bad > 0} onClick={onSubmit} data-test="quotation-submit">{w.submit}</Button>
    </div>
  );
}
