/** The room 「客户」: the list, one customer's document, or its card as a form. */
import type { ReactNode } from "react";
import { CustomerList } from "./CustomerList";
import { CustomerForm } from "./CustomerForm";
import { CustomerPage } from "./CustomerPage";
import "../../parts/rooms.css";
import "./customers.css";

/** The room; `rest` is `["new"]`, `["new", name]`, `["paste"]`, an id, or an id and `"edit"`. */
export default function CustomersRoom({ rest }: { rest: string[] }): ReactNode {
  const [which, second] = rest;
  if (which === "new") return <CustomerForm key="new" id={null} name={second ?? ""} />;
  if (which === "paste") return <CustomerList pasting />;
  const id = Number(which);
  if (which !== undefined && Number.isSafeInteger(id) && id > 0) return second === "edit" ? <CustomerForm key={`form${id}`} id={id} name="" /> : <CustomerPage key={id} id={id} />;
  return <CustomerList />;
}
