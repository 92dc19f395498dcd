/** The order form's state: what was typed, kept as typed, and what the core is asked with. */
import type { Contact, OrderDraft, OrderView } from "../../bridge";
import type { SheetRow, Zone } from "../../parts";
import { guardLeaving } from "../../parts/leave";
import { NO_PAST, type Past } from "../../parts/sheetPast";
import { pricedDrafts, pricedRows } from "../../parts/lines/priced";
import { PRESETS } from "../../parts/terms/presets";
import { readScaled } from "../../parts/paste";
import { amount } from "../../words/figures";

export { bad, badCells } from "../../parts/lines/priced";
export { waiverFor } from "../../parts/terms/waiver";

/** What is typed outside the lines. Amounts stay text until the core is asked. */
export type Head = Omit<OrderDraft, "lines" | "id" | "version" | "contract_amount_fen" | "waiver_fen">;

/** The form, whole. */
export interface Form {
  id: number | null;
  version: number | null;
  number: string | null;
  sentBack: { by: string; reason: string } | null;
  /** What stands in the book as far as this form knows: what a change by somebody else is compared with. */
  base: OrderDraft | null;
  customerName: string;
  contacts: Contact[];
  head: Head;
  contractAmount: string;
  waiver: string;
  rows: SheetRow[];
  /** What can be undone in the lines. */
  past: Past;
  /** The block that was pasted last, until the next edit. */
  pasted: Zone | null;
}

/** A form with nothing in it. */
export function emptyForm(ownerId: number | null): Form {
  return {
    id: null, version: null, number: null, sentBack: null, base: null, customerName: "", contacts: [],
    head: {
      customer_id: null, contact_id: null, customer_order_number: "", customer_order_on: null, contract_id: null, contract_reason: "", contract_number: "", contract_signed_on: null, invoice_title: "", invoice_kind: "VatSpecial",
      terms: { instalments: PRESETS.p30d70, method: "Transfer" }, delivery_address: "", receiver: "", receiver_phone: "", promised_on: null, owner_id: ownerId, note: "",
    },
    contractAmount: "", waiver: "", rows: [], past: NO_PAST, pasted: null,
  };
}

/** The form of an order that is in the book. */
export function formOf(order: OrderView): Form {
  const { lines, id: _id, version: _version, contract_amount_fen: contract, waiver_fen: waiver, ...head } = order.draft;
  return {
    id: order.id, version: order.version, number: order.number, base: order.draft, head, customerName: order.customer_name, contacts: [], past: NO_PAST, pasted: null,
    sentBack: order.state === "SentBack" ? { by: order.sent_back_by, reason: order.sent_back_reason } : null,
    contractAmount: contract === null ? "" : amount(contract),
    waiver: waiver === 0 ? "" : amount(waiver),
    rows: pricedRows(lines),
  };
}

/** What the core is asked with. Empty rows at the end are left out; what is no number is none. */
export function draftOf(form: Form, today: string): OrderDraft {
  return {
    ...form.head, id: form.id, version: form.version,
    contract_amount_fen: readScaled(form.contractAmount, 2),
    waiver_fen: readScaled(form.waiver, 2) ?? 0,
    lines: pricedDrafts(form.rows, today),
  };
}

interface Entry {
  key: number;
  form: Form | null;
}

/** Opened forms live here, so that changing tabs loses nothing; `key` stays when a draft gets its id. */
const opened = new Map<string, Entry>();
let nextKey = 1;

/** The entry of an address; made when it is first opened. */
export function entryOf(address: string): Entry {
  const known = opened.get(address);
  if (known !== undefined) return known;
  const entry = { key: nextKey++, form: null };
  opened.set(address, entry);
  return entry;
}

/** A draft moves to its own address. */
export function moveEntry(from: string, to: string): void {
  const entry = opened.get(from);
  if (entry === undefined) return;
  opened.delete(from);
  opened.set(to, entry);
}

/** The form was closed. */
export function forgetEntry(address: string): void {
  guardLeaving(guardName(address), null);
  opened.delete(address);
}

/** The name under which a form is asked about before everything is left: it stays when the draft gets its address. */
export function guardName(address: string): string {
  return `order form ${entryOf(address).key}`;
}

/** All forms were closed. */
export function forgetEntries(): void {
  [...opened.keys()].forEach(forgetEntry);
}
