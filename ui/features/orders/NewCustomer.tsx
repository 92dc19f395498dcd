/** A customer created in place, with the first contact: what the letter needs, the rest can wait. */
import { Button, Input } from "antd";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, type CustomerCard, type CustomerFound } from "../../bridge";
import { Dialog, FaultNote, Field, Note } from "../../parts";
import { refusalWords, useLanguage, useWords } from "../../words";

interface Typed {
  name: string;
  contact: string;
  title: string;
  phone: string;
  email: string;
  address: string;
}

function cardOf(typed: Typed): CustomerCard {
  const contact = { id: null, name: typed.contact.trim(), title: typed.title.trim(), salutation: "", phone: typed.phone.trim(), wechat: "", email: typed.email.trim(), main: true };
  return {
    id: null, version: null, code: "", name: typed.name.trim(), short_name: "", print_name: "", tax_number: "", invoice_title: typed.name.trim(), industry: "", province: "", city: "", district: "",
    address: typed.address.trim(), phone: "", bank_name: "", bank_account: "", owner_id: null, note: "", contacts: contact.name === "" ? [] : [contact],
  };
}

/** The question. */
export function NewCustomer({ name, onClose, onDone }: { name: string; onClose: () => void; onDone: (customer: CustomerFound) => void }): ReactNode {
  const { orderForm: { customerDialog: w } } = useWords();
  const language = useLanguage();
  const [typed, setTyped] = useState<Typed>({ name, contact: "", title: "", phone: "", email: "", address: "" });
  const save = useAct("customer_save", (card) => onDone({ id: card.id ?? 0, name: card.name, short_name: card.short_name, region: card.city, address: card.address, owner_id: card.owner_id, contacts: card.contacts }));
  const similar = useAsk("customer_similar", { id: null, name: typed.name, phones: typed.phone === "" ? [] : [typed.phone] }, { enabled: typed.name.trim().length > 1 }).data ?? [];
  const fault = save.isError ? faultOf(save.error) : null;
  const wrong = (field: string): string | undefined => {
    const reason = fault?.kind === "Refused" ? fault.reasons.find((one) => "field" in one && (one.field === field || one.field.endsWith(`.${field}`))) : undefined;
    return reason === undefined ? undefined : refusalWords(language, reason);
  };
  const box = (key: keyof Typed, label: string, field: string, hint?: string, first = false): ReactNode => (
    <Field label={label} name={`new_${key}`} hint={hint} error={wrong(field)}><Input autoFocus={first} value={typed[key]} onChange={(event) => setTyped({ ...typed, [key]: event.target.value })} data-test={`new-customer-${key}`} /></Field>
  );
  return (
    <Dialog title={w.title} onClose={onClose} onSubmit={() => save.mutate(cardOf(typed))} test="new-customer-dialog" width={520} acts={<Button type="primary" htmlType="submit" loading={save.isPending} data-test="new-customer-save">{w.save}</Button>}>
      <div className="c gap12">
        {box("name", w.name, "name", undefined, true)}
        {similar.slice(0, 2).map((one) => <Note key={one.id} family="wait">{w.similar(one.name, one.owner)}</Note>)}
        <div className="two">{box("contact", w.contact, "contact_name")}{box("title", w.contactPosition, "title")}</div>
        <div className="two">{box("phone", w.phone, "phone")}{box("email", w.email, "email", w.emailHint)}</div>
        {box("address", w.address, "address")}
        {fault !== null && <FaultNote fault={fault} />}
      </div>
    </Dialog>
  );
}
