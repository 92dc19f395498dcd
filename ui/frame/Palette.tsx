/** Search everything: orders, customers, products, rooms. */
import { Boxes, Building2, ClipboardList, Search, Zap } from "lucide-react";
import { useEffect, useState, type KeyboardEvent, type ReactNode } from "react";
import { useAsk } from "../bridge";
import { Key, Money, StateChip, composing, goTo } from "../parts";
import { ROOMS, addressOf } from "../parts/place";
import { useWords } from "../words";
import { price } from "../words/figures";

interface Hit {
  key: string;
  kind: "orders" | "customers" | "products" | "commands";
  label: ReactNode;
  right: ReactNode;
  address: string;
}

const ICONS = { orders: ClipboardList, customers: Building2, products: Boxes, commands: Zap };
const ANY = { statuses: [], customer_id: null, owner_id: null, promised_before: null, promised_from: null, created_from: null, created_before: null, least_fen: null, overdue: false };

/** What is found, as one list with the kinds kept together. */
function useHits(text: string): Hit[] {
  const { frame: w, orders: o, pasted: p } = useWords();
  const on = { enabled: text !== "" };
  const orders = useAsk("order_list", { filter: { ...ANY, text }, sort: "number", descending: true, after: null, limit: 6 }, on).data?.rows ?? [];
  const customers = useAsk("customer_find", { text, limit: 5 }, on).data ?? [];
  const products = useAsk("product_find", { text, limit: 5 }, on).data ?? [];
  const rooms = ROOMS.filter((room) => text === "" || w.rooms[room].toLowerCase().includes(text.toLowerCase()) || room.startsWith(text.toLowerCase()));
  const commands = rooms.map((room): Hit => ({ key: room, kind: "commands", label: w.go(w.rooms[room]), right: null, address: addressOf(room) }));
  const create: Hit = { key: "new", kind: "commands", label: w.createOrder, right: <><Key>N</Key> <Key>O</Key></>, address: addressOf("orders", "new") };
  const paste: Hit = { key: "paste", kind: "commands", label: p.menu, right: <><Key>N</Key> <Key>V</Key></>, address: addressOf("customers", "paste") };
  if (text === "") return [create, paste, ...commands];
  const pastes = `${p.menu} ${p.title} paste`.toLowerCase().includes(text.toLowerCase()) ? [paste] : [];
  return [
    ...customers.map((one): Hit => ({ key: `c${one.id}`, kind: "customers", label: <Marked text={one.name} mark={text} />, right: one.region, address: addressOf("customers", one.id) })),
    ...orders.map((one): Hit => ({ key: `o${one.id}`, kind: "orders", label: <><Marked text={one.number ?? o.draftNumber} mark={text} />　<Marked text={one.customer} mark={text} /></>, right: <span className="r gap8"><Money fen={one.amount_fen} /><StateChip status={one.status} plain /></span>, address: addressOf("orders", one.id) })),
    ...products.map((one): Hit => ({ key: `p${one.id ?? 0}`, kind: "products", label: <><Marked text={one.name} mark={text} />　<span className="i3">{one.spec}</span></>, right: `${price(one.price_micro)} / ${one.unit}`, address: addressOf("products", one.id ?? 0) })),
    ...pastes,
    ...commands,
  ];
}

/** The palette. Arrows choose, Enter opens, Esc closes. */
export function Palette({ onClose }: { onClose: () => void }): ReactNode {
  const w = useWords().frame;
  const [box, setBox] = useState<HTMLDialogElement | null>(null);
  const [typed, setTyped] = useState("");
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const hits = useHits(text);
  useEffect(() => { if (box !== null && !box.open) box.showModal(); }, [box]);
  useEffect(() => {
    const timer = setTimeout(() => { setText(typed.trim()); setAt(0); }, 120);
    return () => clearTimeout(timer);
  }, [typed]);
  const open = (hit: Hit | undefined): void => {
    if (hit === undefined) return;
    onClose();
    goTo(hit.address);
  };
  const keys = (event: KeyboardEvent): void => {
    if (composing(event)) return;
    if (event.key === "ArrowDown") setAt(Math.min(hits.length - 1, at + 1));
    else if (event.key === "ArrowUp") setAt(Math.max(0, at - 1));
    else if (event.key === "Enter") open(hits[at]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog ref={setBox} className="dialog palette" onCancel={(event) => { event.preventDefault(); onClose(); }} onClick={(event) => { if (event.target === box) onClose(); }} data-test="palette">
      <div className="palettehead">
        <Search size={18} strokeWidth={1.6} aria-hidden="true" />
        <input className="palettebox" autoFocus value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={keys} placeholder={w.search} aria-label={w.search} data-test="palette-text" />
      </div>
      <div className="palettelist" role="listbox">
        {hits.map((hit, index) => <HitRow key={hit.key} hit={hit} first={hits[index - 1]?.kind !== hit.kind} on={index === at} open={() => open(hit)} />)}
        {hits.length === 0 && <div className="empty">{w.searchNothing(text)}</div>}
      </div>
      <div className="palettefoot hints"><span><Key>↑</Key><Key>↓</Key></span><span><Key>Enter</Key>{w.open}</span><span><Key>Esc</Key>{w.close}</span></div>
    </dialog>
  );
}

function HitRow({ hit, first, on, open }: { hit: Hit; first: boolean; on: boolean; open: () => void }): ReactNode {
  const w = useWords().frame;
  const Icon = ICONS[hit.kind];
  return (
    <>
      {first && <div className="hitkind">{w.searchKinds[hit.kind]}</div>}
      <button type="button" role="option" aria-selected={on} className={`hit${on ? " on" : ""}`} onClick={open} ref={(node) => { if (on) node?.scrollIntoView({ block: "nearest" }); }} data-test="hit">
        <Icon size={16} strokeWidth={1.6} aria-hidden="true" />
        <span className="g1 ell">{hit.label}</span>
        <span className="i2 s nw">{hit.right}</span>
      </button>
    </>
  );
}

/** The part of a text that was searched for, marked. */
function Marked({ text, mark }: { text: string; mark: string }): ReactNode {
  const at = text.toLowerCase().indexOf(mark.toLowerCase());
  if (mark === "" || at < 0) return text;
  return <>{text.slice(0, at)}<b className="acc">{text.slice(at, at + mark.length)}</b>{text.slice(at + mark.length)}</>;
}
