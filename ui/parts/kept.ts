/** What was typed and not saved yet, kept by place and book, so that leaving a page or reloading it loses nothing. */
import { useEffect, useState } from "react";
import { useStatus } from "../bridge";

const NAME = "kept";

/** Reads what is kept under a name; anything unreadable counts as nothing. */
export function readKept<Value>(name: string): Value | null {
  try {
    const text = localStorage.getItem(`${NAME} ${name}`);
    return text === null ? null : (JSON.parse(text) as Value);
  } catch {
    return null;
  }
}

/** Keeps or, with null, forgets. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(`${NAME} ${name}`);
    else localStorage.setItem(`${NAME} ${name}`, JSON.stringify(value));
  } catch {
    // A full or forbidden store only means that a reload would lose the draft.
  }
}

/** A draft over what is saved: `draft` is what is shown, `dirty` whether it differs, `reset` goes back to what is saved. */
export interface Kept<Value> {
  draft: Value;
  set: (next: Value) => void;
  dirty: boolean;
  reset: () => void;
  /** It was saved: the draft is forgotten and the saved value shown again. */
  saved: () => void;
  /** What was saved when the draft was begun: what a change by somebody else is compared with. */
  base: Value;
  /** The draft goes on from what is saved now. */
  rebase: (next: Value) => void;
}

interface Typed<Value> {
  value: Value;
  base: Value;
}

/** Names a draft's place: it belongs to a book and to the person at the desk. */
function useNames(): (place: string) => string {
  const status = useStatus();
  return (place) => `${status?.book_path ?? ""} ${status?.person?.id ?? 0} ${place}`;
}

/** Changes the draft that a form will find at a place when it is opened; without one it begins with `base`. */
export function useFilling<Value>(): (place: string, base: Value, change: (draft: Value) => Value) => void {
  const nameAt = useNames();
  return (place, base, change) => {
    const known = readTyped<Value>(nameAt(place));
    keep(nameAt(place), { value: change(known?.value ?? base), base: known?.base ?? base });
  };
}

function readTyped<Value>(name: string): Typed<Value> | null {
  const found = readKept<Typed<Value>>(name);
  return found !== null && typeof found === "object" && "value" in found && "base" in found ? found : null;
}

/** Keeps a form's draft at `place` (unique in the book), apart for each person at the desk. */
export function useKept<Value>(place: string, saved: Value): Kept<Value> {
  const name = useNames()(place);
  const read = (): Typed<Value> | null => readTyped<Value>(name);
  const [typed, setTyped] = useState(() => ({ name, kept: read() }));
  const kept = typed.name === name ? typed.kept : read();
  const value = kept?.value ?? null;
  const base = kept?.base ?? saved;
  useEffect(() => {
    if (typed.name !== name) setTyped({ name, kept: read() });
  });
  const put = (next: Value | null, from: Value = base): void => {
    const whole = next === null ? null : { value: next, base: from };
    keep(name, whole);
    setTyped({ name, kept: whole });
  };
  const dirty = value !== null && JSON.stringify(value) !== JSON.stringify(saved);
  return {
    draft: value ?? saved,
    set: (next) => put(JSON.stringify(next) === JSON.stringify(saved) ? null : next),
    dirty,
    reset: () => put(null),
    saved: () => put(null),
    base,
    rebase: (next) => put(next, saved),
  };
}
