/** A customer created in place, with the first contact: what the letter needs, the rest can wait. */
import { Button, Input } from "antd";
import { useState, type ReactNode } from "react";
import { useAct, useAsk, type CustomerCard, type CustomerFound } from "../../bridge";
import { Dialog, FaultNote, Field, Note } from "..";
import { formErrors } from "../fieldErrors";
import { useLanguage, useWords } from "../../words";
import { contactOf } from "./inPlace";

interface Typed {
  name: string;
  contact: string;
  title: string;
  phone: string;
  email: string;
  address: string;
}

/** Fields of the request that have a box here. */
const BOXES = ["name", "address", "contacts.0.name", "contacts.0.title", "contacts.0.phone", "contacts.0.email"];

function cardOf(typed: Typed): CustomerCard {
  const contact = contactOf({ ...typed, name: typed.contact }, true);
  // A phone without a name is still a contact: the core asks for the name, and nothing typed is dropped.
  const blank = [contact.name, contact.title, contact.phone, contact.email].every((text) => text === "");
  return {
    id: null, version: null, code: "", name: typed.name.trim(), short_name: "", print_name: "", tax_number: "", invoice_title: typed.name.trim(), industry: "", province: "", city: "", district: "",
    address: typed.address.trim(), phone: "", bank_name: "", bank_account: "", owner_id: null, note: "", contacts: blank ? [] : [contact],
  };
}

/** The question. */
export function NewCustomer({ name, onClose, onDone }: { name: string; onClose: () => void; onDone: (customer: CustomerFound) => void }): ReactNode {
  const { orderForm: { customerDialog: w } } = useWords();
  const language = useLanguage();
  const [typed, setTyped] = useState<Typed>({ name, contact: "", title: "", phone: "", email: "", address: "" });
  const save = useAct("customer_save", (card) => onDone({ id: card.id ?? 0, name: card.name, short_name: card.short_name, region: card.city, address: card.address, owner_id: card.owner_id, contacts: card.contacts }));
  const similar = useAsk("customer_similar", { id: null, name: typed.name, phones: typed.phone === "" ? [] : [typed.phone] }, { enabled: typed.name.trim().length > 1 }).data ?? [];
  const said = formErrors(language, save.error, (field) => BOXES.includes(field));
  const box = (key: keyof Typed, label: string, field: string, hint?: string, first = false): ReactNode => (
    <Field label={label} name={`new_${key}`} hint={hint} error={said.at[field]}><Input autoFocus={first} value={typed[key]} status={said.at[field] === undefined ? "" : "error"} onChange={(event) => { save.reset(); setTyped({ ...typed, [key]: event.target.value }); }} data-test={`new-customer-${key}`} /></Field>
  );
  return (
    <Dialog title={w.title} onClose={onClose} onSubmit={() => save.mutate(cardOf(typed))} test="new-customer-dialog" width={520} acts={<Button type="primary" htmlType="submit" loading={save.isPending} data-test="new-customer-save">{w.save}</Button>}>
      <div className="c gap12">
        {box("name", w.name, "name", undefined, true)}
        {similar.slice(0, 2).map((one) => <Note key={one.id} family="wait">{w.similar(one.name, one.owner)}</Note>)}
        <div className="two">{box("contact", w.contact, "contacts.0.name")}{box("title", w.contactPosition, "contacts.0.title")}</div>
        <div className="two">{box("phone", w.phone, "contacts.0.phone")}{box("email", w.email, "contacts.0.email", w.emailHint)}</div>
        {box("address", w.address, "address")}
        {said.rest !== null && <FaultNote fault={said.rest} />}
      </div>
    </Dialog>
  );
}
