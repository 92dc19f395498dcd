/** The section 「法审」: each review with what was checked, the newest on top. */
import type { ReactNode } from "react";
import type { ContractReview, ContractView } from "../../bridge";
import { Chip, Empty, Glyph, InstantText } from "../../parts";
import { useWords } from "../../words";

/** The section. */
export function Reviews({ contract }: { contract: ContractView }): ReactNode {
  const w = useWords().contracts;
  if (contract.reviews.length === 0) return <Empty>{contract.needs_review ? w.noReviews : w.reviewNotNeeded}</Empty>;
  return <>{contract.reviews.map((one) => <One key={one.id} one={one} />)}</>;
}

function One({ one }: { one: ContractReview }): ReactNode {
  const { contracts: w, names } = useWords();
  return (
    <div className="block" data-test="review-row">
      <div className="r gap12">
        <Chip family={one.passed ? "done" : "late"} shape={one.passed ? "done" : "failed"}>{one.passed ? w.passed : w.returned}</Chip>
        <b>{one.decider}</b>
        {one.recorder !== one.decider && <span className="i2 s">{names.given[one.given]}　{w.onBehalf(one.recorder)}</span>}
        {one.confirmed === false && <span className="late s">{w.disputed}</span>}
        <span className="g1" />
        <span className="i2 s"><InstantText at={one.at} /></span>
      </div>
      {one.reason !== "" && <p className="asis">{one.reason}</p>}
      <ul className="checked">
        {one.checklist.map((checked) => <li key={checked.item} className={checked.ok ? "i2" : "late"}><Glyph shape={checked.ok ? "done" : "late"} size={12} />{w.names.items[checked.item].name}{checked.remark !== "" && <span className="ink">　{checked.remark}</span>}</li>)}
      </ul>
    </div>
  );
}
