/** A contract is made of an accepted version: a single one or a framework, in one act. */
import { Button, Dropdown } from "antd";
import { FileSignature } from "lucide-react";
import type { ReactNode } from "react";
import { faultOf, useAct, type ContractKind, type Fault, type Refusal } from "../../bridge";
import { useWords } from "../../words";
import { ActButton } from "../ActButton";
import { go } from "../place";
import { say } from "../Toast";

const KINDS: ContractKind[] = ["Single", "Framework"];

/** The button with the kinds. */
export function MakeContract({ quotationId, refusals, onFault }: { quotationId: number; refusals: Refusal[]; onFault: (fault: Fault | null) => void }): ReactNode {
  const w = useWords().contracts;
  const make = useAct("contract_from_quotation", (one) => { say(w.made); go("contracts", one.id); });
  const run = (kind: ContractKind): void => {
    onFault(null);
    make.mutate({ quotation_id: quotationId, kind }, { onError: (error) => onFault(faultOf(error)) });
  };
  const items = KINDS.map((kind) => ({ key: kind, label: <span data-test={`make-${kind}`}>{w.names.kinds[kind]}</span>, onClick: () => run(kind) }));
  if (refusals.length > 0) return <ActButton label={w.make} refusals={refusals} onClick={() => undefined} test="make-contract" />;
  return (
    <Dropdown trigger={["click"]} menu={{ items }}>
      <Button type="primary" icon={<FileSignature size={15} strokeWidth={1.6} />} loading={make.isPending} data-test="make-contract">{w.make}</Button>
    </Dropdown>
  );
}
