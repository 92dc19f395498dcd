/** The bank accounts as rows: what each is called, bank, number, and which one letters print. */
import { Plus, X } from "lucide-react";
import { Button, Input, Radio } from "antd";
import type { ReactNode } from "react";
import type { BankAccount, Company } from "../../bridge";
import { Glyph } from "../../parts";
import { useWords } from "../../words";
import { MOST_OTHERS, accountField, accountsOf, madeStandard, withAccounts } from "./accountRows";

interface AccountsProps {
  company: Company;
  set: (part: Partial<Company>) => void;
  errors: Record<string, string>;
}

/** The rows. */
export function Accounts({ company, set, errors }: AccountsProps): ReactNode {
  const w = useWords().settings.company;
  const accounts = accountsOf(company);
  const put = (next: BankAccount[]): void => set(withAccounts(next));
  const change = (row: number, part: Partial<BankAccount>): void => put(accounts.map((account, index) => (index === row ? { ...account, ...part } : account)));
  const box = (row: number, field: keyof BankAccount, longest: number, placeholder: string): ReactNode => {
    const error = errors[accountField(row, field)];
    return (
      <Input
        value={accounts[row]?.[field] ?? ""} maxLength={longest} placeholder={placeholder} aria-label={w[field === "label" ? "bank_label" : field]} title={error}
        status={error === undefined ? "" : "error"} onChange={(event) => change(row, { [field]: event.target.value })} data-test={accountField(row, field)}
      />
    );
  };
  return (
    <section data-field="accounts">
      <h2 className="sec formsec">{w.bank}</h2>
      <p className="s i3 accountshint">{w.bankHint}</p>
      <div className="accounts">
        <div className="accountrow accounthead s i3"><span>{w.standard}</span><span>{w.bank_label}</span><span>{w.bank_name}</span><span>{w.bank_account}</span><span /></div>
        {accounts.map((_, row) => (
          <div className="accountrow" key={row} data-test="account-row">
            <Radio checked={row === 0} onChange={() => put(madeStandard(accounts, row))} aria-label={w.makeStandard} data-test="account-standard"><span className="s i3">{row === 0 ? w.printed : ""}</span></Radio>
            {box(row, "label", 20, w.bankLabelHint)}
            {box(row, "bank_name", 100, "")}
            {box(row, "bank_account", 60, "")}
            {row > 0 && <button type="button" className="iconbtn small" aria-label={w.removeAccount} title={w.removeAccount} onClick={() => put(accounts.filter((_, index) => index !== row))} data-test="account-remove"><X size={14} strokeWidth={1.6} /></button>}
            <Wrong errors={errors} row={row} />
          </div>
        ))}
      </div>
      {accounts.length <= MOST_OTHERS && <Button size="small" type="text" icon={<Plus size={14} strokeWidth={1.6} />} onClick={() => put([...accounts, { label: "", bank_name: "", bank_account: "" }])} data-test="account-add">{w.addAccount}</Button>}
    </section>
  );
}

function Wrong({ errors, row }: { errors: Record<string, string>; row: number }): ReactNode {
  const found = (["label", "bank_name", "bank_account"] as const).map((field) => errors[accountField(row, field)]).find((error) => error !== undefined);
  return found === undefined ? null : <span className="accounterror late s r gap4" role="alert"><Glyph shape="late" size={11} />{found}</span>;
}
