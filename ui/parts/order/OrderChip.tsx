/** The state of an order in one chip: what is derived (late, delivered) stands before what is stored. */
import type { ReactNode } from "react";
import type { OrderRow } from "../../bridge";
import { Chip, StateChip } from "../Chip";
import { useWords, type Words } from "../../words";

type Flags = Pick<OrderRow, "status" | "overdue" | "delivered" | "part_delivered">;

/** The chip's word, where it is written instead of drawn. */
export function chipWords(row: Flags, words: Words): string {
  const running = row.status === "Approved" || row.status === "Opening";
  if (running && row.overdue) return words.orders.chips.overdue;
  if (running && row.delivered) return words.orders.chips.delivered;
  if (running && row.part_delivered) return words.orders.chips.partDelivered;
  return words.names.status[row.status];
}

/** A row's chip. */
export function OrderChip({ row }: { row: Flags }): ReactNode {
  const w = useWords().orders.chips;
  const running = row.status === "Approved" || row.status === "Opening";
  if (running && row.overdue) return <Chip family="late" test="status-overdue">{w.overdue}</Chip>;
  if (running && row.delivered) return <Chip family="done" test="status-delivered">{w.delivered}</Chip>;
  if (running && row.part_delivered) return <Chip family="run" test="status-part">{w.partDelivered}</Chip>;
  return <StateChip status={row.status} />;
}
