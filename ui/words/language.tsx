/** Which language is on, and the words of it. Switched without restart. */
import { createContext, useContext, type ReactNode } from "react";
import type { Language } from "../bridge";
import { words, type Words } from "./all";

const Current = createContext<Language>("Zh");

/** Everything below speaks `language`. */
export function Speaking({ language, children }: { language: Language; children: ReactNode }): ReactNode {
  return <Current.Provider value={language}>{children}</Current.Provider>;
}

/** The language that is on. */
export function useLanguage(): Language {
  return useContext(Current);
}

/** The words of the language that is on: `useWords().orders.title`. */
export function useWords(): Words {
  return words[useContext(Current)];
}
