/** The section 「往来」: letters and their fate, and the letter itself, byte for byte. */
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { useAsk, type OrderView, type OutboxRow } from "../../bridge";
import { Answer, Empty, InstantText, LetterChip, Paper, go } from "../../parts";
import { useWords } from "../../words";

/** The section. */
export function LettersSection({ order }: { order: OrderView }): ReactNode {
  const w = useWords().orders;
  const [shown, setShown] = useState<number | "draft" | null>(order.letters[0]?.id ?? null);
  return (
    <div className="letters">
      {order.letters.length === 0 && <Empty act={order.lines.length > 0 && shown === null ? <Button size="small" onClick={() => setShown("draft")} data-test="preview-letter">{w.letterPreview}</Button> : undefined}>{w.noLetters}</Empty>}
      {order.letters.map((letter) => <LetterRow key={letter.id} letter={letter} on={letter.id === shown} show={() => setShown(letter.id)} />)}
      {shown === "draft" && <Preview orderId={order.id} />}
      {typeof shown === "number" && <Sent id={shown} />}
    </div>
  );
}

function LetterRow({ letter, on, show }: { letter: OutboxRow; on: boolean; show: () => void }): ReactNode {
  const w = useWords().orders;
  return (
    <div className={`letterrow${on ? " on" : ""}`} onClick={show} data-test="letter">
      <LetterChip state={letter.state} />
      <span className="nw">{w.letterKinds[letter.kind] ?? letter.kind} R{letter.revision}</span>
      <span className="g1 i2 ell">{letter.to}</span>
      <span className="i3 s nw"><InstantText at={letter.sent_at ?? letter.queued_at} /></span>
      <button type="button" className="linkbtn s" onClick={(event) => { event.stopPropagation(); go("outbox", letter.id); }} data-test="to-outbox">{w.toOutbox}</button>
    </div>
  );
}

function Preview({ orderId }: { orderId: number }): ReactNode {
  const w = useWords().papers;
  const file = useAsk("order_letter", { id: orderId }, { keep: false });
  return <Answer of={file}>{(one) => <Paper file={one} note={w.draft} />}</Answer>;
}

function Sent({ id }: { id: number }): ReactNode {
  const w = useWords().papers;
  const file = useAsk("outbox_pdf", { id }, { keep: false });
  return <Answer of={file}>{(one) => <Paper file={one} note={w.exact} />}</Answer>;
}
