/** The company's bank accounts: the standard one, which letters print, and the others. Pure. */
import type { BankAccount, Company } from "../../bridge";

/** As many besides the standard one as the core takes. */
export const MOST_OTHERS = 9;

/** All accounts, the standard one first. */
export function accountsOf(company: Company): BankAccount[] {
  const { bank_label: label, bank_name, bank_account } = company;
  return [{ label, bank_name, bank_account }, ...(company.other_accounts)];
}

/** The company with these accounts; the first one is the standard. */
export function withAccounts(accounts: BankAccount[]): Pick<Company, "bank_label" | "bank_name" | "bank_account" | "other_accounts"> {
  const [standard = { label: "", bank_name: "", bank_account: "" }, ...other_accounts] = accounts;
  return { bank_label: standard.label, bank_name: standard.bank_name, bank_account: standard.bank_account, other_accounts };
}

/** Account `row` becomes the standard one; the former keeps its place among the others. */
export function madeStandard(accounts: BankAccount[], row: number): BankAccount[] {
  const chosen = accounts[row];
  return chosen === undefined ? accounts : [chosen, ...accounts.filter((_, index) => index !== row)];
}

/** Boxes of the other accounts that may not stay empty, by the core's names. */
export function missingAccounts(company: Company): string[] {
  return company.other_accounts.flatMap((account, row) =>
    (["bank_name", "bank_account"] as const).filter((field) => account[field].trim() === "").map((field) => `other_accounts.${row}.${field}`));
}

/** The core's name of a box of account `row` (0 is the standard one). */
export function accountField(row: number, field: keyof BankAccount): string {
  if (row > 0) return `other_accounts.${row - 1}.${field}`;
  return field === "label" ? "bank_label" : field;
}
