/** The acts of a lead. The core says which there are and why one is refused. */
import { Button, Dropdown } from "antd";
import { MoreHorizontal } from "lucide-react";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, type LeadAct, type LeadMay, type LeadView } from "../../bridge";
import { ActButton, FaultNote, addressOf, go, moveOpened, say, useKeys } from "../../parts";
import { Assign } from "../../parts/lead/Assign";
import { End } from "../../parts/lead/End";
import { FollowUp } from "../../parts/lead/FollowUp";
import { useWords } from "../../words";
import { nameOf } from "./card";
import { Convert } from "./Convert";
import { Merge } from "./Merge";

/** Quiet ones stand in a menu while they can be done. */
const QUIET: LeadAct[] = ["Merge", "Lose", "Invalidate"];
/** In which state which act is the usual next one. */
const NEXT: Partial<Record<LeadView["state"], LeadAct>> = { New: "Rate", Rated: "Assign", Assigned: "FollowUp" };

/** The row of acts. */
export function Acts({ lead }: { lead: LeadView }): ReactNode {
  const { frame, leads: w } = useWords();
  const [asked, setAsked] = useState<LeadAct | null>(null);
  const id = lead.card.id ?? 0;
  const at = { id, version: lead.card.version ?? 0, name: nameOf(lead.card) };
  const reopen = useAct("lead_reopen", () => say(w.reopened));
  const run = (act: LeadAct): void => {
    if (act === "Edit") moveOpened(addressOf("leads", id), addressOf("leads", id, "edit"));
    else if (act === "Rate") go("leads", "rating", id);
    else if (act === "Reopen") reopen.mutate({ id, version: at.version });
    else setAsked(act);
  };
  const free = (may: LeadMay): boolean => may.refusals.length === 0;
  const loud = lead.acts.filter((may) => !QUIET.includes(may.act));
  const quiet = lead.acts.filter((may) => QUIET.includes(may.act) && free(may));
  const next = loud.find((may) => may.act === NEXT[lead.state] && free(may)) ?? loud.find(free);
  useKeys({ E: () => { if (next !== undefined) run(next.act); } });
  const close = (): void => setAsked(null);
  return (
    <>
      <div className="acts">
        {loud.map((may) => <ActButton key={may.act} label={w.names.acts[may.act]} refusals={may.refusals} primary={may.act === next?.act} loading={may.act === "Reopen" && reopen.isPending} onClick={() => run(may.act)} test={`act-${may.act}`} />)}
        {quiet.length > 0 && (
          <Dropdown trigger={["click"]} menu={{ items: quiet.map((may) => ({ key: may.act, danger: may.act !== "Merge", label: <span data-test={`act-${may.act}`}>{w.names.acts[may.act]}</span> })), onClick: ({ key }) => run(key as LeadAct) }}>
            <Button type="text" icon={<MoreHorizontal size={16} strokeWidth={1.6} />} aria-label={frame.more} data-test="more" />
          </Dropdown>
        )}
      </div>
      {reopen.isError && <FaultNote fault={faultOf(reopen.error)} />}
      {asked === "FollowUp" && <FollowUp lead={at} onClose={close} />}
      {asked === "Assign" && <Assign lead={at} onClose={close} />}
      {asked === "Convert" && <Convert lead={lead} onClose={close} />}
      {asked === "Merge" && <Merge lead={lead} onClose={close} />}
      {(asked === "Lose" || asked === "Invalidate") && <End lead={at} how={asked} onClose={close} />}
    </>
  );
}
