/** The boxes of a customer's card, in groups. */
import { Input, Select } from "antd";
import { useState, type ReactNode } from "react";
import { useAsk, type CustomerCard } from "../../bridge";
import { LONGEST, type TextField } from "./card";
import { knownPath } from "../../parts/areas";
import { Field } from "../../parts/Field";
import { Region, useAreas } from "../../parts/Region";
import { TaxNumberField } from "../../parts/TaxNumberField";
import { tooLong } from "../../parts/fieldErrors";
import { useLanguage, useWords } from "../../words";

interface GroupProps {
  card: CustomerCard;
  set: (part: Partial<CustomerCard>) => void;
  errors: Record<string, string>;
}

interface BoxProps extends GroupProps {
  field: TextField;
  wide?: "two" | "three" | "all";
  required?: boolean;
  focus?: boolean;
  placeholder?: string;
  /** Takes the place of the field's own hint. */
  hint?: ReactNode;
}

function Box({ card, set, errors, field, wide, required, focus, placeholder, hint: own }: BoxProps): ReactNode {
  const w = useWords().customers;
  const language = useLanguage();
  const hint = own ?? (w.hints as Partial<Record<TextField, string>>)[field];
  const error = errors[field] ?? tooLong(language, field, card[field], LONGEST[field]);
  return (
    <Field label={w.fields[field]} name={field} hint={hint} error={error} {...(required === true ? { required } : {})} className={`col-${wide ?? "one"}`}>
      <Input
        value={card[field]} status={error === undefined ? "" : "error"} autoFocus={focus ?? false}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(event) => set({ [field]: event.target.value })} data-test={field}
      />
    </Field>
  );
}

/** Who the customer is and who looks after it. */
export function HeadFields(props: GroupProps): ReactNode {
  const w = useWords().customers;
  const people = useAsk("person_list", {}).data ?? [];
  const { card, set, errors } = props;
  const choices = people.filter((person) => person.active || person.id === card.owner_id);
  return (
    <div className="fields">
      <Box {...props} field="name" wide="two" required focus={card.id === null} />
      <Box {...props} field="short_name" />
      <Field label={w.fields.owner} name="owner_id" error={errors["owner_id"]} className="col-one">
        <Select
          value={choices.some((one) => one.id === card.owner_id) ? card.owner_id : null} allowClear placeholder={w.noOwner} showSearch={{ optionFilterProp: "label" }} data-test="owner_id"
          options={choices.map((person) => ({ value: person.id, label: person.name }))}
          onChange={(owner) => set({ owner_id: owner ?? null })}
        />
      </Field>
      <Box {...props} field="industry" />
      <Box {...props} field="phone" />
      <Box {...props} field="code" />
      <Box {...props} field="print_name" />
    </div>
  );
}

/** 省 市 区 and the street. Places that are not on the list, abroad for one, are typed. */
export function PlaceFields(props: GroupProps): ReactNode {
  const w = useWords().customers;
  const { card, set, errors } = props;
  const areas = useAreas();
  const path = [card.province, card.city, card.district];
  const filled = path.slice(0, path.findLastIndex((name) => name !== "") + 1);
  const [typed, setTyped] = useState(false);
  const strange = areas !== undefined && !knownPath(areas, filled);
  if (typed || strange) {
    const fromList = strange ? undefined : <button type="button" className="linkbtn" onClick={() => setTyped(false)} data-test="region-list">{w.region.fromList}</button>;
    return (
      <div className="fields placefields">
        <Box {...props} field="province" hint={fromList} />
        <Box {...props} field="city" />
        <Box {...props} field="district" />
        <Box {...props} field="address" wide="three" />
      </div>
    );
  }
  const error = errors["province"] ?? errors["city"] ?? errors["district"];
  const byHand = <button type="button" className="linkbtn" onClick={() => setTyped(true)} data-test="region-type">{w.region.byHand}</button>;
  return (
    <div className="fields placefields">
      <Field label={w.region.label} name="province" hint={byHand} error={error} className="col-two">
        <Region areas={areas} value={filled} wrong={error !== undefined} onChange={([province = "", city = "", district = ""]) => set({ province, city, district })} test="region" />
      </Field>
      <Box {...props} field="address" wide="two" />
    </div>
  );
}

/** What an invoice and a payment need. */
export function InvoiceFields(props: GroupProps): ReactNode {
  const { card, set, errors } = props;
  return (
    <div className="fields">
      <Box {...props} field="invoice_title" wide="two" placeholder={card.name} />
      <div className="col-two"><TaxNumberField value={card.tax_number} onChange={(tax_number) => set({ tax_number })} error={errors["tax_number"]} /></div>
      <Box {...props} field="bank_name" wide="two" />
      <Box {...props} field="bank_account" wide="two" />
    </div>
  );
}

/** The inside note. */
export function NoteField({ card, set, errors }: GroupProps): ReactNode {
  const w = useWords().customers;
  return (
    <Field label={w.fields.note} name="note" hint={w.hints.note} error={errors["note"]}>
      <Input.TextArea rows={3} value={card.note} onChange={(event) => set({ note: event.target.value })} data-test="note" />
    </Field>
  );
}
