/** A fault in one line, where a note has no room: in a message, beside a row. */
import { faultOf, type Fault } from "../bridge";
import { refusalWords, useLanguage, useWords } from "../words";

function isFault(error: unknown): error is Fault {
  return typeof error === "object" && error !== null && "kind" in error;
}

/** How a fault, or what was thrown with it, is said in the present language. */
export function useFaultWords(): (error: unknown) => string {
  const language = useLanguage();
  const { frame, lists } = useWords();
  return (error) => {
    const fault = isFault(error) ? error : faultOf(error);
    if (fault.kind === "Refused") return [...new Set(fault.reasons.map((reason) => refusalWords(language, reason)))].join(language === "Zh" ? "；" : "; ");
    return fault.kind === "Stale" ? lists.bulk.stale : frame.broken;
  };
}
