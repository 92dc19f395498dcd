/** The question before everything is left at once: what is not saved yet, and what becomes of it. */
import { useEffect, useRef, type ReactNode } from "react";
import { closeWindow, closingHeard, onClosing } from "../bridge";
import { composing } from "../parts";
import { choose } from "../parts/Dialog";
import { unsaved, type Unsaved } from "../parts/leave";
import { keepNow } from "../parts/begun";
import { useWords } from "../words";

/** Whether everything may be left; `yes` is what happens then, in a word. Asks only where something is unsaved. */
export function useMayLeave(): (yes: string) => Promise<boolean> {
  const { frame: w } = useWords();
  return async (yes) => {
    await keepNow();
    const left = await unsaved();
    if (left.length === 0) return true;
    const lost = left.some((one) => !one.kept);
    return (await choose({ title: w.unsavedTitle, text: <Left left={left} />, yes, no: w.back, danger: lost })) === "yes";
  };
}

function Left({ left }: { left: Unsaved[] }): ReactNode {
  const { frame: w } = useWords();
  return (
    <ul className="leftlist" data-test="unsaved">
      {left.map((one, index) => (
        <li key={index}>
          <b>{one.what === "" ? w.unsavedForm : one.what}</b>
          <span className={one.kept ? "i2" : "late"}>{one.kept ? w.unsavedKept : w.unsavedLost}</span>
        </li>
      ))}
    </ul>
  );
}

/** The window's cross, Alt F4, Ctrl Q and ⌘ Q: the page is asked before the window closes. */
export function useClosing(): void {
  const { frame: w } = useWords();
  const mayLeave = useMayLeave();
  const asking = useRef(false);
  const close = async (): Promise<void> => {
    if (asking.current) return;
    asking.current = true;
    try {
      if (await mayLeave(w.closeWindow)) closeWindow();
    } finally {
      asking.current = false;
    }
  };
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => onClosing(() => {
    closingHeard();
    void latest.current();
  }), []);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "q" || composing(event)) return;
      event.preventDefault();
      void latest.current();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}
