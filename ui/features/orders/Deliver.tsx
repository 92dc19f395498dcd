/** 登记交付: what was delivered of each line, and when. */
import { Button, DatePicker, Input } from "antd";
import dayjs from "dayjs";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, type Fault, type OrderLine, type OrderView } from "../../bridge";
import { Dialog, FaultNote, Field, say, useToday } from "../../parts";
import { readScaled } from "../../parts/paste";
import { useWords } from "../../words";
import { quantity } from "../../words/figures";

interface Typed {
  text: string;
  on: string;
}

const open = (line: OrderLine): number => Math.max(0, line.quantity_milli - line.delivered_milli);

/** The question. */
export function Deliver({ order, onClose }: { order: OrderView; onClose: () => void }): ReactNode {
  const w = useWords().orders.deliver;
  const today = useToday();
  const lines = order.lines.filter((line) => open(line) > 0);
  const [typed, setTyped] = useState<Record<number, Typed>>({});
  const [note, setNote] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const [nothing, setNothing] = useState(false);
  const record = useAct("delivery_record", () => { say(w.done); onClose(); });
  const of = (line: OrderLine): Typed => typed[line.id] ?? { text: "", on: today };
  const change = (line: OrderLine, part: Partial<Typed>): void => {
    setNothing(false);
    setTyped({ ...typed, [line.id]: { ...of(line), ...part } });
  };
  const wrong = lines.filter((line) => of(line).text.trim() !== "" && readScaled(of(line).text, 3) === null);
  const submit = (): void => {
    const filled = lines.flatMap((line) => {
      const milli = readScaled(of(line).text, 3);
      return milli === null ? [] : [{ line_id: line.id, quantity_milli: milli, delivered_on: of(line).on }];
    });
    setNothing(filled.length === 0);
    if (filled.length === 0 || wrong.length > 0) return;
    record.mutate({ order_id: order.id, version: order.version, lines: filled, note: note.trim() }, { onError: (error) => setFault(faultOf(error)) });
  };
  const all = (): void => setTyped(Object.fromEntries(lines.map((line) => [line.id, { text: quantity(open(line)), on: of(line).on }])));
  const acts = <><Button onClick={all} data-test="deliver-all">{w.all}</Button><div className="g1" />{nothing && <span className="late s">{w.nothing}</span>}<Button type="primary" htmlType="submit" loading={record.isPending} data-test="deliver-submit">{w.save}</Button></>;
  return (
    <Dialog title={`${w.title}　${order.number ?? ""}`} onClose={onClose} onSubmit={submit} acts={acts} width={680} test="deliver">
      <p className="i2 s">{w.hint}</p>
      <table className="tbl delivertable">
        <thead><tr><th>#</th><th>{order.customer_name}</th><th className="num">{w.ordered}</th><th className="num">{w.remaining}</th><th className="num">{w.now}</th><th>{w.on}</th></tr></thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={line.id} data-test="deliver-line">
              <td className="i3">{line.position}</td>
              <td title={line.name}>{line.name} <span className="i3">{line.spec}</span></td>
              <td className="num">{quantity(line.quantity_milli)} {line.unit}</td>
              <td className="num">{quantity(open(line))}</td>
              <td className="num"><Input size="small" autoFocus={index === 0} status={wrong.includes(line) ? "error" : ""} title={wrong.includes(line) ? w.notNumber : ""} className="num" inputMode="decimal" value={of(line).text} onChange={(event) => change(line, { text: event.target.value })} data-test="deliver-quantity" aria-label={`${line.name} ${w.now}`} /></td>
              <td><DatePicker size="small" allowClear={false} value={dayjs(of(line).on)} onChange={(date) => change(line, { on: date === null ? today : date.format("YYYY-MM-DD") })} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="below"><Field label={w.note} name="note"><Input value={note} onChange={(event) => setNote(event.target.value)} data-test="deliver-note" /></Field></div>
      {fault !== null && <div className="below"><FaultNote fault={fault} onReload={onClose} /></div>}
    </Dialog>
  );
}
