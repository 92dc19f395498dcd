/** The steps of the process with their dates. */
import { Fragment, type ReactNode } from "react";
import type { OrderView } from "../../bridge";
import { Glyph, useToday, type Family, type Shape } from "../../parts";
import { useLanguage, useWords } from "../../words";
import { dateSpoken, instantSpoken } from "../../words/figures";
import { rungs, shapeOf } from "../../parts/order/rungs";

interface Step {
  key: string;
  label: string;
  date: string;
  family: Family;
  shape: Shape;
}

const DONE = { family: "done", shape: "done" } as const;
const LATER = { family: "off", shape: "off" } as const;
const NOW = { family: "wait", shape: "wait" } as const;

function useSteps(order: OrderView): Step[] {
  const { names, orders: w } = useWords();
  const language = useLanguage();
  const today = useToday();
  const at = (instant: string | null): string => (instant === null ? "" : instantSpoken(instant, today, language));
  const on = (date: string | null): string => (date === null ? "" : dateSpoken(date, today, language));
  const steps: Step[] = [];
  const signed = order.draft.contract_signed_on;
  steps.push({ key: "contract", label: w.steps.contract, date: on(signed), ...(signed === null ? LATER : DONE) });
  const { attested } = order;
  if (attested !== null) steps.push({ key: "attested", label: w.steps.attested, date: at(attested.at), ...DONE });
  const submitted = order.state !== "Draft" && order.submitted_at !== null;
  if (attested === null) steps.push({ key: "submit", label: w.steps.submit, date: submitted ? at(order.submitted_at) : "", ...(submitted ? DONE : NOW) });
  if (order.origin !== "Opening") {
    for (const rung of rungs(order)) {
      steps.push({ key: `level${rung.level}`, label: names.level[rung.role] ?? names.role[rung.role], date: rung.entry === null ? "" : at(rung.entry.at), ...shapeOf(rung.state) });
    }
    const letter = order.letters.find((one) => one.kind === "order_confirmation");
    const arrived = letter?.state === "Sent" || letter?.state === "DeliveredOtherwise";
    steps.push({ key: "letter", label: w.steps.letter, date: arrived ? at(letter.sent_at) : "", ...(letter === undefined ? LATER : arrived ? DONE : NOW) });
  }
  const delivered = order.lines.length > 0 && order.lines.every((line) => line.delivered_milli >= line.quantity_milli);
  const last = order.lines.map((line) => line.delivered_on ?? "").sort().at(-1) ?? "";
  const running = order.state === "Approved" || order.state === "Opening";
  const late = running && !delivered && order.draft.promised_on !== null && order.draft.promised_on < today;
  const look = delivered ? DONE : late ? ({ family: "late", shape: "late" } as const) : running ? NOW : LATER;
  steps.push({ key: "delivery", label: w.steps.delivery, date: delivered ? on(last) : on(order.draft.promised_on), ...look });
  return steps;
}

/** The line of steps. */
export function Steps({ order }: { order: OrderView }): ReactNode {
  const steps = useSteps(order);
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
