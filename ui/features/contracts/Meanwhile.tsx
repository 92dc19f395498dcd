/** Somebody else saved the contract meanwhile: what both changed, to be put together. */
import type { ReactNode } from "react";
import type { ClauseDraft, ContractKind } from "../../bridge";
import type { Kept } from "../../parts/kept";
import { Merging, useMergeWords } from "../../parts/Merging";
import { fieldWords, useLanguage, useWords } from "../../words";
import { CLAUSE, flatContract, wholeContract, type TypedContract } from "./form";

interface MeanwhileProps {
  kept: Kept<TypedContract>;
  saved: TypedContract;
  onClose: () => void;
}

/** The question. */
export function ContractMeanwhile(props: MeanwhileProps): ReactNode {
  const language = useLanguage();
  const { contracts: { form: w, names } } = useWords();
  const words = useMergeWords(props.saved.customerId);
  const own = w.fields as Record<string, string>;
  const label = (key: string): string => (key.startsWith(CLAUSE) ? `${w.clauses} ${Number(key.slice(CLAUSE.length)) + 1}` : words.label(key, (name) => own[name] ?? fieldWords(language, name)));
  const text = (key: string, value: unknown): string => {
    if (key === "customer_id") return (value as { customerName: string }).customerName;
    if (key === "kind") return names.kinds[value as ContractKind];
    if (key.startsWith(CLAUSE)) return value === undefined ? "" : `${(value as ClauseDraft).title}　${(value as ClauseDraft).body}`;
    return words.text(key, value);
  };
  return <Merging {...props} flat={flatContract} whole={wholeContract} label={label} text={text} />;
}
