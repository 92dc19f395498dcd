/** The head of the order form: customer, contract, terms, dates, delivery, invoice. */
import { DatePicker, Input, Select } from "antd";
import dayjs from "dayjs";
import { memo, type ReactNode } from "react";
import { useAsk, type InvoiceKind, type OrderComputed } from "../../bridge";
import { Field, useToday } from "../../parts";
import { tidy, WaiverField } from "../../parts/terms/WaiverField";
import { useLanguage, useWords } from "../../words";
import { daysBetween, weekday } from "../../words/figures";
import { AddressField } from "./AddressField";
import { ContractGround } from "./ContractGround";
import { CustomerField, ContactField } from "./CustomerField";
import { TermsField } from "../../parts/terms/TermsField";
import type { Form, Head } from "./draft";
import type { Trouble } from "./troubles";

/** What every field needs. */
export interface FormPart {
  form: Form;
  change: (part: Partial<Form>) => void;
  /** The words for a field that is wrong. */
  wrong: (...fields: string[]) => string | undefined;
}

/** Shown the first way, understood in all of them. Nothing shorter: 10-3 would be taken while 10-30 is typed. */
const DATES = ["YYYY-MM-DD", "YYYY/MM/DD", "YYYY.MM.DD", "YYYYMMDD"];

const INVOICES: InvoiceKind[] = ["VatSpecial", "VatGeneral", "Paper", "None"];

interface HeadProps {
  form: Form;
  change: (part: Partial<Form>) => void;
  computed: OrderComputed | undefined;
  troubles: Trouble[];
}

/** Whether nothing that the head shows has changed: typing into a line does not draw its boxes anew. */
function sameHead(before: HeadProps, now: HeadProps): boolean {
  const said = (troubles: Trouble[]): string => troubles.filter((one) => one.field !== null).map((one) => `${one.field} ${one.says}`).join("\n");
  const parts: (keyof Form)[] = ["id", "head", "customerName", "contacts", "contractAmount", "waiver"];
  return before.change === now.change && before.computed === now.computed && parts.every((part) => before.form[part] === now.form[part]) && said(before.troubles) === said(now.troubles);
}

/** The fields. */
export const FormHead = memo(function FormHead({ form, change, computed, troubles }: HeadProps): ReactNode {
  const wrong = (...fields: string[]): string | undefined => {
    const found = troubles.find((one) => one.field !== null && fields.includes(one.field));
    return found?.brief ?? found?.says;
  };
  const part: FormPart = { form, change, wrong };
  return (
    <div className="formgrid">
      <CustomerField {...part} />
      <ContactField {...part} />
      <ContractFields {...part} computed={computed} />
      <TermsField terms={part.form.head.terms} put={(terms) => part.change({ head: { ...part.form.head, terms } })} computed={computed} error={part.wrong("terms", "instalments")} />
      <DateAndOwner {...part} />
      <DeliveryFields {...part} />
      <InvoiceFields {...part} computed={computed} />
    </div>
  );
}, sameHead);

function useHead({ form, change }: FormPart): (part: Partial<Head>) => void {
  return (part) => change({ head: { ...form.head, ...part } });
}

/** The contract of the book is shown and not typed; one that is only told by its number is. */
function ContractFields(part: FormPart & { computed: OrderComputed | undefined }): ReactNode {
  const put = useHead(part);
  const id = part.form.head.contract_id;
  return id === null ? <TypedContract {...part} /> : <ContractGround {...part} id={id} put={put} />;
}

function TypedContract(part: FormPart): ReactNode {
  const { form, change, wrong } = part;
  const w = useWords().orderForm;
  const put = useHead(part);
  const { contract_number: number, contract_signed_on: signed } = form.head;
  return (
    <>
      <Field label={w.fields.contract} name="contract_number" required error={wrong("contract_number")}><Input value={number} placeholder={w.placeholders.contract} onChange={(event) => put({ contract_number: event.target.value })} data-test="contract-number" /></Field>
      <div className="pairfields">
        <Field label={w.fields.signed} name="contract_signed_on" required error={wrong("contract_signed_on")}><DatePicker value={signed === null ? null : dayjs(signed)} placeholder="" format={DATES} onChange={(date) => put({ contract_signed_on: date === null ? null : date.format("YYYY-MM-DD") })} data-test="contract-signed" /></Field>
        <Field label={w.fields.contractAmount} name="contract_amount_fen" error={wrong("contract_amount_fen")}><Input className="num" value={form.contractAmount} placeholder={w.placeholders.amount} onBlur={() => { if (tidy(form.contractAmount) !== form.contractAmount) change({ contractAmount: tidy(form.contractAmount) }); }} onChange={(event) => change({ contractAmount: event.target.value })} data-test="contract-amount" /></Field>
      </div>
    </>
  );
}

