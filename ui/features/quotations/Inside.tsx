/** What only the house sees of the current version: what it leaves, the limits, and what needs the supervisor. */
import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import type { QuotationView } from "../../bridge";
import { Glyph } from "../../parts";
import { useWords } from "../../words";
import { amount, percent } from "../../words/figures";

/** The hatched box below the versions. */
export function Inside({ offer }: { offer: QuotationView }): ReactNode {
  const w = useWords().quotations;
  const current = offer.versions.at(-1);
  if (current === undefined) return null;
  const { total, margin_floor: floor, discount, discount_limit: limit, concerns, cost_passes: passes } = current.computed;
  return (
    <aside className="insidebox" data-test="inside">
      <div className="r gap6 w6"><Lock size={13} strokeWidth={1.8} />{w.inside}</div>
      <div className="r gap20 wrap">
        <span><span className="i3">{w.marginOf(current.revision)}</span> <b data-test="margin-left">{amount(total.left_fen)}</b></span>
        <span><span className="i3">{w.rate}</span> <b data-test="margin-rate">{percent(total.rate)}</b></span>
        <span><span className="i3">{w.floor}</span> {percent(floor)}</span>
        <span><span className="i3">{w.discount}</span> {percent(discount)}</span>
        <span><span className="i3">{w.limit}</span> {percent(limit)}</span>
      </div>
      {concerns.map((one, index) => <div key={index} className="late r gap6" data-test="concern"><Glyph shape="late" size={12} />{w.names.concern(one)}</div>)}
      {passes && <div className="i2 s" data-test="cost-passes">{w.costPasses}</div>}
    </aside>
  );
}
