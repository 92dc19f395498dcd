/** How a change of a setting is read: where it stands and what it is called, and its values in words. Pure. */
import type { DeliveryPoint, Language, Length, Reset, Role, RuleId, UnknownCost } from "../bridge";
import { fieldWords, type Words } from "../words";
import { amount, rate } from "../words/figures";

/** Settings whose label is no field of a record, by their way in the book. */
function named({ settings: w, wording, numbers, backup, desktop: { notice, look } }: Words): Record<string, string> {
  return {
    "policy.delivery_point": w.approval.deliveryPoint, "policy.must_sign_in": w.approval.mustSignIn, "policy.evidence_from_fen": w.approval.evidence,
    "policy.single_person": w.approval.single, "policy.resubmit_at_refusing_level": w.approval.resubmit, "policy.discount_limit": w.approval.discount, "policy.margin_floor": w.approval.floor, "policy.unknown_cost": w.approval.unknownCost,
    "policy.confirm_days": wording.confirmDays, "policy.objection_days": wording.objectionDays, "policy.red_is_up": w.approval.redIsUp, "policy.most_leads": w.approval.mostLeads,
    "series.prefix": numbers.prefix, "series.dash": numbers.dash, "series.digits": numbers.digits, "series.reset": numbers.reset, "series.next": numbers.now,
    "backup.folder": backup.place, "backup.keep": backup.keep, "backup.daily": backup.daily,
    "notices.leave": notice.leave, "notices.letters": notice.letters, "notices.orders_back": notice.orders_back, "notices.approvals": notice.approvals, "notices.deadlines": notice.deadlines, "notices.imports": notice.imports,
    "mail.provider": w.mail.provider, "mail.security": w.mail.port, "mail.per_minute": w.mail.perMinute,
    language: look.language, "company.bank_label": w.company.bank_label,
  };
}

const SECTION = { company: "company", policy: "approval", series: "numbers", backup: "backup", mail: "mail", notices: "notices", clock: "clocks", calendar: "calendar" } as const;

/** A way without the person it belongs to: `notices 3.letters` is `notices.letters`. */
function plain(field: string): string {
  return field.replace(/^notices \d+/, "notices");
}

/** Whether a field of a history is a setting's. */
export function isSetting(field: string): boolean {
  const [group = ""] = plain(field).split(".");
  return group in SECTION || plain(field) === "language";
}

/** Where it stands and what it is called: 审批与口径 · 第 4 级. */
export function settingLabel(words: Words, language: Language, field: string): string {
  const way = plain(field);
  const [group = ""] = way.split(".");
  const section = group in SECTION ? words.settings.sections[SECTION[group as keyof typeof SECTION]] : words.settings.sections.look;
  const last = way.split(".").at(-1) ?? way;
  const own = (words.settings.company as Record<string, unknown>)[last];
  const known = named(words)[way] ?? (group === "company" && way === `company.${last}` && typeof own === "string" ? own : undefined);
  if (known !== undefined) return `${section} · ${known}`;
  if (group === "clock") return `${section} · ${words.deadline.short[last as RuleId] ?? last}`;
  const year = /^calendar\.(\d{4})\.(rests|works)$/.exec(way);
  if (year !== null) return `${section} · ${words.calendar.past[year[2] as "rests" | "works"](year[1] ?? "")}`;
  if (way === "calendar.clocks") return `${section} · ${words.calendar.past.clocks}`;
  const level = /^policy\.levels\.(\d+)\.(role|from_fen)$/.exec(way);
  if (level !== null) {
    const row = Number(level[1]) + 1;
    const what = level[2] === "role" ? fieldWords(language, "roles") : words.settings.approval.from;
    return `${section} · ${words.settings.approval.levels} ${row} · ${what}`;
  }
  const other = /^company\.other_accounts\.(\d+)\.(\w+)$/.exec(way);
  if (other !== null) return `${section} · ${words.settings.company.bank} ${Number(other[1]) + 2} · ${fieldWords(language, other[2] ?? "")}`;
  return `${section} · ${fieldWords(language, way)}`;
}

/** The value in words; none when it is read as anything else is. */
export function settingText(words: Words, field: string, text: string): string | null {
  const way = plain(field);
  const { names, numbers, history: w, desktop } = words;
  if (text === "") return null;
  if (way === "language") return text === "Zh" ? "中文" : "English";
  if (way === "policy.delivery_point") return names.deliveryPoint[text as DeliveryPoint] ?? text;
  if (way === "policy.unknown_cost") return words.settings.approval.unknownCosts[text as UnknownCost] ?? text;
  if (way === "policy.discount_limit" || way === "policy.margin_floor") return `${rate(Number(text))}`;
  if (way.startsWith("clock.")) return lengthText(words, text);
  if (way === "series.reset") return numbers.resets[text as Reset] ?? text;
  if (way === "notices.leave") return text === "Granted" ? w.yes : text === "Denied" ? w.no : desktop.ask.title;
  if (/^policy\.levels\.\d+\.role$/.test(way)) return names.role[text as Role] ?? text;
  if (/^policy\.levels\.\d+\.from_fen$/.test(way)) return text === "0" ? words.settings.approval.always : amount(Number(text));
  return null;
}

/** A length as it is kept, in words; what an older program wrote and cannot be read is shown as it came. */
function lengthText({ deadline }: Words, text: string): string {
  try {
    return deadline.length(JSON.parse(text) as Length) ?? text;
  } catch {
    return text;
  }
}
