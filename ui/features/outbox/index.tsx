/** The room 「发件箱」: letters at the left with problems first, the chosen letter at the right; for a sample book also its demo inbox. */
import { ArrowLeft, Inbox } from "lucide-react";
import { Button } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { call, useAsk, useStatus, type OutboxRow } from "../../bridge";
import { EVERY_LETTER, Empty, Key, ListRoom, RoomHead, go, useKeys } from "../../parts";
import { OrderPeek } from "../../parts/order/OrderPeek";
import { placeOf } from "../../parts/documentPlace";
import { useWords } from "../../words";
import "../../parts/rooms.css";
import { DemoInbox } from "./DemoInbox";
import { Letter } from "./Letter";
import { LetterLine } from "./LetterLine";
import { firstView, type View } from "./standing";
import { useLetterActs, useLetterColumns, useLetterConditions, useLetterViews } from "./listing";
import "./outbox.css";

/** The room; `rest` is `[letter id]`, `["inbox"]` or nothing. */
export default function OutboxRoom({ rest }: { rest: string[] }): ReactNode {
  const w = useWords().outbox;
  const id = Number(rest[0]);
  const chosen = Number.isSafeInteger(id) && id > 0 ? id : null;
  const counts = useAsk("outbox_totals", EVERY_LETTER).data;
  // A letter that was asked for by its address may stand in any view.
  const first = counts === undefined ? null : chosen === null ? firstView(counts.todo) : "all";
  // Whoever comes back has the counts of the last time, and need not wait for the list.
  const [begin, setBegin] = useState<View | null>(first);
  useEffect(() => {
    if (begin === null && first !== null) setBegin(first);
  }, [begin, first]);
  if (rest[0] === "inbox") {
    return (
      <div className="roompage" data-test="room-outbox">
        <RoomHead title={w.inbox} right={<Button type="text" icon={<ArrowLeft size={14} strokeWidth={1.6} />} onClick={() => go("outbox")} data-test="outbox-letters">{w.title}</Button>} />
        <DemoInbox />
      </div>
    );
  }
  return begin === null ? null : <Letters chosen={chosen} begin={begin} />;
}

function Letters({ chosen, begin }: { chosen: number | null; begin: View }): ReactNode {
  const w = useWords().outbox;
  const sample = useStatus()?.sample ?? false;
  const letter = useAsk("outbox_view", { id: chosen ?? 0 }, { enabled: chosen !== null, keep: false }).data;
  const orderOf = letter?.row.order_id ?? null;
  const [peek, setPeek] = useState(false);
  useKeys({ Escape: () => setPeek(false) }, peek);
  const open = (row: OutboxRow): void => go("outbox", row.id);
  const inbox = <Button type="text" icon={<Inbox size={14} strokeWidth={1.6} />} onClick={() => go("outbox", "inbox")} data-test="outbox-inbox">{w.inbox}</Button>;
  return (
    <ListRoom
      of={{
        list: "Outbox", title: w.title, find: w.find, everything: EVERY_LETTER, test: "outbox", begin,
        columns: useLetterColumns(), conditions: useLetterConditions(), views: useLetterViews(), sort: { by: "queued", descending: true },
        rowId: (row) => row.id, name: (row) => [w.kinds[row.kind] ?? row.kind, row.order_number, row.customer === "" ? row.to : row.customer].filter((part) => part !== "").join("　"),
        page: (filter, sort, after, limit) => call("outbox_list", { filter, sort: sort.by, descending: sort.descending, after, limit }),
        totals: (filter) => call("outbox_totals", filter),
        counted: w.filtered, figures: (totals) => <span className="ell" data-test="outbox-foot">{w.foot(totals.sent, totals.moving, totals.todo)}</span>,
        acts: useLetterActs(), exports: () => [],
        empty: (filter, _, showAll) => <Empty act={filter.view === "" && filter.text === "" ? undefined : <button type="button" className="linkbtn" onClick={showAll} data-test="show-all">{w.seeAll}</button>}>{w.emptyView[viewOf(filter.view)]}</Empty>,
        line: (row) => <LetterLine row={row} />, rowHeight: 57, at: chosen, onCursor: (row) => { if (row !== null) open(row); },
        // The first letter is chosen by itself.
        onRows: (rows) => { if (chosen === null && rows[0] !== undefined) open(rows[0]); },
        onPeek: (row) => { if (row.order_id !== null) setPeek(!peek); },
        onOpen: (row) => { if (row.about !== null) go(...placeOf(row.about)); },
        headRight: sample && inbox,
        aside: (
          <>
            {peek && orderOf !== null && <OrderPeek id={orderOf} over onClose={() => setPeek(false)} />}
            <div className="letterside">{chosen === null ? <p className="i3 pad">{w.pick}</p> : <Letter key={chosen} id={chosen} />}</div>
          </>
        ),
        keys: <><span><Key>P</Key>{w.keys.print}</span><span><Key>Enter</Key>{w.keys.order}</span></>,
      }}
    />
  );
}

function viewOf(name: string): View {
  return name === "todo" || name === "moving" || name === "sent" ? name : "all";
}
