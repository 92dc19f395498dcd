/** Where the page is: a room and perhaps a document in it, kept in the address (`#/orders/12`), and the bar of opened documents. */
import { useSyncExternalStore } from "react";

/** The rooms of this version. */
export const ROOMS = ["today", "leads", "opportunities", "quotations", "contracts", "orders", "approvals", "customers", "products", "reports", "outbox", "import", "settings"] as const;
/** A room's name in the address. */
export type Room = (typeof ROOMS)[number];

/** A place: `rest` is what stands after the room, e.g. `["12"]` or `["new"]`. */
export interface Place {
  room: Room;
  rest: string[];
}

/** An opened document in the bar. */
export interface Opened {
  /** The address, e.g. `#/orders/12`. */
  address: string;
  title: string;
}

interface State {
  place: Place;
  opened: Opened[];
  /** What was looked at last, the latest first; also when it was closed since. */
  visited: Opened[];
}

/** So many documents are remembered as looked at, and so many stay open. */
const MOST_VISITED = 8;
const MOST_OPENED = 24;

function read(): Place {
  const [room = "", ...rest] = location.hash.replace(/^#\/?/, "").split("/").filter((part) => part !== "").map(decodeURIComponent);
  return ROOMS.includes(room as Room) ? { room: room as Room, rest } : { room: "today", rest: [] };
}

let state: State = { place: read(), opened: [], visited: [] };
const watchers = new Set<() => void>();
/** Asked before an opened document is closed; answers whether it may. */
const guards = new Map<string, () => Promise<boolean>>();

/** Whose bar it is: the book and the person; nobody's before somebody sits down. */
let seated: string | null = null;
const shelf = (who: string): string => `opened ${who}`;

function set(next: State): void {
  if (seated !== null && next.opened !== state.opened) keepBar(seated, next.opened);
  state = next;
  watchers.forEach((watcher) => watcher());
}

/** What is open comes back in its order after a restart. A form without anything in it does not. */
function keepBar(who: string, opened: Opened[]): void {
  try {
    localStorage.setItem(shelf(who), JSON.stringify(opened.filter((one) => one.address !== "#/orders/new" && one.address !== "#/leads/new" && one.address !== "#/opportunities/new")));
  } catch {
    // A full or forbidden store only means that the bar begins empty.
  }
}

function readBar(who: string): Opened[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(shelf(who)) ?? "[]");
    const whole = (one: unknown): one is Opened => typeof one === "object" && one !== null && typeof (one as Opened).address === "string" && typeof (one as Opened).title === "string";
    return Array.isArray(found) ? found.filter(whole) : [];
  } catch {
    return [];
  }
}

/** Somebody sits down at a book: their documents stand in the bar again. */
export function seat(who: string): void {
  if (seated === who) return;
  const before = readBar(who);
  seated = who;
  set({ ...state, opened: [...before, ...state.opened.filter((one) => before.every((other) => other.address !== one.address))] });
}

/** The address of a place. */
export function addressOf(room: Room, ...rest: (string | number)[]): string {
  return `#/${[room, ...rest].map((part) => encodeURIComponent(part)).join("/")}`;
}

/** Goes there. */
export function go(room: Room, ...rest: (string | number)[]): void {
  goTo(addressOf(room, ...rest));
}

/** Goes to an address. */
export function goTo(address: string): void {
  if (location.hash === address) return;
  location.hash = address;
}

/** Remembers a saved document as the one looked at last. */
function visit(address: string, title: string): void {
  if (!/\/\d+$/.test(address)) return;
  const others = state.visited.filter((one) => one.address !== address);
  set({ ...state, visited: [{ address, title }, ...others].slice(0, MOST_VISITED) });
}

/** What was left for good, until the page is another one. */
let dropped: string | null = null;

/** Puts the present place into the bar of opened documents, or renames it there. */
export function nameOpened(address: string, title: string): void {
  // A form that was saved names itself once more before its page is gone.
  if (address === dropped) return;
  if (location.hash === address) visit(address, title);
  const known = state.opened.find((one) => one.address === address);
  if (known?.title === title) return;
  const opened = known === undefined
    ? withinMost([...state.opened, { address, title }])
    : state.opened.map((one) => (one.address === address ? { address, title } : one));
  set({ ...state, opened });
}

