/** All opportunities: views, conditions, sort, list or board with amounts, peek, open. */
import { Plus } from "lucide-react";
import { Button } from "antd";
import { Suspense, lazy, useState, type ReactNode } from "react";
import { call, type OpportunityFilter, type OpportunityRow, type OpportunityTotals } from "../../bridge";
import { Bones, EVERY_DEAL, Empty, Key, ListRoom, Money, go, useKeys } from "../../parts";
import { Shapes } from "../../parts/board/BoardColumns";
import { setDealBoard, useDealBoard } from "../../parts/desk";
import { UnfinishedStrip } from "../../parts/Unfinished";
import { useWords } from "../../words";
import { figure } from "../../words/figures";
import { OpportunityPeek } from "./OpportunityPeek";
import { useDealColumns, useDealConditions, useDealViews } from "./listing";

const Board = lazy(() => import("./Board"));

/** The list or the board, with its peek. */
export function OpportunityList(): ReactNode {
  const w = useWords().opportunities;
  const lists = useWords().lists;
  const [row, setRow] = useState<OpportunityRow | null>(null);
  const [peek, setPeek] = useState(false);
  const board = useDealBoard();
  useKeys({ Escape: () => setPeek(false) }, peek);
  return (
    <ListRoom
      of={{
        list: "Opportunities", title: w.title, find: w.find, everything: EVERY_DEAL, test: "opportunities",
        columns: useDealColumns(), conditions: useDealConditions(), views: useDealViews(), sort: { by: "created", descending: true },
        rowId: (one) => one.id, name: (one) => `${one.number} ${one.name}`,
        page: (filter, sort, after, limit) => call("opportunity_list", { filter, sort: sort.by, descending: sort.descending, after, limit }),
        totals: (filter) => call("opportunity_totals", filter),
        counted: w.filtered, figures: (totals) => <Sums totals={totals} />,
        body: board ? (filter) => <Suspense fallback={<div className="g1"><Bones /></div>}><Board filter={filter} onCursor={setRow} onPeek={() => setPeek((open) => !open)} onList={() => setDealBoard(false)} /></Suspense> : undefined,
        acts: [], exports: () => [],
        empty: (filter, totals, showAll) => <NoDeals filter={filter} totals={totals} onAll={showAll} />,
        onOpen: (one) => go("opportunities", one.id), onCursor: setRow, onPeek: () => setPeek(!peek),
        above: <><UnfinishedStrip kind="opportunity" /><UnfinishedStrip kind="needs" /></>, tools: <Shapes board={board} onBoard={setDealBoard} />,
        headRight: <Button icon={<Plus size={14} strokeWidth={1.6} />} onClick={() => go("opportunities", "new")} data-test="opportunity-new">{w.newOne}</Button>,
        aside: peek && row !== null && <OpportunityPeek row={row} onClose={() => setPeek(false)} />,
        keys: <span><Key>Enter</Key>{lists.keys.open}</span>,
      }}
    />
  );
}

function Sums({ totals }: { totals: OpportunityTotals }): ReactNode {
  const w = useWords().opportunities.sums;
  return <><span>{w.open} <b data-test="open-sum">{figure(totals.open_count)}</b></span><span>{w.amount} <b data-test="amount-sum"><Money fen={totals.open_fen} /></b></span></>;
}

function NoDeals({ filter, totals, onAll }: { filter: OpportunityFilter; totals: OpportunityTotals | undefined; onAll: () => void }): ReactNode {
  const w = useWords().opportunities;
  const text = filter.text.trim();
  if (totals?.all_count === 0) return <Empty act={<button type="button" className="linkbtn" onClick={() => go("opportunities", "new")}>{w.newOne}</button>}>{w.noneYet}</Empty>;
  const all = <button type="button" className="linkbtn" onClick={onAll} data-test="show-all">{w.showAll(figure(totals?.all_count ?? 0))}</button>;
  return <Empty act={all}>{text === "" ? w.noneFits : w.noneFound(text)}</Empty>;
}
