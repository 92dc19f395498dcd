/** Small marks of a lead: its grade as a letter, its state as a chip. */
import type { ReactNode } from "react";
import type { Grade, LeadState } from "../../bridge";
import { useWords } from "../../words";
import { Chip } from "../Chip";
import type { Family, Shape } from "../Glyph";
import "./lead.css";

/** The colour of a grade; the letter always stands in it. */
export const GRADE_FAMILY: Record<Grade, Family> = { A: "done", B: "run", C: "off" };

/** The letter on a tinted ground, dashed where there is none yet. */
export function GradeMark({ grade, large }: { grade: Grade | null; large?: boolean }): ReactNode {
  const w = useWords().leads;
  const size = large === true ? " large" : "";
  if (grade === null) return <span className={`grademark none${size}`} role="img" aria-label={w.ungraded} title={w.ungraded} />;
  return <span className={`grademark st-${GRADE_FAMILY[grade]}${size}`} title={`${grade} ${w.names.grades[grade].name}`} data-test={`grade-${grade}`}>{grade}</span>;
}

const STATE: Record<LeadState, [Family, Shape]> = {
  New: ["wait", "wait"],
  Rated: ["wait", "wait"],
  Assigned: ["run", "run"],
  Converted: ["done", "done"],
  Lost: ["off", "failed"],
  Invalid: ["off", "void"],
  Merged: ["off", "void"],
};

/** Where it stands. */
export function LeadChip({ state, plain }: { state: LeadState; plain?: boolean }): ReactNode {
  const [family, shape] = STATE[state];
  return <Chip family={family} shape={shape} plain={plain ?? false} test={`lead-${state}`}>{useWords().leads.names.states[state]}</Chip>;
}
