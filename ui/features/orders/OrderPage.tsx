/** An order as a document: head, acts, steps, why it waits, sections, the ladder at the side. */
import { useEffect, useState, type ReactNode } from "react";
import { Copy } from "lucide-react";
import { useAsk, type OrderView } from "../../bridge";
import { Answer, Attachments, DropArea, HistorySection, Money, Note, Perforation, Sections, addressOf, go, nameOpened, say, useAttaching, useAttachments, useToday } from "../../parts";
import { useLanguage, useWords } from "../../words";
import { amount, instantSpoken } from "../../words/figures";
import { Acts } from "./Acts";
import { Aside } from "./Aside";
import { LettersSection } from "./Letters";
import { LinesSection } from "./Lines";
import { FulfilmentSection } from "./Fulfilment";
import { ApprovalSection } from "./ApprovalSection";
import { Differences } from "../../parts/contract/Differences";
import { OrderChip } from "../../parts/order/OrderChip";
import { Steps } from "./Steps";
import { useRowFlags, useWhy } from "../../parts/order/why";

type Section = "lines" | "approval" | "fulfilment" | "letters" | "attachments" | "history";

/** The page of one order. */
export function OrderPage({ id }: { id: number }): ReactNode {
  const order = useAsk("order_view", { id }, { keep: false });
  return <Answer of={order}>{(one) => <Document order={one} />}</Answer>;
}

function Document({ order }: { order: OrderView }): ReactNode {
  const w = useWords().orders;
  const [section, setSection] = useState<Section>("lines");
  const title = `${order.number ?? w.draftNumber} ${order.customer_name}`.trim();
  useEffect(() => nameOpened(addressOf("orders", order.id), title), [order.id, title]);
  const attached = useAttachments("Order", order.id).rows.length;
  const attaching = useAttaching("Order", order.id, () => setSection("attachments"));
  const counts: Record<Section, number> = { lines: order.lines.length, approval: order.approvals.filter((one) => one.level > 0).length, fulfilment: order.tasks.length + order.deliveries.length, letters: order.letters.length, attachments: attached, history: order.history.length };
  const names = Object.keys(counts) as Section[];
  return (
    <DropArea className="doc" test="order" status={order.status} attaching={attaching} title={title}>
      <Head order={order} />
      <div className="docbody">
        <div className="docmain">
          <Sections test="section" now={section} onChoose={setSection} right={<span className="hintwide">{w.sectionsHint(names.length)}</span>} choices={names.map((name) => ({ name, label: w.sections[name], count: counts[name] }))} />
          <div className={`docsection s-${section}`}>
            {section === "lines" && <LinesSection order={order} showHistory={() => setSection("history")} />}
            {section === "approval" && <ApprovalSection order={order} />}
            {section === "fulfilment" && <FulfilmentSection order={order} />}
            {section === "letters" && <LettersSection order={order} />}
            {section === "attachments" && <Attachments document="Order" id={order.id} attaching={attaching} />}
            {section === "history" && <HistorySection entries={order.history} />}
          </div>
        </div>
        <Aside order={order} />
      </div>
    </DropArea>
  );
}

function Head({ order }: { order: OrderView }): ReactNode {
  const { orders: w, contracts } = useWords();
  const flags = useRowFlags(order);
  const why = useWhy(order.why);
  const language = useLanguage();
  const today = useToday();
  return (
    <header className="dochead">
      <div className="r start sb gap16">
        <div className="g1">
          <div className="docline">
            <b className={order.status === "Void" ? "no struck" : order.number === null ? "i3" : "no"} data-test="number">{order.number ?? w.draftNumber}</b>
            {order.round > 0 && <span className="i2">{w.round(order.round)}</span>}
            {order.attested !== null && <span className="i2 nw" data-test="attested">{w.opening(order.attested.by, order.attested.at === null ? "" : instantSpoken(order.attested.at, today, language))}</span>}
            {order.content_code !== "" && <Code code={order.content_code} />}
          </div>
          <div className="r gap12"><h1 className="pagename twolines" title={order.customer_name}><CustomerName order={order} /></h1><OrderChip row={flags} /></div>
        </div>
        <div className="num">
          <div className="docsum" data-test="amount"><Money fen={order.computed.amount_fen} struck={order.status === "Void"} /></div>
          <div className="s i2 ell" title={order.draft.contract_number}><Agreement order={order} /></div>
        </div>
      </div>
      <Acts order={order} />
      <Perforation />
      <Steps order={order} />
      {order.contract !== null && <Differences title={contracts.differs.contract} all={order.contract.differences} reason={order.draft.contract_reason} />}
      <Note family={why.family} title={why.title} test="why">{why.text}</Note>
    </header>
  );
}

/** The customer's name leads to the customer. */
function CustomerName({ order }: { order: OrderView }): ReactNode {
  const w = useWords().orders;
  const { customer_id: id } = order.draft;
  if (order.customer_name === "" || id === null) return order.customer_name === "" ? w.noCustomer : order.customer_name;
  return <button type="button" className="linkname" onClick={() => go("customers", id)} data-test="to-customer">{order.customer_name}</button>;
}

function Code({ code }: { code: string }): ReactNode {
  const { frame, orders: w } = useWords();
  const copy = (): void => void navigator.clipboard.writeText(code).then(() => say(frame.copied));
  return (
    <span className="i2 r gap6">
      <span className="i3">·</span>{w.code} <code className="code">{code.slice(0, 4).toUpperCase()} {code.slice(4, 8).toUpperCase()}</code>
      <button type="button" className="iconbtn small" aria-label={w.copyCode} onClick={copy}><Copy size={13} strokeWidth={1.6} /></button>
    </span>
  );
}

/** Whether the order agrees with its contract, in words. */
function Agreement({ order }: { order: OrderView }): ReactNode {
  const w = useWords().orders;
  const { contract_number: contract } = order.draft;
  const difference = order.computed.contract_difference_fen;
  const ground = order.contract;
  if (ground !== null) return <>{w.inclTax} · <button type="button" className="linkbtn" onClick={() => go("contracts", ground.id)} data-test="to-contract">{w.contract} {contract}</button></>;
  if (contract === "" || difference === null) return <>{w.inclTax}{contract !== "" && <> · {w.contract} {contract}</>}</>;
  if (difference === 0) return <>{w.inclTax} · {w.contractAgrees(contract)}</>;
  return <>{w.inclTax} · <span className="wait">{w.contractDiffers(contract, amount(difference))}</span></>;
}
