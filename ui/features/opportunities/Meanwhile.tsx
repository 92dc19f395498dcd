/** Somebody else saved the card or the list meanwhile: what both changed, to be put together. */
import type { ReactNode } from "react";
import { useAsk } from "../../bridge";
import { Compare } from "../../parts/Compare";
import { comparedOf, mergedOf, type Flat, type Side } from "../../parts/comparing";
import type { Kept } from "../../parts/kept";
import type { SheetRow } from "../../parts";
import { fieldWords, useLanguage, useWords } from "../../words";
import type { TypedCard } from "./card";
import type { TypedNeeds } from "./needDraft";

interface MergeProps<Value> {
  kept: Kept<Value>;
  saved: Value;
  flat: (value: Value) => Flat;
  /** A merged record over what is saved. */
  whole: (flat: Flat, saved: Value) => Value;
  label: (key: string) => string;
  text: (key: string, value: unknown) => string;
  onClose: () => void;
}

function Merge<Value>({ kept, saved, flat, whole, label, text, onClose }: MergeProps<Value>): ReactNode {
  const [mine, theirs] = [flat(kept.draft), flat(saved)];
  const merge = (choices: Record<string, Side>): void => { kept.rebase(whole(mergedOf(mine, theirs, choices), saved)); onClose(); };
  return <Compare fields={comparedOf(flat(kept.base), mine, theirs)} label={label} text={text} onClose={onClose} onMerge={merge} />;
}

interface CardProps {
  kept: Kept<TypedCard>;
  saved: TypedCard;
  onClose: () => void;
}

/** The card's fields. */
export function CardMeanwhile(props: CardProps): ReactNode {
  const language = useLanguage();
  const people = useAsk("person_list", {}).data ?? [];
  const flat = ({ name, customerId, customerName, ownerId, expected, expectedOn }: TypedCard): Flat => ({ name, customer_id: { customerId, customerName }, owner_id: ownerId, expected_fen: expected, expected_on: expectedOn });
  const whole = (one: Flat, saved: TypedCard): TypedCard => ({ ...saved, ...(one["customer_id"] as Pick<TypedCard, "customerId" | "customerName">), name: String(one["name"]), ownerId: one["owner_id"] as number | null, expected: String(one["expected_fen"]), expectedOn: String(one["expected_on"]) });
  const text = (key: string, value: unknown): string => {
    if (key === "owner_id") return people.find((one) => one.id === value)?.name ?? "";
    return key === "customer_id" ? (value as { customerName: string }).customerName : String(value ?? "");
  };
  return <Merge {...props} flat={flat} whole={whole} label={(key) => fieldWords(language, key)} text={text} />;
}

interface NeedsProps {
  kept: Kept<TypedNeeds>;
  saved: TypedNeeds;
  onClose: () => void;
}

/** The list's head, and its rows one by one. */
export function NeedsMeanwhile(props: NeedsProps): ReactNode {
  const language = useLanguage();
  const { history: h } = useWords();
  const flat = ({ contactId, address, note, rows }: TypedNeeds): Flat => ({ contact_id: contactId, delivery_address: address, note, ...Object.fromEntries(rows.map((row, index) => [`lines.${index}`, row])) });
  const whole = (one: Flat, saved: TypedNeeds): TypedNeeds => ({
    ...saved, contactId: one["contact_id"] as number | null, address: String(one["delivery_address"]), note: String(one["note"]),
    rows: Object.entries(one).filter(([key, row]) => key.startsWith("lines.") && row !== undefined).sort(([a], [b]) => Number(a.slice(6)) - Number(b.slice(6))).map(([, row]) => row as SheetRow),
  });
  const label = (key: string): string => (key.startsWith("lines.") ? h.line(Number(key.slice(6)) + 1) : fieldWords(language, key));
  const text = (key: string, value: unknown): string => (key.startsWith("lines.") ? Object.values((value as SheetRow | undefined)?.cells ?? {}).filter((cell) => cell !== "").join(" · ") : String(value ?? ""));
  return <Merge {...props} flat={flat} whole={whole} label={label} text={text} />;
}
