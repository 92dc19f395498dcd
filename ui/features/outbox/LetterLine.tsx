/** A letter in the list, in two lines: its state and whom it goes to, what it is and what became of it. */
import type { ReactNode } from "react";
import type { OutboxRow } from "../../bridge";
import { InstantText, LetterChip, useToday } from "../../parts";
import { explainMail } from "../../words/mail";
import { useLanguage, useWords } from "../../words";
import { instantSpoken } from "../../words/figures";
import { noteOf } from "./standing";

/** The two lines. */
export function LetterLine({ row }: { row: OutboxRow }): ReactNode {
  const w = useWords().outbox;
  return (
    <span className="letterline" data-test="letter" data-state={row.state}>
      <span className="lettertop">
        <span className="letterkind"><LetterChip state={row.state} /></span>
        <span className="lettername ell">{row.customer === "" ? row.to : row.customer}</span>
        <span className="xs i3 nw"><InstantText at={row.sent_at ?? row.queued_at} /></span>
      </span>
      <span className="lettertop s">
        <span className="letterkind i3 ell">{w.kinds[row.kind] ?? row.kind}{row.revision > 1 ? ` R${row.revision}` : ""}</span>
        <span className="i2 nw">{row.order_number}</span>
        <LineNote row={row} />
      </span>
    </span>
  );
}

function LineNote({ row }: { row: OutboxRow }): ReactNode {
  const w = useWords().outbox;
  const language = useLanguage();
  const today = useToday();
  const kind = noteOf(row);
  const text = {
    missing: w.note.missing,
    queued: w.note.queued,
    sending: w.note.sending,
    sent: row.to,
    retry: w.note.retry(instantSpoken(row.next_try_at, today, language), row.tries),
    said: explainMail(language, row.explain).title,
    uncertain: w.note.uncertain,
    withdrawn: w.note.withdrawn,
    none: "",
  }[kind];
  return <span className="i2 ell lineend" title={text}>{text}</span>;
}
