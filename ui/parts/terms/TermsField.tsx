/** Payment terms: schedules people know by name, or one of their own; sentence and amounts come from the core. */
import { Button, InputNumber, Select } from "antd";
import { Plus, X } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { DayKind, OrderComputed, PaymentMethod, PaymentTerms, Trigger } from "../../bridge";
import { Dialog } from "../Dialog";
import { Field } from "../Field";
import { useWords, type Words } from "../../words";
import { amount } from "../../words/figures";
import { PRESETS, presetOf, type Preset } from "./presets";

const METHODS: PaymentMethod[] = ["Transfer", "AcceptanceBill", "Cheque", "Cash"];
const TRIGGERS: Trigger[] = ["Order", "BeforeDispatch", "Arrival", "Acceptance", "MonthEnd", "Invoice", "WarrantyEnd"];

interface TermsProps {
  terms: PaymentTerms;
  put: (terms: PaymentTerms) => void;
  /** What the core says of it: its sentence and what each part comes to. */
  computed: Pick<OrderComputed, "terms_sentence" | "instalment_fen"> | undefined;
  error: string | undefined;
}

/** The field. */
export function TermsField({ terms, put, computed, error }: TermsProps): ReactNode {
  const { orderForm: w, names } = useWords();
  const [own, setOwn] = useState(false);
  const preset = presetOf(terms);
  const presets = (Object.keys(PRESETS) as Preset[]).map((name) => ({ value: name as string, label: w.preset[name] }));
  const sentence = computed?.terms_sentence ?? "";
  const options = [...presets, ...(preset === null ? [{ value: "own", label: sentence === "" ? w.preset.custom : sentence }] : []), { value: "custom", label: w.preset.custom }];
  const choose = (value: string): void => {
    if (value === "custom" || value === "own") setOwn(true);
    else put({ ...terms, instalments: PRESETS[value as Preset] });
  };
  const parts = (computed?.instalment_fen ?? []).filter((fen) => fen > 0);
  return (
    <Field label={w.fields.terms} name="terms" required className="span2" hint={parts.length > 1 ? parts.map((fen) => amount(fen)).join(" + ") : ""} error={error}>
      <div className="r gap8">
        <Select className="g1" value={preset ?? "own"} options={options} onChange={choose} data-test="terms" />
        <Select className="methodselect" value={terms.method} onChange={(method) => put({ ...terms, method })} options={METHODS.map((method) => ({ value: method, label: names.method[method] }))} aria-label={w.fields.method} data-test="method" />
      </div>
      {own && <OwnTerms terms={terms} onClose={() => setOwn(false)} onDone={(next) => { put(next); setOwn(false); }} />}
    </Field>
  );
}

function OwnTerms({ terms, onClose, onDone }: { terms: PaymentTerms; onClose: () => void; onDone: (terms: PaymentTerms) => void }): ReactNode {
  const { orderForm: { termsDialog: w }, names } = useWords();
  const [parts, setParts] = useState(terms.instalments);
  const sum = parts.reduce((total, one) => total + one.share, 0);
  const set = (index: number, change: Partial<(typeof parts)[number]>): void => setParts(parts.map((one, at) => (at === index ? { ...one, ...change } : one)));
  const acts = (
    <>
      <span className={`g1 s ${sum === 10_000 ? "done" : "late"}`}>{w.sum(String(sum / 100))}{sum !== 10_000 && `　${w.whole}`}</span>
      <Button type="primary" htmlType="submit" disabled={sum !== 10_000} data-test="terms-save">{w.save}</Button>
    </>
  );
  return (
    <Dialog title={w.title} onClose={onClose} onSubmit={() => { if (sum === 10_000) onDone({ ...terms, instalments: parts }); }} acts={acts} width={560} test="terms-dialog">
      <div className="termsgrid">
        <span className="i3 s">{w.trigger}</span><span className="i3 s">{w.share}</span><span className="i3 s">{w.days}</span><span className="i3 s">{w.kind}</span><span />
        {parts.map((one, index) => (
          <TermsRow key={index} part={one} set={(change) => set(index, change)} remove={() => setParts(parts.filter((_, at) => at !== index))} kinds={names.days} triggers={names.trigger} w={w} />
        ))}
      </div>
      <Button type="text" size="small" icon={<Plus size={14} />} onClick={() => setParts([...parts, { trigger: "Acceptance", share: Math.max(0, 10_000 - sum), days: 0, day_kind: "Calendar" }])} data-test="terms-add">{w.add}</Button>
    </Dialog>
  );
}

interface RowProps {
  part: PaymentTerms["instalments"][number];
  set: (change: Partial<PaymentTerms["instalments"][number]>) => void;
  remove: () => void;
  kinds: Record<DayKind, string>;
  triggers: Record<Trigger, string>;
  w: Words["orderForm"]["termsDialog"];
}

function TermsRow({ part, set, remove, kinds, triggers, w }: RowProps): ReactNode {
  return (
    <>
      <Select value={part.trigger} onChange={(trigger) => set({ trigger })} options={TRIGGERS.map((one) => ({ value: one, label: triggers[one] }))} aria-label={w.trigger} />
      <InputNumber min={0} max={100} value={part.share / 100} onChange={(value) => set({ share: Math.round((value ?? 0) * 100) })} aria-label={w.share} />
      <InputNumber min={0} max={3650} precision={0} value={part.days} onChange={(value) => set({ days: value ?? 0 })} aria-label={w.days} />
      <Select value={part.day_kind} onChange={(day_kind) => set({ day_kind })} options={(["Calendar", "Working"] as const).map((one) => ({ value: one, label: kinds[one] }))} aria-label={w.kind} />
      <button type="button" className="iconbtn" aria-label={w.remove} onClick={remove}><X size={15} strokeWidth={1.6} /></button>
    </>
  );
}
