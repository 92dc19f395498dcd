/** How a change of the history is read: its label and its values, in the words and figures of the pages. Pure. */
import type { HistoryChange, InvoiceKind, Language, PaymentTerms } from "../bridge";
import { fieldWords, type Words } from "../words";
import { isSetting, settingLabel, settingText } from "./settingPast";
import { amount, dateText, percent, price, quantity, rate } from "../words/figures";

/** The label: a field's name, for a line its row with the field or with what became of it (`told`: came and went is news). */
export function labelOf(words: Words, language: Language, { field, before, after }: HistoryChange, told: boolean): string {
  const { history: w } = words;
  if (isSetting(field)) return settingLabel(words, language, field);
  const line = /^lines\.(\d+)(?:\.(\w+))?$/.exec(field);
  if (line === null) return fieldWords(language, field);
  const row = Number(line[1]) + 1;
  if (line[2] !== undefined) return w.lineField(row, fieldWords(language, line[2]));
  if (told && before === "") return w.lineAdded(row);
  if (told && after === "") return w.lineRemoved(row);
  return w.line(row);
}

/** The book keeps 分, thousandths, words of the program and schedules as data; people read none of them. */
export function readable(words: Words, field: string, text: string): string {
  const { names, history: w } = words;
  const last = field.split(".").at(-1) ?? field;
  const setting = isSetting(field) ? settingText(words, field, text) : null;
  if (setting !== null) return setting;
  if (last === "roles") return text.split(", ").map((role) => (names.role as Record<string, string>)[role] ?? role).join(" · ");
  if (field.startsWith("wording.")) return sentence(words, text);
  if (text === "true" || text === "false") return text === "true" ? w.yes : w.no;
  if (last === "terms" && text.startsWith("{")) return schedule(names, text);
  if (last === "invoice_kind") return names.invoice[text as InvoiceKind] ?? text;
  if (last === "kind") return w.kinds[text] ?? text;
  if (/^-?\d+$/.test(text)) {
    const number = Number(text);
    if (last.endsWith("_fen")) return amount(number);
    if (last.endsWith("_milli")) return quantity(number);
    if (last.endsWith("_micro")) return price(number);
    if (last === "tax_rate" || last === "discount") return rate(number);
  }
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dateText(text);
  const delivered = /^(\d+) (\d{4}-\d\d-\d\d)$/.exec(text);
  return delivered === null ? text : `${quantity(Number(delivered[1]))}　${dateText(delivered[2])}`;
}

/** A sentence with its facts under plain names; one that follows the standard says so. */
function sentence({ wording: w }: Words, text: string): string {
  return text === "standard" ? w.standard : text.replace(/\{([a-z_]+)\}/g, (whole, name: string) => (w.places[name] === undefined ? whole : `‹${w.places[name]}›`));
}

/** A schedule in a row: 预付 30% + 发货前 70% · 电汇. What an older program wrote and cannot be read is shown as it came. */
function schedule(names: Words["names"], text: string): string {
  try {
    const { instalments, method } = JSON.parse(text) as PaymentTerms;
    const parts = instalments.map(({ trigger, share, days, day_kind }) => `${names.trigger[trigger]}${days === 0 ? "" : ` ${days} ${names.days[day_kind]}`} ${percent(share)}`);
    return `${parts.join(" + ")} · ${names.method[method]}`;
  } catch {
    return text;
  }
}
