/** Keys: single letters live only outside boxes, and nothing listens while an input method composes. */
import { useEffect, useRef, type RefObject } from "react";

let lastCompositionEnd = -Infinity;
addEventListener("compositionend", () => (lastCompositionEnd = performance.now()), true);

/** True while an input method composes, and for the Enter that ends it (WebKit reports it just afterwards, as 229). */
export function composing(event: KeyboardEvent | React.KeyboardEvent): boolean {
  const native = "nativeEvent" in event ? event.nativeEvent : event;
  return native.isComposing || (native.keyCode === 229 && performance.now() - lastCompositionEnd < 100);
}

/** True when the key is typed into something. */
export function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));
}

/** The name of a key as written in a map: `Mod+K`, `Mod+Shift+V`, `Shift+Enter`, `J`, `Escape`, `Space`. */
export function keyName(event: KeyboardEvent): string {
  const key = event.key === " " ? "Space" : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const mod = event.ctrlKey || event.metaKey ? "Mod+" : "";
  // A plus is a plus, whether the keyboard needs Shift for it or not.
  const shift = event.shiftKey && key !== "+" && (event.key.length > 1 || mod !== "") ? "Shift+" : "";
  return mod + shift + key;
}

/** What a box does with its own text. */
const EDITING = /^Mod\+[ACVXYZ]$/;

/** Listens on the window. Keys without Mod, and those that edit text, are off while typing; all are while something modal is
 * open, unless `box` lies in it. An act that answers `false` leaves the key to others; `first` comes before the frame's own. */
export function useKeys(map: Record<string, (event: KeyboardEvent) => unknown>, on = true, box?: RefObject<HTMLElement | null>, first = false): void {
  const latest = useRef(map);
  latest.current = map;
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || composing(event) || event.altKey) return;
      const name = keyName(event);
      const act = latest.current[name];
      if (act === undefined) return;
      const dialog = document.querySelector("dialog[open]");
      const behind = dialog !== null && !(box?.current != null && dialog.contains(box.current));
      if (behind || ((!name.startsWith("Mod+") || EDITING.test(name)) && typing(event.target))) return;
      // A button in focus answers Enter and Space itself.
      if ((name === "Enter" || name === "Space") && event.target instanceof HTMLElement && event.target.closest("button,a,[role=button],[role=combobox]")) return;
      if (act(event) !== false) event.preventDefault();
    };
    addEventListener("keydown", listen, first);
    return () => removeEventListener("keydown", listen, first);
  }, [on, box, first]);
}
