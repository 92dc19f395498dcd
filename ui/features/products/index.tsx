/** The room 「产品」: the list, and a card at its right to read and change. */
import { Plus, Search, Upload } from "lucide-react";
import { Button, Input, type InputRef } from "antd";
import { useRef, useState, type ReactNode } from "react";
import { call, type ProductCard } from "../../bridge";
import { Chip, Empty, Footer, Key, List, RoomHead, go, useKeys, type Column, type Sort } from "../../parts";
import { UnfinishedStrip } from "../../parts/Unfinished";
import { useWords } from "../../words";
import "../../parts/rooms.css";
import { figure, percent, price } from "../../words/figures";
import { ProductAside } from "./ProductAside";

type W = ReturnType<typeof useWords>["products"];

function columnsOf(w: W): Column<ProductCard>[] {
  const c = w.columns;
  return [
    { key: "code", title: c.code, width: 104, from: 620, sort: "code", render: (row) => <span className="ell i2">{row.code === "" ? "—" : row.code}</span> },
    {
      key: "name", title: c.name, grow: 2, sort: "name",
      render: (row) => <span className={`ell${row.active ? "" : " i3"}`} title={row.name}>{row.name}{!row.active && <span className="i3 s">　{w.inactive}</span>}</span>,
    },
    { key: "spec", title: c.spec, grow: 2, from: 700, render: (row) => <span className="ell i2" title={row.spec}>{row.spec}</span> },
    { key: "category", title: c.category, width: 120, from: 560, sort: "category", render: (row) => <span className="ell i2">{row.category === "" ? "—" : row.category}</span> },
    { key: "kind", title: c.kind, width: 104, from: 820, render: (row) => <span className="r gap6"><span className="i2">{w.kinds[row.kind]}</span>{row.customised && <Chip family="accent">{w.customised}</Chip>}</span> },
    { key: "unit", title: c.unit, width: 56, render: (row) => <span className="i2">{row.unit}</span> },
    { key: "price", title: c.price, width: 116, right: true, render: (row) => price(row.price_micro) },
    { key: "tax", title: c.tax, width: 64, right: true, render: (row) => <span className="i2">{percent(row.tax_rate)}</span> },
  ];
}

/** The room; `rest` is `["new"]`, `["new", name]` or an id. */
export default function ProductsRoom({ rest }: { rest: string[] }): ReactNode {
  const w = useWords().products;
  const [text, setText] = useState("");
  const [sort, setSort] = useState<Sort>({ by: "name", descending: false });
  const [total, setTotal] = useState<number | null>(null);
  const box = useRef<InputRef>(null);
  const [which, name] = rest;
  const id = Number(which);
  const open = which !== undefined;
  useKeys({ "/": () => box.current?.focus(), F: () => box.current?.focus(), Escape: () => (open ? go("products") : setText("")) });
  const page = async (after: string | null): Promise<{ rows: ProductCard[]; next: string | null }> => {
    const answer = await call("product_list", { text: text.trim(), sort: sort.by, descending: sort.descending, after, limit: 100 });
    setTotal(answer.total);
    return answer;
  };
  const show = (row: ProductCard): void => go("products", row.id ?? 0);
  return (
    <div className="roompage" data-test="room-products">
      <RoomHead title={w.title} right={<Acts w={w} />}>
        <Input
          ref={box} className="roomfind" allowClear value={text} placeholder={w.find} data-test="product-find"
          prefix={<Search size={14} strokeWidth={1.6} aria-hidden="true" />} suffix={text === "" ? <Key>/</Key> : undefined}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => { if (event.key === "Escape") box.current?.blur(); }}
        />
      </RoomHead>
      <UnfinishedStrip kind="product" />
      <div className="withaside">
        <List
          ask={[text.trim(), sort.by, sort.descending]} page={page} columns={columnsOf(w)} rowId={(row) => row.id ?? 0} sort={sort} onSort={setSort}
          onOpen={show} onPeek={(row) => (open ? go("products") : show(row))} onCursor={(row) => { if (open && row !== null && which !== "new") show(row); }} test="products"
          empty={<None text={text.trim()} onClear={() => setText("")} w={w} />}
        />
        {which === "new" && <ProductAside key="new" id={null} name={name ?? ""} />}
        {open && which !== "new" && Number.isSafeInteger(id) && id > 0 && <ProductAside key={id} id={id} name="" />}
      </div>
      <Footer keys={<><span><Key>J</Key><Key>K</Key>{w.keys.move}</span><span><Key>Space</Key>{w.keys.peek}</span><span><Key>Enter</Key>{w.keys.open}</span></>}>
        {total !== null && <span data-test="product-total">{w.total(figure(total))}</span>}
      </Footer>
    </div>
  );
}

function Acts({ w }: { w: W }): ReactNode {
  return (
    <div className="r gap8">
      <Button type="text" icon={<Upload size={14} strokeWidth={1.6} />} onClick={() => go("import")} data-test="product-import">{w.importThem}</Button>
      <Button icon={<Plus size={14} strokeWidth={1.6} />} onClick={() => go("products", "new")} data-test="product-new">{w.newOne}</Button>
    </div>
  );
}

function None({ text, onClear, w }: { text: string; onClear: () => void; w: W }): ReactNode {
  if (text === "") return <Empty act={<button type="button" className="linkbtn" onClick={() => go("import")}>{w.importThem}</button>}>{w.noneYet}</Empty>;
  const acts = (
    <>
      <button type="button" className="linkbtn" onClick={onClear}>{w.clear}</button>
      <button type="button" className="linkbtn" onClick={() => go("products", "new", text)}>{w.createNamed(text)}</button>
    </>
  );
  return <Empty act={acts}>{w.noneFound(text)}</Empty>;
}
