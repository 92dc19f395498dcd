/** 「粘贴识别」 for customers: into a new card, or into the one that is open. Nothing is saved before somebody looked. */
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { useAsk, useStatus, type CustomerCard } from "../../bridge";
import { fill } from "../../parts/kept";
import { Note } from "../../parts/Note";
import { PasteDialog } from "../../parts/PasteDialog";
import type { Found } from "../../parts/pasted";
import { go } from "../../parts/place";
import { say } from "../../parts/Toast";
import { useWords } from "../../words";
import { emptyCard, similarAsk } from "./card";
import { applied, carry, placeOnCard } from "./pasted";

/** Into a new customer's form; look-alikes are named and can be filled instead. */
export function PasteNew({ onClose }: { onClose: () => void }): ReactNode {
  const w = useWords();
  const status = useStatus();
  const [text, setText] = useState("");
  const empty = emptyCard("", status?.person?.id ?? null);
  const create = (found: Found[]): void => {
    // What was typed there before stays where the paste has nothing to say.
    fill<CustomerCard>({ kind: "customer", id: null }, (card) => card.name.trim(), empty, (card) => applied(card, found, w));
    say(w.pasted.filled(found.filter((part) => part.taken).length));
    go("customers", "new");
  };
  return (
    <PasteDialog
      text="" onText={setText} onClose={onClose} place={(parts) => placeOnCard(empty, parts, w)}
      note={(found) => <LookAlikes card={applied(empty, found, w)} onFill={(id) => { carry(text); go("customers", id, "edit"); }} />}
      acts={(found) => <Acts label={w.pasted.create} found={found} onUse={() => create(found)} onClose={onClose} />}
    />
  );
}

/** Into an open card: empty boxes are filled, differing ones wait for a tick. */
export function PasteInto({ card, text, set, onClose }: { card: CustomerCard; text: string; set: (card: CustomerCard) => void; onClose: () => void }): ReactNode {
  const w = useWords();
  const use = (found: Found[]): void => {
    set(applied(card, found, w));
    onClose();
    const placed = placeOnCard(card, found, w);
    say(w.pasted.filled(found.filter((part, index) => part.taken && placed[index]?.old !== part.value).length));
  };
  return (
    <PasteDialog
      text={text} onClose={onClose} place={(parts) => placeOnCard(card, parts, w)}
      acts={(found) => <Acts label={card.id === null ? w.pasted.create : w.pasted.fill} found={found} onUse={() => use(found)} onClose={onClose} />}
    />
  );
}

function Acts({ label, found, onUse, onClose }: { label: string; found: Found[]; onUse: () => void; onClose: () => void }): ReactNode {
  const w = useWords();
  const left = found.filter((part) => !part.taken).length;
  return (
    <>
      <span className="g1 i2 s">{left > 0 && w.pasted.differing(left)}</span>
      <Button onClick={onClose}>{w.frame.cancel}</Button>
      <Button type="primary" disabled={!found.some((part) => part.taken)} onClick={onUse} data-test="paste-use">{label}</Button>
    </>
  );
}

function LookAlikes({ card, onFill }: { card: CustomerCard; onFill: (id: number) => void }): ReactNode {
  const w = useWords();
  const ask = similarAsk(card);
  const found = useAsk("customer_similar", ask ?? { id: null, name: "", phones: [] }, { enabled: ask !== null }).data ?? [];
  if (ask === null || found.length === 0) return null;
  return (
    <Note family="wait" title={w.customers.similar(found.length)} test="paste-similar">
      {found.slice(0, 4).map((one) => (
        <span className="pastealike" key={one.id}>
          <span className="ell">{one.name}</span>
          <span className="i2 nw">{w.customers.similarBy[one.by] ?? one.by}</span>
          <button type="button" className="linkbtn" onClick={() => onFill(one.id)} data-test="paste-fill-other">{w.pasted.fillOther}</button>
        </span>
      ))}
    </Note>
  );
}
