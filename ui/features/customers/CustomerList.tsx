/** All customers: views, conditions, sort, peek, open; several at once. */
import { Plus, Upload } from "lucide-react";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { call, type CustomerFilter, type CustomerRow, type CustomerTotals } from "../../bridge";
import { EVERY_CUSTOMER, Empty, Key, ListRoom, go, useKeys } from "../../parts";
import { UnfinishedStrip } from "../../parts/Unfinished";
import { useWords } from "../../words";
import { amount, figure } from "../../words/figures";
import { CustomerPeek } from "./CustomerPeek";
import { PasteNew } from "./PasteCustomer";
import { useCustomerActs, useCustomerColumns, useCustomerConditions, useCustomerExports, useCustomerViews } from "./listing";

/** The list with its peek. */
export function CustomerList({ pasting = false }: { pasting?: boolean }): ReactNode {
  const w = useWords().customers;
  const [row, setRow] = useState<CustomerRow | null>(null);
  const [peek, setPeek] = useState(false);
  useKeys({ "Mod+Shift+V": () => go("customers", "paste") });
  useKeys({ Escape: () => setPeek(false) }, peek);
  return (
    <>
      {pasting && <PasteNew onClose={() => go("customers")} />}
      <ListRoom
        of={{
          list: "Customers", title: w.title, find: w.find, everything: EVERY_CUSTOMER, test: "customers",
          columns: useCustomerColumns(), conditions: useCustomerConditions(), views: useCustomerViews(), sort: { by: "name", descending: false },
          rowId: (one) => one.id, name: (one) => one.name,
          page: (filter, sort, after, limit) => call("customer_list", { filter, sort: sort.by, descending: sort.descending, after, limit }),
          totals: (filter) => call("customer_totals", filter),
          counted: w.filtered, figures: (totals) => <Sums totals={totals} />,
          chosenSum: (rows) => amount(rows.reduce((sum, one) => sum + one.amount_fen, 0)),
          acts: useCustomerActs(), exports: useCustomerExports(),
          empty: (filter, totals, showAll) => <NoCustomers filter={filter} totals={totals} onAll={showAll} />,
          onOpen: (one) => go("customers", one.id), onCursor: setRow, onPeek: () => setPeek(!peek),
          above: <UnfinishedStrip kind="customer" />, headRight: <ListActs />,
          aside: peek && row !== null && <CustomerPeek row={row} onClose={() => setPeek(false)} />,
          keys: <span><Key>Enter</Key>{w.keys.open}</span>,
        }}
      />
    </>
  );
}

/** What the customers that are filtered ordered. */
function Sums({ totals }: { totals: CustomerTotals }): ReactNode {
  const w = useWords().customers;
  return <><span>{w.columns.orders} <b data-test="orders-sum">{figure(totals.orders)}</b></span><span>{w.columns.amount} <b data-test="sum">{amount(totals.amount_fen)}</b></span><span className="i3">{w.approvedOnly}</span></>;
}

function ListActs(): ReactNode {
  const w = useWords().customers;
  return (
    <>
      <Button icon={<Upload size={14} strokeWidth={1.6} />} type="text" onClick={() => go("import")} data-test="customer-import">{w.importThem}</Button>
      <Button icon={<Plus size={14} strokeWidth={1.6} />} onClick={() => go("customers", "new")} data-test="customer-new">{w.newOne}</Button>
    </>
  );
}

function NoCustomers({ filter, totals, onAll }: { filter: CustomerFilter; totals: CustomerTotals | undefined; onAll: () => void }): ReactNode {
  const w = useWords().customers;
  const text = filter.text.trim();
  if (totals?.all_count === 0) return <Empty act={<button type="button" className="linkbtn" onClick={() => go("import")}>{w.importThem}</button>}>{w.noneYet}</Empty>;
  const all = <button type="button" className="linkbtn" onClick={onAll} data-test="show-all">{w.showAll(figure(totals?.all_count ?? 0))}</button>;
  if (text === "") return <Empty act={all}>{w.noneFits}</Empty>;
  return <Empty act={<>{all}<button type="button" className="linkbtn" onClick={() => go("customers", "new", text)} data-test="customer-create-named">{w.createNamed(text)}</button></>}>{w.noneFound(text)}</Empty>;
}
