/** The rooms of this version: one lazy chunk each, with icon and key. */
import { Boxes, Building2, ChartColumn, ClipboardList, FileInput, Send, Settings, Stamp, type LucideIcon } from "lucide-react";
import { lazy, type ComponentType } from "react";
import type { RoomCounts } from "../bridge";
import type { Room } from "../parts/place";
import type { Words } from "../words";

/** What the frame knows of a room. */
export interface RoomEntry {
  room: Room;
  icon: LucideIcon;
  /** Rooms of the same group stand together. */
  group: number;
  /** The number beside it. */
  count: (counts: RoomCounts) => number;
  /** The number is a warning. */
  hot: (counts: RoomCounts) => boolean;
  /** What the number counts. */
  due?: (counts: RoomCounts, words: Words["frame"]["due"]) => string;
  Page: ComponentType<{ rest: string[] }>;
}

/** The core counts no further than this. */
const MOST = 1000;
/** A count as it is shown. */
export const capped = (count: number): string => (count >= MOST ? `${MOST - 1}+` : String(count));
const none = (): number => 0;
const never = (): boolean => false;
const troubled = (counts: RoomCounts): number => counts.outbox_failed + counts.outbox_uncertain + counts.outbox_missing_address;

/** All rooms in the order of the sidebar. */
export const rooms: RoomEntry[] = [
  { room: "orders", icon: ClipboardList, group: 1, count: (counts) => counts.orders + counts.orders_overdue, hot: (counts) => counts.orders_overdue > 0, due: (counts, w) => w.orders(counts.orders, capped(counts.orders_overdue)), Page: lazy(() => import("../features/orders")) },
  { room: "approvals", icon: Stamp, group: 1, count: (counts) => counts.approvals, hot: never, due: (counts, w) => w.approvals(counts.approvals), Page: lazy(() => import("../features/approvals")) },
  { room: "customers", icon: Building2, group: 2, count: none, hot: never, Page: lazy(() => import("../features/customers")) },
  { room: "products", icon: Boxes, group: 2, count: none, hot: never, Page: lazy(() => import("../features/products")) },
  { room: "reports", icon: ChartColumn, group: 3, count: none, hot: never, Page: lazy(() => import("../features/reports")) },
  { room: "outbox", icon: Send, group: 3, count: troubled, hot: (counts) => troubled(counts) > 0, due: (counts, w) => w.outbox(troubled(counts)), Page: lazy(() => import("../features/outbox")) },
  { room: "import", icon: FileInput, group: 3, count: none, hot: never, Page: lazy(() => import("../features/import")) },
  { room: "settings", icon: Settings, group: 4, count: none, hot: never, Page: lazy(() => import("../features/settings")) },
];
