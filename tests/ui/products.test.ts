/** A product's form: prices and rates are read as typed, never rounded behind one's back. */
import { describe, expect, it } from "vitest";
import { cardOf, emptyProduct, formOf, netAndTax, productFaults } from "../../ui/features/products/card";

const form = (part: object) => ({ ...formOf({ ...emptyProduct("智能门锁"), unit: "把" }), price: "1280", ...part });

describe("the product's form", () => {
  it("goes there and back without loss", () => {
    for (const price_micro of [0, 1, 12_340_000, 1_280_000_000, 999_999_999_999]) {
      const card = { ...emptyProduct("甲"), id: 1, version: 1, unit: "台", price_micro, tax_rate: 1350 };
      expect(cardOf(formOf(card))).toEqual(card);
    }
  });
  it("leaves the price of a new one empty", () => expect(formOf(emptyProduct()).price).toBe(""));
  it("names what is missing or unreadable", () => {
    expect(productFaults(form({}))).toEqual([]);
    expect(productFaults(form({ name: " ", unit: "", price: "6O", tax: "130" })).map((fault) => fault.field)).toEqual(["name", "unit", "price_micro", "tax_rate"]);
    expect(productFaults(form({ price: "-1" })).map((fault) => fault.field)).toEqual(["price_micro"]);
  });
  it("shows net and tax as on paper: tax is the rest", () => {
    expect(netAndTax(form({ price: "33.33", tax: "13" }))).toEqual({ net: 2950, tax: 383 });
    expect(netAndTax(form({ price: "" }))).toBeNull();
  });
});
