/** What an import would take in, or did: counts, every cell that stands in its way, what is taken with a note. */
import { Button } from "antd";
import type { ReactNode } from "react";
import type { BadCell, ImportReport } from "../../bridge";
import { Glyph, Money, Note, go } from "../../parts";
import { useWords } from "../../words";
import { figure } from "../../words/figures";
import { countsOf } from "./mapping";

interface ReportProps {
  report: ImportReport;
  taken: boolean;
  running: boolean;
  file: string;
  onBack: () => void;
  onRun: () => void;
  onAgain: () => void;
}

/** The third and fourth step. */
export function Report({ report, taken, running, file, onBack, onRun, onAgain }: ReportProps): ReactNode {
  const w = useWords().imports;
  const bad = report.bad_count > 0;
  const counts = countsOf(report);
  return (
    <>
      <div className="formscroll">
        <div className="importstart">
          <h2 className="t ell" title={file}>{file}</h2>
          {taken ? <Note family="done" title={w.done} test="import-done">{w.doneHint}</Note>
            : bad ? <Note family="late" shape="failed" title={w.bad(figure(report.bad_count))} test="import-bad">{w.badHint}</Note>
            : <Note family="done" test="import-good">{w.allGood}</Note>}
          <div className="importcounts" data-test="import-counts">
            <span className="sec">{taken ? w.taken : w.wouldTake}</span>
            {counts.length === 0 && <span className="i3">{w.nothing}</span>}
            {counts.map(({ name, count }) => <span key={name} className={name === "skipped" ? "i3" : ""}>{w.counts[name](figure(count))}</span>)}
            {report.orders > 0 && <span className="i2">{w.amount} <Money fen={report.amount_fen} strong /></span>}
          </div>
          {bad && <Cells title={null} cells={report.bad_cells} all={report.bad_count} family="late" />}
          {report.notes.length > 0 && <Cells title={w.notes(figure(report.notes.length))} cells={report.notes} all={report.notes.length} family="wait" />}
        </div>
      </div>
      <div className="formfoot">
        <span className="g1" />
        {taken ? (
          <>
            <Button onClick={onAgain} data-test="import-again">{w.again}</Button>
            {report.customers > 0 && <Button onClick={() => go("customers")}>{w.seeCustomers}</Button>}
            {report.leads > 0 && <Button onClick={() => go("leads")} data-test="see-leads">{w.seeLeads}</Button>}
            {report.products > 0 && <Button onClick={() => go("products")}>{w.seeProducts}</Button>}
            {report.orders > 0 && <Button type="primary" onClick={() => go("orders")}>{w.seeOrders}</Button>}
          </>
        ) : (
          <>
            <Button onClick={onBack} data-test="import-back">{w.back}</Button>
            <Button type="primary" disabled={bad || counts.every((one) => one.name === "skipped")} loading={running} onClick={onRun} data-test="import-run">{running ? w.running : w.run}</Button>
          </>
        )}
      </div>
    </>
  );
}

const SHOWN = 300;

function Cells({ title, cells, all, family }: { title: string | null; cells: BadCell[]; all: number; family: "late" | "wait" }): ReactNode {
  const w = useWords().imports;
  const shown = cells.slice(0, SHOWN);
  return (
    <section className="cells">
      {title !== null && <h3 className="sec r gap6"><span className={family}><Glyph shape={family} size={12} /></span>{title}</h3>}
      <table className="tbl">
        <thead><tr><th className="placecol">{w.cell.where}</th><th>{w.cell.found}</th><th className="problemcol">{w.cell.problem}</th></tr></thead>
        <tbody>
          {shown.map((cell, index) => (
            <tr key={index} data-test="bad-cell">
              <td className="i2" title={w.place(cell.sheet, cell.row, cell.column)}>{w.place(cell.sheet, cell.row, cell.column)}</td>
              <td title={cell.found}>{cell.found === "" ? <span className="i3">{w.empty}</span> : cell.found}</td>
              <td className={family}>{w.problems[cell.problem] ?? cell.problem}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {all > shown.length && <p className="s i3">{w.badMore(figure(shown.length), figure(all))}</p>}
    </section>
  );
}
