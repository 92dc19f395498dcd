/** A product's card beside the list: read and changed in one place, kept while typing. */
import { X } from "lucide-react";
import { AutoComplete, Button, Checkbox, Input, Segmented } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { faultOf, forget, useAct, useAsk, type ProductCard, type ProductKind } from "../../bridge";
import { Answer, FaultNote, Field, Key, Perforation, go, say, useKeys } from "../../parts";
import { formErrors, tooLong } from "../../parts/fieldErrors";
import { Compare } from "../../parts/Compare";
import { comparedOf, mergedOf, type Flat, type Side } from "../../parts/comparing";
import { useKept, type Kept } from "../../parts/kept";
import { FoundNote, KeptState } from "../../parts/Unfinished";
import { useRemovedSaid } from "../../parts/removed";
import { RATES, UNITS, offered } from "../../parts/usual";
import { fieldWords, useLanguage, useWords } from "../../words";
import { amount } from "../../words/figures";
import { ProductSides } from "./ProductSides";
import { LONGEST, cardOf, emptyProduct, formOf, netAndTax, productFaults, type ProductForm } from "./card";

/** New (`id` none) or known. */
export function ProductAside({ id, name }: { id: number | null; name: string }): ReactNode {
  const asked = useAsk("product_view", { id: id ?? 0 }, { enabled: id !== null, keep: false });
  if (id === null) return <Card saved={emptyProduct(name)} />;
  return (
    <Answer of={asked}>
      {(card) => <Card saved={card} onReload={() => void asked.refetch()} />}
    </Answer>
  );
}

function Card({ saved, onReload }: { saved: ProductCard; onReload?: () => void }): ReactNode {
  const words = useWords();
  const w = words.products;
  const language = useLanguage();
  const kept = useKept<ProductForm>("product", saved.id, formOf(saved), (one) => one.name.trim());
  const [tried, setTried] = useState(false);
  const form = kept.draft;
  const save = useAct("product_save", (answer) => {
    kept.saved();
    say(w.saved);
    if (saved.id === null) go("products", answer.id ?? 0);
  });
  const removed = useRemovedSaid();
  const remove = useAct("product_remove", (one) => { forget("product_view", { id: saved.id ?? 0 }); kept.reset(); go("products"); removed(one); });
  const faults = productFaults(form);
  const says = { nameMissing: w.nameMissing, unitMissing: w.unitMissing, priceBad: w.priceBad(form.price), costBad: w.costBad(form.cost), taxBad: w.taxBad, tooLong: "" };
  const said = formErrors(language, save.error, () => true);
  const own = Object.fromEntries(faults.filter((fault) => fault.says !== "tooLong" && (tried || fault.says === "priceBad")).map((fault) => [fault.field, says[fault.says]]));
  const [comparing, setComparing] = useState(false);
  const behind = kept.dirty && kept.base.version !== saved.version;
  const drop = (): void => { kept.reset(); save.reset(); onReload?.(); };
  // Another was faster: what they saved is asked for, to be compared.
  const stale = save.error !== null && faultOf(save.error).kind === "Stale";
  useEffect(() => { if (stale) onReload?.(); }, [stale]);
  const submit = (): void => {
    setTried(true);
    if (behind) setComparing(true);
    else if (faults.length === 0 && !save.isPending) save.mutate(cardOf(form));
    else document.querySelector<HTMLElement>(`[data-test="product-form"] [data-field="${faults[0]?.field ?? ""}"] input`)?.focus();
  };
  useKeys({ "Mod+S": submit, "Mod+Enter": submit });
  const set = (part: Partial<ProductForm>): void => { save.reset(); kept.set({ ...form, ...part }); };
  const fields = (
    <>
      <div className="asidebody">
        <Perforation />
        {behind ? <FaultNote fault={{ kind: "Stale", what: "" }} onReload={drop} onCompare={() => setComparing(true)} /> : said.rest !== null && <FaultNote fault={said.rest} onReload={drop} />}
        <FoundNote kept={kept} />
        {remove.isError && <FaultNote fault={faultOf(remove.error)} />}
        {comparing && <Meanwhile kept={kept} saved={formOf(saved)} onClose={() => setComparing(false)} />}
        <Boxes form={form} set={set} errors={{ ...said.at, ...own }} isNew={saved.id === null} />
      </div>
      <div className="asidefoot">
        {saved.id !== null && !kept.dirty && <Button type="text" danger loading={remove.isPending} onClick={() => remove.mutate({ id: saved.id ?? 0, version: saved.version ?? 0 })} data-test="product-remove">{words.bin.remove}</Button>}
        <span className="g1 s">{kept.dirty && <KeptState begun={kept.begun} />}</span>
        {kept.dirty && <Button onClick={() => { kept.reset(); save.reset(); setTried(false); }} data-test="product-discard">{w.discard}</Button>}
        <Button type="primary" loading={save.isPending} disabled={!kept.dirty && saved.id !== null} onClick={submit} data-test="product-save">{w.save}<span className="keyin"><Key>Mod</Key><Key>S</Key></span></Button>
      </div>
    </>
  );
  return (
    <aside className="aside" aria-label={saved.name === "" ? w.create : saved.name} data-test="product-form">
      <div className="sidetop">
        <h2 className="t g1 ell">{saved.id === null ? w.create : saved.name}</h2>
        <button type="button" className="iconbtn" aria-label={words.frame.close} onClick={() => go("products")}><X size={16} strokeWidth={1.6} /></button>
      </div>
      {saved.id === null ? fields : <ProductSides id={saved.id} name={saved.name}>{fields}</ProductSides>}
    </aside>
  );
}

