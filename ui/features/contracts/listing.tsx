/** The list of contracts: its columns, its conditions, and the views that every book has. */
import { useAsk, useStatus, type ContractFilter, type ContractKind, type ContractRow, type ContractState } from "../../bridge";
import { DateText, EVERY_CONTRACT, Money, type BuiltInView, type Column, type Condition } from "../../parts";
import { ContractChip } from "../../parts/contract/ContractChip";
import { useWords } from "../../words";

const STATES: ContractState[] = ["Draft", "InReview", "Returned", "Reviewed", "Signed", "Void"];
export const KINDS: ContractKind[] = ["Single", "Framework", "PurchaseOrder"];

/** All columns; those hidden at first are offered. */
export function useContractColumns(): Column<ContractRow>[] {
  const { columns: c, names, noOwner, draft } = useWords().contracts;
  const date = (key: string, title: string, value: (row: ContractRow) => string | null, more: Partial<Column<ContractRow>> = {}): Column<ContractRow> => ({
    key, title, width: 100, right: true, sort: key, kind: "date", cell: value, render: (row) => <span className="i2"><DateText date={value(row)} column /></span>, ...more,
  });
  return [
    { key: "number", title: c.number, width: 132, sort: "number", down: true, cell: (row) => row.number ?? "", render: (row) => (row.number === null ? <span className="i3">{draft}</span> : <span className={row.state === "Void" ? "no struck" : "no"}>{row.number}</span>) },
    { key: "customer", title: c.customer, grow: 2, sort: "customer", cell: (row) => row.customer, render: (row) => <span className="ell" title={row.customer}>{row.customer}</span> },
    { key: "kind", title: c.kind, width: 96, sort: "kind", from: 620, cell: (row) => names.kinds[row.kind], render: (row) => <span className="i2 ell">{names.kinds[row.kind]}</span> },
    { key: "state", title: c.state, width: 104, sort: "state", cell: (row) => names.states[row.state], render: (row) => <ContractChip state={row.state} /> },
    { key: "amount", title: c.amount, width: 124, right: true, sort: "amount", down: true, kind: "money", cell: (row) => row.amount_fen, render: (row) => <Money fen={row.amount_fen} struck={row.state === "Void"} /> },
    { key: "called", title: c.called, width: 116, right: true, sort: "called", down: true, from: 1180, kind: "money", cell: (row) => row.called_fen, render: (row) => (row.called_fen === 0 ? <span className="i3">—</span> : <Money fen={row.called_fen} />) },
    date("signed", c.signed, (row) => row.signed_on, { down: true, from: 760 }),
    date("valid", c.valid, (row) => row.valid_until, { from: 1060 }),
    { key: "owner", title: c.owner, width: 84, sort: "owner", from: 860, cell: (row) => row.owner, render: (row) => <span className={`ell${row.owner === "" ? " i3" : ""}`}>{row.owner === "" ? noOwner : row.owner}</span> },
    date("created", c.created, (row) => row.created_on, { down: true, hidden: true }),
    { key: "supplement", title: c.supplement, width: 132, hidden: true, cell: (row) => row.supplement_of, render: (row) => <span className="i2 ell">{row.supplement_of === "" ? "—" : row.supplement_of}</span> },
  ];
}

/** What contracts are filtered by. */
export function useContractConditions(): Condition<ContractFilter>[] {
  const { columns: c, names, unit } = useWords().contracts;
  const people = useAsk("person_list", {}).data ?? [];
  return [
    { key: "state", what: c.state, kind: "many", options: STATES.map((value) => ({ value, label: names.states[value] })), is: "states" },
    { key: "kind", what: c.kind, kind: "many", options: KINDS.map((value) => ({ value, label: names.kinds[value] })), is: "kinds" },
    { key: "owner", what: c.owner, kind: "one", options: people.map((one) => ({ value: one.id, label: one.name })), field: "owner_id" },
    { key: "amount", what: c.amount, kind: "amount", least: "least_fen", most: "most_fen", scale: 100, unit },
    { key: "signed", what: c.signed, kind: "days", from: "signed_from", before: "signed_before" },
    { key: "created", what: c.created, kind: "days", from: "created_from", before: "created_before" },
  ];
}

/** The views that every book has. */
export function useContractViews(): BuiltInView<ContractFilter>[] {
  const w = useWords().contracts.views;
  const me = useStatus()?.person?.id ?? null;
  const only = (part: Partial<ContractFilter>): ContractFilter => ({ ...EVERY_CONTRACT, ...part });
  return [
    { key: "all", label: w.all, filter: EVERY_CONTRACT },
    { key: "mine", label: w.mine, filter: only({ owner_id: me }) },
    { key: "review", label: w.review, filter: only({ states: ["InReview"] }) },
    { key: "returned", label: w.returned, filter: only({ states: ["Returned"] }) },
    { key: "sign", label: w.sign, filter: only({ states: ["Reviewed"] }) },
    { key: "frames", label: w.frames, filter: only({ kinds: ["Framework"] }) },
    { key: "signed", label: w.signed, filter: only({ states: ["Signed"] }) },
  ];
}
