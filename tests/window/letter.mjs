// The letter as it lies on the mail server: read by a parser that is not ours, and in its raw bytes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";

/** The header lines of the whole mail, unfolded. */
export function headers(mail) {
  const [head] = mail.raw.split("\r\n\r\n");
  return head.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
}

/** Asserts that a header travels in the form of RFC 2047: ASCII only, with encoded words in UTF-8. */
export function isEncodedWord(mail, name) {
  const line = headers(mail).find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}: `));
  assert.ok(line, `${name} in ${headers(mail).join("\n")}`);
  assert.match(line, /=\?utf-8\?[bq]\?[!-~]+\?=/i);
  for (const word of line.match(/=\?[^ ]*\?=/g)) assert.ok(word.length <= 75, `an encoded word has 75 characters at most: ${word}`);
}

/** Asserts that a file name travels in the form of RFC 2231: filename*=utf-8''%E8… (perhaps in pieces). */
export function isExtendedFileName(mail, filename) {
  const [, disposition] = /Content-Disposition: attachment;([\s\S]*?)\r\n(?![ \t])/i.exec(mail.raw);
  const pieces = [...disposition.matchAll(/filename(?:\*\d+)?\*=([^;\s]+)/gi)].map(([, piece]) => piece);
  const text = pieces.join("");
  assert.match(text, /^utf-8''/i, disposition);
  assert.equal(decodeURIComponent(text.slice("utf-8''".length)), filename);
}

/** Everything that crossed the wire is ASCII in lines a mail server may not break. */
export function isPlainOnTheWire(mail) {
  assert.match(mail.raw, /^[\x00-\x7f]*$/);
  const longest = Math.max(...mail.raw.split("\r\n").map((line) => line.length));
  assert.ok(longest <= 998, `a line of ${longest} characters`);
}

/** What poppler reads in a PDF, with white space taken out: where a line broke is not a fact. */
export function pdfText(bytes) {
  return execFileSync("pdftotext", ["-layout", "-enc", "UTF-8", "-", "-"], { input: bytes, encoding: "utf8" }).replaceAll(/\s/g, "");
}
