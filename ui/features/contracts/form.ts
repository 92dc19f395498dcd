/** What is typed into a contract: kept as typed, and what the core is asked with. Pure. */
import type { ClauseDraft, ContractDraft, ContractKind, ContractView, PaymentTerms } from "../../bridge";
import type { SheetRow } from "../../parts";
import { flatRows, rowsOf, type Flat } from "../../parts/comparing";
import { badCells, pricedDrafts, pricedRows } from "../../parts/lines/priced";
import { readScaled } from "../../parts/paste";
import { PRESETS } from "../../parts/terms/presets";
import { amount } from "../../words/figures";

/** The form, as it is kept. */
export interface TypedContract {
  id: number | null;
  version: number | null;
  kind: ContractKind;
  opportunityId: number | null;
  customerId: number | null;
  customerName: string;
  contactId: number | null;
  customerOrder: string;
  ownerId: number | null;
  terms: PaymentTerms;
  period: string;
  address: string;
  promisedOn: string | null;
  validUntil: string | null;
  limit: string;
  waiver: string;
  reason: string;
  note: string;
  rows: SheetRow[];
  clauses: ClauseDraft[];
}

/** A contract with nothing in it; the core adds the standard clauses. */
export function emptyContract(ownerId: number | null): TypedContract {
  return {
    id: null, version: null, kind: "Single", opportunityId: null, customerId: null, customerName: "", contactId: null, customerOrder: "", ownerId,
    terms: { instalments: PRESETS.p30d70, method: "Transfer" }, period: "", address: "", promisedOn: null, validUntil: null, limit: "", waiver: "", reason: "", note: "", rows: [], clauses: [],
  };
}

/** The form of a contract that is in the book. */
export function typedContract({ draft, customer_name }: ContractView): TypedContract {
  return {
    id: draft.id, version: draft.version, kind: draft.kind, opportunityId: draft.opportunity_id, customerId: draft.customer_id, customerName: customer_name, contactId: draft.contact_id,
    customerOrder: draft.customer_order_number, ownerId: draft.owner_id, terms: draft.terms, period: draft.delivery_period, address: draft.delivery_address, promisedOn: draft.promised_on,
    validUntil: draft.valid_until, limit: draft.limit_fen === null ? "" : amount(draft.limit_fen), waiver: draft.waiver_fen === 0 ? "" : amount(draft.waiver_fen), reason: draft.difference_reason,
    note: draft.note, rows: pricedRows(draft.lines), clauses: draft.clauses,
  };
}

/** What the core is asked with; what is no number is none. */
export function draftOf(typed: TypedContract, today: string): ContractDraft {
  const frame = typed.kind === "Framework";
  return {
    id: typed.id, version: typed.version, kind: typed.kind, opportunity_id: typed.opportunityId, customer_id: typed.customerId, contact_id: typed.contactId, customer_order_number: typed.customerOrder,
    owner_id: typed.ownerId, terms: typed.terms, delivery_period: typed.period, delivery_address: typed.address, promised_on: typed.promisedOn, valid_until: frame ? typed.validUntil : null,
    limit_fen: frame ? readScaled(typed.limit, 2) : null, waiver_fen: readScaled(typed.waiver, 2) ?? 0, difference_reason: typed.reason, note: typed.note,
    lines: pricedDrafts(typed.rows, today), clauses: typed.clauses,
  };
}

/** How much cannot be read: cells, and amounts of the head. */
export function unread(typed: TypedContract, today: string): number {
  const amounts = [typed.waiver, ...(typed.kind === "Framework" ? [typed.limit] : [])];
  return badCells(typed, today).length + amounts.filter((text) => text.trim() !== "" && readScaled(text, 2) === null).length;
}

/** Moves one of several to the place before or after. */
export function moved<One>(all: One[], at: number, by: -1 | 1): One[] {
  const to = at + by;
  if (to < 0 || to >= all.length) return all;
  const next = [...all];
  const [one] = next.splice(at, 1);
  if (one !== undefined) next.splice(to, 0, one);
  return next;
}

/** The form's fields by the names that the core gives them; customer, rows and clauses stand beside. */
const FIELDS = {
  kind: "kind", contact_id: "contactId", owner_id: "ownerId", customer_order_number: "customerOrder", terms: "terms", limit_fen: "limit", valid_until: "validUntil", delivery_period: "period", promised_on: "promisedOn",
  delivery_address: "address", waiver_fen: "waiver", difference_reason: "reason", note: "note",
} as const satisfies Record<string, keyof TypedContract>;
/** How a clause is called among the fields. */
export const CLAUSE = "clauses.";

/** A form by its fields, rows and clauses. */
export function flatContract(typed: TypedContract): Flat {
  const { customerId, customerName } = typed;
  return {
    ...Object.fromEntries(Object.entries(FIELDS).map(([name, key]) => [name, typed[key]])), customer_id: { customerId, customerName }, ...flatRows(typed.rows),
    ...Object.fromEntries(typed.clauses.map((clause, at) => [`${CLAUSE}${at}`, clause])),
  };
}

/** A merged form over what is saved. */
export function wholeContract(flat: Flat, saved: TypedContract): TypedContract {
  const clauses = Object.entries(flat).filter(([key, clause]) => key.startsWith(CLAUSE) && clause !== undefined).sort(([one], [other]) => Number(one.slice(CLAUSE.length)) - Number(other.slice(CLAUSE.length)));
  return {
    ...saved, ...(Object.fromEntries(Object.entries(FIELDS).map(([name, key]) => [key, flat[name]])) as Partial<TypedContract>), ...(flat["customer_id"] as Pick<TypedContract, "customerId" | "customerName">),
    rows: rowsOf(flat), clauses: clauses.map(([, clause]) => clause as ClauseDraft),
  };
}