function DateAndOwner(part: FormPart): ReactNode {
  const { form, wrong } = part;
  const { orderForm: w, names } = useWords();
  const put = useHead(part);
  const today = useToday();
  const language = useLanguage();
  const people = useAsk("person_list", {}).data ?? [];
  const { promised_on: promised, owner_id: owner } = form.head;
  const sellers = people.filter((one) => one.active || one.id === owner);
  return (
    <>
      <Field label={w.fields.promised} name="promised_on" required hint={promised === null ? "" : `${weekday(promised, language)} · ${w.hints.days(daysBetween(today, promised))}`} error={wrong("promised_on")}>
        <DatePicker value={promised === null ? null : dayjs(promised)} placeholder="" format={DATES} onChange={(date) => put({ promised_on: date === null ? null : date.format("YYYY-MM-DD") })} data-test="promised" />
      </Field>
      <Field label={w.fields.owner} name="owner_id" required error={wrong("owner_id", "owner")}>
        <Select showSearch={{ optionFilterProp: "label" }} value={owner} onChange={(owner_id) => put({ owner_id })} options={sellers.map((one) => ({ value: one.id, label: one.name, title: one.roles.map((role) => names.role[role]).join(" · ") }))} data-test="owner" />
      </Field>
    </>
  );
}

function DeliveryFields(part: FormPart): ReactNode {
  const { form, wrong } = part;
  const w = useWords().orderForm;
  const put = useHead(part);
  const { head } = form;
  return (
    <>
      <AddressField {...part} />
      <div className="pairfields">
        <Field label={w.fields.receiver} name="receiver" required error={wrong("receiver")}><Input value={head.receiver} onChange={(event) => put({ receiver: event.target.value })} data-test="receiver" /></Field>
        <Field label={w.fields.phone} name="receiver_phone" required error={wrong("receiver_phone")}><Input value={head.receiver_phone} onChange={(event) => put({ receiver_phone: event.target.value })} data-test="receiver-phone" /></Field>
      </div>
      <Field label={w.fields.customerNumber} name="customer_order_number" hint={w.hints.customerNumber} error={wrong("customer_order_number")}><Input value={head.customer_order_number} placeholder={w.placeholders.customerNumber} onChange={(event) => put({ customer_order_number: event.target.value })} data-test="customer-number" /></Field>
    </>
  );
}

function InvoiceFields({ computed, ...part }: FormPart & { computed: OrderComputed | undefined }): ReactNode {
  const { form, wrong } = part;
  const { orderForm: w, names } = useWords();
  const put = useHead(part);
  const { head } = form;
  return (
    <>
      <Field label={w.fields.invoice} name="invoice_kind"><Select value={head.invoice_kind} onChange={(invoice_kind) => put({ invoice_kind })} options={INVOICES.map((kind) => ({ value: kind, label: names.invoice[kind] }))} data-test="invoice-kind" /></Field>
      <Field label={w.fields.invoiceTitle} name="invoice_title" error={wrong("invoice_title")}><Input value={head.invoice_title} onChange={(event) => put({ invoice_title: event.target.value })} data-test="invoice-title" /></Field>
      <WaiverField waiver={form.waiver} onChange={(waiver) => part.change({ waiver })} computed={computed} error={wrong("waiver_fen")} />
      <Field label={w.fields.note} name="note" hint={w.hints.note} error={wrong("note")}><Input value={head.note} onChange={(event) => put({ note: event.target.value })} data-test="order-note" /></Field>
    </>
  );
}
