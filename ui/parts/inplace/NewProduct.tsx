/** A product created in place from a row of the sheet, with what the row says already. */
import { AutoComplete, Button, Checkbox, Input, Segmented } from "antd";
import { useState, type ReactNode } from "react";
import { useAct, useAsk, type ProductCard, type ProductKind } from "../../bridge";
import { Dialog, FaultNote, Field } from "..";
import { formErrors } from "../fieldErrors";
import { RATES, UNITS, offered } from "../usual";
import { useLanguage, useWords } from "../../words";
import { productOf, unreadable, type TypedProduct } from "./inPlace";

/** Fields of the request that have a box here. */
const BOXES = ["name", "spec", "unit", "category", "price_micro", "tax_rate"];

/** The question. */
export function NewProduct({ first, onClose, onDone }: { first: TypedProduct; onClose: () => void; onDone: (product: ProductCard) => void }): ReactNode {
  const { products: w, orderForm } = useWords();
  const language = useLanguage();
  const [typed, setTyped] = useState(first);
  const save = useAct("product_save", onDone);
  const unread = unreadable(typed);
  const said = formErrors(language, save.error, (field) => BOXES.includes(field));
  const says = { price_micro: w.priceBad(typed.price), tax_rate: w.taxBad };
  const errors = { ...said.at, ...Object.fromEntries(unread.map((field) => [field, says[field]])) };
  const submit = (): void => {
    if (unread.length === 0 && !save.isPending) save.mutate(productOf(typed));
  };
  const put = (part: Partial<TypedProduct>): void => { save.reset(); setTyped({ ...typed, ...part }); };
  return (
    <Dialog title={w.create} onClose={onClose} onSubmit={submit} test="new-product-dialog" width={520} acts={<Button type="primary" htmlType="submit" loading={save.isPending} data-test="new-product-save">{orderForm.productDialog.save}</Button>}>
      <div className="c gap12">
        <Boxes typed={typed} put={put} errors={errors} />
        {said.rest !== null && <FaultNote fault={said.rest} />}
      </div>
    </Dialog>
  );
}

function Boxes({ typed, put, errors }: { typed: TypedProduct; put: (part: Partial<TypedProduct>) => void; errors: Record<string, string> }): ReactNode {
  const w = useWords().products;
  const known = useAsk("product_find", { text: "", limit: 100 }).data ?? [];
  const categories = [...new Set(known.map((one) => one.category))].filter((name) => name !== "" && name.includes(typed.category.trim()));
  const status = (field: string): "" | "error" => (errors[field] === undefined ? "" : "error");
  return (
    <>
      <Field label={w.fields.name} name="new_product_name" required error={errors["name"]}><Input value={typed.name} status={status("name")} onChange={(event) => put({ name: event.target.value })} data-test="new-product-name" /></Field>
      <Field label={w.fields.spec} name="new_product_spec" error={errors["spec"]}><Input autoFocus value={typed.spec} status={status("spec")} onChange={(event) => put({ spec: event.target.value })} data-test="new-product-spec" /></Field>
      <div className="two">
        <Field label={w.fields.unit} name="new_product_unit" required error={errors["unit"]}><AutoComplete value={typed.unit} status={status("unit")} options={offered(UNITS)} onChange={(unit: string) => put({ unit: unit ?? "" })} data-test="new-product-unit" /></Field>
        <Field label={w.fields.category} name="new_product_category" hint={w.hints.category} error={errors["category"]}><AutoComplete value={typed.category} status={status("category")} options={offered(categories)} onChange={(category: string) => put({ category: category ?? "" })} data-test="new-product-category" /></Field>
      </div>
      <div className="two">
        <Field label={w.fields.price} name="new_product_price" hint={w.hints.price} error={errors["price_micro"]}><Input value={typed.price} className="digits" inputMode="decimal" status={status("price_micro")} onChange={(event) => put({ price: event.target.value })} data-test="new-product-price" /></Field>
        <Field label={w.fields.tax_rate} name="new_product_tax" error={errors["tax_rate"]}><AutoComplete value={typed.tax} status={status("tax_rate")} options={offered(RATES)} onChange={(tax: string) => put({ tax: tax ?? "" })} data-test="new-product-tax"><Input suffix="%" /></AutoComplete></Field>
      </div>
      <div className="two">
        <Field label={w.fields.kind} name="new_product_kind" hint={w.hints.kind}><Segmented<ProductKind> value={typed.kind} options={[{ value: "Goods", label: w.kinds.Goods }, { value: "Service", label: w.kinds.Service }]} onChange={(kind) => put({ kind })} data-test="new-product-kind" /></Field>
        <Field label={w.customised} name="new_product_customised"><div className="stated"><Checkbox checked={typed.customised} onChange={(event) => put({ customised: event.target.checked })} data-test="new-product-customised">{w.fields.customised}</Checkbox></div></Field>
      </div>
    </>
  );
}
