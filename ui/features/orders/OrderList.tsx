/** The list of orders: views, filters that read like words, sorting, peek. */
import { Button, Input } from "antd";
import { Download, Plus, Search } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { call, faultOf, useAct, useAsk, useStatus, type Fault, type OrderFilter, type OrderRow } from "../../bridge";
import { DateText, Empty, FaultNote, Footer, Key, List, Money, RoomHead, Views, go, say, useKeys, useToday, type Column, type Sort } from "../../parts";
import { useWords } from "../../words";
import { amount, figure } from "../../words/figures";
import { FilterBar } from "./FilterBar";
import { OrderChip } from "../../parts/order/OrderChip";
import { OrderPeek } from "../../parts/order/OrderPeek";
import { WhyTip } from "../../parts/order/WhyTip";
import { EVERYTHING, VIEWS, filterOf, remembered, type View } from "./filters";

const PAGE = 100;

/** The columns of the list. */
function useColumns(): Column<OrderRow>[] {
  const w = useWords().orders;
  const today = useToday();
  return [
    { key: "number", title: w.columns.number, width: 124, sort: "number", render: (row) => <span className={row.status === "Void" ? "no struck" : row.number === null ? "i3" : "no"}>{row.number ?? w.draftNumber}</span> },
    { key: "status", title: w.columns.status, width: 128, render: (row) => <WhyTip id={row.id}><OrderChip row={row} /></WhyTip> },
    { key: "customer", title: w.columns.customer, grow: 3, sort: "customer", render: (row) => row.customer },
    { key: "promised", title: w.columns.promised, width: 96, right: true, sort: "promised_on", render: (row) => <span className={row.overdue ? "late w6" : ""}><DateText date={row.promised_on} column /></span> },
    { key: "amount", title: w.columns.amount, width: 124, right: true, sort: "amount", render: (row) => <Money fen={row.amount_fen} struck={row.status === "Void"} /> },
    { key: "products", title: w.columns.products, grow: 2, from: 640, render: (row) => <span className="i2">{w.andMore(row.first_product, row.line_count)}</span> },
    { key: "owner", title: w.columns.owner, width: 84, from: 860, render: (row) => row.owner },
    { key: "created", title: w.columns.created, width: 96, right: true, from: 1000, sort: "created", render: (row) => <span className="i2" title={today}><DateText date={row.created_on} column /></span> },
  ];
}

/** The page. */
export function OrderList(): ReactNode {
  const w = useWords().orders;
  const personId = useStatus()?.person?.id;
  const [view, setView] = useState<View>(remembered.list?.view ?? "open");
  const [filter, setFilter] = useState<OrderFilter>(remembered.list?.filter ?? filterOf("open", personId));
  const [sort, setSort] = useState<Sort>(remembered.list?.sort ?? { by: "number", descending: true });
  const [peek, setPeek] = useState(remembered.list?.peek ?? false);
  const [row, setRow] = useState<OrderRow | null>(null);
  remembered.list = { view, filter, sort, peek };
  const choose = (next: View): void => {
    setView(next);
    setFilter({ ...filterOf(next, personId), text: filter.text });
  };
  const columns = useColumns();
  useKeys({ Escape: () => setPeek(false) }, peek);
  const totals = useAsk("order_totals", filter).data;
  const showAll = <button type="button" className="linkbtn" onClick={() => { setView("all"); setFilter(EVERYTHING); }}>{w.showAll(figure(totals?.all_count ?? 0))}</button>;
  const create = <Button size="small" icon={<Plus size={14} />} onClick={() => go("orders", "new")}>{w.first}</Button>;
  const empty = totals?.all_count === 0 ? <Empty act={create}>{w.emptyAll}</Empty> : <Empty act={showAll}>{w.empty}</Empty>;
  return (
    <>
      <RoomHead title={w.title} right={<FindBox text={filter.text} onText={(text) => setFilter({ ...filter, text })} />}>
        <CountedViews now={view} personId={personId} onChoose={choose} />
      </RoomHead>
      <FilterBar filter={filter} onChange={setFilter} right={<ExportButton filter={filter} />} />
      <div className="listandpeek">
        <List
          ask={[filter, sort]}
          page={(after) => call("order_list", { filter, sort: sort.by, descending: sort.descending, after, limit: PAGE })}
          columns={columns}
          rowId={(one) => one.id}
          sort={sort}
          onSort={setSort}
          onOpen={(one) => go("orders", one.id)}
          onCursor={setRow}
          onPeek={() => setPeek(!peek)}
          empty={empty}
          test="orders"
        />
        {peek && row !== null && <OrderPeek id={row.id} onClose={() => setPeek(false)} />}
      </div>
      <Footer keys={<><span><Key>J</Key><Key>K</Key>{w.keys.move}</span><span><Key>Space</Key>{w.keys.peek}</span><span><Key>Enter</Key>{w.keys.open}</span></>}>
        {totals !== undefined && <Sums count={totals.count} all={totals.all_count} fen={totals.amount_fen} left={totals.void_count} />}
      </Footer>
    </>
  );
}

function Sums({ count, all, fen, left }: { count: number; all: number; fen: number; left: number }): ReactNode {
  const w = useWords().orders;
  const said = w.filtered(figure(count), figure(all));
  return (
    <>
      <span>{said.before}<b data-test="count">{said.count}</b>{said.after}</span>
      <span>{w.total} <b data-test="sum">{amount(fen)}</b></span>
      {left > 0 && <span>{w.voidLeftOut(left)}</span>}
    </>
  );
}

/** Each view with its count; counted by the core, after the list is there. */
function CountedViews({ now, personId, onChoose }: { now: View; personId: number | undefined; onChoose: (view: View) => void }): ReactNode {
  const w = useWords().orders;
  const open = useAsk("order_totals", filterOf("open", personId)).data?.count;
  const mine = useAsk("order_totals", filterOf("mine", personId)).data?.count;
  const overdue = useAsk("order_totals", filterOf("overdue", personId)).data?.count;
  const all = useAsk("order_totals", EVERYTHING).data?.all_count;
  const voided = useAsk("order_totals", filterOf("void", personId)).data;
  const counts: Record<View, number | undefined> = { open, mine, overdue, all, void: voided === undefined ? undefined : Math.max(voided.count, voided.void_count) };
  return <Views test="view" now={now} onChoose={onChoose} choices={VIEWS.map((view) => ({ name: view, label: w.views[view], count: counts[view], hot: view === "overdue" }))} />;
}

function FindBox({ text, onText }: { text: string; onText: (text: string) => void }): ReactNode {
  const w = useWords().orders.filter;
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => onText(typed), 200);
    return () => clearTimeout(timer);
  });
  useEffect(() => setTyped(text), [text]);
  return <Input className="listfind" allowClear prefix={<Search size={14} strokeWidth={1.6} className="i3" />} placeholder={w.find} aria-label={w.find} value={typed} onChange={(event) => setTyped(event.target.value)} data-test="find" />;
}

function ExportButton({ filter }: { filter: OrderFilter }): ReactNode {
  const w = useWords().orders;
  const [fault, setFault] = useState<Fault | null>(null);
  const act = useAct("order_export", (written) => say(w.exported(written.path)));
  const run = (): void => {
    setFault(null);
    act.mutate({ filter }, { onError: (error) => setFault(faultOf(error)) });
  };
  return (
    <>
      {fault !== null && <FaultNote fault={fault} />}
      <Button type="text" icon={<Download size={15} strokeWidth={1.6} />} loading={act.isPending} onClick={run} data-test="export">{w.export}</Button>
    </>
  );
}
