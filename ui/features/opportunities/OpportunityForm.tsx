/** An opportunity's card as a form: what it is about, whose it is, what it may come to. What is typed is kept. */
import { Button, Input, Select } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, useStatus, type OpportunityView } from "../../bridge";
import { Answer, FaultNote, Field, Key, Perforation, addressOf, closeOpened, dropOpened, go, moveOpened, nameOpened, say, useKeys, useToday } from "../../parts";
import { useLeaving } from "../../parts/closing";
import { formErrors } from "../../parts/fieldErrors";
import { CustomerSelect } from "../../parts/inplace/CustomerSelect";
import { useKept, type Kept } from "../../parts/kept";
import { isBehind } from "../../parts/Merging";
import { useEscape } from "../../parts/leaving";
import { FoundNote, KeptState } from "../../parts/Unfinished";
import { useLanguage, useWords } from "../../words";
import { CardMeanwhile } from "./Meanwhile";
import { cardOf, emptyCard, typedOf, wrongOf, type TypedCard } from "./card";

const KNOWN = ["name", "customer_id", "owner_id", "expected_fen", "expected_on"];

/** New (`id` none), perhaps of a customer, or known. */
export function OpportunityForm({ id, customerId }: { id: number | null; customerId: number | null }): ReactNode {
  const me = useStatus()?.person ?? null;
  const owner = me !== null && me.roles.includes("SalesRep") ? me.id : null;
  const known = useAsk("opportunity_view", { id: id ?? 0 }, { enabled: id !== null, keep: false });
  const customer = useAsk("customer_view", { id: customerId ?? 0 }, { enabled: customerId !== null, keep: false });
  if (id !== null) return <Answer of={known}>{(deal) => <Form saved={typedOf(deal.card, deal.customer)} deal={deal} address={addressOf("opportunities", id, "edit")} onReload={() => void known.refetch()} />}</Answer>;
  if (customerId === null) return <Form saved={emptyCard(owner, null)} deal={null} address={addressOf("opportunities", "new")} />;
  return <Answer of={customer}>{(card) => <Form saved={emptyCard(card.owner_id ?? owner, { id: customerId, name: card.name })} deal={null} address={addressOf("opportunities", "new", customerId)} />}</Answer>;
}

interface FormProps {
  saved: TypedCard;
  deal: OpportunityView | null;
  address: string;
  onReload?: () => void;
}

function Form({ saved, deal, address, onReload }: FormProps): ReactNode {
  const w = useWords().opportunities;
  const language = useLanguage();
  const today = useToday();
  const kept = useKept<TypedCard>("opportunity", saved.id, saved, (card) => card.name);
  const [tried, setTried] = useState(false);
  const card = kept.draft;
  const save = useAct("opportunity_save", (answer) => {
    kept.saved();
    say(saved.id === null ? w.saved : w.changed);
    const to = addressOf("opportunities", answer.card.id ?? 0);
    if (saved.id === null) { dropOpened(address); go("opportunities", answer.card.id ?? 0); } else moveOpened(address, to);
  });
  const stale = save.error !== null && faultOf(save.error).kind === "Stale";
  useEffect(() => { if (stale) onReload?.(); }, [stale]);
  const title = deal === null ? w.newOne : `${deal.number} ${card.name}`;
  useEffect(() => nameOpened(address, title), [address, title]);
  useLeaving(address, kept.dirty, kept.reset);
  const wrong = wrongOf(card, today);
  const said = formErrors(language, save.error, (field) => KNOWN.includes(field));
  const error = (field: (typeof KNOWN)[number]): string | undefined => said.at[field] ?? (tried && (wrong as string[]).includes(field) ? (w.missing as Record<string, string>)[field] : undefined);
  const set = (part: Partial<TypedCard>): void => { save.reset(); kept.set({ ...card, ...part }); };
  const [comparing, setComparing] = useState(false);
  const behind = isBehind(kept, saved);
  const submit = (): void => {
    setTried(true);
    if (behind) setComparing(true);
    else if (wrong.length === 0 && !save.isPending) save.mutate({ ...cardOf(card, today), version: saved.version });
  };
  const back = (): void => { if (saved.id === null) go("opportunities"); else moveOpened(address, addressOf("opportunities", saved.id)); };
  useKeys({ "Mod+S": submit, "Mod+Enter": submit });
  useEscape(() => { if (kept.dirty) void closeOpened(address); else back(); });
  const drop = (): void => { kept.reset(); save.reset(); onReload?.(); };
  return (
    <div className="roompage" data-test="opportunity-form">
      <div className="formscroll">
        <div className="formcolumn">
          <h1 className="pagetitle ell">{title}</h1>
          <Perforation />
          {behind ? <FaultNote fault={{ kind: "Stale", what: "" }} onReload={drop} onCompare={() => setComparing(true)} /> : said.rest !== null && <FaultNote fault={said.rest} onReload={drop} />}
          <FoundNote kept={kept} />
          <Boxes card={card} set={set} error={error} />
        </div>
      </div>
      {comparing && <CardMeanwhile kept={kept} saved={saved} onClose={() => setComparing(false)} />}
      <Foot kept={kept} saving={save.isPending} isNew={saved.id === null} onBack={back} onReset={() => { kept.reset(); save.reset(); setTried(false); }} onSave={submit} />
    </div>
  );
}

