/** The head of the form: to whom, whose, until when, on what terms, and why without a list of needs. */
import { Input, Select } from "antd";
import type { ReactNode } from "react";
import { useAsk, type QuotationComputed } from "../../bridge";
import { Field, useToday } from "../../parts";
import { readDate } from "../../parts/paste";
import { TermsField } from "../../parts/terms/TermsField";
import { WaiverField } from "../../parts/terms/WaiverField";
import { useWords } from "../../words";
import type { TypedQuotation } from "./draft";

interface HeadProps {
  typed: TypedQuotation;
  set: (part: Partial<TypedQuotation>) => void;
  customerId: number;
  needed: boolean;
  computed: QuotationComputed | undefined;
  error: (field: string) => string | undefined;
}

/** The fields. */
export function FormHead({ typed, set, customerId, needed, computed, error }: HeadProps): ReactNode {
  const w = useWords().quotations.form;
  const today = useToday();
  const customer = useAsk("customer_view", { id: customerId }, { enabled: customerId > 0, keep: false }).data;
  const people = (useAsk("person_list", {}).data ?? []).filter((one) => one.active || one.id === typed.ownerId);
  const contacts = (customer?.contacts ?? []).map((one) => ({ value: one.id ?? 0, label: [one.name, one.title].filter((part) => part !== "").join("　") }));
  const unread = typed.validUntil.trim() !== "" && readDate(typed.validUntil, today) === null;
  const until = error("valid_until") ?? (unread ? w.badDate : undefined);
  return (
    <div className="formgrid">
      <Field label={w.contact} name="contact_id" error={error("contact_id")}><Select allowClear showSearch={{ optionFilterProp: "label" }} value={typed.contactId} placeholder={w.noContact} onChange={(contactId?: number) => set({ contactId: contactId ?? null })} options={contacts} data-test="contact" /></Field>
      <Field label={w.owner} name="owner_id" error={error("owner_id")}><Select allowClear showSearch={{ optionFilterProp: "label" }} value={typed.ownerId} onChange={(ownerId?: number) => set({ ownerId: ownerId ?? null })} options={people.map((one) => ({ value: one.id, label: one.name }))} data-test="owner" /></Field>
      <Field label={w.valid} name="valid_until" required hint={w.validHint} error={until}><Input value={typed.validUntil} placeholder="2026-11-30" onBlur={() => { const day = readDate(typed.validUntil, today); if (day !== null && day !== typed.validUntil) set({ validUntil: day }); }} onChange={(event) => set({ validUntil: event.target.value })} data-test="valid-until" /></Field>
      <Field label={w.delivery} name="delivery_period" required hint={w.deliveryHint} error={error("delivery_period")}><Input value={typed.delivery} onChange={(event) => set({ delivery: event.target.value })} data-test="delivery" /></Field>
      <TermsField terms={typed.terms} put={(terms) => set({ terms })} computed={computed?.amounts} error={error("terms")} />
      <Field label={w.service} name="service" error={error("service")}><Input value={typed.service} onChange={(event) => set({ service: event.target.value })} data-test="service" /></Field>
      <WaiverField waiver={typed.waiver} onChange={(waiver) => set({ waiver })} computed={computed?.amounts} error={error("waiver_fen")} />
      {(needed || typed.noNeeds !== "") && <Field label={w.noNeeds} name="no_requirement_reason" required={needed} hint={w.noNeedsHint} className="span2" error={error("no_requirement_reason")}><Input value={typed.noNeeds} onChange={(event) => set({ noNeeds: event.target.value })} data-test="no-needs" /></Field>}
      <Field label={w.note} name="note" hint={w.noteHint} className="span2" error={error("note")}><Input.TextArea rows={2} value={typed.note} onChange={(event) => set({ note: event.target.value })} data-test="note" /></Field>
    </div>
  );
}
