/** A customer as a document: who it is and whom to reach, its orders, decisions, letters, attachments and history. */
import { Button } from "antd";
import { Pencil } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { useAsk, type Contact, type CustomerCard, type OrderRow } from "../../bridge";
import { Answer, Attachments, Avatar, DateText, DropArea, EVERY_DEAL, Empty, Glyph, HistoryOf, Money, Pair, Perforation, Sections, StateChip, addressOf, go, moveOpened, nameOpened, useAttaching, useAttachments, useKeys } from "../../parts";
import { useWords } from "../../words";
import { figure } from "../../words/figures";
import { everyOrderOf, regionText } from "./card";
import { DealsOf } from "./Deals";
import { DecisionsAbout, LettersTo } from "./Dealings";

type Section = "about" | "deals" | "orders" | "approval" | "letters" | "attachments" | "history";

/** So many of the latest orders stand on the page. */
const MOST_ORDERS = 50;

/** The page of one customer. */
export function CustomerPage({ id }: { id: number }): ReactNode {
  const card = useAsk("customer_view", { id }, { keep: false });
  return <Answer of={card}>{(one) => <Document id={id} card={one} />}</Answer>;
}

function Document({ id, card }: { id: number; card: CustomerCard }): ReactNode {
  const { customers: w, orders } = useWords();
  const [section, setSection] = useState<Section>("about");
  const title = card.short_name === "" ? card.name : card.short_name;
  useEffect(() => nameOpened(addressOf("customers", id), title), [id, title]);
  const totals = useAsk("order_totals", everyOrderOf(id)).data;
  const deals = useAsk("opportunity_totals", { ...EVERY_DEAL, customer_id: id }).data;
  const letters = useAsk("customer_letters", { id, after: null, limit: 1 }).data;
  const attaching = useAttaching("Customer", id, () => setSection("attachments"));
  const counts: Record<Section, number | undefined> = { about: undefined, deals: deals?.count, orders: totals?.count, approval: undefined, letters: letters?.total, attachments: useAttachments("Customer", id).rows.length, history: undefined };
  const names = Object.keys(counts) as Section[];
  return (
    <DropArea className="doc" test="customer" attaching={attaching} title={title}>
      <Head id={id} card={card} amount={totals?.amount_fen ?? null} />
      <div className="docmain">
        <Sections test="section" now={section} onChoose={setSection} right={<span className="hintwide">{orders.sectionsHint(names.length)}</span>} choices={names.map((name) => ({ name, label: w.page[name], count: counts[name] }))} />
        <div className="docsection">
          {section === "about" && <><About card={card} /><ContactRows contacts={card.contacts} /></>}
          {section === "deals" && <DealsOf id={id} />}
          {section === "orders" && <OrdersOf id={id} />}
          {section === "approval" && <DecisionsAbout id={id} />}
          {section === "letters" && <LettersTo id={id} />}
          {section === "attachments" && <Attachments document="Customer" id={id} attaching={attaching} />}
          {section === "history" && <HistoryOf document="Customer" id={id} />}
        </div>
      </div>
    </DropArea>
  );
}

function Head({ id, card, amount }: { id: number; card: CustomerCard; amount: number | null }): ReactNode {
  const w = useWords().customers;
  const owner = useOwner(card.owner_id);
  const edit = (): void => moveOpened(addressOf("customers", id), addressOf("customers", id, "edit"));
  useKeys({ E: edit });
  const where = [card.code, card.industry, regionText(card)].filter((part) => part !== "");
  return (
    <header className="dochead">
      <div className="r start sb gap16">
        <div className="g1">
          <div className="docline i2">{where.length === 0 ? w.title : where.join(" · ")}</div>
          <h1 className="pagename twolines" title={card.name}>{card.name}</h1>
        </div>
        <div className="num">
          <div className="docsum"><Money fen={amount} /></div>
          <div className="s i2">{w.page.sum}</div>
        </div>
      </div>
      <div className="acts">
        <Button type="primary" icon={<Pencil size={14} strokeWidth={1.6} />} onClick={edit} data-test="customer-edit">{w.edit}</Button>
        <div className="g1" />
        <span className="i3">{w.fields.owner}</span>{owner === "" ? <span className="i2">{w.noOwner}</span> : <span className="r gap6"><Avatar name={owner} />{owner}</span>}
      </div>
      <Perforation />
    </header>
  );
}

