/** 看板: what a filter leaves, side by side by where it stands; walked by the arrows, peeked and opened like the list. */
import { Columns3, List as Rows, type LucideIcon } from "lucide-react";
import { useRef, type ReactNode } from "react";
import { useWords } from "../../words";
import { figure } from "../../words/figures";
import { useKeys } from "../keys";
import { useListKeys } from "../listKeys";
import "./board.css";

/** A column: its name, how many there are, perhaps what they come to, and the first of them. */
export interface BoardColumn<Row> {
  key: string;
  title: string;
  count: number;
  sum?: ReactNode;
  rows: Row[];
}

interface BoardProps<Row> {
  columns: BoardColumn<Row>[];
  rowId: (row: Row) => number;
  onOpen: (row: Row) => void;
  onCursor: (row: Row | null) => void;
  onPeek: () => void;
  /** Shows the list, where all of a column are. */
  onList: () => void;
  card: (row: Row) => ReactNode;
}

/** The columns. */
export function BoardColumns<Row>({ columns, rowId, onOpen, onCursor, onPeek, onList, card }: BoardProps<Row>): ReactNode {
  const { board: w, shape } = useWords().leads;
  const box = useRef<HTMLDivElement>(null);
  const rows = columns.flatMap((one) => one.rows);
  const idAt = (index: number): number | undefined => { const row = rows[index]; return row === undefined ? undefined : rowId(row); };
  const reveal = (index: number): void => box.current?.querySelector(`[data-id="${idAt(index)}"]`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  const { cursor, click } = useListKeys({ rowId, onOpen, onCursor, onPeek: (row) => { onCursor(row); onPeek(); } }, rows, () => Promise.resolve(rows), reveal);
  const beside = (step: number): void => {
    const at = columns.findIndex((one) => one.rows.some((row) => rowId(row) === cursor));
    const place = columns[at]?.rows.findIndex((row) => rowId(row) === cursor) ?? 0;
    const filled = columns.map((one, index) => ({ one, index })).filter(({ one }) => one.rows.length > 0);
    const next = step > 0 ? filled.find(({ index }) => index > at) : filled.filter(({ index }) => at < 0 || index < at).at(-1);
    const row = next?.one.rows[Math.min(Math.max(0, place), next.one.rows.length - 1)];
    if (row !== undefined) box.current?.querySelector<HTMLElement>(`[data-id="${rowId(row)}"]`)?.click();
    if (row !== undefined) reveal(rows.indexOf(row));
  };
  useKeys({ ArrowRight: () => beside(1), ArrowLeft: () => beside(-1) });
  return (
    <div className="board" ref={box} tabIndex={0} role="group" aria-label={shape.board} data-test="board">
      {columns.map((column) => (
        <section key={column.key} className="boardcolumn" aria-label={column.title} data-test="board-column" data-state={column.key}>
          <h2 className="boardhead"><span>{column.title}</span><span className="i2 g1" data-test="board-count">{figure(column.count)}</span>{column.sum !== undefined && <span className="i2 num" data-test="board-sum">{column.sum}</span>}</h2>
          <ul className="boardcards">
            {column.rows.map((row) => {
              const on = rowId(row) === cursor;
              return <li key={rowId(row)} className={`boardcard${on ? " on" : ""}`} aria-current={on} onClick={(event) => click(row, event)} onDoubleClick={() => onOpen(row)} data-id={rowId(row)} data-test="board-card">{card(row)}</li>;
            })}
            {column.rows.length === 0 && <li className="i3 s boardnone">{w.none}</li>}
            {column.count > column.rows.length && <li className="boardnone"><button type="button" className="linkbtn s" onClick={onList} data-test="board-more">{w.more(figure(column.count - column.rows.length))}</button></li>}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Rows or a board. A click leaves the keyboard where it is: it walks the rows. */
export function Shapes({ board, onBoard }: { board: boolean; onBoard: (board: boolean) => void }): ReactNode {
  const { shape: w } = useWords().leads;
  const one = (on: boolean, label: string, Icon: LucideIcon, test: string): ReactNode => (
    <button type="button" className={`shape${board === on ? " on" : ""}`} aria-pressed={board === on} aria-label={label} title={label} onMouseDown={(event) => event.preventDefault()} onClick={() => onBoard(on)} data-test={test}><Icon size={15} strokeWidth={1.6} /></button>
  );
  return <div className="shapes" role="group" aria-label={w.label}>{one(false, w.list, Rows, "shape-list")}{one(true, w.board, Columns3, "shape-board")}</div>;
}
