/** Somebody leaves: what they look after, who takes over, and why they cannot leave yet. */
import { Button, Select } from "antd";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, type PersonOwns, type PersonView } from "../../bridge";
import { Answer, Dialog, FaultNote, Field, Note, say } from "../../parts";
import { listed, refusalWords, sentences, useLanguage, useWords } from "../../words";

/** The question. */
export function LeaveDialog({ person, people, onClose }: { person: PersonView; people: PersonView[]; onClose: () => void }): ReactNode {
  const { settings, names } = useWords();
  const w = settings.people;
  const language = useLanguage();
  const asked = useAsk("person_owns", { id: person.id }, { keep: false });
  const [heir, setHeir] = useState<number | null>(null);
  const leave = useAct("person_leave", (left) => {
    const told = w.left(left.person.name, left.customers, left.orders, left.leads, left.opportunities, left.quotations, left.contracts);
    say(left.kept.length === 0 ? told : sentences(language, [told, w.kept(listed(language, left.kept))]));
    onClose();
  });
  const owns = asked.data;
  const nothing = owns !== undefined && lines(owns, w).length === 0;
  const stopped = owns === undefined || owns.refusals.length > 0;
  const submit = (): void => { if (!stopped && !leave.isPending && (nothing || heir !== null)) leave.mutate({ id: person.id, version: person.version, heir_id: heir }); };
  const others = people.filter((one) => one.active && one.id !== person.id);
  const acts = (
    <>
      <Button onClick={onClose}>{w.cancel}</Button>
      <Button type="primary" danger htmlType="submit" loading={leave.isPending} disabled={stopped || (!nothing && heir === null)} data-test="leave-now">{w.leaveNow}</Button>
    </>
  );
  return (
    <Dialog title={w.leaveTitle(person.name)} onClose={onClose} onSubmit={submit} acts={acts} width={480} test="leave">
      <p className="i2">{w.leaveLead}</p>
      <Answer of={asked}>
        {(found) => (
          <>
            <div className="pair"><span className="i3">{w.owns}</span><span className="g1" data-test="leave-owns">{nothing ? w.ownsNothing : listed(language, lines(found, w))}</span></div>
            {found.refusals.length > 0 && <Stopped owns={found} />}
          </>
        )}
      </Answer>
      {!nothing && !stopped && (
        <div className="below">
          <Field label={w.heir} name="heir" hint={w.heirHint} required>
            <Select<number> value={heir} placeholder={w.heirChoose} onChange={setHeir} options={others.map((one) => ({ value: one.id, label: `${one.name}　${one.roles.map((role) => names.role[role]).join(" · ")}` }))} data-test="leave-heir" />
          </Field>
        </div>
      )}
      {leave.isError && <div className="below"><FaultNote fault={faultOf(leave.error)} /></div>}
    </Dialog>
  );
}

type PeopleWords = ReturnType<typeof useWords>["settings"]["people"];

function lines(owns: PersonOwns, w: PeopleWords): string[] {
  const all: [number, (count: number) => string][] = [
    [owns.customers, w.ownsCustomers], [owns.leads, w.ownsLeads], [owns.opportunities, w.ownsDeals], [owns.quotations, w.ownsQuotations], [owns.contracts, w.ownsContracts], [owns.drafts, w.ownsDrafts], [owns.in_approval, w.ownsInApproval], [owns.open_orders, w.ownsOpen],
  ];
  return all.filter(([count]) => count > 0).map(([count, say]) => say(count));
}

function Stopped({ owns }: { owns: PersonOwns }): ReactNode {
  const w = useWords().settings.people;
  const language = useLanguage();
  return <div className="below"><Note family="late" shape="failed" title={w.cannot} test="leave-stopped">{owns.refusals.map((reason) => <span className="line" key={JSON.stringify(reason)}>{refusalWords(language, reason)}</span>)}</Note></div>;
}
