/** The room 审批: what waits for whom, with the facts each level must judge and the decision on the line; several at once. */
import { Switch } from "antd";
import { useRef, useState, type ReactNode } from "react";
import { useAsk, useStatus, type ApprovalList, type ApprovalRow } from "../../bridge";
import { Answer, Bulk, BulkBar, Decision, Empty, Footer, Key, NOBODY, RoomHead, Views, countOf, go, isAny, isChosen, only, toggled, useKeys, useListKeys, type BulkAct, type Selection } from "../../parts";
import { OrderPeek } from "../../parts/order/OrderPeek";
import { useWords } from "../../words";
import { amount } from "../../words/figures";
import { ApprovalCard } from "./ApprovalCard";
import { Contracts } from "./Contracts";
import { Quotations } from "./Quotations";
import { useGranting } from "./granting";
import "./approvals.css";

interface Asked {
  kind: "grant" | "sendBack";
  orderId: number;
}

/** The room. */
export default function Room(_: { rest: string[] }): ReactNode {
  const w = useWords().approvals;
  const status = useStatus();
  const assistant = status?.person?.roles.includes("SalesAssistant") === true;
  const [list, setList] = useState<ApprovalList>("Waiting");
  const [all, setAll] = useState<boolean | null>(null);
  const everyone = all ?? assistant;
  const rows = useAsk("approval_list", { list, everyone });
  const quotations = useAsk("approval_quotations", { list, everyone }).data ?? [];
  const contracts = useAsk("approval_contracts", { list, everyone }).data ?? [];
  const beside = quotations.length + contracts.length;
  const choices = [
    { name: "Waiting" as const, label: w.waiting, count: list === "Waiting" && rows.data !== undefined ? rows.data.length + beside : undefined },
    { name: "Submitted" as const, label: w.submitted },
    { name: "Decided" as const, label: w.decided },
  ];
  const empty = { Waiting: w.emptyWaiting, Submitted: w.emptySubmitted, Decided: w.emptyDecided }[list];
  return (
    <>
      <RoomHead title={w.title} right={<label className="r gap6 s i2 nw" title={w.everyoneHint}><Switch size="small" checked={everyone} onChange={setAll} data-test="everyone" />{w.everyone}</label>}>
        <Views choices={choices} now={list} onChoose={setList} test="approvals" />
      </RoomHead>
      <Contracts rows={contracts} list={list} />
      <Quotations rows={quotations} list={list} />
      <Answer of={rows}>{(found) => (found.length === 0 && beside > 0 ? null : <Cards key={`${list} ${everyone}`} rows={found} decidable={list === "Waiting"} empty={empty} titled={beside > 0} />)}</Answer>
    </>
  );
}

function Cards({ rows, decidable, empty, titled }: { rows: ApprovalRow[]; decidable: boolean; empty: string; titled: boolean }): ReactNode {
  const w = useWords().approvals;
  const { lists: { keys }, orders } = useWords();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [selection, setSelection] = useState<Selection>(NOBODY);
  const [acting, setActing] = useState<{ act: BulkAct<ApprovalRow>; rows: ApprovalRow[] } | null>(null);
  const [peek, setPeek] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const chosen = rows.filter((row) => isChosen(selection, row.order_id));
  const acts = useGranting(chosen);
  const reveal = (index: number): void => box.current?.querySelector(`[data-order="${rows[index]?.order_id}"]`)?.scrollIntoView({ block: "nearest" });
  const { cursor, click } = useListKeys({
    rowId: (row: ApprovalRow) => row.order_id, onOpen: (row) => go("orders", row.order_id), onPeek: () => setPeek(!peek),
    ...(decidable ? { selection, onSelect: setSelection } : {}),
  }, rows, () => Promise.resolve(rows), reveal);
  const here = rows.find((row) => row.order_id === cursor)?.order_id ?? null;
  useKeys({ E: () => { if (decidable && here !== null) setAsked({ kind: "grant", orderId: here }); } });
  useKeys({ Escape: () => setPeek(false) }, peek);
  const deciding = rows.find((row) => row.order_id === asked?.orderId);
  const sum = amount(chosen.reduce((fen, row) => fen + row.amount_fen, 0));
  return (
    <>
      {isAny(selection) && <BulkBar acts={acts} rows={chosen} count={countOf(selection, rows.length)} all={selection.all} sum={sum} onAct={(act) => setActing({ act, rows: chosen })} onNone={() => setSelection(NOBODY)} right={null} />}
      {titled && <div className="approvals asked"><h2 className="sec">{orders.title}</h2></div>}
      <div className="listandpeek">
        <div className="approvals" ref={box} role={rows.length === 0 ? undefined : "grid"} {...(rows.length === 0 ? {} : { "aria-label": w.title, "aria-multiselectable": decidable, "aria-rowcount": rows.length })} tabIndex={0} data-test="approvals-list">
          {rows.length === 0 ? <Empty>{empty}</Empty> : rows.map((row) => (
            <ApprovalCard
              key={row.order_id} row={row} decidable={decidable} on={row.order_id === cursor} loud={row.order_id === (here ?? rows[0]?.order_id)} chosen={isChosen(selection, row.order_id)}
              onToggle={() => setSelection(toggled(selection, row.order_id))} onClick={(event) => click(row, event)} onDecide={(kind) => setAsked({ kind, orderId: row.order_id })}
            />
          ))}
        </div>
        {peek && here !== null && <OrderPeek id={here} onClose={() => setPeek(false)} />}
      </div>
      <Footer keys={<><span><Key>J</Key><Key>K</Key>{keys.move}</span>{decidable && <span><Key>X</Key>{keys.choose}</span>}<span><Key>Space</Key>{keys.peek}</span><span><Key>Enter</Key>{keys.open}</span>{decidable && <span><Key>E</Key>{w.grant}</span>}</>}>
        <span data-test="count">{w.count(rows.length)}</span><span>{w.sum} <b>{amount(rows.reduce((fen, row) => fen + row.amount_fen, 0))}</b></span>
      </Footer>
      {asked !== null && deciding !== undefined && (
        <Decision kind={asked.kind} order={{ id: deciding.order_id, version: deciding.version, number: deciding.number }} candidates={deciding.candidates} onClose={() => setAsked(null)} />
      )}
      {acting !== null && <Bulk act={acting.act} rows={acting.rows} name={(row) => `${row.number}　${row.customer}`} onClose={(refused) => { setActing(null); if (refused !== null) setSelection(only(refused)); }} />}
    </>
  );
}
