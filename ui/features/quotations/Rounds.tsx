/** The rounds of negotiation (Q3): what the customer objected to and what was changed, the last one on top. */
import type { ReactNode } from "react";
import type { QuotationView } from "../../bridge";
import { InstantText } from "../../parts";
import { useWords } from "../../words";

/** A box for each round. */
export function Rounds({ offer }: { offer: QuotationView }): ReactNode {
  const w = useWords().quotations;
  const rounds = offer.versions.filter((one) => one.objection !== null || one.taken_from !== null);
  if (rounds.length === 0) return null;
  return (
    <div className="rounds">
      {[...rounds].reverse().map((one) => (
        <section key={one.id} className="roundbox" data-test="round">
          <div className="r gap12"><b>{w.rounds.title(one.revision - 1)}</b><span className="i2"><InstantText at={one.created_at} /></span><span className="i2">V{one.revision - 1} → V{one.revision}</span></div>
          {one.objection !== null && <div><span className="i3">{w.rounds.objected}</span>　<span className="w6">{w.names.objections[one.objection]}</span>　<span className="asis">{one.objection_note}</span></div>}
          {one.taken_from !== null && <div><span className="i3">{w.names.acts.TakeUp}</span>　<span className="w6">V{one.taken_from}</span>　<span className="asis">{one.objection_note}</span></div>}
          {one.changed !== "" && <div><span className="i3">{w.rounds.changed}</span>　<span className="asis">{one.changed}</span></div>}
        </section>
      ))}
    </div>
  );
}
