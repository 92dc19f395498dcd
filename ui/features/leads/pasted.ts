/** Where the parts of a pasted block go on a lead's card, and a card with them on it. Pure, but for what is carried between places. */
import type { LeadCard, PartKind, PastedPart } from "../../bridge";
import type { Found, Placed } from "../../parts/pasted";
import type { Words } from "../../words";
import { regionText } from "./card";

type CardField = "customer" | "contact" | "title" | "phone" | "wechat" | "email";
/** A place: a box of its own, the region's boxes, or the description of the need, which takes everything. */
type Spot = CardField | "region" | "need";

const OWN: Partial<Record<PartKind, CardField>> = { Company: "customer", Person: "contact", Title: "title", Phone: "phone", Wechat: "wechat", Email: "email" };

/** The place of each part, in their order; a second one of a kind goes into the need. */
function spots(parts: PastedPart[]): Spot[] {
  const used = new Set<Spot>();
  return parts.map((part): Spot => {
    const own = part.kind === "Address" && part.region !== null ? "region" : OWN[part.kind];
    if (own === undefined || used.has(own)) return "need";
    used.add(own);
    return own;
  });
}

/** A part as a line of the need: a need as it is, anything else with its kind. A street goes along with its address. */
function lineOf(part: PastedPart, w: Words): string {
  return part.kind === "Need" ? part.value : `${w.pasted.kinds[part.kind]} ${part.value}`;
}

/** What stands where each part would go. */
export function placeOnLead(card: LeadCard, parts: PastedPart[], w: Words): Placed[] {
  return spots(parts).map((spot): Placed => {
    if (spot === "need") return { target: w.leads.fields.need, old: "" };
    if (spot === "region") return { target: w.leads.fields.region, old: regionText(card) };
    return { target: w.leads.fields[spot], old: card[spot] };
  });
}

/** The card with the taken parts on it; nothing that was found and taken is lost. */
export function applied(card: LeadCard, found: Found[], w: Words): LeadCard {
  const all = spots(found);
  let next: LeadCard = { ...card };
  const noted = (line: string): void => {
    if (line.trim() === "" || next.need.split("\n").includes(line)) return;
    next = { ...next, need: [next.need, line].filter((one) => one !== "").join("\n") };
  };
  found.forEach((part, index) => {
    const spot = all[index];
    if (spot === undefined || !part.taken) return;
    if (spot === "need") noted(lineOf(part, w));
    else if (spot === "region" && part.region !== null) {
      const { province, city, district, street } = part.region;
      next = { ...next, province, city, district };
      // A lead has no street: the whole address stays readable in the need.
      if (street !== "") noted(lineOf(part, w));
    } else if (spot !== "region") next = { ...next, [spot]: part.value };
  });
  return next;
}
