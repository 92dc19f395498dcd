/** 看板: the leads of a filter side by side by their state, the most urgent on top. */
import type { ReactNode } from "react";
import { useAsk, type LeadBoard, type LeadColumn, type LeadFilter, type LeadRow } from "../../bridge";
import { Answer, Avatar, Glyph, InstantText, go, useToday } from "../../parts";
import { BoardColumns } from "../../parts/board/BoardColumns";
import { GradeMark } from "../../parts/lead/marks";
import { useLanguage, useWords } from "../../words";
import { dateSpoken } from "../../words/figures";
import { OPEN } from "./card";

interface BoardProps {
  filter: LeadFilter;
  onCursor: (row: LeadRow | null) => void;
  onPeek: () => void;
  /** Shows the list, where all of a state are. */
  onList: () => void;
}

/** The board. */
export default function Board({ filter, ...rest }: BoardProps): ReactNode {
  const { states } = useWords().leads.names;
  const board = useAsk("lead_board", filter);
  const columns = (found: LeadBoard): { key: string; title: string; count: number; rows: LeadRow[] }[] => shown(found).map((one) => ({ key: one.state, title: states[one.state], count: one.count, rows: one.rows }));
  return <div className="boardplace"><Answer of={board}>{(found) => <BoardColumns columns={columns(found)} rowId={(row) => row.id} onOpen={(row) => go("leads", row.id)} card={(row) => <Card row={row} />} {...rest} />}</Answer></div>;
}

/** The states in which the process goes on stand there even when empty; those in which it ended only with something in them. */
function shown(board: LeadBoard): LeadColumn[] {
  return board.columns.filter((one) => one.count > 0 || OPEN.includes(one.state));
}

function Card({ row }: { row: LeadRow }): ReactNode {
  const w = useWords().leads;
  const language = useLanguage();
  const today = useToday();
  // What was promised to somebody who is no lead any more is nobody's to keep.
  const next = OPEN.includes(row.state) ? row.next_on : null;
  const reach = [row.contact === row.customer ? "" : row.contact, row.phone].filter((part) => part !== "").join("　");
  return (
    <>
      <div className="r gap8"><GradeMark grade={row.grade} /><a className="ell w6 g1" href={`#/leads/${row.id}`} title={row.customer} tabIndex={-1}>{row.customer}</a></div>
      {reach !== "" && <div className="i2 s ell" title={reach}>{reach}</div>}
      {row.need !== "" && <div className="i2 s boardneed">{row.need}</div>}
      <div className="r gap8 s boardfoot">
        <span className={`r gap4${row.overdue ? " late" : " i2"}`}>{row.due_at !== null ? <><Glyph shape={row.overdue ? "late" : "wait"} size={11} /><InstantText at={row.due_at} /></> : next !== null && w.follow.next(dateSpoken(next, today, language))}</span>
        {row.owner !== "" && <span className="r gap4 i2"><Avatar name={row.owner} /><span className="ell">{row.owner}</span></span>}
      </div>
    </>
  );
}
