/** The section 「商机」 of a customer: what is going on with it, the newest first, and where another one begins. */
import { Button } from "antd";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useAsk } from "../../bridge";
import { Answer, DateText, EVERY_DEAL, Empty, Money, go } from "../../parts";
import { StageChip } from "../../parts/deal/StageChip";
import { useWords } from "../../words";

/** So many are listed; the others are found in their room. */
const MOST = 100;

/** The section. */
export function DealsOf({ id }: { id: number }): ReactNode {
  const { customers: w, opportunities: o } = useWords();
  const page = useAsk("opportunity_list", { filter: { ...EVERY_DEAL, customer_id: id }, sort: "created", descending: true, after: null, limit: MOST });
  const begin = <Button size="small" icon={<Plus size={14} strokeWidth={1.6} />} onClick={() => go("opportunities", "new", id)} data-test="customer-new-deal">{o.newOne}</Button>;
  return (
    <Answer of={page}>
      {({ rows }) => (rows.length === 0 ? <Empty act={begin}>{w.page.noDeals}</Empty> : (
        <>
          <div className="pad">{begin}</div>
          <table className="tbl" data-test="customer-deals">
            <thead><tr><th>{o.columns.number}</th><th>{o.columns.name}</th><th>{o.columns.stage}</th><th>{o.columns.owner}</th><th className="num">{o.columns.expected}</th><th className="num">{o.columns.amount}</th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td><button type="button" className="linkbtn" onClick={() => go("opportunities", row.id)} data-test="customer-deal">{row.number}</button></td>
                  <td>{row.name}</td>
                  <td><StageChip stage={row.stage} /></td>
                  <td className="i2">{row.owner === "" ? o.noOwner : row.owner}</td>
                  <td className="num"><DateText date={row.expected_on} column /></td>
                  <td className="num">{row.amount_fen === 0 ? "—" : <Money fen={row.amount_fen} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ))}
    </Answer>
  );
}
