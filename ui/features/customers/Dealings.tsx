/** The sections 「审批」 and 「往来」 of a customer: decisions about its orders and letters to it, newest first. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { call, faultOf, type OrderDecision, type OrderRow, type OrderStatus, type OutboxRow } from "../../bridge";
import { useAsk } from "../../bridge";
import { Bones, Empty, FaultNote, InstantText, LetterChip, Money, Opinion, StateChip, go } from "../../parts";
import { WhyTip } from "../../parts/order/WhyTip";
import { placeOf } from "../../parts/documentPlace";
import { versionOf } from "../../parts/letters/LetterList";
import { useWords } from "../../words";
import { everyOrderOf } from "./card";

const PAGE = 50;
const IN_APPROVAL: OrderStatus[] = ["AwaitingSupervisor", "AwaitingFinance", "AwaitingOperations", "AwaitingOther", "SentBack"];

interface Page<Row> {
  rows: Row[];
  next: number | null;
}

/** Rows page by page, more on demand. */
function Pages<Row>({ name, id, ask, empty, draw }: { name: string; id: number; ask: (after: number | null) => Promise<Page<Row>>; empty: string | null; draw: (row: Row) => ReactNode }): ReactNode {
  const w = useWords().customers.page;
  const query = useInfiniteQuery({ queryKey: [name, id], queryFn: ({ pageParam }) => ask(pageParam), initialPageParam: null as number | null, getNextPageParam: (last) => last.next });
  if (query.isError) return <FaultNote fault={faultOf(query.error)} />;
  if (query.data === undefined) return <Bones />;
  const rows = query.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return empty === null ? null : <Empty>{empty}</Empty>;
  return (
    <>
      {rows.map(draw)}
      {query.hasNextPage && <div className="pad"><Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} data-test={`${name}-more`}>{w.more}</Button></div>}
    </>
  );
}

/** 「往来」: each leads to the letter in the outbox and to its order. */
export function LettersTo({ id }: { id: number }): ReactNode {
  const w = useWords().customers.page;
  return <Pages name="customer_letters" id={id} ask={(after) => call("customer_letters", { id, after, limit: PAGE })} empty={w.noLetters} draw={(letter: OutboxRow) => <LetterLine key={letter.id} letter={letter} />} />;
}

function LetterLine({ letter }: { letter: OutboxRow }): ReactNode {
  const { orders: w, customers: c } = useWords();
  return (
    <div className="dealing letterdealing" data-test="customer-letter" data-state={letter.state}>
      <span className="i2 s nw"><InstantText at={letter.sent_at ?? letter.queued_at} /></span>
      <LetterChip state={letter.state} />
      <button type="button" className="linkbtn ell" title={letter.subject} onClick={() => go("outbox", letter.id)} data-test="customer-letter-open">{w.letterKinds[letter.kind] ?? letter.kind} {versionOf(letter)}</button>
      <span className="i2 ell" title={letter.to}>{letter.to === "" ? c.page.noAddress : letter.to}</span>
      <button type="button" className="linkbtn nw" onClick={() => { if (letter.about !== null) go(...placeOf(letter.about)); }} data-test="customer-letter-order">{letter.order_number}</button>
    </div>
  );
}

/** 「审批」: first what waits, with the reason, then every decision. */
export function DecisionsAbout({ id }: { id: number }): ReactNode {
  const w = useWords().customers.page;
  const waiting = useAsk("order_list", { filter: { ...everyOrderOf(id), statuses: IN_APPROVAL }, sort: "created", descending: true, after: null, limit: PAGE }, { keep: false }).data?.rows;
  return (
    <>
      {waiting !== undefined && waiting.length > 0 && <div className="block"><div className="sec">{w.waiting}</div>{waiting.map((row) => <WaitingLine key={row.id} row={row} />)}</div>}
      <Pages name="customer_approvals" id={id} ask={(after) => call("customer_approvals", { id, after, limit: PAGE })} empty={waiting?.length === 0 ? w.noApprovals : null} draw={(one: OrderDecision) => <DecisionLine key={one.entry.id} one={one} />} />
    </>
  );
}

function WaitingLine({ row }: { row: OrderRow }): ReactNode {
  const w = useWords().orders;
  return (
    <div className="entry" data-test="customer-waiting">
      <button type="button" className="linkbtn nw" onClick={() => go("orders", row.id)}>{row.number ?? w.draftNumber}</button>
      <WhyTip id={row.id}><StateChip status={row.status} /></WhyTip>
      <span className="g1 i2 ell">{w.andMore(row.first_product, row.line_count)}</span>
      <Money fen={row.amount_fen} />
    </div>
  );
}

function DecisionLine({ one: { entry, order_id: id, order_number: number } }: { one: OrderDecision }): ReactNode {
  const { names, orders: w } = useWords();
  const family = entry.decision === "SentBack" ? "late" : "done";
  return (
    <div className="dealing" data-test="customer-decision">
      <span className="i2 s nw"><InstantText at={entry.at} /></span>
      <span className={`nw ${family}`}>{names.decision[entry.decision]}</span>
      <div className="g1">
        <span>{entry.role === null ? "" : (names.level[entry.role] ?? names.role[entry.role])} <b>{entry.decider}</b></span>
        <Opinion entry={entry} undated />
      </div>
      <button type="button" className="linkbtn nw" onClick={() => go("orders", id)} data-test="customer-decision-order">{number === "" ? w.draftNumber : number}</button>
    </div>
  );
}
