/** The steps of a lead with their dates: registered, rated, assigned, reached, converted. */
import { Fragment, type ReactNode } from "react";
import type { LeadView } from "../../bridge";
import { Glyph, useToday, type Family, type Shape } from "../../parts";
import { useLanguage, useWords } from "../../words";
import { instantSpoken } from "../../words/figures";
import { stepsOf, type LeadStep } from "./card";

const LOOK: Record<LeadStep["state"], [Family, Shape]> = { done: ["done", "done"], now: ["wait", "wait"], later: ["off", "off"], ended: ["off", "void"] };

/** The line of steps. */
export function Steps({ lead }: { lead: LeadView }): ReactNode {
  const w = useWords().leads.steps;
  const language = useLanguage();
  const today = useToday();
  const steps = stepsOf(lead);
  return (
    <ol className="steps">
      {steps.map((step, index) => {
        const [family, shape] = LOOK[step.state];
        return (
          <Fragment key={step.key}>
            {index > 0 && <li className={`stepline${steps[index - 1]?.state === "done" ? " walked" : ""}`} aria-hidden="true" />}
            <li className={`step ${family}`} data-test={`step-${step.key}`}>
              <span className={`steplabel${step.state === "now" ? " w6" : ""}`}><Glyph shape={shape} />{w[step.key]}</span>
              <span className="stepdate">{step.at === null ? "" : instantSpoken(step.at, today, language)}</span>
            </li>
          </Fragment>
        );
      })}
    </ol>
  );
}
