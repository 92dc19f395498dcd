/** Sales of twelve months: bars for this year, a dotted line for the last. ECharts is fetched only here. */
import { lazy, Suspense, type ReactNode } from "react";
import type { MonthPoint } from "../../bridge";
import { useWords } from "../../words";
import { amountInWan } from "../../words/figures";
import { partsOf } from "./arithmetic";

const Chart = lazy(() => import("./Chart"));

interface TrendProps {
  trend: MonthPoint[];
  ym: number;
  onMonth: (ym: number) => void;
}

/** The chart with its heading; the same figures stand in a table for screen readers. */
export function Trend({ trend, ym, onMonth }: TrendProps): ReactNode {
  const w = useWords().reports;
  const nothing = trend.every((point) => point.amount_fen === 0);
  const lastYear = trend.some((point) => point.last_year_fen !== null);
  return (
    <section className="trend" aria-label={w.trend}>
      <div className="r sb">
        <h2 className="sec">{w.trend}</h2>
        {!nothing && (
          <div className="r gap16 s i2">
            <span className="r gap6"><i className="swatch" />{w.thisPeriod}</span>
            {lastYear && <span className="r gap6"><i className="dash" />{w.lastYear}</span>}
          </div>
        )}
      </div>
      {nothing ? <p className="i3 trendnone">{w.trendNone}</p> : (
        <Suspense fallback={<div className="trendbox" />}><Chart trend={trend} ym={ym} onMonth={onMonth} /></Suspense>
      )}
      <table className="onlyread">
        <caption>{w.trend}</caption>
        <tbody>
          {trend.map((point) => {
            const { year, month } = partsOf(point.ym);
            return <tr key={point.ym}><th scope="row">{w.month(year, month)}</th><td>{amountInWan(point.amount_fen)}</td><td>{amountInWan(point.last_year_fen)}</td></tr>;
          })}
        </tbody>
      </table>
    </section>
  );
}
