/** The section 「历史」: who did what and when, with what changed. */
import { useState, type ReactNode } from "react";
import type { HistoryChange, HistoryEntry, InvoiceKind, PaymentTerms } from "../../bridge";
import { Empty, InstantText } from "../../parts";
import { fieldWords, useLanguage, useWords, type Words } from "../../words";
import { amount, percent, quantity } from "../../words/figures";

/** So many changes of one entry are read at a glance; the others are one click away. */
const AT_A_GLANCE = 4;

/** The whole history. */
export function HistorySection({ entries }: { entries: HistoryEntry[] }): ReactNode {
  const w = useWords().orders;
  if (entries.length === 0) return <Empty>{w.noHistory}</Empty>;
  return <div className="block"><HistoryRows entries={entries} /></div>;
}

/** Some of it. */
export function HistoryRows({ entries }: { entries: HistoryEntry[] }): ReactNode {
  const w = useWords().orders;
  const language = useLanguage();
  return (
    <div className="history" data-test="history">
      {entries.map((entry) => (
        <div className="historyrow" key={entry.seq}>
          <span className="i2"><InstantText at={entry.at} /></span>
          <span className="i2 ell">{entry.person}</span>
          <span className="g1">
            {w.historyActs[entry.act] ?? entry.act}
            {entry.note !== "" && <span>{language === "Zh" ? "：" : ": "}{entry.note}</span>}
            <Changes changes={entry.changes} />
          </span>
        </div>
      ))}
    </div>
  );
}

/** The first changes, and on demand all of them. */
function Changes({ changes }: { changes: HistoryChange[] }): ReactNode {
  const w = useWords().orders;
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, AT_A_GLANCE);
  const more = changes.length - AT_A_GLANCE;
  return (
    <>
      {shown.map((change) => <Change key={change.field} change={change} />)}
      {more > 0 && <button type="button" className="linkbtn s change" aria-expanded={all} onClick={() => setAll(!all)} data-test="history-more">{all ? w.historyLess : w.historyMore(more)}</button>}
    </>
  );
}

/** A field before and after, in the way the pages write it. */
function Change({ change }: { change: HistoryChange }): ReactNode {
  const w = useWords().orders;
  const language = useLanguage();
  const line = /^lines\.(\d+)$/.exec(change.field);
  const label = line === null ? fieldWords(language, change.field) : w.historyLine(Number(line[1]) + 1);
  const { names } = useWords();
  const before = readable(names, change.field, change.before);
  return <span className="change"><span className="i3">{label}</span> {before !== "" && <s className="i3">{before}</s>} {readable(names, change.field, change.after)}</span>;
}

/** The book keeps 分, thousandths, words of the program and schedules as data; people read none of them. */
function readable(names: Words["names"], field: string, text: string): string {
  if (field.endsWith("_fen") && /^-?\d+$/.test(text)) return amount(Number(text));
  if (field === "invoice_kind") return names.invoice[text as InvoiceKind] ?? text;
  if (field === "terms" && text.startsWith("{")) return schedule(names, JSON.parse(text) as PaymentTerms);
  const delivered = /^(\d+) (\d{4}-\d\d-\d\d)$/.exec(text);
  return delivered === null ? text : `${quantity(Number(delivered[1]))}　${delivered[2] ?? ""}`;
}

/** A schedule in a row: 预付 30% + 发货前 70%，电汇. */
function schedule(names: Words["names"], { instalments, method }: PaymentTerms): string {
  const parts = instalments.map(({ trigger, share, days, day_kind }) => `${names.trigger[trigger]}${days === 0 ? "" : ` ${days} ${names.days[day_kind]}`} ${percent(share)}`);
  return `${parts.join(" + ")} · ${names.method[method]}`;
}
