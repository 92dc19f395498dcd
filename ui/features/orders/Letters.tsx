/** The section 「往来」: letters and their fate, and the letter itself, byte for byte. */
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { useAsk, type OrderView } from "../../bridge";
import { Answer, Empty, Paper } from "../../parts";
import { LetterRow, SentPaper } from "../../parts/letters/LetterList";
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
      {typeof shown === "number" && <SentPaper id={shown} />}
    </div>
  );
}

function Preview({ orderId }: { orderId: number }): ReactNode {
  const w = useWords().papers;
  const file = useAsk("order_letter", { id: orderId }, { keep: false });
  return <Answer of={file}>{(one) => <Paper file={one} note={w.draft} />}</Answer>;
}
