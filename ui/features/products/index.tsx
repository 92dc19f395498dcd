/** The room 「产品」: the list, and a card at its right to read and change. */
import { Plus, Upload } from "lucide-react";
import { Button } from "antd";
import type { ReactNode } from "react";
import { call, type ProductCard, type ProductFilter, type ProductTotals } from "../../bridge";
import { EVERY_PRODUCT, Empty, Key, ListRoom, go, useKeys } from "../../parts";
import { UnfinishedStrip } from "../../parts/Unfinished";
import { useWords } from "../../words";
import "../../parts/rooms.css";
import { figure } from "../../words/figures";
import { ProductAside } from "./ProductAside";
import { useProductActs, useProductColumns, useProductConditions, useProductViews } from "./listing";

/** The room; `rest` is `["new"]`, `["new", name]` or an id. */
export default function ProductsRoom({ rest }: { rest: string[] }): ReactNode {
  const w = useWords().products;
  const [which, name] = rest;
  const id = Number(which);
  const open = which !== undefined;
  useKeys({ Escape: () => go("products") }, open);
  const show = (row: ProductCard): void => go("products", row.id ?? 0);
  return (
    <ListRoom
      of={{
        list: "Products", title: w.title, find: w.find, everything: EVERY_PRODUCT, test: "products",
        columns: useProductColumns(), conditions: useProductConditions(), views: useProductViews(), sort: { by: "name", descending: false },
        rowId: (row) => row.id ?? 0, name: (row) => [row.code, row.name, row.spec].filter((part) => part !== "").join("　"),
        page: (filter, sort, after, limit) => call("product_list", { filter, sort: sort.by, descending: sort.descending, after, limit }),
        totals: (filter) => call("product_totals", filter),
        counted: w.filtered, figures: (totals) => totals.inactive > 0 && <span>{w.inactiveCount(figure(totals.inactive))}</span>,
        acts: useProductActs(), exports: () => [],
        empty: (filter, totals, showAll) => <None filter={filter} totals={totals} onAll={showAll} />,
        onOpen: show, onPeek: (row) => (open ? go("products") : show(row)), onCursor: (row) => { if (open && row !== null && which !== "new") show(row); },
        above: <UnfinishedStrip kind="product" />, headRight: <Acts />,
        aside: (
          <>
            {which === "new" && <ProductAside key="new" id={null} name={name ?? ""} />}
            {open && which !== "new" && Number.isSafeInteger(id) && id > 0 && <ProductAside key={id} id={id} name="" />}
          </>
        ),
        keys: <span><Key>Enter</Key>{w.keys.open}</span>,
      }}
    />
  );
}

function Acts(): ReactNode {
  const w = useWords().products;
  return (
    <>
      <Button icon={<Upload size={14} strokeWidth={1.6} />} type="text" onClick={() => go("import")} data-test="product-import">{w.importThem}</Button>
      <Button icon={<Plus size={14} strokeWidth={1.6} />} onClick={() => go("products", "new")} data-test="product-new">{w.newOne}</Button>
    </>
  );
}

function None({ filter, totals, onAll }: { filter: ProductFilter; totals: ProductTotals | undefined; onAll: () => void }): ReactNode {
  const w = useWords().products;
  const text = filter.text.trim();
  if (totals?.all_count === 0) return <Empty act={<button type="button" className="linkbtn" onClick={() => go("import")}>{w.importThem}</button>}>{w.noneYet}</Empty>;
  const all = <button type="button" className="linkbtn" onClick={onAll} data-test="show-all">{w.showAll(figure(totals?.all_count ?? 0))}</button>;
  if (text === "") return <Empty act={all}>{w.noneFits}</Empty>;
  return <Empty act={<>{all}<button type="button" className="linkbtn" onClick={() => go("products", "new", text)} data-test="product-create-named">{w.createNamed(text)}</button></>}>{w.noneFound(text)}</Empty>;
}
