/** What was found, as rows of the search: the record's name with what was asked for marked, and what tells it apart. */
import type { ReactNode } from "react";
import type { Marked as MarkedText, SearchHit } from "../bridge";
import { Money, StateChip } from "../parts";
import { GradeMark, LeadChip } from "../parts/lead/marks";
import { ContractChip } from "../parts/contract/ContractChip";
import { StageChip } from "../parts/deal/StageChip";
import { QuotationChip } from "../parts/quotation/QuotationChip";
import { addressOf, type Room } from "../parts/place";
import { useWords, type Words } from "../words";
import { price } from "../words/figures";

/** The room of each kind. */
const ROOM_OF: Record<SearchHit["kind"], Room> = { Order: "orders", Opportunity: "opportunities", Quotation: "quotations", Contract: "contracts", Lead: "leads", Product: "products", Customer: "customers", Contact: "customers" };

/** Where a hit leads; a contact to its customer. */
export function addressOfHit(hit: SearchHit): string {
  return addressOf(ROOM_OF[hit.kind], hit.id);
}

/** A hit's own key. */
export function keyOfHit(hit: SearchHit): string {
  return `${hit.kind}-${hit.id}-${hit.contact_id ?? ""}`;
}

/** The row's words. */
export function HitLabel({ hit }: { hit: SearchHit }): ReactNode {
  const { orders: o, palette: p } = useWords();
  const second = hit.kind === "Customer" ? null : hit.detail;
  const title = hit.title.text === "" ? <span className="i3">{o.draftNumber}</span> : <Marked text={hit.title} />;
  return (
    <>
      <span className="hittitle">{title}</span>
      {second !== null && second.text !== "" && <span className={hit.kind === "Order" || hit.kind === "Opportunity" || hit.kind === "Quotation" || hit.kind === "Contract" ? "" : "i2"}><Marked text={second} /></span>}
      {hit.found !== null && <span className="i3 s hitfound">{p.fields[hit.found.field] ?? hit.found.field}　<Marked text={hit.found.text} /></span>}
    </>
  );
}

/** What stands at the right end of a row. */
export function HitRight({ hit }: { hit: SearchHit }): ReactNode {
  if (hit.kind === "Order") return <span className="r gap8">{hit.amount_fen !== null && <Money fen={hit.amount_fen} />}{hit.status !== null && <StateChip status={hit.status} plain />}</span>;
  if (hit.kind === "Lead") return <span className="r gap8">{hit.grade !== null && <GradeMark grade={hit.grade} />}{hit.lead_state !== null && <LeadChip state={hit.lead_state} plain />}</span>;
  if (hit.kind === "Opportunity") return <span className="r gap8">{hit.amount_fen !== null && hit.amount_fen !== 0 && <Money fen={hit.amount_fen} />}{hit.stage !== null && <StageChip stage={hit.stage} plain />}</span>;
  if (hit.kind === "Quotation") return <span className="r gap8">{hit.amount_fen !== null && <Money fen={hit.amount_fen} />}{hit.quotation_state !== null && <QuotationChip state={hit.quotation_state} plain />}</span>;
  if (hit.kind === "Contract") return <span className="r gap8">{hit.amount_fen !== null && <Money fen={hit.amount_fen} />}{hit.contract_state !== null && <ContractChip state={hit.contract_state} />}</span>;
  if (hit.kind === "Product") return hit.price_micro === null ? null : <>{price(hit.price_micro)} / {hit.unit}</>;
  return hit.kind === "Customer" ? hit.detail.text : null;
}

/** The words of a kind above its first row. */
export function kindWords(words: Words, kind: string): string {
  return words.palette.kinds[kind as keyof Words["palette"]["kinds"]] ?? kind;
}

/** A text with the part that was asked for; the core counts in characters. */
function Marked({ text }: { text: MarkedText }): ReactNode {
  if (text.length === 0) return text.text;
  const letters = [...text.text];
  const [from, to] = [text.from, text.from + text.length];
  return <>{letters.slice(0, from).join("")}<mark className="hitmark">{letters.slice(from, to).join("")}</mark>{letters.slice(to).join("")}</>;
}
