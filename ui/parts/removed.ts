/** After something was removed: said with 「撤销」, which brings it back to where it can be seen. */
import { call, faultOf, refresh, type BinKind, type Removed } from "../bridge";
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
  // The page that removed it is gone by now: nothing here may depend on its being there.
  const restore = async (id: number): Promise<void> => {
    try {
      const back = await call("bin_restore", { id });
      say(w.restored(back.name === "" ? w.noName : back.name));
      goTo(placeOf(back.kind, back.id));
      await refresh();
    } catch (error) {
      const fault = faultOf(error);
      say(fault.kind === "Refused" ? fault.reasons.map((reason) => refusalWords(language, reason)).join("　") : frame.broken);
    }
  };
  return (removed) => say(w.removed(removed.name === "" ? w.noName : removed.name), { label: frame.undo, run: () => void restore(removed.id) });
}
