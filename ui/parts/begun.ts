/** Forms that were begun and not saved. While somebody types, the page holds them; the book is told every few seconds. */
import { useEffect, useState, useSyncExternalStore } from "react";
import { call, faultOf, type Fault } from "../bridge";

/** Which form: its kind and the record it changes; without one, a new record. */
export interface FormPlace {
  kind: string;
  id: number | null;
}

/** What a form holds: what is shown, and what was saved when it was begun. */
export interface Typed<Value> {
  value: Value;
  base: Value;
}

/** A form that was begun. */
export interface Begun extends FormPlace {
  title: string;
  typed: Typed<unknown>;
  /** When the book was told last; none before the first time. */
  keptAt: string | null;
  /** Why the book could not be told. */
  fault: Fault | null;
}

/** A pause in typing after which it is kept, and how long somebody may type without one. */
const PAUSE_MS = 1_200;
const LONGEST_MS = 4_000;

interface Waiting {
  timer: ReturnType<typeof setTimeout>;
  since: number;
}

let begun: readonly Begun[] = [];
const watchers = new Set<() => void>();
const waiting = new Map<string, Waiting>();
/** One telling at a time for each form, in the order in which things happened. */
const telling = new Map<string, Promise<void>>();

const keyOf = (place: FormPlace): string => `${place.kind} ${place.id ?? "new"}`;
const is = (place: FormPlace) => (one: FormPlace): boolean => one.kind === place.kind && one.id === place.id;

function set(next: readonly Begun[]): void {
  begun = next;
  watchers.forEach((watcher) => watcher());
}

/** Calls `watcher` whenever what was begun changes. */
export function subscribeBegun(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** All of them, the latest first. */
export function useBegun(): readonly Begun[] {
  return useSyncExternalStore(subscribeBegun, () => begun);
}

/** The form at a place, if it was begun. */
export function begunAt(place: FormPlace): Begun | undefined {
  return begun.find(is(place));
}

/** Takes what the book keeps for the person at the desk in the place of whatever was held. */
async function load(): Promise<void> {
  waiting.forEach(({ timer }) => clearTimeout(timer));
  waiting.clear();
  const rows = await call("unfinished_list", {});
  set(rows.flatMap((row): Begun[] => {
    const typed = readTyped(row.content);
    return typed === null ? [] : [{ kind: row.kind, id: row.document_id, title: row.title, typed, keptAt: row.kept_at, fault: null }];
  }));
}

function readTyped(content: string): Typed<unknown> | null {
  try {
    const found: unknown = JSON.parse(content);
    return typeof found === "object" && found !== null && "value" in found && "base" in found ? (found as Typed<unknown>) : null;
  } catch {
    return null;
  }
}

/** Loads them for whoever sits down at this book; true when they are there. Rooms are drawn only then. */
export function useBegunOf(book: string, personId: number): boolean {
  const who = `${personId} ${book}`;
  const [loaded, setLoaded] = useState("");
  useEffect(() => {
    let here = true;
    // A book that cannot tell what was begun is no reason not to work in it.
    void load().catch(() => set([])).then(() => { if (here) setLoaded(who); });
    return () => { here = false; };
  }, [who]);
  return loaded === who;
}

/** The title of the list: one line, however it was pasted. */
function oneLine(title: string): string {
  return [...title.replaceAll(/\p{Cc}+/gu, " ")].slice(0, 200).join("").trim();
}

/** Holds what was typed, and tells the book after a pause. */
export function hold(place: FormPlace, title: string, typed: Typed<unknown>): void {
  const before = begunAt(place);
  set([{ kind: place.kind, id: place.id, title: oneLine(title), typed, keptAt: before?.keptAt ?? null, fault: before?.fault ?? null }, ...begun.filter((one) => one !== before)]);
  const key = keyOf(place);
  const due = waiting.get(key);
  clearTimeout(due?.timer);
  const since = due?.since ?? performance.now();
  const pause = Math.max(0, Math.min(PAUSE_MS, since + LONGEST_MS - performance.now()));
  waiting.set(key, { since, timer: setTimeout(() => void tell(place), pause) });
}

/** It was saved or given up. */
export function letGo(place: FormPlace): void {
  const before = begunAt(place);
  const key = keyOf(place);
  clearTimeout(waiting.get(key)?.timer);
  const untold = waiting.delete(key);
  if (before === undefined && !untold && !telling.has(key)) return;
  set(begun.filter((one) => one !== before));
  void inOrder(key, () => call("unfinished_drop", { kind: place.kind, document_id: place.id }).then(() => undefined, () => undefined));
}

/** Tells the book what a form holds now. */
function tell(place: FormPlace): Promise<void> {
  const key = keyOf(place);
  clearTimeout(waiting.get(key)?.timer);
  waiting.delete(key);
  return inOrder(key, async () => {
    const now = begunAt(place);
    if (now === undefined) return;
    const said = await call("unfinished_keep", { kind: now.kind, document_id: now.id, title: now.title, content: JSON.stringify(now.typed) })
      .then(({ kept_at }) => ({ keptAt: kept_at, fault: null }), (error: unknown) => ({ keptAt: now.keptAt, fault: faultOf(error) }));
    set(begun.map((one) => (is(place)(one) ? { ...one, ...said } : one)));
  });
}

function inOrder(key: string, step: () => Promise<void>): Promise<void> {
  const done = (telling.get(key) ?? Promise.resolve()).then(step).finally(() => {
    if (telling.get(key) === done) telling.delete(key);
  });
  telling.set(key, done);
  return done;
}

/** Tells the book everything that waits for its pause. */
export async function keepNow(): Promise<void> {
  const places = begun.filter((one) => waiting.has(keyOf(one)));
  await Promise.all(places.map(tell));
  await Promise.all(telling.values());
}

// The window is put away or covered: perhaps for ever.
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") void keepNow(); });
addEventListener("blur", () => void keepNow());
