/** The lines of the order form. */
import type { ReactNode } from "react";
import type { OrderComputed } from "../../bridge";
import { PricedLines } from "../../parts/lines/PricedLines";
import { refusedCells } from "../../parts/lines/refused";
import { useLanguage } from "../../words";
import type { Form } from "./draft";

/** The sheet with its bar. */
export function FormLines({ form, change, computed }: { form: Form; change: (part: Partial<Form>) => void; computed: OrderComputed | undefined }): ReactNode {
  const language = useLanguage();
  return <PricedLines lines={form} change={change} amounts={computed?.line_fen} promisedOn={form.head.promised_on} refused={refusedCells(computed?.refusals ?? [], language)} />;
}
