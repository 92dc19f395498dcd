/** How a paper is being looked at: its scale, which page is in sight, and the ways to move. */
import { createRef, useMemo, useReducer, useState, type RefObject } from "react";

/** Smallest and largest scale; 1 is the paper's real size. */
export const LEAST = 0.25;
/** See LEAST. */
export const MOST = 4;

/** The next scale up or down from any scale: steps of a tenth, a quarter above real size. */
export function stepped(scale: number, direction: 1 | -1): number {
  const step = scale + direction * 0.001 > 1 ? 0.25 : 0.1;
  const next = direction === 1 ? Math.floor(scale / step + 1.001) * step : Math.ceil(scale / step - 1.001) * step;
  return Math.round(Math.min(MOST, Math.max(LEAST, next)) * 100) / 100;
}

/** What the tools and the pages share. */
export interface PaperView {
  /** A scale that was chosen; null follows the width. */
  chosen: number | null;
  choose: (scale: number | null) => void;
  /** What the pages told: the scale they are drawn at, how many there are, which is in sight. */
  seen: Seen;
  tell: (seen: Partial<Seen>) => void;
  desk: RefObject<HTMLDivElement | null>;
  /** Brings a page to the top. */
  turn: (page: number) => void;
}

/** See PaperView. */
export interface Seen {
  scale: number;
  pages: number;
  page: number;
}

/** One paper's view; begins fitted to the width, at its first page. */
export function usePaperView(): PaperView {
  const [chosen, choose] = useState<number | null>(null);
  const [seen, tell] = useReducer((before: Seen, told: Partial<Seen>) => {
    const next = { ...before, ...told };
    return next.scale === before.scale && next.pages === before.pages && next.page === before.page ? before : next;
  }, { scale: 1, pages: 0, page: 1 });
  const desk = useMemo(() => createRef<HTMLDivElement>(), []);
  const turn = (page: number): void => desk.current?.querySelector(`[data-page="${page}"]`)?.scrollIntoView({ block: "start" });
  return { chosen, choose, seen, tell, desk, turn };
}
