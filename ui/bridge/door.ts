/** The one door: asks the core by name, in the window through Tauri and in a plain browser over the same origin. */
import { invoke, isTauri } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Commands, Fault } from "./generated";

/** Every name the door knows. */
export type Name = keyof Commands;
/** What a command is asked with. */
export type Request<N extends Name> = Commands[N]["request"];
/** What a command answers. */
export type Response<N extends Name> = Commands[N]["response"];

/** A failure that crossed the door. `fault` says which of the four kinds it is. */
export class FaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/** Anything thrown, as a fault: what is not one of ours is our own mistake. */
export function faultOf(error: unknown): Fault {
  if (error instanceof FaultError) return error.fault;
  return { kind: "Malformed", detail: error instanceof Error ? error.message : String(error) };
}

let inFlight = 0;
let idleTimer: ReturnType<typeof setTimeout> | undefined;

/** Marks `<html data-busy>` while a call is under way; tests wait for it to go. */
function busy(step: 1 | -1): void {
  inFlight += step;
  clearTimeout(idleTimer);
  if (inFlight > 0) {
    document.documentElement.dataset["busy"] = "1";
    return;
  }
  // What an answer starts (another call, a render) belongs to the same wait.
  idleTimer = setTimeout(() => delete document.documentElement.dataset["busy"], 60);
}

/** Asks the core. Rejects with a {@link FaultError}. */
export async function call<N extends Name>(name: N, request: Request<N>): Promise<Response<N>> {
  busy(1);
  try {
    return isTauri() ? await throughWindow(name, request) : await throughLoopback(name, request);
  } finally {
    busy(-1);
  }
}

/** JSON in which every text is whole: half a letter, as a broken paste leaves it, is no text for the core. */
function written(request: unknown): string {
  return JSON.stringify(request, (_, value: unknown) => (typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\uFFFD") : value));
}

async function throughWindow<N extends Name>(name: N, request: Request<N>): Promise<Response<N>> {
  try {
    return await invoke<Response<N>>("call", { name, request: written(request) });
  } catch (error) {
    throw new FaultError(asFault(error));
  }
}

async function throughLoopback<N extends Name>(name: N, request: Request<N>): Promise<Response<N>> {
  let answer: globalThis.Response;
  try {
    answer = await fetch(`/door/${name}`, { method: "POST", body: written(request) });
  } catch (error) {
    throw new FaultError({ kind: "Broken", ticket: "—", detail: String(error) });
  }
  const json: unknown = await answer.json();
  if (!answer.ok) throw new FaultError(asFault(json));
  return json as Response<N>;
}

function asFault(thrown: unknown): Fault {
  if (typeof thrown === "object" && thrown !== null && "kind" in thrown) return thrown as Fault;
  return { kind: "Malformed", detail: String(thrown) };
}

/** Calls `notify` whenever something changed without the page having asked. Returns how to stop. */
export function onChanged(notify: () => void): () => void {
  if (isTauri()) {
    const stop = listen("changed", notify);
    return () => void stop.then((off) => off());
  }
  let last = "";
  const timer = setInterval(() => {
    void fetch("/changed")
      .then((answer) => (answer.ok ? answer.text() : last))
      .then((mark) => {
        if (last !== "" && mark !== last) notify();
        last = mark;
      })
      .catch(() => undefined);
  }, 1500);
  return () => clearInterval(timer);
}

/** The page has painted: the window may show itself. */
export function windowReady(): void {
  if (isTauri()) void invoke("window_ready");
}

/** Calls `ask` whenever somebody wants to close the window. Returns how to stop. */
export function onClosing(ask: () => void): () => void {
  if (!isTauri()) return () => undefined;
  const stop = listen("closing", ask);
  return () => void stop.then((off) => off());
}

/** The page has heard that the window is to be closed and sees to it; unheard, the window closes by itself. */
export function closingHeard(): void {
  if (isTauri()) void invoke("window_closing_heard");
}

/** Closes the window; nothing is asked any more. */
export function closeWindow(): void {
  if (isTauri()) void invoke("window_close");
}
