/** Which papers an order has. Pure. */
import type { OrderView } from "../../bridge";
import type { Words } from "../../words";

/** Which paper. A 发货单 without serial is the one for what is still to be sent. */
export type PaperAsk = { kind: "letter" } | { kind: "approval" } | { kind: "delivery"; serial: number | null };

/** The papers that this order has now, the usual one first. */
export function papersOf(order: Pick<OrderView, "origin" | "lines" | "approvals" | "open_note" | "deliveries">): PaperAsk[] {
  const papers: PaperAsk[] = [];
  // A 期初 order owes no letter (O9).
  if (order.origin !== "Opening" && order.lines.length > 0) papers.push({ kind: "letter" });
  if (order.approvals.length > 0) papers.push({ kind: "approval" });
  if (order.open_note !== null) papers.push({ kind: "delivery", serial: null });
  const serials = [...new Set(order.deliveries.map((one) => one.serial))].sort((a, b) => b - a);
  return [...papers, ...serials.map((serial): PaperAsk => ({ kind: "delivery", serial }))];
}

/** A paper's name in the menu. */
export function paperName(w: Words["papers"], order: Pick<OrderView, "open_note" | "deliveries">, ask: PaperAsk): string {
  if (ask.kind !== "delivery") return w[ask.kind];
  if (ask.serial === null) return `${w.deliveryOpen(order.open_note ?? "")}　${w.deliveryRest}`;
  return w.deliveryOpen(order.deliveries.find((one) => one.serial === ask.serial)?.note_number ?? "");
}
