/** The acts of an order. The core says which there are and why one is refused; an act that has no place in this state is not shown. */
import { Button, Dropdown } from "antd";
import { ClipboardCopy, MoreHorizontal } from "lucide-react";
import { useState, type ReactNode } from "react";
import { faultOf, forget, useAct, useAsk, useStatus, type Fault, type OrderAct, type OrderButton, type OrderView, type Refusal } from "../../bridge";
import { ActButton, Decision, FaultNote, addressOf, confirm, dropOpened, go, moveOpened, say, useCopy, useKeys } from "../../parts";
import { useRemovedSaid } from "../../parts/removed";
import { useWords } from "../../words";
import { Deliver } from "./Deliver";
import { PapersButton } from "./OrderPapers";

/** In this order; the first that can be done is the loud one. */
const LOUD: OrderAct[] = ["Grant", "SendBack", "Submit", "Edit", "Deliver", "Withdraw", "Resend"];
const QUIET: OrderAct[] = ["Copy", "Discard"];

type Question = "Grant" | "SendBack" | "Deliver" | null;

interface Hands {
  run: (act: OrderAct) => void;
  busy: boolean;
  fault: Fault | null;
  question: Question;
  close: () => void;
}

function useHands(order: OrderView): Hands {
  const { orders: w, frame } = useWords();
  const [fault, setFault] = useState<Fault | null>(null);
  const [question, setQuestion] = useState<Question>(null);
  const submit = useAct("order_submit", (one) => say(w.submitted(one.number ?? "")));
  const withdraw = useAct("order_withdraw", () => say(w.withdrawn));
  const removed = useRemovedSaid();
  const discard = useAct("order_discard", (one) => { forget("order_view", { id: order.id }); dropOpened(addressOf("orders", order.id)); removed(one); });
  const copy = useAct("order_copy", (one) => { go("orders", one.id, "edit"); say(w.copied); });
  const resend = useAct("outbox_resend", () => say(w.resend));
  const onError = (error: Error): void => setFault(faultOf(error));
  const at = { id: order.id, version: order.version };
  const ask = async (words: { title: string; text: string; yes: string }, then: () => void, danger = false): Promise<void> => {
    if (await confirm({ ...words, no: frame.cancel, danger })) then();
  };
  const letter = order.letters.find((one) => one.kind === "order_confirmation");
  const acts: Record<OrderAct, () => void> = {
    Edit: () => moveOpened(addressOf("orders", order.id), addressOf("orders", order.id, "edit")),
    Submit: () => submit.mutate(at, { onError }),
    Grant: () => setQuestion("Grant"),
    SendBack: () => setQuestion("SendBack"),
    Withdraw: () => void ask(w.withdrawAsk, () => withdraw.mutate(at, { onError })),
    Discard: () => void ask(w.discardAsk, () => discard.mutate(at, { onError }), true),
    Deliver: () => setQuestion("Deliver"),
    Copy: () => copy.mutate({ id: order.id }, { onError }),
    Resend: () => { if (letter !== undefined) resend.mutate({ id: letter.id, version: letter.version, to: null }, { onError }); },
  };
  const run = (act: OrderAct): void => {
    setFault(null);
    acts[act]();
  };
  return { run, fault, question, close: () => setQuestion(null), busy: submit.isPending || withdraw.isPending || discard.isPending || copy.isPending || resend.isPending };
}

/** Refusals that mean: not in this state at all. */
function elsewhere(refusals: Refusal[]): boolean {
  return refusals.some((one) => one.code === "WrongState");
}

/** Acts that are refused for the same reason stand in one grey button, so that the reason is said once. */
export function sameReason(buttons: OrderButton[]): { acts: [OrderAct, ...OrderAct[]]; refusals: Refusal[] }[] {
  const groups: { acts: [OrderAct, ...OrderAct[]]; refusals: Refusal[] }[] = [];
  for (const { act, refusals } of buttons) {
    const like = refusals.length === 0 ? undefined : groups.find((group) => JSON.stringify(group.refusals) === JSON.stringify(refusals));
    if (like === undefined) groups.push({ acts: [act], refusals });
    else like.acts.push(act);
  }
  return groups;
}

