/** Who looks like the customer being typed: asked after a pause, told in a note that never blocks. */
import { useEffect, useState, type ReactNode } from "react";
import { useAsk, type CustomerCard, type SimilarAsk } from "../../bridge";
import { Note } from "../../parts/Note";
import { go } from "../../parts/place";
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

/** The question once typing has paused. */
function usePause(ask: SimilarAsk | null): SimilarAsk | null {
  const text = ask === null ? "" : JSON.stringify(ask);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 300);
    return () => clearTimeout(timer);
  }, [text]);
  return settled === "" ? null : (JSON.parse(settled) as SimilarAsk);
}
