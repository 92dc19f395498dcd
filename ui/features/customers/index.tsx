/** The room 「客户」: the list, or one customer's card. */
import type { ReactNode } from "react";
import { CustomerList } from "./CustomerList";
import { CustomerForm } from "./CustomerForm";
import "../../parts/rooms.css";
import "./customers.css";

/** The room; `rest` is `["new"]`, `["new", name]`, `["paste"]` or an id. */
export default function CustomersRoom({ rest }: { rest: string[] }): ReactNode {
  const [which, name] = rest;
  if (which === "new") return <CustomerForm key="new" id={null} name={name ?? ""} />;
  if (which === "paste") return <CustomerList pasting />;
  const id = Number(which);
  if (which !== undefined && Number.isSafeInteger(id) && id > 0) return <CustomerForm key={id} id={id} name="" />;
  return <CustomerList />;
}
