/** A room's list, whole: views as words, conditions, the rows, acts on those that are chosen, totals, export. A room brings
 * its columns, its conditions and its questions; everything else is the same everywhere. */
import { Input, type InputRef } from "antd";
import { Search } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useQueries, useQuery } from "@tanstack/react-query";
import type { ListName } from "../bridge";
import { useWords } from "../words";
import { figure } from "../words/figures";
import { Footer, RoomHead } from "./Bar";
import { Bulk, type BulkAct } from "./Bulk";
import { BulkBar } from "./BulkBar";
import { ColumnChooser } from "./ColumnChooser";
import { widened } from "./columnOrder";
import { Conditions } from "./Conditions";
import type { Condition } from "./conditioning";
import { ExportMenu, useExporting, type MoreExport } from "./exporting";
import { PAGE, gathered, tableOf } from "./gather";
import { useKeys } from "./keys";
import { List, type Column, type ListPageOf, type Sort } from "./List";
import { filterOf, keyOf, shownColumns, useListState, type BuiltInView, type ListState } from "./listState";
import { NOBODY, countOf, isAny, isChosen, only, type Selection } from "./selection";
import { SortChooser } from "./SortChooser";
import { SavedViews } from "./SavedViews";
import { Key } from "./Text";
import "./rooms.css";

/** What every list's totals tell: how many rows are filtered, and how many there are. */
export interface Counted {
  count: number;
  all_count: number;
}

/** A room's list. */
export interface Listing<Row, Filter extends { text: string }, Totals extends Counted> {
  list: ListName;
  title: string;
  /** What the find box promises. */
  find: string;
  everything: Filter;
  columns: Column<Row>[];
  conditions: Condition<Filter>[];
  views: BuiltInView<Filter>[];
  sort: Sort;
  rowId: (row: Row) => number;
  /** Number and name, as the acts on several rows tell them. */
  name: (row: Row) => string;
  page: (filter: Filter, sort: Sort, after: string | null, limit: number) => Promise<ListPageOf<Row>>;
  totals: (filter: Filter) => Promise<Totals>;
  /** The figures of the footer, after the count. */
  figures: (totals: Totals) => ReactNode;
  /** How the footer counts: 「筛选出 19 张，共 1,284 张」. */
  counted: (count: string, all: string) => { before: string; count: string; after: string };
  /** The sum of the chosen rows, in words. */
  chosenSum?: (rows: Row[]) => string;
  acts: BulkAct<Row>[];
  exports: (filter: Filter) => MoreExport[];
  empty: (filter: Filter, totals: Totals | undefined, showAll: () => void) => ReactNode;
  onOpen: (row: Row) => void;
  onCursor?: (row: Row | null) => void;
  onPeek?: (row: Row) => void;
  rowClass?: (row: Row) => string;
  /** Rows in lines instead of columns. */
  line?: (row: Row) => ReactNode;
  /** In place of the rows, e.g. a board of the same filter. */
  body?: (filter: Filter) => ReactNode;
  /** The row that is shown beside the list. */
  at?: number | null;
  /** The view to begin with, instead of the one that was left. */
  begin?: string;
  /** The rows that are loaded. */
  onRows?: (rows: Row[]) => void;
  rowHeight?: number;
  /** Between head and conditions, e.g. forms that were begun. */
  above?: ReactNode;
  /** Before columns and export, e.g. rows or a board. */
  tools?: ReactNode;
  /** At the right end of the head: what the room makes and takes in. */
  headRight?: ReactNode;
  /** Beside the list: a peek, a card, a letter. */
  aside?: ReactNode;
  /** Keys that the room adds at the right of the footer. */
  keys?: ReactNode;
  test: string;
}

