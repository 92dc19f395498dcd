/** A notice of the core in words, and what a click on it opens. Pure. */
import type { Language, Notice, NoticeKind } from "../bridge";
import type { NoticeSaid } from "../bridge/window";
import { addressOf } from "../parts/place";
import type { Words } from "../words";
import { explainMail } from "../words/mail";

const ROOM = { LetterFailed: "outbox", LetterUncertain: "outbox", OrderBack: "orders", ApprovalWaits: "approvals", ImportDone: "import" } as const satisfies Record<NoticeKind, string>;

/** Title and sentence; one event opens its order, several open their room. */
export function noticeSaid(words: Words["desktop"]["notices"], language: Language, notice: Notice): NoticeSaid {
  const w = words[notice.kind];
  const why = notice.kind === "LetterFailed" ? explainMail(language, notice.reason).title : notice.reason;
  const body = notice.count > 1 ? w.many(notice.count) : w.one(notice.name, notice.customer, why).trim();
  return { title: w.title, body, address: notice.order_id === null ? addressOf(ROOM[notice.kind]) : addressOf("orders", notice.order_id) };
}
