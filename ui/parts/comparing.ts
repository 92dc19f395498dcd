/** A record that two people changed: what each made of what both began with, field by field. Pure. */
import type { SheetRow } from "./Sheet";

/** A record by its fields; a field that is not there is undefined. */
export type Flat = Record<string, unknown>;

/** Whose. */
export type Side = "mine" | "theirs";

/** A field that stands differently in the two. */
export interface Compared {
  key: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
  /** Both changed it: nobody can know which is right. */
  both: boolean;
}

/** Values as text, whatever the order of their parts. */
function written(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) => (part !== null && typeof part === "object" && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1))) : part));
}

const same = (one: unknown, other: unknown): boolean => written(one) === written(other);

/** The fields in which the two differ, in the order of mine and then of theirs. */
export function comparedOf(base: Flat, mine: Flat, theirs: Flat): Compared[] {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  return keys.filter((key) => !same(mine[key], theirs[key])).map((key) => {
    const both = !same(base[key], mine[key]) && !same(base[key], theirs[key]);
    return { key, base: base[key], mine: mine[key], theirs: theirs[key], both };
  });
}

/** Who is right before anybody says so: whoever changed the field; where both did, mine, so that nothing typed is lost. */
export function proposed(fields: Compared[]): Record<string, Side> {
  return Object.fromEntries(fields.map((field) => [field.key, !field.both && same(field.base, field.mine) ? "theirs" : "mine"]));
}

/** The record as it was chosen; what does not differ is as it is in both. */
export function mergedOf(mine: Flat, theirs: Flat, choices: Record<string, Side>): Flat {
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  return Object.fromEntries(keys.map((key) => [key, (choices[key] === "theirs" ? theirs : mine)[key]]));
}

/** A sheet's rows as fields of their own: `lines.0`, `lines.1`, … */
export function flatRows(rows: SheetRow[]): Flat {
  return Object.fromEntries(rows.map((row, at) => [`lines.${at}`, row]));
}

/** The rows as they were chosen; those that neither kept are gone. */
export function rowsOf(flat: Flat): SheetRow[] {
  return Object.entries(flat).filter(([key, row]) => key.startsWith("lines.") && row !== undefined).sort(([one], [other]) => Number(one.slice(6)) - Number(other.slice(6))).map(([, row]) => row as SheetRow);
}
