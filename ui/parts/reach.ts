/** Whether what was typed can be a mail address, a phone number, a tax number: told while typing; the core decides. */

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Something before the @, a dot after it, no blanks. Empty is fine. */
export function looksLikeEmail(text: string): boolean {
  const tidy = text.trim();
  return tidy === "" || /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/.test(tidy);
}

/** Digits with the usual signs between them, five to twenty of them. Empty is fine. */
export function looksLikePhone(text: string): boolean {
  const tidy = text.trim();
  if (tidy === "") return true;
  const digits = tidy.replace(/\D/g, "").length;
  return /^[+\d\s\-()（）#转xX.*—–]+$/.test(tidy) && digits >= 5 && digits <= 20;
}

/** What a tax number turned out to be (GB 32100). */
export type TaxNumberFound =
  | { kind: "empty" }
  | { kind: "right" }
  | { kind: "old" }
  | { kind: "length"; found: number }
  | { kind: "letter"; letter: string }
  | { kind: "check"; expected: string };

/** Half width, upper case, without blanks and hyphens: as the core keeps it. */
export function tidyTaxNumber(text: string): string {
  return text
    .replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\s-]/g, "")
    .toUpperCase();
}

/** The 18th character for the first 17; none when one of them is not in the alphabet. */
export function checkCharacter(first: string): string | undefined {
  let weight = 1;
  let sum = 0;
  for (const letter of first) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return undefined;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31];
}

/** Reads a tax number as it is being typed. */
export function readTaxNumber(text: string): TaxNumberFound {
  const tidy = tidyTaxNumber(text);
  if (tidy === "") return { kind: "empty" };
  if (tidy.length === 15 && /^[0-9A-Z]+$/.test(tidy)) return { kind: "old" };
  if (tidy.length !== 18) return { kind: "length", found: tidy.length };
  const strange = [...tidy].find((letter) => !ALPHABET.includes(letter));
  if (strange !== undefined) return { kind: "letter", letter: strange };
  const expected = checkCharacter(tidy.slice(0, 17)) ?? "";
  return expected === tidy[17] ? { kind: "right" } : { kind: "check", expected };
}
