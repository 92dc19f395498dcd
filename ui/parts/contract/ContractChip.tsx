/** Where a contract stands, as a chip. */
import type { ReactNode } from "react";
import type { ContractState } from "../../bridge";
import { useWords } from "../../words";
import { Chip } from "../Chip";
import type { Family, Shape } from "../Glyph";

const LOOK: Record<ContractState, [Family, Shape]> = {
  Draft: ["off", "off"],
  InReview: ["wait", "wait"],
  Returned: ["late", "failed"],
  Reviewed: ["run", "run"],
  Signed: ["done", "done"],
  Void: ["off", "void"],
};

/** The chip. */
export function ContractChip({ state }: { state: ContractState }): ReactNode {
  const [family, shape] = LOOK[state];
  return <Chip family={family} shape={shape} test={`contract-${state}`}>{useWords().contracts.names.states[state]}</Chip>;
}
