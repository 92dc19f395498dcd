/** V1 … Vn side by side: every line, and in each version what changed against the one before, with sign and colour. */
import { Checkbox } from "antd";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { QuotationMay, QuotationVersionView, QuotationView } from "../../bridge";
import { ActButton, Footer, Glyph, InstantText, Key, Money, useKeys, useToday } from "../../parts";
import { useLanguage, useWords } from "../../words";
import { NONE, amount, dateSpoken, percent, price, quantity } from "../../words/figures";
import { TakeUpDialog } from "./Answers";
import { wayOf, type Way } from "./draft";

interface VersionsProps {
  offer: QuotationView;
  margins: boolean;
  onMargins: (on: boolean) => void;
}

/** Which version is looked at, and which difference; the keys walk both. */
function useWalk(count: number, shown: string): { at: number; table: React.RefObject<HTMLTableElement | null>; version: (by: -1 | 1) => void; difference: () => void } {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState(count - 1);
  const [here, setHere] = useState(-1);
  useEffect(() => {
    setAt(count - 1);
    setHere(-1);
    // The current version is what one comes for; where there is no room for all, the others are scrolled to.
    const scroll = table.current?.parentElement;
    if (scroll !== null && scroll !== undefined) scroll.scrollLeft = scroll.scrollWidth;
  }, [count, shown]);
  const version = (by: -1 | 1): void => {
    const to = Math.max(0, Math.min(count - 1, at + by));
    setAt(to);
    table.current?.querySelectorAll<HTMLElement>(".vhead")[to]?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const difference = (): void => {
    const all = [...(table.current?.querySelectorAll<HTMLElement>(DIFFERENT) ?? [])];
    all.forEach((one) => one.classList.remove("looked"));
    const next = all[(here + 1) % Math.max(1, all.length)];
    setHere(all.length === 0 ? -1 : (here + 1) % all.length);
    next?.classList.add("looked");
    next?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  return { at, table, version, difference };
}

/** What a difference is marked with. */
const DIFFERENT = "td .chg, td .new, td .gone";

/** The table with its switches, and below it what the marks and the keys mean. */
export function Versions({ offer, margins, onMargins }: VersionsProps): ReactNode {
  const w = useWords().quotations;
  const [marks, setMarks] = useState(true);
  const [taken, setTaken] = useState<number | null>(null);
  const { versions } = offer;
  const may = offer.acts.find((one) => one.act === "TakeUp");
  const span = margins ? 4 : 3;
  const { at, table, version, difference } = useWalk(versions.length, `${marks}`);
  useKeys({ "[": () => version(-1), "]": () => version(1), M: () => onMargins(!margins), D: difference }, versions.length > 0);
  return (
    <div className="versions" data-test="versions">
      <div className="r gap16 versionbar">
        <Checkbox checked={marks} onChange={(event) => setMarks(event.target.checked)} data-test="show-changes">{w.showChanges}</Checkbox>
        <Checkbox checked={margins} onChange={(event) => onMargins(event.target.checked)} data-test="show-margins">{w.showMargin}</Checkbox>
      </div>
      <div className="versionscroll" tabIndex={0}>
        <table className="tbl versiontable" ref={table}>
          <thead>
            <tr>
              <th colSpan={2} className="vstick" aria-label={w.table.name} />
              {versions.map((one, index) => <th key={one.id} colSpan={span} className={`vhead${one === versions.at(-1) ? " cur" : ""}${index === at && versions.length > 1 ? " at" : ""}`} aria-current={index === at} data-test={`version-${one.revision}`}><VersionHead one={one} next={versions[one.revision]} current={one === versions.at(-1)} may={may} onTakeUp={() => setTaken(one.revision)} /></th>)}
            </tr>
            <tr>
              <th className="vstick">{w.table.name}</th><th>{w.table.spec}</th>
              {versions.map((one) => <Heads key={one.id} margins={margins} />)}
            </tr>
          </thead>
          <tbody>
            {offer.rows.map((row, index) => <Line key={index} row={row} versions={versions} margins={margins} marks={marks} />)}
            <Totals versions={versions} margins={margins} />
            <Texts offer={offer} span={span} marks={marks} />
          </tbody>
        </table>
      </div>
      {taken !== null && <TakeUpDialog offer={offer} revision={taken} onClose={() => setTaken(null)} />}
    </div>
  );
}

/** The foot of the page: the marks, and the keys. */
export function VersionFoot({ several }: { several: boolean }): ReactNode {
  const { legend: w, rounds: { keys } } = useWords().quotations;
  return (
    <Footer keys={<>{several && <span><Key>[</Key><Key>]</Key>{keys.version}</span>}<span><Key>M</Key>{keys.margins}</span>{several && <span><Key>D</Key>{keys.difference}</span>}</>}>
      {several && <span className="r gap12 s legend"><span className="r gap6"><span className="chg">↑ ↓</span>{w.changed}</span><span className="r gap6"><span className="new">+</span>{w.added}</span><span className="r gap6"><span className="gone"><Glyph shape="failed" size={11} /></span>{w.removed}</span><span className="i2">{w.text}</span></span>}
    </Footer>
  );
}

function Heads({ margins }: { margins: boolean }): ReactNode {
  const w = useWords().quotations.table;
  return <><th className="num vfirst">{w.quantity}</th><th className="num">{w.price}</th><th className="num">{w.amount}</th>{margins && <th className="num inside">{w.margin}</th>}</>;
}

function VersionHead({ one, next, current, may, onTakeUp }: { one: QuotationVersionView; next: QuotationVersionView | undefined; current: boolean; may: QuotationMay | undefined; onTakeUp: () => void }): ReactNode {
  const w = useWords().quotations;
  return (
    <div className="c gap4">
      <div className="r gap8"><b className="vname">V{one.revision}</b><span className="i2">{one.sent_at === null ? w.names.states[one.state] : <InstantText at={one.sent_at} />}</span>{one.taken_from !== null && <span className="i2" data-test="taken-from">{w.takenFrom(one.taken_from)}</span>}{current && <span className="acc">{w.current}</span>}{!current && may !== undefined && <><span className="g1" /><ActButton label={w.names.acts.TakeUp} refusals={may.refusals} small quiet onClick={onTakeUp} test={`take-up-${one.revision}`} /></>}</div>
      <div className="s i2 ell" title={next?.objection_note}>{next !== undefined && next.objection !== null ? `${w.table.objection}　${w.names.objections[next.objection]} · ${next.objection_note}` : `${w.table.result}　${w.names.states[one.state]}`}</div>
    </div>
  );
}

/** A figure, marked where it is another one than before. */
function Marked({ way, on, fresh, children }: { way: Way; on: boolean; fresh?: boolean; children: ReactNode }): ReactNode {
  if (!on) return children;
  if (fresh === true) return <span className="new">{children}</span>;
  if (way === null) return children;
  return <span className="chg"><span aria-hidden="true">{way === "up" ? "↑" : "↓"} </span>{children}</span>;
}

function Line({ row, versions, margins, marks }: { row: (number | null)[]; versions: QuotationVersionView[]; margins: boolean; marks: boolean }): ReactNode {
  const named = versions.map((one, at) => one.draft.lines[row[at] ?? -1]).find((line) => line !== undefined);
  return (
    <tr data-test="version-line">
      <td className="ell vtext vstick" title={named?.name}>{named?.name}</td><td className="ell vtext i2" title={named?.spec}>{named?.spec}</td>
      {versions.map((one, at) => <LineCells key={one.id} at={at} row={row} versions={versions} margins={margins} marks={marks} />)}
    </tr>
  );
}

function LineCells({ at, row, versions, margins, marks }: { at: number; row: (number | null)[]; versions: QuotationVersionView[]; margins: boolean; marks: boolean }): ReactNode {
  const w = useWords().quotations;
  const of = (version: number): { line: QuotationVersionView["draft"]["lines"][number]; fen: number | null | undefined; margin: number | null | undefined } | null => {
    const index = row[version] ?? null;
    const one = versions[version];
    const line = index === null ? undefined : one?.draft.lines[index];
    return index === null || one === undefined || line === undefined ? null : { line, fen: one.computed.amounts.line_fen[index], margin: one.computed.margins[index]?.rate };
  };
  const now = of(at);
  const before = at === 0 ? null : of(at - 1);
  const inside = margins ? <td className="num inside">{now !== null && <Margin rate={now.margin} floor={versions[at]?.computed.margin_floor ?? 0} />}</td> : null;
  if (now === null) return <><td colSpan={3} className="vgap vfirst">{before !== null && marks ? <span className="gone"><Glyph shape="failed" size={11} /> {w.removed(amount(before.fen))}</span> : NONE}</td>{inside}</>;
  const fresh = at > 0 && before === null;
  return (
    <>
      <td className="num vfirst"><Marked on={marks} fresh={fresh} way={wayOf(before?.line.quantity_milli, now.line.quantity_milli)}>{fresh && marks ? "+ " : ""}{quantity(now.line.quantity_milli)}</Marked></td>
      <td className="num"><Marked on={marks} fresh={fresh} way={wayOf(paid(before?.line), paid(now.line))}>{price(now.line.price_micro)}{now.line.discount > 0 && <span className="i3"> −{percent(now.line.discount)}</span>}</Marked></td>
      <td className="num">{amount(now.fen)}</td>
      {inside}
    </>
  );
}

/** What a unit comes to after the line's discount, to compare. */
function paid(line: { price_micro: number | null; discount: number } | undefined): number | null {
  return line === undefined || line.price_micro === null ? null : line.price_micro * (10_000 - line.discount);
}

function Margin({ rate, floor }: { rate: number | null | undefined; floor: number }): ReactNode {
  if (rate === null || rate === undefined) return <span className="i3">{NONE}</span>;
  return <span className={rate < floor ? "late w6" : "i2"}>{percent(rate)}</span>;
}

function Totals({ versions, margins }: { versions: QuotationVersionView[]; margins: boolean }): ReactNode {
  const w = useWords().quotations;
  const inside = (key: string | number, text: ReactNode): ReactNode => (margins ? <td key={`m${key}`} className="num inside">{text}</td> : null);
  return (
    <>
      <tr className="vsum">
        <td colSpan={2} className="vstick">{w.table.total}</td>
        {versions.map((one) => [<td key={one.id} colSpan={3} className="num vfirst" data-test="version-total"><Money fen={one.computed.amounts.amount_fen} /></td>, inside(one.id, <Margin rate={one.computed.total.rate} floor={one.computed.margin_floor} />)])}
      </tr>
      <tr>
        <td colSpan={2} className="i2 vstick">{w.table.former}</td>
        {versions.map((one, at) => {
          const before = versions[at - 1];
          const off = before === undefined ? null : one.computed.amounts.amount_fen - before.computed.amounts.amount_fen;
          const points = before === undefined || before.computed.total.rate === null || one.computed.total.rate === null ? null : one.computed.total.rate - before.computed.total.rate;
          return [<td key={one.id} colSpan={3} className="num vfirst">{off === null ? NONE : off === 0 ? amount(0) : <span className="wait">{off > 0 ? "↑" : "↓"} {amount(Math.abs(off))}<span className="voff">{percentOf(off, before?.computed.amounts.amount_fen ?? 0)}</span></span>}</td>, inside(one.id, <span className="i2">{points === null ? "" : w.points(points === 0 ? "0.0" : `${points > 0 ? "+" : "−"}${(Math.abs(points) / 100).toFixed(1)}`)}</span>)];
        })}
      </tr>
      <tr>
        <td colSpan={2} className="i2 vstick">{w.table.list}</td>
        {versions.map((one) => [<td key={one.id} colSpan={3} className="num vfirst i2">{one.computed.discount === null ? NONE : w.fold((10_000 - one.computed.discount) / 100)}</td>, inside(one.id, "")])}
      </tr>
    </>
  );
}

/** By how much of the former amount, with one digit. */
function percentOf(off: number, former: number): string {
  const points = former === 0 ? 0 : (Math.abs(off) * 100) / former;
  return points === 0 ? "" : `${off > 0 ? "+" : "−"}${points < 0.05 ? "<0.1" : points.toFixed(1)} %`;
}

/** What is said in words: terms, delivery, service, validity. */
function Texts({ offer, span, marks }: { offer: QuotationView; span: number; marks: boolean }): ReactNode {
  const w = useWords().quotations.table;
  const language = useLanguage();
  const today = useToday();
  const rows: [string, (one: QuotationVersionView) => string][] = [
    [w.terms, (one) => one.computed.amounts.terms_sentence],
    [w.delivery, (one) => one.draft.delivery_period],
    [w.service, (one) => one.draft.service],
    [w.valid, (one) => (one.draft.valid_until === null ? "" : dateSpoken(one.draft.valid_until, today, language))],
    [w.needs, (one) => (one.needs === null ? "" : `${one.needs.number} V${one.needs.revision}`)],
    [w.note, (one) => one.draft.note],
  ];
  return rows.filter(([, text]) => offer.versions.some((one) => text(one) !== "")).map(([label, text]) => (
    <tr key={label}>
      <td colSpan={2} className="i2 vstick">{label}</td>
      {offer.versions.map((one, at) => {
        const before = offer.versions[at - 1];
        const changed = marks && before !== undefined && text(before) !== text(one);
        return <td key={one.id} colSpan={span} className="vfirst vwords">{text(one) === "" ? NONE : <span className={changed ? "chg" : ""}>{text(one)}</span>}</td>;
      })}
    </tr>
  ));
}
