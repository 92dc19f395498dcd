/** What is shown, taken out of the list: into a workbook, or onto the clipboard as cells. */
import { Dropdown, type MenuProps } from "antd";
import { Download } from "lucide-react";
import { useRef, useState, type ReactNode } from "react";
import { call } from "../bridge";
import { useWords } from "../words";
import { figure } from "../words/figures";
import { htmlTable, plainText, type Table } from "./cells";
import { useCopy } from "./copy";
import { useFaultWords } from "./faultWords";
import { say } from "./Toast";

/** Excel's rows, less the header. */
const MOST_ROWS = 1_048_575;

interface Exporting {
  /** Reads what is shown; `told` hears how far it is. */
  table: (told: (count: number) => void, stopped: () => boolean) => Promise<Table>;
  /** Names the sheet and the file. */
  title: string;
  /** How many rows it will be. */
  count: number;
}

/** What is under way: how many rows are read; null when nothing is. */
export interface Taking {
  done: number;
  stop: () => void;
}

/** Copies and exports; `taking` is what the footer tells meanwhile, `byHand` is drawn where the system does not let us copy. */
export function useExporting({ table, title, count }: Exporting): { copy: () => void; workbook: () => void; taking: Taking | null; byHand: ReactNode } {
  const w = useWords().lists.export;
  const inWords = useFaultWords();
  const [done, setDone] = useState<number | null>(null);
  const stopped = useRef(false);
  const rows = useRef(0);
  const { copy, byHand } = useCopy(w.copyTitle, () => say(w.copied(figure(rows.current))));
  const read = async (): Promise<Table> => {
    stopped.current = false;
    setDone(0);
    try {
      const found = await table(setDone, () => stopped.current);
      rows.current = found.rows.length;
      return found;
    } finally {
      setDone(null);
    }
  };
  const write = async (): Promise<void> => {
    if (count > MOST_ROWS) return say(w.tooMany(figure(MOST_ROWS)));
    try {
      const found = await read();
      if (stopped.current) return;
      say(w.written((await call("table_export", { title, ...found })).path));
    } catch (error) {
      say(inWords(error));
    }
  };
  const copyThem = async (): Promise<void> => {
    try {
      const found = read();
      await copy(found.then(plainText), found.then(htmlTable));
    } catch (error) {
      say(inWords(error));
    }
  };
  const busy = done !== null;
  return {
    copy: () => { if (!busy && count > 0) void copyThem(); },
    workbook: () => { if (!busy && count > 0) void write(); },
    taking: busy ? { done, stop: () => (stopped.current = true) } : null,
    byHand,
  };
}

/** An export that a room offers beside what is shown, e.g. the 订单信息表. */
export interface MoreExport {
  key: string;
  label: string;
  run: () => void;
}

/** 「导出」 */
export function ExportMenu({ count, onWorkbook, onCopy, more }: { count: number; onWorkbook: () => void; onCopy: () => void; more: MoreExport[] }): ReactNode {
  const w = useWords().lists.export;
  const items: MenuProps["items"] = [
    { key: "workbook", disabled: count === 0, label: <span className="r gap16 sb" data-test="export-workbook">{w.workbook}<span className="i3 s">{w.rows(figure(count))}</span></span> },
    { key: "copy", disabled: count === 0, label: <span className="r gap16 sb" data-test="export-copy">{w.copy}<span className="i3 s">Ctrl/⌘ C</span></span> },
    ...(more.length > 0 ? [{ type: "divider" as const }] : []),
    ...more.map(({ key, label }) => ({ key, label: <span data-test={`export-${key}`}>{label}</span> })),
  ];
  const run = (key: string): void => {
    if (key === "workbook") onWorkbook();
    else if (key === "copy") onCopy();
    else more.find((one) => one.key === key)?.run();
  };
  return (
    <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => run(key) }} placement="bottomRight">
      <button type="button" className="view" title={count === 0 ? w.nothing : undefined} data-test="export"><Download size={15} strokeWidth={1.6} />{w.title}</button>
    </Dropdown>
  );
}
