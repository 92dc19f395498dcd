/** Filters that read like words: 「预计交付 · 早于 · 11-1」. Each chip opens what it can be changed to. */
import { Checkbox, DatePicker, Dropdown, InputNumber, Popover, Select } from "antd";
import dayjs from "dayjs";
import { ListFilter, Plus, X } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useAsk, type OrderFilter } from "../../bridge";
import { useToday } from "../../parts";
import { useLanguage, useWords } from "../../words";
import { amount, dateSpoken } from "../../words/figures";
import { STATUSES } from "./filters";

type Part = "statuses" | "promised_before" | "promised_from" | "owner_id" | "least_fen";
const PARTS: Part[] = ["statuses", "promised_before", "promised_from", "owner_id", "least_fen"];

interface BarProps {
  filter: OrderFilter;
  onChange: (filter: OrderFilter) => void;
  right: ReactNode;
}

function isSet(filter: OrderFilter, part: Part): boolean {
  return part === "statuses" ? filter.statuses.length > 0 : filter[part] !== null;
}

/** The bar below the head of the list. */
export function FilterBar({ filter, onChange, right }: BarProps): ReactNode {
  const w = useWords().orders.filter;
  const [opened, setOpened] = useState<Part | null>(null);
  const labels: Record<Part, string> = { statuses: w.status, promised_before: `${w.promised} ${w.before}`, promised_from: `${w.promised} ${w.from}`, owner_id: w.owner, least_fen: w.least };
  const shown = PARTS.filter((part) => isSet(filter, part) || opened === part);
  const missing = PARTS.filter((part) => !shown.includes(part));
  const clear = (part: Part): void => {
    setOpened(null);
    onChange({ ...filter, [part]: part === "statuses" ? [] : null });
  };
  return (
    <div className="filters">
      <ListFilter size={16} strokeWidth={1.6} className="i3" aria-hidden="true" />
      {shown.map((part) => (
        <Popover key={part} trigger="click" placement="bottomLeft" arrow={false} open={opened === part} onOpenChange={(open) => setOpened(open ? part : null)} content={<Editor part={part} filter={filter} onChange={onChange} />}>
          <span className="filterchip" role="button" tabIndex={0} data-test={`filter-${part}`}>
            <Sentence part={part} filter={filter} />
            <button type="button" aria-label={w.remove} onClick={(event) => { event.stopPropagation(); clear(part); }}><X size={13} strokeWidth={1.6} /></button>
          </span>
        </Popover>
      ))}
      {missing.length > 0 && (
        <Dropdown trigger={["click"]} menu={{ items: missing.map((part) => ({ key: part, label: labels[part] })), onClick: ({ key }) => setOpened(key as Part) }}>
          <button type="button" className="view" data-test="filter-add"><Plus size={14} strokeWidth={1.6} />{w.add}</button>
        </Dropdown>
      )}
      <div className="g1" />
      {right}
    </div>
  );
}

/** A condition in three parts: what, how, which. */
function Sentence({ part, filter }: { part: Part; filter: OrderFilter }): ReactNode {
  const { orders: { filter: w }, names } = useWords();
  const language = useLanguage();
  const today = useToday();
  const people = useAsk("person_list", {}).data ?? [];
  const states = filter.statuses.map((status) => names.status[status]);
  const comma = language === "Zh" ? "、" : ", ";
  const listed = states.length > 3 ? `${states.slice(0, 3).join(comma)}…` : states.join(comma);
  const words: Record<Part, [string, string, string]> = {
    statuses: [w.status, w.statusIs, listed],
    promised_before: [w.promised, w.before, dateSpoken(filter.promised_before, today, language)],
    promised_from: [w.promised, w.from, dateSpoken(filter.promised_from, today, language)],
    owner_id: [w.owner, w.ownerIs, people.find((one) => one.id === filter.owner_id)?.name ?? w.anyone],
    least_fen: [w.least, w.leastIs, amount(filter.least_fen)],
  };
  const [what, how, which] = words[part];
  return <><span className="i2">{what}</span><span className="i3">{how}</span><b>{which === "" ? "—" : which}</b></>;
}

function Editor({ part, filter, onChange }: { part: Part; filter: OrderFilter; onChange: (filter: OrderFilter) => void }): ReactNode {
  const { orders: { filter: w }, names } = useWords();
  const people = useAsk("person_list", {}).data ?? [];
  if (part === "statuses") {
    return <Checkbox.Group className="statusboxes" value={filter.statuses} onChange={(statuses) => onChange({ ...filter, statuses })} options={STATUSES.map((status) => ({ value: status, label: names.status[status] }))} />;
  }
  if (part === "owner_id") {
    return <Select showSearch={{ optionFilterProp: "label" }} allowClear className="filterselect" value={filter.owner_id} onChange={(owner_id) => onChange({ ...filter, owner_id: owner_id ?? null })} placeholder={w.anyone} options={people.map((one) => ({ value: one.id, label: one.name }))} />;
  }
  if (part === "least_fen") {
    return <InputNumber className="filterselect" min={0} suffix={w.amountPlaceholder} value={filter.least_fen === null ? null : filter.least_fen / 100} onChange={(value) => onChange({ ...filter, least_fen: value === null ? null : Math.round(Number(value) * 100) })} />;
  }
  const now = filter[part];
  return <DatePicker className="filterselect" value={now === null ? null : dayjs(now)} onChange={(date) => onChange({ ...filter, [part]: date === null ? null : date.format("YYYY-MM-DD") })} />;
}
