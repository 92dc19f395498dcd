/** Somebody else saved meanwhile what a kept form began with: both are compared, and the form goes on from theirs. */
import type { ReactNode } from "react";
import { useAsk, type PaymentTerms } from "../bridge";
import { listed, useLanguage, useWords } from "../words";
import { Compare } from "./Compare";
import { comparedOf, mergedOf, type Flat, type Side } from "./comparing";
import type { Kept } from "./kept";
import type { SheetRow } from "./Sheet";

interface MergingProps<Value> {
  kept: Kept<Value>;
  saved: Value;
  flat: (value: Value) => Flat;
  /** A merged record over what is saved. */
  whole: (flat: Flat, saved: Value) => Value;
  label: (key: string) => string;
  text: (key: string, value: unknown) => string;
  onClose: () => void;
}

/** The question; nothing that was typed is lost by it. */
export function Merging<Value>({ kept, saved, flat, whole, label, text, onClose }: MergingProps<Value>): ReactNode {
  const [mine, theirs] = [flat(kept.draft), flat(saved)];
  const merge = (choices: Record<string, Side>): void => { kept.rebase(whole(mergedOf(mine, theirs, choices), saved)); onClose(); };
  return <Compare fields={comparedOf(flat(kept.base), mine, theirs)} label={label} text={text} onClose={onClose} onMerge={merge} />;
}

/** Whether the form stands on what somebody else has saved over since. */
export function isBehind<Value extends { version: number | null }>(kept: Kept<Value>, saved: Value): boolean {
  return kept.dirty && kept.base.version !== saved.version;
}

/** What the fields of any such form are called and say. */
export interface MergeWords {
  label: (key: string, word: (key: string) => string) => string;
  text: (key: string, value: unknown) => string;
}

/** Lines by their number, people and contacts by their names, terms by their shares; all else as it was typed. */
export function useMergeWords(customerId: number | null): MergeWords {
  const { history: h, names } = useWords();
  const language = useLanguage();
  const people = useAsk("person_list", {}).data ?? [];
  const contacts = useAsk("customer_view", { id: customerId ?? 0 }, { enabled: customerId !== null, keep: false }).data?.contacts ?? [];
  return {
    label: (key, word) => (key.startsWith("lines.") ? h.line(Number(key.slice(6)) + 1) : word(key)),
    text: (key, value) => {
      if (value === null || value === undefined) return "";
      if (key.startsWith("lines.")) return Object.values((value as SheetRow).cells).filter((cell) => cell !== "").join(" · ");
      if (key === "owner_id") return people.find((one) => one.id === value)?.name ?? "";
      if (key === "contact_id") return contacts.find((one) => one.id === value)?.name ?? "…";
      if (key === "terms") return listed(language, (value as PaymentTerms).instalments.map((one) => `${names.trigger[one.trigger]} ${one.share / 100}%`));
      return String(value);
    },
  };
}
