/** How far a contract is: written, read by legal, signed, ordered. */
import { Fragment, type ReactNode } from "react";
import type { ContractState, ContractView } from "../../bridge";
import { Glyph, useToday, type Family, type Shape } from "../../parts";
import { useLanguage, useWords } from "../../words";
import { dateSpoken, instantSpoken } from "../../words/figures";

interface Step {
  key: string;
  label: string;
  date: string;
  family: Family;
  shape: Shape;
}

const DONE = { family: "done", shape: "done" } as const;
const NOW = { family: "wait", shape: "wait" } as const;
const LATER = { family: "off", shape: "off" } as const;
const BACK = { family: "late", shape: "failed" } as const;
const PLACE: Record<ContractState, number> = { Draft: 0, Returned: 1, InReview: 1, Reviewed: 2, Signed: 3, Void: -1 };

function useSteps(contract: ContractView): Step[] {
  const w = useWords().contracts.steps;
  const language = useLanguage();
  const today = useToday();
  const at = PLACE[contract.state];
  const look = (place: number): { family: Family; shape: Shape } => (at > place ? DONE : at < place ? LATER : NOW);
  const passed = contract.reviews.find((one) => one.passed);
  const order = contract.orders.find((one) => one.number !== "" && one.status !== "Void");
  const review: Step = { key: "review", label: w.review, date: passed === undefined || at < 2 ? "" : instantSpoken(passed.at, today, language), ...(contract.state === "Returned" ? BACK : look(1)) };
  return [
    { key: "draft", label: w.draft, date: instantSpoken(contract.created_at, today, language), ...look(0) },
    ...(contract.needs_review ? [review] : []),
    { key: "sign", label: w.sign, date: contract.signed_on === null ? "" : dateSpoken(contract.signed_on, today, language), ...look(2) },
    { key: "order", label: w.order, date: order?.number ?? "", ...(order === undefined ? look(3) : DONE) },
  ];
}

/** The line of steps. */
export function Steps({ contract }: { contract: ContractView }): ReactNode {
  const steps = useSteps(contract);
  return (
    <ol className="steps">
      {steps.map((step, index) => (
        <Fragment key={step.key}>
          {index > 0 && <li className={`stepline${steps[index - 1]?.family === "done" ? " walked" : ""}`} aria-hidden="true" />}
          <li className={`step ${step.family}`} data-test={`step-${step.key}`}>
            <span className={`steplabel${step.family === "wait" || step.family === "late" ? " w6" : ""}`}><Glyph shape={step.shape} />{step.label}</span>
            <span className="stepdate">{step.date}</span>
          </li>
        </Fragment>
      ))}
    </ol>
  );
}