/** What both changed, to be put together. */
function Meanwhile({ kept, saved, onClose }: { kept: Kept<ProductForm>; saved: ProductForm; onClose: () => void }): ReactNode {
  const language = useLanguage();
  const w = useWords().products;
  const flat = ({ id: _id, version: _version, ...fields }: ProductForm): Flat => ({ ...fields });
  const [mine, theirs] = [flat(kept.draft), flat(saved)];
  const label = (key: string): string => fieldWords(language, { price: "price_micro", cost: "cost_micro", tax: "tax_rate" }[key] ?? key);
  const text = (key: string, value: unknown): string => (key === "kind" ? w.kinds[value as ProductKind] : typeof value === "boolean" ? w.yesNo[value ? "yes" : "no"] : String(value ?? ""));
  const merge = (choices: Record<string, Side>): void => {
    kept.rebase({ ...saved, ...mergedOf(mine, theirs, choices) });
    onClose();
  };
  return <Compare fields={comparedOf(flat(kept.base), mine, theirs)} label={label} text={text} onClose={onClose} onMerge={merge} />;
}

interface BoxesProps {
  form: ProductForm;
  set: (part: Partial<ProductForm>) => void;
  errors: Record<string, string>;
  isNew: boolean;
}

function Boxes({ form, set, errors, isNew }: BoxesProps): ReactNode {
  const w = useWords().products;
  const language = useLanguage();
  const long = (field: keyof typeof LONGEST): string | undefined => tooLong(language, field, form[field], LONGEST[field]);
  const parts = netAndTax(form);
  return (
    <div className="asidefields">
      <Field label={w.fields.name} name="name" required error={errors["name"] ?? long("name")} className="all">
        <Input value={form.name} autoFocus={isNew} onChange={(event) => set({ name: event.target.value })} data-test="name" />
      </Field>
      <Field label={w.fields.spec} name="spec" error={errors["spec"] ?? long("spec")} className="all">
        <Input value={form.spec} onChange={(event) => set({ spec: event.target.value })} data-test="spec" />
      </Field>
      <Field label={w.fields.price} name="price_micro" hint={w.hints.price} error={errors["price_micro"]} className="all">
        <Input value={form.price} className="digits" inputMode="decimal" status={errors["price_micro"] === undefined ? "" : "error"} onChange={(event) => set({ price: event.target.value })} data-test="price_micro" />
      </Field>
      <Field label={w.fields.cost} name="cost_micro" hint={w.hints.cost} error={errors["cost_micro"]}>
        <Input value={form.cost} className="digits" inputMode="decimal" status={errors["cost_micro"] === undefined ? "" : "error"} onChange={(event) => set({ cost: event.target.value })} data-test="cost_micro" />
      </Field>
      <Field label={w.fields.unit} name="unit" required error={errors["unit"] ?? long("unit")}>
        <AutoComplete value={form.unit} options={offered(UNITS)} onChange={(unit: string) => set({ unit: unit ?? "" })} data-test="unit" />
      </Field>
      <Field label={w.fields.tax_rate} name="tax_rate" error={errors["tax_rate"]}>
        <AutoComplete value={form.tax} options={offered(RATES)} maxLength={6} onChange={(tax: string) => set({ tax: tax ?? "" })} data-test="tax_rate"><Input suffix="%" /></AutoComplete>
      </Field>
      <div className="all s i3 nettax">{parts === null ? w.hints.tax_rate : w.net(amount(parts.net), amount(parts.tax))}</div>
      <Field label={w.fields.kind} name="kind" hint={w.hints.kind} className="all">
        <Segmented<ProductKind> value={form.kind} options={[{ value: "Goods", label: w.kinds.Goods }, { value: "Service", label: w.kinds.Service }]} onChange={(kind) => set({ kind })} data-test="kind" />
      </Field>
      <Field label={w.fields.category} name="category" hint={w.hints.category} error={errors["category"] ?? long("category")}>
        <Input value={form.category} onChange={(event) => set({ category: event.target.value })} data-test="category" />
      </Field>
      <Field label={w.fields.code} name="code" hint={w.hints.code} error={errors["code"] ?? long("code")}>
        <Input value={form.code} onChange={(event) => set({ code: event.target.value })} data-test="code" />
      </Field>
      <div className="all switches">
        <Checkbox checked={form.customised} onChange={(event) => set({ customised: event.target.checked })} data-test="customised">{w.fields.customised}<span className="i3 s">　{w.hints.customised}</span></Checkbox>
        <Checkbox checked={form.active} onChange={(event) => set({ active: event.target.checked })} data-test="active">{w.fields.active}<span className="i3 s">　{w.hints.active}</span></Checkbox>
      </div>
      <Field label={w.fields.note} name="note" hint={w.hints.note} error={errors["note"]} className="all">
        <Input.TextArea rows={3} value={form.note} onChange={(event) => set({ note: event.target.value })} data-test="note" />
      </Field>
    </div>
  );
}
