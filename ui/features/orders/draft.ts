/** The order form's state: what was typed, kept as typed, and what the core is asked with. */
import type { Contact, OrderDraft, OrderView, PaymentTerms } from "../../bridge";
import type { SheetRow, Zone } from "../../parts";
import { guardLeaving } from "../../parts/leave";
import { NO_PAST, type Past } from "../../parts/sheetPast";
import { filled, productOfMeta } from "../../parts/lines/rows";
import { readDate, readRate, readScaled, readYes } from "../../parts/paste";
import { amount, price, quantity, rate } from "../../words/figures";

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

type Part = PaymentTerms["instalments"][number];
const part = (trigger: Part["trigger"], share: number, days = 0): Part => ({ trigger, share, days, day_kind: "Calendar" });

/** The schedules people know by name. */
export const PRESETS = {
  beforeDispatch: [part("BeforeDispatch", 10_000)],
  onArrival: [part("Arrival", 10_000)],
  p30d70: [part("Order", 3_000), part("BeforeDispatch", 7_000)],
  p30a60w10: [part("Order", 3_000), part("Acceptance", 6_000), part("WarrantyEnd", 1_000, 365)],
  p50a50: [part("Order", 5_000), part("Acceptance", 5_000)],
  month30: [part("MonthEnd", 10_000, 30)],
  month60: [part("MonthEnd", 10_000, 60)],
  month90: [part("MonthEnd", 10_000, 90)],
  invoice30: [part("Invoice", 10_000, 30)],
};
export type Preset = keyof typeof PRESETS;

/** Which named schedule this is, if any. */
export function presetOf(terms: PaymentTerms): Preset | null {
  const plain = (parts: Part[]): string => JSON.stringify(parts.map((one) => [one.trigger, one.share, one.days, one.day_kind]));
  const text = plain(terms.instalments);
  return (Object.keys(PRESETS) as Preset[]).find((name) => plain(PRESETS[name]) === text) ?? null;
}

/** A form with nothing in it. */
export function emptyForm(ownerId: number | null): Form {
  return {
    id: null, version: null, number: null, sentBack: null, base: null, customerName: "", contacts: [],
    head: {
      customer_id: null, contact_id: null, customer_order_number: "", contract_number: "", contract_signed_on: null, invoice_title: "", invoice_kind: "VatSpecial",
      terms: { instalments: PRESETS.p30d70, method: "Transfer" }, delivery_address: "", receiver: "", receiver_phone: "", promised_on: null, owner_id: ownerId, note: "",
    },
    contractAmount: "", waiver: "", rows: [], past: NO_PAST, pasted: null,
  };
}

const plainText = (text: string): string => (text === "—" ? "" : text);

/** The form of an order that is in the book. */
export function formOf(order: OrderView): Form {
  const { lines, id: _id, version: _version, contract_amount_fen: contract, waiver_fen: waiver, ...head } = order.draft;
  return {
    id: order.id, version: order.version, number: order.number, base: order.draft, head, customerName: order.customer_name, contacts: [], past: NO_PAST, pasted: null,
    sentBack: order.state === "SentBack" ? { by: order.sent_back_by, reason: order.sent_back_reason } : null,
    contractAmount: contract === null ? "" : amount(contract),
    waiver: waiver === 0 ? "" : amount(waiver),
    rows: lines.map((line) => ({
      cells: {
        name: line.name, spec: line.spec, unit: line.unit, quantity: plainText(quantity(line.quantity_milli)), price: plainText(price(line.price_micro)),
        discount: line.discount === 0 ? "" : rate(line.discount), rate: plainText(rate(line.tax_rate)), promised: line.promised_on ?? "", customised: line.customised ? "1" : "",
      },
      meta: line.product_id === null ? {} : { product_id: line.product_id },
    })),
  };
}

/** What must come off so that the order costs what was agreed; nothing when that is no sum the order could come to. */
export function waiverFor(agreed: string, before: number): number | null {
  const fen = readScaled(agreed, 2);
  return fen === null || fen <= 0 || fen > before ? null : before - fen;
}

/** What the core is asked with. Empty rows at the end are left out; what is no number is none. */
export function draftOf(form: Form, today: string): OrderDraft {
  const last = form.rows.findLastIndex(filled);
  return {
    ...form.head, id: form.id, version: form.version,
    contract_amount_fen: readScaled(form.contractAmount, 2),
    waiver_fen: readScaled(form.waiver, 2) ?? 0,
    lines: form.rows.slice(0, last + 1).map(({ cells, meta }) => ({
      product_id: productOfMeta({ cells, meta }),
      name: cells["name"] ?? "", spec: cells["spec"] ?? "", unit: cells["unit"] ?? "",
      quantity_milli: readScaled(cells["quantity"] ?? "", 3),
      price_micro: readScaled(cells["price"] ?? "", 6),
      discount: readRate(cells["discount"] ?? "") ?? 0,
      tax_rate: readRate(cells["rate"] ?? ""),
      customised: readYes(cells["customised"] ?? ""),
      promised_on: readDate(cells["promised"] ?? "", today),
    })),
  };
}

/** Columns whose text must be read as something. */
export type Read = "quantity" | "price" | "discount" | "rate" | "promised";
const READ: Read[] = ["quantity", "price", "discount", "rate", "promised"];

/** Whether a cell's text cannot be read. An empty cell is not bad, only open. */
export function bad(column: string, text: string, today: string): column is Read {
  if (text.trim() === "") return false;
  if (column === "quantity") return readScaled(text, 3) === null;
  if (column === "price") return readScaled(text, 6) === null;
  if (column === "discount" || column === "rate") return readRate(text) === null;
  return column === "promised" && readDate(text, today) === null;
}

/** What was found in a row; a row that changes is another row. */
const found = new WeakMap<SheetRow, { today: string; bad: Read[] }>();

function badOf(row: SheetRow, today: string): Read[] {
  const known = found.get(row);
  if (known?.today === today) return known.bad;
  const wrong = READ.filter((column) => bad(column, row.cells[column] ?? "", today));
  found.set(row, { today, bad: wrong });
  return wrong;
}

/** All cells that cannot be read. */
export function badCells(form: Pick<Form, "rows">, today: string): { row: number; column: Read }[] {
  return form.rows.flatMap((row, index) => badOf(row, today).map((column) => ({ row: index, column })));
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
