/** Who looks like the customer being typed: asked after a pause, told in a note that never blocks. */
import type { ReactNode } from "react";
import { useAsk, type CustomerCard } from "../../bridge";
import { Note } from "../../parts/Note";
import { go } from "../../parts/place";
import { usePause } from "../../parts/pause";
import { useWords } from "../../words";
import { similarAsk } from "./card";

/** The note, or nothing. */
export function SimilarNote({ card }: { card: CustomerCard }): ReactNode {
  const w = useWords().customers;
  const ask = usePause(similarAsk(card));
  const found = useAsk("customer_similar", ask ?? { id: null, name: "", phones: [] }, { enabled: ask !== null }).data ?? [];
  if (ask === null || found.length === 0) return null;
  return (
    <Note family="wait" title={w.similar(found.length)} test="similar">
      {found.slice(0, 4).map((one) => (
        <span className="line" key={one.id}>
          <button type="button" className="linkbtn" onClick={() => go("customers", one.id)}>{one.name}</button>
          <span className="i2">　{w.similarBy[one.by] ?? one.by}{one.owner === "" ? "" : `　${w.similarOwner(one.owner)}`}</span>
        </span>
      ))}
    </Note>
  );
}
