// What journeys do at the desk: furnish a book of their own through the page's door, change person, go somewhere.

import * as form from "./form.mjs";

const COMPANY = "岭桥智能设备有限公司";
const LADDER = { 林知远: ["SalesRep"], 顾行: ["SalesSupervisor"], 周予安: ["Finance"], 罗朗: ["Operations"], 何叶: ["Warehouse", "Production"] };

/** Everybody at the desk. */
export const PEOPLE = ["沈一禾", ...Object.keys(LADDER)];
/** The account manager's own, to be told from everybody else's. */
const EMAIL = { 林知远: "lin@lingqiao.example.com" };

/** Makes an empty book with a whole ladder, a customer, two products and this mail server; answers people's ids. */
export async function furnish(window, server, language = "Zh") {
  await window.call("book_create", {
    folder_token: null, company_name: COMPANY, tax_number: "", number_prefix: "DD", person_name: "沈一禾",
    roles: ["SalesAssistant", "Admin"], password: "", language, start_with: "Empty",
  });
  for (const [name, roles] of Object.entries(LADDER)) {
    await window.call("person_save", {
      id: null, version: null, name, code: "", email: EMAIL[name] ?? "person@lingqiao.example.com", phone: "0500-00006600", region: "",
      senior: false, active: true, roles, password: null,
    });
  }
  await window.call("setting_save_company", {
    name: COMPANY, name_en: "LINGQIAO SMART DEVICES CO., LTD.", tax_number: "914403001922038216",
    address: "示例省临江市桥东路 66 号 3 幢", phone: "0500-00006600", email: "dingdan@lingqiao.example.com",
    bank_name: "示例银行临江支行", bank_account: "6200 0000 0000 0000 000",
  });
  await window.call("setting_save_mail", { account: server.account(), password: "secret" });
  await window.call("customer_save", customer());
  await window.call("product_save", product("智能门锁 S3 Pro", "把", 680_000_000, false));
  await window.call("product_save", product("客控主机 H8", "台", 1_150_000_000, true));
  const people = await window.call("person_list");
  const ids = Object.fromEntries(people.map((person) => [person.name, person.id]));
  await window.call("person_sign_in", { person_id: ids["林知远"], password: "" });
  return ids;
}

/** An order of the customer with both products, as a form would save it; `part` says what is other than usual. */
export async function order(window, part = {}) {
  const { today } = await window.call("app_status");
  const [buyer] = await window.call("customer_find", { text: "青屿", limit: 1 });
  const found = await window.call("product_find", { text: "", limit: 200 });
  const lines = ["智能门锁 S3 Pro", "客控主机 H8"].map((name) => {
    const { id, spec, unit, price_micro, tax_rate, customised } = found.find((one) => one.name === name);
    return { product_id: id, name, spec, unit, quantity_milli: 1_000, price_micro, discount: 0, tax_rate, customised, promised_on: null };
  });
  return {
    id: null, version: null, customer_id: buyer.id, contact_id: buyer.contacts[0].id, customer_order_number: "PO-7", contract_number: "HT-2026-001",
    contract_signed_on: today, contract_amount_fen: null, invoice_title: buyer.name, invoice_kind: "VatSpecial",
    terms: { method: "Transfer", instalments: [{ trigger: "Order", share: 10_000, days: 0, day_kind: "Calendar" }] },
    delivery_address: "示例省临江市青屿路 18 号", receiver: "祝青", receiver_phone: "139 0000 0418", promised_on: form.ORDER.promised, owner_id: null, waiver_fen: 0,
    note: "", lines, ...part,
  };
}

/** Another person sits down, through the menu. */
export async function sit(window, id) {
  await window.click("[data-test=desk]");
  await window.click(`[data-test=desk-menu] [data-test=person-${id}]`);
  await window.until(async () => (await window.call("app_status")).person?.id === id, "the other person at the desk");
  await window.atRest();
}

/** Goes to an address of the page. */
export async function go(window, address) {
  await window.driver.executeScript("location.hash = arguments[0]", address);
  await window.atRest();
}

/** Loads the page anew, there. */
export async function reload(window, address) {
  await window.driver.executeScript("location.hash = arguments[0]; location.reload()", address);
  await window.find("[data-test=desk]");
  await window.atRest();
}

function customer() {
  return {
    id: null, version: null, code: "", name: "青屿酒店管理有限公司", short_name: "", print_name: "", tax_number: "",
    invoice_title: "青屿酒店管理有限公司", industry: "酒店", province: "示例省", city: "临江市", district: "湖畔区",
    address: "青屿路 18 号", phone: "", bank_name: "", bank_account: "", owner_id: null, note: "",
    contacts: [{ id: null, name: "祝青", title: "采购经理", salutation: "女士", phone: "139 0000 0418", wechat: "", email: "zhu@qingyu.example.com", main: true }, { id: null, name: "方遥", title: "工程部主任", salutation: "先生", phone: "139 0000 0507", wechat: "", email: "fang@qingyu.example.com", main: false }],
  };
}

function product(name, unit, price_micro, customised) {
  return {
    id: null, version: null, code: "", name, spec: "标准", unit, category: "门锁", kind: "Goods", price_micro, tax_rate: 1300,
    customised, active: true, note: "",
  };
}
