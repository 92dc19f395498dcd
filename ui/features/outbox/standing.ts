/** What a letter's state asks of the person at the desk. Pure. */
import type { LetterState, OutboxRow } from "../../bridge";

/** The saved views of the outbox, by their names in the door. */
export const VIEWS = ["todo", "moving", "sent", "all"] as const;
/** A view's name. */
export type View = (typeof VIEWS)[number];

/** A letter that a person must look at. */
export function isTrouble(state: LetterState): boolean {
  return state === "Failed" || state === "Uncertain" || state === "MissingAddress";
}

/** Which explanation stands above a letter: its own kind of trouble, what the server said, or none. */
export function troubleOf(row: OutboxRow): "MissingAddress" | "Uncertain" | "server" | null {
  if (row.state === "MissingAddress" || row.state === "Uncertain") return row.state;
  if (row.state === "Failed") return "server";
  return (row.state === "Retry" || row.state === "Queued") && row.explain !== "" ? "server" : null;
}

const OUR_ACCOUNT = [
  "wrong_password", "basic_auth_off", "sender_refused", "mail_not_set", "password_missing", "host_unknown", "tls_untrusted", "tls_wrong_name",
  "tls_expected", "starttls_missing", "answers_injected", "login_unsupported", "timeout", "connection_refused",
];

/** Whether the explanation is about our own account, so that the settings are the place to go. */
export function isOurAccount(explain: string): boolean {
  return OUR_ACCOUNT.includes(explain);
}

/** Which one line stands at the right of a letter in the list. */
export function noteOf(row: OutboxRow): "missing" | "queued" | "sending" | "sent" | "retry" | "said" | "uncertain" | "withdrawn" | "none" {
  switch (row.state) {
    case "MissingAddress": return "missing";
    case "Queued": return row.explain === "" ? "queued" : "said";
    case "Claimed":
    case "Handed": return "sending";
    case "Sent": return "sent";
    case "Retry": return "retry";
    case "Failed": return "said";
    case "Uncertain": return "uncertain";
    case "Withdrawn": return "withdrawn";
    case "DeliveredOtherwise": return "none";
  }
}

/** The view to open with: what is to be done, if anything is. */
export function firstView(todo: number): View {
  return todo > 0 ? "todo" : "all";
}

/** How a letter was given otherwise, in words: the core joins its name for the way with who and when. */
export function deliveredText(note: string, ways: Record<string, string>): string {
  const [way = "", ...rest] = note.split(" · ");
  return [ways[way] ?? way, ...rest].filter((part) => part !== "").join("　");
}
