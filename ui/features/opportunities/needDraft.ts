/** The list of needs as it is typed, as the core is asked with it, and what differs between two revisions. Pure. */
import type { NeedDraft, RequirementDraft, RequirementView } from "../../bridge";
import type { SheetRow } from "../../parts";
import { filled, productOfMeta } from "../../parts/lines/rows";
import { readDate, readScaled, readYes } from "../../parts/paste";
import { quantity } from "../../words/figures";

/** What is typed; figures and dates stay text until the core is asked. */
export interface TypedNeeds {
  id: number | null;
  version: number | null;
  opportunityId: number;
  contactId: number | null;
  address: string;
  note: string;
  rows: SheetRow[];
}

/** Columns whose text must be read as something. */
export type Read = "quantity" | "wanted";

/** A list with nothing on it. */
export function emptyNeeds(opportunityId: number): TypedNeeds {
  return { id: null, version: null, opportunityId, contactId: null, address: "", note: "", rows: [] };
}

/** What stands in the book, as it is typed. */
export function typedNeeds(draft: RequirementDraft): TypedNeeds {
  return {
    id: draft.id, version: draft.version, opportunityId: draft.opportunity_id, contactId: draft.contact_id, address: draft.delivery_address, note: draft.note,
    rows: draft.lines.map((line) => ({
      cells: {
        name: line.name, spec: line.spec, unit: line.unit, quantity: line.quantity_milli === null ? "" : quantity(line.quantity_milli),
        wanted: line.wanted_on ?? "", customised: line.customised ? "1" : "", customisation: line.customisation, standard: line.standard,
      },
      meta: line.product_id === null ? {} : { product_id: line.product_id },
    })),
  };
}

/** What the core is asked with. Empty rows at the end are left out; what is no number is none. */
export function draftOf(typed: TypedNeeds, today: string): RequirementDraft {
  const last = typed.rows.findLastIndex(filled);
  return {
    id: typed.id, version: typed.version, opportunity_id: typed.opportunityId, contact_id: typed.contactId, delivery_address: typed.address, note: typed.note,
    lines: typed.rows.slice(0, last + 1).map((row): NeedDraft => ({
      product_id: productOfMeta(row),
      name: row.cells["name"] ?? "", spec: row.cells["spec"] ?? "", unit: row.cells["unit"] ?? "",
      quantity_milli: readScaled(row.cells["quantity"] ?? "", 3),
      wanted_on: readDate(row.cells["wanted"] ?? "", today),
      customised: readYes(row.cells["customised"] ?? ""),
      customisation: row.cells["customisation"] ?? "", standard: row.cells["standard"] ?? "",
    })),
  };
}

/** Whether a cell's text cannot be read. An empty cell is not bad, only open. */
export function isBad(column: string, text: string, today: string): column is Read {
  if (text.trim() === "") return false;
  if (column === "quantity") return readScaled(text, 3) === null;
  return column === "wanted" && readDate(text, today) === null;
}

/** How many cells cannot be read. */
export function badCount(rows: SheetRow[], today: string): number {
  return rows.reduce((count, { cells }) => count + (["quantity", "wanted"] as const).filter((column) => isBad(column, cells[column] ?? "", today)).length, 0);
}

/** A row of the comparison: a line as it was and as it is, either of which may be missing. */
export interface Compared {
  before: NeedDraft | null;
  after: NeedDraft | null;
  /** The fields that differ. */
  changed: (keyof NeedDraft)[];
}

const FIELDS: (keyof NeedDraft)[] = ["name", "spec", "quantity_milli", "unit", "wanted_on", "customised", "customisation", "standard"];

/** Two revisions line by line: lines of the same name and specification belong together, then those of the same name, in their order. */
export function comparedLines(before: NeedDraft[], after: NeedDraft[]): Compared[] {
  const left = before.map((line) => ({ line, used: false }));
  const take = (same: (old: NeedDraft) => boolean): NeedDraft | null => {
    const found = left.find((one) => !one.used && same(one.line));
    if (found === undefined) return null;
    found.used = true;
    return found.line;
  };
  const pairs = after.map((line) => ({ line, old: take((old) => old.name === line.name && old.spec === line.spec) }));
  const all = pairs.map(({ line, old }): Compared => {
    const known = old ?? take((other) => other.name === line.name);
    return { before: known, after: line, changed: known === null ? [] : FIELDS.filter((field) => known[field] !== line[field]) };
  });
  return [...all, ...left.filter((one) => !one.used).map(({ line }): Compared => ({ before: line, after: null, changed: [] }))];
}

/** The revision before this one. */
export function formerOf(all: RequirementView[], one: RequirementView): RequirementView | null {
  return all.find((other) => other.revision === one.revision - 1) ?? null;
}
