/** All leads: views, conditions, sort, peek, open; the daily rating and what is pasted begin here. */
import { ClipboardPaste, Plus, Stamp } from "lucide-react";
import { Button } from "antd";
import { Suspense, lazy, useState, type ReactNode } from "react";
import { call, type LeadFilter, type LeadRow, type LeadTotals } from "../../bridge";
import { Bones, EVERY_LEAD, Empty, Key, ListRoom, go, useKeys } from "../../parts";
import { Shapes } from "../../parts/board/BoardColumns";
import { setBoard, useBoard } from "../../parts/desk";
import { UnfinishedStrip } from "../../parts/Unfinished";
import { useWords } from "../../words";
import { figure } from "../../words/figures";
import { LeadPeek } from "./LeadPeek";
import { PasteLead } from "./PasteLead";
import { useLeadActs } from "./bulk";
import { useLeadColumns, useLeadConditions, useLeadViews } from "./listing";

const Board = lazy(() => import("./Board"));

/** The list or the board, with its peek. */
export function LeadList({ pasting = false }: { pasting?: boolean }): ReactNode {
  const w = useWords().leads;
  const lists = useWords().lists;
  const [row, setRow] = useState<LeadRow | null>(null);
  const [peek, setPeek] = useState(false);
  const board = useBoard();
  useKeys({ "Mod+Shift+V": () => go("leads", "paste") });
  useKeys({ Escape: () => setPeek(false) }, peek);
  return (
    <>
      {pasting && <PasteLead onClose={() => go("leads")} />}
      <ListRoom
        of={{
          list: "Leads", title: w.title, find: w.find, everything: EVERY_LEAD, test: "leads",
          columns: useLeadColumns(), conditions: useLeadConditions(), views: useLeadViews(), sort: { by: "received", descending: true },
          rowId: (one) => one.id, name: (one) => one.customer,
          page: (filter, sort, after, limit) => call("lead_list", { filter, sort: sort.by, descending: sort.descending, after, limit }),
          totals: (filter) => call("lead_totals", filter),
          counted: w.filtered, figures: (totals) => <Sums totals={totals} />,
          body: board ? (filter) => <Suspense fallback={<div className="g1"><Bones /></div>}><Board filter={filter} onCursor={setRow} onPeek={() => setPeek((open) => !open)} onList={() => setBoard(false)} /></Suspense> : undefined,
          acts: useLeadActs(), exports: () => [],
          empty: (filter, totals, showAll) => <NoLeads filter={filter} totals={totals} onAll={showAll} />,
          onOpen: (one) => go("leads", one.id), onCursor: setRow, onPeek: () => setPeek(!peek),
          rowClass: (one) => (one.overdue ? "overdue" : ""),
          above: <UnfinishedStrip kind="lead" />, tools: <Shapes board={board} onBoard={setBoard} />, headRight: <ListActs />,
          aside: peek && row !== null && <LeadPeek row={row} onClose={() => setPeek(false)} />,
          keys: <span><Key>Enter</Key>{lists.keys.open}</span>,
        }}
      />
    </>
  );
}

function Sums({ totals }: { totals: LeadTotals }): ReactNode {
  const w = useWords().leads.sums;
  return <><span>{w.unrated} <b data-test="unrated-sum">{figure(totals.unrated)}</b></span><span className={totals.overdue > 0 ? "late" : ""}>{w.overdue} <b data-test="overdue-sum">{figure(totals.overdue)}</b></span></>;
}

function ListActs(): ReactNode {
  const { leads: w, pasted } = useWords();
  return (
    <>
      <Button type="text" icon={<ClipboardPaste size={14} strokeWidth={1.6} />} aria-label={pasted.title} title={pasted.title} onClick={() => go("leads", "paste")} data-test="lead-paste"><span className="wideonly">{pasted.title}</span></Button>
      <Button icon={<Stamp size={14} strokeWidth={1.6} />} onClick={() => go("leads", "rating")} data-test="lead-rating">{w.daily}</Button>
      <Button icon={<Plus size={14} strokeWidth={1.6} />} onClick={() => go("leads", "new")} data-test="lead-new">{w.newOne}</Button>
    </>
  );
}

function NoLeads({ filter, totals, onAll }: { filter: LeadFilter; totals: LeadTotals | undefined; onAll: () => void }): ReactNode {
  const { leads: w, pasted } = useWords();
  const text = filter.text.trim();
  if (totals?.all_count === 0) return <Empty act={<button type="button" className="linkbtn" onClick={() => go("leads", "paste")}>{pasted.title}</button>}>{w.noneYet}</Empty>;
  const all = <button type="button" className="linkbtn" onClick={onAll} data-test="show-all">{w.showAll(figure(totals?.all_count ?? 0))}</button>;
  if (text === "") return <Empty act={all}>{w.noneFits}</Empty>;
  return <Empty act={<>{all}<button type="button" className="linkbtn" onClick={() => go("leads", "new", text)} data-test="lead-create-named">{w.createNamed(text)}</button></>}>{w.noneFound(text)}</Empty>;
}
