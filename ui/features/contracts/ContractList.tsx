/** All contracts: views, conditions, sort, peek, open. */
import { Plus } from "lucide-react";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { call, type ContractFilter, type ContractRow, type ContractTotals } from "../../bridge";
import { EVERY_CONTRACT, Empty, Key, ListRoom, Money, go, useKeys } from "../../parts";
import { UnfinishedStrip } from "../../parts/Unfinished";
import { useWords } from "../../words";
import { figure } from "../../words/figures";
import { ContractPeek } from "./ContractPeek";
import { useContractColumns, useContractConditions, useContractViews } from "./listing";

/** The list. */
export function ContractList(): ReactNode {
  const { contracts: w, lists } = useWords();
  const [row, setRow] = useState<ContractRow | null>(null);
  const [peek, setPeek] = useState(false);
  useKeys({ Escape: () => setPeek(false) }, peek);
  return (
    <ListRoom
      of={{
        list: "Contracts", title: w.title, find: w.find, everything: EVERY_CONTRACT, test: "contracts",
        columns: useContractColumns(), conditions: useContractConditions(), views: useContractViews(), sort: { by: "created", descending: true },
        rowId: (one) => one.id, name: (one) => `${one.number ?? w.draft} ${one.customer}`,
        page: (filter, sort, after, limit) => call("contract_list", { filter, sort: sort.by, descending: sort.descending, after, limit }),
        totals: (filter) => call("contract_totals", filter),
        counted: w.filtered, figures: (totals) => <Sums totals={totals} />,
        acts: [], exports: () => [],
        empty: (filter, totals, showAll) => <NoContracts filter={filter} totals={totals} onAll={showAll} />,
        onOpen: (one) => go("contracts", one.id), onCursor: setRow, onPeek: () => setPeek(!peek),
        above: <UnfinishedStrip kind="contract" />,
        headRight: <Button icon={<Plus size={14} strokeWidth={1.6} />} onClick={() => go("contracts", "new")} data-test="contract-new">{w.newOne}</Button>,
        aside: peek && row !== null && <ContractPeek row={row} onClose={() => setPeek(false)} />,
        keys: <span><Key>Enter</Key>{lists.keys.open}</span>,
      }}
    />
  );
}

function Sums({ totals }: { totals: ContractTotals }): ReactNode {
  const w = useWords().contracts.sums;
  return <><span>{w.review} <b data-test="review-sum">{figure(totals.in_review)}</b></span><span>{w.amount} <b data-test="amount-sum"><Money fen={totals.amount_fen} /></b></span></>;
}

function NoContracts({ filter, totals, onAll }: { filter: ContractFilter; totals: ContractTotals | undefined; onAll: () => void }): ReactNode {
  const w = useWords().contracts;
  const text = filter.text.trim();
  if (totals?.all_count === 0) return <Empty act={<button type="button" className="linkbtn" onClick={() => go("contracts", "new")}>{w.newOne}</button>}>{w.noneYet}</Empty>;
  const all = <button type="button" className="linkbtn" onClick={onAll} data-test="show-all">{w.showAll(figure(totals?.all_count ?? 0))}</button>;
  return <Empty act={all}>{text === "" ? w.noneFits : w.noneFound(text)}</Empty>;
}
