/** 「并入另一条」 (L6): the same person was registered twice; the follow-ups go along. */
import { Button, Radio, Select } from "antd";
import { useState, type ReactNode } from "react";
import { call, faultOf, refresh, useAct, useAsk, type LeadView } from "../../bridge";
import { Dialog, EVERY_LEAD, FaultNote, Field, addressOf, say, useFaultWords } from "../../parts";
import { useWords } from "../../words";
import { OPEN, likeAsk, nameOf } from "./card";
import { useSettled } from "./Convert";

/** The dialog: look-alikes first, any other open lead by search. */
export function Merge({ lead, onClose }: { lead: LeadView; onClose: () => void }): ReactNode {
  const { frame, leads: { merge: w, ...leads } } = useWords();
  const { card } = lead;
  const ask = likeAsk(card);
  const like = (useAsk("lead_similar", ask ?? { id: null, name: "", phone: "" }, { enabled: ask !== null, keep: false }).data ?? []).filter((one) => one.what === "lead" && one.id !== card.id && (one.state === null || OPEN.includes(one.state)));
  const [typed, setTyped] = useState("");
  const text = useSettled(typed);
  const found = (useAsk("lead_list", { filter: { ...EVERY_LEAD, states: OPEN, text }, sort: "received", descending: true, after: null, limit: 12 }).data?.rows ?? []).filter((one) => one.id !== card.id);
  const [chosen, setChosen] = useState<number | null>(null);
  const into = chosen ?? like[0]?.id ?? null;
  const nameInto = like.find((one) => one.id === into)?.name ?? found.find((one) => one.id === into)?.customer ?? "";
  const inWords = useFaultWords();
  // The dialog is gone by then: nothing here may depend on its being there.
  const takeBack = async (id: number, version: number): Promise<void> => {
    try {
      await call("lead_reopen", { id, version });
      await refresh();
      say(w.back(nameOf(card)));
    } catch (error) {
      say(inWords(error));
    }
  };
  const act = useAct("lead_merge", (one) => {
    say(w.done(one.merged_into?.name ?? nameInto), { label: frame.undo, run: () => void takeBack(card.id ?? 0, one.card.version ?? 0) });
    onClose();
  });
  const submit = (): void => { if (into !== null && !act.isPending) act.mutate({ id: card.id ?? 0, version: card.version ?? 0, into_id: into }); };
  const acts = (
    <>
      <Button onClick={onClose}>{frame.cancel}</Button>
      <Button type="primary" htmlType="submit" loading={act.isPending} disabled={into === null} data-test="merge-save">{into === null ? w.choose : w.save}</Button>
    </>
  );
  return (
    <Dialog title={w.title(nameOf(card))} onClose={onClose} onSubmit={submit} acts={acts} width={520} test="merge">
      <div className="c gap12">
        {like.length > 0 && (
          <Radio.Group className="choices" value={into} onChange={(event) => setChosen(event.target.value as number)} aria-label={w.into}>
            {like.map((one) => <Radio key={one.id} value={one.id}><span className="r gap8"><b className="ell">{one.name}</b><span className="i2 g1">{leads.similarBy[one.by] ?? one.by}{one.state !== null && ` · ${leads.names.states[one.state]}`}</span><a href={addressOf("leads", one.id)}>{frame.open}</a></span></Radio>)}
          </Radio.Group>
        )}
        <Field label={w.into} name="into_id" hint={w.hint}>
          <Select showSearch={{ filterOption: false, onSearch: setTyped }} value={found.some((one) => one.id === into) ? into : null} placeholder={w.find} onChange={(id: number) => setChosen(id)} options={found.map((one) => ({ value: one.id, label: [one.customer, one.contact, one.phone].filter((part) => part !== "").join("　") }))} data-test="merge-into" />
        </Field>
        {act.isError && <FaultNote fault={faultOf(act.error)} />}
      </div>
    </Dialog>
  );
}
