/** What an opportunity's card is before it is saved, what is wrong with it, and the filters of the usual views. Pure. */
import type { OpportunityCard, OpportunityFilter } from "../../bridge";
import { OPEN_STAGES } from "../../parts/deal/StageChip";
import { EVERY_DEAL } from "../../parts/everything";
import { readDate, readScaled } from "../../parts/paste";
import { amount } from "../../words/figures";

/** The card as it is typed: amount and date stay text until the core is asked. */
export interface TypedCard {
  id: number | null;
  version: number | null;
  name: string;
  customerId: number | null;
  customerName: string;
  ownerId: number | null;
  expected: string;
  expectedOn: string;
}

/** A card with nothing on it but perhaps a customer. */
export function emptyCard(ownerId: number | null, customer: { id: number; name: string } | null): TypedCard {
  return { id: null, version: null, name: "", customerId: customer?.id ?? null, customerName: customer?.name ?? "", ownerId, expected: "", expectedOn: "" };
}

/** What stands in the book, as it is typed. */
export function typedOf(card: OpportunityCard, customer: string): TypedCard {
  return {
    id: card.id, version: card.version, name: card.name, customerId: card.customer_id, customerName: customer, ownerId: card.owner_id,
    expected: card.expected_fen === 0 ? "" : amount(card.expected_fen), expectedOn: card.expected_on ?? "",
  };
}

/** Fields that must be put right before the card can be saved. */
export type Wrong = "name" | "customer_id" | "expected_fen" | "expected_on";

/** What is wrong with it as it stands. */
export function wrongOf(card: TypedCard, today: string): Wrong[] {
  const fen = card.expected.trim() === "" ? 0 : readScaled(card.expected, 2);
  return [
    ...(card.name.trim() === "" ? ["name" as const] : []),
    ...(card.customerId === null ? ["customer_id" as const] : []),
    ...(fen === null || fen < 0 ? ["expected_fen" as const] : []),
    ...(card.expectedOn.trim() !== "" && readDate(card.expectedOn, today) === null ? ["expected_on" as const] : []),
  ];
}

/** The card as it is sent; call it only when nothing is wrong. */
export function cardOf(card: TypedCard, today: string): OpportunityCard {
  return {
    id: card.id, version: card.version, name: card.name.trim(), customer_id: card.customerId, owner_id: card.ownerId,
    expected_fen: readScaled(card.expected, 2) ?? 0, expected_on: card.expectedOn.trim() === "" ? null : readDate(card.expectedOn, today),
  };
}

/** The filters behind the views that every book has. */
export function viewFilters(me: number | null): Record<"open" | "mine" | "won" | "lost" | "all", OpportunityFilter> {
  return {
    open: { ...EVERY_DEAL, stages: OPEN_STAGES },
    mine: { ...EVERY_DEAL, stages: OPEN_STAGES, owner_id: me },
    won: { ...EVERY_DEAL, stages: ["Won"] },
    lost: { ...EVERY_DEAL, stages: ["Lost"] },
    all: EVERY_DEAL,
  };
}
