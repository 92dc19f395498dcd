/** What a product's card is before it is saved, how its boxes are read, and what is wrong with it. Pure. */
import type { ProductCard } from "../../bridge";
import { readRate, readScaled } from "../../parts/paste";

/** The form: price and tax rate as they are typed, so that nothing typed is lost or rewritten. */
export interface ProductForm extends Omit<ProductCard, "price_micro" | "tax_rate" | "cost_micro"> {
  price: string;
  cost: string;
  tax: string;
}

/** A card with nothing on it but perhaps a name. */
export function emptyProduct(name = ""): ProductCard {
  return { id: null, version: null, code: "", name, spec: "", unit: "", category: "", kind: "Goods", price_micro: 0, cost_micro: null, tax_rate: 1300, customised: false, active: true, note: "" };
}

function decimals(value: number, places: number, least: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, "0");
  let part = digits.slice(digits.length - places);
  while (part.length > least && part.endsWith("0")) part = part.slice(0, -1);
  return `${digits.slice(0, digits.length - places)}${part === "" ? "" : `.${part}`}`;
}

/** The card as a form. */
export function formOf(card: ProductCard): ProductForm {
  const { price_micro, cost_micro, tax_rate, ...rest } = card;
  const untouched = card.id === null && price_micro === 0;
  return { ...rest, cost: cost_micro === null ? "" : decimals(cost_micro, 6, 2), price: untouched ? "" : decimals(price_micro, 6, 2), tax: decimals(tax_rate, 2, 0) };
}

/** The boxes of text, and how many characters the core takes. */
export const LONGEST = { name: 200, spec: 200, unit: 20, category: 60, code: 40 };

/** A fault of the form: its field and the name of the words for it. */
export interface ProductFault {
  field: "name" | "unit" | "price_micro" | "cost_micro" | "tax_rate" | keyof typeof LONGEST;
  says: "nameMissing" | "unitMissing" | "priceBad" | "costBad" | "taxBad" | "tooLong";
}

/** What must be put right before the card can be saved. */
export function productFaults(form: ProductForm): ProductFault[] {
  const faults: ProductFault[] = [];
  if (form.name.trim() === "") faults.push({ field: "name", says: "nameMissing" });
  if (form.unit.trim() === "") faults.push({ field: "unit", says: "unitMissing" });
  const price = form.price.trim() === "" ? 0 : readScaled(form.price, 6);
  if (price === null || price < 0) faults.push({ field: "price_micro", says: "priceBad" });
  const cost = form.cost.trim() === "" ? 0 : readScaled(form.cost, 6);
  if (cost === null || cost < 0) faults.push({ field: "cost_micro", says: "costBad" });
  const tax = readRate(form.tax);
  if (tax === null || tax < 0 || tax > 10_000) faults.push({ field: "tax_rate", says: "taxBad" });
  for (const field of Object.keys(LONGEST) as (keyof typeof LONGEST)[]) if ([...form[field]].length > LONGEST[field]) faults.push({ field, says: "tooLong" });
  return faults;
}

/** The form as the card that is sent; call it only when there are no faults. */
export function cardOf(form: ProductForm): ProductCard {
  const { price, cost, tax, ...rest } = form;
  return { ...rest, cost_micro: cost.trim() === "" ? null : readScaled(cost, 6), price_micro: price.trim() === "" ? 0 : (readScaled(price, 6) ?? 0), tax_rate: readRate(tax) ?? 0 };
}

/** Net and tax of one piece in 分, as on an order: tax is what is left of the gross (vat.csv). */
export function netAndTax(form: ProductForm): { net: number; tax: number } | null {
  const micro = readScaled(form.price, 6);
  const rate = readRate(form.tax);
  if (micro === null || rate === null || micro <= 0) return null;
  const gross = Math.round(micro / 10_000);
  const net = Math.round((gross * 10_000) / (10_000 + rate));
  return { net, tax: gross - net };
}
