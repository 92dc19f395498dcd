/** Small pieces of text with one way to be written: money, dates, names, keys. */
import type { ReactNode } from "react";
import { useStatus } from "../bridge";
import { useLanguage } from "../words";
import { amount, dateColumn, dateSpoken, instantSpoken } from "../words/figures";

/** An amount in 分, tabular; negative ones carry a true minus. */
export function Money({ fen, strong, struck }: { fen: number | null | undefined; strong?: boolean; struck?: boolean }): ReactNode {
  return <span className={`money${strong === true ? " w6" : ""}${struck === true ? " struck" : ""}`}>{amount(fen)}</span>;
}

/** Today in the company's zone, as the core sees it. */
export function useToday(): string {
  return useStatus()?.today ?? "";
}

/** A business date: `column` pads (10-08), otherwise as spoken (10-8, 今天). */
export function DateText({ date, column }: { date: string | null | undefined; column?: boolean }): ReactNode {
  const today = useToday();
  const language = useLanguage();
  return <span className="nw" title={date ?? undefined}>{column === true ? dateColumn(date, today) : dateSpoken(date, today, language)}</span>;
}

/** An instant as spoken: 今天 09:42. */
export function InstantText({ at }: { at: string | null | undefined }): ReactNode {
  const today = useToday();
  const language = useLanguage();
  return <span className="nw">{instantSpoken(at, today, language)}</span>;
}

/** The first letter of a name in a disc. */
export function Avatar({ name, large }: { name: string; large?: boolean }): ReactNode {
  return <span className={`ava${large === true ? " large" : ""}`} aria-hidden="true">{[...name][0] ?? "?"}</span>;
}

/** A key of the keyboard. */
export function Key({ children }: { children: string }): ReactNode {
  return <kbd className="kbd">{children.replace("Mod", navigator.platform.startsWith("Mac") ? "⌘" : "Ctrl")}</kbd>;
}

/** The perforation where a document's head ends and its body begins. */
export function Perforation(): ReactNode {
  return <div className="perf" role="presentation" />;
}

/** A pair of label and value in a definition list. */
export function Pair({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <div className="pair">
      <span className="i3">{label}</span>
      <span className="g1">{children}</span>
    </div>
  );
}
