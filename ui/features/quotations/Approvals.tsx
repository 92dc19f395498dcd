/** Who was asked about versions beyond the limits, and what they said. */
import type { ReactNode } from "react";
import type { QuotationView } from "../../bridge";
import { Empty, InstantText } from "../../parts";
import { useWords } from "../../words";

/** The section. */
export function Approvals({ offer }: { offer: QuotationView }): ReactNode {
  const { quotations: w, names, orders } = useWords();
  if (offer.approvals.length === 0) return <Empty>{w.noApprovals}</Empty>;
  return (
    <table className="tbl" data-test="approvals">
      <tbody>
        {offer.approvals.map((one) => (
          <tr key={one.id}>
            <td className="nw i2">{orders.round(one.round)}</td><td className="nw">{names.decision[one.decision]}</td>
            <td className="nw w6">{one.decider}</td><td className="nw i2">{names.given[one.given]}{one.recorder !== one.decider && `　${one.recorder}`}</td>
            <td className="vtext">{one.note}</td><td className="num nw i2"><InstantText at={one.at} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
