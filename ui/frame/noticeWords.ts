/** A notice of the core in words, and what a click on it opens. Pure. */
import type { Language, Notice, NoticeKind, RuleId } from "../bridge";
import type { NoticeSaid } from "../bridge/window";
import { addressOf } from "../parts/place";
import type { Words } from "../words";
import { deadline } from "../words/deadline";
import { explainMail } from "../words/mail";

const ROOM = { LetterFailed: "outbox", LetterUncertain: "outbox", OrderBack: "orders", ApprovalWaits: "approvals", DeadlineDue: "today", DeadlineOver: "today", ImportDone: "import" } as const satisfies Record<NoticeKind, string>;

/** What the core gives as the reason, in words: a name of a mail's trouble, a rule, or what a person wrote. */
function reasonSaid(language: Language, { kind, reason }: Notice): string {
  if (kind === "LetterFailed") return explainMail(language, reason).title;
  if (kind !== "DeadlineDue" && kind !== "DeadlineOver") return reason;
  return deadline[language === "Zh" ? "zh" : "en"].rules[reason as RuleId]?.todo ?? reason;
}

/** What a click opens: the order or the lead of one event, the room of several. */
function placeSaid({ kind, order_id, quotation_id, contract_id, lead_id }: Notice): string {
  if (order_id !== null) return addressOf("orders", order_id);
  if (contract_id !== null) return addressOf("contracts", contract_id);
  if (quotation_id !== null) return addressOf("quotations", quotation_id);
  return lead_id === null ? addressOf(ROOM[kind]) : addressOf("leads", lead_id);
}

/** Title and sentence. */
export function noticeSaid(words: Words["desktop"]["notices"], language: Language, notice: Notice): NoticeSaid {
  const w = words[notice.kind];
  const body = notice.count > 1 ? w.many(notice.count) : w.one(notice.name, notice.customer, reasonSaid(language, notice)).trim();
  return { title: w.title, body, address: placeSaid(notice) };
}
