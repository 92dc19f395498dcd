/** Somebody else saved the card or the list meanwhile: what both changed, to be put together. */
import type { ReactNode } from "react";
import type { Kept } from "../../parts/kept";
import { flatRows, rowsOf, type Flat } from "../../parts/comparing";
import { Merging, useMergeWords } from "../../parts/Merging";
import { fieldWords, useLanguage } from "../../words";
import type { TypedCard } from "./card";
import type { TypedNeeds } from "./needDraft";

interface CardProps {
  kept: Kept<TypedCard>;
  saved: TypedCard;
  onClose: () => void;
}

/** The card's fields. */
export function CardMeanwhile(props: CardProps): ReactNode {
  const language = useLanguage();
  const words = useMergeWords(null);
  const flat = ({ name, customerId, customerName, ownerId, expected, expectedOn }: TypedCard): Flat => ({ name, customer_id: { customerId, customerName }, owner_id: ownerId, expected_fen: expected, expected_on: expectedOn });
  const whole = (one: Flat, saved: TypedCard): TypedCard => ({ ...saved, ...(one["customer_id"] as Pick<TypedCard, "customerId" | "customerName">), name: String(one["name"]), ownerId: one["owner_id"] as number | null, expected: String(one["expected_fen"]), expectedOn: String(one["expected_on"]) });
  const text = (key: string, value: unknown): string => (key === "customer_id" ? (value as { customerName: string }).customerName : words.text(key, value));
  return <Merging {...props} flat={flat} whole={whole} label={(key) => fieldWords(language, key)} text={text} />;
}

interface NeedsProps {
  kept: Kept<TypedNeeds>;
  saved: TypedNeeds;
  customerId: number | null;
  onClose: () => void;
}

/** The list's head, and its rows one by one. */
export function NeedsMeanwhile({ customerId, ...props }: NeedsProps): ReactNode {
  const language = useLanguage();
  const words = useMergeWords(customerId);
  const flat = ({ contactId, address, note, rows }: TypedNeeds): Flat => ({ contact_id: contactId, delivery_address: address, note, ...flatRows(rows) });
  const whole = (one: Flat, saved: TypedNeeds): TypedNeeds => ({ ...saved, contactId: one["contact_id"] as number | null, address: String(one["delivery_address"]), note: String(one["note"]), rows: rowsOf(one) });
  return <Merging {...props} flat={flat} whole={whole} label={(key) => words.label(key, (name) => fieldWords(language, name))} text={words.text} />;
}
