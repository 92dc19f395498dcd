/** Where a document of the book stands. Pure. */
import type { DocumentAsk, DocumentKind } from "../bridge";
import type { Room } from "./place";

/** The room of each kind of document. */
export const ROOM_OF: Record<DocumentKind, Room> = { Order: "orders", Customer: "customers", Product: "products", Lead: "leads", Opportunity: "opportunities", Quotation: "quotations", Contract: "contracts" };

/** Room and id, for `go`. */
export function placeOf({ document, id }: DocumentAsk): [Room, number] {
  return [ROOM_OF[document], id];
}
