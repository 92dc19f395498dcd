/** A quotation's form as it is typed, and as the core is asked with it. Pure. */
import type { NeedDraft, PaymentTerms, ProductCard, QuotationDraft, QuotationLineDraft } from "../../bridge";
import type { SheetRow } from "../../parts";
import { flatRows, rowsOf, type Flat } from "../../parts/comparing";
import { cellsOf } from "../../parts/inplace/inPlace";
import { filled as isFilled, productOfMeta } from "../../parts/lines/rows";
import { readDate, readRate, readScaled, readYes } from "../../parts/paste";
import { PRESETS } from "../../parts/terms/presets";
import { amount, price, quantity, rate } from "../../words/figures";

/** What is typed; figures and dates stay text until the core is asked. */
export interface TypedQuotation {
  id: number | null;
  version: number | null;
  opportunityId: number;
  contactId: number | null;
  ownerId: number | null;
  noNeeds: string;
  validUntil: string;
  terms: PaymentTerms;
  delivery: string;
  service: string;
  note: string;
  waiver: string;
  rows: SheetRow[];
}

/** Columns whose text must be read as something. */
export type Read = "quantity" | "list" | "price" | "cost" | "discount" | "rate";
const READ: Read[] = ["quantity", "list", "price", "cost", "discount", "rate"];

/** A form with nothing in it. */
export function emptyQuotation(opportunityId: number): TypedQuotation {
  return { id: null, version: null, opportunityId, contactId: null, ownerId: null, noNeeds: "", validUntil: "", terms: { instalments: PRESETS.p30d70, method: "Transfer" }, delivery: "", service: "", note: "", waiver: "", rows: [] };
}

const shown = (value: number | null, write: (value: number) => string): string => (value === null ? "" : write(value));

/** What stands in the book, as it is typed. */
export function typedQuotation(draft: QuotationDraft): TypedQuotation {
  return {
    id: draft.id, version: draft.version, opportunityId: draft.opportunity_id, contactId: draft.contact_id, ownerId: draft.owner_id, noNeeds: draft.no_requirement_reason,
    validUntil: draft.valid_until ?? "", terms: draft.terms, delivery: draft.delivery_period, service: draft.service, note: draft.note,
    waiver: draft.waiver_fen === 0 ? "" : amount(draft.waiver_fen),
    rows: draft.lines.map((line) => ({
      cells: {
        name: line.name, spec: line.spec, unit: line.unit, quantity: shown(line.quantity_milli, quantity), list: shown(line.list_price_micro, price), price: shown(line.price_micro, price),
        discount: line.discount === 0 ? "" : rate(line.discount), rate: shown(line.tax_rate, rate), cost: shown(line.cost_micro, price), reference: line.market_reference, customised: line.customised ? "1" : "",
      },
      meta: line.product_id === null ? {} : { product_id: line.product_id },
    })),
  };
}

/** What the core is asked with. Empty rows at the end are left out; what is no figure is none. */
export function draftOf(typed: TypedQuotation, today: string): QuotationDraft {
  const last = typed.rows.findLastIndex(isFilled);
  return {
    id: typed.id, version: typed.version, opportunity_id: typed.opportunityId, contact_id: typed.contactId, owner_id: typed.ownerId, no_requirement_reason: typed.noNeeds,
    valid_until: readDate(typed.validUntil, today), terms: typed.terms, delivery_period: typed.delivery, service: typed.service, note: typed.note,
    waiver_fen: readScaled(typed.waiver, 2) ?? 0,
    lines: typed.rows.slice(0, last + 1).map(({ cells, meta }): QuotationLineDraft => ({
      product_id: productOfMeta({ cells, meta }),
      name: cells["name"] ?? "", spec: cells["spec"] ?? "", unit: cells["unit"] ?? "",
      quantity_milli: readScaled(cells["quantity"] ?? "", 3), list_price_micro: readScaled(cells["list"] ?? "", 6), price_micro: readScaled(cells["price"] ?? "", 6),
      discount: readRate(cells["discount"] ?? "") ?? 0, cost_micro: readScaled(cells["cost"] ?? "", 6), tax_rate: readRate(cells["rate"] ?? ""),
      customised: readYes(cells["customised"] ?? ""), market_reference: cells["reference"] ?? "",
    })),
  };
}

/** Whether a cell's text cannot be read. An empty cell is not bad, only open. */
export function isBad(column: string, text: string): column is Read {
  if (text.trim() === "" || !(READ as string[]).includes(column)) return false;
  if (column === "quantity") return readScaled(text, 3) === null;
  if (column === "discount" || column === "rate") return readRate(text) === null;
  return readScaled(text, 6) === null;
}

/** How many cells cannot be read. */
export function badCount(rows: SheetRow[]): number {
  return rows.reduce((count, { cells }) => count + READ.filter((column) => isBad(column, cells[column] ?? "")).length, 0);
}

/** What a product fills into its line: its price as list and as first offer, and what it costs. */
export function filledBy(product: ProductCard, cells: Record<string, string>): Record<string, string> {
  const filled = cellsOf(product, null, cells);
  if (product.price_micro !== 0) filled["list"] = price(product.price_micro);
  if (product.cost_micro !== null) filled["cost"] = price(product.cost_micro);
  return filled;
}

/** A line of the confirmed list of needs as the first line of an offer; what its product says of money comes along. */
export function neededRow(line: NeedDraft, products: Map<number, ProductCard>): SheetRow {
  const product = line.product_id === null ? undefined : products.get(line.product_id);
  const written = { name: line.name, spec: line.spec, unit: line.unit, quantity: shown(line.quantity_milli, quantity), customised: line.customised ? "1" : "" };
  return { cells: { ...(product === undefined ? {} : filledBy(product, written)), ...written }, meta: line.product_id === null ? {} : { product_id: line.product_id } };
}

/** How a figure of one version stands to that of the version before. */
export type Way = "up" | "down" | null;

/** Up, down, or the same; nothing where one of them is not there. */
export function wayOf(before: number | null | undefined, after: number | null | undefined): Way {
  if (before === null || before === undefined || after === null || after === undefined || before === after) return null;
  return after > before ? "up" : "down";
}

/** The form's fields by the names that the core gives them; the rows stand beside. */
const FIELDS = {
  contact_id: "contactId", owner_id: "ownerId", valid_until: "validUntil", delivery_period: "delivery", terms: "terms", service: "service", waiver_fen: "waiver", no_requirement_reason: "noNeeds", note: "note",
} as const satisfies Record<string, keyof TypedQuotation>;

/** A form by its fields and rows. */
export function flatQuotation(typed: TypedQuotation): Flat {
  return { ...Object.fromEntries(Object.entries(FIELDS).map(([name, key]) => [name, typed[key]])), ...flatRows(typed.rows) };
}

/** A merged form over what is saved. */
export function wholeQuotation(flat: Flat, saved: TypedQuotation): TypedQuotation {
  return { ...saved, ...(Object.fromEntries(Object.entries(FIELDS).map(([name, key]) => [key, flat[name]])) as Partial<TypedQuotation>), rows: rowsOf(flat) };
}
