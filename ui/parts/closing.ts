/** The tab of a card that is changed and not saved: closing it asks whether its draft stays. */
import { useEffect } from "react";
import { useWords } from "../words";
import { choose } from "./Dialog";
import { guardClosing } from "./place";

/** Closing the tab of a changed card asks first whether its draft stays. */
export function useLeaving(address: string, dirty: boolean, drop: () => void): void {
  const w = useWords().unfinished.close;
  useEffect(() => {
    if (!dirty) return;
    guardClosing(address, async () => {
      const way = await choose({ title: w.title, text: w.text, yes: w.keep, other: w.discard, no: w.stay });
      if (way === "other") drop();
      return way !== "no";
    });
    return () => guardClosing(address, null);
  });
}
