/** The rows behind a figure, in a drawer that pushes the page. */
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useAsk, type MonthPunctuality, type MonthRow, type MonthRows, type MonthView } from "../../bridge";
import { Answer, DateText, Glyph, Key, Money, Perforation, Sections, go, useKeys } from "../../parts";
import { useWords } from "../../words";
import { amount, amountInWan, figure as plain } from "../../words/figures";
import { PARTS, averageLateInTenths, figureOf, partsOf, punctualOf, shareInTenths, tenths, type Part } from "./arithmetic";

interface RowsProps {
  view: MonthView;
  figure: string;
  onShow: (figure: string | null) => void;
}

/** The drawer. `due` opens at what went wrong, if anything did. */
export function RowsAside({ view, figure, onShow }: RowsProps): ReactNode {
  const words = useWords();
  const w = words.reports;
  const punctual = punctualOf(figure);
  const lines = punctual !== null;
  const of = punctual?.by === "orders" ? view.orders : view.lines;
  const part = punctual?.part === "due" ? (PARTS.find((one) => of[one] > 0) ?? "on_time") : (punctual?.part ?? "on_time");
  const shown = punctual === null ? figure : figureOf(punctual.by, part);
  const asked = useAsk("month_rows", { ym: view.ym, figure: shown });
  useKeys({ Escape: () => onShow(null) });
  const { year, month } = partsOf(view.ym);
  return (
    <aside className="aside rowsaside" aria-label={titleOf(view, figure, w)} data-test="month-rows" data-figure={shown}>
      <div className="sidetop">
        <span className="i3 s g1">{w.month(year, month)}　{w.definition} {lines ? "K3" : figure === "amount" || figure === "later" ? "K1" : "K8"}</span>
        <button type="button" className="iconbtn" aria-label={words.frame.close} onClick={() => onShow(null)} data-test="rows-close"><X size={16} strokeWidth={1.6} /></button>
      </div>
      <div className="rowstop">
        <div className="r sb base gap12"><h2 className="t ell">{titleOf(view, figure, w)}</h2><span className="rowsvalue"><b>{lines ? shareText(of) : amountInWan(figure === "amount" ? view.amount.amount_fen : (asked.data?.amount_fen ?? null))}</b>{!lines && <span className="i3 s">　{w.unit}</span>}</span></div>
        {punctual !== null && <PunctualBar of={of} by={punctual.by} />}
        {lines && <p className="s i2">{w.k3(w.points[view.delivery_point])}</p>}
        {(figure === "amount" || figure === "later") && <Net view={view} figure={figure} onShow={onShow} />}
        <Perforation />
      </div>
      {punctual !== null && (
        <Sections<Part> test="rows-tab" now={part} onChoose={(next) => onShow(figureOf(punctual.by, next))} choices={PARTS.map((name) => ({ name, label: w.tabs[name], count: of[name], hot: name === "late" || name === "open_past_due" }))} />
      )}
      <div className="asidebody flush">
        <Answer of={asked}>{(answer) => (answer.rows.length === 0 ? <p className="i3 s pad">{w.rowsNone}</p> : <Rows answer={answer} lines={lines} />)}</Answer>
      </div>
      <div className="asidefoot">
        <span className="s i2 g1">{asked.data !== undefined && <>{w.rowCount(asked.data.count)}　{w.sum} <b className="ink">{amount(asked.data.amount_fen)}</b></>}</span>
        <span className="hints"><span><Key>Esc</Key>{w.close}</span></span>
      </div>
    </aside>
  );
}

