// A book in which every text is one of the corpus: names, notes, addresses, file names, reasons and settings.

import { STRINGS } from "./strings.mjs";

const ALL = Object.values(STRINGS);

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
  const files = [["Order", orders[0].id], ["Customer", customers[0].id], ["Product", products[0].id]];
  for (const [document, id] of files) {
    for (let index = 0; index < 6; index += 1) {
      await call("attachment_add", { document, id, source: { from: "Page", name: `${take(60)}.txt`, base64: btoa(`<script>${index}</script>`) }, note: take(100) });
    }
  }
  // A card that was changed tells it: before → after.
  await call("customer_save", { ...(await call("customer_view", { id: customers[0].id })), note: take(500), address: take(300) });
  return { removable: customers[5].id, order: orders[0].id, orders: orders.map((one) => one.id), draft: orders[1].id, customer: customers[0].id, product: products[0].id, asked: "<script" };
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
    terms: { method: "Transfer", instalments: [{ trigger: "Order", share: 10_000, days: 0, day_kind: "Calendar" }] },
    delivery_address: take(300), receiver: take(60), receiver_phone: "139 0000 0418", promised_on: null, owner_id: null, waiver_fen: 0, note: take(500), lines,
  };
}
