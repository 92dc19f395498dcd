/** The views of orders that every book has. */
import type { OrderFilter, OrderStatus } from "../../bridge";
import { EVERY_ORDER } from "../../parts";

/** Their names. */
export type View = "open" | "mine" | "overdue" | "all" | "void";
export const VIEWS: View[] = ["open", "mine", "overdue", "all", "void"];

const IN_APPROVAL: OrderStatus[] = ["AwaitingSupervisor", "AwaitingFinance", "AwaitingOperations", "AwaitingOther"];

/** All states, in the order of the process. */
export const STATUSES: OrderStatus[] = ["Draft", ...IN_APPROVAL, "SentBack", "Approved", "Changing", "Void", "Opening"];

/** A view as a filter. */
export function filterOf(view: View, personId: number | undefined): OrderFilter {
  switch (view) {
    case "open":
      return { ...EVERY_ORDER, statuses: ["Draft", ...IN_APPROVAL, "SentBack", "Approved", "Changing"] };
    case "mine":
      return { ...EVERY_ORDER, statuses: ["Draft", "SentBack"], owner_id: personId ?? null };
    case "overdue":
      return { ...EVERY_ORDER, overdue: true };
    case "void":
      return { ...EVERY_ORDER, statuses: ["Void"] };
    case "all":
      return EVERY_ORDER;
  }
}
