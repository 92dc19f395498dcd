/** The people at the customer's, as a small sheet: one row each, one of them the main one. */
import { Plus, X } from "lucide-react";
import { AutoComplete, Button, Input, Radio } from "antd";
import type { ReactNode } from "react";
import type { Contact } from "../../bridge";
import { Glyph } from "../../parts/Glyph";
import { looksLikeEmail, looksLikePhone } from "../../parts/reach";
import { tooLong } from "../../parts/fieldErrors";
import { useLanguage, useWords } from "../../words";
import { LONGEST_OF_CONTACT, emptyContact, withoutContact } from "./card";

interface ContactsProps {
  contacts: Contact[];
  onChange: (contacts: Contact[]) => void;
  errors: Record<string, string>;
}

type Text = "name" | "title" | "phone" | "wechat" | "email";
const COLUMNS: Text[] = ["title", "phone", "email", "wechat"];

/** The sheet of contacts. */
export function Contacts({ contacts, onChange, errors }: ContactsProps): ReactNode {
  const w = useWords().customers.contact;
  const change = (row: number, part: Partial<Contact>): void => onChange(contacts.map((one, index) => (index === row ? { ...one, ...part } : one)));
  const setMain = (row: number): void => onChange(contacts.map((one, index) => ({ ...one, main: index === row })));
  return (
    <div className="contacts" data-test="contacts">
      {contacts.length > 0 && (
        <div className="contactrow contacthead" aria-hidden="true">
          <span title={w.mainHint}>{w.main}</span><span>{w.name}</span><span>{w.salutation}</span>
          {COLUMNS.map((column) => <span key={column}>{w[column]}</span>)}
          <span />
        </div>
      )}
      {contacts.map((contact, row) => (
        <Row key={contact.id ?? `new-${row}`} contact={contact} row={row} errors={errors} onChange={(part) => change(row, part)} onMain={() => setMain(row)} onRemove={() => onChange(withoutContact(contacts, row))} />
      ))}
      <div className="contactadd">
        <Button size="small" type="text" icon={<Plus size={14} strokeWidth={1.6} />} onClick={() => onChange([...contacts, emptyContact(contacts.length === 0)])} data-test="contact-add">{w.add}</Button>
        {contacts.length === 0 && <span className="i3 s">{w.none}</span>}
      </div>
    </div>
  );
}

interface RowProps {
  contact: Contact;
  row: number;
  errors: Record<string, string>;
  onChange: (part: Partial<Contact>) => void;
  onMain: () => void;
  onRemove: () => void;
}

function Row({ contact, row, errors, onChange, onMain, onRemove }: RowProps): ReactNode {
  const words = useWords().customers;
  const w = words.contact;
  const language = useLanguage();
  const wrong: Partial<Record<Text, string>> = {
    ...(looksLikePhone(contact.phone) ? {} : { phone: w.badPhone }),
    ...(looksLikeEmail(contact.email) ? {} : { email: w.badEmail }),
  };
  const cell = (field: Text): ReactNode => {
    const error = errors[`contacts.${row}.${field}`] ?? wrong[field] ?? tooLong(language, field === "name" ? "contact_name" : field, contact[field], LONGEST_OF_CONTACT[field]);
    return (
      <div key={field} className={`contactcell${error === undefined ? "" : " wrong"}`} data-field={`contacts.${row}.${field}`}>
        <Input variant="borderless" value={contact[field]} aria-label={w[field]} onChange={(event) => onChange({ [field]: event.target.value })} data-test={`contact-${field}`} />
        {error !== undefined && <span className="cellerror" role="alert"><Glyph shape="late" size={11} />{error}</span>}
      </div>
    );
  };
  return (
    <div className="contactrow" data-test="contact-row">
      <span className="contactmain"><Radio checked={contact.main} onChange={onMain} aria-label={w.mainHint} data-test="contact-main" /></span>
      {cell("name")}
      <div className="contactcell">
        <AutoComplete variant="borderless" value={contact.salutation} options={words.salutations.map((value) => ({ value }))} onChange={(salutation: string) => onChange({ salutation: salutation ?? "" })} aria-label={w.salutation} />
      </div>
      {COLUMNS.map(cell)}
      <button type="button" className="iconbtn small" aria-label={w.remove(contact.name)} onClick={onRemove} data-test="contact-remove"><X size={14} strokeWidth={1.6} /></button>
    </div>
  );
}
