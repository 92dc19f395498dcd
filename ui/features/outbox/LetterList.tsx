/** The letters of a view, two lines each, more as one scrolls. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef, type ReactNode } from "react";
import { call, faultOf, type OutboxPage, type OutboxRow } from "../../bridge";
import { Bones, Empty, FaultNote, Footer, InstantText, Key, LetterChip, go, useKeys, useToday } from "../../parts";
import { explainMail } from "../../words/mail";
import { useLanguage, useWords } from "../../words";
import { instantSpoken } from "../../words/figures";
import { noteOf, type View } from "./letter";

interface ListProps {
  view: View;
  chosen: number | null;
  counts: OutboxPage | undefined;
  onChoose: (id: number) => void;
  onAll: () => void;
  /** Looks into the order of the chosen letter. */
  onPeek: () => void;
}

/** The list; arrows move, the first letter is chosen by itself. */
export function LetterList({ view, chosen, counts, onChoose, onAll, onPeek }: ListProps): ReactNode {
  const w = useWords().outbox;
  const query = useInfiniteQuery({
    queryKey: ["outbox_list", view],
    queryFn: ({ pageParam }) => call("outbox_list", { view, after: pageParam, limit: 60 }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const box = useRef<HTMLDivElement>(null);
  const first = rows[0]?.id;
  useEffect(() => {
    if (chosen === null && first !== undefined) onChoose(first);
  }, [chosen, first, onChoose]);
  const move = (step: number): void => {
    const at = rows.findIndex((row) => row.id === chosen);
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))];
    if (next === undefined) return;
    onChoose(next.id);
    box.current?.querySelector(`[data-id="${next.id}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const here = rows.find((row) => row.id === chosen);
  useKeys({ J: () => move(1), ArrowDown: () => move(1), K: () => move(-1), ArrowUp: () => move(-1), Enter: () => { if (here?.order_id != null) go("orders", here.order_id); }, Space: () => { if (here?.order_id != null) onPeek(); } });
  const more = (): void => {
    const node = box.current;
    if (node !== null && query.hasNextPage && !query.isFetchingNextPage && node.scrollTop + node.clientHeight > node.scrollHeight - 600) void query.fetchNextPage();
  };
  return (
    <div className="lettercolumn">
      <div className="letterlist" ref={box} onScroll={more} role="listbox" aria-label={w.title} tabIndex={-1} data-test="letters">
        {query.isPending && <Bones />}
        {query.isError && <div className="pad"><FaultNote fault={faultOf(query.error)} /></div>}
        {query.isSuccess && rows.length === 0 && <Empty act={view === "all" ? undefined : <button type="button" className="linkbtn" onClick={onAll}>{w.seeAll}</button>}>{w.emptyView[view]}</Empty>}
        {rows.map((row) => <Line key={row.id} row={row} on={row.id === chosen} onChoose={() => onChoose(row.id)} />)}
      </div>
      <Footer keys={<><span><Key>J</Key><Key>K</Key>{w.keys.next}</span><span><Key>Space</Key>{w.keys.peek}</span><span><Key>P</Key>{w.keys.print}</span><span><Key>Enter</Key>{w.keys.order}</span></>}>
        {counts !== undefined && <span className="ell" data-test="outbox-foot">{w.foot(counts.sent, counts.moving, counts.todo)}</span>}
      </Footer>
    </div>
  );
}

function Line({ row, on, onChoose }: { row: OutboxRow; on: boolean; onChoose: () => void }): ReactNode {
  const w = useWords().outbox;
  return (
    <button type="button" role="option" aria-selected={on} className={`letterline${on ? " on" : ""}`} onClick={onChoose} data-id={row.id} data-test="letter" data-state={row.state}>
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
    </button>
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
