/** What a list without a head is sorted by: the same columns, chosen from a menu; choosing again turns it round. */
import { Dropdown } from "antd";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "../words";
import type { Column, Sort } from "./List";

/** The button and its menu. */
export function SortChooser<Row>({ columns, sort, onSort }: { columns: Column<Row>[]; sort: Sort; onSort: (sort: Sort) => void }): ReactNode {
  const w = useWords().lists;
  const sorts = columns.filter((column) => column.sort !== undefined);
  const now = sorts.find((column) => column.sort === sort.by);
  const Arrow = sort.descending ? ArrowDown : ArrowUp;
  const choose = (by: string): void => onSort({ by, descending: by === sort.by ? !sort.descending : sorts.find((column) => column.sort === by)?.down === true });
  return (
    <Dropdown trigger={["click"]} placement="bottomRight" menu={{ items: sorts.map((column) => ({ key: column.sort ?? "", label: <span data-test={`sort-${column.sort}`}>{column.title}</span> })), selectedKeys: [sort.by], onClick: ({ key }) => choose(key) }}>
      <button type="button" className="view" aria-label={w.sortedBy(now?.title ?? "")} title={w.sortedBy(now?.title ?? "")} data-test="sort"><Arrow size={14} strokeWidth={1.6} />{now?.title ?? ""}</button>
    </Dropdown>
  );
}
