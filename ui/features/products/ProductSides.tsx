/** The sections of a product's card: what it is, the orders that name it, attachments, history. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { call, faultOf, type ProductOrder } from "../../bridge";
import { Attachments, Bones, DateText, DropArea, Empty, FaultNote, HistoryOf, Money, Sections, StateChip, go, useAttaching, useAttachments } from "../../parts";
import { WhyTip } from "../../parts/order/WhyTip";
import { useWords } from "../../words";
import { quantity } from "../../words/figures";

type Section = "about" | "orders" | "attachments" | "history";
const SECTIONS: Section[] = ["about", "orders", "attachments", "history"];
const PAGE = 30;

/** Around the card of a product that is in the book; files may be dropped on all of it. */
export function ProductSides({ id, name, children }: { id: number; name: string; children: ReactNode }): ReactNode {
  const w = useWords().products;
  const [section, setSection] = useState<Section>("about");
  const attaching = useAttaching("Product", id, () => setSection("attachments"));
  const attached = useAttachments("Product", id).rows.length;
  return (
    <DropArea className="sides" test="product" attaching={attaching} title={name}>
      <Sections test="product-section" now={section} onChoose={setSection} choices={SECTIONS.map((one) => ({ name: one, label: w.sections[one], count: one === "attachments" ? attached : undefined }))} />
      {section === "about" ? children : (
        <div className="asidebody flush narrow">
          {section === "orders" && <OrdersOf id={id} />}
          {section === "attachments" && <Attachments document="Product" id={id} attaching={attaching} />}
          {section === "history" && <HistoryOf document="Product" id={id} />}
        </div>
      )}
    </DropArea>
  );
}

function OrdersOf({ id }: { id: number }): ReactNode {
  const { products: w, customers } = useWords();
  const query = useInfiniteQuery({ queryKey: ["product_orders", id], queryFn: ({ pageParam }) => call("product_orders", { id, after: pageParam, limit: PAGE }), initialPageParam: null as number | null, getNextPageParam: (last) => last.next });
  if (query.isError) return <div className="pad"><FaultNote fault={faultOf(query.error)} /></div>;
  if (query.data === undefined) return <Bones />;
  const rows = query.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <Empty>{w.noOrders}</Empty>;
  return (
    <>
      {rows.map((row) => <OrderOf key={row.order_id} row={row} />)}
      {query.hasNextPage && <div className="pad"><Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{customers.page.more}</Button></div>}
    </>
  );
}

function OrderOf({ row }: { row: ProductOrder }): ReactNode {
  const w = useWords().orders;
  return (
    <div className="productorder" data-test="product-order">
      <div className="r gap8">
        <button type="button" className="linkbtn" onClick={() => go("orders", row.order_id)}>{row.order_number ?? w.draftNumber}</button>
        <WhyTip id={row.order_id}><StateChip status={row.status} /></WhyTip>
        <span className="g1" />
        <span className="i3 s"><DateText date={row.created_on} column /></span>
      </div>
      <div className="r gap8">
        <span className="g1 ell" title={row.customer}>{row.customer === "" ? w.noCustomer : row.customer}</span>
        <span className="i2 nw">{quantity(row.quantity_milli)} {row.unit}</span>
        <Money fen={row.amount_fen} struck={row.status === "Void"} />
      </div>
    </div>
  );
}
