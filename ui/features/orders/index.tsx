/** The room 「订单」: the list, a document, or the form. */
import type { ReactNode } from "react";
import "./orders.css";
import { OrderForm } from "./OrderForm";
import { addressOf } from "../../parts";
import { OrderList } from "./OrderList";
import { OrderPage } from "./OrderPage";
import { entryOf } from "./draft";

/** `#/orders`, `#/orders/12`, `#/orders/12/edit`, `#/orders/new`. */
export default function Orders({ rest }: { rest: string[] }): ReactNode {
  const [first, second] = rest;
  if (first === undefined) return <OrderList />;
  const id = first === "new" ? null : Number(first);
  // A draft that gets its id while it is typed keeps its key, so that the keyboard stays where it is.
  if (id === null || second === "edit") return <OrderForm key={`form${entryOf(addressOf("orders", ...rest)).key}`} id={id} />;
  return <OrderPage key={id} id={id} />;
}
