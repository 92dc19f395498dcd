/** Where the order goes: the places from the list and the street, kept as the one line that papers print. */
import { Input } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { Field } from "../../parts";
import { Region, useAreas } from "../../parts/Region";
import { joinAddress, splitAddress, type Split } from "../../parts/areas";
import { tooLong } from "../../parts/fieldErrors";
import { useLanguage, useWords } from "../../words";
import type { FormPart } from "./FormHead";

/** The two boxes. An address that begins with no known place, abroad for one, stands in the second. */
export function AddressField({ form, change, wrong }: FormPart): ReactNode {
  const w = useWords().orderForm;
  const areas = useAreas();
  const language = useLanguage();
  const address = form.head.delivery_address;
  const [split, setSplit] = useState<Split>({ path: [], rest: address });
  const error = wrong("delivery_address") ?? tooLong(language, "delivery_address", address, 300);
  const show = (next: Split): void => {
    setSplit(next);
    const joined = joinAddress(next);
    if (joined !== address) change({ head: { ...form.head, delivery_address: joined } });
  };
  useEffect(() => {
    if (areas !== undefined) setSplit((now) => (now.path.length > 0 ? now : splitAddress(areas, joinAddress(now))));
  }, [areas]);
  // An address that came from elsewhere, such as the customer's, is taken apart; what is being typed stays where it is typed.
  const shown = joinAddress(split) === address ? split : areas === undefined ? { path: [], rest: address } : splitAddress(areas, address);
  const leave = (): void => {
    if (areas !== undefined && shown.path.length === 0) setSplit(splitAddress(areas, address));
  };
  return (
    <Field label={w.fields.address} name="delivery_address" required error={error} className="span2">
      <div className="addresspair">
        <Region areas={areas} value={shown.path} onChange={(path) => show({ path, rest: shown.rest })} wrong={error !== undefined} test="delivery-region" />
        <Input value={shown.rest} placeholder={w.placeholders.address} onBlur={leave} onChange={(event) => show({ path: shown.path, rest: event.target.value })} data-test="delivery-address" />
      </div>
    </Field>
  );
}
