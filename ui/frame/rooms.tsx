/** The rooms of this version: one lazy chunk each, with icon and key, and what is due in it. */
import { Boxes, Building2, ChartColumn, ClipboardList, FileInput, FileSignature, FileText, Handshake, Send, Settings, Stamp, Sun, Users, type LucideIcon } from "lucide-react";
import { lazy, type ComponentType } from "react";
import type { RoomCounts } from "../bridge";
import type { Begun } from "../parts/begun";
import type { Room } from "../parts/place";
import type { Words } from "../words";

/** Something due in a room: how many, what it is, and whether it is a warning. */
interface Due {
  count: number;
  says: string;
  hot?: boolean;
}

/** What the frame knows of a room. */
export interface RoomEntry {
  room: Room;
  icon: LucideIcon;
  /** Rooms of the same group stand together. */
  group: number;
  due: (counts: RoomCounts, begun: readonly Begun[], words: Words) => Due[];
  Page: ComponentType<{ rest: string[] }>;
}

/** The core counts no further than this. */
const MOST = 1000;
/** A count as it is shown. */
export const capped = (count: number): string => (count >= MOST ? `${MOST - 1}+` : String(count));

function unfinished(kind: string): RoomEntry["due"] {
  return (_, begun, { unfinished: w }) => {
    const count = begun.filter((one) => one.kind === kind || one.kind.startsWith(`${kind} `)).length;
    return [{ count, says: w.count(count) }];
  };
}

const orders: RoomEntry["due"] = (counts, _, { frame: { due: w } }) => [
  { count: counts.orders_overdue, says: w.overdue(capped(counts.orders_overdue)), hot: true },
  { count: counts.orders_sent_back, says: w.sentBack(counts.orders_sent_back) },
  { count: counts.orders_drafts, says: w.drafts(counts.orders_drafts) },
];

const outbox: RoomEntry["due"] = (counts, _, { frame: w }) => [
  { count: counts.outbox_uncertain, says: w.mailUncertain(counts.outbox_uncertain), hot: true },
  { count: counts.outbox_failed, says: w.mailFailed(counts.outbox_failed), hot: true },
  { count: counts.outbox_missing_address, says: w.mailMissing(counts.outbox_missing_address), hot: true },
  { count: counts.outbox_waiting, says: w.mailWaiting(counts.outbox_waiting) },
];

const today: RoomEntry["due"] = (counts, _, { frame: { due: w } }) => [
  { count: counts.today_overdue, says: w.todayOverdue(capped(counts.today_overdue)), hot: true },
  { count: counts.today_due, says: w.today(capped(counts.today_due)) },
];

const leads: RoomEntry["due"] = (counts, begun, words) => [
  { count: counts.leads_unrated, says: words.frame.due.unrated(capped(counts.leads_unrated)) },
  ...unfinished("lead")(counts, begun, words),
];

const opportunities: RoomEntry["due"] = (counts, begun, words) => ["opportunity", "needs", "solution"].flatMap((kind) => unfinished(kind)(counts, begun, words));

/** All rooms in the order of the sidebar. */
export const rooms: RoomEntry[] = [
  { room: "today", icon: Sun, group: 0, due: today, Page: lazy(() => import("../features/today")) },
  { room: "leads", icon: Users, group: 1, due: leads, Page: lazy(() => import("../features/leads")) },
  { room: "opportunities", icon: Handshake, group: 1, due: opportunities, Page: lazy(() => import("../features/opportunities")) },
  { room: "quotations", icon: FileText, group: 1, due: unfinished("quotation"), Page: lazy(() => import("../features/quotations")) },
  { room: "contracts", icon: FileSignature, group: 1, due: unfinished("contract"), Page: lazy(() => import("../features/contracts")) },
  { room: "orders", icon: ClipboardList, group: 1, due: orders, Page: lazy(() => import("../features/orders")) },
  { room: "approvals", icon: Stamp, group: 1, due: ({ approvals: count }, _, { frame }) => [{ count, says: frame.due.approvals(count) }], Page: lazy(() => import("../features/approvals")) },
  { room: "customers", icon: Building2, group: 2, due: unfinished("customer"), Page: lazy(() => import("../features/customers")) },
  { room: "products", icon: Boxes, group: 2, due: unfinished("product"), Page: lazy(() => import("../features/products")) },
  { room: "reports", icon: ChartColumn, group: 3, due: () => [], Page: lazy(() => import("../features/reports")) },
  { room: "outbox", icon: Send, group: 3, due: outbox, Page: lazy(() => import("../features/outbox")) },
  { room: "import", icon: FileInput, group: 3, due: () => [], Page: lazy(() => import("../features/import")) },
  { room: "settings", icon: Settings, group: 4, due: unfinished("settings"), Page: lazy(() => import("../features/settings")) },
];
