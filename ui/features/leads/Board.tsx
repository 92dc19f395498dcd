/** 看板: the leads of a filter side by side by their state, the most urgent on top; walked by the arrows, peeked and opened
 * like the list. */
import { useRef, type MouseEvent, type ReactNode } from "react";
import { useAsk, type LeadBoard, type LeadColumn, type LeadFilter, type LeadRow } from "../../bridge";
import { Answer, Avatar, Glyph, InstantText, go, useKeys, useListKeys, useToday } from "../../parts";
import { GradeMark } from "../../parts/lead/marks";
import { useLanguage, useWords } from "../../words";
import { dateSpoken, figure } from "../../words/figures";
import { OPEN } from "./card";
import "./board.css";

interface BoardProps {
  filter: LeadFilter;
  onCursor: (row: LeadRow | null) => void;
  onPeek: () => void;
  /** Shows the list, where all of a state are. */
  onList: () => void;
}

/** The board. */
export default function Board({ filter, ...rest }: BoardProps): ReactNode {
  const board = useAsk("lead_board", filter);
  return <div className="boardplace"><Answer of={board}>{(found) => <Columns board={found} {...rest} />}</Answer></div>;
}

/** The states in which the process goes on stand there even when empty; those in which it ended only with something in them. */
function shown(board: LeadBoard): LeadColumn[] {
  return board.columns.filter((one) => one.count > 0 || OPEN.includes(one.state));
}

function Columns({ board, onCursor, onPeek, onList }: { board: LeadBoard } & Omit<BoardProps, "filter">): ReactNode {
  const w = useWords().leads;
  const box = useRef<HTMLDivElement>(null);
  const columns = shown(board);
  const rows = columns.flatMap((one) => one.rows);
  const reveal = (index: number): void => box.current?.querySelector(`[data-id="${rows[index]?.id}"]`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  const { cursor, click } = useListKeys({ rowId: (row: LeadRow) => row.id, onOpen: (row) => go("leads", row.id), onCursor, onPeek: (row) => { onCursor(row); onPeek(); } }, rows, () => Promise.resolve(rows), reveal);
  const beside = (step: number): void => {
    const at = columns.findIndex((one) => one.rows.some((row) => row.id === cursor));
    const place = columns[at]?.rows.findIndex((row) => row.id === cursor) ?? 0;
    const filled = columns.map((one, index) => ({ one, index })).filter(({ one }) => one.rows.length > 0);
    const next = step > 0 ? filled.find(({ index }) => index > at) : filled.filter(({ index }) => at < 0 || index < at).at(-1);
    const row = next?.one.rows[Math.min(Math.max(0, place), next.one.rows.length - 1)];
    if (row !== undefined) box.current?.querySelector<HTMLElement>(`[data-id="${row.id}"]`)?.click();
    if (row !== undefined) reveal(rows.indexOf(row));
  };
  useKeys({ ArrowRight: () => beside(1), ArrowLeft: () => beside(-1) });
  return (
    <div className="board" ref={box} tabIndex={0} role="group" aria-label={w.shape.board} data-test="board">
      {columns.map((column) => (
        <section key={column.state} className="boardcolumn" aria-label={w.names.states[column.state]} data-test="board-column" data-state={column.state}>
          <h2 className="boardhead"><span>{w.names.states[column.state]}</span><span className="i2" data-test="board-count">{figure(column.count)}</span></h2>
          <ul className="boardcards">
            {column.rows.map((row) => <Card key={row.id} row={row} on={row.id === cursor} onClick={(event) => click(row, event)} />)}
            {column.rows.length === 0 && <li className="i3 s boardnone">{w.board.none}</li>}
            {column.count > column.rows.length && <li className="boardnone"><button type="button" className="linkbtn s" onClick={onList} data-test="board-more">{w.board.more(figure(column.count - column.rows.length))}</button></li>}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Card({ row, on, onClick }: { row: LeadRow; on: boolean; onClick: (event: MouseEvent) => void }): ReactNode {
  const w = useWords().leads;
  const language = useLanguage();
  const today = useToday();
  // What was promised to somebody who is no lead any more is nobody's to keep.
  const next = OPEN.includes(row.state) ? row.next_on : null;
  const reach = [row.contact === row.customer ? "" : row.contact, row.phone].filter((part) => part !== "").join("　");
  return (
    <li className={`boardcard${on ? " on" : ""}`} aria-current={on} onClick={onClick} onDoubleClick={() => go("leads", row.id)} data-id={row.id} data-test="board-card">
      <div className="r gap8"><GradeMark grade={row.grade} /><a className="ell w6 g1" href={`#/leads/${row.id}`} title={row.customer} tabIndex={-1}>{row.customer}</a></div>
      {reach !== "" && <div className="i2 s ell" title={reach}>{reach}</div>}
      {row.need !== "" && <div className="i2 s boardneed">{row.need}</div>}
      <div className="r gap8 s boardfoot">
        <span className={`r gap4${row.overdue ? " late" : " i2"}`}>{row.due_at !== null ? <><Glyph shape={row.overdue ? "late" : "wait"} size={11} /><InstantText at={row.due_at} /></> : next !== null && w.follow.next(dateSpoken(next, today, language))}</span>
        {row.owner !== "" && <span className="r gap4 i2"><Avatar name={row.owner} /><span className="ell">{row.owner}</span></span>}
      </div>
    </li>
  );
}
