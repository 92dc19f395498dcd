/** Light, dark or as the system says: one source of values (tokens.json) for the page's variables and for antd. */
import { theme as antd, type ThemeConfig } from "antd";
import { useEffect, useSyncExternalStore } from "react";
import tokens from "../tokens.json";

/** What the person chose. */
export type Appearance = "light" | "dark" | "system";
type Mode = "light" | "dark";

const KEY = "chengdan.appearance";
const system = matchMedia("(prefers-color-scheme: dark)");
/** The person asked the system for less motion. */
const still = matchMedia("(prefers-reduced-motion: reduce)");
const watchers = new Set<() => void>();
system.addEventListener("change", () => watchers.forEach((watcher) => watcher()));

function read(): Appearance {
  const kept = localStorage.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : "system";
}

/** Chooses and remembers. */
export function setAppearance(appearance: Appearance): void {
  localStorage.setItem(KEY, appearance);
  watchers.forEach((watcher) => watcher());
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** What was chosen. */
export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, read);
}

/** What that means now; also puts the colours on the page. */
export function useMode(): Mode {
  const mode = useSyncExternalStore(subscribe, modeNow);
  useEffect(() => paint(mode), [mode]);
  return mode;
}

function modeNow(): Mode {
  const chosen = read();
  return chosen === "system" ? (system.matches ? "dark" : "light") : chosen;
}

function paint(mode: Mode): void {
  const root = document.documentElement;
  root.dataset["mode"] = mode;
  root.style.colorScheme = mode;
  root.style.setProperty("--font", tokens.type.family);
  for (const [name, value] of Object.entries(tokens[mode].color)) root.style.setProperty(`--${name}`, value);
}

/** The colours stand before the first paint. */
export function paintFirst(): void {
  paint(modeNow());
}

/** antd's values for a mode. */
export function antdTheme(mode: Mode): ThemeConfig {
  const shared = tokens.antdShared.components;
  return {
    algorithm: mode === "dark" ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: { ...tokens[mode].antd.token, ...tokens.antdShared.token, fontFamily: tokens.type.family, motion: !still.matches },
    components: { ...shared, Button: { ...shared.Button, ...tokens[mode].antd.button } } as ThemeConfig["components"],
    // Calm waves: a click needs no ripple.
    hashed: false,
  };
}
