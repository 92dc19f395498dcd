/** What is still to be put right: cells that cannot be read, and what the core would refuse; each knows how to bring one there. */
import type { Language, OrderComputed, Refusal } from "../../bridge";
import { readScaled } from "../../parts/paste";
import { fieldWords, refusalWords, useLanguage, useWords } from "../../words";
import { badCells, type Form } from "./draft";

/** One thing to put right. */
export interface Trouble {
  /** The field's name, where it is a field of the head. */
  field: string | null;
  /** Short: where. */
  where: string;
  /** Long: what. */
  says: string;
  /** At the field itself, whose label says already what it is about. */
  brief?: string;
  focus: () => void;
}

const CELL: Record<string, string> = { name: "name", line_name: "name", spec: "spec", unit: "unit", quantity: "quantity", quantity_milli: "quantity", price: "price", price_micro: "price", tax_rate: "rate", discount: "discount", promised_on: "promised" };

/** Brings the keyboard to a box of the form. */
function focusOn(selector: string): void {
  const box = document.querySelector<HTMLElement>(`[data-test=order-form] ${selector}`);
  box?.focus();
  box?.scrollIntoView({ block: "nearest" });
}
const focusField = (field: string) => () => focusOn(`[data-field="${field}"] :is(input,textarea)`);
const focusCell = (row: number, column: string) => () => focusOn(`[data-cell="${row}:${column}"]`);

/** Which field of the head a refusal belongs to. */
function fieldOf(refusal: Refusal): string | null {
  switch (refusal.code) {
    case "CustomerMissing":
      return "customer_id";
    case "ContractDisagrees":
      return "contract_amount_fen";
    case "ContractDiffers":
      return "contract_reason";
    case "PromisedBeforeToday":
      return "promised_on";
    case "SharesNotWhole":
      return "terms";
    default:
      return "field" in refusal && !("row" in refusal && refusal.row !== null) ? refusal.field : null;
  }
}

/** One refusal for two boxes: each that is empty says so. */
function contract(form: Form, says: string, brief: string, language: Language): Trouble[] {
  const { contract_number: number, contract_signed_on: signed } = form.head;
  const open = [...(number.trim() === "" ? ["contract_number"] : []), ...(signed === null ? ["contract_signed_on"] : [])];
  return open.map((field) => ({ field, where: fieldWords(language, field), says, brief, focus: focusField(field) }));
}

/** All of them, in the order of the page. */
export function useTroubles(form: Form, computed: OrderComputed | undefined, today: string): Trouble[] {
  const w = useWords().orderForm;
  const language = useLanguage();
  const unreadable = (text: string): boolean => text.trim() !== "" && readScaled(text, 2) === null;
  const typed: Trouble[] = [];
  if (unreadable(form.contractAmount)) typed.push({ field: "contract_amount_fen", where: w.fields.contractAmount, says: w.bad.contractAmount(form.contractAmount), focus: focusField("contract_amount_fen") });
  if (unreadable(form.waiver)) typed.push({ field: "waiver_fen", where: w.fields.waiver, says: w.bad.waiver(form.waiver), focus: focusField("waiver_fen") });
  const cells = badCells(form, today);
  const unread = cells.map(({ row, column }): Trouble => ({ field: null, where: w.cell(row + 1, w.columns[column]), says: w.bad[column](form.rows[row]?.cells[column] ?? ""), focus: focusCell(row, column) }));
  const refused = (computed?.refusals ?? []).flatMap((refusal): Trouble[] => {
    const says = refusalWords(language, refusal);
    if ("row" in refusal && refusal.row !== null && "field" in refusal) {
      const row = refusal.row - 1;
      const column = CELL[refusal.field] ?? "name";
      if (cells.some((one) => one.row === row && one.column === column)) return [];
      return [{ field: null, where: w.cell(row + 1, fieldWords(language, refusal.field)), says, focus: focusCell(row, column) }];
    }
    if (refusal.code === "NoLines") return [{ field: null, where: w.lines, says, focus: focusCell(0, "name") }];
    if (refusal.code === "ContractMissing") return contract(form, says, w.missingHere, language);
    const field = fieldOf(refusal);
    const brief = refusal.code === "FieldMissing" ? { brief: w.missingHere } : {};
    return [{ field, where: field === null ? says : fieldWords(language, field), says, ...brief, focus: field === null ? () => undefined : focusField(field) }];
  });
  return [...typed, ...refused.filter((one) => one.field !== null), ...unread, ...refused.filter((one) => one.field === null)];
}
