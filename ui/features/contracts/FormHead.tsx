/** The head of the contract form: kind, parties, terms, delivery, and what a framework says beside. */
import { DatePicker, Input, Select } from "antd";
import dayjs from "dayjs";
import type { ReactNode } from "react";
import { useAsk, type ContractComputed } from "../../bridge";
import { Field } from "../../parts";
import { CustomerSelect } from "../../parts/inplace/CustomerSelect";
import { readScaled } from "../../parts/paste";
import { TermsField } from "../../parts/terms/TermsField";
import { WaiverField, tidy } from "../../parts/terms/WaiverField";
import { useWords } from "../../words";
import { amount } from "../../words/figures";
import type { TypedContract } from "./form";
import { KINDS } from "./listing";

const DATES = ["YYYY-MM-DD", "YYYY/MM/DD", "YYYY.MM.DD", "YYYYMMDD"];

interface HeadProps {
  typed: TypedContract;
  set: (part: Partial<TypedContract>) => void;
  computed: ContractComputed | undefined;
  error: (field: string) => string | undefined;
}

/** The fields. */
export function FormHead({ typed, set, computed, error }: HeadProps): ReactNode {
  const w = useWords().contracts.form;
  const frame = typed.kind === "Framework";
  return (
    <div className="formgrid">
      <Parties typed={typed} set={set} error={error} />
      <TermsField terms={typed.terms} put={(terms) => set({ terms })} computed={computed?.computed} error={error("terms")} />
      {frame && <Frame typed={typed} set={set} error={error} />}
      <Field label={w.fields.delivery_period} name="delivery_period" hint={w.hints.delivery_period} error={error("delivery_period")}><Input value={typed.period} onChange={(event) => set({ period: event.target.value })} data-test="contract-period" /></Field>
      <DayField name="promised_on" hint={w.hints.promised_on} day={typed.promisedOn} onChange={(promisedOn) => set({ promisedOn })} error={error("promised_on")} test="contract-promised" />
      <Field label={w.fields.delivery_address} name="delivery_address" required={!frame} error={error("delivery_address")} className="span2"><Input value={typed.address} onChange={(event) => set({ address: event.target.value })} data-test="contract-address" /></Field>
      <WaiverField waiver={typed.waiver} onChange={(waiver) => set({ waiver })} computed={computed?.computed} error={error("waiver_fen")} />
      <Field label={w.fields.note} name="note" hint={w.hints.note} error={error("note")}><Input value={typed.note} onChange={(event) => set({ note: event.target.value })} data-test="contract-note" /></Field>
      {((computed?.differences.length ?? 0) > 0 || typed.reason !== "") && (
        <Field label={w.fields.difference_reason} name="difference_reason" required error={error("difference_reason")} className="span2"><Input.TextArea rows={2} value={typed.reason} onChange={(event) => set({ reason: event.target.value })} data-test="contract-reason" /></Field>
      )}
    </div>
  );
}

function Parties({ typed, set, error }: Omit<HeadProps, "computed">): ReactNode {
  const { contracts: { form: w, names } } = useWords();
  const people = (useAsk("person_list", {}).data ?? []).filter((one) => one.active || one.id === typed.ownerId);
  const customer = useAsk("customer_view", { id: typed.customerId ?? 0 }, { enabled: typed.customerId !== null, keep: false }).data;
  const contacts = (customer?.contacts ?? []).map((one) => ({ value: one.id ?? 0, label: [one.name, one.title].filter((part) => part !== "").join("　") }));
  return (
    <>
      <Field label={w.fields.kind} name="kind"><Select value={typed.kind} onChange={(kind) => set({ kind })} options={KINDS.map((value) => ({ value, label: names.kinds[value] }))} data-test="contract-kind" /></Field>
      <Field label={w.fields.customer_id} name="customer_id" required error={error("customer_id")}>
        <CustomerSelect value={typed.customerId} name={typed.customerName} onChoose={(one) => set({ customerId: one.id, customerName: one.name, contactId: (one.contacts.find((contact) => contact.main) ?? one.contacts[0])?.id ?? null, address: typed.address === "" ? one.address : typed.address })} test="contract-customer" />
      </Field>
      <Field label={w.fields.contact_id} name="contact_id" error={error("contact_id")}><Select allowClear value={typed.contactId} disabled={typed.customerId === null} onChange={(contactId?: number) => set({ contactId: contactId ?? null })} options={contacts} data-test="contract-contact" /></Field>
      <Field label={w.fields.owner_id} name="owner_id" required error={error("owner_id")}><Select showSearch={{ optionFilterProp: "label" }} value={typed.ownerId} onChange={(ownerId: number) => set({ ownerId })} options={people.map((one) => ({ value: one.id, label: one.name }))} data-test="contract-owner" /></Field>
      {typed.kind !== "Framework" && <Field label={w.fields.customer_order_number} name="customer_order_number" required={typed.kind === "PurchaseOrder"} hint={w.hints.customer_order_number} error={error("customer_order_number")}><Input value={typed.customerOrder} onChange={(event) => set({ customerOrder: event.target.value })} data-test="contract-customer-order" /></Field>}
    </>
  );
}

function Frame({ typed, set, error }: Omit<HeadProps, "computed">): ReactNode {
  const w = useWords().contracts.form;
  const wrong = typed.limit.trim() !== "" && readScaled(typed.limit, 2) === null ? w.badAmount : error("limit_fen");
  return (
    <>
      <Field label={w.fields.limit_fen} name="limit_fen" required hint={w.hints.limit_fen} error={wrong}><Input className="num" inputMode="decimal" placeholder={amount(0)} value={typed.limit} onBlur={() => { if (tidy(typed.limit) !== typed.limit) set({ limit: tidy(typed.limit) }); }} onChange={(event) => set({ limit: event.target.value })} data-test="contract-limit" /></Field>
      <DayField name="valid_until" required day={typed.validUntil} onChange={(validUntil) => set({ validUntil })} error={error("valid_until")} test="contract-valid" />
    </>
  );
}

interface DayProps {
  name: "promised_on" | "valid_until";
  day: string | null;
  onChange: (day: string | null) => void;
  required?: boolean;
  hint?: string;
  error: string | undefined;
  test: string;
}

function DayField({ name, day, onChange, required, hint, error, test }: DayProps): ReactNode {
  const w = useWords().contracts.form.fields;
  return (
    <Field label={w[name]} name={name} required={required === true} hint={hint ?? ""} error={error}>
      <DatePicker value={day === null ? null : dayjs(day)} placeholder="" format={DATES} onChange={(date) => onChange(date === null ? null : date.format("YYYY-MM-DD"))} data-test={test} />
    </Field>
  );
}
