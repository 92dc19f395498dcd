/** The list of orders, with a peek beside it. */
import { Button } from "antd";
import { Plus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { call, type OrderRow, type OrderTotals } from "../../bridge";
import { EVERY_ORDER, Empty, Key, ListRoom, go, useKeys } from "../../parts";
import { OrderPeek } from "../../parts/order/OrderPeek";
import { useWords } from "../../words";
import { amount, figure } from "../../words/figures";
import { useOrderActs, useOrderColumns, useOrderConditions, useOrderExports, useOrderViews } from "./listing";

/** Whether the peek was open when the list was left. */
let peeked = false;

/** The page. */
export function OrderList(): ReactNode {
  const w = useWords().orders;
  const [peek, setPeek] = useState(peeked);
  const [row, setRow] = useState<OrderRow | null>(null);
  peeked = peek;
  useKeys({ Escape: () => setPeek(false) }, peek);
  const create = <Button size="small" icon={<Plus size={14} />} onClick={() => go("orders", "new")}>{w.first}</Button>;
  return (
    <ListRoom
      of={{
        list: "Orders", title: w.title, find: w.filter.find, everything: EVERY_ORDER, test: "orders",
        columns: useOrderColumns(), conditions: useOrderConditions(), views: useOrderViews(), sort: { by: "number", descending: true },
        rowId: (one) => one.id, name: (one) => `${one.number ?? w.draftNumber}　${one.customer === "" ? w.noCustomer : one.customer}`,
        page: (filter, sort, after, limit) => call("order_list", { filter, sort: sort.by, descending: sort.descending, after, limit }),
        totals: (filter) => call("order_totals", filter),
        counted: w.filtered, figures: (totals) => <Sums totals={totals} />,
        chosenSum: (rows) => amount(rows.filter((one) => one.status !== "Void").reduce((sum, one) => sum + one.amount_fen, 0)),
        acts: useOrderActs(), exports: useOrderExports(),
        empty: (_, totals, showAll) => totals?.all_count === 0
          ? <Empty act={create}>{w.emptyAll}</Empty>
          : <Empty act={<button type="button" className="linkbtn" onClick={showAll} data-test="show-all">{w.showAll(figure(totals?.all_count ?? 0))}</button>}>{w.empty}</Empty>,
        onOpen: (one) => go("orders", one.id), onCursor: setRow, onPeek: () => setPeek(!peek),
        aside: peek && row !== null && <OrderPeek id={row.id} onClose={() => setPeek(false)} />,
        keys: <span><Key>Enter</Key>{w.keys.open}</span>,
      }}
    />
  );
}

/** The sum, and what it leaves out. */
function Sums({ totals }: { totals: OrderTotals }): ReactNode {
  const w = useWords().orders;
  return (
    <>
      <span>{w.total} <b data-test="sum">{amount(totals.amount_fen)}</b></span>
      {totals.void_count > 0 && <span>{w.voidLeftOut(totals.void_count)}</span>}
    </>
  );
}