/** 成交金额 and 净额 with their definitions; the rows of either are one click away. */
function Net({ view, figure, onShow }: RowsProps): ReactNode {
  const w = useWords().reports;
  const { amount_fen: won, later } = view.amount;
  const other = figure === "later" ? "amount" : "later";
  return (
    <>
      <p className="s i2">{figure === "later" ? w.k1net : w.k1}</p>
      <p className="s"><b>{w.net(`${amountInWan(later.total_fen)} ${w.unit}`)}</b><br /><span className="i2">{w.netSum(amountInWan(won ?? 0), amountInWan(later.changed_fen), amountInWan(later.cancelled_fen))}</span></p>
      {(later.rows > 0 || figure === "later") && <button type="button" className="linkbtn s" onClick={() => onShow(other)} data-test={`show-${other}`}>{other === "amount" ? w.amount : `${w.later}　${w.laterRows(later.rows)}`}</button>}
    </>
  );
}

function titleOf(view: MonthView, figure: string, w: ReturnType<typeof useWords>["reports"]): string {
  const [kind = "", ...rest] = figure.split(":");
  const punctual = punctualOf(figure);
  if (punctual !== null) return punctual.by === "orders" ? w.byOrder : w.punctual;
  if (rest.length === 0) return kind === "later" ? w.later : w.amount;
  const key = rest.join(":");
  const list = { product: view.products, category: view.categories, region: view.regions, industry: view.industries, customer: view.customers, person: view.people }[kind] ?? [];
  const name = list.find((row) => row.key === key)?.name ?? key;
  return name === "" ? w.unnamed : name;
}

function shareText(of: MonthPunctuality): string {
  const share = shareInTenths(of.on_time, of.due);
  return share === null ? "—" : `${tenths(share)} %`;
}

/** On time, late and still open as one bar. */
function PunctualBar({ of, by }: { of: MonthPunctuality; by: "lines" | "orders" }): ReactNode {
  const w = useWords().reports;
  const all = of.on_time + of.late + of.open_past_due + of.open;
  const late = averageLateInTenths(of);
  const division = by === "orders" ? w.byOrderFoot(of.on_time, of.due) : w.punctualFoot(of.on_time, of.due);
  if (all === 0) return null;
  const part = (count: number, family: string): ReactNode => (count === 0 ? null : <i className={family} style={{ flexGrow: count }} />);
  return (
    <>
      <div className="parts" aria-hidden="true">{part(of.on_time, "done")}{part(of.late, "late")}{part(of.open_past_due, "late")}{part(of.open, "off")}</div>
      <div className="s i2">{division}{late !== null && `　${w.averageLate} ${w.days(tenths(late))}`}</div>
    </>
  );
}

function Rows({ answer, lines }: { answer: MonthRows; lines: boolean }): ReactNode {
  return (
    <div className="monthrows">
      {answer.rows.map((row, index) => <RowLine key={`${row.order_id} ${index}`} row={row} lines={lines} />)}
      {answer.count > answer.rows.length && <p className="s i3 pad">{plain(answer.rows.length)} / {plain(answer.count)}</p>}
    </div>
  );
}

function RowLine({ row, lines }: { row: MonthRow; lines: boolean }): ReactNode {
  const w = useWords().reports;
  const late = (row.days_late ?? 0) > 0;
  return (
    <button type="button" className="monthrow" title={w.openOrder(row.number)} onClick={() => go("orders", row.order_id)} data-test="month-row">
      <span className="r gap8"><span className="no">{row.number}</span><span className="ell g1">{row.customer}</span>{!lines ? <Money fen={row.amount_fen} /> : late ? <b className="late nw">{w.lateBy(row.days_late ?? 0)}</b> : null}</span>
      <span className="r gap8 s i2">
        <span className="ell g1">{row.product}</span>
        {lines && row.promised_on !== null && <span className="nw">{w.promised("")}<DateText date={row.promised_on} column /></span>}
        {lines && (row.delivered_on === null ? <span className="nw i3">{w.notDelivered}</span> : <span className={`nw r gap4${late ? "" : " done"}`}>{!late && <Glyph shape="done" size={11} />}<DateText date={row.delivered_on} column /></span>)}
      </span>
    </button>
  );
}
