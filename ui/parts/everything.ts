/** Filters under which everything passes, for each list. */
import type { ContractFilter, CustomerFilter, LeadFilter, OpportunityFilter, OrderFilter, OutboxFilter, ProductFilter, QuotationFilter } from "../bridge";

/** All orders. */
export const EVERY_ORDER: OrderFilter = {
  statuses: [], not_statuses: [], text: "", customer_id: null, owner_id: null, promised_before: null, promised_from: null,
  created_from: null, created_before: null, least_fen: null, most_fen: null, approved_before: null, approved_from: null, region: null,
  delivered: null, overdue: false,
};

/** All customers. */
export const EVERY_CUSTOMER: CustomerFilter = {
  text: "", owner_id: null, no_owner: false, industry: null, region: null, ordered: null, last_from: null, last_before: null,
  least_fen: null, most_fen: null, stages: [],
};

/** All leads. */
export const EVERY_LEAD: LeadFilter = {
  text: "", states: [], grades: [], source: null, owner_id: null, no_owner: false, industry: null, region: null, received_from: null, received_before: null,
  next_from: null, next_before: null, overdue: false,
};

/** All opportunities. */
export const EVERY_DEAL: OpportunityFilter = {
  text: "", stages: [], customer_id: null, owner_id: null, no_owner: false, least_fen: null, most_fen: null, created_from: null, created_before: null,
  expected_from: null, expected_before: null, closed_from: null, closed_before: null,
};

/** All quotations. */
export const EVERY_QUOTATION: QuotationFilter = {
  text: "", states: [], customer_id: null, opportunity_id: null, owner_id: null, least_fen: null, most_fen: null, valid_from: null, valid_before: null, created_from: null, created_before: null,
};

/** All contracts. */
export const EVERY_CONTRACT: ContractFilter = {
  text: "", states: [], kinds: [], customer_id: null, owner_id: null, signed_from: null, signed_before: null, least_fen: null, most_fen: null, created_from: null, created_before: null,
};

/** All products. */
export const EVERY_PRODUCT: ProductFilter = { text: "", category: null, kind: null, active: null, customised: null, least_micro: null, most_micro: null };

/** All letters. */
export const EVERY_LETTER: OutboxFilter = { view: "", text: "", states: [], kind: null, queued_from: null, queued_before: null, sent_from: null, sent_before: null };
