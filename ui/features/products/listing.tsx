/** The list of products: its columns, its conditions, and what can be done with several at once. */
import { Trash2 } from "lucide-react";
import { call, useAsk, type ProductCard, type ProductFilter } from "../../bridge";
import { Chip, EVERY_PRODUCT, type BuiltInView, type BulkAct, type Column, type Condition } from "../../parts";
import { useWords } from "../../words";
import { percent, price } from "../../words/figures";

const dash = (text: string): string => (text === "" ? "—" : text);

/** All columns; those hidden at first are offered. */
export function useProductColumns(): Column<ProductCard>[] {
  const w = useWords().products;
  const c = w.columns;
  return [
    { key: "code", title: c.code, width: 104, from: 620, sort: "code", cell: (row) => row.code, render: (row) => <span className="ell i2">{dash(row.code)}</span> },
    { key: "name", title: c.name, grow: 2, sort: "name", cell: (row) => row.name, render: (row) => <span className={`ell${row.active ? "" : " i3"}`} title={row.name}>{row.name}{!row.active && <span className="i3 s">　{w.inactive}</span>}</span> },
    { key: "spec", title: c.spec, grow: 2, from: 700, sort: "spec", cell: (row) => row.spec, render: (row) => <span className="ell i2" title={row.spec}>{dash(row.spec)}</span> },
    { key: "category", title: c.category, width: 120, from: 560, sort: "category", cell: (row) => row.category, render: (row) => <span className="ell i2">{dash(row.category)}</span> },
    { key: "kind", title: c.kind, width: 104, from: 820, sort: "kind", cell: (row) => (row.customised ? `${w.kinds[row.kind]}　${w.customised}` : w.kinds[row.kind]), render: (row) => <span className="r gap6"><span className="i2">{w.kinds[row.kind]}</span>{row.customised && <Chip family="accent">{w.customised}</Chip>}</span> },
    { key: "unit", title: c.unit, width: 56, sort: "unit", cell: (row) => row.unit, render: (row) => <span className="i2">{row.unit}</span> },
    { key: "cost", title: c.cost, width: 116, right: true, sort: "cost", down: true, hidden: true, kind: "price", cell: (row) => row.cost_micro, render: (row) => <span className="i2">{price(row.cost_micro)}</span> },
    { key: "price", title: c.price, width: 116, right: true, sort: "price", down: true, kind: "price", cell: (row) => row.price_micro, render: (row) => price(row.price_micro) },
    { key: "tax", title: c.tax, width: 72, right: true, sort: "tax", kind: "percent", cell: (row) => row.tax_rate, render: (row) => <span className="i2">{percent(row.tax_rate)}</span> },
    { key: "state", title: c.state, width: 84, hidden: true, sort: "state", cell: (row) => (row.active ? w.active : w.inactive), render: (row) => <span className={row.active ? "i2" : "i3"}>{row.active ? w.active : w.inactive}</span> },
    { key: "note", title: w.note, width: 220, hidden: true, sort: "note", cell: (row) => row.note, render: (row) => <span className="ell i2" title={row.note}>{dash(row.note)}</span> },
  ];
}

/** What products are filtered by. */
export function useProductConditions(): Condition<ProductFilter>[] {
  const { columns: c, filter: w, kinds, active, inactive } = useWords().products;
  const categories = useAsk("list_values", { of: "ProductCategory" }).data ?? [];
  return [
    { key: "category", what: c.category, kind: "one", options: categories.map((value) => ({ value, label: value })), field: "category" },
    { key: "state", what: w.state, kind: "yes", field: "active", yes: active, no: inactive },
    { key: "kind", what: w.kind, kind: "one", options: [{ value: "Goods", label: kinds.Goods }, { value: "Service", label: kinds.Service }], field: "kind" },
    { key: "customised", what: w.customised, kind: "yes", field: "customised", yes: w.yes, no: w.no },
    { key: "price", what: w.price, kind: "amount", least: "least_micro", most: "most_micro", scale: 1_000_000, unit: w.unit },
  ];
}

/** The views that every book has. */
export function useProductViews(): BuiltInView<ProductFilter>[] {
  const w = useWords().products.views;
  return [
    { key: "all", label: w.all, filter: EVERY_PRODUCT },
    { key: "active", label: w.active, filter: { ...EVERY_PRODUCT, active: true } },
    { key: "services", label: w.services, filter: { ...EVERY_PRODUCT, kind: "Service" } },
    { key: "customised", label: w.customised, filter: { ...EVERY_PRODUCT, customised: true } },
    { key: "inactive", label: w.inactive, filter: { ...EVERY_PRODUCT, active: false } },
  ];
}

/** What can be done with several products. */
export function useProductActs(): BulkAct<ProductCard>[] {
  const w = useWords().products.bulk;
  const seen = (row: ProductCard): { id: number; version: number } => ({ id: row.id ?? 0, version: row.version ?? 0 });
  return [
    {
      key: "remove", label: w.remove, title: w.removeThem, icon: <Trash2 size={14} strokeWidth={1.6} />, danger: true, law: "ProductRemove", seen, done: w.removed,
      run: async (row) => {
        const removed = await call("product_remove", seen(row));
        return () => call("bin_restore", { id: removed.id });
      },
    },
  ];
}
