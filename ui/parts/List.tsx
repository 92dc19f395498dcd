/** A list of records: virtual rows, pages fetched as one scrolls (keyset), sorting by the core, rows chosen one by one, by
 * range or all that is filtered, keyboard like a mail program. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useMemo, useRef, useState, type MouseEvent, type ReactNode } from "react";
import { faultOf } from "../bridge";
import { useWords } from "../words";
import type { CellKind, CellValue } from "./cells";
import { ListHead } from "./ListHead";
import { useListKeys } from "./listKeys";
import { FaultNote } from "./Note";
import { isChosen, toggled, type Selection } from "./selection";

/** A column: `width` in px, or `grow` to share what is left. */
export interface Column<Row> {
  key: string;
  title: string;
  width?: number;
  grow?: number;
  /** Numbers and dates stand right. */
  right?: boolean;
  /** The core's name for sorting by it; absent: not sortable. */
  sort?: string;
  /** The first click sorts downwards: newest, largest first. */
  down?: boolean;
  /** Hidden when the list is narrower than this many px, until somebody chooses the columns. */
  from?: number;
  /** Offered, but hidden at first. */
  hidden?: boolean;
  /** What it is in a workbook and on the clipboard (default text). */
  kind?: CellKind;
  /** Its value there; absent: it is not exported. */
  cell?: (row: Row) => CellValue;
  render: (row: Row) => ReactNode;
}

/** How the list is sorted. */
export interface Sort {
  by: string;
  descending: boolean;
}

/** A page of rows. */
export interface ListPageOf<Row> {
  rows: Row[];
  next: string | null;
}

export interface ListProps<Row> {
  /** What identifies the question; pages are fetched anew when it changes. */
  ask: readonly unknown[];
  /** Fetches one page; `after` is the cursor of the former one. */
  page: (after: string | null) => Promise<ListPageOf<Row>>;
  columns: Column<Row>[];
  /** The columns were chosen: all are shown, however narrow the list. */
  chosen?: boolean;
  /** A column was made wider or narrower; null: as it was at first. */
  onWidth?: (key: string, width: number | null, shown: string[]) => void;
  rowId: (row: Row) => number;
  sort?: Sort | undefined;
  onSort?: (sort: Sort) => void;
  /** How many rows are filtered, once that is counted. */
  total?: number | undefined;
  selection?: Selection;
  onSelect?: (selection: Selection) => void;
  /** Ctrl/⌘ C. */
  onCopy?: () => void;
  /** The rows that are loaded. */
  onRows?: (rows: Row[]) => void;
  /** Enter or double click. */
  onOpen: (row: Row) => void;
  /** The row that is shown beside the list, from outside: the keyboard goes on from there. */
  at?: number | null;
  /** The row with the keyboard moved. */
  onCursor?: (row: Row | null) => void;
  /** Space, or a click on the row. */
  onPeek?: (row: Row) => void;
  peeked?: boolean;
  rowClass?: (row: Row) => string;
  /** Instead of cells: the whole row, e.g. in two lines. Then there is no head. */
  line?: (row: Row) => ReactNode;
  label?: string;
  empty: ReactNode;
  rowHeight?: number;
  test: string;
}

const HEAD = 31;
const BOX = 32;

