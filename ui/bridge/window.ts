/** What only a window can do: its title, the tray, its size, notices. In a plain browser nothing of it happens. */
import { invoke, isTauri } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";

/** Whether the page stands in its own window. */
export const inWindow = isTauri();

/** What the page says to the outside, in the language of the book. */
export interface WindowSaid {
  title: string;
  appearance: "light" | "dark" | "system";
  /** Closing hides into the tray. */
  hides: boolean;
  tray: { tooltip: string; open: string; new_order: string; quit: string; count: number };
}

/** A notice in words, and what a click on it opens. */
export interface NoticeSaid {
  title: string;
  body: string;
  address: string;
}

/** Says it; answers whether there is a tray. */
export function windowSay(said: WindowSaid): Promise<boolean> {
  return inWindow ? invoke<boolean>("window_say", { said }) : Promise.resolve(false);
}

/** Makes the page larger or smaller. */
export function windowZoom(percent: number): void {
  if (inWindow) void invoke("window_zoom", { percent });
}

/** Shows notices of the system. */
export function windowNotify(notices: NoticeSaid[]): void {
  if (inWindow) void invoke("window_notify", { notices });
}

/** Calls `go` with an address that a notice or the tray asks for. Returns how to stop. */
export function onWindowGo(go: (address: string) => void): () => void {
  if (!inWindow) return () => undefined;
  const stop = listen<string>("go", (event) => go(event.payload));
  return () => void stop.then((off) => off());
}
