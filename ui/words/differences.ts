/** A difference between two papers of a deal, as a sentence. */
import type { Difference, Language } from "../bridge";
import { contracts } from "./contracts";
import { amount, dateText, percent, price, quantity } from "./figures";

/** The sentence. */
export function differenceText(language: Language, one: Difference): string {
  const { difference: w, names } = language === "Zh" ? contracts.zh : contracts.en;
  const day = (text: string | null): string => (text === null ? w.open : dateText(text));
  switch (one.what) {
    case "Amount": return w.amount(amount(one.agreed_fen), amount(one.found_fen));
    case "Terms": return language === "Zh" ? w.terms(one.agreed.zh, one.found.zh) : w.terms(one.agreed.en, one.found.en);
    case "DeliveryPeriod": return w.period(one.agreed, one.found);
    case "Address": return w.address(one.agreed, one.found);
    case "Promised": return w.promised(day(one.agreed), day(one.found));
    case "LineMissing": return w.missing(one.row, one.name);
    case "LineAdded": return w.added(one.row, one.name);
    case "LineText": return w.line(one.row, one.name, names.texts[one.text], one.agreed === "" ? w.open : one.agreed, one.found === "" ? w.open : one.found);
    case "LineQuantity": return w.line(one.row, one.name, w.quantity, quantity(one.agreed_milli), quantity(one.found_milli));
    case "LinePrice": return w.line(one.row, one.name, w.price, price(one.agreed_micro), price(one.found_micro));
    case "LineTax": return w.line(one.row, one.name, w.rate, percent(one.agreed), percent(one.found));
    case "LineCustomised": return w.line(one.row, one.name, one.found ? w.customised : w.standard, "", "").replace(/\s*→\s*$/, "").trim();
    case "LinePromised": return w.line(one.row, one.name, w.lineDate, day(one.agreed), day(one.found));
  }
}
