/** The history of a document: who did what and when, on whose behalf, and each field before → after. */
import { ArrowRight } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useAsk, type DocumentKind, type HistoryEntry } from "../bridge";
import { useLanguage, useWords } from "../words";
import { Answer } from "./Loading";
import { Empty } from "./Note";
import { labelOf, readable } from "./pastWords";
import { InstantText } from "./Text";

/** So many changes of one entry are read at a glance; the others are one click away. */
const AT_A_GLANCE = 4;
/** Longer text is cut, and shown whole on demand. */
const LONG = 60;

/** The whole history of a document. */
export function HistorySection({ entries }: { entries: HistoryEntry[] }): ReactNode {
  const w = useWords().history;
  if (entries.length === 0) return <Empty>{w.none}</Empty>;
  return <div className="block"><HistoryRows entries={entries} /></div>;
}

/** The history of a document that does not carry it along. */
export function HistoryOf({ document, id }: { document: DocumentKind; id: number }): ReactNode {
  const entries = useAsk("history_list", { document, id }, { keep: false });
  return <Answer of={entries}>{(all) => <HistorySection entries={all} />}</Answer>;
}

/** Some of it. */
export function HistoryRows({ entries }: { entries: HistoryEntry[] }): ReactNode {
  return <div className="history" data-test="history">{entries.map((entry) => <Entry key={entry.seq} entry={entry} />)}</div>;
}

/** What tells of the hand that wrote a decision down is said beside the act, not among the changes. */
const BESIDE = ["decider", "given"];

function Entry({ entry }: { entry: HistoryEntry }): ReactNode {
  const { history: w, names } = useWords();
  const language = useLanguage();
  const after = (field: string): string => entry.changes.find((change) => change.field === field)?.after ?? "";
  const decider = after("decider");
  const given = after("given");
  const note = entry.act === "task_done" ? (w.tasks[entry.note] ?? entry.note) : entry.note;
  const who = decider !== "" ? decider : entry.person === "" ? w.system : entry.person;
  return (
    <div className="historyrow">
      <span className="i2"><InstantText at={entry.at} /></span>
      <span className="i2 ell" title={who}>{who}</span>
      <div className="g1">
        <span>{w.acts[entry.act] ?? entry.act}</span>
        {decider !== "" && <span className="i2">{w.behalf((names.given as Record<string, string>)[given] ?? given, entry.person)}</span>}
        {note !== "" && <span>{language === "Zh" ? "：" : ": "}<Long text={note} /></span>}
        <Changes entry={{ ...entry, changes: entry.changes.filter((change) => !BESIDE.includes(change.field)) }} />
      </div>
    </div>
  );
}

/** The first changes, and on demand all of them. */
function Changes({ entry }: { entry: HistoryEntry }): ReactNode {
  const words = useWords();
  const w = words.history;
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const { changes } = entry;
  const shown = all ? changes : changes.slice(0, AT_A_GLANCE);
  const more = changes.length - AT_A_GLANCE;
  return (
    <>
      {shown.map((change, index) => (
        <span className="change" key={index}>
          <span className="i3">{labelOf(words, language, change, entry.act !== "order_submit")}</span>{" "}
          {change.before !== "" && <s className="i3"><Long text={readable(words, change.field, change.before)} /></s>}
          {change.before !== "" && change.after !== "" && <ArrowRight size={12} strokeWidth={1.6} className="changearrow" aria-label="→" />}
          {change.after !== "" && <Long text={readable(words, change.field, change.after)} />}
        </span>
      ))}
      {more > 0 && <button type="button" className="linkbtn s change" aria-expanded={all} onClick={() => setAll(!all)} data-test="history-more">{all ? w.less : w.more(more)}</button>}
    </>
  );
}

/** Text that may be long. */
function Long({ text }: { text: string }): ReactNode {
  const w = useWords().history;
  const [whole, setWhole] = useState(false);
  const letters = [...text];
  if (letters.length <= LONG) return text;
  return <>{whole ? text : `${letters.slice(0, LONG).join("")}…`} <button type="button" className="linkbtn s" aria-expanded={whole} onClick={() => setWhole(!whole)} data-test="history-whole">{whole ? w.less : w.whole}</button></>;
}
