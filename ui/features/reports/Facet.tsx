/** One way to divide the sales of the month: bars with the figure at their end, longest first. */
import type { ReactNode } from "react";
import type { FacetRow } from "../../bridge";
import { useWords } from "../../words";
import { amountInWan } from "../../words/figures";
import { barPercent, shareInTenths, tenths } from "./arithmetic";

interface FacetProps {
  title: string;
  kind: "product" | "category" | "region" | "industry" | "customer";
  /** Largest first. */
  rows: FacetRow[];
  total: number | null;
  figure: string | null;
  onShow: (figure: string) => void;
}

const SHOWN = 8;

/** The bars; each opens its rows. */
export function Facet({ title, kind, rows, total, figure, onShow }: FacetProps): ReactNode {
  const w = useWords().reports;
  const shown = rows.slice(0, SHOWN);
  const largest = shown[0]?.amount_fen ?? 0;
  const covered = shareInTenths(shown.reduce((sum, row) => sum + row.amount_fen, 0), total ?? 0);
  return (
    <section className="facet" aria-label={title} data-test={`facet-${kind}`}>
      <div className="r sb">
        <h2 className="sec">{title}</h2>
        {covered !== null && rows.length > SHOWN && <span className="s i3">{w.covers(tenths(covered))}</span>}
      </div>
      {shown.length === 0 && <p className="i3 s">{w.facetNone}</p>}
      {shown.map((row, index) => {
        const name = row.name === "" ? w.unnamed : row.name;
        const own = `${kind}:${row.key}`;
        return (
          <button type="button" key={row.key} className={`facetrow${figure === own ? " on" : ""}`} aria-pressed={figure === own} onClick={() => onShow(own)} data-test={`facet-${kind}-row`}>
            <span className="facetname ell" title={name}>{name}</span>
            <span className="facetbar"><i className={index === 0 ? "top" : ""} style={{ width: `${barPercent(row.amount_fen, largest) * 0.72}%` }} /><span>{amountInWan(row.amount_fen)}</span>{row.is_new && <span className="i3 s">{w.fresh}</span>}</span>
          </button>
        );
      })}
    </section>
  );
}

/** New customers against known ones: two bars, nothing to open. */
export function NewAndOld({ fresh, total }: { fresh: number; total: number | null }): ReactNode {
  const w = useWords().reports;
  const old = (total ?? 0) - fresh;
  const largest = Math.max(fresh, old);
  return (
    <section className="facet" aria-label={w.newAndOld} data-test="facet-new">
      <div className="r sb"><h2 className="sec">{w.newAndOld}</h2></div>
      {total === null ? <p className="i3 s">{w.facetNone}</p> : [[w.old, old] as const, [w.fresh, fresh] as const].map(([name, amount]) => (
        <div key={name} className="facetrow still">
          <span className="facetname">{name}</span>
          <span className="facetbar"><i style={{ width: `${barPercent(amount, largest) * 0.72}%` }} /><span>{amount === 0 ? w.none : amountInWan(amount)}</span></span>
        </div>
      ))}
    </section>
  );
}
