/** The columns of a list as they are chosen from: those that are shown in their order, then the others. Pure. */
import type { ColumnLook } from "../bridge";

/** What is known of a column before it is chosen. */
export interface Offered {
  key: string;
  title: string;
  hidden?: boolean;
}

/** A column that can be ticked. */
export interface Tickable {
  key: string;
  title: string;
  shown: boolean;
}

/** What is shown now; without a choice the standard. */
export function looksOf(columns: Offered[], chosen: ColumnLook[]): ColumnLook[] {
  const known = chosen.filter((look) => columns.some((column) => column.key === look.key));
  return known.length > 0 ? known : columns.filter((column) => column.hidden !== true).map(({ key }) => ({ key, width: null }));
}

/** All columns: the shown ones first, in their order. */
export function offered(columns: Offered[], chosen: ColumnLook[]): Tickable[] {
  const looks = looksOf(columns, chosen);
  const shown = looks.flatMap((look) => columns.filter((column) => column.key === look.key));
  const others = columns.filter((column) => !shown.includes(column));
  return [...shown.map(({ key, title }) => ({ key, title, shown: true })), ...others.map(({ key, title }) => ({ key, title, shown: false }))];
}

/** Shows a column, behind those that are shown, or hides it; the last one stays. */
export function ticked(columns: Offered[], chosen: ColumnLook[], key: string): ColumnLook[] {
  const looks = looksOf(columns, chosen);
  const left = looks.filter((look) => look.key !== key);
  if (left.length === looks.length) return [...looks, { key, width: null }];
  return left.length > 0 ? left : looks;
}

/** Moves a column to a place among all that are offered; one that comes to stand among the shown ones is shown. */
export function moved(columns: Offered[], chosen: ColumnLook[], key: string, to: number): ColumnLook[] {
  const looks = looksOf(columns, chosen);
  const own = looks.find((look) => look.key === key) ?? { key, width: null };
  const others = looks.filter((look) => look.key !== key);
  const place = Math.max(0, to);
  if (place > others.length) return looks.some((look) => look.key === key) && others.length > 0 ? others : looks;
  return [...others.slice(0, place), own, ...others.slice(place)];
}

/** Makes a column so wide; the columns that are shown now are those that are chosen. */
export function widened(columns: Offered[], chosen: ColumnLook[], key: string, width: number | null, shown: string[]): ColumnLook[] {
  const looks = chosen.length > 0 ? looksOf(columns, chosen) : shown.map((one) => ({ key: one, width: null }));
  return looks.map((look) => (look.key === key ? { ...look, width } : look));
}
