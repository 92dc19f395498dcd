/** A customer, found while typing and created in place. */
import { Button, Select } from "antd";
import { Plus } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { useAsk, type CustomerFound } from "../../bridge";
import { useWords } from "../../words";
import { NewCustomer } from "./NewCustomer";

interface SelectProps {
  value: number | null;
  /** What the chosen one is called, while it is not among what was found. */
  name: string;
  onChoose: (customer: CustomerFound) => void;
  autoFocus?: boolean;
  test: string;
}

/** The box. */
export function CustomerSelect({ value, name, onChoose, autoFocus, test }: SelectProps): ReactNode {
  const w = useWords().opportunities;
  const [typed, setTyped] = useState("");
  const [text, setText] = useState("");
  const [creating, setCreating] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setText(typed), 150);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useAsk("customer_find", { text, limit: 8 }).data ?? [];
  const known = value === null || found.some((one) => one.id === value) ? [] : [{ value, label: name }];
  const choose = (id: number): void => {
    const customer = found.find((one) => one.id === id);
    if (customer !== undefined) onChoose(customer);
  };
  const create = (menu: ReactNode): ReactNode => (
    <>
      {menu}
      <div className="hr" />
      <Button type="text" size="small" block className="leftbtn" icon={<Plus size={14} />} onMouseDown={(event) => event.preventDefault()} onClick={() => setCreating(typed)} data-test={`${test}-create`}>{w.newCustomer(typed)}</Button>
    </>
  );
  return (
    <>
      <Select autoFocus={autoFocus === true} showSearch={{ filterOption: false, onSearch: setTyped }} value={value} placeholder={w.placeholderCustomer} options={[...found.map((one) => ({ value: one.id, label: one.name })), ...known]} onChange={choose} popupRender={create} popupMatchSelectWidth={320} data-test={test} />
      {creating !== null && <NewCustomer name={creating} onClose={() => setCreating(null)} onDone={(customer) => { onChoose(customer); setCreating(null); }} />}
    </>
  );
}
