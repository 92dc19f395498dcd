/** The section 「历史」: who did what and when, with what changed. */
import type { ReactNode } from "react";
import type { HistoryEntry } from "../../bridge";
import { Empty, InstantText } from "../../parts";
import { fieldWords, useLanguage, useWords } from "../../words";

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
            {entry.changes.slice(0, 4).map((change) => (
              <span className="change" key={change.field}>
                <span className="i3">{fieldWords(language, change.field)}</span> {change.before !== "" && <s className="i3">{change.before}</s>} {change.after}
              </span>
            ))}
            {entry.changes.length > 4 && <span className="i3">　+{entry.changes.length - 4}</span>}
          </span>
        </div>
      ))}
    </div>
  );
}
