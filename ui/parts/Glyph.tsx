/** The state shapes: a word, a shape and a colour always go together, and the same shape never means two things. */
import type { ReactNode } from "react";

/** The families of state; `accent` has no shape. */
export type Family = "off" | "wait" | "run" | "done" | "late" | "doubt" | "accent";
/** The shapes. `void` is a struck ring, `failed` a crossed disc. */
export type Shape = "off" | "void" | "wait" | "run" | "done" | "late" | "failed" | "doubt";

const RING = { cx: 6, cy: 6, r: 4.9, fill: "none", strokeWidth: 1.4 } as const;

const SHAPES: Record<Shape, ReactNode> = {
  off: <circle {...RING} stroke="currentColor" strokeDasharray="1.9 1.18" />,
  void: (<><circle {...RING} stroke="currentColor" /><path d="M2.8 9.2 9.2 2.8" stroke="currentColor" strokeWidth="1.4" /></>),
  wait: (<><circle {...RING} stroke="currentColor" /><path d="M6 3.4V6l1.8 1.2" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" strokeLinejoin="round" /></>),
  run: (<><circle {...RING} stroke="currentColor" /><path d="M6 3a3 3 0 0 1 0 6z" fill="currentColor" /></>),
  done: (<><circle cx="6" cy="6" r="5.6" fill="currentColor" /><path d="m3.6 6.2 1.7 1.7 3.2-3.6" fill="none" stroke="var(--surface)" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" /></>),
  late: (<><path d="M6 .9c.4 0 .7.2.9.5l4.4 8a1 1 0 0 1-.9 1.5H1.6a1 1 0 0 1-.9-1.5l4.4-8c.2-.3.5-.5.9-.5z" fill="currentColor" /><path d="M6 4.3v3" stroke="var(--surface)" strokeWidth="1.3" strokeLinecap="round" /><circle cx="6" cy="9" r=".75" fill="var(--surface)" /></>),
  failed: (<><circle cx="6" cy="6" r="5.6" fill="currentColor" /><path d="m4.2 4.2 3.6 3.6m0-3.6L4.2 7.8" stroke="var(--surface)" strokeWidth="1.4" strokeLinecap="round" /></>),
  doubt: (<><path d="M6 .3a1 1 0 0 1 .7.3l4.7 4.7a1 1 0 0 1 0 1.4l-4.7 4.7a1 1 0 0 1-1.4 0L.6 6.7a1 1 0 0 1 0-1.4L5.3.6A1 1 0 0 1 6 .3z" fill="currentColor" /><path d="M4.7 4.7a1.35 1.35 0 1 1 1.9 1.2c-.4.2-.6.4-.6.9" fill="none" stroke="var(--surface)" strokeWidth="1.1" strokeLinecap="round" /><circle cx="6" cy="8.5" r=".65" fill="var(--surface)" /></>),
};

/** A 12 px state shape; the word stands beside it, so it is hidden from screen readers. */
export function Glyph({ shape, size = 12 }: { shape: Shape; size?: number }): ReactNode {
  return <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">{SHAPES[shape]}</svg>;
}