/** The room. */
export function ListRoom<Row, Filter extends { text: string }, Totals extends Counted>({ of }: { of: Listing<Row, Filter, Totals> }): ReactNode {
  const w = useWords().lists;
  const state = useListState(of);
  const { filter, sort } = state;
  const [selection, setSelection] = useSelection(JSON.stringify(filter));
  const [rows, setRows] = useState<Row[]>([]);
  const [acting, setActing] = useState<{ act: BulkAct<Row>; rows: Row[] } | null>(null);
  const totals = useTotals(of, filter);
  const columns = shownColumns(of.columns, state.columns);
  const count = totals?.count ?? rows.length;
  const chosenCount = countOf(selection, count);
  const page = (after: string | null, limit: number): Promise<ListPageOf<Row>> => of.page(filter, sort, after, limit);
  const chosen = selection.all ? [] : rows.filter((row) => isChosen(selection, of.rowId(row)));
  const taken = isAny(selection) ? chosenCount : count;
  const out = useExporting({
    title: of.title,
    count: taken,
    table: async (told, stopped) => tableOf(columns, await gathered((after) => page(after, PAGE), of.rowId, isAny(selection) ? selection : null, told, stopped)),
  });
  const act = async (one: BulkAct<Row>): Promise<void> => {
    const all = !selection.all && chosen.length === selection.ids.size ? chosen : await gathered((after) => page(after, PAGE), of.rowId, selection);
    setActing({ act: one, rows: all });
  };
  const exportMenu = <ExportMenu count={taken} onWorkbook={out.workbook} onCopy={out.copy} more={of.exports(filter)} />;
  return (
    <div className="roompage" data-test={`room-${of.test}`}>
      <RoomHead title={of.title} right={<div className="r gap8"><FindBox text={filter.text} onText={(text) => state.setFilter({ ...filter, text })} hint={of.find} test={of.test} />{of.headRight}</div>}>
        <Views of={of} state={state} />
      </RoomHead>
      {of.above}
      {isAny(selection)
        ? <BulkBar acts={of.acts} rows={chosen} count={chosenCount} all={selection.all} sum={selection.all ? "" : (of.chosenSum?.(chosen) ?? "")} onAct={(one) => void act(one)} onNone={() => setSelection(NOBODY)} right={exportMenu} />
        : <Conditions conditions={of.conditions} filter={filter} onChange={state.setFilter} right={of.body !== undefined ? <>{of.tools}{exportMenu}</> : <>{of.tools}{of.line === undefined ? <ColumnChooser columns={of.columns} chosen={state.columns} onChoose={state.setColumns} /> : <SortChooser columns={of.columns} sort={sort} onSort={state.setSort} />}{exportMenu}</>} />}
      <div className={`withaside${of.line === undefined ? "" : " lines"}`}>
        {of.body !== undefined ? of.body(filter) : <List
          ask={[filter, sort]} page={(after) => page(after, 100)} columns={columns} chosen={state.columns.length > 0}
          onWidth={(key, width, shown) => state.setColumns(widened(of.columns, state.columns, key, width, shown))}
          rowId={of.rowId} sort={sort} onSort={state.setSort} total={totals?.count} selection={selection} onSelect={setSelection} onCopy={out.copy} onRows={(now) => { setRows(now); of.onRows?.(now); }}
          onOpen={of.onOpen} empty={of.empty(filter, totals, state.showAll)} label={of.title} test={of.test}
          {...(of.onCursor === undefined ? {} : { onCursor: of.onCursor })} {...(of.onPeek === undefined ? {} : { onPeek: of.onPeek })}
          {...(of.at === undefined ? {} : { at: of.at })} {...(of.rowClass === undefined ? {} : { rowClass: of.rowClass })} {...(of.line === undefined ? {} : { line: of.line })} {...(of.rowHeight === undefined ? {} : { rowHeight: of.rowHeight })}
        />}
        {of.aside}
      </div>
      <Footer keys={<Keys more={of.keys} peeks={of.onPeek !== undefined} />}>
        {out.taking !== null
          ? <span className="r gap12" role="status">{out.taking.done >= taken ? w.export.writing : w.export.gathering(figure(out.taking.done), figure(taken))}<button type="button" className="linkbtn" onClick={out.taking.stop}>{w.cancel}</button></span>
          : totals !== undefined && <><Count said={of.counted(figure(totals.count), figure(totals.all_count))} />{of.figures(totals)}</>}
      </Footer>
      {out.byHand}
      {acting !== null && <Bulk act={acting.act} rows={acting.rows} name={of.name} onClose={(refused) => { setActing(null); if (refused !== null) setSelection(only(refused)); }} />}
    </div>
  );
}

/** What is chosen; another filter lets everything go. */
function useSelection(filter: string): [Selection, (next: Selection) => void] {
  const [chosen, setChosen] = useState({ filter, now: NOBODY });
  useEffect(() => setChosen((former) => (former.filter === filter ? former : { filter, now: NOBODY })), [filter]);
  return [chosen.filter === filter ? chosen.now : NOBODY, (now) => setChosen({ filter, now })];
}

function useTotals<Row, Filter extends { text: string }, Totals extends Counted>(of: Listing<Row, Filter, Totals>, filter: Filter): Totals | undefined {
  return useQuery({ queryKey: ["totals", of.list, filter], queryFn: () => of.totals(filter), placeholderData: (former) => former }).data;
}

/** Each view with its count; counted by the core, after the list is there. */
function Views<Row, Filter extends { text: string }, Totals extends Counted>({ of, state }: { of: Listing<Row, Filter, Totals>; state: ListState<Filter> }): ReactNode {
  const words = [...of.views.map((view) => ({ key: view.key, filter: view.filter })), ...state.saved.map((view) => ({ key: keyOf(view), filter: filterOf(view, of.everything) }))];
  const counted = useQueries({ queries: words.map(({ filter }) => ({ queryKey: ["totals", of.list, filter], queryFn: () => of.totals(filter) })) });
  const counts = new Map(words.flatMap(({ key }, index) => { const found = counted[index]?.data; return found === undefined ? [] : [[key, found.count] as const]; }));
  return <SavedViews list={of.list} builtIn={of.views} state={state} counts={counts} />;
}

function Count({ said }: { said: { before: string; count: string; after: string } }): ReactNode {
  return <span>{said.before}<b data-test="count">{said.count}</b>{said.after}</span>;
}

function Keys({ more, peeks }: { more: ReactNode; peeks: boolean }): ReactNode {
  const w = useWords().lists.keys;
  return <><span><Key>J</Key><Key>K</Key>{w.move}</span>{peeks && <span><Key>Space</Key>{w.peek}</span>}<span><Key>X</Key>{w.choose}</span><span><Key>F</Key>{w.condition}</span>{more}</>;
}

/** The box that finds in the list: `/` goes there, Esc comes back. */
function FindBox({ text, onText, hint, test }: { text: string; onText: (text: string) => void; hint: string; test: string }): ReactNode {
  const box = useRef<InputRef>(null);
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => onText(typed), 200);
    return () => clearTimeout(timer);
  });
  useEffect(() => setTyped(text), [text]);
  useKeys({ "/": () => box.current?.focus() }, true, undefined, true);
  return (
    <Input
      ref={box} className="listfind" allowClear prefix={<Search size={14} strokeWidth={1.6} className="i3" />} suffix={typed === "" ? <Key>/</Key> : undefined} placeholder={hint} aria-label={hint}
      value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={(event) => { if (event.key === "Escape" || (event.key === "Enter" && !event.nativeEvent.isComposing)) box.current?.blur(); }} data-test={`${test}-find`}
    />
  );
}
