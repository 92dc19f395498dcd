/** All quotations: views, conditions, sort, peek, open. */
import { Button } from "antd";
import { Plus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { call, type QuotationFilter, type QuotationRow, type QuotationTotals } from "../../bridge";
import { EVERY_QUOTATION, Empty, Key, ListRoom, Money, go, useKeys } from "../../parts";
import { UnfinishedStrip } from "../../parts/Unfinished";
import { useWords } from "../../words";
import { figure } from "../../words/figures";
import { QuotationPeek } from "./QuotationPeek";
import { useQuotationColumns, useQuotationConditions, useQuotationViews } from "./listing";

/** The list. */
export function QuotationList(): ReactNode {
  const w = useWords().quotations;
  const lists = useWords().lists;
  const [row, setRow] = useState<QuotationRow | null>(null);
  const [peek, setPeek] = useState(false);
  useKeys({ Escape: () => setPeek(false) }, peek);
  return (
    <ListRoom
      of={{
        list: "Quotations", title: w.title, find: w.find, everything: EVERY_QUOTATION, test: "quotations",
        columns: useQuotationColumns(), conditions: useQuotationConditions(), views: useQuotationViews(), sort: { by: "created", descending: true },
        rowId: (one) => one.id, name: (one) => `${one.number} ${one.customer}`,
        page: (filter, sort, after, limit) => call("quotation_list", { filter, sort: sort.by, descending: sort.descending, after, limit }),
        totals: (filter) => call("quotation_totals", filter),
        counted: w.filtered, figures: (totals) => <Sums totals={totals} />,
        acts: [], exports: () => [],
        empty: (filter, totals, showAll) => <None filter={filter} totals={totals} onAll={showAll} />,
        onOpen: (one) => go("quotations", one.id), onCursor: setRow, onPeek: () => setPeek(!peek),
        above: <UnfinishedStrip kind="quotation" />,
        headRight: <Button icon={<Plus size={14} strokeWidth={1.6} />} onClick={() => go("quotations", "new")} data-test="quotation-new">{w.newOne}</Button>,
        aside: peek && row !== null && <QuotationPeek row={row} onClose={() => setPeek(false)} />,
        keys: <span><Key>Enter</Key>{lists.keys.open}</span>,
      }}
    />
  );
}

function Sums({ totals }: { totals: QuotationTotals }): ReactNode {
  const w = useWords().quotations.sums;
  return <><span>{w.open} <b data-test="open-sum">{figure(totals.open_count)}</b></span><span>{w.amount} <b data-test="amount-sum"><Money fen={totals.amount_fen} /></b></span></>;
}

function None({ filter, totals, onAll }: { filter: QuotationFilter; totals: QuotationTotals | undefined; onAll: () => void }): ReactNode {
  const w = useWords().quotations;
  const text = filter.text.trim();
  if (totals?.all_count === 0) return <Empty act={<button type="button" className="linkbtn" onClick={() => go("quotations", "new")}>{w.newOne}</button>}>{w.noneYet}</Empty>;
  const all = <button type="button" className="linkbtn" onClick={onAll} data-test="show-all">{w.showAll(figure(totals?.all_count ?? 0))}</button>;
  return <Empty act={all}>{text === "" ? w.noneFits : w.noneFound(text)}</Empty>;
}
