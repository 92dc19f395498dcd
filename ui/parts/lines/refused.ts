/** What the core refuses of a document that is being typed, at its place: cells of its lines, fields of its head. What is only
 * missing yet is not marked: it is counted in the foot. Pure. */
import { faultOf, type Language, type Refusal } from "../../bridge";
import { refusalWords } from "../../words";

/** The column of a line's field. */
const COLUMN: Record<string, string> = {
  name: "name", line_name: "name", spec: "spec", unit: "unit", quantity_milli: "quantity", list_price_micro: "list", price_micro: "price", cost_micro: "cost", discount: "discount", tax_rate: "rate",
  market_reference: "reference", promised_on: "promised", wanted_on: "wanted", customisation: "customisation", standard: "standard",
};
/** The field of a head that a refusal without one means. */
const FIELD: Partial<Record<Refusal["code"], string>> = { ValidityPast: "valid_until", SharesNotWhole: "terms", PromisedBeforeToday: "promised_on" };
const MISSING: Refusal["code"][] = ["FieldMissing", "LineFieldMissing"];

/** The cells that are refused, by row (from 0) and column. */
export type RefusedCells = Map<number, Record<string, string>>;

/** What an answer refuses: by its own word, or, where it could not be given at all, by its fault. */
export function refusedBy(refusals: Refusal[] | undefined, error: unknown): Refusal[] {
  if (error === null || error === undefined) return refusals ?? [];
  const fault = faultOf(error);
  return fault.kind === "Refused" ? fault.reasons : (refusals ?? []);
}

/** Cells whose content is refused. */
export function refusedCells(refusals: Refusal[], language: Language): RefusedCells {
  const cells: RefusedCells = new Map();
  for (const refusal of refusals) {
    if (!("row" in refusal) || refusal.row === null || MISSING.includes(refusal.code)) continue;
    const column = refusal.code === "TaxRateNotInForce" ? "rate" : "field" in refusal ? COLUMN[refusal.field] : undefined;
    if (column === undefined) continue;
    const row = cells.get(refusal.row - 1) ?? {};
    row[column] ??= refusalWords(language, refusal);
    cells.set(refusal.row - 1, row);
  }
  return cells;
}

/** Fields of the head whose content is refused. */
export function refusedFields(refusals: Refusal[], language: Language): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const refusal of refusals) {
    const ofLine = "row" in refusal && refusal.row !== null;
    const field = FIELD[refusal.code] ?? ("field" in refusal && !ofLine && !MISSING.includes(refusal.code) ? refusal.field : undefined);
    if (field !== undefined) fields[field] ??= refusalWords(language, refusal);
  }
  return fields;
}