/** The list. Old rows stay until the new ones are there; nothing shows for the first 200 ms. */
export function List<Row>(props: ListProps<Row>): ReactNode {
  const { rowId, test, selection, rowHeight = 34 } = props;
  const query = useRows(props);
  const rows = query.rows;
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const head = props.line === undefined ? HEAD : 0;
  const shown = props.columns.filter((column) => props.chosen === true || column.from === undefined || width === 0 || width >= column.from);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 5, scrollMargin: head, scrollPaddingStart: head });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { more } = query;
  useEffect(() => {
    if (last >= rows.length - 40) more();
  }, [more, last, rows.length]);
  const { cursor, click } = useListKeys(props, rows, query.toEnd, (index) => virtual.scrollToIndex(index));
  const name = useId();
  const measures = measuresOf(shown, selection !== undefined, props.line !== undefined);
  const total = props.total ?? rows.length;
  // Only a row that is drawn can be pointed to.
  const here = items.find((item) => { const row = rows[item.index]; return row !== undefined && rowId(row) === cursor; });
  return (
    <div className="list" data-test={test}>
      <div
        className="listbody" ref={scroller} role="grid" aria-label={props.label} aria-rowcount={total + (head > 0 ? 1 : 0)} aria-colcount={measures.count} aria-multiselectable={selection !== undefined}
        aria-activedescendant={here === undefined ? undefined : `${name}${cursor}`} tabIndex={0}
      >
        {head > 0 && <ListHead columns={shown} measures={measures} props={props} total={total} />}
        {query.isError && <Says><div className="pad"><FaultNote fault={faultOf(query.error)} /></div></Says>}
        {query.isPending && <Waiting height={rowHeight} />}
        {query.isSuccess && rows.length === 0 && <Says>{props.empty}</Says>}
        <div role={rows.length === 0 ? undefined : "rowgroup"} style={{ height: virtual.getTotalSize(), minWidth: measures.least, position: "relative" }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const id = rowId(row);
            const chosen = selection !== undefined && isChosen(selection, id);
            return (
              <div
                key={id} id={`${name}${id}`} role="row" aria-rowindex={item.index + (head > 0 ? 2 : 1)} aria-selected={selection === undefined ? id === cursor : chosen}
                className={`listrow${id === cursor ? " on" : ""}${chosen ? " chosen" : ""}${props.rowClass === undefined ? "" : ` ${props.rowClass(row)}`}`}
                style={{ gridTemplateColumns: measures.template, height: rowHeight, transform: `translateY(${item.start - head}px)` }}
                data-test={`${test}-row`} data-id={id}
                onMouseDown={(event) => { if (event.shiftKey) event.preventDefault(); }}
                onClick={(event) => click(row, event)} onDoubleClick={() => props.onOpen(row)}
              >
                {selection !== undefined && <RowBox chosen={chosen} onToggle={() => props.onSelect?.(toggled(selection, id))} />}
                {props.line === undefined
                  ? shown.map((column) => <div key={column.key} role="gridcell" className={`cell${column.right === true ? " rt" : ""}`} data-col={column.key}>{column.render(row)}</div>)
                  : <div role="gridcell" className="linecell">{props.line(row)}</div>}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** What stands where rows would, as the only row: a grid has nothing but rows. */
function Says({ children }: { children: ReactNode }): ReactNode {
  return <div role="row"><div role="gridcell">{children}</div></div>;
}

/** The box at the beginning of a row. */
function RowBox({ chosen, onToggle }: { chosen: boolean; onToggle: () => void }): ReactNode {
  const w = useWords().lists;
  const toggle = (event: MouseEvent): void => {
    // With Shift or Ctrl the row itself answers.
    if (event.shiftKey || event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
    onToggle();
  };
  return <div role="gridcell" className="cell boxcell" onClick={toggle} onDoubleClick={(event) => event.stopPropagation()}><input type="checkbox" tabIndex={-1} checked={chosen} readOnly aria-label={w.choose} data-test="row-box" /></div>;
}

/** Widths of the columns: as a grid template, the least width of a row, and how many columns there are. */
export interface Measures {
  template: string;
  least: number;
  count: number;
}

function measuresOf<Row>(columns: Column<Row>[], boxes: boolean, lines: boolean): Measures {
  const box = boxes ? [`${BOX}px`] : [];
  if (lines) return { template: [...box, "minmax(0, 1fr)"].join(" "), least: 0, count: box.length + 1 };
  const sizes = columns.map((column) => (column.width === undefined ? `minmax(80px, ${column.grow ?? 1}fr)` : `${column.width}px`));
  const least = columns.reduce((sum, column) => sum + (column.width ?? 80), 8 + (boxes ? BOX : 0));
  // Without a column that grows the rest stays empty.
  const rest = columns.some((column) => column.width === undefined) ? [] : ["minmax(0, 1fr)"];
  return { template: [...box, ...sizes, ...rest].join(" "), least, count: columns.length + box.length };
}

interface Rows<Row> {
  rows: Row[];
  isPending: boolean;
  isSuccess: boolean;
  isError: boolean;
  error: unknown;
  /** Fetches the next page, if there is one and none is on its way. */
  more: () => void;
  /** Fetches up to the end; answers all rows. */
  toEnd: () => Promise<Row[]>;
}

/** So many rows are fetched to go to the end of a list. */
const FAR = 20_000;

function useRows<Row>(props: ListProps<Row>): Rows<Row> {
  const query = useInfiniteQuery({
    queryKey: ["list", props.test, ...props.ask],
    queryFn: ({ pageParam }) => props.page(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: (former) => former,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, isPending, isSuccess, isError, error } = query;
  const rows = useMemo(() => data?.pages.flatMap((one) => one.rows) ?? [], [data]);
  const { onRows } = props;
  const tell = useRef(onRows);
  tell.current = onRows;
  useEffect(() => tell.current?.(rows), [rows]);
  const more = useMemo(() => () => { if (hasNextPage && !isFetchingNextPage) void fetchNextPage(); }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const toEnd = async (): Promise<Row[]> => {
    let found = rows;
    for (let next = hasNextPage; next && found.length < FAR;) {
      const answer = await fetchNextPage();
      found = answer.data?.pages.flatMap((one) => one.rows) ?? found;
      next = answer.hasNextPage;
    }
    return found;
  };
  return { rows, isPending, isSuccess, isError, error, more, toEnd };
}

/** Grey bars of the rows' height, only after 200 ms, without shimmer. */
function Waiting({ height }: { height: number }): ReactNode {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return <div aria-hidden="true">{Array.from({ length: 12 }, (_, index) => <div key={index} className="bone" style={{ height }}><i style={{ width: `${30 + ((index * 37) % 50)}%` }} /></div>)}</div>;
}

/** The width of an element, kept up to date. */
export function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

