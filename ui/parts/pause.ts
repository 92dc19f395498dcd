/** A question that is asked once typing has paused. */
import { useEffect, useState } from "react";

/** The question once typing has paused. */
export function usePause<Ask>(ask: Ask | null): Ask | null {
  const text = ask === null ? "" : JSON.stringify(ask);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 300);
    return () => clearTimeout(timer);
  }, [text]);
  return settled === "" ? null : (JSON.parse(settled) as Ask);
}
