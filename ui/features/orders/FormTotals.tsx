/** The running total: each tax rate, 大写, and the difference to the contract; all computed by the core. */
import type { ReactNode } from "react";
import type { OrderComputed } from "../../bridge";
import { Glyph, Money } from "../../parts";
import { useWords } from "../../words";
import { amount, percent } from "../../words/figures";
import { filled } from "../../parts/lines/rows";
import type { Form } from "./draft";

/** The band above the bar. */
export function FormTotals({ form, computed }: { form: Form; computed: OrderComputed | undefined }): ReactNode {
  const w = useWords().orderForm;
  const rows = form.rows.filter(filled).length;
  const full = (computed?.line_fen ?? []).filter((fen) => fen !== null).length;
  const waived = computed === undefined ? 0 : computed.before_waiver_fen - computed.amount_fen;
  const rates = computed?.rates ?? [];
  return (
    <div className="formtotals">
      <div className="g1">
        <div className="r gap20">
          <span><span className="i3">{w.tax}</span>　{rates.map((one) => <span key={one.rate} className="taxrate">{percent(one.rate)} <Money fen={one.tax_fen} /></span>)}{rates.length === 0 && "—"}</span>
          <span><span className="i3">{w.net}</span>　<Money fen={computed?.net_fen} /></span>
          {waived > 0 && <span className="i2 nw" data-test="waived">{w.waiver.off(amount(waived))}</span>}
          <span className="i2">{w.valid(Math.min(full, rows), Math.max(0, rows - full))}</span>
        </div>
        <div className="ell"><span className="i3">{w.uppercase}</span>　<span data-test="uppercase">{computed?.uppercase ?? ""}</span></div>
      </div>
      <Difference computed={computed} contract={form.contractAmount} />
      <div className="num"><div className="i2 s">{w.total}</div><div className="docsum" data-test="total"><Money fen={computed?.amount_fen ?? 0} /></div></div>
    </div>
  );
}

function Difference({ computed, contract }: { computed: OrderComputed | undefined; contract: string }): ReactNode {
  const w = useWords().orderForm;
  const difference = computed?.contract_difference_fen ?? null;
  if (difference === null || contract.trim() === "") return null;
  const agrees = difference === 0;
  return (
    <div className="num s" data-test="difference">
      <div className="i2">{w.contract(contract)}</div>
      <div className={`r gap4 ${agrees ? "done" : "wait"}`}><Glyph shape={agrees ? "done" : "wait"} />{agrees ? w.agrees : difference < 0 ? w.missing(amount(-difference)) : w.over(amount(difference))}</div>
    </div>
  );
}
