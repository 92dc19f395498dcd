/** The section 「履约」: tasks for stock and production, and deliveries. */
import { Button } from "antd";
import { FileText } from "lucide-react";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, type DeliveryView, type OrderView, type TaskView } from "../../bridge";
import { Chip, DateText, FaultNote, useToday } from "../../parts";
import { useLanguage, useWords } from "../../words";
import { instantSpoken, quantity } from "../../words/figures";
import { OrderPaper } from "./OrderPapers";
import type { PaperAsk } from "./papers";

/** The section. */
export function FulfilmentSection({ order }: { order: OrderView }): ReactNode {
  const w = useWords().orders;
  const done = useAct("task_done");
  return (
    <>
      <div className="block">
        <div className="sec">{w.tasks}</div>
        {order.tasks.length === 0 && <p className="i2">{w.noTasks}</p>}
        {order.tasks.map((task) => <Task key={task.id} task={task} finish={() => done.mutate({ id: task.id })} busy={done.isPending} />)}
        {done.isError && <FaultNote fault={faultOf(done.error)} />}
      </div>
      <Deliveries order={order} />
    </>
  );
}

/** What has left, delivery by delivery, each with its 发货单; and the 发货单 for what is still to be sent. */
function Deliveries({ order }: { order: OrderView }): ReactNode {
  const { orders: w, papers } = useWords();
  const [shown, setShown] = useState<PaperAsk | null>(null);
  const serials = [...new Set(order.deliveries.map((one) => one.serial))].sort((a, b) => a - b);
  return (
    <div className="block">
      <div className="r sb gap12 sechead">
        <div className="sec">{w.deliveries}</div>
        {order.open_note !== null && <Button size="small" icon={<FileText size={14} strokeWidth={1.6} />} onClick={() => setShown({ kind: "delivery", serial: null })} data-test="note-open">{papers.deliveryOpen(order.open_note)}　<span className="i3">{papers.deliveryRest}</span></Button>}
      </div>
      {serials.length === 0 && <p className="i2">{w.noDeliveries}</p>}
      {serials.map((serial) => <Delivery key={serial} lines={order.deliveries.filter((one) => one.serial === serial)} show={() => setShown({ kind: "delivery", serial })} />)}
      {shown !== null && <OrderPaper order={order} ask={shown} onClose={() => setShown(null)} />}
    </div>
  );
}

function Delivery({ lines, show }: { lines: DeliveryView[]; show: () => void }): ReactNode {
  const { orders: w } = useWords();
  const language = useLanguage();
  const today = useToday();
  const first = lines[0];
  if (first === undefined) return null;
  return (
    <div className="delivery">
      <div className="r gap12">
        <b><DateText date={first.delivered_on} /></b>
        <button type="button" className="linkbtn r gap4" onClick={show} data-test="note-show"><FileText size={14} strokeWidth={1.6} />{first.note_number}</button>
        <span className="g1 i2 ell" title={first.note}>{first.note}</span>
        <span className="i3 s nw">{w.recordedBy(first.recorded_by, instantSpoken(first.recorded_at, today, language))}</span>
      </div>
      {lines.map((one) => (
        <div className="entry" key={one.id} data-test="delivery">
          <b className="num">{quantity(one.quantity_milli)}</b>
          <span className="g1">{one.line_name}</span>
        </div>
      ))}
    </div>
  );
}

function Task({ task, finish, busy }: { task: TaskView; finish: () => void; busy: boolean }): ReactNode {
  const { names, orders: w } = useWords();
  const language = useLanguage();
  const today = useToday();
  const done = task.done_at !== null;
  return (
    <div className="entry task" data-test={`task-${task.kind}`}>
      <Chip family={done ? "done" : "run"}>{w.taskKinds[task.kind] ?? task.kind}</Chip>
      <span className="i2">{names.role[task.role]}</span>
      <span className="g1 i2">{task.promised_on !== null && <>{w.promised} <DateText date={task.promised_on} /></>}</span>
      {done ? <span className="i3 s">{w.taskDoneBy(task.done_by, instantSpoken(task.done_at, today, language))}</span> : <Button size="small" onClick={finish} loading={busy} data-test="task-done">{w.taskDone}</Button>}
    </div>
  );
}
