/** The room 「线索」: the list, one lead's document, its card as a form, and the daily rating. */
import type { ReactNode } from "react";
import { LeadForm } from "./LeadForm";
import { LeadList } from "./LeadList";
import { LeadPage } from "./LeadPage";
import { Rating } from "./Rating";
import "../../parts/rooms.css";
import "../../parts/lead/lead.css";
import "./leads.css";

const idOf = (text: string | undefined): number | null => {
  const id = Number(text);
  return text !== undefined && Number.isSafeInteger(id) && id > 0 ? id : null;
};

/** The room; `rest` is `["new"]`, `["new", name]`, `["paste"]`, `["rating"]`, `["rating", id]`, an id, or an id and `"edit"`. */
export default function LeadsRoom({ rest }: { rest: string[] }): ReactNode {
  const [which, second] = rest;
  if (which === "new") return <LeadForm key="new" id={null} name={second ?? ""} />;
  if (which === "paste") return <LeadList pasting />;
  if (which === "rating") return <Rating at={idOf(second)} />;
  const id = idOf(which);
  if (id !== null) return second === "edit" ? <LeadForm key={`form${id}`} id={id} name="" /> : <LeadPage key={id} id={id} />;
  return <LeadList />;
}
