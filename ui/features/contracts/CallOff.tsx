/** An order is called off from a framework: the customer's purchase order and its date, from which the limit runs. */
import { Button, DatePicker, Input } from "antd";
import dayjs from "dayjs";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, type ContractView } from "../../bridge";
import { Dialog, FaultNote, Field, go, say, useToday } from "../../parts";
import { useWords } from "../../words";

/** The dialog. */
export function CallOff({ contract, onClose }: { contract: ContractView; onClose: () => void }): ReactNode {
  const { frame, contracts: { order: w, sign } } = useWords();
  const today = useToday();
  const [on, setOn] = useState<string | null>(today);
  const [number, setNumber] = useState("");
  const act = useAct("order_from_contract", (one) => { say(w.done); onClose(); go("orders", one.id, "edit"); });
  const submit = (): void => { if (on !== null && !act.isPending) act.mutate({ contract_id: contract.id, customer_order_number: number.trim(), customer_order_on: on }); };
  const acts = (
    <>
      <Button onClick={onClose}>{frame.cancel}</Button>
      <Button type="primary" htmlType="submit" loading={act.isPending} data-test="call-off-save">{w.save}</Button>
    </>
  );
  return (
    <Dialog title={w.title(contract.number ?? "")} onClose={onClose} onSubmit={submit} acts={acts} width={440} test="call-off">
      <div className="c gap12">
        <Field label={w.number} name="customer_order_number"><Input autoFocus value={number} onChange={(event) => setNumber(event.target.value)} data-test="call-off-number" /></Field>
        <Field label={w.on} name="customer_order_on" required hint={w.lead} error={on === null ? sign.missing : undefined}><DatePicker value={on === null ? null : dayjs(on)} placeholder="" maxDate={dayjs(today)} onChange={(date) => setOn(date === null ? null : date.format("YYYY-MM-DD"))} data-test="call-off-on" /></Field>
        {act.isError && <FaultNote fault={faultOf(act.error)} />}
      </div>
    </Dialog>
  );
}
