/** The room 「合同」: the list, one contract's document, and its form. */
import type { ReactNode } from "react";
import { ContractForm } from "./ContractForm";
import { ContractList } from "./ContractList";
import { ContractPage } from "./ContractPage";
import "../../parts/rooms.css";
import "./contracts.css";

const idOf = (text: string | undefined): number | null => {
  const id = Number(text);
  return text !== undefined && Number.isSafeInteger(id) && id > 0 ? id : null;
};

/** The room; `rest` is `["new"]`, an id, or an id and `"edit"`. */
export default function ContractsRoom({ rest }: { rest: string[] }): ReactNode {
  const [which, second] = rest;
  if (which === "new") return <ContractForm key="new" id={null} />;
  const id = idOf(which);
  if (id === null) return <ContractList />;
  return second === "edit" ? <ContractForm key={`form${id}`} id={id} /> : <ContractPage key={id} id={id} />;
}
