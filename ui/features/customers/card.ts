/** What a customer's card is before it is saved, and what is wrong with it as it stands. Pure. */
import type { Contact, CustomerCard, OrderFilter, SimilarAsk } from "../../bridge";
import type { Flat } from "../../parts/comparing";
import { EVERY_ORDER } from "../../parts/everything";
import { looksLikeEmail, looksLikePhone, readTaxNumber } from "../../parts/reach";

/** A card with nothing on it but perhaps a name. */
export function emptyCard(name = "", owner: number | null = null): CustomerCard {
  return {
    id: null, version: null, code: "", name, short_name: "", print_name: "", tax_number: "", invoice_title: "", industry: "",
    province: "", city: "", district: "", address: "", phone: "", bank_name: "", bank_account: "", owner_id: owner, note: "",
    contacts: [],
  };
}

/** A contact with nothing on it; the first one of a customer is the main one. */
export function emptyContact(first: boolean): Contact {
  return { id: null, name: "", title: "", salutation: "", phone: "", wechat: "", email: "", main: first };
}

/** Whether nothing was written about a contact. */
export function isBlank(contact: Contact): boolean {
  return [contact.name, contact.title, contact.salutation, contact.phone, contact.wechat, contact.email].every((text) => text.trim() === "");
}

/** The card as it is sent: rows nobody filled are left out, and exactly one contact is the main one if there is any. */
export function tidyCard(card: CustomerCard): CustomerCard {
  const contacts = card.contacts.filter((contact) => !isBlank(contact));
  const main = Math.max(0, contacts.findIndex((contact) => contact.main));
  return { ...card, contacts: contacts.map((contact, row) => ({ ...contact, main: row === main })) };
}

/** Takes a contact out; another one becomes the main one if need be. */
export function withoutContact(contacts: Contact[], row: number): Contact[] {
  const left = contacts.filter((_, index) => index !== row);
  return left.some((contact) => contact.main) ? left : left.map((contact, index) => ({ ...contact, main: index === 0 }));
}

/** What is asked to find look-alikes: too little typed asks nothing. */
export function similarAsk(card: CustomerCard): SimilarAsk | null {
  const name = card.name.trim();
  const phones = [card.phone, ...card.contacts.map((contact) => contact.phone)].filter((phone) => phone.replace(/\D/g, "").length >= 7);
  return [...name].length < 2 && phones.length === 0 ? null : { id: card.id, name, phones };
}

/** A fault of the card: its field and the name of the words for it. */
export interface CardFault {
  field: string;
  says: "nameMissing" | "badEmail" | "badPhone" | "contactName" | "taxNumber" | "tooLong";
}

/** The boxes of text, and how many characters the core takes. */
export const LONGEST = {
  name: 200, short_name: 60, print_name: 200, code: 40, industry: 60, phone: 40, invoice_title: 200, bank_name: 100, bank_account: 60,
  province: 60, city: 60, district: 60, address: 300,
};
export type TextField = keyof typeof LONGEST;
/** The same of a contact. */
export const LONGEST_OF_CONTACT = { name: 60, title: 60, phone: 60, wechat: 60, email: 254 };

const longer = (text: string, most: number): boolean => [...text].length > most;

/** What must be put right before the card can be saved. */
export function cardFaults(card: CustomerCard): CardFault[] {
  const faults: CardFault[] = [];
  if (card.name.trim() === "") faults.push({ field: "name", says: "nameMissing" });
  if (!["empty", "right", "old"].includes(readTaxNumber(card.tax_number).kind)) faults.push({ field: "tax_number", says: "taxNumber" });
  if (!looksLikePhone(card.phone)) faults.push({ field: "phone", says: "badPhone" });
  for (const field of Object.keys(LONGEST) as TextField[]) if (longer(card[field], LONGEST[field])) faults.push({ field, says: "tooLong" });
  card.contacts.forEach((contact, row) => {
    if (isBlank(contact)) return;
    if (contact.name.trim() === "") faults.push({ field: `contacts.${row}.name`, says: "contactName" });
    if (!looksLikePhone(contact.phone)) faults.push({ field: `contacts.${row}.phone`, says: "badPhone" });
    if (!looksLikeEmail(contact.email)) faults.push({ field: `contacts.${row}.email`, says: "badEmail" });
    for (const field of Object.keys(LONGEST_OF_CONTACT) as (keyof typeof LONGEST_OF_CONTACT)[]) if (longer(contact[field], LONGEST_OF_CONTACT[field])) faults.push({ field: `contacts.${row}.${field}`, says: "tooLong" });
  });
  return faults;
}

/** 省 市 区 without repeating: 北京 北京 朝阳 → 北京 朝阳. */
export function regionText(card: Pick<CustomerCard, "province" | "city" | "district">): string {
  return [...new Set([card.province, card.city, card.district].map((part) => part.trim()).filter((part) => part !== ""))].join(" ");
}

/** The card by its fields, each contact being one, to compare two versions of it. */
export function flatOf(card: CustomerCard): Flat {
  const { contacts, version: _version, id: _id, ...rest } = card;
  return { ...rest, ...Object.fromEntries(contacts.map((contact, row) => [`contacts.${contact.id ?? `new${row}`}`, contact])) };
}

/** A card of compared fields: theirs by id and version, so that it can be saved. */
export function cardOfFlat(flat: Flat, theirs: CustomerCard): CustomerCard {
  const contacts = Object.entries(flat).filter(([key, value]) => key.startsWith("contacts.") && value !== undefined).map(([, value]) => value as Contact);
  const main = Math.max(0, contacts.findIndex((contact) => contact.main));
  const fields = Object.fromEntries(Object.entries(flat).filter(([key]) => !key.startsWith("contacts.")));
  return { ...theirs, ...fields, contacts: contacts.map((contact, row) => ({ ...contact, main: row === main })) };
}

/** Every order of a customer. */
export function everyOrderOf(id: number): OrderFilter {
  return { ...EVERY_ORDER, customer_id: id };
}
