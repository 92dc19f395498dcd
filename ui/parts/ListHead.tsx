/** The head of a list: titles that sort, edges that are drawn to make a column wider, the box for all that is filtered. */
import { ArrowDown, ArrowUp } from "lucide-react";
import { useRef, type PointerEvent, type ReactNode } from "react";
import { useWords } from "../words";
import { figure } from "../words/figures";
import type { Column, ListProps, Measures } from "./List";
import { EVERYBODY, NOBODY, countOf, isAny, type Selection } from "./selection";

interface HeadProps<Row> {
  columns: Column<Row>[];
  measures: Measures;
  props: ListProps<Row>;
  total: number;
}

/** The head; it stays on top while the rows move. */
export function ListHead<Row>({ columns, measures, props, total }: HeadProps<Row>): ReactNode {
  const { selection, onSelect } = props;
  return (
    <div className="listhead" role="row" aria-rowindex={1} style={{ gridTemplateColumns: measures.template, minWidth: measures.least }}>
      {selection !== undefined && onSelect !== undefined && <AllBox selection={selection} total={total} onSelect={onSelect} />}
      {columns.map((column) => <Title key={column.key} column={column} props={props} shown={columns} />)}
    </div>
  );
}

function AllBox({ selection, total, onSelect }: { selection: Selection; total: number; onSelect: (next: Selection) => void }): ReactNode {
  const w = useWords().lists;
  const count = countOf(selection, total);
  const all = isAny(selection) && count >= total;
  const some = isAny(selection) && count > 0 && !all;
  return (
    <div role="columnheader" className="cell boxcell">
      <input
        type="checkbox" checked={all} aria-label={w.chooseAll(figure(total))} title={w.chooseAll(figure(total))} data-test="all-box"
        ref={(box) => { if (box !== null) box.indeterminate = some; }}
        onChange={() => onSelect(isAny(selection) ? NOBODY : EVERYBODY)}
      />
    </div>
  );
}

function Title<Row>({ column, props, shown }: { column: Column<Row>; props: ListProps<Row>; shown: Column<Row>[] }): ReactNode {
  const { sort, onSort, onWidth } = props;
  const right = column.right === true ? " rt" : "";
  const edge = onWidth !== undefined && <Edge column={column} onWidth={(width) => onWidth(column.key, width, shown.map((one) => one.key))} />;
  const by = column.sort;
  if (by === undefined || onSort === undefined) return <div role="columnheader" className={`cell${right}`}><span className="ell">{column.title}</span>{edge}</div>;
  const on = sort?.by === by;
  const arrow = on && (sort.descending ? <ArrowDown size={12} strokeWidth={1.8} /> : <ArrowUp size={12} strokeWidth={1.8} />);
  return (
    <div role="columnheader" className={`cell${right}`} aria-sort={on ? (sort.descending ? "descending" : "ascending") : "none"}>
      <button type="button" className={`headbtn${on ? " on" : ""}`} onClick={() => onSort({ by, descending: on ? !sort.descending : column.down === true })} data-test={`sort-${by}`}>
        <span className="ell">{column.title}</span>{arrow}
      </button>
      {edge}
    </div>
  );
}

const NARROWEST = 40;
const WIDEST = 800;

/** The right edge of a column: drawn to make it wider, a double click gives it its first width back. */
function Edge<Row>({ column, onWidth }: { column: Column<Row>; onWidth: (width: number | null) => void }): ReactNode {
  const begun = useRef<{ x: number; width: number } | null>(null);
  const down = (event: PointerEvent<HTMLSpanElement>): void => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    begun.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? 100 };
  };
  const move = (event: PointerEvent): void => {
    if (begun.current === null) return;
    const width = Math.round(begun.current.width + event.clientX - begun.current.x);
    onWidth(Math.max(NARROWEST, Math.min(WIDEST, width)));
  };
  return (
    <span
      className="headedge" aria-hidden="true" data-test={`edge-${column.key}`}
      onPointerDown={down} onPointerMove={move} onPointerUp={() => (begun.current = null)} onDoubleClick={() => onWidth(null)}
    />
  );
}
