/** The recycle bin: what was removed, by whom and when; restored with one click, emptied by an administrator. */
import { RotateCcw, Trash2 } from "lucide-react";
import { Button, ConfigProvider, Dropdown } from "antd";
import type { ReactNode } from "react";
import { faultOf, useAct, useAsk, useStatus, type BinRow } from "../../bridge";
import { Answer, Empty, FaultNote, InstantText, confirm, goTo, say } from "../../parts";
import { placeOf } from "../../parts/removed";
import { useWords } from "../../words";
import { Page } from "./Page";

/** The page. */
export function BinSection(): ReactNode {
  const { bin: w } = useWords();
  const asked = useAsk("bin_list", {});
  const restore = useAct("bin_restore", (back) => {
    say(w.restored(back.name === "" ? w.noName : back.name));
    goTo(placeOf(back.kind, back.id));
  });
  return (
    <ConfigProvider componentDisabled={false}>
      <Page title={w.title} lead={w.lead}>
        {restore.isError && <FaultNote fault={faultOf(restore.error)} />}
        <Answer of={asked}>
          {(rows) => (
            <>
              {rows.length > 0 && <div className="binacts"><EmptyBin /></div>}
              {rows.length === 0 ? <Empty>{w.nothing}</Empty> : <Rows rows={rows} busy={restore.isPending} onRestore={(row) => restore.mutate({ id: row.id })} />}
            </>
          )}
        </Answer>
      </Page>
    </ConfigProvider>
  );
}

function Rows({ rows, busy, onRestore }: { rows: BinRow[]; busy: boolean; onRestore: (row: BinRow) => void }): ReactNode {
  const { bin: w } = useWords();
  return (
    <table className="tbl bintable" data-test="bin">
      <thead><tr><th>{w.columns.what}</th><th>{w.columns.detail}</th><th>{w.columns.who}</th><th>{w.columns.when}</th><th /></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-test="bin-row">
            <td><span className="r gap8"><span className="chip st-off">{w.kinds[row.kind]}</span><span className="ell" title={row.name}>{row.name === "" ? w.noName : row.name}</span></span></td>
            <td className="i2" title={row.detail}>{row.detail}</td>
            <td>{row.removed_by === "" ? "—" : row.removed_by}</td>
            <td className="i2"><InstantText at={row.removed_at} /></td>
            <td className="num"><Button size="small" icon={<RotateCcw size={13} strokeWidth={1.6} />} loading={busy} onClick={() => onRestore(row)} data-test="bin-restore">{w.restore}</Button></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EmptyBin(): ReactNode {
  const { bin: w, frame } = useWords();
  const admin = useStatus()?.person?.roles.includes("Admin") ?? false;
  const empty = useAct("bin_empty", () => say(w.emptied));
  if (!admin) return <span className="i3 s">{w.onlyAdmin}</span>;
  const ask = async (days: number): Promise<void> => {
    if (await confirm({ ...w.emptyAsk, no: frame.cancel, danger: true })) empty.mutate({ older_than_days: days });
  };
  const items = [
    { key: "30", label: <span data-test="bin-empty-old">{w.emptyOld}</span> },
    { key: "0", danger: true, label: <span data-test="bin-empty-all">{w.emptyAll}</span> },
  ];
  return (
    <>
      <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => void ask(Number(key)) }}>
        <Button icon={<Trash2 size={14} strokeWidth={1.6} />} loading={empty.isPending} data-test="bin-empty">{w.empty}</Button>
      </Dropdown>
      {empty.isError && <FaultNote fault={faultOf(empty.error)} />}
    </>
  );
}
