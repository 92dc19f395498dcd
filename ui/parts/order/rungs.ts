/** The ladder of the current round: who has decided, whose turn it is, who comes later. */
import type { ApprovalEntry, OrderView, Role } from "../../bridge";
import type { Family, Shape } from "../Glyph";

/** One rung. */
export interface Rung {
  level: number;
  role: Role;
  state: "done" | "back" | "now" | "later";
  entry: ApprovalEntry | null;
}

/** The rungs of the round that is shown; levels that the amount does not need are left out. */
export function rungs(order: OrderView, round = order.round): Rung[] {
  const needed = order.ladder.filter((level) => level.from_fen <= order.computed.amount_fen);
  return needed.map((level, index) => {
    const number = index + 1;
    const entry = [...order.approvals].reverse().find((one) => one.round === round && one.level === number && one.decision !== "Submitted" && one.decision !== "Withdrawn") ?? null;
    if (entry?.decision === "Granted") return { level: number, role: level.role, state: "done", entry };
    if (entry?.decision === "SentBack") return { level: number, role: level.role, state: "back", entry };
    const now = order.state === "InApproval" && round === order.round && order.level === number;
    return { level: number, role: level.role, state: now ? "now" : "later", entry: null };
  });
}

/** How a rung looks. */
export function shapeOf(state: Rung["state"]): { family: Family; shape: Shape } {
  switch (state) {
    case "done":
      return { family: "done", shape: "done" };
    case "back":
      return { family: "late", shape: "failed" };
    case "now":
      return { family: "wait", shape: "wait" };
    case "later":
      return { family: "off", shape: "off" };
  }
}
