/** Somebody else saved the version meanwhile: what both changed, to be put together. */
import type { ReactNode } from "react";
import type { Kept } from "../../parts/kept";
import { Merging, useMergeWords } from "../../parts/Merging";
import { fieldWords, useLanguage } from "../../words";
import { flatQuotation, wholeQuotation, type TypedQuotation } from "./draft";

interface MeanwhileProps {
  kept: Kept<TypedQuotation>;
  saved: TypedQuotation;
  customerId: number;
  onClose: () => void;
}

/** The question. */
export function QuotationMeanwhile({ customerId, ...props }: MeanwhileProps): ReactNode {
  const language = useLanguage();
  const words = useMergeWords(customerId);
  return <Merging {...props} flat={flatQuotation} whole={wholeQuotation} label={(key) => words.label(key, (name) => fieldWords(language, name))} text={words.text} />;
}