/** Too many: the one that was opened first goes, but none that would have to be asked about. */
function withinMost(opened: Opened[]): Opened[] {
  const goes = opened.length > MOST_OPENED ? opened.find((one) => !guards.has(one.address)) : undefined;
  return opened.filter((one) => one !== goes);
}

/** A draft got its id: its tab and the address move along, without a step back in history. */
export function moveOpened(from: string, to: string): void {
  const guard = guards.get(from);
  if (guard !== undefined) {
    guards.delete(from);
    guards.set(to, guard);
  }
  // Where the document itself is open already, its form's tab goes.
  const known = from !== to && state.opened.some((one) => one.address === to);
  const opened = known ? state.opened.filter((one) => one.address !== from) : state.opened.map((one) => (one.address === from ? { ...one, address: to } : one));
  if (location.hash === from) {
    history.replaceState(null, "", to);
    standing = to;
    set({ ...state, place: read(), opened });
  } else {
    set({ ...state, opened });
  }
}

/** Asks the document whether it may be closed, then takes it out of the bar. */
export async function closeOpened(address: string): Promise<void> {
  const guard = guards.get(address);
  if (guard !== undefined && !(await guard())) return;
  close(address);
}

/** Closes all documents but one; each that has something unsaved is asked about, and the first that stays ends it. */
export async function closeOthers(address: string | null): Promise<void> {
  for (const one of state.opened) {
    if (one.address === address) continue;
    if (guards.has(one.address)) goTo(one.address);
    const guard = guards.get(one.address);
    if (guard !== undefined && !(await guard())) return;
    close(one.address);
  }
  if (address !== null) goTo(address);
}

/** Takes a document out of the bar without asking (it was deleted or became another). */
export function dropOpened(address: string): void {
  dropped = address;
  set({ ...state, visited: state.visited.filter((one) => one.address !== address) });
  close(address);
}

function close(address: string): void {
  guards.delete(address);
  const index = state.opened.findIndex((one) => one.address === address);
  const opened = state.opened.filter((one) => one.address !== address);
  set({ ...state, opened });
  if (location.hash !== address) return;
  const neighbour = opened[Math.min(index, opened.length - 1)];
  const room = read().room;
  goTo(index > 0 && neighbour !== undefined ? neighbour.address : addressOf(room));
}

/** Who holds something for opened documents hears when all are put away. */
const closedAll = new Set<() => void>();
export function onAllClosed(forget: () => void): void {
  closedAll.add(forget);
}

/** All documents are put away, e.g. when another person sits down or another book is opened. */
export function closeAll(): void {
  seated = null;
  guards.clear();
  closedAll.forEach((forget) => forget());
  leaving = null;
  set({ ...state, opened: [], visited: [] });
  go("today");
}

/** While a document has something that would be lost, `guard` is asked before it closes. */
export function guardClosing(address: string, guard: (() => Promise<boolean>) | null): void {
  if (guard === null) guards.delete(address);
  else guards.set(address, guard);
}

/** Asked before the page leaves its place at all; answers whether it may. One page at a time has something to ask. */
let leaving: (() => Promise<boolean>) | null = null;
let standing = location.hash;

/** While a page has something unsaved, `guard` is asked before it is left, whatever leads away. */
export function guardPlace(guard: (() => Promise<boolean>) | null): void {
  leaving = guard;
}

/** Goes back to where the page was, asks, and goes on only when it may. */
function askFirst(guard: () => Promise<boolean>): void {
  const wanted = location.hash;
  history.replaceState(null, "", standing);
  void guard().then((may) => {
    if (!may) return;
    leaving = null;
    goTo(wanted);
  });
}

addEventListener("hashchange", () => {
  if (leaving !== null && location.hash !== standing) return askFirst(leaving);
  standing = location.hash;
  dropped = null;
  set({ ...state, place: read() });
  const here = state.opened.find((one) => one.address === location.hash);
  if (here !== undefined) visit(here.address, here.title);
});

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Where the page is. */
export function usePlace(): Place {
  return useSyncExternalStore(subscribe, () => state.place);
}

/** The bar of opened documents. */
export function useOpened(): Opened[] {
  return useSyncExternalStore(subscribe, () => state.opened);
}

/** The documents looked at last, the latest first. */
export function useVisited(): Opened[] {
  return useSyncExternalStore(subscribe, () => state.visited);
}
