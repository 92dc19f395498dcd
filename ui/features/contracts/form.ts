/** What is typed into a contract: kept as typed, and what the core is asked with. Pure. */
import type { ClauseDraft, ContractDraft, ContractKind, ContractView, PaymentTerms } from "../../bridge";
import type { SheetRow } from "../../parts";
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
