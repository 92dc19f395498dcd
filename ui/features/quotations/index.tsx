/** The room 「报价」: the list, one quotation with its versions side by side, and its form. */
import type { ReactNode } from "react";
import { QuotationForm } from "./QuotationForm";
import { QuotationList } from "./QuotationList";
import { QuotationPage } from "./QuotationPage";
import "../../parts/rooms.css";
import "./quotations.css";

const idOf = (text: string | undefined): number | null => {
  const id = Number(text);
  return text !== undefined && Number.isSafeInteger(id) && id > 0 ? id : null;
};

/** The room; `rest` is `["new"]`, `["new", opportunity]`, an id, or an id and `"edit"`. */
export default function QuotationsRoom({ rest }: { rest: string[] }): ReactNode {
  const [which, second] = rest;
  if (which === "new") return <QuotationForm key={`new${second ?? ""}`} id={null} opportunityId={idOf(second)} />;
  const id = idOf(which);
  if (id === null) return <QuotationList />;
  return second === "edit" ? <QuotationForm key={`form${id}`} id={id} opportunityId={null} /> : <QuotationPage key={id} id={id} />;
}
