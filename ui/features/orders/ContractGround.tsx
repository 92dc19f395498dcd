/** The contract of the book that an order stands on: its number and date, where the order departs from it, and why. */
import { DatePicker, Input } from "antd";
import dayjs from "dayjs";
import type { ReactNode } from "react";
import { useAsk, type OrderComputed } from "../../bridge";
import { Field, go, useToday } from "../../parts";
import { Differences } from "../../parts/contract/Differences";
import { tooLong } from "../../parts/fieldErrors";
import { useLanguage, useWords } from "../../words";
import { amount, dateSpoken } from "../../words/figures";
import type { FormPart } from "./FormHead";
import type { Head } from "./draft";

interface GroundProps extends FormPart {
  id: number;
  put: (part: Partial<Head>) => void;
  computed: OrderComputed | undefined;
}

/** The reference, and what only a call-off or a departure asks for. */
export function ContractGround({ id, form, put, wrong, computed }: GroundProps): ReactNode {
  const { contracts: { ofOrder: w, names, differs }, orders } = useWords();
  const language = useLanguage();
  const today = useToday();
  const signed = form.head.contract_signed_on;
  const contract = useAsk("contract_view", { id }, { keep: false }).data;
  const frame = contract?.draft.kind === "Framework";
  const all = computed?.differences ?? [];
  const left = contract === undefined ? "" : w.left(amount(Math.max(0, contract.amount_fen - contract.called_fen)));
  return (
    <>
      <Field label={w.label} name="contract_id" hint={frame ? left : ""}>
        <span className="r gap8 asfield" data-test="contract-ground">
          <button type="button" className="linkbtn no" onClick={() => go("contracts", id)}>{form.head.contract_number}</button>
          {contract !== undefined && <span className="i2">{names.kinds[contract.draft.kind]}</span>}
          {signed !== null && <span className="i2">{orders.contractSigned(dateSpoken(signed, today, language))}</span>}
        </span>
      </Field>
      {frame && (
        <Field label={w.orderedOn} name="customer_order_on" required error={wrong("customer_order_on")}>
          <DatePicker value={form.head.customer_order_on === null ? null : dayjs(form.head.customer_order_on)} placeholder="" onChange={(date) => put({ customer_order_on: date === null ? null : date.format("YYYY-MM-DD") })} data-test="ordered-on" />
        </Field>
      )}
      {(all.length > 0 || form.head.contract_reason !== "") && (
        <div className="span2">
          <Differences title={differs.contract} all={all} reason="" />
          <Field label={w.reason} name="contract_reason" required hint={w.reasonHint} error={wrong("contract_reason") ?? tooLong(language, "contract_reason", form.head.contract_reason, 1000)}><Input value={form.head.contract_reason} onChange={(event) => put({ contract_reason: event.target.value })} data-test="contract-reason" /></Field>
        </div>
      )}
    </>
  );
}
