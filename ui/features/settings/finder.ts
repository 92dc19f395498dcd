/** Every setting by its name and its sentence, so that it can be looked for. Pure. */
import type { RuleId } from "../../bridge";
import type { Words } from "../../words";

/** The sections in their order, by groups. */
export const GROUPS = [
  { name: "company", sections: ["company", "people", "approval", "clocks", "calendar", "numbers", "letter", "clauses", "mail"] },
  { name: "data", sections: ["book", "backup", "bin", "past"] },
  { name: "mine", sections: ["look", "notices", "about"] },
] as const;

/** A section's name in the address. */
export type Section = (typeof GROUPS)[number]["sections"][number];

/** All sections. */
export const SECTIONS: Section[] = GROUPS.flatMap((group) => [...group.sections]);
/** Sections whose acts are not the administrator's alone. */
export const FOR_ALL: Section[] = ["clauses", "bin", "past", "look", "notices", "about"];

/** A setting that can be looked for. */
export interface Findable {
  section: Section;
  /** The `data-field` of its row; none: the section itself. */
  field: string | null;
  label: string;
  hint: string;
}

/** What can be looked for, in the words of the language that is on. */
export function findables(words: Words): Findable[] {
  const { settings: w, calendar, clocks, deadline, numbers, backup, desktop, about, bin } = words;
  const of = (section: Section, fields: [field: string | null, label: string, hint?: string][]): Findable[] =>
    fields.map(([field, label, hint = ""]) => ({ section, field, label, hint }));
  const sections = SECTIONS.map((section): Findable => ({ section, field: null, label: w.sections[section], hint: leadOf(words, section) }));
  const { look, notice } = desktop;
  return [
    ...sections,
    ...of("company", [["name", w.company.name], ["name_en", w.company.name_en, w.company.name_enHint], ["tax_number", words.start.taxNumber], ["address", w.company.address], ["phone", w.company.phone], ["email", w.company.email], ["accounts", w.company.bank, w.company.bankHint]]),
    ...of("people", [["fill", w.people.fill, w.people.fillHint], [null, w.people.industries, w.people.industriesHint], [null, w.people.roles], [null, w.people.password], [null, w.people.leave, w.people.leaveLead]]),
    ...of("approval", [["levels", w.approval.levels, w.approval.levelsHint], ["must_sign_in", w.approval.mustSignIn, w.approval.mustSignInHint], ["resubmit_at_refusing_level", w.approval.resubmit, w.approval.resubmitHint], ["single_person", w.approval.single, w.approval.singleHint], ["evidence_from_fen", w.approval.evidence, w.approval.evidenceHint], ["discount_limit", w.approval.discount, w.approval.discountHint], ["margin_floor", w.approval.floor, w.approval.floorHint], ["unknown_cost", w.approval.unknownCost, w.approval.unknownCostHint], ["review_purchase_orders", w.approval.reviewOrders, w.approval.reviewOrdersHint], ["most_leads", w.approval.mostLeads, w.approval.mostLeadsHint], ["delivery_point", w.approval.deliveryPoint, w.approval.deliveryPointHint], ["red_is_up", w.approval.redIsUp, w.approval.redIsUpHint]]),
    ...of("clocks", (Object.keys(deadline.short) as RuleId[]).filter((rule) => rule !== "QuotationValidity").map((rule): [string, string, string] => [`clock-${rule}`, clocks.rule(deadline.short[rule]), deadline.rules[rule].todo])),
    ...of("calendar", [[null, calendar.notice.title, calendar.missingWhy]]),
    ...of("numbers", [["number_prefix", numbers.prefix, numbers.prefixHint], ["dash", numbers.dash, numbers.dashHint], ["digits", numbers.digits, numbers.digitsHint], ["reset", numbers.reset, numbers.resetHint], ["next_serial", numbers.next, ""]]),
    ...of("letter", [["confirm_days", words.wording.confirmDays], ["objection_days", words.wording.objectionDays], ...Object.entries(words.wording.sentences).map(([sentence, label]): [string, string] => [`wording.${words.wording.tongue}.${sentence}`, label])]),
    ...of("mail", [["provider", w.mail.provider, w.mail.providerHint], ["from_address", w.mail.fromAddress], ["from_name", w.mail.fromName], ["user", w.mail.user, w.mail.userHint], ["password", w.mail.password], ["host", w.mail.host], ["port", w.mail.port], ["per_minute", w.mail.perMinute, w.mail.perMinuteHint]]),
    ...of("book", [["book-path", w.book.path], ["verify", w.book.verify, w.book.verifyHint], ["import", w.book.importIt, w.book.importLead], ["open", w.book.openOther, w.book.openAsk]]),
    ...of("backup", [["backup-now", backup.now, backup.nowHint], ["daily", backup.daily, backup.dailyHint], ["keep", backup.keep, backup.keepHint], ["backup-place", backup.place, backup.placeHint], ["backup-verify", backup.check, backup.checkHint], ["restore", backup.restore]]),
    ...of("bin", [[null, bin.emptyAll]]),
    ...of("look", [["theme", look.theme, look.themeHint], ["zoom", look.zoom, look.zoomHint], ["language", look.language, look.languageHint], ["close", look.close, look.closeHint]]),
    ...of("notices", [["notices-leave", notice.leave, notice.leaveHint], ["notices-letters", notice.letters, notice.lettersHint], ["notices-orders_back", notice.orders_back, notice.orders_backHint], ["notices-approvals", notice.approvals, notice.approvalsHint], ["notices-deadlines", notice.deadlines, notice.deadlinesHint], ["notices-imports", notice.imports, notice.importsHint]]),
    ...of("about", [[null, about.version], ["log", about.log, about.logHint], ["log-copy", about.copyLog, about.copyHint], ["licences", about.licences]]),
  ];
}

function leadOf({ settings: w, calendar, clocks, contracts, wording, numbers, backup, desktop, about, bin }: Words, section: Section): string {
  switch (section) {
    case "clocks": return clocks.lead;
    case "clauses": return contracts.library.lead;
    case "calendar": return calendar.lead;
    case "numbers": return numbers.lead;
    case "letter": return wording.lead;
    case "backup": return backup.lead;
    case "look": return desktop.look.lead;
    case "notices": return desktop.notice.lead;
    case "about": return about.lead;
    case "bin": return bin.lead;
    default: return w[section].lead;
  }
}

/** What is meant by a text: names before sentences, in their order; each place once. */
export function found(all: Findable[], text: string): Findable[] {
  const typed = text.trim().toLowerCase();
  if (typed === "") return [];
  const inName = all.filter((one) => one.label.toLowerCase().includes(typed));
  const inHint = all.filter((one) => !inName.includes(one) && one.hint.toLowerCase().includes(typed));
  return [...inName, ...inHint].slice(0, 12);
}
