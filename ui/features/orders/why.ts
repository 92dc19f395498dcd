/** One sentence on why an order is where it is, and what the list would show of it. */
import type { OrderRow, OrderView } from "../../bridge";
import { useToday, type Family } from "../../parts";
import { useLanguage, useWords } from "../../words";
import { dateSpoken, instantSpoken } from "../../words/figures";

const FAMILY: Record<string, Family> = {
  draft: "off", level: "wait", sent_back: "late", letter_queued: "run", letter_failed: "late", letter_uncertain: "doubt",
  letter_missing_address: "wait", delivery: "run", overdue: "late", done: "done", void: "off",
};

/** The sentence, its title and its colour. */
export function useWhy(order: OrderView): { family: Family; title: string | undefined; text: string } {
  const { names, orders: w } = useWords();
  const language = useLanguage();
  const today = useToday();
  const { code, role, since, detail } = order.waiting;
  const who = language === "Zh" ? order.waiting.who : order.waiting.who.replaceAll("、", ", ");
  const label = role === null ? "" : (names.level[role] ?? names.role[role]);
  const named = who === "" ? label : label === "" ? who : language === "Zh" ? ` ${who}（${label}）` : `${who} (${label.toLowerCase()})`;
  const text = w.waiting[code]?.(named, since === null ? "" : since.length === 10 ? dateSpoken(since, today, language) : instantSpoken(since, today, language), detail) ?? detail;
  return { family: FAMILY[code] ?? "off", title: w.whyTitle[code], text };
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
