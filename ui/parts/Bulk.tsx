/** Acts on the rows that are chosen: the law is asked about each first; then they run row by row, and each is told by its
 * number and name. What was refused stays chosen. */
import { Button } from "antd";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { answers, call, useAsk, type BulkAct as Law, type BulkMay } from "../bridge";
import { useWords } from "../words";
import { figure } from "../words/figures";
import { Dialog } from "./Dialog";
import { eachRow, undoEach, type Outcome } from "./eachRow";
import { useFaultWords } from "./faultWords";
import { Glyph } from "./Glyph";
import { Note } from "./Note";
import { say } from "./Toast";

/** So many rows are acted on at once. */
export const MOST_ROWS = 1_000;

/** An act on several rows. */
export interface BulkAct<Row, Value = unknown> {
  key: string;
  /** In the bar: 「提交」. */
  label: string;
  /** Above the question: 「提交 3 张订单」. */
  title: (count: string) => string;
  icon?: ReactNode;
  danger?: boolean;
  /** What the core is asked about each row before anything is done. */
  law?: Law;
  /** The row as the law is asked about it. */
  seen: (row: Row) => { id: number; version: number };
  /** Why the page itself cannot do it with a row; null when it can. */
  refuses?: (row: Row, value: Value | null) => string | null;
  /** What stands there before anything is said. */
  begin?: Value;
  /** What has to be said beside the rows, e.g. to whom; null until it can be done. */
  form?: (value: Value | null, put: (value: Value | null) => void) => ReactNode;
  /** Does it with one row; answers the way back, if there is one. */
  run: (row: Row, value: Value | null) => Promise<(() => Promise<unknown>) | null>;
  /** Afterwards: 「3 张已提交」. */
  done: (count: string) => string;
}

interface BulkProps<Row> {
  act: BulkAct<Row>;
  rows: Row[];
  name: (row: Row) => string;
  /** The dialog closes; these rows stay chosen, or, when nothing was done, null. */
  onClose: (refused: number[] | null) => void;
}

/** The question, the run and its result, in one dialog. */
export function Bulk<Row>({ act, rows, name, onClose }: BulkProps<Row>): ReactNode {
  const { lists: { bulk: w }, lists } = useWords();
  const [value, setValue] = useState<unknown>(act.begin ?? null);
  const [told, setTold] = useState<Map<number, Outcome> | null>(null);
  const [finished, setFinished] = useState(false);
  const stop = useRef(false);
  const why = useRefusals(act, rows, value);
  const ready = why !== null && (act.form === undefined || value !== null);
  const willing = rows.filter((row) => why?.get(act.seen(row).id) === undefined);
  const refused = rows.filter((row) => why?.get(act.seen(row).id) !== undefined);
  const run = async (): Promise<void> => {
    setTold(new Map());
    const outcomes = await eachRow(willing, (row) => act.run(row, value), (index, outcome) => {
      const row = willing[index];
      if (row !== undefined) setTold((former) => new Map(former ?? []).set(act.seen(row).id, outcome));
    }, () => stop.current);
    await answers.invalidateQueries();
    setFinished(true);
    const done = outcomes.filter((one) => one.kind === "done");
    if (done.length === 0) return;
    const back = done.some((one) => one.kind === "done" && one.undo !== null);
    say(act.done(figure(done.length)), back ? { label: w.undo, run: () => void takeBack(outcomes) } : undefined);
  };
  const takeBack = async (outcomes: Outcome[]): Promise<void> => {
    const { back, stuck } = await undoEach(outcomes);
    await answers.invalidateQueries();
    say(stuck === 0 ? w.undone(figure(back)) : `${w.undone(figure(back))}　${w.undoRefused(figure(stuck))}`);
  };
  const close = (): void => {
    if (told === null) return onClose(null);
    if (!finished) {
      stop.current = true;
      return;
    }
    const undone = willing.filter((row) => told.get(act.seen(row).id)?.kind !== "done");
    onClose([...refused, ...undone].map((row) => act.seen(row).id));
  };
  const acts = told === null
    ? (
      <>
        <Button onClick={close}>{lists.cancel}</Button>
        <Button type="primary" danger={act.danger ?? false} htmlType="submit" disabled={!ready || willing.length === 0} data-test="bulk-run">{act.title(figure(willing.length))}</Button>
      </>
    )
    : <Button onClick={close} type={finished ? "primary" : "default"} htmlType={finished ? "submit" : "button"} data-test="bulk-close">{finished ? w.close : w.stop}</Button>;
  const submit = (): void => {
    if (told !== null) close();
    else if (ready && willing.length > 0) void run();
  };
  return (
    <Dialog title={act.title(figure(rows.length))} onClose={close} onSubmit={submit} acts={acts} width={560} test="bulk">
      {why === null ? <p className="i3">{w.asking}</p> : (
        <div className="c gap12">
          {told === null && act.form?.(value, setValue)}
          {told === null
            ? <Asked willing={willing} refused={refused} why={why} name={name} id={(row) => act.seen(row).id} />
            : <Told rows={willing} refused={refused} why={why} told={told} finished={finished} name={name} id={(row) => act.seen(row).id} />}
        </div>
      )}
    </Dialog>
  );
}

