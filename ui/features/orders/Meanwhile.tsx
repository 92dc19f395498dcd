/** Somebody else saved the same draft meanwhile: both are compared, and the form goes on from theirs. */
import { useState, type ReactNode } from "react";
import { call, faultOf, useAsk, type OrderDraft, type OrderView } from "../../bridge";
import { Compare } from "../../parts/Compare";
import { comparedOf, type Flat, type Side } from "../../parts/comparing";
import { recorded } from "../../parts/sheetPast";
import { useToday } from "../../parts";
import { fieldWords, listed, useLanguage, useWords } from "../../words";
import { amount, dateColumn, price, quantity } from "../../words/figures";
import { draftOf, formOf, type Form } from "./draft";
import type { Keeping } from "./keeping";

/** A draft by its fields; the lines one by one where there are equally many, otherwise all as one. */
function flatOf({ lines, id: _id, version: _version, ...head }: OrderDraft, single: boolean): Flat {
  return { ...head, ...(single ? Object.fromEntries(lines.map((line, row) => [`lines.${row + 1}`, line])) : { lines }) };
}

/** The form as it was chosen: everything that is not theirs stays as it was typed. */
export function mergedForm(mine: Form, theirs: Form, choices: Record<string, Side>): Form {
  const taken = (key: string): boolean => choices[key] === "theirs";
  const head = Object.fromEntries(Object.entries(mine.head).map(([key, value]) => [key, taken(key) ? theirs.head[key as keyof Form["head"]] : value])) as Form["head"];
  const rows = taken("lines") ? theirs.rows : mine.rows.map((row, index) => (taken(`lines.${index + 1}`) ? (theirs.rows[index] ?? row) : row));
  const customer = taken("customer_id") ? { customerName: theirs.customerName, contacts: theirs.contacts } : taken("contact_id") ? { contacts: [] } : {};
  return {
    ...mine, ...customer, head, rows, version: theirs.version, number: theirs.number, base: theirs.base,
    contractAmount: taken("contract_amount_fen") ? theirs.contractAmount : mine.contractAmount,
    waiver: taken("waiver_fen") ? theirs.waiver : mine.waiver,
    past: rows.every((row, index) => row === mine.rows[index]) && rows.length === mine.rows.length ? mine.past : recorded(mine.past, mine.rows, null), pasted: null,
  };
}

/** Asks for what the other saved; `open` shows the comparison. */
export function useMeanwhile(keeping: Keeping): { open: () => void; shown: ReactNode } {
  const [theirs, setTheirs] = useState<OrderView | null>(null);
  const { form, replace, setFault } = keeping;
  const open = (): void => {
    if (form.id !== null) void call("order_view", { id: form.id }).then(setTheirs, (error: unknown) => setFault(faultOf(error)));
  };
  const done = (choices: Record<string, Side>): void => {
    if (theirs !== null) replace(mergedForm(form, formOf(theirs), choices));
    setTheirs(null);
  };
  return { open, shown: theirs === null ? null : <Both form={form} theirs={theirs} onClose={() => setTheirs(null)} onMerge={done} /> };
}

function Both({ form, theirs, onClose, onMerge }: { form: Form; theirs: OrderView; onClose: () => void; onMerge: (choices: Record<string, Side>) => void }): ReactNode {
  const { names } = useWords();
  const language = useLanguage();
  const today = useToday();
  const people = useAsk("person_list", {}).data ?? [];
  const mine = draftOf(form, today);
  const base = form.base ?? mine;
  const single = [mine, theirs.draft, base].every((one) => one.lines.length === mine.lines.length);
  const line = (one: OrderDraft["lines"][number]): string => [one.name, one.spec, quantity(one.quantity_milli), one.unit, price(one.price_micro), dateColumn(one.promised_on, today)].filter((part) => part !== "").join("　");
  const label = (key: string): string => (/^lines\.\d+$/.test(key) ? `${fieldWords(language, "lines")} ${key.slice(6)}` : fieldWords(language, key));
  const text = (key: string, value: unknown): string => {
    if (value === null || value === undefined) return "";
    if (key === "lines") return (value as OrderDraft["lines"]).map(line).join("\n");
    if (key.startsWith("lines.")) return line(value as OrderDraft["lines"][number]);
    if (key.endsWith("_fen")) return amount(value as number);
    if (key === "owner_id") return people.find((one) => one.id === value)?.name ?? "";
    if (key === "customer_id") return value === mine.customer_id ? form.customerName : value === theirs.draft.customer_id ? theirs.customer_name : "…";
    if (key === "contact_id") return form.contacts.find((one) => one.id === value)?.name ?? "…";
    if (key === "invoice_kind") return names.invoice[value as OrderDraft["invoice_kind"]];
    if (key === "terms") return listed(language, (value as OrderDraft["terms"]).instalments.map((one) => `${names.trigger[one.trigger]} ${one.share / 100}%`));
    return String(value);
  };
  return <Compare fields={comparedOf(flatOf(base, single), flatOf(mine, single), flatOf(theirs.draft, single))} label={label} text={text} onClose={onClose} onMerge={onMerge} />;
}
