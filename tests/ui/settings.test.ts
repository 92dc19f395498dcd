/** The settings: rules as boxes, providers by address, what the doctor found. */
import { describe, expect, it } from "vitest";
import type { MailAccount, MailProvider, Policy } from "../../ui/bridge/generated";
import { providerOf, reportText, stepsShown, withAddress, withProvider } from "../../ui/features/settings/mail";
import { MOST_LEVELS, isFixed, policyFaults, policyForm, policyOf, withLevel } from "../../ui/features/settings/policy";

const policy: Policy = {
  delivery_point: "Receipt", must_sign_in: false, evidence_from_fen: 50_000_000, single_person: false, resubmit_at_refusing_level: false,
  discount_limit: 1_550, margin_floor: 1_550, unknown_cost: "Asks", review_purchase_orders: true, red_is_up: false, most_leads: 30,
  levels: [{ role: "SalesSupervisor", from_fen: 0 }, { role: "Finance", from_fen: 0 }, { role: "Operations", from_fen: 0 }, { role: "Admin", from_fen: 10_000_050 }],
};

describe("the policy as boxes", () => {
  it("goes there and back without loss", () => expect(policyOf(policyForm(policy))).toEqual(policy));
  it("keeps the three levels and lets the others go", () => {
    const { levels } = policyForm(policy);
    expect(levels.map((_, row) => isFixed(levels, row))).toEqual([true, true, true, false]);
    const twice = [...levels, { role: "Finance" as const, from: "" }];
    expect(isFixed(twice, 4)).toBe(false);
  });
  it("adds levels up to what the core takes", () => {
    let { levels } = policyForm(policy);
    for (let more = 0; more < 5; more += 1) levels = withLevel(levels, "Legal");
    expect(levels.length).toBe(MOST_LEVELS);
  });
  it("names what cannot be read", () => {
    const form = { ...policyForm(policy), evidence: "五十万", discount: "101", mostLeads: "很多" };
    expect(policyFaults(form)).toEqual(["evidence_from_fen", "discount_limit", "most_leads"]);
    expect(policyFaults({ ...policyForm(policy), levels: [{ role: "Admin", from: "很多" }] })).toEqual(["levels.0"]);
  });
});

describe("mail", () => {
  const qq: MailProvider = { name: "QQ 邮箱", domains: ["qq.com", "foxmail.com"], host: "smtp.qq.com", port: 465, security: "Tls", password_kind: "授权码", note: "" };
  const own: MailProvider = { name: "自定义", domains: [], host: "", port: 0, security: "Tls", password_kind: "", note: "" };
  const empty: MailAccount = { provider: "", host: "", port: 0, security: "Tls", user: "", from_address: "", from_name: "", trusted_pem: "", per_minute: 20 };
  it("knows a provider by its domain", () => {
    expect(providerOf([qq, own], "A@FoxMail.com")?.name).toBe("QQ 邮箱");
    expect(providerOf([qq, own], "a@example.com")).toBeUndefined();
    expect(providerOf([qq, own], "a@")).toBeUndefined();
  });
  it("fills in server and account while the address is typed", () => {
    const filled = withAddress(empty, "a@qq.com", [qq, own]);
    expect([filled.host, filled.port, filled.user, filled.provider]).toEqual(["smtp.qq.com", 465, "a@qq.com", "QQ 邮箱"]);
    expect(withAddress({ ...empty, user: "boss" }, "a@qq.com", [qq]).user).toBe("boss");
    expect(withAddress({ ...empty, host: "mail.example.com" }, "a@qq.com", [qq]).host).toBe("mail.example.com");
  });
  it("keeps what was typed for a server of one's own", () => expect(withProvider({ ...empty, host: "mail.example.com", port: 587 }, own)).toMatchObject({ host: "mail.example.com", port: 587 }));
  it("tells the steps that were not reached", () => {
    const tested = { ok: false, steps: [{ step: "lookup", ok: true, millis: 9, said: "x", explain: "" }, { step: "connect", ok: false, millis: 20_000, said: "timed out", explain: "timeout" }] };
    expect(stepsShown(tested).map((step) => step.state)).toEqual(["ok", "failed", "open", "open", "open", "open"]);
    expect(reportText({ ...empty, host: "h" }, tested)).toContain("NO  connect 20000 ms timed out timeout");
  });
  it("tells one step of a sample book as one", () => expect(stepsShown({ ok: true, steps: [{ step: "handover", ok: true, millis: 0, said: "", explain: "" }] }).length).toBe(1));
});