/** Why each row that refuses does so; null until the law has answered. */
function useRefusals<Row>(act: BulkAct<Row>, rows: Row[], value: unknown): Map<number, string> | null {
  const w = useWords().lists.bulk;
  const inWords = useFaultWords();
  const [may, setMay] = useState<BulkMay[] | null>(null);
  const [broken, setBroken] = useState<string | null>(null);
  useEffect(() => {
    if (act.law === undefined) return;
    let here = true;
    call("bulk_check", { act: act.law, rows: rows.map(act.seen) }).then((found) => { if (here) setMay(found); }, (error: unknown) => { if (here) setBroken(inWords(error)); });
    return () => { here = false; };
    // Asked once, when the dialog opens: the act itself asks again.
  }, []);
  if (broken !== null) return new Map(rows.map((row) => [act.seen(row).id, broken]));
  if (act.law !== undefined && may === null) return null;
  const why = new Map<number, string>();
  for (const one of may ?? []) {
    if (one.stale) why.set(one.id, w.stale);
    else if (one.refusals.length > 0) why.set(one.id, inWords({ kind: "Refused", reasons: one.refusals }));
  }
  for (const row of rows) {
    const own = act.refuses?.(row, value);
    if (own !== null && own !== undefined) why.set(act.seen(row).id, own);
  }
  return why;
}

interface RowsProps<Row> {
  name: (row: Row) => string;
  id: (row: Row) => number;
  why: Map<number, string>;
}

/** Before: what will be done and what cannot. */
function Asked<Row>({ willing, refused, why, name, id }: RowsProps<Row> & { willing: Row[]; refused: Row[] }): ReactNode {
  const w = useWords().lists.bulk;
  return (
    <>
      {refused.length > 0 && (
        <Note family="wait">
          {w.cannot(figure(refused.length))}
          <Lines rows={refused} draw={(row) => <Line key={id(row)} id={id(row)} state="refused" name={name(row)} text={why.get(id(row)) ?? ""} />} />
        </Note>
      )}
      {willing.length === 0 ? <p className="i2">{w.nobody}</p> : (
        <div>
          <div className="i2">{w.will(figure(willing.length))}</div>
          <Lines rows={willing} draw={(row) => <Line key={id(row)} id={id(row)} state="waiting" name={name(row)} text="" />} />
        </div>
      )}
    </>
  );
}

/** While it runs and afterwards: each row with what became of it. */
function Told<Row>({ rows, refused, why, told, finished, name, id }: RowsProps<Row> & { rows: Row[]; refused: Row[]; told: Map<number, Outcome>; finished: boolean }): ReactNode {
  const w = useWords().lists.bulk;
  const inWords = useFaultWords();
  const done = [...told.values()].filter((one) => one.kind === "done").length;
  const not = rows.length - done + refused.length;
  const line = (row: Row): ReactNode => {
    const outcome = told.get(id(row));
    if (outcome === undefined) return <Line key={id(row)} id={id(row)} state="waiting" name={name(row)} text={finished ? w.left : ""} />;
    return <Line key={id(row)} id={id(row)} state={outcome.kind === "done" ? "done" : "refused"} name={name(row)} text={outcome.kind === "refused" ? inWords(outcome.fault) : ""} />;
  };
  return (
    <>
      <div aria-live="polite" className="r gap16" data-test="bulk-told">
        {finished ? <b>{w.finished(figure(done))}</b> : <b>{w.running(figure(told.size), figure(rows.length))}</b>}
        {finished && not > 0 && <span className="late">{w.refused(figure(not))}</span>}
      </div>
      {!finished && <div className="bar"><i style={{ width: `${(told.size * 100) / Math.max(1, rows.length)}%` }} /></div>}
      <Lines rows={[...rows.filter((row) => told.get(id(row))?.kind === "refused"), ...rows.filter((row) => told.get(id(row))?.kind !== "refused")]} draw={line} />
      {refused.length > 0 && <Lines rows={refused} draw={(row) => <Line key={id(row)} id={id(row)} state="refused" name={name(row)} text={why.get(id(row)) ?? ""} />} />}
    </>
  );
}

/** So many lines are drawn. */
const MOST_LINES = 100;

function Lines<Row>({ rows, draw }: { rows: Row[]; draw: (row: Row) => ReactNode }): ReactNode {
  const w = useWords().lists.bulk;
  return (
    <ul className="bulklines" tabIndex={0}>
      {rows.slice(0, MOST_LINES).map(draw)}
      {rows.length > MOST_LINES && <li className="i3">{w.moreRows(figure(rows.length - MOST_LINES))}</li>}
    </ul>
  );
}

function Line({ id, state, name, text }: { id: number; state: "waiting" | "done" | "refused"; name: string; text: string }): ReactNode {
  const [family, shape] = ({ waiting: ["off", "off"], done: ["done", "done"], refused: ["late", "failed"] } as const)[state];
  return (
    <li data-test="bulk-row" data-id={id} data-state={state}>
      <span className={family}><Glyph shape={shape} size={12} /></span>
      <span className="bulkname" title={name}>{name}</span>
      {text !== "" && <span className={state === "refused" ? "late bulkwhy" : "i3 bulkwhy"}>{text}</span>}
    </li>
  );
}

/** Asks the law about a few chosen rows for the bar: which acts none of them allows, and why. */
export function useBarRefusals<Row>(acts: BulkAct<Row>[], rows: Row[]): Map<string, BulkMay[]> {
  const asked = rows.length > 0 && rows.length <= 50;
  const found = new Map<string, BulkMay[]>();
  // As many questions as acts, always in the same order.
  for (const act of acts) {
    const answer = useAsk("bulk_check", { act: act.law ?? "OrderSubmit", rows: asked ? rows.map(act.seen) : [] }, { enabled: asked && act.law !== undefined });
    if (answer.data !== undefined && asked && act.law !== undefined && !answer.isPlaceholderData) found.set(act.key, answer.data);
  }
  return found;
}