/** The row of acts below the head. */
export function Acts({ order }: { order: OrderView }): ReactNode {
  const { frame, names, orders: w } = useWords();
  const hands = useHands(order);
  const me = useStatus()?.person;
  const shown = LOUD.flatMap((act) => order.buttons.filter((one) => one.act === act && !elsewhere(one.refusals)));
  const quiet = QUIET.flatMap((act) => order.buttons.filter((one) => one.act === act && one.refusals.length === 0));
  const first = shown.find((one) => one.refusals.length === 0 && one.act !== "Withdraw" && one.act !== "Resend")?.act;
  const role = order.ladder[order.level - 1]?.role ?? null;
  // Who does not hold the level records what its holder said.
  const behalf = role !== null && me?.roles.includes(role) !== true;
  const label = (act: OrderAct): string => (act === "Grant" && behalf ? w.grantAs(names.level[role] ?? names.role[role]) : names.act[act]);
  useKeys({ E: () => { if (first !== undefined) hands.run(first); } });
  return (
    <>
      <div className="acts">
        {sameReason(shown).map(({ acts: [act, ...others], refusals }) => <ActButton key={act} label={[act, ...others].map(label).join(" · ")} refusals={refusals} primary={act === first} loading={hands.busy && act === first} onClick={() => hands.run(act)} test={`act-${act}`} />)}
        <div className="g1" />
        <PapersButton order={order} />
        {order.state === "InApproval" && <SummaryButton order={order} />}
        {quiet.length > 0 && (
          <Dropdown trigger={["click"]} menu={{ items: quiet.map((one) => ({ key: one.act, danger: one.act === "Discard", label: <span data-test={`act-${one.act}`}>{names.act[one.act]}</span> })), onClick: ({ key }) => hands.run(key as OrderAct) }}>
            <Button type="text" icon={<MoreHorizontal size={16} strokeWidth={1.6} />} aria-label={frame.more} data-test="more" />
          </Dropdown>
        )}
      </div>
      {hands.fault !== null && <FaultNote fault={hands.fault} />}
      {(hands.question === "Grant" || hands.question === "SendBack") && <Deciding order={order} kind={hands.question === "Grant" ? "grant" : "sendBack"} onClose={hands.close} />}
      {hands.question === "Deliver" && <Deliver order={order} onClose={hands.close} />}
    </>
  );
}

/** The decision, with who may give it now: the core has considered four eyes. */
function Deciding({ order, kind, onClose }: { order: OrderView; kind: "grant" | "sendBack"; onClose: () => void }): ReactNode {
  const waiting = useAsk("approval_list", { list: "Waiting", everyone: true }, { keep: false });
  if (waiting.data === undefined) return null;
  const candidates = waiting.data.find((row) => row.order_id === order.id)?.candidates ?? [];
  return <Decision kind={kind} order={{ id: order.id, version: order.version, number: order.number ?? "" }} candidates={candidates} onClose={onClose} />;
}

function SummaryButton({ order }: { order: OrderView }): ReactNode {
  const w = useWords().orders;
  const summary = useAct("approval_summary");
  const { copy, byHand } = useCopy(w.summary, () => say(w.summaryCopied));
  const ask = (): void => void copy(summary.mutateAsync({ id: order.id }).then((answer) => answer.text)).catch(() => undefined);
  return (
    <>
      <Button type="text" icon={<ClipboardCopy size={15} strokeWidth={1.6} />} loading={summary.isPending} onClick={ask} data-test="summary">{w.summary}</Button>
      {summary.isError && <FaultNote fault={faultOf(summary.error)} />}
      {byHand}
    </>
  );
}

