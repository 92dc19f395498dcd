/** The room 「商机」: list and board, one deal's document, its card as a form, and its list of needs as a sheet. */
import type { ReactNode } from "react";
import { NeedsForm } from "./NeedsForm";
import { OpportunityForm } from "./OpportunityForm";
import { OpportunityList } from "./OpportunityList";
import { OpportunityPage } from "./OpportunityPage";
import "../../parts/rooms.css";
import "./opportunities.css";

const idOf = (text: string | undefined): number | null => {
  const id = Number(text);
  return text !== undefined && Number.isSafeInteger(id) && id > 0 ? id : null;
};

/** The room; `rest` is `["new"]`, `["new", customer]`, an id, an id and `"edit"`, or an id and `"needs"`. */
export default function OpportunitiesRoom({ rest }: { rest: string[] }): ReactNode {
  const [which, second] = rest;
  if (which === "new") return <OpportunityForm key="new" id={null} customerId={idOf(second)} />;
  const id = idOf(which);
  if (id === null) return <OpportunityList />;
  if (second === "edit") return <OpportunityForm key={`form${id}`} id={id} customerId={null} />;
  if (second === "needs") return <NeedsForm key={`needs${id}`} id={id} />;
  return <OpportunityPage key={id} id={id} />;
}
