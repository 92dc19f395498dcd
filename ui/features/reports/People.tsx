/** Sales people of the month: orders, sales against target, and the target itself to set. */
import { Button, Input, Popover } from "antd";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, type FacetRow, type MonthView } from "../../bridge";
import { FaultNote, Field } from "../../parts";
import { useWords } from "../../words";
import { amountInWan, figure as plain } from "../../words/figures";
import { changeInTenths, shareInTenths, targetTyped } from "./arithmetic";
import { Change } from "./Kpis";

interface PeopleProps {
  view: MonthView;
  figure: string | null;
  onShow: (figure: string) => void;
}

/** The table; the amount opens the rows, the target is set in place. */
export function People({ view, figure, onShow }: PeopleProps): ReactNode {
  const w = useWords().reports;
  const company: FacetRow = {
    key: "", name: w.company, orders: view.amount.orders, lines: 0, quantity_milli: 0, amount_fen: view.amount.amount_fen ?? 0,
    previous_fen: view.amount.previous_fen, last_year_fen: view.amount.last_year_fen, target_fen: view.amount.target_fen, is_new: false,
  };
  return (
    <section className="monthpeople" aria-label={w.people} data-test="people">
      <h2 className="sec">{w.people}</h2>
      <table className="tbl">
        <thead>
          <tr>
            <th>{w.person}</th><th className="num">{w.personOrders}</th><th className="num">{w.personAmount}　{w.unit}</th>
            <th className="num">{w.personTarget}　{w.unit}</th><th className="donecol">{w.personDone}</th><th className="changecol">{w.onPrevious}</th>
          </tr>
        </thead>
        <tbody>
          {view.people.map((row) => <PersonLine key={row.key} row={row} person={Number(row.key)} ym={view.ym} on={figure === `person:${row.key}`} onShow={() => onShow(`person:${row.key}`)} />)}
          <PersonLine row={company} person={null} ym={view.ym} on={figure === "amount"} onShow={() => onShow("amount")} />
        </tbody>
      </table>
    </section>
  );
}

interface LineProps {
  row: FacetRow;
  /** None: the company. */
  person: number | null;
  ym: number;
  on: boolean;
  onShow: () => void;
}

function PersonLine({ row, person, ym, on, onShow }: LineProps): ReactNode {
  const w = useWords().reports;
  const reached = row.target_fen === null ? null : shareInTenths(row.amount_fen, row.target_fen);
  return (
    <tr className={`${on ? "on" : ""}${person === null ? " company" : ""}`} data-test="person-row">
      <td>{row.name === "" ? w.unnamed : row.name}</td>
      <td className="num">{row.orders === 0 ? w.none : plain(row.orders)}</td>
      <td className="num"><button type="button" className="linkbtn" disabled={row.orders === 0} onClick={onShow}>{row.orders === 0 ? w.none : amountInWan(row.amount_fen)}</button></td>
      <td className="num"><TargetButton row={row} person={person} ym={ym} /></td>
      <td>{reached === null ? <span className="i3">{w.none}</span> : <Reached tenth={reached} />}</td>
      <td><Change label="" tenth={changeInTenths(row.amount_fen, row.previous_fen)} unit=" %" /></td>
    </tr>
  );
}

function Reached({ tenth }: { tenth: number }): ReactNode {
  const family = tenth >= 1000 ? "done" : tenth >= 750 ? "wait" : "late";
  return (
    <span className="reached">
      <span className="bar"><i className={family} style={{ width: `${Math.min(100, tenth / 10)}%` }} /></span>
      <span className="num">{Math.round(tenth / 10)} %</span>
    </span>
  );
}

interface TargetProps {
  row: FacetRow;
  person: number | null;
  ym: number;
}

function TargetButton({ row, person, ym }: TargetProps): ReactNode {
  const w = useWords().reports;
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" arrow={false} destroyOnHidden content={<TargetForm row={row} person={person} ym={ym} onDone={() => setOpen(false)} />}>
      <button type="button" className="linkbtn" data-test="target">{row.target_fen === null ? w.setTarget : amountInWan(row.target_fen)}</button>
    </Popover>
  );
}

function TargetForm({ row, person, ym, onDone }: TargetProps & { onDone: () => void }): ReactNode {
  const w = useWords().reports;
  const [text, setText] = useState(row.target_fen === null ? "" : amountInWan(row.target_fen).replace(/,/g, ""));
  const save = useAct("target_set", onDone);
  const typed = targetTyped(text);
  const submit = (): void => {
    if (typed !== undefined) save.mutate({ ym, person_id: person, amount_fen: typed });
  };
  return (
    <form className="targetform" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Field label={w.targetOf(row.name)} hint={w.targetHint} error={typed === undefined ? w.targetBad : undefined} name="target">
        <Input value={text} autoFocus inputMode="decimal" status={typed === undefined ? "error" : ""} onChange={(event) => setText(event.target.value)} data-test="target-amount" />
      </Field>
      {save.isError && <FaultNote fault={faultOf(save.error)} />}
      <div className="r gap8 end">
        <Button size="small" onClick={onDone}>{w.cancel}</Button>
        <Button size="small" type="primary" htmlType="submit" loading={save.isPending} disabled={typed === undefined} data-test="target-save">{w.save}</Button>
      </div>
    </form>
  );
}
