/** The lengths of the clocks as boxes: what is typed stays typed; it is read here, the core judges it. Pure. */
import type { ClockRule, ClockRuleSave, Length, RuleId } from "../../bridge";

/** What stands in each rule's box. */
export type Boxes = Partial<Record<RuleId, string>>;

/** A length as its box shows it: hours, days, or a time of the day. */
export function typedOf(length: Length): string {
  switch (length.kind) {
    case "ClockHours": return String(length.hours);
    case "WorkingDays":
    case "CalendarDays": return String(length.days);
    case "SameDay": return length.cutoff.slice(0, 5);
  }
}

/** What was typed as a length of the same kind; none when it cannot be read. */
export function lengthOf(kind: Length["kind"], typed: string): Length | null {
  const text = typed.trim();
  if (kind === "SameDay") return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? { kind, cutoff: `${text}:00` } : null;
  if (!/^\d{1,6}$/.test(text)) return null;
  return kind === "ClockHours" ? { kind, hours: Number(text) } : { kind, days: Number(text) };
}

/** The boxes of what holds now. */
export function boxesOf(rules: ClockRule[]): Boxes {
  return Object.fromEntries(rules.map((one) => [one.rule, typedOf(one.length)]));
}

/** The rules whose box cannot be read. */
export function unreadable(rules: ClockRule[], boxes: Boxes): RuleId[] {
  return rules.filter((one) => lengthOf(one.length.kind, boxes[one.rule] ?? "") === null).map((one) => one.rule);
}

/** What is to be saved: the rules whose box says another length. */
export function changesOf(rules: ClockRule[], boxes: Boxes): ClockRuleSave[] {
  return rules.flatMap((one) => {
    const length = lengthOf(one.length.kind, boxes[one.rule] ?? "");
    return length === null || typedOf(length) === typedOf(one.length) ? [] : [{ rule: one.rule, length }];
  });
}
