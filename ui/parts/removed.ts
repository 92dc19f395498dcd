/** After something was removed: said with 「撤销」, which brings it back to where it can be seen. */
import { useAct, faultOf, type BinKind, type Removed } from "../bridge";
import { refusalWords, useLanguage, useWords } from "../words";
import { addressOf, goTo, type Room } from "./place";
import { say } from "./Toast";

const ROOM: Record<BinKind, Room> = { Order: "orders", Customer: "customers", Product: "products", Contact: "customers" };

/** Where something that came back is to be seen. */
export function placeOf(kind: BinKind, id: number): string {
  return addressOf(ROOM[kind], id);
}

/** Says what was removed and offers the way back. */
export function useRemovedSaid(): (removed: Removed) => void {
  const { bin: w, frame } = useWords();
  const language = useLanguage();
  const restore = useAct("bin_restore", (back) => {
    say(w.restored(back.name === "" ? w.noName : back.name));
    goTo(placeOf(back.kind, back.id));
  });
  const refused = (error: Error): void => {
    const fault = faultOf(error);
    say(fault.kind === "Refused" ? fault.reasons.map((reason) => refusalWords(language, reason)).join("　") : frame.broken);
  };
  return (removed) => say(w.removed(removed.name === "" ? w.noName : removed.name), { label: frame.undo, run: () => restore.mutate({ id: removed.id }, { onError: refused }) });
}
