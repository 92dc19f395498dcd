/** Whether the window is as narrow as the smallest at which everything is usable; the style sheets know the same measure. */
import { useSyncExternalStore } from "react";

const narrow = matchMedia("(max-width:1119px)");

function subscribe(heard: () => void): () => void {
  narrow.addEventListener("change", heard);
  return () => narrow.removeEventListener("change", heard);
}

/** Told anew when the window changes. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
