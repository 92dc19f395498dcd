/** A list of records: virtual rows, pages fetched as one scrolls (keyset), sorting by the core, keyboard like a mail program. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { faultOf } from "../bridge";
import { useKeys } from "./keys";
import { FaultNote } from "./Note";

/** A column: `width` in px, or `grow` to share what is left. */
export interface Column<Row> {
  key: string;
  title: ReactNode;
  width?: number;
  grow?: number;
  /** Numbers and dates stand right. */
  right?: boolean;
  /** The core's name for sorting by it; absent: not sortable. */
  sort?: string;
  /** Hidden when the list is narrower than this many px. */
  from?: number;
  render: (row: Row) => ReactNode;
}

/** How the list is sorted. */
export interface Sort {
  by: string;
  descending: boolean;
}

interface ListProps<Row> {
  /** What identifies the question; pages are fetched anew when it changes. */
  ask: readonly unknown[];
  /** Fetches one page; `after` is the cursor of the former one. */
  page: (after: string | null) => Promise<{ rows: Row[]; next: string | null }>;
  columns: Column<Row>[];
  rowId: (row: Row) => number;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Enter or double click. */
  onOpen: (row: Row) => void;
  /** The row with the keyboard moved. */
  onCursor?: (row: Row | null) => void;
  /** Space, or a click on the row. */
  onPeek?: (row: Row) => void;
  peeked?: boolean;
  rowClass?: (row: Row) => string;
  empty: ReactNode;
  rowHeight?: number;
  test: string;
}

/** The list. Old rows stay until the new ones are there; nothing shows for the first 200 ms. */
export function List<Row>(props: ListProps<Row>): ReactNode {
  const { columns, rowId, test, rowHeight = 34 } = props;
  const query = useInfiniteQuery({
    queryKey: ["list", test, ...props.ask],
    queryFn: ({ pageParam }) => props.page(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: (former) => former,
  });
  const rows = query.data?.pages.flatMap((one) => one.rows) ?? [];
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const shown = columns.filter((column) => column.from === undefined || width === 0 || width >= column.from);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12 });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 40) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length]);
  const cursor = useCursor(props, rows, (index) => virtual.scrollToIndex(index));
  const template = shown.map((column) => (column.width === undefined ? `minmax(${80}px, ${column.grow ?? 1}fr)` : `${column.width}px`)).join(" ");
  return (
    <div className="list" role="grid" aria-rowcount={rows.length} data-test={test}>
      <div className="listhead" role="row" style={{ gridTemplateColumns: template }}>
        {shown.map((column) => <Head key={column.key} column={column as Column<unknown>} sort={props.sort} onSort={props.onSort} />)}
      </div>
      <div className="listbody" ref={scroller} tabIndex={-1}>
        {query.isError && <div className="pad"><FaultNote fault={faultOf(query.error)} /></div>}
        {query.isPending && <Waiting height={rowHeight} />}
        {query.isSuccess && rows.length === 0 && props.empty}
        <div style={{ height: virtual.getTotalSize(), position: "relative" }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const on = rowId(row) === cursor.id;
            return (
              <div
                key={rowId(row)}
                role="row"
                aria-selected={on}
                className={`listrow${on ? " on" : ""}${props.rowClass === undefined ? "" : ` ${props.rowClass(row)}`}`}
                style={{ gridTemplateColumns: template, height: rowHeight, transform: `translateY(${item.start}px)` }}
                data-test={`${test}-row`}
                data-id={rowId(row)}
                onClick={() => cursor.click(row)}
                onDoubleClick={() => props.onOpen(row)}
              >
                {shown.map((column) => <div key={column.key} role="gridcell" className={`cell${column.right === true ? " rt" : ""}`} data-col={column.key}>{column.render(row)}</div>)}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Head({ column, sort, onSort }: { column: Column<unknown>; sort: Sort | undefined; onSort: ((sort: Sort) => void) | undefined }): ReactNode {
  const on = sort !== undefined && column.sort === sort.by;
  const right = column.right === true ? " rt" : "";
  if (column.sort === undefined || onSort === undefined) return <div role="columnheader" className={`cell${right}`}>{column.title}</div>;
  const by = column.sort;
  const arrow = on && (sort.descending ? <ArrowDown size={12} strokeWidth={1.8} /> : <ArrowUp size={12} strokeWidth={1.8} />);
  return (
    <div role="columnheader" className={`cell${right}`} aria-sort={on ? (sort.descending ? "descending" : "ascending") : "none"}>
      <button type="button" className={`headbtn${on ? " on" : ""}`} onClick={() => onSort({ by, descending: on ? !sort.descending : false })} data-test={`sort-${by}`}>
        {column.title}{arrow}
      </button>
    </div>
  );
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

interface Cursor<Row> {
  id: number | null;
  click: (row: Row) => void;
}

function useCursor<Row>(props: ListProps<Row>, rows: Row[], reveal: (index: number) => void): Cursor<Row> {
  const [id, setId] = useState<number | null>(null);
  const index = rows.findIndex((row) => props.rowId(row) === id);
  const move = (step: number): void => {
    if (rows.length === 0) return;
    const next = Math.max(0, Math.min(rows.length - 1, index < 0 ? 0 : index + step));
    const row = rows[next];
    if (row === undefined) return;
    setId(props.rowId(row));
    props.onCursor?.(row);
    reveal(next);
  };
  const here = rows[index];
  useKeys({
    J: () => move(1), ArrowDown: () => move(1), K: () => move(-1), ArrowUp: () => move(-1),
    PageDown: () => move(15), PageUp: () => move(-15), Home: () => move(-rows.length), End: () => move(rows.length),
    Enter: () => { if (here !== undefined) props.onOpen(here); },
    Space: () => { if (here !== undefined) props.onPeek?.(here); else move(0); },
  });
  return {
    id,
    click: (row) => {
      setId(props.rowId(row));
      props.onCursor?.(row);
    },
  };
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
