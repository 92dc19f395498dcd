/** A customer beside the list: who to reach, what was sold, and the two usual acts. */
import { X } from "lucide-react";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useAsk, type Contact, type CustomerRow } from "../../bridge";
import { Glyph } from "../../parts/Glyph";
import { go } from "../../parts/place";
import { Avatar, DateText, Key, Money, Pair, Perforation } from "../../parts/Text";
import { useWords } from "../../words";
import { figure } from "../../words/figures";
import { regionText } from "./card";

/** The peek; it keeps the list's row in sight while the card is being asked for. */
export function CustomerPeek({ row, onClose }: { row: CustomerRow; onClose: () => void }): ReactNode {
  const words = useWords();
  const w = words.customers;
  const card = useAsk("customer_view", { id: row.id }, { keep: false }).data;
  const place = card === undefined ? row.region : [regionText(card), card.address].filter((part) => part !== "").join(" ");
  return (
    <aside className="aside" aria-label={row.name} data-test="customer-peek">
      <div className="sidetop">
        <span className="i3 s g1">{row.code}</span>
        <button type="button" className="iconbtn" aria-label={words.frame.close} onClick={onClose}><X size={16} strokeWidth={1.6} /></button>
      </div>
      <div className="asidebody">
        <h2 className="t">{row.name}</h2>
        {row.short_name !== "" && <div className="i3 s">{row.short_name}</div>}
        <Perforation />
        {row.orders > 0 && <div className="r sb base custsum">
          <span className="i3">{w.columns.amount}</span>
          <span className="figure"><Money fen={row.amount_fen} /></span>
        </div>}
        <div className="pairs">
          <Pair label={w.columns.orders}>{row.orders === 0 ? "—" : figure(row.orders)}</Pair>
          <Pair label={w.columns.last}><DateText date={row.last_order_on} /></Pair>
          <Pair label={w.columns.owner}>{row.owner === "" ? w.noOwner : <span className="r gap6"><Avatar name={row.owner} />{row.owner}</span>}</Pair>
          {row.industry !== "" && <Pair label={w.columns.industry}>{row.industry}</Pair>}
          {place !== "" && <Pair label={w.sections.place}>{place}</Pair>}
          {card !== undefined && card.tax_number !== "" && <Pair label={w.fields.tax_number}>{card.tax_number}</Pair>}
        </div>
        <div className="sec peeksec">{w.sections.contacts}</div>
        {card?.contacts.map((contact) => <ContactLine key={contact.id} contact={contact} />)}
        {card?.contacts.length === 0 && <div className="i3 s">{w.contact.none}</div>}
      </div>
      <div className="asidefoot">
        <Button type="primary" onClick={() => go("customers", row.id)} data-test="customer-open">{words.frame.open}</Button>
        <span className="hints"><span><Key>Enter</Key>{w.keys.open}</span></span>
      </div>
    </aside>
  );
}

function ContactLine({ contact }: { contact: Contact }): ReactNode {
  const w = useWords().customers;
  return (
    <div className="contactline">
      <div className="r gap6"><b>{contact.name}</b><span className="i3 s">{[contact.title, contact.salutation].filter((part) => part !== "").join(" ")}</span>{contact.main && <span className="chip st-accent">{w.contact.main}</span>}</div>
      <div className="s i2">{[contact.phone, contact.wechat].filter((part) => part !== "").join("　") || "—"}</div>
      <div className="s">{contact.email === "" ? (contact.main ? <span className="wait r gap4"><Glyph shape="wait" size={11} />{w.peek.noEmail}</span> : <span className="i3">{w.page.noAddress}</span>) : <span className="i2">{contact.email}</span>}</div>
    </div>
  );
}
