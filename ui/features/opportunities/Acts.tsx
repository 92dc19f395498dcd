/** The acts of an opportunity. The core says which there are and why one is refused. */
import { useState, type ReactNode } from "react";
import { faultOf, useAct, type OpportunityAct, type OpportunityView } from "../../bridge";
import { ActButton, FaultNote, addressOf, moveOpened, say, useKeys } from "../../parts";
import { useWords } from "../../words";
import { Lose } from "./Lose";

/** The row of acts. */
export function Acts({ deal, onSolve }: { deal: OpportunityView; onSolve: () => void }): ReactNode {
  const w = useWords().opportunities;
  const [losing, setLosing] = useState(false);
  const id = deal.card.id ?? 0;
  const reopen = useAct("opportunity_reopen", () => say(w.reopened));
  const run = (act: OpportunityAct): void => {
    if (act === "Edit") moveOpened(addressOf("opportunities", id), addressOf("opportunities", id, "edit"));
    else if (act === "Solve") onSolve();
    else if (act === "Lose") setLosing(true);
    else if (act === "Reopen") reopen.mutate({ id, version: deal.card.version ?? 0 });
  };
  const edit = deal.acts.find((may) => may.act === "Edit" && may.refusals.length === 0);
  useKeys({ E: () => { if (edit !== undefined) run("Edit"); } });
  if (deal.acts.length === 0) return null;
  return (
    <>
      <div className="acts">
        {deal.acts.map((may) => <ActButton key={may.act} label={w.names.acts[may.act]} refusals={may.refusals} loading={may.act === "Reopen" && reopen.isPending} onClick={() => run(may.act)} test={`act-${may.act}`} />)}
      </div>
      {reopen.isError && <FaultNote fault={faultOf(reopen.error)} />}
      {losing && <Lose deal={deal} onClose={() => setLosing(false)} />}
    </>
  );
}
