/** The page's side of the door; the only folder that knows Tauri. */
export * from "./door";
export * from "./asking";
export * from "./window";
export type * from "./generated";
