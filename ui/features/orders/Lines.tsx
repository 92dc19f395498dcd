/** The section 「明细」: the lines, taxes, payment, delivery, and the latest of the history. */
import type { ReactNode } from "react";
import type { OrderLine, OrderView } from "../../bridge";
import { Chip, DateText, HistoryRows, Money, Pair, go, useToday } from "../../parts";
import { useWords } from "../../words";
import { amount, percent, price, quantity } from "../../words/figures";

/** The section. */
export function LinesSection({ order, showHistory }: { order: OrderView; showHistory: () => void }): ReactNode {
  const w = useWords().orders;
  return (
    <>
      <table className="tbl lines" data-test="lines">
        <thead>
          <tr><th className="c-no">#</th><th>{w.line.name}</th><th className="c-spec">{w.line.spec}</th><th className="num c-qty">{w.line.quantity}</th><th className="num c-price">{w.line.price}</th><th className="num c-rate">{w.line.rate}</th><th className="num c-amount">{w.line.amount}</th><th className="num c-date">{w.line.promised}</th><th className="c-state">{w.line.state}</th></tr>
        </thead>
        <tbody>{order.lines.map((line) => <Line key={line.id} line={line} />)}</tbody>
      </table>
      <Taxes order={order} />
      <Facts order={order} />
      <div className="block">
        <div className="r sb"><span className="sec">{w.sections.history}</span>{order.history.length > 6 && <button type="button" className="linkbtn s" onClick={showHistory}>{w.historyAll(order.history.length)}</button>}</div>
        <HistoryRows entries={order.history.slice(0, 6)} />
      </div>
    </>
  );
}

function Line({ line }: { line: OrderLine }): ReactNode {
  return (
    <tr data-test="line">
      <td className="i3">{line.position}</td>
      <td title={line.name}>{line.product_id === null ? <span className="threelines">{line.name}</span> : <button type="button" className="linkname threelines" onClick={() => go("products", line.product_id ?? 0)}>{line.name}</button>}</td>
      <td className="i2 c-spec" title={line.spec}>{line.spec}</td>
      <td className="num">{quantity(line.quantity_milli)} {line.unit}</td>
      <td className="num">{price(line.price_micro)}{line.discount > 0 && <span className="i3 s"> −{percent(line.discount)}</span>}</td>
      <td className="num i2">{percent(line.tax_rate)}</td>
      <td className="num"><Money fen={line.amount_fen} /></td>
      <td className="num"><DateText date={line.promised_on} column /></td>
      <td><LineState line={line} /></td>
    </tr>
  );
}

function LineState({ line }: { line: OrderLine }): ReactNode {
  const w = useWords().orders;
  const today = useToday();
  if (line.delivered_milli >= line.quantity_milli && line.quantity_milli > 0) return <Chip family="done" plain>{w.deliveredAll}</Chip>;
  if (line.delivered_milli > 0) return <Chip family={line.promised_on !== null && line.promised_on < today ? "late" : "run"} plain>{w.deliveredSome(quantity(line.delivered_milli))}</Chip>;
  if (line.customised) return <Chip family="accent">{w.customised}</Chip>;
  return <span className="i3 s">{line.service ? w.service : ""}</span>;
}

function Taxes({ order }: { order: OrderView }): ReactNode {
  const w = useWords().orders;
  const { rates, net_fen: net, tax_fen: tax, uppercase, amount_fen: total } = order.computed;
  return (
    <div className="taxes">
      <div className="g1">
        <div className="taxline"><span className="i3">{w.tax}</span><span className="g1">{rates.map((one) => <span key={one.rate} className="taxrate">{percent(one.rate)} <Money fen={one.tax_fen} /></span>)}</span></div>
        <div className="taxline"><span className="i3">{w.net}</span><span className="g1"><Money fen={net} /><span className="i3">　{w.taxSum}　</span><Money fen={tax} /></span></div>
        <div className="taxline"><span className="i3">{w.uppercase}</span><span className="g1" data-test="uppercase">{uppercase}</span></div>
      </div>
      <div className="num"><div className="i2 s">{w.totalWithTax}</div><div className="t"><Money fen={total} /></div>{order.draft.waiver_fen > 0 && <div className="i3 s">{w.waiver(amount(order.draft.waiver_fen))}</div>}</div>
    </div>
  );
}

function Facts({ order }: { order: OrderView }): ReactNode {
  const { names, orders: w } = useWords();
  const { draft, computed } = order;
  const place = [draft.delivery_address, draft.receiver, draft.receiver_phone].filter((one) => one !== "").join("　");
  const contact = [order.contact_name, order.contact_phone, order.contact_email].filter((one) => one !== "").join("　");
  const money = computed.instalment_fen.length > 1 ? w.instalments(computed.instalment_fen.map((fen) => amount(fen)).join(" + ")) : "";
  return (
    <div className="block">
      <Pair label={w.payment}>{computed.terms_sentence}{money}　<span className="i3">{names.method[draft.terms.method]}</span></Pair>
      <Pair label={w.delivery}>{place === "" ? "—" : place}</Pair>
      <Pair label={w.contact}>{contact === "" ? "—" : contact}</Pair>
      <Pair label={w.invoice}>{names.invoice[draft.invoice_kind]}　{draft.invoice_title}</Pair>
      {draft.customer_order_number !== "" && <Pair label={w.customerOrder}>{draft.customer_order_number}</Pair>}
      {draft.note !== "" && <Pair label={w.note}>{draft.note}</Pair>}
    </div>
  );
}
