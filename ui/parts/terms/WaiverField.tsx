/** 整单优惠 / 抹零: an amount off the whole order, typed, or found by the core from the round sum that is wanted. */
import { Button, Dropdown, Input } from "antd";
import { ChevronDown } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { Rounding } from "../../bridge";
import { useWords } from "../../words";
import { amount } from "../../words/figures";
import { Dialog } from "../Dialog";
import { Field } from "../Field";
import { readScaled } from "../paste";
import { waiverFor } from "./waiver";

/** A typed amount as amounts are written; what is none stays as typed. */
export function tidy(text: string): string {
  const fen = readScaled(text, 2);
  return fen === null ? text : amount(fen);
}

interface WaiverProps {
  waiver: string;
  onChange: (waiver: string) => void;
  /** What the core makes of the lines. */
  computed: { before_waiver_fen: number; amount_fen: number; roundings: Rounding[] } | undefined;
  error?: string | undefined;
}

/** The box, and beside it the ways to a round sum. */
export function WaiverField({ waiver, onChange, computed, error }: WaiverProps): ReactNode {
  const { waiver: w, fields, hints } = useWords().orderForm;
  const [agreeing, setAgreeing] = useState(false);
  const before = computed?.before_waiver_fen ?? 0;
  const put = (fen: number): void => onChange(fen === 0 ? "" : amount(fen));
  const after = (fen: number): ReactNode => <span className="i3 num">{amount(before - fen)}</span>;
  const items = [
    ...(computed?.roundings ?? []).map(({ unit_fen, waiver_fen }) => ({ key: String(unit_fen), label: <span className="r gap20" data-test={`round-${unit_fen / 100}`}><span className="g1">{w.round(unit_fen / 100)}</span>{after(waiver_fen)}</span>, onClick: () => put(waiver_fen) })),
    { key: "agreed", label: <span data-test="round-agreed">{w.agreed}</span>, onClick: () => setAgreeing(true) },
    ...(waiver === "" ? [] : [{ key: "none", label: <span data-test="round-none">{w.none}</span>, onClick: () => put(0) }]),
  ];
  const ways = (
    <Dropdown trigger={["click"]} placement="bottomRight" disabled={before <= 0} menu={{ items }}>
      <button type="button" className="linkbtn r gap4 nw" disabled={before <= 0} title={before <= 0 ? w.noLines : undefined} data-test="round">{w.ways}<ChevronDown size={12} strokeWidth={1.8} /></button>
    </Dropdown>
  );
  return (
    <Field label={fields.waiver} name="waiver_fen" hint={hints.waiver} error={error}>
      <Input className="num" prefix={ways} value={waiver} placeholder={amount(0)} inputMode="decimal" onBlur={() => { if (tidy(waiver) !== waiver) onChange(tidy(waiver)); }} onChange={(event) => onChange(event.target.value)} data-test="waiver" />
      {agreeing && <Agreed before={before} now={computed?.amount_fen ?? before} onClose={() => setAgreeing(false)} onDone={(fen) => { put(fen); setAgreeing(false); }} />}
    </Field>
  );
}

/** The sum that was agreed for the whole order. */
function Agreed({ before, now, onClose, onDone }: { before: number; now: number; onClose: () => void; onDone: (fen: number) => void }): ReactNode {
  const { waiver: w, fields } = useWords().orderForm;
  const [typed, setTyped] = useState(amount(now));
  const fen = waiverFor(typed, before);
  return (
    <Dialog title={w.agreed} onClose={onClose} onSubmit={() => { if (fen !== null) onDone(fen); }} width={380} test="agreed-dialog" acts={<Button type="primary" htmlType="submit" disabled={fen === null} data-test="agreed-save">{w.use}</Button>}>
      <Field label={w.sum} name="agreed" hint={fen === null ? "" : `${fields.waiver} ${amount(fen)}`} error={fen === null ? w.bad(amount(before)) : undefined}>
        <Input className="num" value={typed} inputMode="decimal" autoFocus onFocus={(event) => event.target.select()} onChange={(event) => setTyped(event.target.value)} data-test="agreed-sum" />
      </Field>
    </Dialog>
  );
}
