/** Several texts one after the other, set apart as a language does it. */
import type { Language } from "../bridge";

/** Names, parts of an enumeration. */
export function listed(language: Language, parts: readonly string[]): string {
  return parts.join(language === "Zh" ? "、" : ", ");
}

/** Whole sentences, such as reasons. */
export function sentences(language: Language, parts: readonly string[]): string {
  return parts.join(language === "Zh" ? "；" : "; ");
}
