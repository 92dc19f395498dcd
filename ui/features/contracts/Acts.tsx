/** The acts of a contract. The core says which there are and why one is refused. */
import { Button, Dropdown } from "antd";
import { FileText, MoreHorizontal } from "lucide-react";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, type ContractAct, type ContractMay, type ContractView } from "../../bridge";
import { ActButton, FaultNote, PaperDialog, addressOf, confirm, go, moveOpened, say, useKeys } from "../../parts";
import { Review } from "../../parts/contract/Review";
import { useWords } from "../../words";
import { Annul } from "./Annul";
import { CallOff } from "./CallOff";
import { Sign } from "./Sign";

/** Quiet ones stand in a menu while they can be done. */
const QUIET: ContractAct[] = ["Withdraw", "Annul", "Supplement"];
/** In which state which act is the usual next one. */
const NEXT: Partial<Record<ContractView["state"], ContractAct>> = { Draft: "Submit", Returned: "Edit", InReview: "Pass", Reviewed: "Sign", Signed: "Order" };

interface Hands {
  run: (act: ContractAct) => void;
  busy: boolean;
  error: Error | null;
  asked: ContractAct | "paper" | null;
  ask: (what: ContractAct | "paper" | null) => void;
}

function useHands(contract: ContractView): Hands {
  const { contracts: w, frame } = useWords();
  const [asked, setAsked] = useState<ContractAct | "paper" | null>(null);
  const seen = { id: contract.id, version: contract.version };
  const submit = useAct("contract_submit", (one) => say(one.state === "Reviewed" ? w.ready(one.number ?? "") : w.submitted(one.number ?? "")));
  const withdraw = useAct("contract_withdraw", () => say(w.withdrawn));
  const supplement = useAct("contract_supplement", (one) => { say(w.supplemented); go("contracts", one.id, "edit"); });
  const order = useAct("order_from_contract", (one) => { say(w.order.done); go("orders", one.id, "edit"); });
  const all = [submit, withdraw, supplement, order];
  const run = (act: ContractAct): void => {
    all.forEach((one) => one.reset());
    if (act === "Edit") moveOpened(addressOf("contracts", contract.id), addressOf("contracts", contract.id, "edit"));
    else if (act === "Submit") submit.mutate(seen);
    else if (act === "Withdraw") void confirm({ ...w.withdrawAsk, no: frame.cancel }).then((yes) => { if (yes) withdraw.mutate(seen); });
    else if (act === "Supplement") supplement.mutate(seen);
    else if (act === "Order" && contract.draft.kind !== "Framework") order.mutate({ contract_id: contract.id, customer_order_number: "", customer_order_on: null });
    else setAsked(act);
  };
  return { run, asked, ask: setAsked, busy: all.some((one) => one.isPending), error: all.find((one) => one.isError)?.error ?? null };
}

/** The row of acts. */
export function Acts({ contract }: { contract: ContractView }): ReactNode {
  const { frame, contracts: w } = useWords();
  const { run, busy, error, asked, ask } = useHands(contract);
  const free = (may: ContractMay): boolean => may.refusals.length === 0;
  // Passing and returning are one dialog.
  const loud = contract.acts.filter((may) => !QUIET.includes(may.act) && may.act !== "Return");
  const quiet = contract.acts.filter((may) => QUIET.includes(may.act) && free(may));
  const next = loud.find((may) => may.act === NEXT[contract.state] && free(may)) ?? loud.find(free);
  const label = (act: ContractAct): string => (act === "Pass" ? w.sections.review : w.names.acts[act]);
  useKeys({ E: () => { if (next !== undefined) run(next.act); }, P: () => ask("paper") }, asked === null);
  const close = (): void => ask(null);
  return (
    <>
      <div className="acts">
        {loud.map((may) => <ActButton key={may.act} label={label(may.act)} refusals={may.refusals} primary={may.act === next?.act} loading={busy && may.act === next?.act} onClick={() => run(may.act)} test={`act-${may.act}`} />)}
        <div className="g1" />
        <Button type="text" icon={<FileText size={15} strokeWidth={1.6} />} onClick={() => ask("paper")} data-test="contract-paper">{w.paper}</Button>
        {quiet.length > 0 && (
          <Dropdown trigger={["click"]} menu={{ items: quiet.map((may) => ({ key: may.act, danger: may.act === "Annul", label: <span data-test={`act-${may.act}`}>{w.names.acts[may.act]}</span> })), onClick: ({ key }) => run(key as ContractAct) }}>
            <Button type="text" icon={<MoreHorizontal size={16} strokeWidth={1.6} />} aria-label={frame.more} data-test="more" />
          </Dropdown>
        )}
      </div>
      {error !== null && <FaultNote fault={faultOf(error)} />}
      {asked === "Pass" && <Review contract={contract} onClose={close} />}
      {asked === "Sign" && <Sign contract={contract} onClose={close} />}
      {asked === "Annul" && <Annul contract={contract} onClose={close} />}
      {asked === "Order" && <CallOff contract={contract} onClose={close} />}
      {asked === "paper" && <ContractPaper contract={contract} onClose={close} />}
    </>
  );
}

function ContractPaper({ contract, onClose }: { contract: ContractView; onClose: () => void }): ReactNode {
  const w = useWords().contracts;
  const file = useAsk("contract_paper", { id: contract.id }, { keep: false });
  const final = contract.state === "Reviewed" || contract.state === "Signed";
  return <PaperDialog title={`${w.title} ${contract.number ?? w.draft}　${contract.customer_name}`} of={file} note={final ? w.paperNote : w.paperDraft} onClose={onClose} />;
}
