/** A table that behaves like a sheet: cells and ranges of them, keys, blocks to and from Excel. Only rows that changed are drawn anew. */
import { memo, useLayoutEffect, useRef, type ReactNode } from "react";
import { readYes } from "./paste";
import { useSheet, type SheetActs, type SheetColumn, type SheetStep } from "./sheetKeys";
import { markedOf } from "./sheetHold";
import { rangeOfZone, rowMarks, several, type Zone } from "./sheetRange";
import type { SheetRow } from "./sheetRows";

export type { SheetColumn, SheetRow, SheetStep, Zone };

/** Why a cell is wrong, and perhaps what it should be. */
export interface CellProblem {
  says: string;
  likely?: { says: string; text: string };
}

type Take = (cells: Record<string, string>, meta?: Record<string, unknown>) => void;

/** What all rows share. The page keeps these the same from one drawing to the next. */
interface Shared {
  columns: SheetColumn[];
  /** How a cell's text is shown while it is not typed in. */
  display?: (column: string, text: string) => string;
  /** What is wrong with a cell's text. */
  problem: (column: string, text: string) => CellProblem | null;
  /** Suggestions below the cell while it is typed in; Tab or Enter takes the marked one. */
  suggest?: (row: number, column: string, text: string, take: Take) => ReactNode;
}

interface SheetProps extends Shared {
  rows: SheetRow[];
  /** All rows after an edit. The sheet keeps one empty row at the end by itself. */
  onChange: (rows: SheetRow[], step: SheetStep) => void;
  onUndo: () => void;
  onRedo: () => void;
  /** The block that was pasted last, as long as it is to be seen. */
  pasted: Zone | null;
  /** What a computed column shows. */
  computed: (row: number, column: string) => string;
  /** Cells that can be read and are refused all the same, with why. */
  refused?: ReadonlyMap<number, Record<string, string>>;
  /** Sees a key before the sheet does; true when it was used. */
  intercept?: (event: React.KeyboardEvent) => boolean;
  emptyRow: () => SheetRow;
  /** The column that what is unseen in a row (its `meta`) belongs to. */
  binds?: string;
  /** Rows shown at least. */
  least?: number;
  test: string;
}

/** The sheet. */
export function Sheet(props: SheetProps): ReactNode {
  const { columns, rows } = props;
  const count = Math.max(rows.length + 1, props.least ?? 0);
  const sheet = useSheet({ ...props, count });
  const { at, to, editing, keys, acts } = sheet;
  const marked = markedOf(sheet);
  const selected = marked !== null && to !== null && several(marked) ? marked : null;
  const pasted = props.pasted === null ? null : rangeOfZone(props.pasted);
  const figures = columns.filter((column) => column.kind === "computed");
  return (
    <div className="sheetbox" onPaste={acts.paste} onCopy={acts.copy} onCut={acts.copy} onMouseDown={acts.press} onMouseOver={acts.draw} onDragStart={(event) => event.preventDefault()} data-test={props.test} ref={sheet.box}>
      <table className="sheet" role="grid" aria-multiselectable="true">
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
            <Row
              key={row} row={row} data={rows[row]} columns={columns} test={props.test} acts={acts} problem={props.problem}
              {...(props.display === undefined ? {} : { display: props.display })} {...(props.suggest === undefined ? {} : { suggest: props.suggest })}
              active={at?.row === row ? at.key : null} editing={editing && at?.row === row} marks={rowMarks(selected, pasted, row, keys.length)}
              refused={JSON.stringify(props.refused?.get(row) ?? {})}
              computed={row < rows.length ? figures.map((column) => props.computed(row, column.key)).join("\n") : ""}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps extends Shared {
  row: number;
  /** Nothing for a row that is not there yet. */
  data: SheetRow | undefined;
  /** The column with the keyboard, when it is in this row. */
  active: string | null;
  editing: boolean;
  /** Class names by column that can be typed in, parted by commas. */
  marks: string;
  /** What the computed columns show, parted by line ends. */
  computed: string;
  /** Why cells are refused, by column, as JSON. */
  refused: string;
  acts: SheetActs;
  test: string;
}

/** A row. Everything it is given is either plain or stays the same, so that an edit draws the rows it touches. */
const Row = memo(function Row(props: RowProps): ReactNode {
  const { row, columns, marks, computed, test } = props;
  const classes = marks.split(",");
  const figures = computed.split("\n");
  let typed = 0;
  let figure = 0;
  return (
    <tr data-test={`${test}-row`}>
      <td className="rowno" data-row={row + 1}>{row + 1}</td>
      {columns.map((column) => {
        if (column.kind === "computed") return <td key={column.key} className="calc num">{figures[figure++] ?? ""}</td>;
        return <Cell key={column.key} {...props} column={column} mark={classes[typed++] ?? ""} />;
      })}
    </tr>
  );
});

function Cell({ row, data, column, mark, active, editing, acts, problem: problemOf, refused, display, suggest }: RowProps & { column: SheetColumn; mark: string }): ReactNode {
  const text = data?.cells[column.key] ?? "";
  const why = refused === "{}" ? undefined : (JSON.parse(refused) as Record<string, string>)[column.key];
  const problem = data === undefined ? null : (problemOf(column.key, text) ?? (why === undefined ? null : { says: why }));
  const on = active === column.key;
  const classes = [column.right === true ? "num" : "", problem === null ? "" : "bad", on ? "editing" : "", mark].filter((name) => name !== "").join(" ");
  const where = { "data-row": row + 1, "data-col": column.key };
  const label = `${column.label ?? column.key} ${row + 1}`;
  if (column.kind === "yes") {
    return (
      <td className={`${classes} yes`} {...where}>
        {data !== undefined && <input type="checkbox" aria-label={label} checked={readYes(text)} onFocus={() => acts.focus(row, column.key)} onBlur={acts.blur} onKeyDown={acts.keys} onChange={(event) => acts.write(row, column.key, event.target.checked ? "1" : "")} data-cell={`${row}:${column.key}`} />}
      </td>
    );
  }
  return (
    <td className={classes} {...where}>
      <Box on={on} wrong={problem !== null} label={label} figures={column.right === true} text={on ? text : (display?.(column.key, text) ?? text)} where={[row, column.key]} acts={acts} />
      {on && problem !== null && (
        <div className="cellsays" role="alert">
          {problem.says}
          {problem.likely !== undefined && <button type="button" className="fixbtn" onMouseDown={(event) => event.preventDefault()} onClick={() => acts.write(row, column.key, problem.likely?.text ?? "")}>{problem.likely.says}</button>}
        </div>
      )}
      {on && editing && suggest?.(row, column.key, text, (cells, meta) => acts.take(row, cells, meta))}
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
  acts: SheetActs;
}

/** The box of a cell. What stands in it is selected when the keyboard arrives, so that typing replaces it. */
function Box({ on, wrong, label, figures, text, where: [row, column], acts }: BoxProps): ReactNode {
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
      title={on || text.length < 12 ? undefined : text}
      value={text}
      inputMode={figures ? "decimal" : "text"}
      onFocus={() => acts.focus(row, column)}
      onBlur={acts.blur}
      onKeyDown={acts.keys}
      onMouseUp={acts.lift}
      onDoubleClick={acts.edit}
      onChange={(event) => acts.write(row, column, event.target.value)}
      data-cell={`${row}:${column}`}
      spellCheck={false}
      autoComplete="off"
    />
  );
}