function useOwner(id: number | null): string {
  const people = useAsk("person_list", {}).data ?? [];
  return people.find((person) => person.id === id)?.name ?? "";
}

function About({ card }: { card: CustomerCard }): ReactNode {
  const w = useWords().customers;
  const f = w.fields;
  const pairs: [string, string][] = [
    [f.short_name, card.short_name],
    [f.print_name, card.print_name],
    [f.phone, card.phone],
    [w.sections.place, [regionText(card), card.address].filter((part) => part !== "").join(" ")],
    [f.invoice_title, card.invoice_title === "" ? card.name : card.invoice_title],
    [f.tax_number, card.tax_number],
    [f.bank_name, card.bank_name],
    [f.bank_account, card.bank_account],
    [f.note, card.note],
  ];
  return <div className="block about">{pairs.filter(([, text]) => text !== "").map(([label, text]) => <Pair key={label} label={label}><span className="asis">{text}</span></Pair>)}</div>;
}

function ContactRows({ contacts }: { contacts: Contact[] }): ReactNode {
  const w = useWords().customers;
  if (contacts.length === 0) return <Empty>{w.contact.none}</Empty>;
  return (
    <div className="block">
      <div className="sec">{w.page.contacts}</div>
      {contacts.map((contact) => (
        <div className="entry" key={contact.id} data-test="contact-line">
          <b className="ell contactname" title={contact.name}>{contact.name}</b>
          <span className="i3 s ell">{[contact.title, contact.salutation].filter((part) => part !== "").join(" ")}</span>
          {contact.main && <span className="chip st-accent">{w.contact.main}</span>}
          <span className="g1">{[contact.phone, contact.wechat].filter((part) => part !== "").join("　")}</span>
          {contact.email === "" ? <NoEmail main={contact.main} /> : <span className="i2">{contact.email}</span>}
        </div>
      ))}
    </div>
  );
}

/** Only the main contact's address is missed: that is where letters go. */
function NoEmail({ main }: { main: boolean }): ReactNode {
  const w = useWords().customers;
  return main ? <span className="wait r gap4 s"><Glyph shape="wait" size={11} />{w.peek.noEmail}</span> : <span className="i3 s">{w.page.noAddress}</span>;
}

function OrdersOf({ id }: { id: number }): ReactNode {
  const { customers: w, orders } = useWords();
  const page = useAsk("order_list", { filter: everyOrderOf(id), sort: "created", descending: true, after: null, limit: MOST_ORDERS });
  return (
    <Answer of={page}>
      {({ rows, next }) => (rows.length === 0 ? <Empty>{orders.emptyAll}</Empty> : (
        <>
          <table className="tbl customerorders" data-test="customer-orders">
            <thead><tr><th>{orders.columns.number}</th><th>{orders.columns.status}</th><th>{orders.columns.products}</th><th className="num">{orders.columns.promised}</th><th className="num">{orders.columns.amount}</th><th className="num">{orders.columns.created}</th></tr></thead>
            <tbody>{rows.map((row) => <OrderLine key={row.id} row={row} />)}</tbody>
          </table>
          {next !== null && <p className="pad i3 s">{w.page.latest(figure(MOST_ORDERS))}</p>}
        </>
      ))}
    </Answer>
  );
}

function OrderLine({ row }: { row: OrderRow }): ReactNode {
  const w = useWords().orders;
  return (
    <tr>
      <td><button type="button" className="linkbtn" onClick={() => go("orders", row.id)} data-test="customer-order">{row.number ?? w.draftNumber}</button></td>
      <td><StateChip status={row.status} /></td>
      <td className="i2">{w.andMore(row.first_product, row.line_count)}</td>
      <td className="num"><DateText date={row.promised_on} column /></td>
      <td className="num"><Money fen={row.amount_fen} struck={row.status === "Void"} /></td>
      <td className="num i2"><DateText date={row.created_on} column /></td>
    </tr>
  );
}
