/** The room 「订单」: the list, a document, or the form. */
import type { ReactNode } from "react";
import "./orders.css";
import { OrderForm } from "./OrderForm";
import { OrderList } from "./OrderList";
import { OrderPage } from "./OrderPage";

/** `#/orders`, `#/orders/12`, `#/orders/12/edit`, `#/orders/new`. */
export default function Orders({ rest }: { rest: string[] }): ReactNode {
  const [first, second] = rest;
  if (first === undefined) return <OrderList />;
  if (first === "new") return <OrderForm key="new" id={null} />;
  const id = Number(first);
  return second === "edit" ? <OrderForm key={id} id={id} /> : <OrderPage key={id} id={id} />;
}
