/** A look into an order without leaving the list. */
import { Button } from "antd";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useAsk, type OrderView } from "../../bridge";
import { Glyph } from "../Glyph";
import { Answer } from "../Loading";
import { Note } from "../Note";
import { go } from "../place";
import { Avatar, DateText, Key, Money, Pair, Perforation, useToday } from "../Text";
import { useLanguage, useWords } from "../../words";
import { dateSpoken, daysBetween, quantity, weekday } from "../../words/figures";
import { OrderChip } from "./OrderChip";
import "./peek.css";
import { rungs, shapeOf } from "./rungs";
import { useWhy, useRowFlags } from "./why";

/** The drawer at the right; it pushes the list, or with `over` covers what stands there. */
export function OrderPeek({ id, over, onClose }: { id: number; over?: boolean; onClose: () => void }): ReactNode {
  const order = useAsk("order_view", { id });
  const { frame, orders: w } = useWords();
  return (
    <aside className={`peek${over === true ? " over" : ""}`} data-test="peek">
      <Answer of={order}>{(one) => <Body order={one} onClose={onClose} />}</Answer>
      <div className="peekfoot">
        <Button type="primary" size="small" onClick={() => go("orders", id)} data-test="peek-open">{frame.open}</Button>
        <div className="hints"><span><Key>↑</Key><Key>↓</Key>{w.keys.move}</span><span><Key>Space</Key>{w.keys.close}</span></div>
      </div>
    </aside>
  );
}

function Body({ order, onClose }: { order: OrderView; onClose: () => void }): ReactNode {
  const { frame, orders: w } = useWords();
  const why = useWhy(order.why);
  const flags = useRowFlags(order);
  const top = order.lines.slice(0, 3);
  const rest = order.lines.slice(3);
  return (
    <div className="peekbody">
      <div className="r sb"><span className={order.number === null ? "i3" : "no"}>{order.number ?? w.draftNumber}</span><button type="button" className="iconbtn" aria-label={frame.close} onClick={onClose}><X size={16} strokeWidth={1.6} /></button></div>
      <h2 className="t">{order.customer_name === "" ? w.noCustomer : order.customer_name}</h2>
      <div><OrderChip row={flags} /></div>
      <Perforation />
      <Note family={why.family} test="why">{why.text}</Note>
      <div className="r sb base"><span className="i2">{w.total}</span><span className="peeksum">{<Money fen={order.computed.amount_fen} />}</span></div>
      <table className="tbl tight peeklines">
        <thead><tr><th>{w.peek.product}</th><th className="num">{w.peek.quantity}</th><th className="num">{w.peek.amount}</th></tr></thead>
        <tbody>
          {top.map((line) => (
            <tr key={line.id}><td title={line.name}><span className="peekname"><span className="ell">{line.name}</span>{line.customised && <span className="i2 nw">{w.peek.customised}</span>}</span></td><td className="num">{quantity(line.quantity_milli)} {line.unit}</td><td className="num"><Money fen={line.amount_fen} /></td></tr>
          ))}
          {rest.length > 0 && <tr className="i3"><td colSpan={2}>{w.peekMore(rest.length)}</td><td className="num"><Money fen={rest.reduce((sum, line) => sum + line.amount_fen, 0)} /></td></tr>}
        </tbody>
      </table>
      <PeekFacts order={order} />
      <PeekLadder order={order} />
    </div>
  );
}

function PeekFacts({ order }: { order: OrderView }): ReactNode {
  const w = useWords().orders;
  const language = useLanguage();
  const today = useToday();
  const { contract_number: contract, contract_signed_on: signed, promised_on: promised } = order.draft;
  const due = promised === null ? "—" : `${dateSpoken(promised, today, language)} ${weekday(promised, language)} · ${w.daysLeft(daysBetween(today, promised))}`;
  return (
    <div>
      <Pair label={w.terms}>{order.computed.terms_sentence === "" ? "—" : order.computed.terms_sentence}</Pair>
      <Pair label={w.promised}>{due}</Pair>
      <Pair label={w.contract}>{contract === "" ? "—" : contract}{signed !== null && <span className="i3">　{w.contractSigned(dateSpoken(signed, today, language))}</span>}</Pair>
      <Pair label={w.owner}>{order.owner_name !== "" && <span className="r gap6"><Avatar name={order.owner_name} />{order.owner_name}</span>}</Pair>
    </div>
  );
}

function PeekLadder({ order }: { order: OrderView }): ReactNode {
  const { names, orders: w } = useWords();
  if (order.state === "Opening" || order.ladder.length === 0) return null;
  return (
    <div>
      <div className="sec">{w.approval}</div>
      {rungs(order).map((rung) => (
        <div className="peekrung" key={rung.level}>
          <span className={shapeOf(rung.state).family}><Glyph shape={shapeOf(rung.state).shape} /></span>
          <span className="peekrole">{names.level[rung.role] ?? names.role[rung.role]}</span>
          <span className="g1 i2 ell">{rung.entry?.decider ?? ""}</span>
          <span className="i2 s">{rung.entry !== null ? <><DateText date={rung.entry.at} /> {names.decision[rung.entry.decision]}</> : rung.state === "now" ? w.waitingLevel : w.notYet}</span>
        </div>
      ))}
    </div>
  );
}
