/** Letters and what they ask of a person; every explanation of the core has words in both languages. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LetterState, OutboxRow } from "../../ui/bridge/generated";
import { deliveredText, firstView, isOurAccount, isTrouble, noteOf, troubleOf } from "../../ui/features/outbox/standing";
import { explainMail } from "../../ui/words/mail";

const row = (state: LetterState, explain = ""): OutboxRow => ({
  id: 1, version: 1, kind: "order_confirmation", revision: 1, state, order_id: 1, order_number: "DD202610-001", customer: "甲", to: "a@example.com", subject: "",
  queued_at: "2026-10-08T01:00:00Z", sent_at: null, next_try_at: null, tries: 1, said: "", explain,
});
const STATES: LetterState[] = ["MissingAddress", "Queued", "Claimed", "Handed", "Sent", "Retry", "Failed", "Uncertain", "DeliveredOtherwise", "Withdrawn"];

describe("letters", () => {
  it("wants a person only where only a person can help", () => {
    expect(STATES.filter(isTrouble)).toEqual(["MissingAddress", "Failed", "Uncertain"]);
    expect(troubleOf(row("Retry"))).toBeNull();
    expect(troubleOf(row("Retry", "try_later"))).toBe("server");
    expect(troubleOf(row("Sent", "try_later"))).toBeNull();
    expect([troubleOf(row("Queued")), noteOf(row("Queued"))]).toEqual([null, "queued"]);
    expect([troubleOf(row("Queued", "password_missing")), noteOf(row("Queued", "password_missing"))]).toEqual(["server", "said"]);
  });
  it("has a line for every state", () => expect(STATES.map((state) => noteOf(row(state)))).not.toContain(undefined));
  it("sends to the settings only for our own account", () => {
    expect(isOurAccount("wrong_password")).toBe(true);
    expect(isOurAccount("mailbox_unknown")).toBe(false);
  });
  it("opens with what is to be done", () => {
    expect(firstView(2)).toBe("todo");
    expect(firstView(0)).toBe("all");
  });
});

describe("given otherwise", () => {
  it("says the way in words and keeps who and when", () => {
    expect(deliveredText("wechat · 祝女士 · 2026-10-08", { wechat: "微信" })).toBe("微信　祝女士　2026-10-08");
    expect(deliveredText("pigeon · 祝女士 · ", {})).toBe("pigeon　祝女士");
  });
});

describe("explanations", () => {
  const source = readFileSync(join(import.meta.dirname, "../../src-tauri/domain/mail.rs"), "utf8");
  const names = [...source.matchAll(/=> "([a-z_]+)",/g)].map((match) => match[1] ?? "");
  it("knows every name the core may say, in both languages", () => {
    expect(names.length).toBeGreaterThan(20);
    const fallback = { Zh: explainMail("Zh", "no such name").title, En: explainMail("En", "no such name").title };
    for (const name of names.filter((one) => one !== "server_refused")) {
      expect([name, explainMail("Zh", name).title === fallback.Zh, explainMail("En", name).title === fallback.En]).toEqual([name, false, false]);
      expect(explainMail("Zh", name).todo.length).toBeGreaterThan(0);
    }
  });
});
