/** How far a deal has come, as a chip. */
import type { ReactNode } from "react";
import type { Stage } from "../../bridge";
import { useWords } from "../../words";
import { Chip } from "../Chip";
import type { Family, Shape } from "../Glyph";

const LOOK: Record<Stage, [Family, Shape]> = {
  Survey: ["wait", "wait"],
  Solution: ["run", "run"],
  Negotiation: ["run", "run"],
  Contract: ["accent", "run"],
  Won: ["done", "done"],
  Lost: ["off", "failed"],
};

/** The stages in which a deal goes on. */
export const OPEN_STAGES: Stage[] = ["Survey", "Solution", "Negotiation", "Contract"];

/** The chip. */
export function StageChip({ stage, plain }: { stage: Stage; plain?: boolean }): ReactNode {
  const [family, shape] = LOOK[stage];
  return <Chip family={family} shape={shape} plain={plain ?? false} test={`stage-${stage}`}>{useWords().opportunities.names.stages[stage]}</Chip>;
}
