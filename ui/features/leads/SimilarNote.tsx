/** Who looks like the lead being typed, among leads and customers: asked after a pause, told in a note that never blocks (L6). */
import type { ReactNode } from "react";
import { useAsk, type LeadCard } from "../../bridge";
import { Note, go } from "../../parts";
import { usePause } from "../../parts/pause";
import { useWords } from "../../words";
import { likeAsk } from "./card";

/** The note, or nothing. */
export function SimilarNote({ card }: { card: LeadCard }): ReactNode {
  const { customers, leads: w } = useWords();
  const ask = usePause(likeAsk(card));
  const found = useAsk("lead_similar", ask ?? { id: null, name: "", phone: "" }, { enabled: ask !== null }).data ?? [];
  if (ask === null || found.length === 0) return null;
  return (
    <Note family="wait" title={w.similar(found.length)} test="similar">
      {found.slice(0, 4).map((one) => (
        <span className="line" key={`${one.what}${one.id}`}>
          <button type="button" className="linkbtn" onClick={() => go(one.what === "customer" ? "customers" : "leads", one.id)} data-test="similar-open">{one.name}</button>
          <span className="i2">　{[w.likeWhat[one.what] ?? one.what, w.similarBy[one.by] ?? one.by, one.state === null ? "" : w.names.states[one.state], one.owner === "" ? "" : customers.similarOwner(one.owner)].filter((part) => part !== "").join(" · ")}</span>
        </span>
      ))}
    </Note>
  );
}
