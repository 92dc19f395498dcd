/** The figures of the month in cells: value, change against last month and last year, and its division. */
import type { ReactNode } from "react";
import { useAsk, type MonthPunctuality, type MonthView } from "../../bridge";
import { useWords } from "../../words";
import { amountInWan, figure as plain } from "../../words/figures";
import { averageLateInTenths, changeInTenths, pointBefore, pointsInTenths, punctualOf, shareInTenths, targetOf, tenths } from "./arithmetic";

interface KpisProps {
  view: MonthView;
  figure: string | null;
  onShow: (figure: string) => void;
}

/** The row of cells. Each opens the rows behind it. */
export function Kpis({ view, figure, onShow }: KpisProps): ReactNode {
  const w = useWords().reports;
  const { amount, lines, orders } = view;
  const before = pointBefore(view.trend, view.ym);
  const late = averageLateInTenths(orders);
  const punctual = figure === null ? null : punctualOf(figure);
  return (
    <div className="kpis" role="group">
      <Cell test="amount" title={w.amount} on={figure === "amount" || figure === "later"} onShow={() => onShow("amount")} value={amountInWan(amount.amount_fen)} unit={amount.amount_fen === null ? "" : w.unit} foot={<Target view={view} />}>
        <Change label={w.onPrevious} tenth={changeInTenths(amount.amount_fen, amount.previous_fen)} unit=" %" />
        <Change label={w.onLastYear} tenth={changeInTenths(amount.amount_fen, amount.last_year_fen)} unit=" %" />
        <span className="delta i2" data-test="value-net">{w.net(amount.later.total_fen === null ? w.none : `${amountInWan(amount.later.total_fen)} ${w.unit}`)}</span>
      </Cell>
      <Cell test="orders" title={w.orders} on={false} onShow={() => onShow("amount")} value={amount.orders === 0 ? w.none : plain(amount.orders)} unit={amount.orders === 0 ? "" : w.ordersUnit} foot={amount.customers === 0 ? "" : w.buyersFoot(plain(amount.customers), amount.new_customers)}>
        <Change label={w.onPrevious} tenth={amount.orders === 0 ? null : changeInTenths(amount.orders, before?.orders ?? null)} unit=" %" />
        <div className="delta i2">{amount.average_fen === null ? "" : w.ordersFoot(`${amountInWan(amount.average_fen)} ${w.unit}`)}</div>
      </Cell>
      <Cell test="punctual" title={w.punctual} on={punctual?.by === "lines"} onShow={() => onShow("due")} {...share(lines, w.none)} foot={lines.due === 0 ? w.punctualNone : w.punctualFoot(lines.on_time, lines.due)}>
        <Change label={w.onPrevious} tenth={pointsInTenths(lines, view.lines_previous)} unit={w.point} />
        <Change label={w.onLastYear} tenth={pointsInTenths(lines, view.lines_last_year)} unit={w.point} />
      </Cell>
      <Cell test="byorder" title={w.byOrder} on={punctual?.by === "orders"} onShow={() => onShow("orders_due")} {...share(orders, w.none)} foot={orders.due === 0 ? w.punctualNone : w.byOrderFoot(orders.on_time, orders.due)}>
        <div className="delta i2">{w.averageLate} {late === null ? w.none : w.days(tenths(late))}</div>
      </Cell>
    </div>
  );
}

function share(of: MonthPunctuality, none: string): { value: string; unit: string } {
  const found = shareInTenths(of.on_time, of.due);
  return found === null ? { value: none, unit: "" } : { value: tenths(found), unit: "%" };
}

function Target({ view }: { view: MonthView }): ReactNode {
  const w = useWords().reports;
  const target = targetOf(view.amount.target_fen, view.people);
  if (target === null || target === 0) return w.amountNoTarget;
  const reached = shareInTenths(view.amount.amount_fen ?? 0, target) ?? 0;
  return w.amountFoot(amountInWan(target), String(Math.round(reached / 10)));
}

interface CellProps {
  test: string;
  title: string;
  value: string;
  unit: string;
  foot: ReactNode;
  on: boolean;
  onShow: () => void;
  children: ReactNode;
}

function Cell({ test, title, value, unit, foot, on, onShow, children }: CellProps): ReactNode {
  return (
    <button type="button" className={`kpi${on ? " on" : ""}`} aria-pressed={on} onClick={onShow} data-test={`kpi-${test}`}>
      <span className="kpititle">{title}</span>
      <span className="kpivalue"><b data-test={`value-${test}`}>{value}</b>{unit !== "" && <span className="i3 s">{unit}</span>}</span>
      {children}
      <span className="kpifoot">{foot}</span>
    </button>
  );
}

/** Up or down with its triangle. Colours follow good and bad, or 「红涨绿跌」 where that is set. */
export function Change({ label, tenth, unit }: { label: string; tenth: number | null; unit: string }): ReactNode {
  const w = useWords().reports;
  const red = useAsk("setting_view", {}).data?.policy.red_is_up ?? false;
  if (tenth === null) return <span className="delta i3">{label} {w.none}</span>;
  if (tenth === 0) return <span className="delta i2">{label} {w.same}</span>;
  const up = tenth > 0;
  const colour = up === red ? "late" : "done";
  return (
    <span className="delta">
      <span className="i2">{label}</span> <span className={colour} aria-label={`${up ? w.up : w.down} ${tenths(tenth)}${unit}`}><span className="triangle">{up ? "▲" : "▼"}</span>{tenths(tenth)}{unit}</span>
    </span>
  );
}
