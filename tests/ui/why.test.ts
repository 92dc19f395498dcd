/** Why an order is where it is, in words: what the core finds in every state (`order/why.rs`) as one sentence, in both languages. */
import { describe, expect, it } from "vitest";
import type { Why } from "../../ui/bridge";
import { whySentence } from "../../ui/words/why";
import { familyOf } from "../../ui/parts/order/why";
import vectors from "../vectors/why.json";

interface Vector {
  state: string;
  today: string;
  why: Why[];
  family: string;
  zh: string;
  en: string;
}

describe.each(vectors as Vector[])("$state", ({ today, why, family, zh, en }) => {
  it("says so in Chinese, in English and in its colour", () => {
    expect(whySentence("Zh", why, today)).toBe(zh);
    expect(whySentence("En", why, today)).toBe(en);
    expect(familyOf(why)).toBe(family);
  });
});

describe("every sentence", () => {
  it.each(vectors as Vector[])("$state: is whole and names nothing by its code", ({ why, zh, en }) => {
    for (const text of [zh, en]) {
      expect(text).not.toMatch(/undefined|null|NaN|\bLetter[A-Z]|_/);
      expect(text.length).toBeGreaterThan(5);
    }
    expect(zh).toMatch(/[。！？]$/);
    expect(en).toMatch(/[.!?]$/);
    expect(why.length).toBeGreaterThan(0);
  });
});
