/** A contract is made void, with the reason. */
import { Button, Input } from "antd";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, type ContractView } from "../../bridge";
import { Dialog, FaultNote, Field, say } from "../../parts";
import { tooLong } from "../../parts/fieldErrors";
import { useLanguage, useWords } from "../../words";

/** The dialog. */
export function Annul({ contract, onClose }: { contract: ContractView; onClose: () => void }): ReactNode {
  const { frame, contracts: { annul: w, draft } } = useWords();
  const language = useLanguage();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const act = useAct("contract_void", () => { say(w.done); onClose(); });
  const submit = (): void => {
    setTried(true);
    if (reason.trim() !== "" && !act.isPending) act.mutate({ id: contract.id, version: contract.version, reason: reason.trim() });
  };
  const acts = (
    <>
      <Button onClick={onClose}>{frame.cancel}</Button>
      <Button type="primary" danger htmlType="submit" loading={act.isPending} data-test="annul-save">{w.save}</Button>
    </>
  );
  return (
    <Dialog title={w.title(contract.number ?? draft)} onClose={onClose} onSubmit={submit} acts={acts} width={440} test="annul">
      <div className="c gap12">
        <Field label={w.reason} name="reason" required error={tried && reason.trim() === "" ? w.missing : tooLong(language, "reason", reason, 1000)}><Input.TextArea rows={3} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} data-test="annul-reason" /></Field>
        {act.isError && <FaultNote fault={faultOf(act.error)} />}
      </div>
    </Dialog>
  );
}
