/** Refusals of a form, sorted to its fields: what belongs to a field stands at the field, the rest below the form. */
import { faultOf, type Fault, type Language, type Refusal } from "../bridge";
import { refusalWords } from "../words";

/** What is said at each field, by the field's name in the request, and what is left over. */
export interface FormErrors {
  at: Record<string, string>;
  rest: Fault | null;
}

function fieldOf(refusal: Refusal): string | undefined {
  if (refusal.code === "TaxNumberWrong") return "tax_number";
  return "field" in refusal ? refusal.field : undefined;
}

/** Sorts what a failed save said; `known` are the fields the form shows. */
export function formErrors(language: Language, error: unknown, known: (field: string) => boolean): FormErrors {
  if (error === null || error === undefined) return { at: {}, rest: null };
  const fault = faultOf(error);
  if (fault.kind !== "Refused") return { at: {}, rest: fault };
  const at: Record<string, string> = {};
  const left: Refusal[] = [];
  for (const refusal of fault.reasons) {
    const field = fieldOf(refusal);
    if (field !== undefined && known(field)) at[field] ??= refusalWords(language, refusal);
    else left.push(refusal);
  }
  return { at, rest: left.length === 0 ? null : { kind: "Refused", reasons: left } };
}

/** What is said about a text longer than a field takes: it is told, never cut. Counted in characters, as the core counts. */
export function tooLong(language: Language, field: string, text: string, most: number): string | undefined {
  const found = [...text].length;
  return found > most ? refusalWords(language, { code: "FieldTooLong", field, most, found }) : undefined;
}
