/** Contacts and products created from within the order form: what a row says already, and what is sent. */
import { describe, expect, it } from "vitest";
import type { Contact, CustomerCard, ProductCard } from "../../ui/bridge";
import { added, cellsOf, contactOf, productOf, productOfRow, unreadable, withContact } from "../../ui/parts/inplace/inPlace";

const typed = { name: " 祝女士 ", title: "采购", phone: " 13800000000", email: "zhu@example.com " };
const known: Contact = { id: 4, name: "阮", title: "", salutation: "", phone: "", wechat: "", email: "", main: true };
const card = (contacts: Contact[]): CustomerCard => ({ ...({} as CustomerCard), id: 1, version: 2, contacts });

describe("a contact", () => {
  it("stands last on the card, trimmed, and is the main one only where there is none", () => {
    expect(withContact(card([known]), typed).contacts).toEqual([known, { ...contactOf(typed, false), name: "祝女士", phone: "13800000000", email: "zhu@example.com" }]);
    expect(withContact(card([]), typed).contacts.map((one) => one.main)).toEqual([true]);
  });
  it("is found again on the saved card by what was there before, not by its name", () => {
    const fresh = { ...known, id: 9, main: false };
    expect(added([known], [known, fresh])?.id).toBe(9);
    expect(added([known], [known])).toBeUndefined();
  });
});

describe("a product", () => {
  const row = { name: " 云锁 ", spec: "K2", unit: "台", price: "1,280.5", rate: "9%", customised: "1" };
  it("takes over what its row says", () => {
    expect(productOfRow(row)).toEqual({ name: "云锁", spec: "K2", unit: "台", category: "", kind: "Goods", price: "1,280.5", tax: "9", customised: true });
    expect(productOfRow({ name: "云锁" })).toMatchObject({ tax: "13", price: "", customised: false });
  });
  it("is sent with figures, and what is no figure is named before", () => {
    expect(productOf(productOfRow(row))).toMatchObject({ id: null, price_micro: 1_280_500_000, tax_rate: 900, active: true });
    expect(unreadable(productOfRow({ name: "云锁", price: "6O", rate: "x" }))).toEqual(["price_micro", "tax_rate"]);
    expect(unreadable({ ...productOfRow(row), tax: "101", price: "-1" })).toEqual(["price_micro", "tax_rate"]);
    expect(unreadable(productOfRow({ name: "云锁" }))).toEqual([]);
  });
  it("fills its line and leaves alone what the line knows better", () => {
    const product = { ...productOf(productOfRow(row)), id: 7 } as ProductCard;
    expect(cellsOf(product, "2026-10-30")).toEqual({ name: "云锁", spec: "K2", unit: "台", price: "1,280.50", rate: "9", customised: "1", promised: "2026-10-30" });
    expect(cellsOf(product, "2026-10-30", { promised: "10-12" })["promised"]).toBeUndefined();
    expect(cellsOf({ ...product, price_micro: 0 }, null)).not.toHaveProperty("price");
  });
});
