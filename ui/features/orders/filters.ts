/** What the list of orders is filtered by, and the saved views. */
import type { OrderFilter, OrderStatus } from "../../bridge";

/** Nothing is filtered. */
export const EVERYTHING: OrderFilter = {
  statuses: [], text: "", customer_id: null, owner_id: null, promised_before: null, promised_from: null,
  created_from: null, created_before: null, least_fen: null, overdue: false,
};

/** Saved views of the list. */
export type View = "open" | "mine" | "overdue" | "all" | "void";
export const VIEWS: View[] = ["open", "mine", "overdue", "all", "void"];

const IN_APPROVAL: OrderStatus[] = ["AwaitingSupervisor", "AwaitingFinance", "AwaitingOperations", "AwaitingOther"];

/** All states, in the order of the process. */
export const STATUSES: OrderStatus[] = ["Draft", ...IN_APPROVAL, "SentBack", "Approved", "Changing", "Void", "Opening"];

/** A view as a filter. */
export function filterOf(view: View, personId: number | undefined): OrderFilter {
  switch (view) {
    case "open":
      return { ...EVERYTHING, statuses: ["Draft", ...IN_APPROVAL, "SentBack", "Approved", "Changing"] };
    case "mine":
      return { ...EVERYTHING, statuses: ["Draft", "SentBack"], owner_id: personId ?? null };
    case "overdue":
      return { ...EVERYTHING, overdue: true };
    case "void":
      return { ...EVERYTHING, statuses: ["Void"] };
    case "all":
      return EVERYTHING;
  }
}

interface Remembered {
  view: View;
  filter: OrderFilter;
  sort: { by: string; descending: boolean };
  peek: boolean;
}

/** The list looks as it was left, as long as the program runs. */
export const remembered: { list: Remembered | null } = { list: null };
