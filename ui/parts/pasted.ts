/** What was found in a pasted block and what somebody made of it. Pure; the dialog shows it, rooms decide where it goes. */
import type { PartKind, PastedPart } from "../bridge";
import type { Family } from "./Glyph";

/** A part with the person's own decisions laid over it. */
export interface Found extends PastedPart {
  /** Its number, counted from 1: the mark in the text and the row beside it carry the same. */
  number: number;
  taken: boolean;
}

/** Where a part would go, and what stands there now. */
export interface Placed {
  target: string;
  old: string;
}

/** What was decided about a part: left out or taken in spite of the default, or of another kind. */
export interface Decision {
  taken?: boolean;
  kind?: PartKind;
}

/** A decision belongs to a stretch of the text. */
export const keyOf = (part: Pick<PastedPart, "start" | "end">): string => `${part.start}-${part.end}`;

/** The parts under their new kinds. What is called something else keeps the letters of the text, on one line. */
export function decided(text: string, parts: PastedPart[], decisions: Record<string, Decision>): PastedPart[] {
  return parts.map((part) => {
    const kind = decisions[keyOf(part)]?.kind ?? part.kind;
    if (kind === part.kind) return part;
    return { ...part, kind, value: text.slice(part.start, part.end).replace(/\s+/g, " ").trim(), problems: [], region: null, confidence: "Sure" };
  });
}

/** Takes every part that fills an empty place; one that would change something waits for a tick. */
export function withTaken(parts: PastedPart[], decisions: Record<string, Decision>, place: (parts: PastedPart[]) => Placed[]): { found: Found[]; placed: (Placed | null)[] } {
  const left = (part: PastedPart): boolean => decisions[keyOf(part)]?.taken === false;
  const wanted = place(parts.filter((part) => !left(part)));
  let next = 0;
  const placed = parts.map((part) => (left(part) ? null : wanted[next++] ?? null));
  const found = parts.map((part, index): Found => {
    const at = placed[index] ?? null;
    const fits = at !== null && (at.old === "" || at.old === part.value);
    return { ...part, number: index + 1, taken: at !== null && (decisions[keyOf(part)]?.taken ?? fits) };
  });
  return { found, placed };
}

/** The text cut where parts begin and end. */
export function segments(text: string, found: Found[]): { text: string; part: Found | null }[] {
  const cut: { text: string; part: Found | null }[] = [];
  let at = 0;
  for (const part of found) {
    if (part.start > at) cut.push({ text: text.slice(at, part.start), part: null });
    cut.push({ text: text.slice(part.start, part.end), part });
    at = part.end;
  }
  if (at < text.length) cut.push({ text: text.slice(at), part: null });
  return cut;
}

/** The colour of a kind; its word and number always stand beside it. */
export const familyOf: Record<PartKind, Family | "accent"> = {
  Company: "accent", Person: "done", Title: "done", Phone: "run", Email: "run", Wechat: "run",
  TaxNumber: "doubt", BankName: "doubt", BankAccount: "doubt", Address: "wait", Need: "off",
};

/** All kinds in the order of a card. */
export const KINDS: PartKind[] = ["Company", "Person", "Title", "Phone", "Email", "Wechat", "TaxNumber", "Address", "BankName", "BankAccount", "Need"];
