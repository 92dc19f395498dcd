/** What was just done, in the free middle of the top bar for some seconds, with the way back where there is one. */
import { X } from "lucide-react";
import { useEffect, useSyncExternalStore, type ReactNode } from "react";
import { useWords } from "../words";
import { Glyph } from "./Glyph";

interface Said {
  id: number;
  text: string;
  /** Word and act, e.g. undo or open. */
  act?: { label: string; run: () => void } | undefined;
}

let said: Said[] = [];
let next = 1;
const watchers = new Set<() => void>();
const subscribe = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};
function set(all: Said[]): void {
  said = all;
  watchers.forEach((watcher) => watcher());
}

/** Says what was done, in the words of the act. */
export function say(text: string, act?: { label: string; run: () => void }): void {
  set([...said.filter((one) => one.act !== undefined), { id: next++, text, act }].slice(-2));
}

/** Where the frame shows what was said: a place of its own, so that it covers nothing. The newest hides the older one. */
export function Toasts(): ReactNode {
  const all = useSyncExternalStore(subscribe, () => said);
  return <div className="toasts" aria-live="polite">{all.map((one) => <Toast key={one.id} one={one} />)}</div>;
}

function Toast({ one }: { one: Said }): ReactNode {
  const w = useWords().frame;
  const close = (): void => set(said.filter((other) => other.id !== one.id));
  useEffect(() => {
    // What can be undone stays long enough to be undone.
    const timer = setTimeout(close, one.act === undefined ? 5_000 : 10_000);
    return () => clearTimeout(timer);
    // Once for each: the bar around it is drawn anew at every change.
  }, [one.id]);
  return (
    <div className="toast" data-test="toast">
      <span className="done"><Glyph shape="done" size={13} /></span>
      <span className="toasttext" title={one.text}>{one.text}</span>
      {one.act !== undefined && <button type="button" className="linkbtn" onClick={() => { one.act?.run(); close(); }}>{one.act.label}</button>}
      <button type="button" className="iconbtn small" aria-label={w.close} onClick={close}><X size={14} strokeWidth={1.6} /></button>
    </div>
  );
}
