/** Where in a pasted notice something is wrong, so that it can be shown in its place. Pure. */
import type { Refusal } from "../../bridge";

/** A part of the text, ends in UTF-16 units as a text box counts. */
export interface Part {
  from: number;
  to: number;
}

/** The text as the core reads it (no blanks, half width), and where each of its letters stands in what was pasted. */
function folded(text: string): { plain: string; at: number[] } {
  let plain = "";
  const at: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index] ?? "";
    if (/\s/.test(letter) && letter !== "\n") continue;
    const code = letter.charCodeAt(0);
    plain += code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : letter;
    at.push(index);
  }
  return { plain, at };
}

/** A date that the text writes out, with the month it stands under. */
interface Written extends Part {
  month: number;
  day: number;
  /** What follows, e.g. the weekday in brackets. */
  after: string;
}

function written(plain: string): Written[] {
  let month = 0;
  return [...plain.matchAll(/(?:(\d{1,2})月)?(\d{1,2})日/g)].map((found) => {
    if (found[1] !== undefined) month = Number(found[1]);
    const to = found.index + found[0].length;
    return { month, day: Number(found[2]), from: found.index, to, after: plain.slice(to, to + 6) };
  });
}

function spot(plain: string, refusal: Refusal): Part | null {
  const whole = (from: number, length: number): Part | null => (from < 0 ? null : { from, to: from + length });
  const dated = (date: string): Written[] => written(plain).filter((one) => one.month === Number(date.slice(5, 7)) && one.day === Number(date.slice(8, 10)));
  switch (refusal.code) {
    case "NoticeUnreadable": return whole(plain.indexOf(refusal.found), refusal.found.length);
    case "NoticeCountWrong": {
      const holiday = plain.indexOf(refusal.holiday);
      const said = `共${refusal.said}天`;
      const count = plain.indexOf(said, Math.max(0, holiday));
      return whole(count, said.length) ?? whole(holiday, refusal.holiday.length);
    }
    case "NoticeWeekdayWrong": {
      const all = dated(refusal.date);
      const one = all.find(({ after }) => after.startsWith(`(周${refusal.said}`) || after.startsWith(`(星期${refusal.said}`)) ?? all[0];
      return one === undefined ? null : { from: one.from, to: Math.max(one.to, one.from + plain.slice(one.from).indexOf(")") + 1) };
    }
    // The second time it is named is the one that denies the first.
    case "NoticeContradicts":
    case "NoticeWorksAnyway": return dated(refusal.date).at(-1) ?? null;
    default: return null;
  }
}

/** Where it is in the text as it was pasted; none when it is about the whole. */
export function partOf(text: string, refusal: Refusal): Part | null {
  const { plain, at } = folded(text);
  const found = spot(plain, refusal);
  if (found === null || found.to <= found.from) return null;
  const from = at[found.from];
  const last = at[found.to - 1];
  return from === undefined || last === undefined ? null : { from, to: last + 1 };
}

/** So many letters are quoted on either side. */
const AROUND = 16;

/** The part with what stands around it on its line. */
export function quoted(text: string, { from, to }: Part): { before: string; part: string; after: string } {
  const line = text.lastIndexOf("\n", from - 1) + 1;
  const end = text.indexOf("\n", to);
  const start = Math.max(line, from - AROUND);
  const stop = Math.min(end < 0 ? text.length : end, to + AROUND);
  return { before: `${start > line ? "…" : ""}${text.slice(start, from)}`, part: text.slice(from, to), after: `${text.slice(to, stop)}${stop < (end < 0 ? text.length : end) ? "…" : ""}` };
}
