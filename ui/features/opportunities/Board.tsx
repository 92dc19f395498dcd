/** 看板: the opportunities of a filter side by side by their stage, with what they come to. */
import type { ReactNode } from "react";
import { useAsk, type OpportunityBoard, type OpportunityFilter, type OpportunityRow } from "../../bridge";
import { Answer, Avatar, DateText, Money, go } from "../../parts";
import { BoardColumns, type BoardColumn } from "../../parts/board/BoardColumns";
import { OPEN_STAGES } from "../../parts/deal/StageChip";
import { useWords } from "../../words";

interface BoardProps {
  filter: OpportunityFilter;
  onCursor: (row: OpportunityRow | null) => void;
  onPeek: () => void;
  /** Shows the list, where all of a stage are. */
  onList: () => void;
}

/** The board. Stages in which a deal goes on stand there even when empty; those in which it ended only with something in them. */
export default function Board({ filter, ...rest }: BoardProps): ReactNode {
  const { stages } = useWords().opportunities.names;
  const board = useAsk("opportunity_board", filter);
  const columns = (found: OpportunityBoard): BoardColumn<OpportunityRow>[] => found.columns
    .filter((one) => one.count > 0 || OPEN_STAGES.includes(one.stage))
    .map((one) => ({ key: one.stage, title: stages[one.stage], count: one.count, sum: <Money fen={one.amount_fen} />, rows: one.rows }));
  return <div className="boardplace"><Answer of={board}>{(found) => <BoardColumns columns={columns(found)} rowId={(row) => row.id} onOpen={(row) => go("opportunities", row.id)} card={(row) => <Card row={row} />} {...rest} />}</Answer></div>;
}

function Card({ row }: { row: OpportunityRow }): ReactNode {
  const w = useWords().opportunities;
  return (
    <>
      <div className="r gap8"><a className="ell w6 g1" href={`#/opportunities/${row.id}`} title={row.name} tabIndex={-1}>{row.name}</a></div>
      <div className="i2 s ell" title={row.customer}>{row.customer}</div>
      <div className="r gap8"><b className="g1 num dealsum">{row.amount_fen === 0 ? "—" : <Money fen={row.amount_fen} />}</b></div>
      <div className="r gap8 s boardfoot">
        <span className="g1 i2">{row.expected_on !== null && <DateText date={row.expected_on} />}</span>
        {row.owner === "" ? <span className="i3">{w.noOwner}</span> : <span className="r gap4 i2"><Avatar name={row.owner} /><span className="ell">{row.owner}</span></span>}
      </div>
    </>
  );
}
