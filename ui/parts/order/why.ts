/** Why an order is where it is: the sentence, its title and its colour; and what the list would show of a whole order. */
import type { OrderRow, OrderView, Why } from "../../bridge";
import { useLanguage, useWords } from "../../words";
import { whySentence } from "../../words/why";
import type { Family } from "../Glyph";
import { useToday } from "../Text";

const FAMILY: Record<Why["code"], Family> = {
  DraftReady: "off", DraftLacks: "off", Level: "wait", SentBack: "late", ApprovalVoid: "late", LetterMissingAddress: "wait", LetterUncertain: "doubt",
  LetterFailed: "late", LetterRetry: "wait", LetterQueued: "run", LetterOnItsWay: "run", LetterSent: "done", LetterGiven: "done", LetterWithdrawn: "wait",
  TasksOpen: "run", Overdue: "late", Delivery: "run", Delivered: "done", Void: "off",
};

/** The most urgent colours first. */
const URGENCY: Family[] = ["late", "doubt", "wait", "run", "done"];

/** The colour of what is most urgent; a level that nobody can decide is more than waiting. */
export function familyOf(whys: Why[]): Family {
  const all = whys.map((why) => (why.code === "Level" && why.candidates.length === 0 ? "late" : FAMILY[why.code]));
  return URGENCY.find((family) => all.includes(family)) ?? "off";
}

/** Sentence, title and colour. */
export function useWhy(whys: Why[]): { family: Family; title: string | undefined; text: string } {
  const w = useWords().orders;
  const language = useLanguage();
  const today = useToday();
  const first = whys[0]?.code;
  return { family: familyOf(whys), title: first === undefined ? undefined : w.whyTitle[first], text: whySentence(language, whys, today) };
}

/** The flags that a row of the list carries, worked out for a whole order. */
export function useRowFlags(order: OrderView): Pick<OrderRow, "status" | "overdue" | "delivered" | "part_delivered"> {
  const today = useToday();
  const open = order.lines.filter((line) => line.delivered_milli < line.quantity_milli);
  const running = order.state === "Approved" || order.state === "Opening";
  return {
    status: order.status,
    overdue: running && open.some((line) => line.promised_on !== null && line.promised_on < today),
    delivered: running && open.length === 0 && order.lines.length > 0,
    part_delivered: running && order.lines.some((line) => line.delivered_milli > 0),
  };
}
