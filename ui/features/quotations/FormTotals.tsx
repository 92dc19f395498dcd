/** The running totals of the form: amount, tax, and what only the house sees. */
import type { ReactNode } from "react";
import type { QuotationComputed } from "../../bridge";
import { Glyph, Money } from "../../parts";
import { useWords } from "../../words";
import { amount, percent } from "../../words/figures";

/** The band above the foot. */
export function FormTotals({ computed }: { computed: QuotationComputed | undefined }): ReactNode {
  const { form: w, names, costPasses } = useWords().quotations;
  const total = computed?.total;
  const concerns = computed?.concerns ?? [];
  const low = concerns.some((one) => one.code === "BelowFloor");
  return (
    <div className="formtotals">
      <div className="g1">
        <div className="r gap20 wrap" data-test="inside-totals">
          <span><span className="i3">{w.cost}</span> {amount(total?.cost_fen)}</span>
          <span><span className="i3">{w.left}</span> {amount(total?.left_fen)}</span>
          <span><span className="i3">{w.rate}</span> <b className={low ? "late" : ""} data-test="total-margin">{percent(total?.rate)}</b></span>
          <span><span className="i3">{w.tax}</span> <Money fen={computed?.amounts.tax_fen} /></span>
        </div>
        <div className="r gap16 wrap s" data-test="form-concerns">{concerns.slice(0, 3).map((one, index) => <span key={index} className="late r gap6"><Glyph shape="late" size={11} />{names.concern(one)}</span>)}{concerns.length > 3 && <span className="i2">{w.moreConcerns(concerns.length - 3)}</span>}{computed?.cost_passes === true && <span className="i2" data-test="cost-passes">{costPasses}</span>}</div>
      </div>
      <div className="num"><div className="i2 s">{w.total}</div><div className="docsum" data-test="total"><Money fen={computed?.amounts.amount_fen ?? 0} /></div></div>
    </div>
  );
}
