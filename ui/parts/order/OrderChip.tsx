/** The state of an order in one chip: what is derived (late, delivered) stands before what is stored. */
import type { ReactNode } from "react";
import type { OrderRow } from "../../bridge";
import { Chip, StateChip } from "../Chip";
import { useWords } from "../../words";

/** A row's chip. */
export function OrderChip({ row }: { row: Pick<OrderRow, "status" | "overdue" | "delivered" | "part_delivered"> }): ReactNode {
  const w = useWords().orders.chips;
  const running = row.status === "Approved" || row.status === "Opening";
  if (running && row.overdue) return <Chip family="late" test="status-overdue">{w.overdue}</Chip>;
  if (running && row.delivered) return <Chip family="done" test="status-delivered">{w.delivered}</Chip>;
  if (running && row.part_delivered) return <Chip family="run" test="status-part">{w.partDelivered}</Chip>;
  return <StateChip status={row.status} />;
}
