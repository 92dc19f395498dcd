/** What the system tells the person at the desk, kind by kind. */
import type { ReactNode } from "react";
import { faultOf, useAct, useAsk, type NoticeRule } from "../../bridge";
import { Answer, FaultNote } from "../../parts";
import { useWords } from "../../words";
import { Page, SwitchRow } from "./Page";

const KINDS = ["letters", "orders_back", "approvals", "deadlines", "imports"] as const;

/** The page; every switch takes effect at once. */
export function NoticeSection(): ReactNode {
  const { settings, desktop: { notice: w } } = useWords();
  const asked = useAsk("notice_rule", {});
  const save = useAct("notice_save_rule");
  const put = (rule: NoticeRule): void => save.mutate(rule);
  return (
    <Page title={settings.sections.notices} lead={w.lead}>
      {save.isError && <FaultNote fault={faultOf(save.error)} />}
      <Answer of={asked}>
        {(rule) => (
          <>
            <SwitchRow title={w.leave} hint={w.leaveHint} on={rule.leave === "Granted"} onChange={(on) => put({ ...rule, leave: on ? "Granted" : "Denied" })} test="notices-leave" />
            {KINDS.map((kind) => (
              <SwitchRow key={kind} title={w[kind]} hint={w[`${kind}Hint`]} on={rule.leave === "Granted" && rule[kind]} disabled={rule.leave !== "Granted"} onChange={(on) => put({ ...rule, [kind]: on })} test={`notices-${kind}`} />
            ))}
          </>
        )}
      </Answer>
      <p className="s i3 below">{w.elsewhere}</p>
    </Page>
  );
}
