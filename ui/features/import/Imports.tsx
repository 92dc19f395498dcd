/** The imports that were made, newest first, each with its way back. */
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, type ImportRow } from "../../bridge";
import { Answer, FaultNote, InstantText, confirm, useToday } from "../../parts";
import { useLanguage, useWords } from "../../words";
import { figure, instantSpoken } from "../../words/figures";

/** The list. */
export function Imports(): ReactNode {
  const w = useWords().imports;
  const asked = useAsk("import_list", {});
  const undo = useAct("import_undo");
  const [which, setWhich] = useState<number | null>(null);
  const take = async (row: ImportRow): Promise<void> => {
    if (!(await confirm({ title: w.undoTitle(row.file_name), text: w.undoWhy, yes: w.undoIt, no: w.cancel, danger: true }))) return;
    setWhich(row.id);
    undo.mutate({ id: row.id });
  };
  return (
    <section className="imports">
      <h2 className="sec">{w.list}</h2>
      {undo.isError && <FaultNote fault={faultOf(undo.error)} />}
      <Answer of={asked}>
        {(list) => (list.rows.length === 0 ? <p className="i3 s">{w.listNone}</p> : (
          <table className="tbl">
            <thead><tr><th>{w.listColumns.file}</th><th className="timecol">{w.listColumns.at}</th><th className="whocol">{w.listColumns.person}</th><th>{w.listColumns.what}</th><th className="undocol" /></tr></thead>
            <tbody>{list.rows.map((row) => <Line key={row.id} row={row} undoing={undo.isPending && which === row.id} onUndo={() => void take(row)} />)}</tbody>
          </table>
        ))}
      </Answer>
    </section>
  );
}

function Line({ row, undoing, onUndo }: { row: ImportRow; undoing: boolean; onUndo: () => void }): ReactNode {
  const w = useWords().imports;
  const language = useLanguage();
  const today = useToday();
  const names = ["customers", "leads", "products", "people", "orders"] as const;
  const what = names.filter((name) => row[name] > 0).map((name) => w.counts[name](figure(row[name]))).join("　");
  return (
    <tr className={row.undone_at === null ? "" : "out"} data-test="import-line">
      <td title={row.file_name}>{row.file_name}</td>
      <td className="i2"><InstantText at={row.at} /></td>
      <td className="i2">{row.person}</td>
      <td className="i2" title={what}>{what === "" ? w.nothing : what}</td>
      <td className="num">{row.undone_at === null
        ? <Button size="small" type="text" loading={undoing} onClick={onUndo} data-test="import-undo">{w.undo}</Button>
        : <span className="s i3">{w.undone(instantSpoken(row.undone_at, today, language))}</span>}
      </td>
    </tr>
  );
}
