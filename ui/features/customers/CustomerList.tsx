/** All customers: search, sort, peek, open. */
import { Download, Plus, Search, Upload } from "lucide-react";
import { Button, Input, type InputRef } from "antd";
import { useRef, useState, type ReactNode } from "react";
import { call, faultOf, useAct, type CustomerRow, type ListAsk } from "../../bridge";
import { Footer, RoomHead } from "../../parts/Bar";
import { useKeys } from "../../parts/keys";
import { List, type Column, type Sort } from "../../parts/List";
import { Empty, FaultNote } from "../../parts/Note";
import { say } from "../../parts/Toast";
import { UnfinishedStrip } from "../../parts/Unfinished";
import { go } from "../../parts/place";
import { DateText, Key, Money } from "../../parts/Text";
import { useWords } from "../../words";
import { figure } from "../../words/figures";
import { CustomerPeek } from "./CustomerPeek";
import { PasteNew } from "./PasteCustomer";

type W = ReturnType<typeof useWords>["customers"];

function columnsOf(w: W): Column<CustomerRow>[] {
  const c = w.columns;
  return [
    { key: "name", title: c.name, grow: 2, sort: "name", render: (row) => <span className="ell" title={row.name}>{row.name}</span> },
    {
      key: "contact", title: c.contact, width: 132,
      render: (row) => <span className="ell">{row.contact === "" ? "—" : row.contact} <span className="i3 s">{row.contact_title}</span></span>,
    },
    { key: "phone", title: c.phone, width: 128, from: 620, render: (row) => <span className="ell i2">{row.contact_phone === "" ? "—" : row.contact_phone}</span> },
    { key: "industry", title: c.industry, width: 108, from: 960, sort: "industry", render: (row) => <span className="ell i2">{row.industry}</span> },
    { key: "region", title: c.region, width: 96, from: 700, sort: "region", render: (row) => <span className="ell i2">{row.region}</span> },
    { key: "owner", title: c.owner, width: 84, from: 540, render: (row) => <span className="ell">{row.owner === "" ? "—" : row.owner}</span> },
    { key: "orders", title: c.orders, width: 60, right: true, from: 480, render: (row) => (row.orders === 0 ? "—" : figure(row.orders)) },
    { key: "amount", title: c.amount, width: 124, right: true, render: (row) => (row.orders === 0 ? "—" : <Money fen={row.amount_fen} />) },
    { key: "last", title: c.last, width: 92, right: true, from: 840, render: (row) => <span className="i2"><DateText date={row.last_order_on} column /></span> },
  ];
}

/** The list with its peek. */
export function CustomerList({ pasting = false }: { pasting?: boolean }): ReactNode {
  const w = useWords().customers;
  const [text, setText] = useState("");
  const [sort, setSort] = useState<Sort>({ by: "name", descending: false });
  const [total, setTotal] = useState<number | null>(null);
  const [row, setRow] = useState<CustomerRow | null>(null);
  const [peek, setPeek] = useState(false);
  const box = useRef<InputRef>(null);
  useKeys({
    "/": () => box.current?.focus(),
    F: () => box.current?.focus(),
    "Mod+Shift+V": () => go("customers", "paste"),
    Escape: () => (peek ? setPeek(false) : setText("")),
  });
  const page = async (after: string | null): Promise<{ rows: CustomerRow[]; next: string | null }> => {
    const answer = await call("customer_list", { text: text.trim(), sort: sort.by, descending: sort.descending, after, limit: 100 });
    setTotal(answer.total);
    return answer;
  };
  return (
    <div className="roompage" data-test="room-customers">
      {pasting && <PasteNew onClose={() => go("customers")} />}
      <RoomHead title={w.title} right={<ListActs w={w} ask={{ text: text.trim(), sort: sort.by, descending: sort.descending, after: null, limit: 100 }} />}>
        <Input
          ref={box} className="roomfind" allowClear value={text} placeholder={w.find} data-test="customer-find"
          prefix={<Search size={14} strokeWidth={1.6} aria-hidden="true" />} suffix={text === "" ? <Key>/</Key> : undefined}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => { if (event.key === "Escape") box.current?.blur(); }}
        />
      </RoomHead>
      <UnfinishedStrip kind="customer" />
      <div className="withaside">
        <List
          ask={[text.trim(), sort.by, sort.descending]} page={page} columns={columnsOf(w)} rowId={(one) => one.id} sort={sort} onSort={setSort}
          onOpen={(one) => go("customers", one.id)} onCursor={setRow} onPeek={() => setPeek(!peek)} peeked={peek} test="customers"
          empty={<NoCustomers text={text.trim()} onClear={() => setText("")} w={w} />}
        />
        {peek && row !== null && <CustomerPeek row={row} onClose={() => setPeek(false)} />}
      </div>
      <Footer keys={<ListKeys w={w} />}>{total !== null && <span data-test="customer-total">{w.total(figure(total))}</span>}</Footer>
    </div>
  );
}

function ListActs({ w, ask }: { w: W; ask: ListAsk }): ReactNode {
  const write = useAct("customer_export", (answer) => say(w.exported(answer.path)));
  return (
    <div className="r gap8">
      {write.isError && <FaultNote fault={faultOf(write.error)} />}
      <Button icon={<Download size={14} strokeWidth={1.6} />} type="text" loading={write.isPending} onClick={() => write.mutate(ask)} data-test="customer-export">{w.exportThem}</Button>
      <Button icon={<Upload size={14} strokeWidth={1.6} />} type="text" onClick={() => go("import")} data-test="customer-import">{w.importThem}</Button>
      <Button icon={<Plus size={14} strokeWidth={1.6} />} onClick={() => go("customers", "new")} data-test="customer-new">{w.newOne}</Button>
    </div>
  );
}

function ListKeys({ w }: { w: W }): ReactNode {
  return (
    <>
      <span><Key>J</Key><Key>K</Key>{w.keys.move}</span>
      <span><Key>Space</Key>{w.keys.peek}</span>
      <span><Key>Enter</Key>{w.keys.open}</span>
    </>
  );
}

function NoCustomers({ text, onClear, w }: { text: string; onClear: () => void; w: W }): ReactNode {
  if (text === "") return <Empty act={<button type="button" className="linkbtn" onClick={() => go("import")}>{w.importThem}</button>}>{w.noneYet}</Empty>;
  return (
    <Empty act={
      <>
        <button type="button" className="linkbtn" onClick={onClear}>{w.clear}</button>
        <button type="button" className="linkbtn" onClick={() => go("customers", "new", text)} data-test="customer-create-named">{w.createNamed(text)}</button>
      </>
    }>{w.noneFound(text)}</Empty>
  );
}
