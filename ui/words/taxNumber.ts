/** What is said beside a tax number while it is typed. */
import type { Language } from "../bridge";

const zh = {
  label: "统一社会信用代码",
  expect: "18 位",
  right: "校验通过",
  old: "15 位旧税号，照收",
  length: (found: number) => `应为 18 位，现在 ${found} 位`,
  letter: (letter: string) => `代码里没有「${letter}」`,
  check: (expected: string) => `末位应为 ${expected}`,
};

const en: typeof zh = {
  label: "Tax number (USCC)",
  expect: "18 characters",
  right: "check passed",
  old: "old number of 15, accepted",
  length: (found) => `18 expected, ${found} found`,
  letter: (letter) => `“${letter}” is never in a code`,
  check: (expected) => `should end in ${expected}`,
};

/** The words in one language. */
export function taxNumberWords(language: Language): typeof zh {
  return language === "Zh" ? zh : en;
}
