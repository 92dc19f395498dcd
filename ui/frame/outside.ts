/** What the page keeps up outside of itself: title, tray, size, look; and where it is led from there. */
import { useEffect } from "react";
import { inWindow, onWindowGo, windowSay, windowZoom, type AppStatus } from "../bridge";
import { useBegun, type Begun } from "../parts/begun";
import { composing, keyName } from "../parts/keys";
import { setZoom, steppedZoom, trayIs, useHides, useZoom, zoomNow } from "../parts/desk";
import { goTo } from "../parts/place";
import { useWords, type Words } from "../words";
import { rooms } from "./rooms";
import { useAppearance } from "../parts/theme";

/** The keys of the size and their steps; they work everywhere, also while typing. A plain browser has its own. */
export const ZOOM_KEYS: Record<string, -1 | 0 | 1> = { "Mod++": 1, "Mod+=": 1, "Mod+-": -1, "Mod+0": 0 };

/** The number of things that wait for the person: what stands beside the rooms, without letters that go by themselves. */
function waiting(status: AppStatus | undefined, begun: readonly Begun[], words: Words): number {
  if (status === undefined || status.person === null) return 0;
  const due = rooms.filter(({ room }) => room !== "today").flatMap((entry) => entry.due(status.counts, begun, words));
  return due.reduce((sum, { count }) => sum + count, 0) - status.counts.outbox_waiting;
}

/** Tells the window what it shows outside of the page, whenever it changes. */
export function useOutside(status: AppStatus | undefined): void {
  const words = useWords();
  const w = words.desktop;
  const begun = useBegun();
  const appearance = useAppearance();
  const hides = useHides();
  const zoom = useZoom();
  const company = status?.book_open === true ? status.company_name : "";
  const title = w.title(company);
  const count = waiting(status, begun, words);
  const tooltip = w.tooltip(company, count);
  useEffect(() => {
    document.title = title;
    void windowSay({ title, appearance, hides, tray: { tooltip, open: w.tray.open, new_order: w.tray.newOrder, quit: w.tray.quit, count } }).then(trayIs);
  }, [title, appearance, hides, tooltip, count, w]);
  useEffect(() => windowZoom(zoom), [zoom]);
  useEffect(() => onWindowGo(goTo), []);
  useEffect(() => {
    if (!inWindow) return;
    const listen = (event: KeyboardEvent): void => {
      const step = ZOOM_KEYS[keyName(event)];
      // A sheet takes plus and minus for its rows.
      if (step === undefined || event.defaultPrevented || composing(event) || event.altKey) return;
      event.preventDefault();
      setZoom(steppedZoom(zoomNow(), step));
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}
