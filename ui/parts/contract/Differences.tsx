/** Where a paper departs from what was agreed before it, each difference by its name. */
import type { ReactNode } from "react";
import type { Difference } from "../../bridge";
import { useLanguage, useWords } from "../../words";
import { differenceText } from "../../words/differences";
import { Note } from "../Note";

interface DifferencesProps {
  title: string;
  all: Difference[];
  /** Why; empty while nobody said. */
  reason: string;
}

/** The note; nothing where both agree. */
export function Differences({ title, all, reason }: DifferencesProps): ReactNode {
  const language = useLanguage();
  const w = useWords().contracts.differs;
  if (all.length === 0) return null;
  return (
    <Note family="wait" title={title} test="differences">
      <ul className="reasons">{all.map((one, index) => <li key={index} data-test="difference-of">{differenceText(language, one)}</li>)}</ul>
      {reason !== "" && <div><span className="i2">{w.reason}　</span>{reason}</div>}
    </Note>
  );
}
