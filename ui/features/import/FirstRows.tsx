/** The first rows of a sheet as they stand in the file, and which of them is the header: named by number or pressed. */
import { InputNumber, Spin } from "antd";
import { useState, type ReactNode } from "react";
import type { SheetRow, SheetView } from "../../bridge";
import { useWords } from "../../words";
import { widthOf } from "./mapping";

/** The number of the header row; another is taken with Enter or on leaving the box. */
export function HeaderRow({ row, reading, onRow }: { row: number; reading: boolean; onRow: (row: number) => void }): ReactNode {
  const w = useWords().imports;
  const [typed, setTyped] = useState<number | null>(row);
  // What was refused stays in the box and is not asked again when the box is left.
  const [asked, setAsked] = useState<number>(row);
  const take = (): void => {
    if (typed === null) return setTyped(row);
    if (typed === asked) return;
    setAsked(typed);
    onRow(typed);
  };
  return (
    <label className="s i2 nw r gap6 headerrow">
      {w.headerBefore}
      <InputNumber className="headerno" size="small" controls={false} precision={0} value={typed} onChange={setTyped} onPressEnter={take} onBlur={take} aria-label={w.headerLabel} data-test="header-row" />
      {w.headerAfter}
      {reading && <Spin size="small" />}
    </label>
  );
}

/** The rows above the header, the header, and the first records. */
export function FirstRows({ view, onHeader }: { view: SheetView; onHeader: (row: number) => void }): ReactNode {
  const w = useWords().imports;
  const places = Array.from({ length: widthOf(view) }, (_, place) => place);
  const header: SheetRow = { number: view.header_row, cells: view.columns };
  const line = (row: SheetRow, kind: "above" | "head" | "record"): ReactNode => (
    <tr key={row.number} className={kind} data-test={`row-${kind}`}>
      <th scope="row" className="rowno">
        {kind === "head" ? row.number : <button type="button" title={w.headerTake(row.number)} aria-label={w.headerTake(row.number)} onClick={() => onHeader(row.number)} data-test="take-header">{row.number}</button>}
      </th>
      {places.map((place) => <td key={place} title={row.cells[place] ?? ""}>{row.cells[place] ?? ""}</td>)}
    </tr>
  );
  return (
    <section className="sample">
      <div className="r gap12"><h3 className="sec">{w.sampleTitle(view.name)}</h3><span className="s i3">{w.headerHint}</span></div>
      <div className="samplebox" tabIndex={0}>
        <table>
          <tbody>
            {view.above.map((row) => line(row, "above"))}
            {line(header, "head")}
            {view.sample.map((row) => line(row, "record"))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
