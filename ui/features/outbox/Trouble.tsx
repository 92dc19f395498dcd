/** What is wrong with a letter, said before the server's own words, with the ways out. */
import { Button } from "antd";
import type { ReactNode } from "react";
import type { OutboxView } from "../../bridge";
import { Note, go } from "../../parts";
import { useLanguage, useWords } from "../../words";
import { explainMail } from "../../words/mail";
import { Acts } from "./Acts";
import { isOurAccount, troubleOf } from "./standing";

/** The note above a letter in trouble; nothing otherwise. */
export function Trouble({ view, onAttempts }: { view: OutboxView; onAttempts: () => void }): ReactNode {
  const w = useWords().outbox;
  const language = useLanguage();
  const { row } = view;
  const kind = troubleOf(row);
  if (kind === null) return null;
  const ours = kind === "server" && isOurAccount(row.explain);
  const said = kind === "server" || row.explain === "found_handed" ? explainMail(language, row.explain) : w.problem[kind];
  const family = kind === "Uncertain" ? "doubt" : kind === "MissingAddress" || row.state === "Retry" || row.state === "Queued" ? "wait" : "late";
  const acts = (
    <>
      {ours && <Button type="primary" size="small" onClick={() => go("settings", "mail")} data-test="letter-settings">{w.settings}</Button>}
      <Acts view={view} where="note" {...(ours ? { quiet: true } : {})} />
      {view.attempts.length > 0 && <Button size="small" onClick={onAttempts} data-test="letter-attempts">{w.seeAttempts}</Button>}
    </>
  );
  return (
    <div className="trouble">
      <Note family={family} {...(family === "late" ? { shape: "failed" as const } : {})} title={said.title} acts={acts} test="letter-trouble">
        <span className="line">{said.why}</span>
        {said.todo.length > 0 && <ol className="todo">{said.todo.map((step) => <li key={step}>{step}</li>)}</ol>}
        {row.said !== "" && kind !== "MissingAddress" && <code className="line">{row.said}</code>}
      </Note>
    </div>
  );
}
