/** The quotations, contracts and orders of a deal, each leading to its document. */
import { Button } from "antd";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import type { OpportunityView } from "../../bridge";
import { Empty, Money, StateChip, go, useToday } from "../../parts";
import { useLanguage, useWords } from "../../words";
import { dateSpoken } from "../../words/figures";

/** Its quotations, as their current versions stand; while the deal goes on another one can be begun. */
export function Quotations({ deal, onNew = null }: { deal: OpportunityView; onNew?: (() => void) | null }): ReactNode {
  const { opportunities: w, quotations } = useWords();
  const language = useLanguage();
  const today = useToday();
  const begin = onNew !== null && <Button size="small" icon={<Plus size={14} strokeWidth={1.6} />} onClick={onNew} data-test="quotation-begin">{quotations.newOne}</Button>;
  if (deal.quotations.length === 0) return <Empty act={begin}>{w.quotations.none}</Empty>;
  return (
    <div className="neighbours" data-test="quotations">
      {begin !== false && <div className="r end neighbouract">{begin}</div>}
      {deal.quotations.map((one) => (
        <button key={one.id} type="button" className="neighbour" onClick={() => go("quotations", one.id)} data-test="to-quotation">
          <b className="no nw">{one.number}</b>
          <span className="i2 nw">{w.quotations.version(one.revision)}</span>
          <span className="g1 i2">{w.quotations.states[one.state] ?? one.state}{one.valid_until !== null && `　${w.quotations.until(dateSpoken(one.valid_until, today, language))}`}</span>
          <Money fen={one.amount_fen} />
        </button>
      ))}
    </div>
  );
}

/** Its contracts, and the orders of each. */
export function Contracts({ deal }: { deal: OpportunityView }): ReactNode {
  const { opportunities: w, orders } = useWords();
  const language = useLanguage();
  const today = useToday();
  if (deal.contracts.length === 0) return <Empty>{w.contracts.none}</Empty>;
  return (
    <div className="neighbours" data-test="contracts">
      {deal.contracts.map((one) => (
        <div key={one.id}>
          <button type="button" className="neighbour" onClick={() => go("contracts", one.id)} data-test="to-contract">
            <b className={`nw ${one.number === "" ? "i3" : "no"}`}>{one.number === "" ? w.contracts.noNumber : one.number}</b>
            <span className="g1 i2">{w.contracts.states[one.state] ?? one.state}{one.signed_on !== null && `　${w.contracts.signed(dateSpoken(one.signed_on, today, language))}`}{one.supplement_of !== null && `　${w.contracts.supplement}`}</span>
            <Money fen={one.amount_fen} />
          </button>
          {deal.orders.filter((order) => order.contract_id === one.id).map((order) => (
            <button key={order.id} type="button" className="neighbour under" onClick={() => go("orders", order.id)} data-test="to-order">
              <span className="no nw">{order.number === "" ? orders.draftNumber : order.number}</span>
              <span className="g1"><StateChip status={order.status} plain /></span>
              <Money fen={order.amount_fen} />
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
