/** The bar of a list's conditions: each a sentence in three parts that opens what it can be changed to; F adds one. */
import { Checkbox, DatePicker, Dropdown, InputNumber, Popover, Segmented, Select } from "antd";
import dayjs from "dayjs";
import { ListFilter, Plus, X } from "lucide-react";
import { useState, type KeyboardEvent, type ReactNode } from "react";
import { useLanguage, useWords } from "../words";
import { dateSpoken, figure } from "../words/figures";
import { besideDay, howOf, said, spans, waysOf, without, type Condition, type How } from "./conditioning";
import { useKeys } from "./keys";
import { useToday } from "./Text";

interface BarProps<Filter> {
  conditions: Condition<Filter>[];
  filter: Filter;
  onChange: (filter: Filter) => void;
  /** What stands at the right end. */
  right?: ReactNode;
}

/** The bar. */
export function Conditions<Filter>({ conditions, filter, onChange, right }: BarProps<Filter>): ReactNode {
  const w = useWords().lists;
  /** The condition that is open, and how it is to be said while nothing is chosen yet. */
  const [open, setOpen] = useState<{ key: string; how: How } | null>(null);
  const [adding, setAdding] = useState(false);
  const shown = conditions.filter((one) => howOf(one, filter) !== null || open?.key === one.key);
  const missing = conditions.filter((one) => !shown.includes(one));
  useKeys({ F: () => setAdding(missing.length > 0) });
  const add = (key: string): void => {
    setAdding(false);
    const condition = conditions.find((one) => one.key === key);
    if (condition === undefined) return;
    const how = waysOf(condition)[0] ?? "is";
    if (condition.kind === "yes") onChange(said(condition, filter, how));
    setOpen({ key, how });
  };
  return (
    <div className="filters">
      <ListFilter size={16} strokeWidth={1.6} className="i3" aria-hidden="true" />
      <div className="filterrow">
        {shown.map((one) => (
          <Chip
            key={one.key} condition={one} filter={filter} onChange={onChange} open={open?.key === one.key ? open.how : null}
            onOpen={(how) => setOpen(how === null ? null : { key: one.key, how })}
          />
        ))}
        {missing.length > 0 && (
          <Dropdown trigger={["click"]} open={adding} onOpenChange={setAdding} autoFocus menu={{ items: missing.map((one) => ({ key: one.key, label: <span data-test={`add-${one.key}`}>{one.what}</span> })), onClick: ({ key }) => add(key) }}>
            <button type="button" className="view" data-test="filter-add"><Plus size={14} strokeWidth={1.6} />{w.addCondition}</button>
          </Dropdown>
        )}
      </div>
      {right}
    </div>
  );
}

interface ChipProps<Filter> {
  condition: Condition<Filter>;
  filter: Filter;
  onChange: (filter: Filter) => void;
  open: How | null;
  onOpen: (how: How | null) => void;
}

function Chip<Filter>({ condition, filter, onChange, open, onOpen }: ChipProps<Filter>): ReactNode {
  const w = useWords().lists;
  const set = howOf(condition, filter);
  const how = set ?? open ?? waysOf(condition)[0] ?? "is";
  const which = useWhich(condition, filter, set);
  const clear = (): void => {
    onOpen(null);
    onChange(without(condition, filter));
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === "Delete" || event.key === "Backspace") clear();
  };
  const say = (next: How): void => {
    onChange(said(condition, filter, next));
    onOpen(next);
  };
  const ways = waysOf(condition);
  const content = (
    <div className="conditioneditor">
      {ways.length > 1 && condition.kind !== "yes" && <Segmented<How> size="small" value={how} onChange={say} options={ways.map((way) => ({ value: way, label: w.hows[way] }))} data-test="how" />}
      <Editor condition={condition} filter={filter} onChange={onChange} how={how} />
    </div>
  );
  const words = how === "yes" || how === "no" ? "" : w.hows[how];
  return (
    <Popover trigger="click" placement="bottomLeft" arrow={false} open={open !== null} onOpenChange={(opened) => onOpen(opened ? how : null)} content={content} destroyOnHidden>
      <span className="filterchip">
        <button type="button" className="filtersays" onKeyDown={keys} data-test={`filter-${condition.key}`}>
          <span className="i2">{condition.what}</span>{words !== "" && <span className="i3">{words}</span>}{how !== "none" && <b>{which === "" ? "…" : which}</b>}
        </button>
        <button type="button" className="filtergo" aria-label={w.removeCondition(condition.what)} onClick={(event) => { event.stopPropagation(); clear(); }}><X size={13} strokeWidth={1.6} /></button>
      </span>
    </Popover>
  );
}

/** The third part of the sentence. */
function useWhich<Filter>(condition: Condition<Filter>, filter: Filter, how: How | null): string {
  const w = useWords().lists;
  const language = useLanguage();
  const today = useToday();
  if (how === null) return "";
  const values = filter as unknown as Record<string, unknown>;
  const day = (date: unknown): string => dateSpoken(String(date), today, language);
  switch (condition.kind) {
    case "many": {
      const chosen = (values[how === "isNot" && condition.isNot !== undefined ? condition.isNot : condition.is] as unknown[]).map((value) => condition.options.find((one) => one.value === value)?.label ?? String(value));
      return chosen.length > 3 ? w.listed(chosen.slice(0, 3), chosen.length) : w.listed(chosen, chosen.length);
    }
    case "one": return condition.options.find((one) => one.value === values[condition.field])?.label ?? String(values[condition.field] ?? "");
    case "days":
      if (how === "between") return w.and(day(values[condition.from]), day(besideDay(String(values[condition.before]), -1)));
      return day(values[how === "from" ? condition.from : condition.before]);
    case "amount": {
      const amount = (value: unknown): string => figure(Number(value) / condition.scale);
      if (how === "between") return w.and(amount(values[condition.least]), amount(values[condition.most]));
      return amount(values[how === "least" ? condition.least : condition.most]);
    }
    case "yes": return how === "yes" ? condition.yes : (condition.no ?? "");
  }
}

