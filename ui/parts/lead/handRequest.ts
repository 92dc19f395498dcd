/** A supervisor's decision as it is sent: their own when they sit here, otherwise recorded for them. Pure. */
import type { LeadHand } from "../../bridge";
import type { TypedDecision } from "../Decision";

/** The decision as it is sent; none while nobody is chosen. */
export function handRequest(typed: TypedDecision, me: number | undefined): LeadHand | null {
  if (typed.deciderId === undefined) return null;
  const self = typed.deciderId === me;
  return { decider_id: typed.deciderId, given: self ? "SignedIn" : typed.given, evidence: self ? null : (typed.kept?.sha256 ?? null), behalf_reason: self ? "" : typed.behalfReason.trim() };
}
