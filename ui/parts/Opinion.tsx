/** What a level decided, and what it must judge. */
import type { ReactNode } from "react";
import type { ApprovalEntry, LevelFact } from "../bridge";
import { useWords } from "../words";
import { Glyph } from "./Glyph";
import { InstantText } from "./Text";

/** What somebody decided, how it was given and who wrote it down. */
export function Opinion({ entry, undated }: { entry: ApprovalEntry; undated?: boolean }): ReactNode {
  const { names, orders: w } = useWords();
  const behalf = entry.recorder !== entry.decider && entry.recorder !== "";
  const answered = entry.confirmed === null ? w.unconfirmed : entry.confirmed ? w.confirmed : w.disputed;
  return (
    <>
      {entry.note !== "" && <div className="opinion">{entry.note}</div>}
      <div className="s i3">{undated !== true && <><InstantText at={entry.at} />　</>}{behalf ? w.by(names.given[entry.given], entry.recorder) : names.given[entry.given]}</div>
      {behalf && <div className={`s ${entry.confirmed === false ? "late" : "i3"}`}>{answered}{entry.behalf_reason !== "" && `　${entry.behalf_reason}`}{entry.evidence !== null && `　${w.evidence}`}</div>}
    </>
  );
}

/** A fact to judge, with whether policy is kept: word, shape and colour. */
export function Fact({ fact }: { fact: LevelFact }): ReactNode {
  const w = useWords().orders;
  return (
    <div className="fact s">
      <span className="i3">{w.facts[fact.code] ?? fact.code}</span>
      <span className="g1">{fact.text}</span>
      {fact.within !== null && <span className={`r gap4 nw ${fact.within ? "done" : "wait"}`}><Glyph shape={fact.within ? "done" : "wait"} size={11} />{fact.within ? w.within : w.beyond}</span>}
    </div>
  );
}
