// A book in which every text is one of the corpus: names, notes, addresses, file names, reasons and settings.

import { STRINGS } from "./strings.mjs";

const ALL = Object.values(STRINGS);
const TERMS = { method: "Transfer", instalments: [{ trigger: "Order", share: 10_000, days: 0, day_kind: "Calendar" }] };

/** What is left of a text once the core has made one clean line of it. */
export function clean(text) {
  const inked = text.replaceAll(/[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]/g, "");
  return inked.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
}

/** Takes texts in turn, those that are short enough, as a form would send them. */
function turns() {
  let at = 0;
  return (most) => {
    for (;;) {
      const text = ALL[at % ALL.length];
      at += 1;
      if ([...clean(text)].length <= most) return clean(text);
    }
  };
}

/** Fills an open book through its door; answers ids of what was made, for ../places.mjs. */
export async function fill(call) {
  const take = turns();
  const customers = [];
  for (const name of ALL) customers.push(await call("customer_save", customer(name, take)));
  const products = [];
  for (const name of ALL) products.push(await call("product_save", product(name, take)));
  for (let index = 0; index < 8; index += 1) await call("person_save", person(take(50), take));
  const orders = [];
  for (let first = 0; first < products.length; first += 16) {
    orders.push(await call("order_save", order(customers[first], products.slice(first, first + 16), take)));
  }
  for (let index = 0; index < 24; index += 1) await call("lead_save", lead(take));
  const sale = await sell(call, customers[0], products, take);
  const files = [["Order", orders[0].id], ["Customer", customers[0].id], ["Product", products[0].id], ["Opportunity", sale.deal], ["Quotation", sale.offer], ["Contract", sale.bargain]];
  for (const [document, id] of files) {
    for (let index = 0; index < 6; index += 1) {
      await call("attachment_add", { document, id, source: { from: "Page", name: `${take(60)}.txt`, base64: btoa(`<script>${index}</script>`) }, note: take(100) });
    }
  }
  // A card that was changed tells it: before → after.
  await call("customer_save", { ...(await call("customer_view", { id: customers[0].id })), note: take(500), address: take(300) });
  return { ...sale, removable: customers[5].id, order: orders[0].id, orders: orders.map((one) => one.id), draft: orders[1].id, customer: customers[0].id, product: products[0].id, asked: "<script" };
}

function customer(name, take) {
  const contact = (main) => ({ id: null, name: take(60), title: take(60), salutation: take(30), phone: "139 0000 0418", wechat: take(60), email: "", main });
  return {
    id: null, version: null, code: "", name, short_name: take(60), print_name: take(200), tax_number: "", invoice_title: take(200), industry: take(60),
    province: take(60), city: take(60), district: take(60), address: take(300), phone: "", bank_name: take(100), bank_account: take(60), owner_id: null,
    note: take(500), contacts: [contact(true), contact(false)],
  };
}

function product(name, take) {
  return {
    id: null, version: null, code: "", name, spec: take(200), unit: take(20), category: take(60), kind: "Goods", price_micro: 680_000_000, tax_rate: 1300,
    customised: false, active: true, note: take(500),
  };
}

function lead(take) {
  return {
    id: null, version: null, customer: take(200), contact: take(60), title: take(60), phone: "139 0000 0418", wechat: take(60), email: "", industry: take(60),
    province: take(60), city: take(60), district: take(60), source: "Other", source_note: take(200), need: take(500), received_at: null, customer_id: null,
  };
}

function person(name, take) {
  return { id: null, version: null, name, code: "", email: "", phone: "", region: take(60), senior: false, active: true, roles: ["SalesRep"], password: null };
}

function order(buyer, products, take) {
  const lines = products.map(({ id, name, spec, unit }) => ({
    product_id: id, name, spec, unit, quantity_milli: 2_000, price_micro: 650_000_000, discount: 0, tax_rate: 1300, customised: true, promised_on: null,
  }));
  return {
    id: null, version: null, customer_id: buyer.id, contact_id: buyer.contacts[0].id, customer_order_number: take(60), contract_number: take(60),
    contract_signed_on: null, contract_amount_fen: null, invoice_title: take(200), invoice_kind: "VatSpecial",
    terms: TERMS,
    delivery_address: take(300), receiver: take(60), receiver_phone: "139 0000 0418", promised_on: null, owner_id: null, waiver_fen: 0, note: take(500), lines,
  };
}

/** A deal with a list of needs, a solution, two versions of a quotation with a round between, one that is lost, a contract
 * with clauses of its own, one that is void, and a clause of the library; answers their ids. */
async function sell(call, buyer, products, take) {
  const begin = (name) => call("opportunity_save", { id: null, version: null, name, customer_id: buyer.id, owner_id: null, expected_fen: 0, expected_on: null });
  const lines = products.slice(0, 24).map(({ id, name, spec, unit }) => ({ product_id: id, name, spec, unit, quantity_milli: 2_000, customised: true }));
  const { card: { id: deal, version } } = await begin(take(200));
  await call("solution_save", { id: deal, version, configuration: take(500), service: take(500), plan: take(500), person_id: (await call("app_status")).person.id });
  await call("requirement_save", {
    id: null, version: null, opportunity_id: deal, contact_id: buyer.contacts[0].id, delivery_address: take(300), note: take(500),
    lines: lines.map((line) => ({ ...line, wanted_on: null, customisation: take(200), standard: take(200) })),
  });
  const offered = () => ({
    id: null, version: null, opportunity_id: deal, contact_id: buyer.contacts[0].id, owner_id: null, no_requirement_reason: take(200), valid_until: "2099-01-15", terms: TERMS,
    delivery_period: take(100), service: take(200), note: take(500), waiver_fen: 0,
    lines: lines.map((line) => ({ ...line, list_price_micro: 700_000_000, price_micro: 650_000_000, discount: 0, cost_micro: 600_000_000, tax_rate: 1300, market_reference: take(60) })),
  });
  const { id: offer } = await call("quotation_save", offered());
  const gone = await call("quotation_save", offered());
  await call("quotation_lose", { id: gone.id, version: gone.version, reason: take(500), winner: take(100) });
  // A deal with a contract cannot be lost: the contracts stand under another one.
  const { card: { id: agreed } } = await begin(take(200));
  const bargained = () => ({
    id: null, version: null, kind: "Single", opportunity_id: agreed, customer_id: buyer.id, contact_id: buyer.contacts[0].id, customer_order_number: take(60), owner_id: null, terms: TERMS,
    delivery_period: take(100), delivery_address: take(300), promised_on: null, valid_until: null, limit_fen: null, waiver_fen: 0, difference_reason: take(500), note: take(500),
    clauses: Array.from({ length: 8 }, () => ({ clause_id: null, title: take(60), body: take(1_000) })),
    lines: lines.map((line) => ({ ...line, price_micro: 650_000_000, discount: 0, tax_rate: 1300, promised_on: null })),
  });
  const { id: bargain } = await call("contract_save", bargained());
  const empty = await call("contract_save", bargained());
  await call("contract_void", { id: empty.id, version: empty.version, reason: take(500) });
  await call("clause_save", { id: null, kind: "Other", title: take(60), title_en: take(60), text_zh: take(500), text_en: take(500), standard: false, active: true });
  return { deal, offer, bargain, lost: gone.id, voided: empty.id };
}
