/** How far a deal has come, as the line of its stages. */
import { Fragment, type ReactNode } from "react";
import type { OpportunityView, Stage } from "../../bridge";
import { Glyph, type Family, type Shape } from "../../parts";
import { OPEN_STAGES } from "../../parts/deal/StageChip";
import { useWords } from "../../words";

/** The stages; a lost deal says that it ended, one that goes on where it is. */
export function Stages({ deal }: { deal: OpportunityView }): ReactNode {
  const w = useWords().opportunities.names.stages;
  const last: Stage = deal.stage === "Lost" ? "Lost" : "Won";
  const all: Stage[] = deal.stage === "Lost" ? ["Lost"] : [...OPEN_STAGES, last];
  const at = all.indexOf(deal.stage);
  const look = (index: number): [Family, Shape] => {
    if (deal.stage === "Lost") return ["off", "void"];
    if (index < at || deal.stage === "Won") return ["done", "done"];
    return index === at ? ["wait", "wait"] : ["off", "off"];
  };
  return (
    <ol className="steps">
      {all.map((stage, index) => {
        const [family, shape] = look(index);
        return (
          <Fragment key={stage}>
            {index > 0 && <li className={`stepline${index <= at ? " walked" : ""}`} aria-hidden="true" />}
            <li className={`step ${family}`} aria-current={index === at ? "step" : undefined} data-test={`step-${stage}`}><span className={`steplabel${index === at ? " w6" : ""}`}><Glyph shape={shape} />{w[stage]}</span></li>
          </Fragment>
        );
      })}
    </ol>
  );
}
