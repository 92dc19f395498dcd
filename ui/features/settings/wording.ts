/** The wording as boxes: facts between braces under plain names, sentences against their standard. Pure. */
import type { Language, Paper, Refusal, SentenceRule, Sentence, Wording, WordingView } from "../../bridge";

/** The wording with its days as typed. */
export interface WordingForm {
  confirm: string;
  objection: string;
  Zh: Partial<Record<Sentence, string>>;
  En: Partial<Record<Sentence, string>>;
}

/** The form of a wording. */
export function wordingForm(wording: Wording): WordingForm {
  return { confirm: String(wording.confirm_days), objection: String(wording.objection_days), Zh: wording.zh, En: wording.en };
}

/** What is sent; days that cannot be read become 0, which the core refuses at their box. */
export function wordingOf(form: WordingForm): Wording {
  const days = (text: string): number => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : 0);
  return { confirm_days: days(form.confirm), objection_days: /^\d{1,3}$/.test(form.objection.trim()) ? Number(form.objection) : -1, zh: form.Zh, en: form.En };
}

/** The standard of a sentence. */
export function standardOf(rule: SentenceRule, language: Language): string {
  return language === "Zh" ? rule.zh : rule.en;
}

/** What a sentence says now. */
export function said(form: WordingForm, rule: SentenceRule, language: Language): string {
  return form[language][rule.sentence] ?? standardOf(rule, language);
}

/** Words a sentence; what says the same as the standard follows it again. */
export function worded(form: WordingForm, rule: SentenceRule, language: Language, text: string): WordingForm {
  const { [rule.sentence]: _, ...others } = form[language];
  return { ...form, [language]: text === standardOf(rule, language) ? others : { ...others, [rule.sentence]: text } };
}

/** The text as people read it: `{deadline}` under its plain name. */
export function shown(text: string, names: Record<string, string>): string {
  return text.replace(/\{([a-z_]+)\}/g, (whole, name: string) => (names[name] === undefined ? whole : `{${names[name]}}`));
}

/** The text as it is kept: plain names under the core's, also between the wide braces of an input method. */
export function written(text: string, names: Record<string, string>): string {
  const codes = new Map(Object.entries(names).map(([code, name]) => [name, code]));
  return text.replace(/[{｛]([^{}｛｝]*)[}｝]/g, (whole, name: string) => {
    const code = codes.get(name.trim()) ?? (names[name.trim()] === undefined ? undefined : name.trim());
    return code === undefined ? whole : `{${code}}`;
  });
}

/** A stretch of a shown text: plain, a fact that may stand there, or one that may not. */
export interface Piece {
  from: number;
  text: string;
  kind: "text" | "place" | "strange";
}

/** Takes a shown text apart. */
export function pieces(text: string, names: Record<string, string>, allowed: string[]): Piece[] {
  const known = new Set(allowed.map((code) => names[code] ?? code));
  const found: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(/\{([^{}]*)\}?/g)) {
    if (match.index > at) found.push({ from: at, text: text.slice(at, match.index), kind: "text" });
    found.push({ from: match.index, text: match[0], kind: match[0].endsWith("}") && known.has(match[1] ?? "") ? "place" : "strange" });
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push({ from: at, text: text.slice(at), kind: "text" });
  return found;
}

/** The fact that a key at the caret would break: it goes, or is passed, as a whole. */
export function placeAt(all: Piece[], caret: number, side: "before" | "after"): { from: number; to: number } | null {
  for (const { from, text, kind } of all) {
    const to = from + text.length;
    if (kind === "place" && (side === "before" ? from < caret && caret <= to : from <= caret && caret < to)) return { from, to };
  }
  return null;
}

/** How many refusals belong to a language's sentences. */
export function wrongIn(refusals: Refusal[], language: Language): number {
  const start = `wording.${language === "Zh" ? "zh" : "en"}.`;
  return new Set(refusals.flatMap((one) => ("field" in one && one.field.startsWith(start) ? [one.field] : []))).size;
}

/** How many of some sentences have refusals, in either language. */
export function wrongAmong(refusals: Refusal[], sentences: Sentence[]): number {
  const fields = new Set<string>(sentences.flatMap((one) => [`wording.zh.${one}`, `wording.en.${one}`]));
  return new Set(refusals.flatMap((one) => ("field" in one && fields.has(one.field) ? [one.field] : []))).size;
}

/** What a paper says, in the order of reading. */
export function rulesOf(view: WordingView, paper: Paper): SentenceRule[] {
  const all = view.papers.find((one) => one.paper === paper)?.sentences ?? [];
  return all.flatMap((sentence) => view.rules.filter((rule) => rule.sentence === sentence));
}

/** Whether more than one paper says a sentence. */
export function isShared(view: WordingView, sentence: Sentence): boolean {
  return view.papers.filter((one) => one.sentences.includes(sentence)).length > 1;
}

/** The paper that a setting which was looked for belongs to; `now` where it says that too, or says nothing. */
export function paperOf(view: WordingView, field: string | undefined, now: Paper): Paper {
  const sentence = field?.split(".").at(-1);
  if (field === "confirm_days" || field === "objection_days") return "letter";
  const papers = view.papers.filter((one) => one.sentences.some((said) => said === sentence)).map((one) => one.paper);
  return papers.includes(now) ? now : papers[0] ?? now;
}

/** All of some sentences as the standard says them. */
export function putBack(form: WordingForm, language: Language, sentences: Sentence[]): WordingForm {
  const kept = Object.entries(form[language]).filter(([sentence]) => !sentences.some((one) => one === sentence));
  return { ...form, [language]: Object.fromEntries(kept) };
}
