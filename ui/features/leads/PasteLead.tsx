/** 「粘贴识别」 for leads: a chat message into a new lead's form, or into the one that is open. Nothing is saved before somebody looked. */
import { Button } from "antd";
import type { ReactNode } from "react";
import { useAsk, type LeadCard } from "../../bridge";
import { fill } from "../../parts/kept";
import { Note } from "../../parts/Note";
import { PasteDialog } from "../../parts/PasteDialog";
import type { Found } from "../../parts/pasted";
import { go } from "../../parts/place";
import { say } from "../../parts/Toast";
import { useWords } from "../../words";
import { emptyCard, likeAsk, nameOf } from "./card";
import { applied, placeOnLead } from "./pasted";

/** Into a new lead's form; look-alikes are named. */
export function PasteLead({ onClose }: { onClose: () => void }): ReactNode {
  const w = useWords();
  const empty = emptyCard();
  const create = (found: Found[]): void => {
    // What was typed there before stays where the paste has nothing to say.
    fill<LeadCard>({ kind: "lead", id: null }, nameOf, empty, (card) => applied(card, found, w));
    say(w.pasted.filled(found.filter((part) => part.taken).length));
    go("leads", "new");
  };
  return (
    <PasteDialog
      text="" onClose={onClose} place={(parts) => placeOnLead(empty, parts, w)}
      note={(found) => <Alike card={applied(empty, found, w)} />}
      acts={(found) => <Acts label={w.leads.paste.create} found={found} onUse={() => create(found)} onClose={onClose} />}
    />
  );
}

/** Into an open card: empty boxes are filled, differing ones wait for a tick. */
export function PasteInto({ card, set, onClose }: { card: LeadCard; set: (card: LeadCard) => void; onClose: () => void }): ReactNode {
  const w = useWords();
  const use = (found: Found[]): void => {
    set(applied(card, found, w));
    onClose();
    say(w.pasted.filled(found.filter((part) => part.taken).length));
  };
  return (
    <PasteDialog
      text="" onClose={onClose} place={(parts) => placeOnLead(card, parts, w)}
      acts={(found) => <Acts label={card.id === null ? w.leads.paste.create : w.pasted.fill} found={found} onUse={() => use(found)} onClose={onClose} />}
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

function Alike({ card }: { card: LeadCard }): ReactNode {
  const w = useWords().leads;
  const ask = likeAsk(card);
  const found = useAsk("lead_similar", ask ?? { id: null, name: "", phone: "" }, { enabled: ask !== null }).data ?? [];
  if (ask === null || found.length === 0) return null;
  return (
    <Note family="wait" title={w.similar(found.length)} test="paste-similar">
      {found.slice(0, 4).map((one) => (
        <span className="pastealike" key={`${one.what}${one.id}`}>
          <span className="ell">{one.name}</span>
          <span className="i2 nw">{w.likeWhat[one.what] ?? one.what} · {w.similarBy[one.by] ?? one.by}</span>
          <button type="button" className="linkbtn" onClick={() => go(one.what === "customer" ? "customers" : "leads", one.id)} data-test="paste-look">{w.paste.openLike}</button>
        </span>
      ))}
    </Note>
  );
}
