/** Esc in a form: out of the box first, then out of the form. */
import { useEffect, useRef } from "react";
import { composing, typing } from "./keys";

/** What is open before the form: a question, a list of choices, a calendar. Esc belongs to it. */
const OPEN = "dialog[open], .ant-select-open, .ant-dropdown-open, .ant-popover-open, .ant-picker-focused .ant-picker-input-active, .ant-picker-dropdown:not(.ant-picker-dropdown-hidden)";

/** Whether something is open that Esc belongs to. */
export function isSomethingOpen(): boolean {
  return document.querySelector(OPEN) !== null;
}

/** Listens on the window; what has used the key already has said so. */
export function useEscape(leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    // Before the boxes hear it, so that a list which closes by it still counts as open.
    let open = false;
    const look = (event: KeyboardEvent): void => { if (event.key === "Escape") open = isSomethingOpen(); };
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented || open || composing(event)) return;
      if (typing(event.target)) (event.target as HTMLElement).blur();
      else latest.current();
    };
    addEventListener("keydown", look, true);
    addEventListener("keydown", listen);
    return () => {
      removeEventListener("keydown", look, true);
      removeEventListener("keydown", listen);
    };
  }, []);
}
