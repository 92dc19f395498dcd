/** The section 「历史」: who did what and when, with what changed. */
import type { ReactNode } from "react";
import type { HistoryChange, HistoryEntry } from "../../bridge";
import { Empty, InstantText } from "../../parts";
import { fieldWords, useLanguage, useWords } from "../../words";
import { amount, quantity } from "../../words/figures";

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
            {entry.changes.slice(0, 4).map((change) => <Change key={change.field} change={change} />)}
            {entry.changes.length > 4 && <span className="i3">　+{entry.changes.length - 4}</span>}
          </span>
        </div>
      ))}
    </div>
  );
}

/** A field before and after, in the way the pages write it. */
function Change({ change }: { change: HistoryChange }): ReactNode {
  const w = useWords().orders;
  const language = useLanguage();
  const line = /^lines\.(\d+)$/.exec(change.field);
  const label = line === null ? fieldWords(language, change.field) : w.historyLine(Number(line[1]) + 1);
  const before = readable(change.field, change.before);
  return <span className="change"><span className="i3">{label}</span> {before !== "" && <s className="i3">{before}</s>} {readable(change.field, change.after)}</span>;
}

/** Amounts are kept in 分 and quantities of deliveries in thousandths; people read neither. */
function readable(field: string, text: string): string {
  if (field.endsWith("_fen") && /^-?\d+$/.test(text)) return amount(Number(text));
  const delivered = /^(\d+) (\d{4}-\d\d-\d\d)$/.exec(text);
  return delivered === null ? text : `${quantity(Number(delivered[1]))}　${delivered[2] ?? ""}`;
}
