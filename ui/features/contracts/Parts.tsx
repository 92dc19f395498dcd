/** What a contract holds: lines with their amounts, terms and delivery; its clauses; the orders that stand on it. */
import type { ReactNode } from "react";
import type { ContractView } from "../../bridge";
import { Chip, DateText, Empty, Money, Pair, go } from "../../parts";
import { Due } from "../../parts/lead/Due";
import { useWords } from "../../words";
import { amount, percent, price, quantity } from "../../words/figures";

/** The section 「内容」. */
export function Content({ contract }: { contract: ContractView }): ReactNode {
  const { orders: w, deadline } = useWords();
  const { draft, computed } = contract;
  return (
    <>
      {draft.lines.length > 0 && (
        <table className="tbl lines" data-test="lines">
          <thead><tr><th className="c-no">#</th><th>{w.line.name}</th><th className="c-spec">{w.line.spec}</th><th className="num c-qty">{w.line.quantity}</th><th className="num c-price">{w.line.price}</th><th className="num c-rate">{w.line.rate}</th><th className="num c-amount">{w.line.amount}</th><th className="num c-date">{w.line.promised}</th><th className="c-state" /></tr></thead>
          <tbody>
            {draft.lines.map((line, at) => (
              <tr key={at} data-test="line">
                <td className="i3">{at + 1}</td>
                <td title={line.name}><span className="threelines">{line.name}</span></td>
                <td className="i2 c-spec" title={line.spec}>{line.spec}</td>
                <td className="num">{line.quantity_milli === null ? <span className="i3">— / {line.unit}</span> : `${quantity(line.quantity_milli)} ${line.unit}`}</td>
                <td className="num">{price(line.price_micro)}{line.discount > 0 && <span className="i3 s"> −{percent(line.discount)}</span>}</td>
                <td className="num i2">{percent(line.tax_rate)}</td>
                <td className="num"><Money fen={computed.line_fen[at] ?? null} /></td>
                <td className="num"><DateText date={line.promised_on ?? draft.promised_on} column /></td>
                <td>{line.customised && <Chip family="accent">{w.customised}</Chip>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Facts contract={contract} />
      {contract.deadlines.length > 0 && <div className="block">{contract.deadlines.map((view) => <div key={view.id} className="deadlinerow" data-test="deadline-row"><Due view={view} /><span className="g1">{deadline.rules[view.rule].todo}</span></div>)}</div>}
    </>
  );
}

function Facts({ contract }: { contract: ContractView }): ReactNode {
  const { names, orders: w, contracts } = useWords();
  const { draft, computed } = contract;
  const f = contracts.form.fields;
  const money = computed.instalment_fen.length > 1 && draft.kind !== "Framework" ? w.instalments(computed.instalment_fen.map((fen) => amount(fen)).join(" + ")) : "";
  return (
    <div className="block">
      {draft.lines.length > 0 && draft.kind !== "Framework" && <Pair label={w.uppercase}><span data-test="uppercase">{computed.uppercase}</span></Pair>}
      <Pair label={w.payment}>{computed.terms_sentence}{money}　<span className="i3">{names.method[draft.terms.method]}</span></Pair>
      {draft.delivery_period !== "" && <Pair label={f.delivery_period}>{draft.delivery_period}</Pair>}
      {draft.promised_on !== null && <Pair label={f.promised_on}><DateText date={draft.promised_on} /></Pair>}
      {draft.delivery_address !== "" && <Pair label={f.delivery_address}>{draft.delivery_address}</Pair>}
      {draft.valid_until !== null && <Pair label={f.valid_until}><DateText date={draft.valid_until} /></Pair>}
      {draft.limit_fen !== null && <Pair label={f.limit_fen}><Money fen={draft.limit_fen} /></Pair>}
      {contract.contact_name !== "" && <Pair label={f.contact_id}>{contract.contact_name}</Pair>}
      {draft.customer_order_number !== "" && <Pair label={f.customer_order_number}>{draft.customer_order_number}</Pair>}
      {draft.waiver_fen > 0 && <Pair label={w.total}>{w.waiver(amount(draft.waiver_fen))}</Pair>}
      {draft.note !== "" && <Pair label={f.note}><span className="asis">{draft.note}</span></Pair>}
    </div>
  );
}

/** The section 「条款」. */
export function Clauses({ contract }: { contract: ContractView }): ReactNode {
  const w = useWords().contracts;
  const { clauses } = contract.draft;
  if (clauses.length === 0) return <Empty>{w.noClauses}</Empty>;
  return <>{clauses.map((clause, at) => <div className="block reading" key={at} data-test="clause-read"><div className="sec">{clause.title}</div><p className="asis">{clause.body}</p></div>)}</>;
}

/** The section 「订单」. */
export function Orders({ contract }: { contract: ContractView }): ReactNode {
  const { contracts: w, names, orders } = useWords();
  if (contract.orders.length === 0) return <Empty>{w.noOrders}</Empty>;
  return (
    <div className="block">
      {contract.orders.map((one) => (
        <button type="button" key={one.id} className="orderrow" onClick={() => go("orders", one.id)} data-test="to-order">
          <b className={one.number === "" ? "i3" : one.status === "Void" ? "no struck" : "no"}>{one.number === "" ? orders.draftNumber : one.number}</b>
          <span className="g1 i2">{names.status[one.status]}</span>
          <span className="i2"><DateText date={one.created_on} /></span>
          <span className="num"><Money fen={one.amount_fen} struck={one.status === "Void"} /></span>
        </button>
      ))}
    </div>
  );
}
