/** The 演示收件箱 of a sample book: what the customers would have received, as files in a folder. */
import { FolderOpen } from "lucide-react";
import type { ReactNode } from "react";
import { useAsk } from "../../bridge";
import { Answer, Empty, InstantText } from "../../parts";
import { useWords } from "../../words";
import { size } from "../../words/figures";

/** The folder's letters, newest first. */
export function DemoInbox(): ReactNode {
  const w = useWords().outbox;
  const asked = useAsk("inbox_view", {});
  return (
    <Answer of={asked}>
      {(inbox) => (
        <div className="demoinbox" tabIndex={0} role="region" aria-label={w.inbox} data-test="demo-inbox">
          <p className="i2">{w.inboxWhy}</p>
          <p className="r gap6 s i2"><FolderOpen size={14} strokeWidth={1.6} aria-hidden="true" /><span className="selectable" data-test="inbox-folder">{inbox.folder}</span></p>
          {inbox.rows.length === 0 ? <Empty>{w.inboxEmpty}</Empty> : (
            <table className="tbl">
              <thead><tr><th className="inboxtime">{w.inboxTime}</th><th className="inboxto">{w.to}</th><th>{w.subject}</th><th className="inboxfile">{w.inboxFile}</th><th className="num inboxsize">{w.inboxSize}</th></tr></thead>
              <tbody>
                {inbox.rows.map((row) => (
                  <tr key={row.file} data-test="inbox-row">
                    <td className="i2"><InstantText at={row.at} /></td><td title={row.to}>{row.to}</td><td title={row.subject}>{row.subject}</td>
                    <td className="i2" title={row.file}>{row.file}</td><td className="num i2">{size(row.size)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      )}
    </Answer>
  );
}
