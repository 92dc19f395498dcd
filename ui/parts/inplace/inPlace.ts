/** What is created from within the order form before it is saved: a contact, a customer with one, a product. Pure. */
import type { Contact, CustomerCard, ProductCard, ProductKind } from "../../bridge";
import { readRate, readScaled, readYes } from "../paste";
import { price, rate } from "../../words/figures";

/** A contact as it is typed. */
export interface TypedContact {
  name: string;
  title: string;
  phone: string;
  email: string;
}

/** The contact as it is sent. */
export function contactOf(typed: TypedContact, main: boolean): Contact {
  return { id: null, name: typed.name.trim(), title: typed.title.trim(), salutation: "", phone: typed.phone.trim(), wechat: "", email: typed.email.trim(), main };
}

/** The customer's card with one contact more, which becomes the main one where there is none. */
export function withContact(card: CustomerCard, typed: TypedContact): CustomerCard {
  return { ...card, contacts: [...card.contacts, contactOf(typed, !card.contacts.some((one) => one.main))] };
}

/** The contact that stands on the card now and did not before. */
export function added(before: Contact[], after: Contact[]): Contact | undefined {
  return after.find((one) => !before.some((old) => old.id === one.id));
}

/** A product as it is typed: price and rate stay text until it is saved. */
export interface TypedProduct {
  name: string;
  spec: string;
  unit: string;
  category: string;
  kind: ProductKind;
  price: string;
  tax: string;
  customised: boolean;
}

/** What stands in a row already. */
export function productOfRow(cells: Record<string, string>): TypedProduct {
  const text = (column: string): string => (cells[column] ?? "").trim();
  const tax = readRate(text("rate"));
  return {
    name: text("name"), spec: text("spec"), unit: text("unit"), category: "", kind: "Goods", price: text("price"),
    tax: text("rate") === "" ? "13" : tax === null ? text("rate") : rate(tax), customised: readYes(text("customised")),
  };
}

/** Boxes that hold no figure; the core says the rest. */
export function unreadable(typed: TypedProduct): ("price_micro" | "tax_rate")[] {
  const micro = readScaled(typed.price, 6);
  const points = readRate(typed.tax);
  return [
    ...(typed.price.trim() !== "" && (micro === null || micro < 0) ? ["price_micro" as const] : []),
    ...(points === null || points < 0 || points > 10_000 ? ["tax_rate" as const] : []),
  ];
}

/** The product as it is sent; call it only when everything can be read. */
export function productOf(typed: TypedProduct): ProductCard {
  const { price: text, tax, ...rest } = typed;
  return { ...rest, id: null, version: null, code: "", price_micro: readScaled(text, 6) ?? 0, cost_micro: null, tax_rate: readRate(tax) ?? 0, active: true, note: "" };
}

/** What a product fills into its line. A price nobody set leaves the line's own; so does a date that is there already. */
export function cellsOf(product: ProductCard, promised: string | null, row: Record<string, string> = {}): Record<string, string> {
  const dated = (row["promised"] ?? "").trim() !== "" || promised === null;
  return {
    name: product.name, spec: product.spec, unit: product.unit, rate: rate(product.tax_rate), customised: product.customised ? "1" : "",
    ...(product.price_micro === 0 ? {} : { price: price(product.price_micro) }), ...(dated ? {} : { promised }),
  };
}
