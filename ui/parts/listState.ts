/** How a list is being looked at: its view, filter, sort and columns; it looks as it was left as long as the program runs. */
import { useEffect, useRef, useState } from "react";
import { answers, call, useAsk, useStatus, type ColumnLook, type ListName, type SavedView, type ViewContent } from "../bridge";
import type { Column, Sort } from "./List";

/** A view that every book has. */
export interface BuiltInView<Filter> {
  key: string;
  label: string;
  filter: Filter;
  /** Its count is a warning. */
  hot?: boolean;
}

/** How a list is looked at. */
export interface Looked<Filter> {
  /** A built-in view's key, or `saved:` and an id. */
  view: string;
  filter: Filter;
  sort: Sort;
  /** Empty: as the person has them. */
  columns: ColumnLook[];
  /** What the chosen view's filter was, as text: a view of 「今天」 is another one tomorrow. */
  chosen?: string;
}

/** The list's state, and how it is changed. */
export interface ListState<Filter> extends Looked<Filter> {
  saved: SavedView[];
  /** What the person chose for this list; empty: the standard. */
  usual: ColumnLook[];
  /** Whether filter, sort or columns differ from the view that is chosen. */
  changed: boolean;
  setFilter: (filter: Filter) => void;
  setSort: (sort: Sort) => void;
  setColumns: (columns: ColumnLook[]) => void;
  /** Takes every condition away; the view that shows everything is chosen, where there is one. */
  showAll: () => void;
  /** Chooses a view. */
  choose: (view: BuiltInView<Filter> | SavedView) => void;
}

const left = new Map<string, unknown>();

/** A saved view's name among the views. */
export function keyOf(view: { id: number }): string {
  return `saved:${view.id}`;
}

/** A saved view's filter, whole: what it was saved without is open. */
export function filterOf<Filter>(view: SavedView, everything: Filter): Filter {
  return { ...everything, ...(view.content.filter as unknown as Partial<Filter>) };
}

/** What a view keeps, as the core is told it; the list says which filter it is. */
export function viewContent<Filter>(list: ListName, filter: Filter, rest: Pick<ViewContent, "sort" | "descending" | "columns">): ViewContent {
  return { list, filter, ...rest } as unknown as ViewContent;
}

interface Standard<Filter> {
  list: ListName;
  everything: Filter;
  views: BuiltInView<Filter>[];
  sort: Sort;
  /** The view to begin with, instead of the one that was left. */
  begin?: string;
}

/** The state of a list. */
export function useListState<Filter extends { text: string }>({ list, everything, views, sort, begin }: Standard<Filter>): ListState<Filter> {
  const status = useStatus();
  const place = `${status?.book_path ?? ""} ${status?.person?.id ?? 0} ${list}`;
  const look = useAsk("list_look", { list }).data;
  const keepColumns = useKeeping(list);
  const first = views.find((view) => view.key === begin) ?? views[0];
  const begun: Looked<Filter> = { view: first?.key ?? "", filter: first?.filter ?? everything, sort, columns: [], chosen: JSON.stringify(first?.filter) };
  const [looked, setLooked] = useState({ place, now: begin === undefined ? ((left.get(place) as Looked<Filter> | undefined) ?? begun) : begun });
  const now = renewed(looked.place === place ? looked.now : ((left.get(place) as Looked<Filter> | undefined) ?? begun), views);
  const [usualNow, setUsualNow] = useState<{ place: string; columns: ColumnLook[] } | null>(null);
  const usual = usualNow?.place === place ? usualNow.columns : (look?.columns ?? []);
  const put = (next: Looked<Filter>): void => {
    left.set(place, next);
    setLooked({ place, now: next });
  };
  const saved = look?.views ?? [];
  const chosen = saved.find((one) => keyOf(one) === now.view);
  const setColumns = (columns: ColumnLook[]): void => {
    // A saved view with columns of its own keeps them to itself; otherwise they are the person's.
    if (chosen !== undefined && now.columns.length > 0) return put({ ...now, columns });
    setUsualNow({ place, columns });
    keepColumns(columns);
  };
  return {
    ...now,
    saved,
    usual,
    columns: now.columns.length > 0 ? now.columns : usual,
    changed: chosen !== undefined && differs(chosen, now, everything),
    showAll: () => {
      const all = views.find((view) => JSON.stringify(view.filter) === JSON.stringify(everything));
      put({ ...now, view: all?.key ?? now.view, filter: everything });
    },
    setFilter: (filter) => put({ ...now, filter }),
    setSort: (next) => put({ ...now, sort: next }),
    setColumns,
    choose: (view) => put("id" in view
      ? { view: keyOf(view), filter: filterOf(view, everything), sort: { by: view.content.sort, descending: view.content.descending }, columns: view.content.columns }
      : { ...now, view: view.key, filter: { ...view.filter, text: now.filter.text }, columns: [], chosen: JSON.stringify(view.filter) }),
  };
}

/** A built-in view that was not changed since it was chosen says what it says now. */
export function renewed<Filter extends { text: string }>(now: Looked<Filter>, views: BuiltInView<Filter>[]): Looked<Filter> {
  const view = views.find((one) => one.key === now.view);
  if (view === undefined || now.chosen === undefined || JSON.stringify({ ...now.filter, text: view.filter.text }) !== now.chosen) return now;
  return { ...now, filter: { ...view.filter, text: now.filter.text } };
}

/** Writes the chosen columns into the book: at once, and while an edge is drawn, which moves many times a second, when it
 * comes to rest. */
function useKeeping(list: ListName): (columns: ColumnLook[]) => void {
  const resting = useRef<{ timer: ReturnType<typeof setTimeout>; latest: ColumnLook[] | null } | null>(null);
  // Nothing else depends on it, so nothing else is asked anew.
  const write = (columns: ColumnLook[]): void => void call("columns_save", { list, columns }).then((look) => answers.setQueryData(["list_look", { list }], look), () => undefined);
  const rest = (): void => {
    const latest = resting.current?.latest ?? null;
    clearTimeout(resting.current?.timer);
    resting.current = null;
    if (latest !== null) write(latest);
  };
  const leave = useRef(rest);
  leave.current = rest;
  useEffect(() => () => leave.current(), []);
  return (columns) => {
    const moving = resting.current !== null;
    clearTimeout(resting.current?.timer);
    resting.current = { timer: setTimeout(() => leave.current(), 300), latest: moving ? columns : null };
    if (!moving) write(columns);
  };
}

function differs<Filter>(view: SavedView, now: Looked<Filter>, everything: Filter): boolean {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const { sort, descending, columns } = view.content;
  return !same(filterOf(view, everything), { ...everything, ...now.filter }) || sort !== now.sort.by || descending !== now.sort.descending || (columns.length > 0 && !same(columns, now.columns));
}

/** The columns that are shown: those that were chosen, in their order and widths; else the standard ones. */
export function shownColumns<Row>(all: Column<Row>[], chosen: ColumnLook[]): Column<Row>[] {
  const found = chosen.flatMap((look) => {
    const column = all.find((one) => one.key === look.key);
    return column === undefined ? [] : [look.width === null ? column : { ...column, width: look.width }];
  });
  return found.length > 0 ? found : all.filter((column) => column.hidden !== true);
}

