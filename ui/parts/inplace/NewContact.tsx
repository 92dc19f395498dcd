/** A contact created in place at the customer that is chosen already. */
import { Button, Input } from "antd";
import { useState, type ReactNode } from "react";
import { useAct, useAsk, type Contact, type CustomerCard } from "../../bridge";
import { Answer, Dialog, FaultNote, Field } from "..";
import { formErrors } from "../fieldErrors";
import { useLanguage, useWords } from "../../words";
import { added, withContact, type TypedContact } from "./inPlace";

interface ContactProps {
  customer: number;
  /** What was typed while searching. */
  name: string;
  onClose: () => void;
  /** The contact, and all contacts the customer has now. */
  onDone: (contact: Contact, contacts: Contact[]) => void;
}

/** The question. */
export function NewContact({ customer, name, onClose, onDone }: ContactProps): ReactNode {
  const { orderForm: { contactDialog: w } } = useWords();
  const [typed, setTyped] = useState<TypedContact>({ name, title: "", phone: "", email: "" });
  const asked = useAsk("customer_view", { id: customer }, { keep: false });
  const before = asked.data?.contacts ?? [];
  const save = useAct("customer_save", (card) => {
    const contact = added(before, card.contacts);
    if (contact !== undefined) onDone(contact, card.contacts);
  });
  const submit = (): void => {
    if (asked.data !== undefined && !save.isPending) save.mutate(withContact(asked.data, typed));
  };
  const reload = (): void => { save.reset(); void asked.refetch(); };
  const acts = <Button type="primary" htmlType="submit" loading={save.isPending} disabled={asked.data === undefined} data-test="new-contact-save">{w.save}</Button>;
  return (
    <Dialog title={w.title} onClose={onClose} onSubmit={submit} test="new-contact-dialog" acts={acts}>
      <Answer of={asked}>{(card) => <Boxes card={card} typed={typed} error={save.error} onType={(part) => { save.reset(); setTyped({ ...typed, ...part }); }} onReload={reload} />}</Answer>
    </Dialog>
  );
}

interface BoxesProps {
  card: CustomerCard;
  typed: TypedContact;
  error: unknown;
  onType: (part: Partial<TypedContact>) => void;
  onReload: () => void;
}

function Boxes({ card, typed, error, onType, onReload }: BoxesProps): ReactNode {
  const { orderForm: { contactDialog: w } } = useWords();
  const language = useLanguage();
  const at = `contacts.${card.contacts.length}.`;
  const said = formErrors(language, error, (field) => field.startsWith(at));
  const box = (key: keyof TypedContact, label: string, hint = "", first = false): ReactNode => (
    <Field label={label} name={`new_contact_${key}`} required={key === "name"} hint={hint} error={said.at[`${at}${key}`]}>
      <Input autoFocus={first} value={typed[key]} status={said.at[`${at}${key}`] === undefined ? "" : "error"} onChange={(event) => onType({ [key]: event.target.value })} data-test={`new-contact-${key}`} />
    </Field>
  );
  return (
    <div className="c gap12">
      <div className="s i2 ell">{w.at(card.name)}</div>
      <div className="two">{box("name", w.name, "", true)}{box("title", w.position)}</div>
      <div className="two">{box("phone", w.phone)}{box("email", w.email, w.emailHint)}</div>
      {said.rest !== null && <FaultNote fault={said.rest} onReload={onReload} />}
    </div>
  );
}
