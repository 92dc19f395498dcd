/** Notices: asks the core now and then what is to be told, hands it to the system, and asks the person once for leave. */
import { Button } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { call, inWindow, onChanged, useAct, windowNotify, type NoticeLeave, type NoticeRule } from "../bridge";
import { Note } from "../parts";
import { useLanguage, useWords } from "../words";

/** After a change the book is left alone this long: changes come in bursts. */
const SETTLE_MS = 2_000;
/** What was held back as too much at once is asked for again. */
const PATROL_MS = 60_000;
const EVERYTHING: Omit<NoticeRule, "leave"> = { letters: true, orders_back: true, approvals: true, deadlines: true, imports: true };

/** Stands below the bars while the person has not yet said whether they want to be told. */
export function Notices({ personId }: { personId: number }): ReactNode {
  const { desktop: w } = useWords();
  const language = useLanguage();
  const [ask, setAsk] = useState(false);
  const answer = useAct("notice_save_rule", () => setAsk(false));
  useEffect(() => {
    // Only a window can show them; a plain browser must not take them from it.
    if (!inWindow) return;
    let settle: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const taken = await call("notice_take", { in_front: document.hasFocus() }).catch(() => null);
      if (taken === null) return;
      setAsk(taken.ask);
      if (taken.notices.length === 0) return;
      // The explanations of failed letters are many words: fetched when there is something to tell.
      const { noticeSaid } = await import("./noticeWords");
      windowNotify(taken.notices.map((notice) => noticeSaid(w.notices, language, notice)));
    };
    const soon = (): void => {
      clearTimeout(settle);
      settle = setTimeout(() => void look(), SETTLE_MS);
    };
    soon();
    const stop = onChanged(soon);
    const patrol = setInterval(soon, PATROL_MS);
    return () => {
      stop();
      clearTimeout(settle);
      clearInterval(patrol);
    };
  }, [personId, language, w]);
  if (!ask) return null;
  const say = (leave: NoticeLeave): void => answer.mutate({ ...EVERYTHING, leave });
  const acts = (
    <>
      <Button size="small" type="primary" loading={answer.isPending} onClick={() => say("Granted")} data-test="notices-yes">{w.ask.yes}</Button>
      <Button size="small" onClick={() => say("Denied")} data-test="notices-no">{w.ask.no}</Button>
    </>
  );
  return <div className="banner"><Note family="accent" title={w.ask.title} acts={acts} test="notices-ask">{w.ask.text}</Note></div>;
}
