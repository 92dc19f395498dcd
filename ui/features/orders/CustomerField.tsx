/** Customer and contact: found while typing, created in place, and what follows from them filled in. */
import { Button, Select } from "antd";
import { Plus } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { useAsk, type Contact, type CustomerFound } from "../../bridge";
import { Field } from "../../parts";
import { useWords } from "../../words";
import { NewContact } from "../../parts/inplace/NewContact";
import { NewCustomer } from "../../parts/inplace/NewCustomer";
import type { FormPart } from "./FormHead";
import type { Form } from "./draft";

/** What choosing a customer fills in; what was typed already stays. */
function chosen(form: Form, customer: CustomerFound): Partial<Form> {
  const contact = customer.contacts.find((one) => one.main) ?? customer.contacts[0];
  const or = (typed: string, known: string): string => (typed.trim() === "" ? known : typed);
  const same = form.head.customer_id === customer.id;
  return {
    customerName: customer.short_name === "" ? customer.name : customer.short_name,
    contacts: customer.contacts,
    head: {
      ...form.head,
      customer_id: customer.id,
      contact_id: contact?.id ?? null,
      invoice_title: same ? form.head.invoice_title : customer.name,
      delivery_address: or(form.head.delivery_address, customer.address),
      receiver: or(form.head.receiver, contact?.name ?? ""),
      receiver_phone: or(form.head.receiver_phone, contact?.phone ?? ""),
      owner_id: form.head.owner_id ?? customer.owner_id,
    },
  };
}

/** The customer. */
export function CustomerField({ form, change, wrong }: FormPart): ReactNode {
  const w = useWords().orderForm;
  const [typed, setTyped] = useState("");
  const [text, setText] = useState("");
  const [creating, setCreating] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setText(typed), 150);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useAsk("customer_find", { text, limit: 8 }).data ?? [];
  const id = form.head.customer_id;
  const known = id === null || found.some((one) => one.id === id) ? [] : [{ value: id, label: form.customerName }];
  const options = [...found.map((one) => ({ value: one.id, label: one.name, region: one.region })), ...known];
  const choose = (next: number): void => {
    const customer = found.find((one) => one.id === next);
    if (customer !== undefined) change(chosen(form, customer));
  };
  const create = (menu: ReactNode): ReactNode => (
    <>
      {menu}
      <div className="hr" />
      <CreateButton says={w.newCustomer(typed)} onClick={() => setCreating(typed)} test="new-customer-here" />
    </>
  );
  return (
    <Field label={w.fields.customer} name="customer_id" required error={wrong("customer_id", "customer")}>
      <Select showSearch={{ filterOption: false, onSearch: setTyped }} value={id} placeholder={w.placeholders.customer} options={options} onChange={choose} popupRender={create} popupMatchSelectWidth={320} data-test="customer" optionRender={(option) => <span className="r gap8"><span className="g1 ell">{option.label}</span><span className="i3 s">{(option.data as { region?: string }).region}</span></span>} />
      {creating !== null && <NewCustomer name={creating} onClose={() => setCreating(null)} onDone={(customer) => { change(chosen(form, customer)); setCreating(null); }} />}
    </Field>
  );
}

/** The last line of what was found. */
function CreateButton({ says, onClick, test }: { says: string; onClick: () => void; test: string }): ReactNode {
  return <Button type="text" size="small" block className="leftbtn" icon={<Plus size={14} />} onMouseDown={(event) => event.preventDefault()} onClick={onClick} data-test={test}>{says}</Button>;
}

/** The contact at the customer's. */
export function ContactField({ form, change, wrong }: FormPart): ReactNode {
  const w = useWords().orderForm;
  const [typed, setTyped] = useState("");
  const [creating, setCreating] = useState<string | null>(null);
  const id = form.head.customer_id;
  const card = useAsk("customer_view", { id: id ?? 0 }, { enabled: id !== null && form.contacts.length === 0, keep: false }).data;
  const contacts: Contact[] = form.contacts.length > 0 ? form.contacts : (card?.contacts ?? []);
  const now = contacts.find((one) => one.id === form.head.contact_id);
  const put = (contact: Contact | undefined, all: Contact[]): void => {
    if (contact === undefined) return;
    change({ contacts: all, head: { ...form.head, contact_id: contact.id, receiver: form.head.receiver === "" ? contact.name : form.head.receiver, receiver_phone: form.head.receiver_phone === "" ? contact.phone : form.head.receiver_phone } });
  };
  const create = (menu: ReactNode): ReactNode => (
    <>
      {contacts.length > 0 && <>{menu}<div className="hr" /></>}
      <CreateButton says={w.newContact(typed)} onClick={() => setCreating(typed)} test="new-contact-here" />
    </>
  );
  const label = (one: Contact): string => [one.name, one.title].filter((part) => part !== "").join("　");
  const hint = now === undefined ? "" : now.email === "" ? <span className="wait">{w.hints.noEmail}</span> : now.email;
  return (
    <Field label={w.fields.contact} name="contact_id" required hint={hint} error={wrong("contact_id", "contact", "contact_name", "contact_email")}>
      <Select showSearch={{ optionFilterProp: "label", onSearch: setTyped }} value={form.head.contact_id} disabled={id === null} placeholder={id === null ? w.placeholders.contact : ""} onChange={(next: number) => put(contacts.find((one) => one.id === next), contacts)} options={contacts.map((one) => ({ value: one.id ?? 0, label: label(one) }))} popupRender={create} popupMatchSelectWidth={240} data-test="contact" />
      {creating !== null && id !== null && <NewContact customer={id} name={creating} onClose={() => setCreating(null)} onDone={(contact, all) => { put(contact, all); setCreating(null); }} />}
    </Field>
  );
}
