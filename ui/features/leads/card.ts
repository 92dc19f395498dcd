/** What a lead's card is before it is saved, and what is wrong with it as it stands. Pure. */
import type { LeadCard, LeadFilter, LeadLikeAsk, LeadState, LeadView } from "../../bridge";
import { besideDay } from "../../parts/conditioning";
import { EVERY_LEAD } from "../../parts/everything";
import { looksLikeEmail, looksLikePhone } from "../../parts/reach";

/** A card with nothing on it but perhaps a name. */
export function emptyCard(customer = ""): LeadCard {
  return {
    id: null, version: null, customer, contact: "", title: "", phone: "", wechat: "", email: "", industry: "", province: "", city: "", district: "",
    source: "Inquiry", source_note: "", need: "", received_at: null, customer_id: null,
  };
}

/** What a lead is called: the company, without one the contact. */
export function nameOf(card: Pick<LeadCard, "customer" | "contact">): string {
  return card.customer.trim() === "" ? card.contact.trim() : card.customer.trim();
}

/** The boxes of text, and how many characters they take. */
export const LONGEST = {
  customer: 200, contact: 60, title: 60, phone: 40, wechat: 60, email: 254, industry: 60, province: 60, city: 60, district: 60, source_note: 200, need: 2000,
};
export type TextField = keyof typeof LONGEST;

/** A fault of the card: its field and the name of the words for it. */
export interface CardFault {
  field: string;
  says: "nameMissing" | "reachMissing" | "badPhone" | "badEmail" | "future" | "tooLong";
}

/** What must be put right before the card can be saved; `now` in milliseconds. */
export function cardFaults(card: LeadCard, now: number): CardFault[] {
  const faults: CardFault[] = [];
  if (nameOf(card) === "") faults.push({ field: "customer", says: "nameMissing" });
  if ([card.phone, card.wechat, card.email].every((way) => way.trim() === "")) faults.push({ field: "phone", says: "reachMissing" });
  if (!looksLikePhone(card.phone)) faults.push({ field: "phone", says: "badPhone" });
  if (!looksLikeEmail(card.email)) faults.push({ field: "email", says: "badEmail" });
  // A minute of grace: the box knows no seconds.
  if (card.received_at !== null && Date.parse(card.received_at) > now + 60_000) faults.push({ field: "received_at", says: "future" });
  for (const field of Object.keys(LONGEST) as TextField[]) if ([...card[field]].length > LONGEST[field]) faults.push({ field, says: "tooLong" });
  return faults;
}

/** The card as it is sent: without blanks around. */
export function tidyCard(card: LeadCard): LeadCard {
  const trimmed = Object.fromEntries((Object.keys(LONGEST) as TextField[]).map((field) => [field, card[field].trim()]));
  return { ...card, ...trimmed };
}

/** What is asked to find look-alikes: too little typed asks nothing. */
export function likeAsk(card: LeadCard): LeadLikeAsk | null {
  const name = card.customer.trim();
  const phone = card.phone.replace(/\D/g, "").length >= 7 ? card.phone.trim() : "";
  return [...name].length < 2 && phone === "" ? null : { id: card.id, name, phone };
}

/** 省 市 区 without repeating. */
export function regionText(card: Pick<LeadCard, "province" | "city" | "district">): string {
  return [...new Set([card.province, card.city, card.district].map((part) => part.trim()).filter((part) => part !== ""))].join(" ");
}

/** States in which the process goes on, and those in which it ended. */
export const OPEN: LeadState[] = ["New", "Rated", "Assigned"];
export const ENDED: LeadState[] = ["Converted", "Lost", "Invalid", "Merged"];

/** The filters behind the views that every book has. */
export function viewFilters(me: number | null, today: string): Record<"unrated" | "mine" | "today" | "overdue" | "all" | "ended", LeadFilter> {
  return {
    unrated: { ...EVERY_LEAD, states: ["New"] },
    mine: { ...EVERY_LEAD, states: OPEN, owner_id: me },
    // What was promised for an earlier day and not done is still to be done today.
    today: { ...EVERY_LEAD, states: OPEN, next_before: today === "" ? null : besideDay(today, 1) },
    overdue: { ...EVERY_LEAD, overdue: true },
    all: EVERY_LEAD,
    ended: { ...EVERY_LEAD, states: ENDED },
  };
}

/** How long after receipt it was registered, in whole minutes. */
export function minutesToRegister(lead: LeadView): number | null {
  if (lead.card.received_at === null) return null;
  return Math.max(0, Math.round((Date.parse(lead.registered_at) - Date.parse(lead.card.received_at)) / 60_000));
}

/** A step of the process: whether it was taken, is next, or is still far. */
export interface LeadStep {
  key: "registered" | "rated" | "assigned" | "contacted" | "converted" | "lost" | "invalid" | "merged";
  at: string | null;
  state: "done" | "now" | "later" | "ended";
}

/** The steps with their instants; the first that is not done is the present one. An ended lead says where it ended. */
export function stepsOf(lead: LeadView): LeadStep[] {
  const met = (rule: string): string | null => lead.deadlines.find((one) => one.rule === rule && (one.state === "Met" || one.state === "Late"))?.ended_at ?? null;
  const reached = [...lead.follow_ups].reverse().find((one) => one.reached)?.at ?? null;
  const assigned = lead.owner_id !== null && lead.state !== "New" && lead.state !== "Rated";
  const taken: [LeadStep["key"], boolean, string | null][] = [
    ["registered", true, lead.registered_at],
    ["rated", lead.rating !== null, lead.rating?.at ?? null],
    ["assigned", assigned, met("LeadAssignment") ?? lead.deadlines.find((one) => one.rule === "LeadFirstContact")?.started_at ?? null],
    ["contacted", reached !== null, reached],
    ["converted", lead.state === "Converted", met("LeadIntoStage2")],
  ];
  const closed = ({ Lost: "lost", Invalid: "invalid", Merged: "merged" } as Partial<Record<LeadState, LeadStep["key"]>>)[lead.state];
  const shown = closed === undefined ? taken : taken.filter(([, done]) => done);
  let next = true;
  const steps = shown.map(([key, done, at]): LeadStep => {
    if (done) return { key, at, state: "done" };
    const state = next && closed === undefined ? "now" : "later";
    next = false;
    return { key, at: null, state };
  });
  return closed === undefined ? steps : [...steps, { key: closed, at: null, state: "ended" }];
}
