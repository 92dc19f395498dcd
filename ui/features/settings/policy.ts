/** The company's rules as boxes: what is typed stays typed; it is read and checked here. Pure. */
import type { Level, Policy, Role } from "../../bridge";
import { readScaled } from "../../parts/paste";

/** A level with its amount as typed, in yuan. */
export interface LevelBox {
  role: Role;
  from: string;
}

/** The policy with its numbers as typed. */
export interface PolicyForm extends Omit<Policy, "levels" | "evidence_from_fen" | "discount_limit" | "margin_floor" | "most_leads"> {
  levels: LevelBox[];
  evidence: string;
  discount: string;
  floor: string;
  mostLeads: string;
}

/** The three levels that every order passes, in their order (O3). */
export const THREE: Role[] = ["SalesSupervisor", "Finance", "Operations"];
/** As many levels as the core takes. */
export const MOST_LEVELS = 6;

function yuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}

/** The policy as boxes. */
export function policyForm(policy: Policy): PolicyForm {
  const { levels, evidence_from_fen, discount_limit, margin_floor, most_leads, ...rest } = policy;
  return {
    ...rest,
    levels: levels.map((level) => ({ role: level.role, from: level.from_fen === 0 ? "" : yuan(level.from_fen) })),
    evidence: yuan(evidence_from_fen),
    discount: String(discount_limit / 100),
    floor: String(margin_floor / 100),
    mostLeads: String(most_leads),
  };
}

/** One of the three levels that cannot be taken away: the first always-on level of each of the three roles. */
export function isFixed(levels: LevelBox[], row: number): boolean {
  const level = levels[row];
  if (level === undefined || !THREE.includes(level.role) || level.from.trim() !== "") return false;
  return levels.findIndex((other) => other.role === level.role && other.from.trim() === "") === row;
}

/** Moves nothing, adds a level at the end, from an amount on. */
export function withLevel(levels: LevelBox[], role: Role): LevelBox[] {
  return levels.length >= MOST_LEVELS ? levels : [...levels, { role, from: "100000" }];
}

/** Which boxes cannot be read, by the core's names of the fields. */
export function policyFaults(form: PolicyForm): string[] {
  const faults: string[] = [];
  const money = (text: string): boolean => { const fen = readScaled(text, 2); return fen !== null && fen >= 0; };
  form.levels.forEach((level, row) => {
    if (level.from.trim() !== "" && !money(level.from)) faults.push(`levels.${row}`);
  });
  if (!money(form.evidence)) faults.push("evidence_from_fen");
  const discount = readScaled(form.discount, 2);
  if (discount === null || discount < 0 || discount > 10_000) faults.push("discount_limit");
  const floor = readScaled(form.floor, 2);
  if (floor === null || floor < 0 || floor > 10_000) faults.push("margin_floor");
  if (!/^\d{1,4}$/.test(form.mostLeads.trim())) faults.push("most_leads");
  return faults;
}

/** The boxes as the policy that is sent; call it only when nothing is at fault. */
export function policyOf(form: PolicyForm): Policy {
  const { levels, evidence, discount, floor, mostLeads, ...rest } = form;
  const level = (box: LevelBox): Level => ({ role: box.role, from_fen: box.from.trim() === "" ? 0 : (readScaled(box.from, 2) ?? 0) });
  return {
    ...rest,
    levels: levels.map(level),
    evidence_from_fen: readScaled(evidence, 2) ?? 0,
    discount_limit: readScaled(discount, 2) ?? 0,
    margin_floor: readScaled(floor, 2) ?? 0,
    most_leads: Number(mostLeads),
  };
}
