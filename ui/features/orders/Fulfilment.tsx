/** The section 「履约」: tasks for stock and production, and deliveries. */
import { Button } from "antd";
import type { ReactNode } from "react";
import { faultOf, useAct, type OrderView, type TaskView } from "../../bridge";
import { Chip, DateText, FaultNote, useToday } from "../../parts";
import { useLanguage, useWords } from "../../words";
import { instantSpoken, quantity } from "../../words/figures";

/** The section. */
export function FulfilmentSection({ order }: { order: OrderView }): ReactNode {
  const w = useWords().orders;
  const language = useLanguage();
  const today = useToday();
  const done = useAct("task_done");
  return (
    <>
      <div className="block">
        <div className="sec">{w.tasks}</div>
        {order.tasks.length === 0 && <p className="i2">{w.noTasks}</p>}
        {order.tasks.map((task) => <Task key={task.id} task={task} finish={() => done.mutate({ id: task.id })} busy={done.isPending} />)}
        {done.isError && <FaultNote fault={faultOf(done.error)} />}
      </div>
      <div className="block">
        <div className="sec">{w.deliveries}</div>
        {order.deliveries.length === 0 && <p className="i2">{w.noDeliveries}</p>}
        {order.deliveries.map((one) => (
          <div className="entry" key={one.id} data-test="delivery">
            <span><DateText date={one.delivered_on} /></span>
            <b className="num">{quantity(one.quantity_milli)}</b>
            <span className="g1">{one.line_name}{one.note !== "" && <span className="i2">　{one.note}</span>}</span>
            <span className="i3 s">{w.recordedBy(one.recorded_by, instantSpoken(one.recorded_at, today, language))}</span>
          </div>
        ))}
      </div>
    </>
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
