/** What the mail settings know of providers and of the doctor's steps. Pure. */
import type { MailAccount, MailProvider, MailTested } from "../../bridge";

/** The doctor's steps in their order, by their names in the door. */
export const STEPS = ["lookup", "connect", "tls", "login", "sender", "handover"] as const;

/** The provider an address belongs to, by its domain. */
export function providerOf(providers: MailProvider[], address: string): MailProvider | undefined {
  const domain = address.trim().toLowerCase().split("@")[1];
  return domain === undefined || domain === "" ? undefined : providers.find((one) => one.domains.includes(domain));
}

/** The account with a provider's server filled in; an own server keeps what is there. */
export function withProvider(account: MailAccount, provider: MailProvider): MailAccount {
  if (provider.host === "") return { ...account, provider: provider.name };
  return { ...account, provider: provider.name, host: provider.host, port: provider.port, security: provider.security };
}

/** The account after the address was typed: the account's name follows, and so does a provider that is known by its domain. */
export function withAddress(account: MailAccount, address: string, providers: MailProvider[]): MailAccount {
  const user = account.user === "" || account.user === account.from_address ? address.trim() : account.user;
  const next = { ...account, from_address: address, user };
  const known = providerOf(providers, address);
  return known !== undefined && (account.host === "" || providers.some((one) => one.host === account.host)) ? withProvider(next, known) : next;
}

/** What the doctor found, step by step; what was not reached is told as such. A sample book has one step only. */
export function stepsShown(tested: MailTested): { step: string; state: "ok" | "failed" | "open"; millis: number; said: string; explain: string }[] {
  const found = new Map(tested.steps.map((step) => [step.step, step]));
  const names: string[] = tested.ok ? tested.steps.map((step) => step.step) : [...new Set([...STEPS, ...tested.steps.map((step) => step.step)])];
  return names.map((name) => {
    const step = found.get(name);
    if (step === undefined) return { step: name, state: "open", millis: 0, said: "", explain: "" };
    return { step: name, state: step.ok ? "ok" : "failed", millis: step.millis, said: step.said, explain: step.explain };
  });
}

/** The report as text for a technician: no password is in it. */
export function reportText(account: MailAccount, tested: MailTested): string {
  const head = `${account.host}:${account.port} ${account.security} ${account.user}`;
  return [head, ...tested.steps.map((step) => `${step.ok ? "ok " : "NO "} ${step.step} ${step.millis} ms ${step.said} ${step.explain}`.trim())].join("\n");
}
