/** Letters about a document and their fate, and one of them, byte for byte. */
import { useState, type ReactNode } from "react";
import { useAsk, type OutboxRow } from "../../bridge";
import { useWords } from "../../words";
import { LetterChip } from "../Chip";
import { Answer } from "../Loading";
import { Paper } from "../Paper";
import { InstantText } from "../Text";
import { go } from "../place";

/** A letter's version as people call it: R1 of a confirmation, V1 of what is confirmed or accepted. */
export function versionOf(letter: Pick<OutboxRow, "kind" | "revision">): string {
  return `${letter.kind === "order_confirmation" ? "R" : "V"}${letter.revision}`;
}

/** One letter. */
export function LetterRow({ letter, on, show }: { letter: OutboxRow; on: boolean; show: () => void }): ReactNode {
  const w = useWords().orders;
  return (
    <div className={`letterrow${on ? " on" : ""}`} onClick={show} data-test="letter">
      <LetterChip state={letter.state} />
      <span className="nw">{w.letterKinds[letter.kind] ?? letter.kind} {versionOf(letter)}</span>
      <span className="g1 i2 ell">{letter.to}</span>
      <span className="i3 s nw"><InstantText at={letter.sent_at ?? letter.queued_at} /></span>
      <button type="button" className="linkbtn s" onClick={(event) => { event.stopPropagation(); go("outbox", letter.id); }} data-test="to-outbox">{w.toOutbox}</button>
    </div>
  );
}

/** The paper of a letter as it was sent. */
export function SentPaper({ id }: { id: number }): ReactNode {
  const w = useWords().papers;
  const file = useAsk("outbox_pdf", { id }, { keep: false });
  return <Answer of={file}>{(one) => <Paper file={one} note={w.exact} />}</Answer>;
}

/** All of them; the first one is shown below. */
export function LetterList({ letters }: { letters: OutboxRow[] }): ReactNode {
  const [shown, setShown] = useState<number | null>(letters.at(-1)?.id ?? null);
  return (
    <div className="letters">
      {letters.map((letter) => <LetterRow key={letter.id} letter={letter} on={letter.id === shown} show={() => setShown(letter.id)} />)}
      {shown !== null && <SentPaper id={shown} />}
    </div>
  );
}
