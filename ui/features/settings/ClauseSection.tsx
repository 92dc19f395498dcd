/** 合同条款: the library, each clause in its last edition; a change is another edition. Legal and the administrator write it. */
import { Plus } from "lucide-react";
import { Button, Checkbox, ConfigProvider, Input, Select } from "antd";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, useStatus, type ClauseKind, type ClauseSave, type ClauseView } from "../../bridge";
import { Answer, Chip, Dialog, FaultNote, Field, InstantText, say } from "../../parts";
import { tooLong } from "../../parts/fieldErrors";
import { useLanguage, useWords } from "../../words";
import { Page } from "./Page";

const KINDS: ClauseKind[] = ["Rights", "Breach", "Secrecy", "Dispute", "Other"];
const NEW: ClauseSave = { id: null, kind: "Other", title: "", title_en: "", text_zh: "", text_en: "", standard: false, active: true };

const asked = (one: ClauseView): ClauseSave => ({ id: one.id, kind: one.kind, title: one.title, title_en: one.title_en, text_zh: one.text_zh, text_en: one.text_en, standard: one.standard, active: one.active });

/** The page. */
export default function ClauseSection(): ReactNode {
  const w = useWords().contracts.library;
  const all = useAsk("clause_list", {});
  const roles = useStatus()?.person?.roles ?? [];
  const may = roles.includes("Legal") || roles.includes("Admin");
  const [edited, setEdited] = useState<ClauseSave | null>(null);
  return (
    <ConfigProvider componentDisabled={!may}>
      <Page title={w.title} lead={w.lead}>
        <Answer of={all}>{(clauses) => <>{clauses.map((one) => <Row key={one.code} one={one} onEdit={() => setEdited(asked(one))} />)}</>}</Answer>
        <div className="below"><Button size="small" icon={<Plus size={14} strokeWidth={1.6} />} onClick={() => setEdited(NEW)} data-test="clause-add">{w.add}</Button></div>
        {edited !== null && <Editor first={edited} onClose={() => setEdited(null)} />}
      </Page>
    </ConfigProvider>
  );
}

function Row({ one, onEdit }: { one: ClauseView; onEdit: () => void }): ReactNode {
  const { contracts: { library: w, names } } = useWords();
  const english = useLanguage() === "En" && one.text_en !== "";
  return (
    <section className="clauseentry" data-test="clause-entry" data-field={one.code}>
      <div className="r gap12">
        <b className={one.active ? "" : "i3"}>{english ? one.title_en : one.title}</b>
        <span className="i2 s">{names.clauses[one.kind]}</span>
        {one.standard && one.active && <Chip family="accent">{w.standard}</Chip>}
        {!one.active && <span className="i3 s">{w.inactive}</span>}
        <span className="g1" />
        <span className="i3 s nw">{w.edition(one.edition)} · {w.by(one.saved_by)}{one.saved_by !== "" && <> <InstantText at={one.saved_at} /></>}</span>
        <Button size="small" onClick={onEdit} data-test="clause-edit">{w.edit}</Button>
      </div>
      <p className="asis i2 s">{english ? one.text_en : one.text_zh}</p>
    </section>
  );
}

function Editor({ first, onClose }: { first: ClauseSave; onClose: () => void }): ReactNode {
  const { frame, contracts: { library: w, names } } = useWords();
  const language = useLanguage();
  const [typed, setTyped] = useState(first);
  const act = useAct("clause_save", () => { say(w.saved); onClose(); });
  const set = (part: Partial<ClauseSave>): void => setTyped({ ...typed, ...part });
  const whole = typed.title.trim() !== "" && typed.text_zh.trim() !== "";
  const submit = (): void => { if (whole && !act.isPending) act.mutate(typed); };
  const acts = (
    <>
      <Button onClick={onClose}>{frame.cancel}</Button>
      <Button type="primary" htmlType="submit" disabled={!whole} loading={act.isPending} data-test="clause-save">{first.id === null ? w.create : w.save}</Button>
    </>
  );
  return (
    <Dialog title={first.id === null ? w.add : first.title} onClose={onClose} onSubmit={submit} acts={acts} width={680} test="clause-dialog">
      <div className="c gap12">
        <div className="two">
          <Field label={w.name} name="clause.title" required error={tooLong(language, "clause.title", typed.title, 100)}><Input autoFocus value={typed.title} onChange={(event) => set({ title: event.target.value })} data-test="clause-name" /></Field>
          <Field label={w.nameEn} name="clause.title_en" error={tooLong(language, "clause.title_en", typed.title_en, 100)}><Input value={typed.title_en} onChange={(event) => set({ title_en: event.target.value })} data-test="clause-name-en" /></Field>
        </div>
        <Field label={w.kind} name="clause.kind"><Select value={typed.kind} onChange={(kind) => set({ kind })} options={KINDS.map((value) => ({ value, label: names.clauses[value] }))} data-test="clause-kind" /></Field>
        <Field label={w.zh} name="clause.text_zh" required error={tooLong(language, "clause.text_zh", typed.text_zh, 8000)}><Input.TextArea rows={5} value={typed.text_zh} onChange={(event) => set({ text_zh: event.target.value })} data-test="clause-zh" /></Field>
        <Field label={w.en} name="clause.text_en" error={tooLong(language, "clause.text_en", typed.text_en, 8000)}><Input.TextArea rows={4} value={typed.text_en} onChange={(event) => set({ text_en: event.target.value })} data-test="clause-en" /></Field>
        <div className="r gap16">
          <Checkbox checked={typed.standard} onChange={(event) => set({ standard: event.target.checked })} data-test="clause-standard">{w.standard}</Checkbox>
          <Checkbox checked={typed.active} onChange={(event) => set({ active: event.target.checked })} data-test="clause-active">{w.active}</Checkbox>
        </div>
        {act.isError && <FaultNote fault={faultOf(act.error)} />}
      </div>
    </Dialog>
  );
}
