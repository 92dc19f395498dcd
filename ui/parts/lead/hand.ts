/** Whose decision a rating or an assignment is: the supervisor's, whoever records it. */
import { useState } from "react";
import { useAsk, useStatus, type Candidate, type LeadHand } from "../../bridge";
import { NO_DECISION, type TypedDecision } from "../Decision";
import { handRequest } from "./handRequest";

/** What was typed about the decision, and how the core is told it. */
export interface Hand {
  typed: TypedDecision;
  change: (part: Partial<TypedDecision>) => void;
  candidates: Candidate[];
  self: boolean;
  recorder: string;
  /** None while nobody is chosen. */
  request: LeadHand | null;
}

/** Supervisors are offered, whoever sits here first; until somebody is chosen it is the first. The core judges. */
export function useHand(): Hand {
  const me = useStatus()?.person;
  const people = useAsk("person_list", {}).data ?? [];
  const [chosen, setChosen] = useState(NO_DECISION);
  const candidates = people
    .filter((one) => one.active && one.roles.includes("SalesSupervisor"))
    .sort((a, b) => Number(b.id === me?.id) - Number(a.id === me?.id))
    .map(({ id, name }): Candidate => ({ id, name }));
  const typed = { ...chosen, deciderId: chosen.deciderId ?? candidates[0]?.id };
  return {
    typed, candidates, recorder: me?.name ?? "", self: typed.deciderId === me?.id,
    change: (part) => setChosen({ ...typed, ...part }),
    request: handRequest(typed, me?.id),
  };
}
