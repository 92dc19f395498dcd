/** Granting several orders at once: one decider, one way it was given; each order is decided by itself. */
import { Stamp } from "lucide-react";
import type { ReactNode } from "react";
import { call, useStatus, type ApprovalRow, type Candidate } from "../../bridge";
import { DecisionFields, NO_DECISION, decideRequest, type BulkAct, type TypedDecision } from "../../parts";
import { useWords } from "../../words";

/** Everybody who may decide any of the rows, whoever sits at the desk first. */
export function deciders(rows: ApprovalRow[], me: number | undefined): Candidate[] {
  const found = new Map<number, Candidate>();
  for (const row of rows) for (const one of row.candidates) found.set(one.id, one);
  return [...found.values()].sort((a, b) => Number(b.id === me) - Number(a.id === me));
}

/** The acts on several rows; `chosen` are the rows they are about. */
export function useGranting(chosen: ApprovalRow[]): BulkAct<ApprovalRow>[] {
  const w = useWords().approvals;
  const me = useStatus()?.person;
  const people = deciders(chosen, me?.id);
  const begin: TypedDecision = { ...NO_DECISION, deciderId: people[0]?.id };
  const typedOf = (value: unknown): TypedDecision => (value as TypedDecision | null) ?? begin;
  const form = (value: unknown, put: (next: unknown) => void): ReactNode => {
    const typed = typedOf(value);
    return <DecisionFields kind="grant" typed={typed} change={(part) => put({ ...typed, ...part })} candidates={people} self={typed.deciderId === me?.id} recorder={me?.name ?? ""} error={null} />;
  };
  return [
    {
      key: "grant", label: w.grantThem, title: w.grantCount, icon: <Stamp size={14} strokeWidth={1.6} />, done: w.grantedCount, begin, form,
      seen: (row) => ({ id: row.order_id, version: row.version }),
      refuses: (row, value) => {
        const { deciderId } = typedOf(value);
        if (row.candidates.length === 0) return w.nobody;
        return row.candidates.some((one) => one.id === deciderId) ? null : w.notTheirs(row.candidates.map((one) => one.name));
      },
      run: async (row, value) => {
        await call("approval_grant", decideRequest({ id: row.order_id, version: row.version }, typedOf(value), me?.id));
        return null;
      },
    },
  ];
}
