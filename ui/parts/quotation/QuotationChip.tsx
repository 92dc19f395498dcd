/** The state of a quotation's version, as a chip. */
import type { ReactNode } from "react";
import type { QuotationState } from "../../bridge";
import { useWords } from "../../words";
import { Chip } from "../Chip";
import type { Family, Shape } from "../Glyph";

const LOOK: Record<QuotationState, [Family, Shape]> = {
  Draft: ["off", "off"],
  InApproval: ["wait", "wait"],
  SentBack: ["late", "failed"],
  Approved: ["run", "run"],
  Sent: ["wait", "wait"],
  Accepted: ["done", "done"],
  Lost: ["off", "failed"],
  Expired: ["off", "void"],
  Superseded: ["off", "off"],
};

/** The chip. */
export function QuotationChip({ state, plain }: { state: QuotationState; plain?: boolean }): ReactNode {
  const [family, shape] = LOOK[state];
  return <Chip family={family} shape={shape} plain={plain ?? false} test={`quotation-${state}`}>{useWords().quotations.names.states[state]}</Chip>;
}
