/** A contract is signed: when, by whom on both sides, with the scan. */
import { Button, DatePicker, Input } from "antd";
import dayjs from "dayjs";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, type ContractView } from "../../bridge";
import { Dialog, Evidence, FaultNote, Field, Note, say, useToday, type Kept } from "../../parts";
import { tooLong } from "../../parts/fieldErrors";
import { useLanguage, useWords } from "../../words";

const DATES = ["YYYY-MM-DD", "YYYY/M/D", "YYYY.M.D", "YYYYMMDD"];

/** The dialog. */
export function Sign({ contract, onClose }: { contract: ContractView; onClose: () => void }): ReactNode {
  const { frame, contracts: { sign: w } } = useWords();
  const language = useLanguage();
  const today = useToday();
  const [on, setOn] = useState<string | null>(today);
  const [ours, setOurs] = useState("");
  const [theirs, setTheirs] = useState(contract.contact_name);
  const [kept, setKept] = useState<Kept | null>(null);
  const [tried, setTried] = useState(false);
  const number = contract.number ?? "";
  const act = useAct("contract_sign", () => { say(w.done(number)); onClose(); });
  const missing = (empty: boolean): string | undefined => (tried && empty ? w.missing : undefined);
  const submit = (): void => {
    setTried(true);
    if (on === null || ours.trim() === "" || theirs.trim() === "" || kept === null || act.isPending) return;
    act.mutate({ id: contract.id, version: contract.version, signed_on: on, our_signatory: ours.trim(), their_signatory: theirs.trim(), scan: kept.sha256 });
  };
  const acts = (
    <>
      <Button onClick={onClose}>{frame.cancel}</Button>
      <Button type="primary" htmlType="submit" loading={act.isPending} data-test="sign-save">{w.save}</Button>
    </>
  );
  return (
    <Dialog title={w.title(number)} onClose={onClose} onSubmit={submit} acts={acts} width={520} test="sign">
      <div className="c gap12">
        <Field label={w.on} name="signed_on" required error={missing(on === null)}><DatePicker value={on === null ? null : dayjs(on)} placeholder="" format={DATES} maxDate={dayjs(today)} onChange={(date) => setOn(date === null ? null : date.format("YYYY-MM-DD"))} data-test="sign-on" /></Field>
        <div className="two">
          <Field label={w.ours} name="our_signatory" required error={missing(ours.trim() === "") ?? tooLong(language, "our_signatory", ours, 60)}><Input autoFocus value={ours} onChange={(event) => setOurs(event.target.value)} data-test="sign-ours" /></Field>
          <Field label={w.theirs} name="their_signatory" required error={missing(theirs.trim() === "") ?? tooLong(language, "their_signatory", theirs, 60)}><Input value={theirs} onChange={(event) => setTheirs(event.target.value)} data-test="sign-theirs" /></Field>
        </div>
        <Evidence kept={kept} onKept={setKept} label={w.scan} required error={tried && kept === null ? w.scanMissing : undefined} />
        <Note family="wait">{w.frozen}</Note>
        {act.isError && <FaultNote fault={faultOf(act.error)} />}
      </div>
    </Dialog>
  );
}
