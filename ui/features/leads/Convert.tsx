/** 「转为客户」 (L6): a new customer, or one that is known; nothing is typed again. */
import { Button, Radio, Select } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, type LeadView } from "../../bridge";
import { Dialog, FaultNote, Field, go, say } from "../../parts";
import { useWords } from "../../words";
import { likeAsk, nameOf } from "./card";

const FRESH = "fresh";
const OTHER = "other";

/** The dialog. Whoever looks the same is offered first, and chosen. */
export function Convert({ lead, onClose }: { lead: LeadView; onClose: () => void }): ReactNode {
  const { frame, leads: { convert: w, ...leads } } = useWords();
  const { card } = lead;
  const name = nameOf(card);
  const ask = likeAsk(card);
  const like = (useAsk("lead_similar", ask ?? { id: null, name: "", phone: "" }, { enabled: ask !== null, keep: false }).data ?? []).filter((one) => one.what === "customer");
  const [way, setWay] = useState<string | null>(null);
  const [other, setOther] = useState<number | null>(null);
  // A shared phone alone does not make it the same company.
  const first = like.find((one) => one.id === card.customer_id) ?? like.find((one) => one.by === "name");
  const chosen = way ?? (first === undefined ? FRESH : String(first.id));
  const customerId = chosen === FRESH ? null : chosen === OTHER ? other : Number(chosen);
  const act = useAct("lead_convert", (one) => {
    const deal = one.opportunity;
    say(w.done(one.customer?.name ?? name), deal === null ? undefined : { label: w.toDeal, run: () => go("opportunities", deal.id) });
    onClose();
  });
  const submit = (): void => {
    if ((chosen === OTHER && other === null) || act.isPending) return;
    act.mutate({ id: card.id ?? 0, version: card.version ?? 0, customer_id: customerId });
  };
  const acts = (
    <>
      <Button onClick={onClose}>{frame.cancel}</Button>
      <Button type="primary" htmlType="submit" loading={act.isPending} disabled={chosen === OTHER && other === null} data-test="convert-save">{w.save}</Button>
    </>
  );
  return (
    <Dialog title={w.title(name)} onClose={onClose} onSubmit={submit} acts={acts} width={520} test="convert">
      <Radio.Group className="choices" value={chosen} onChange={(event) => setWay(event.target.value as string)} aria-label={w.save} data-test="convert-way">
        {like.map((one) => (
          <Radio key={one.id} value={String(one.id)}>
            <span className="r gap8"><b className="ell">{one.name}</b><span className="i2 g1">{w.known} · {leads.similarBy[one.by] ?? one.by}</span>{one.owner !== "" && <span className="i2 s nw">{one.owner}</span>}</span>
          </Radio>
        ))}
        <Radio value={FRESH} data-test="convert-fresh"><span className="c"><b>{w.fresh(name)}</b><span className="i2 s">{w.freshHint}</span></span></Radio>
        <Radio value={OTHER} data-test="convert-other">{w.other}</Radio>
      </Radio.Group>
      {chosen === OTHER && <div className="below"><Known value={other} onChange={setOther} /></div>}
      {act.isError && <div className="below"><FaultNote fault={faultOf(act.error)} /></div>}
    </Dialog>
  );
}

/** Any customer, found while typing. */
function Known({ value, onChange }: { value: number | null; onChange: (id: number) => void }): ReactNode {
  const w = useWords().leads.convert;
  const [typed, setTyped] = useState("");
  const text = useSettled(typed);
  const found = useAsk("customer_find", { text, limit: 8 }).data ?? [];
  return (
    <Field label={w.known} name="customer_id" required>
      <Select autoFocus showSearch={{ filterOption: false, onSearch: setTyped }} value={value} placeholder={w.find} onChange={onChange} options={found.map((one) => ({ value: one.id, label: one.name }))} data-test="convert-customer" />
    </Field>
  );
}

/** The text once typing has paused. */
export function useSettled(typed: string): string {
  const [text, setText] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setText(typed), 150);
    return () => clearTimeout(timer);
  }, [typed]);
  return text;
}
