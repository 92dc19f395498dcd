/** What this computer remembers of how its person likes the desk: size, and what closing does. */
import { useSyncExternalStore } from "react";

/** The sizes, in percent. */
export const SIZES = [80, 90, 100, 110, 125, 150] as const;
const USUAL = 100;

const watchers = new Set<() => void>();

function read(name: string): string | null {
  return localStorage.getItem(`chengdan.${name}`);
}

function write(name: string, value: string): void {
  localStorage.setItem(`chengdan.${name}`, value);
  watchers.forEach((watcher) => watcher());
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** The size, in percent; what was never chosen, or cannot be, is the usual one. */
export function zoomNow(): number {
  const kept = Number(read("zoom"));
  return SIZES.find((size) => size === kept) ?? USUAL;
}

/** Chooses a size and remembers it. */
export function setZoom(percent: number): void {
  write("zoom", String(percent));
}

/** The next larger (1) or smaller (-1) size, or the usual one (0). */
export function steppedZoom(now: number, step: -1 | 0 | 1): number {
  if (step === 0) return USUAL;
  const at = SIZES.findIndex((size) => size === now) + step;
  return SIZES[Math.min(SIZES.length - 1, Math.max(0, at))] ?? USUAL;
}

/** The size. */
export function useZoom(): number {
  return useSyncExternalStore(subscribe, zoomNow);
}

/** Whether closing the window hides it into the tray. */
export function useHides(): boolean {
  return useSyncExternalStore(subscribe, () => read("hides") === "yes");
}

/** Chooses what closing does, and remembers it. */
export function setHides(hides: boolean): void {
  write("hides", hides ? "yes" : "no");
}

/** Whether leads are shown as a board. */
export function useBoard(): boolean {
  return useSyncExternalStore(subscribe, () => read("board") === "yes");
}

/** Chooses list or board, and remembers it. */
export function setBoard(board: boolean): void {
  write("board", board ? "yes" : "no");
}

/** Whether opportunities are shown as a board. */
export function useDealBoard(): boolean {
  return useSyncExternalStore(subscribe, () => read("dealBoard") === "yes");
}

/** Chooses list or board, and remembers it. */
export function setDealBoard(board: boolean): void {
  write("dealBoard", board ? "yes" : "no");
}

let tray = false;

/** Whether there is a tray, as the window said. */
export function useTray(): boolean {
  return useSyncExternalStore(subscribe, () => tray);
}

/** The window said whether there is a tray. */
export function trayIs(there: boolean): void {
  if (tray === there) return;
  tray = there;
  watchers.forEach((watcher) => watcher());
}
