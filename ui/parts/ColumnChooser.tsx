/** Which columns a list shows, and in which order: ticked, dragged or moved by arrows; with the way back to the standard. */
import { Checkbox, Popover } from "antd";
import { ArrowDown, ArrowUp, Columns3, GripVertical, RotateCcw } from "lucide-react";
import { useState, type DragEvent, type ReactNode } from "react";
import type { ColumnLook } from "../bridge";
import { useWords } from "../words";
import type { Column } from "./List";
import { moved, offered, ticked } from "./columnOrder";

interface ChooserProps<Row> {
  columns: Column<Row>[];
  chosen: ColumnLook[];
  onChoose: (columns: ColumnLook[]) => void;
}

/** The button and what it opens. */
export function ColumnChooser<Row>(props: ChooserProps<Row>): ReactNode {
  const w = useWords().lists.columns;
  return (
    <Popover trigger="click" placement="bottomRight" arrow={false} content={<Choice {...props} />} destroyOnHidden>
      <button type="button" className="view" data-test="columns"><Columns3 size={15} strokeWidth={1.6} />{w.title}</button>
    </Popover>
  );
}

function Choice<Row>({ columns, chosen, onChoose }: ChooserProps<Row>): ReactNode {
  const w = useWords().lists.columns;
  const [dragged, setDragged] = useState<string | null>(null);
  const all = offered(columns, chosen);
  const shown = all.filter((one) => one.shown).length;
  const over = (event: DragEvent, key: string): void => {
    event.preventDefault();
    if (dragged !== null && dragged !== key) onChoose(moved(columns, chosen, dragged, all.findIndex((one) => one.key === key)));
  };
  const step = (key: string, by: number): void => onChoose(moved(columns, chosen, key, all.findIndex((one) => one.key === key) + by));
  return (
    <div className="columnchoice" data-test="column-choice">
      <div className="i3 s">{w.hint}</div>
      <ul>
        {all.map(({ key, title, shown: on }, index) => (
          <li key={key} className={dragged === key ? "dragged" : ""} draggable onDragStart={(event) => { event.dataTransfer.effectAllowed = "move"; event.dataTransfer.setData("text/plain", key); setDragged(key); }} onDragOver={(event) => over(event, key)} onDragEnd={() => setDragged(null)} data-test={`column-${key}`}>
            <span className="grip i3" title={w.drag} aria-hidden="true"><GripVertical size={14} strokeWidth={1.6} /></span>
            <Checkbox checked={on} disabled={on && shown === 1} onChange={() => onChoose(ticked(columns, chosen, key))} data-test={`column-tick-${key}`}><span title={on && shown === 1 ? w.least : undefined}>{title}</span></Checkbox>
            <span className="g1" />
            <button type="button" className="iconbtn small" disabled={!on || index === 0} aria-label={w.up(title)} onClick={() => step(key, -1)} data-test={`column-up-${key}`}><ArrowUp size={13} strokeWidth={1.6} /></button>
            <button type="button" className="iconbtn small" disabled={!on || index === shown - 1} aria-label={w.down(title)} onClick={() => step(key, 1)} data-test={`column-down-${key}`}><ArrowDown size={13} strokeWidth={1.6} /></button>
          </li>
        ))}
      </ul>
      <button type="button" className="linkbtn s r gap6" disabled={chosen.length === 0} title={chosen.length === 0 ? w.standardNow : undefined} onClick={() => onChoose([])} data-test="columns-standard"><RotateCcw size={12} strokeWidth={1.6} />{w.standard}</button>
    </div>
  );
}
