/** Where the parts of a pasted block go on a customer's card, and a card with them on it. Pure, but for what is carried between places. */
import type { Contact, CustomerCard, PartKind, PastedPart } from "../../bridge";
import type { Found, Placed } from "../../parts/pasted";
import type { useWords } from "../../words";
import { emptyContact } from "./card";

type W = ReturnType<typeof useWords>;
type CardField = "name" | "invoice_title" | "phone" | "tax_number" | "bank_name" | "bank_account" | "note" | "address" | "province" | "city" | "district";
type ContactField = "name" | "title" | "phone" | "email" | "wechat";

/** A place on the card: a field of it, or of one of its contacts. */
type Spot = { field: CardField } | { contact: number; field: ContactField };

const CONTACT: Partial<Record<PartKind, ContactField>> = { Title: "title", Phone: "phone", Email: "email", Wechat: "wechat" };
const CARD: Partial<Record<PartKind, CardField>> = { TaxNumber: "tax_number", Address: "address", BankName: "bank_name", BankAccount: "bank_account" };
const isMobile = (phone: string): boolean => /^1\d{10}$/.test(phone);

/** The place of each part, in their order. A second one of a kind goes where there is room, at last into the note. */
function spots(card: CustomerCard, parts: PastedPart[]): Spot[] {
  const used = new Set<string>();
  const take = (spot: Spot): Spot => { used.add(JSON.stringify(spot)); return spot; };
  const free = (spot: Spot): boolean => !used.has(JSON.stringify(spot));
  const people = parts.filter((part) => part.kind === "Person");
  const rowOf = (name: string): number => {
    const known = card.contacts.findIndex((contact) => contact.name.trim() === name);
    if (known >= 0) return known;
    const fresh = people.filter((one) => !card.contacts.some((contact) => contact.name.trim() === one.value));
    return card.contacts.length + Math.max(0, fresh.findIndex((one) => one.value === name));
  };
  const main = Math.max(0, card.contacts.findIndex((contact) => contact.main));
  let row = people[0] !== undefined ? rowOf(people[0].value) : main;
  return parts.map((part): Spot => {
    if (part.kind === "Person") row = rowOf(part.value);
    if (part.kind === "Person") return take({ contact: row, field: "name" });
    const inCard = part.kind === "Company" ? (free({ field: "name" }) ? "name" as const : "invoice_title" as const) : CARD[part.kind];
    if (inCard !== undefined && free({ field: inCard })) return take({ field: inCard });
    const field = CONTACT[part.kind];
    const own: Spot | null = field === undefined ? null : { contact: row, field };
    const company: Spot = { field: "phone" };
    if (part.kind === "Phone" && !isMobile(part.value) && free(company)) return take(company);
    if (own !== null && free(own) && (part.kind !== "Phone" || people.length > 0 || card.contacts.length > 0)) return take(own);
    if (part.kind === "Phone" && free(company)) return take(company);
    return { field: "note" };
  });
}

function readSpot(card: CustomerCard, spot: Spot): string {
  if (!("contact" in spot)) return spot.field === "note" ? "" : card[spot.field];
  return card.contacts[spot.contact]?.[spot.field] ?? "";
}

/** What stands where each part would go. */
export function placeOnCard(card: CustomerCard, parts: PastedPart[], w: W): Placed[] {
  const all = spots(card, parts);
  const nameAt = (row: number): string => {
    const index = all.findIndex((spot) => "contact" in spot && spot.contact === row && spot.field === "name");
    return parts[index]?.value ?? card.contacts[row]?.name ?? "";
  };
  return all.map((spot, index): Placed => {
    const part = parts[index];
    const target = "contact" in spot ? w.pasted.contactOf(spot.field === "name" ? "" : nameAt(spot.contact), w.customers.contact[spot.field]) : w.customers.fields[spot.field];
    if ("contact" in spot || spot.field !== "address" || part === undefined) return { target, old: readSpot(card, spot) };
    const old = [card.province, card.city === card.province ? "" : card.city, card.district, card.address].join("");
    return { target: w.customers.sections.place, old };
  });
}

/** The card with the taken parts on it. What had no field of its own is added to the note with its kind; nothing is lost. */
export function applied(card: CustomerCard, found: Found[], w: W): CustomerCard {
  const all = spots(card, found);
  let next: CustomerCard = { ...card, contacts: card.contacts.map((contact) => ({ ...contact })) };
  found.forEach((part, index) => {
    const spot = all[index];
    if (spot === undefined || !part.taken) return;
    if ("contact" in spot) next = { ...next, contacts: withContact(next.contacts, spot.contact, { [spot.field]: part.value }) };
    else if (spot.field === "note") {
      const line = part.kind === "Need" ? part.value : `${w.pasted.kinds[part.kind]} ${part.value}`;
      const there = next.note.split("\n").includes(line);
      next = { ...next, note: there ? next.note : [next.note, line].filter((one) => one !== "").join("\n") };
    } else if (spot.field === "address" && part.region !== null) {
      const { province, city, district, street } = part.region;
      next = { ...next, province, city, district, address: street === "" && province === "" && city === "" ? part.value : street };
    } else next = { ...next, [spot.field]: part.value };
  });
  return { ...next, contacts: next.contacts.filter((contact, row) => row < card.contacts.length || Object.values(contact).some((value) => typeof value === "string" && value !== "")) };
}

/** Rows are added until there is the one meant; the first of a card is the main one. */
function withContact(contacts: Contact[], row: number, part: Partial<Contact>): Contact[] {
  const all = [...contacts];
  while (all.length <= row) all.push(emptyContact(all.length === 0));
  return all.map((contact, index) => (index === row ? { ...contact, ...part } : contact));
}

let carried = "";

/** Takes a text along to another card. */
export function carry(text: string): void {
  carried = text;
}

/** The text that was taken along; it is handed over once. */
export function takeCarried(): string {
  const text = carried;
  carried = "";
  return text;
}
