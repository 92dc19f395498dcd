/** The room 审批: what waits for whom, with the facts each level must judge and the decision on the line. */
import { Switch } from "antd";
import { useState, type ReactNode } from "react";
import { useAsk, useStatus, type ApprovalList } from "../../bridge";
import { Answer, Decision, Empty, Footer, RoomHead, Views } from "../../parts";
import { useWords } from "../../words";
import { ApprovalCard } from "./ApprovalCard";
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
  const [asked, setAsked] = useState<Asked | null>(null);
  const everyone = all ?? assistant;
  const rows = useAsk("approval_list", { list, everyone });
  const empty = { Waiting: w.emptyWaiting, Submitted: w.emptySubmitted, Decided: w.emptyDecided }[list];
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
      <div className="approvals">
        <Answer of={rows}>
          {(found) => found.length === 0
            ? <Empty>{empty}</Empty>
            : found.map((row) => <ApprovalCard key={row.order_id} row={row} decidable={list === "Waiting"} onDecide={(kind) => setAsked({ kind, orderId: row.order_id })} />)}
        </Answer>
      </div>
      <Footer><span>{w.count(rows.data?.length ?? 0)}</span></Footer>
      {asked !== null && deciding !== undefined && (
        <Decision kind={asked.kind} order={{ id: deciding.order_id, version: deciding.version, number: deciding.number }} candidates={deciding.candidates} onClose={() => setAsked(null)} />
      )}
    </>
  );
}
