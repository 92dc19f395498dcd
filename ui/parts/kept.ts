/** A form over what is saved: what was typed and not saved yet is held and kept in the book, so that nothing is lost. */
import { useEffect, useState, useSyncExternalStore } from "react";
import { guardLeaving } from "./leave";
import { begunAt, hold, keepNow, letGo, subscribeBegun, type Begun, type FormPlace, type Typed } from "./begun";

/** `draft` is what is shown, `dirty` whether it differs from what is saved. */
export interface Kept<Value> {
  place: FormPlace;
  draft: Value;
  set: (next: Value) => void;
  dirty: boolean;
  /** Goes back to what is saved; answers how to take that back. */
  reset: () => () => void;
  /** It was saved: the draft is forgotten and the saved value shown again. */
  saved: () => void;
  /** What was saved when the draft was begun: what a change by somebody else is compared with. */
  base: Value;
  /** The draft goes on from what is saved now. */
  rebase: (next: Value) => void;
  /** The draft was there before the form was opened: when it was kept. */
  foundAt: string | null;
  /** How it stands with the book. */
  begun: Begun | undefined;
}

/** Changes the draft that a form will find at a place when it is opened; without one it begins with `base`. */
export function fill<Value>(place: FormPlace, title: (draft: Value) => string, base: Value, change: (draft: Value) => Value): void {
  const known = begunAt(place)?.typed as Typed<Value> | undefined;
  const value = change(known?.value ?? base);
  hold(place, title(value), { value, base: known?.base ?? base });
}

/** Keeps the draft of the form of this kind; `id` none: of a new record. `title` names it in the list of unfinished forms. */
export function useKept<Value>(kind: string, id: number | null, saved: Value, title: (draft: Value) => string = () => ""): Kept<Value> {
  const place: FormPlace = { kind, id };
  const begun = useSyncExternalStore(subscribeBegun, () => begunAt(place));
  const [foundAt] = useState(() => begun?.keptAt ?? null);
  const typed = begun?.typed as Typed<Value> | undefined;
  const base = typed?.base ?? saved;
  const same = (value: Value): boolean => JSON.stringify(value) === JSON.stringify(saved);
  const dirty = typed !== undefined && !same(typed.value);
  useLeaving(place, dirty);
  const put = (value: Value, from: Value): void => hold(place, title(value), { value, base: from });
  return {
    place,
    draft: typed?.value ?? saved,
    set: (next) => { if (same(next)) letGo(place); else put(next, base); },
    dirty,
    reset: () => {
      letGo(place);
      return () => { if (typed !== undefined) put(typed.value, typed.base); };
    },
    saved: () => letGo(place),
    base,
    rebase: (next) => put(next, saved),
    foundAt: begun === undefined ? null : foundAt,
    begun,
  };
}

/** While the form is open and changed, leaving everything tells of it; it lies in the book by then. */
function useLeaving({ kind, id }: FormPlace, dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const name = `form ${kind} ${id ?? "new"}`;
    guardLeaving(name, async () => {
      await keepNow();
      const now = begunAt({ kind, id });
      return now === undefined ? null : { what: now.title, kept: now.fault === null };
    });
    return () => guardLeaving(name, null);
  }, [kind, id, dirty]);
}