interface EditorProps<Filter> {
  condition: Condition<Filter>;
  filter: Filter;
  onChange: (filter: Filter) => void;
  how: How;
}

function Editor<Filter>({ condition, filter, onChange, how }: EditorProps<Filter>): ReactNode {
  const w = useWords().lists;
  const values = filter as unknown as Record<string, unknown>;
  const put = (change: Record<string, unknown>): void => onChange({ ...filter, ...(change as Partial<Filter>) });
  switch (condition.kind) {
    case "many": {
      const field = how === "isNot" && condition.isNot !== undefined ? condition.isNot : condition.is;
      const chosen = values[field] as (string | number)[];
      if (condition.options.length <= 12) return <Checkbox.Group className="statusboxes" value={chosen} onChange={(next) => put({ [field]: next })} options={condition.options} />;
      return <Select mode="multiple" className="filterselect" showSearch={{ optionFilterProp: "label" }} value={chosen} options={condition.options} onChange={(next) => put({ [field]: next })} />;
    }
    case "one":
      if (how === "none") return null;
      return <Select autoFocus showSearch={{ optionFilterProp: "label" }} allowClear className="filterselect" value={values[condition.field] as string | number | null} onChange={(value) => put({ [condition.field]: value ?? null })} placeholder={w.choosePlaceholder} notFoundContent={w.nothingToChoose} options={condition.options} data-test="filter-value" />;
    case "days": return <Days from={values[condition.from] as string | null} before={values[condition.before] as string | null} how={how} onDays={(from, before) => put({ [condition.from]: from, [condition.before]: before })} />;
    case "amount": return <Amounts least={values[condition.least] as number | null} most={values[condition.most] as number | null} how={how} scale={condition.scale} unit={condition.unit} onAmounts={(least, most) => put({ [condition.least]: least, [condition.most]: most })} />;
    case "yes":
      if (condition.no === undefined) return <span className="i3 s">{condition.yes}</span>;
      return <Segmented value={how} onChange={(next) => put({ [condition.field]: next === "yes" })} options={[{ value: "yes", label: condition.yes }, { value: "no", label: condition.no }]} data-test="filter-value" />;
  }
}

function Days({ from, before, how, onDays }: { from: string | null; before: string | null; how: How; onDays: (from: string | null, before: string | null) => void }): ReactNode {
  const w = useWords().lists;
  const today = useToday();
  const last = before === null ? null : besideDay(before, -1);
  const usual = (
    <div className="r gap4 usualdays">
      {spans(today).map((span) => (
        <button key={span.name} type="button" className="linkbtn s" onClick={() => onDays(how === "before" ? null : span.from, how === "from" ? null : how === "before" ? span.from : span.before)} data-test={`span-${span.name}`}>{w.spans[span.name]}</button>
      ))}
    </div>
  );
  const text = (date: dayjs.Dayjs | null): string | null => (date === null ? null : date.format("YYYY-MM-DD"));
  if (how === "between") {
    return (
      <div className="c gap6">
        <DatePicker.RangePicker
          className="filterrange" value={[from === null ? null : dayjs(from), last === null ? null : dayjs(last)]} allowEmpty={[true, true]}
          onChange={(days) => { const end = text(days?.[1] ?? null); onDays(text(days?.[0] ?? null), end === null ? null : besideDay(end, 1)); }} data-test="filter-value"
        />
        {usual}
      </div>
    );
  }
  const now = how === "from" ? from : before;
  return (
    <div className="c gap6">
      <DatePicker className="filterselect" value={now === null ? null : dayjs(now)} onChange={(day) => (how === "from" ? onDays(text(day), null) : onDays(null, text(day)))} data-test="filter-value" />
      {usual}
    </div>
  );
}

interface AmountsProps {
  least: number | null;
  most: number | null;
  how: How;
  scale: number;
  unit: string;
  onAmounts: (least: number | null, most: number | null) => void;
}

function Amounts({ least, most, how, scale, unit, onAmounts }: AmountsProps): ReactNode {
  const w = useWords().lists;
  const shown = (value: number | null): number | null => (value === null ? null : value / scale);
  const read = (typed: number | null): number | null => (typed === null ? null : Math.round(Number(typed) * scale));
  const low = <InputNumber key="low" className="filterselect" min={0} suffix={unit} aria-label={w.hows.least} value={shown(least)} onChange={(value) => onAmounts(read(value), how === "between" ? most : null)} data-test="filter-value" />;
  const high = <InputNumber key="high" className="filterselect" min={0} suffix={unit} aria-label={w.hows.most} value={shown(most)} onChange={(value) => onAmounts(how === "between" ? least : null, read(value))} data-test={how === "between" ? "filter-value-most" : "filter-value"} />;
  if (how === "between") return <div className="c gap6">{low}{high}</div>;
  return how === "least" ? low : high;
}
