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
}

/** Keeps a form's draft at `place` (unique in the book). */
export function useKept<Value>(place: string, saved: Value): Kept<Value> {
  const book = useStatus()?.book_path ?? "";
  const name = `${book} ${place}`;
  const [typed, setTyped] = useState<{ name: string; value: Value | null }>(() => ({ name, value: readKept<Value>(name) }));
  const value = typed.name === name ? typed.value : readKept<Value>(name);
  useEffect(() => {
    if (typed.name !== name) setTyped({ name, value: readKept<Value>(name) });
  }, [typed.name, name]);
  const put = (next: Value | null): void => {
    keep(name, next);
    setTyped({ name, value: next });
  };
  const dirty = value !== null && JSON.stringify(value) !== JSON.stringify(saved);
  return {
    draft: value ?? saved,
    set: (next) => put(JSON.stringify(next) === JSON.stringify(saved) ? null : next),
    dirty,
    reset: () => put(null),
    saved: () => put(null),
  };
}
