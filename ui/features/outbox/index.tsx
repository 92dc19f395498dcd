/** The room 「发件箱」: letters at the left with problems first, the chosen letter at the right; for a sample book also its demo inbox. */
import { useEffect, useState, type ReactNode } from "react";
import { useAsk, useStatus } from "../../bridge";
import { RoomHead, Views, go, useKeys } from "../../parts";
import { OrderPeek } from "../../parts/order/OrderPeek";
import { useWords } from "../../words";
import "../../parts/rooms.css";
import { DemoInbox } from "./DemoInbox";
import { Letter } from "./Letter";
import { LetterList } from "./LetterList";
import { VIEWS, firstView, type View } from "./letter";
import "./outbox.css";

/** The room; `rest` is `[letter id]`, `["inbox"]` or nothing. */
export default function OutboxRoom({ rest }: { rest: string[] }): ReactNode {
  const w = useWords().outbox;
  const sample = useStatus()?.sample ?? false;
  const [view, setView] = useState<View | null>(null);
  const inbox = rest[0] === "inbox";
  const id = Number(rest[0]);
  const chosen = Number.isSafeInteger(id) && id > 0 ? id : null;
  const counts = useAsk("outbox_list", { view: "all", after: null, limit: 1 }).data;
  useEffect(() => {
    // A letter that was asked for by its address may stand in any view.
    if (view === null && counts !== undefined) setView(chosen === null ? firstView(counts.todo) : "all");
  }, [view, counts, chosen]);
  const letter = useAsk("outbox_view", { id: chosen ?? 0 }, { enabled: chosen !== null, keep: false }).data;
  const orderOf = letter?.row.order_id ?? null;
  const [peek, setPeek] = useState(false);
  useKeys({ Escape: () => setPeek(false) }, peek);
  const now = view ?? "all";
  const choices: { name: View | "inbox"; label: string; count?: number; hot?: boolean }[] = VIEWS.map((name) => ({ name, label: w.views[name], count: counts?.[name] ?? 0, hot: name === "todo" }));
  if (sample) choices.push({ name: "inbox", label: w.inbox });
  const choose = (name: View | "inbox"): void => {
    if (name === "inbox") return go("outbox", "inbox");
    setView(name);
    if (inbox) go("outbox");
  };
  return (
    <div className="roompage" data-test="room-outbox">
      <RoomHead title={w.title}><Views<View | "inbox"> choices={choices} now={inbox ? "inbox" : now} onChoose={choose} test="outbox-view" /></RoomHead>
      {inbox ? <DemoInbox /> : (
        <div className="mailbox">
          {view !== null && <LetterList view={now} chosen={chosen} counts={counts} onChoose={(letter) => go("outbox", letter)} onAll={() => setView("all")} onPeek={() => setPeek(!peek)} />}
          {peek && orderOf !== null && <OrderPeek id={orderOf} over onClose={() => setPeek(false)} />}
          <div className="letterside">{chosen === null ? <p className="i3 pad">{w.pick}</p> : <Letter key={chosen} id={chosen} />}</div>
        </div>
      )}
    </div>
  );
}
