/** The boxes of a lead's card, in groups. */
import { AutoComplete, Input, Select } from "antd";
import { useState, type ReactNode } from "react";
import { useAsk, type LeadCard } from "../../bridge";
import { knownPath } from "../../parts/areas";
import { Field } from "../../parts/Field";
import { Region, useAreas } from "../../parts/Region";
import { tooLong } from "../../parts/fieldErrors";
import { Moment } from "../../parts/lead/FollowUp";
import { useLanguage, useWords } from "../../words";
import { LONGEST, type TextField } from "./card";
import { SOURCES } from "./listing";

interface GroupProps {
  card: LeadCard;
  set: (part: Partial<LeadCard>) => void;
  errors: Record<string, string>;
}

interface BoxProps extends GroupProps {
  field: TextField;
  wide?: "two";
  required?: boolean;
  focus?: boolean;
  hint?: ReactNode;
}

function Box({ card, set, errors, field, wide, required, focus, hint }: BoxProps): ReactNode {
  const w = useWords().leads;
  const language = useLanguage();
  const error = errors[field] ?? tooLong(language, field, card[field], LONGEST[field]);
  return (
    <Field label={w.fields[field]} name={field} hint={hint ?? (w.hints as Partial<Record<TextField, string>>)[field]} error={error} {...(required === true ? { required } : {})} className={`col-${wide ?? "one"}`}>
      <Input value={card[field]} status={error === undefined ? "" : "error"} autoFocus={focus ?? false} onChange={(event) => set({ [field]: event.target.value })} data-test={field} />
    </Field>
  );
}

/** The company and the person in it. */
export function WhoFields(props: GroupProps): ReactNode {
  return (
    <div className="fields">
      <Box {...props} field="customer" wide="two" focus={props.card.id === null} />
      <Box {...props} field="contact" />
      <Box {...props} field="title" />
    </div>
  );
}

/** Phone, WeChat, mail: one at least. */
export function ReachFields(props: GroupProps): ReactNode {
  const w = useWords().leads;
  return (
    <div className="fields">
      <Box {...props} field="phone" hint={w.hints.reach} />
      <Box {...props} field="wechat" />
      <Box {...props} field="email" wide="two" />
    </div>
  );
}

/** The need in their words. */
export function NeedField({ card, set, errors }: GroupProps): ReactNode {
  const w = useWords().leads.fields;
  const language = useLanguage();
  return (
    <Field label={w.need} name="need" error={errors["need"] ?? tooLong(language, "need", card.need, LONGEST.need)}>
      <Input.TextArea rows={4} value={card.need} onChange={(event) => set({ need: event.target.value })} data-test="need" />
    </Field>
  );
}

/** Where it came from and when, which trade and which place. */
export function SourceFields(props: GroupProps): ReactNode {
  const w = useWords().leads;
  const { card, set, errors } = props;
  const industries = useAsk("list_values", { of: "LeadIndustry" }).data ?? [];
  const language = useLanguage();
  return (
    <div className="fields">
      <Field label={w.fields.source} name="source" className="col-one">
        <Select value={card.source} onChange={(source: LeadCard["source"]) => set({ source })} options={SOURCES.map((value) => ({ value, label: w.names.sources[value] }))} data-test="source" />
      </Field>
      <Box {...props} field="source_note" />
      <Field label={w.fields.received_at} name="received_at" hint={w.hints.received_at} error={errors["received_at"]} className="col-one">
        <Moment value={card.received_at} onChange={(received_at) => set({ received_at })} placeholder={w.follow.now} test="received_at" />
      </Field>
      <Field label={w.fields.industry} name="industry" error={errors["industry"] ?? tooLong(language, "industry", card.industry, LONGEST.industry)} className="col-one">
        <AutoComplete value={card.industry} options={industries.filter((one) => one.includes(card.industry.trim())).map((value) => ({ value }))} onChange={(industry: string) => set({ industry: industry ?? "" })} data-test="industry" />
      </Field>
      <PlaceFields {...props} />
    </div>
  );
}

/** 省 市 区; places that are not on the list are typed. */
function PlaceFields(props: GroupProps): ReactNode {
  const { customers, leads: w } = useWords();
  const { card, set, errors } = props;
  const areas = useAreas();
  const path = [card.province, card.city, card.district];
  const filled = path.slice(0, path.findLastIndex((name) => name !== "") + 1);
  const [typed, setTyped] = useState(false);
  const strange = areas !== undefined && !knownPath(areas, filled);
  const words = customers.region;
  if (typed || strange) {
    const fromList = strange ? undefined : <button type="button" className="linkbtn" onClick={() => setTyped(false)} data-test="region-list">{words.fromList}</button>;
    return <><Box {...props} field="province" hint={fromList} /><Box {...props} field="city" /><Box {...props} field="district" /></>;
  }
  const error = errors["province"] ?? errors["city"] ?? errors["district"];
  const byHand = <button type="button" className="linkbtn" onClick={() => setTyped(true)} data-test="region-type">{words.byHand}</button>;
  return (
    <Field label={w.fields.region} name="province" hint={byHand} error={error} className="col-two">
      <Region areas={areas} value={filled} wrong={error !== undefined} onChange={([province = "", city = "", district = ""]) => set({ province, city, district })} test="region" />
    </Field>
  );
}
