/** The room 审批: what waits for whom, with the facts each level must judge and the decision on the line. */
import { Switch } from "antd";
import { useState, type ReactNode } from "react";
import { useAsk, useStatus, type ApprovalList, type ApprovalRow } from "../../bridge";
import { Answer, Decision, Empty, Footer, Key, RoomHead, Views, go, useKeys } from "../../parts";
import { OrderPeek } from "../../parts/order/OrderPeek";
import { useWords } from "../../words";
import { ApprovalCard } from "./ApprovalCard";
import "./approvals.css";

interface Asked {
  kind: "grant" | "sendBack";
  orderId: number;
}

/** The room. */
export default function Room(_: { rest: string[] }): ReactNode {
  const { approvals: w, orders: o } = useWords();
  const status = useStatus();
  const assistant = status?.person?.roles.includes("SalesAssistant") === true;
  const [list, setList] = useState<ApprovalList>("Waiting");
  const [all, setAll] = useState<boolean | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const everyone = all ?? assistant;
  const rows = useAsk("approval_list", { list, everyone });
  const empty = { Waiting: w.emptyWaiting, Submitted: w.emptySubmitted, Decided: w.emptyDecided }[list];
  const { here, setHere, peek, setPeek } = useCursor(rows.data ?? [], (row) => { if (list === "Waiting") setAsked({ kind: "grant", orderId: row.order_id }); });
  const deciding = rows.data?.find((row) => row.order_id === asked?.orderId);
  const choices = [
    { name: "Waiting" as const, label: w.waiting, count: list === "Waiting" ? rows.data?.length : undefined },
    { name: "Submitted" as const, label: w.submitted },
    { name: "Decided" as const, label: w.decided },
  ];
  return (
    <>
      <RoomHead title={w.title} right={<label className="r gap6 s i2 nw" title={w.everyoneHint}><Switch size="small" checked={everyone} onChange={setAll} data-test="everyone" />{w.everyone}</label>}>
        <Views choices={choices} now={list} onChoose={setList} test="approvals" />
      </RoomHead>
      <div className="listandpeek">
        <div className="approvals" data-test="approvals-list">
          <Answer of={rows}>
            {(found) => found.length === 0
              ? <Empty>{empty}</Empty>
              : found.map((row) => <ApprovalCard key={row.order_id} row={row} on={row.order_id === here} onPick={() => setHere(row.order_id)} decidable={list === "Waiting"} onDecide={(kind) => setAsked({ kind, orderId: row.order_id })} />)}
          </Answer>
        </div>
        {peek && here !== null && <OrderPeek id={here} onClose={() => setPeek(false)} />}
      </div>
      <Footer keys={<><span><Key>J</Key><Key>K</Key>{o.keys.move}</span><span><Key>Space</Key>{o.keys.peek}</span><span><Key>Enter</Key>{o.keys.open}</span>{list === "Waiting" && <span><Key>E</Key>{w.grant}</span>}</>}><span>{w.count(rows.data?.length ?? 0)}</span></Footer>
      {asked !== null && deciding !== undefined && (
        <Decision kind={asked.kind} order={{ id: deciding.order_id, version: deciding.version, number: deciding.number }} candidates={deciding.candidates} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

interface Cursor {
  here: number | null;
  setHere: (id: number) => void;
  peek: boolean;
  setPeek: (peek: boolean) => void;
}

/** The keyboard in the list: J K move, Space looks beside, Enter opens, E decides. */
function useCursor(rows: ApprovalRow[], decide: (row: ApprovalRow) => void): Cursor {
  const [chosen, setHere] = useState<number | null>(null);
  const [peek, setPeek] = useState(false);
  const at = rows.findIndex((row) => row.order_id === chosen);
  const row = rows[at];
  const move = (step: number): void => {
    const next = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))];
    if (next === undefined) return;
    setHere(next.order_id);
    document.querySelector(`[data-order="${next.order_id}"]`)?.scrollIntoView({ block: "nearest" });
  };
  useKeys({
    J: () => move(1), ArrowDown: () => move(1), K: () => move(-1), ArrowUp: () => move(-1),
    Space: () => { if (row === undefined) move(0); else setPeek(!peek); },
    Enter: () => { if (row !== undefined) go("orders", row.order_id); },
    E: () => { if (row !== undefined) decide(row); },
  });
  useKeys({ Escape: () => setPeek(false) }, peek);
  return { here: row?.order_id ?? null, setHere, peek, setPeek };
}
