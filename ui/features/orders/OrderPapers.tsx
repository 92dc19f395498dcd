/** The papers of an order: what there is in this state, each shown as it is sent, saved or printed. */
import { Button, Dropdown } from "antd";
import { FileText } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useAsk, type OrderView } from "../../bridge";
import { PaperDialog, useKeys } from "../../parts";
import { useWords } from "../../words";
import { paperName, papersOf, type PaperAsk } from "./papers";

/** The act 「单据」 with its menu; P opens the usual paper. */
export function PapersButton({ order }: { order: OrderView }): ReactNode {
  const w = useWords().papers;
  const [shown, setShown] = useState<PaperAsk | null>(null);
  const all = papersOf(order);
  const first = all[0];
  useKeys({ P: () => { if (first !== undefined) setShown(first); } }, shown === null);
  if (first === undefined) return null;
  const items = all.map((ask, index) => ({ key: String(index), label: <span data-test={`paper-${ask.kind}${ask.kind === "delivery" ? `-${ask.serial ?? "open"}` : ""}`}>{paperName(w, order, ask)}</span> }));
  return (
    <>
      <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => setShown(all[Number(key)] ?? null) }}>
        <Button type="text" icon={<FileText size={15} strokeWidth={1.6} />} title={w.menuHint} data-test="papers">{w.menu}</Button>
      </Dropdown>
      {shown !== null && <OrderPaper order={order} ask={shown} onClose={() => setShown(null)} />}
    </>
  );
}

/** One paper in front of the order. */
export function OrderPaper({ order, ask, onClose }: { order: OrderView; ask: PaperAsk; onClose: () => void }): ReactNode {
  const w = useWords().papers;
  const props = { title: `${paperName(w, order, ask)}　${order.customer_name}`.trim(), onClose };
  switch (ask.kind) {
    case "letter": return <LetterPaper {...props} id={order.id} issued={order.letters.length > 0} />;
    case "approval": return <ApprovalPaper {...props} id={order.id} />;
    case "delivery": return <DeliveryPaper {...props} id={order.id} serial={ask.serial} />;
  }
}

interface PaperProps {
  id: number;
  title: string;
  onClose: () => void;
}

function LetterPaper({ id, issued, ...dialog }: PaperProps & { issued: boolean }): ReactNode {
  const w = useWords().papers;
  const file = useAsk("order_letter", { id }, { keep: false });
  return <PaperDialog {...dialog} of={file} note={issued ? w.exact : w.draft} />;
}

function ApprovalPaper({ id, ...dialog }: PaperProps): ReactNode {
  const w = useWords().papers;
  const file = useAsk("order_approval_sheet", { id }, { keep: false });
  return <PaperDialog {...dialog} of={file} note={w.inside} />;
}

function DeliveryPaper({ id, serial, ...dialog }: PaperProps & { serial: number | null }): ReactNode {
  const w = useWords().papers;
  const file = useAsk("order_delivery_note", { order_id: id, serial }, { keep: false });
  return <PaperDialog {...dialog} of={file} note={w.noPrices} />;
}
