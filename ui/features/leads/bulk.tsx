/** What can be done with several leads: assigned by one decision, closed as invalid, reopened. */
import { Ban, RotateCcw, UserRoundPlus } from "lucide-react";
import { Input, Select } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { call, useAsk, type LeadHand, type LeadRow } from "../../bridge";
import { Field, type BulkAct } from "../../parts";
import { HandFields } from "../../parts/Decision";
import { tooLong } from "../../parts/fieldErrors";
import { useHand } from "../../parts/lead/hand";
import { useLanguage, useWords } from "../../words";

/** To whom, and whose decision that is. */
interface To {
  assigneeId: number;
  hand: LeadHand;
}

const seen = (row: LeadRow): { id: number; version: number } => ({ id: row.id, version: row.version });

/** The acts. */
export function useLeadActs(): BulkAct<LeadRow>[] {
  const { bulk: w } = useWords().leads;
  return [
    {
      key: "assign", label: w.assign, title: w.assignThem, icon: <UserRoundPlus size={14} strokeWidth={1.6} />, law: "LeadAssign", seen, done: w.assigned,
      form: (_, put) => <AssignThem put={put} />,
      run: async (row, value) => {
        const to = value as To;
        await call("lead_assign", { ...seen(row), assignee_id: to.assigneeId, hand: to.hand });
        return null;
      },
    },
    {
      key: "invalidate", label: w.invalidate, title: w.invalidateThem, icon: <Ban size={14} strokeWidth={1.6} />, danger: true, law: "LeadInvalidate", seen, done: w.invalidated,
      form: (_, put) => <Reason put={put} />,
      run: async (row, value) => {
        await call("lead_invalidate", { ...seen(row), reason: value as string });
        return null;
      },
    },
    {
      key: "reopen", label: w.reopen, title: w.reopenThem, icon: <RotateCcw size={14} strokeWidth={1.6} />, law: "LeadReopen", seen, done: w.reopened,
      form: () => <p className="i2 s">{w.reopenHint}</p>, begin: true,
      run: async (row) => {
        await call("lead_reopen", seen(row));
        return null;
      },
    },
  ];
}

/** Who gets them, and who decided it. */
function AssignThem({ put }: { put: (value: unknown) => void }): ReactNode {
  const { bulk: w, rating } = useWords().leads;
  const people = (useAsk("person_list", {}).data ?? []).filter((one) => one.active && one.roles.includes("SalesRep"));
  const hand = useHand();
  const [assigneeId, setAssigneeId] = useState<number | null>(null);
  const request = JSON.stringify(hand.request);
  useEffect(() => put(assigneeId === null || hand.request === null ? null : { assigneeId, hand: hand.request } satisfies To), [assigneeId, request]);
  return (
    <>
      <Field label={w.to} name="assignee_id" required>
        <Select autoFocus showSearch={{ optionFilterProp: "label" }} value={assigneeId} onChange={setAssigneeId} options={people.map((one) => ({ value: one.id, label: one.name }))} data-test="bulk-assignee" />
      </Field>
      <HandFields {...hand} nobody={rating.nobody} later />
    </>
  );
}

/** Why they are invalid; usual reasons are a click away. */
function Reason({ put }: { put: (value: unknown) => void }): ReactNode {
  const { end: w } = useWords().leads;
  const language = useLanguage();
  const [reason, setReason] = useState("");
  const long = tooLong(language, "reason", reason, 500);
  const write = (text: string): void => {
    setReason(text);
    put(text.trim() === "" || tooLong(language, "reason", text, 500) !== undefined ? null : text.trim());
  };
  return (
    <Field label={w.reason} name="reason" required error={long}>
      <Input autoFocus value={reason} onChange={(event) => write(event.target.value)} data-test="bulk-reason" />
      <div className="usualchoices">{w.invalidReasons.map((usual) => <button key={usual} type="button" className="linkbtn s" onClick={() => write(usual)}>{usual}</button>)}</div>
    </Field>
  );
}
