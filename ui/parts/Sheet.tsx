/** A table that behaves like a sheet: the cell in focus is a box, Tab and Enter move, a block from Excel can be pasted. */
import { useLayoutEffect, useRef, type ReactNode } from "react";
import { useSheet, type SheetColumn, type SheetHold } from "./sheetKeys";
import type { SheetRow } from "./sheetRows";

export type { SheetColumn, SheetRow };

interface SheetProps {
  columns: SheetColumn[];
  rows: SheetRow[];
  /** All rows after an edit. The sheet keeps one empty row at the end by itself. */
  onChange: (rows: SheetRow[], pasted: { rows: number; columns: number } | null) => void;
  /** What a computed column shows. */
  computed: (row: number, column: string) => ReactNode;
  /** How a cell's text is shown while it is not typed in. */
  display?: (column: string, text: string) => string;
  /** Why a cell is wrong, and perhaps what it should be. */
  problem: (row: number, column: string) => { says: string; likely?: { says: string; text: string } } | null;
  /** Suggestions below the cell while it is typed in; Tab or Enter takes the marked one. */
  suggest?: (row: number, column: string, text: string, take: (cells: Record<string, string>, meta?: Record<string, unknown>) => void) => ReactNode;
  /** Sees a key before the sheet does; true when it was used. */
  intercept?: (event: React.KeyboardEvent) => boolean;
  emptyRow: () => SheetRow;
  /** Rows shown at least. */
  least?: number;
  test: string;
}

/** The sheet. */
export function Sheet(props: SheetProps): ReactNode {
  const sheet = useSheet(props);
  const { columns } = props;
  const count = Math.max(props.rows.length + 1, props.least ?? 0);
  return (
    <div className="sheetbox" onPaste={sheet.paste} data-test={props.test} ref={sheet.box}>
      <table className="sheet" role="grid">
        <colgroup>
          <col style={{ width: 38 }} />
          {columns.map((column) => <col key={column.key} style={column.width === undefined ? {} : { width: column.width }} />)}
        </colgroup>
        <thead>
          <tr>
            <th aria-label="#" />
            {columns.map((column) => <th key={column.key} className={column.right === true ? "num" : ""}>{column.title}</th>)}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: count }, (_, row) => (
            <tr key={row} data-test={`${props.test}-row`}>
              <td className="rowno">{row + 1}</td>
              {columns.map((column) => <Cell key={column.key} sheet={sheet} props={props} row={row} column={column} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  sheet: SheetHold;
  props: SheetProps;
  row: number;
  column: SheetColumn;
}

function Cell({ sheet, props, row, column }: CellProps): ReactNode {
  const text = props.rows[row]?.cells[column.key] ?? "";
  if (column.kind === "computed") return <td className="calc num">{row < props.rows.length ? props.computed(row, column.key) : ""}</td>;
  const problem = row < props.rows.length ? props.problem(row, column.key) : null;
  const on = sheet.at?.row === row && sheet.at.column === column.key;
  const classes = [column.right === true ? "num" : "", problem === null ? "" : "bad", on ? "editing" : "", sheet.pasteEdge(row, column.key)].filter((name) => name !== "").join(" ");
  const where = { "data-row": row + 1, "data-col": column.key };
  if (column.kind === "yes" && row >= props.rows.length) return <td className="yes" />;
  if (column.kind === "yes") {
    return (
      <td className={`${classes} yes`} {...where}>
        <input type="checkbox" aria-label={`${column.label ?? column.key} ${row + 1}`} checked={text !== ""} onFocus={() => sheet.focus(row, column.key)} onKeyDown={sheet.keys} onChange={(event) => sheet.write(row, column.key, event.target.checked ? "1" : "")} data-cell={`${row}:${column.key}`} />
      </td>
    );
  }
  return (
    <td className={classes} {...where}>
      <Box on={on} wrong={problem !== null} label={`${column.label ?? column.key} ${row + 1}`} figures={column.right === true} text={on ? text : (props.display?.(column.key, text) ?? text)} where={[row, column.key]} sheet={sheet} />
      {on && problem !== null && (
        <div className="cellsays" role="alert">
          {problem.says}
          {problem.likely !== undefined && <button type="button" className="fixbtn" onMouseDown={(event) => event.preventDefault()} onClick={() => sheet.write(row, column.key, problem.likely?.text ?? "")}>{problem.likely.says}</button>}
        </div>
      )}
      {on && sheet.editing && props.suggest?.(row, column.key, text, (cells, meta) => sheet.take(row, cells, meta))}
    </td>
  );
}

interface BoxProps {
  on: boolean;
  wrong: boolean;
  label: string;
  figures: boolean;
  text: string;
  where: [row: number, column: string];
  sheet: SheetHold;
}

/** The box of a cell. What stands in it is selected when the keyboard arrives, so that typing replaces it. */
function Box({ on, wrong, label, figures, text, where: [row, column], sheet }: BoxProps): ReactNode {
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (on) box.current?.select();
  }, [on]);
  return (
    <input
      ref={box}
      className="cellbox"
      type="text"
      aria-label={label}
      aria-invalid={wrong}
      value={text}
      inputMode={figures ? "decimal" : "text"}
      onFocus={() => sheet.focus(row, column)}
      onBlur={sheet.blur}
      onKeyDown={sheet.keys}
      onDoubleClick={() => sheet.edit()}
      onChange={(event) => sheet.write(row, column, event.target.value)}
      data-cell={`${row}:${column}`}
      spellCheck={false}
      autoComplete="off"
    />
  );
}