function Boxes({ card, set, error }: { card: TypedCard; set: (part: Partial<TypedCard>) => void; error: (field: string) => string | undefined }): ReactNode {
  const w = useWords().opportunities;
  const people = (useAsk("person_list", {}).data ?? []).filter((one) => one.active || one.id === card.ownerId);
  const status = (field: string): "" | "error" => (error(field) === undefined ? "" : "error");
  return (
    <div className="fields">
      <Field label={w.fields.name} name="name" required className="col-two" hint={w.hints.name} error={error("name")}><Input autoFocus value={card.name} status={status("name")} onChange={(event) => set({ name: event.target.value })} data-test="deal-name" /></Field>
      <Field label={w.fields.customer_id} name="customer_id" required className="col-two" error={error("customer_id")}>
        <CustomerSelect value={card.customerId} name={card.customerName} onChoose={(customer) => set({ customerId: customer.id, customerName: customer.name, ownerId: card.ownerId ?? customer.owner_id })} test="deal-customer" />
      </Field>
      <Field label={w.fields.owner_id} name="owner_id" className="col-two" error={error("owner_id")}>
        <Select allowClear showSearch={{ optionFilterProp: "label" }} value={card.ownerId} placeholder={w.noOwner} onChange={(ownerId?: number) => set({ ownerId: ownerId ?? null })} options={people.map((one) => ({ value: one.id, label: one.name }))} data-test="deal-owner" />
      </Field>
      <Field label={w.fields.expected_fen} name="expected_fen" hint={w.hints.expected_fen} error={error("expected_fen")}><Input className="digits" inputMode="decimal" value={card.expected} status={status("expected_fen")} onChange={(event) => set({ expected: event.target.value })} data-test="deal-expected" /></Field>
      <Field label={w.fields.expected_on} name="expected_on" hint={w.hints.expected_on} error={error("expected_on")}><Input value={card.expectedOn} status={status("expected_on")} placeholder="2026-11-30" onChange={(event) => set({ expectedOn: event.target.value })} data-test="deal-expected-on" /></Field>
    </div>
  );
}

function Foot({ kept, saving, isNew, onBack, onReset, onSave }: { kept: Kept<TypedCard>; saving: boolean; isNew: boolean; onBack: () => void; onReset: () => void; onSave: () => void }): ReactNode {
  const { customers: c, opportunities: w } = useWords();
  return (
    <div className="formfoot">
      <span className="g1">{kept.dirty && <KeptState begun={kept.begun} />}</span>
      {kept.dirty ? <Button onClick={onReset} data-test="deal-discard">{c.discard}</Button> : <Button onClick={onBack} data-test="deal-back">{c.back}</Button>}
      <Button type="primary" loading={saving} disabled={!kept.dirty && !isNew} onClick={onSave} data-test="deal-save">{isNew ? w.create : c.save}<span className="keyin"><Key>Mod</Key><Key>S</Key></span></Button>
    </div>
  );
}
