/** The clauses of a contract: taken from the library, written here, moved and taken out; what differs from the library says so. */
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { Button, Dropdown, Input } from "antd";
import type { ReactNode } from "react";
import { useAsk, type ClauseDraft, type ClauseView } from "../../bridge";
import { useLanguage, useWords } from "../../words";
import { moved } from "./form";

interface EditorProps {
  clauses: ClauseDraft[];
  /** A new contract gets the standard clauses when it is saved without any. */
  isNew: boolean;
  onChange: (clauses: ClauseDraft[]) => void;
}

/** An edition as it goes into a contract. */
export function takenClause(one: ClauseView, english: boolean): ClauseDraft {
  const translated = english && one.text_en !== "";
  return { clause_id: one.id, title: translated ? one.title_en : one.title, body: translated ? one.text_en : one.text_zh };
}

/** The section. */
export function ClauseEditor({ clauses, isNew, onChange }: EditorProps): ReactNode {
  const { contracts: { form: w, library } } = useWords();
  const english = useLanguage() === "En";
  const known = (useAsk("clause_list", {}).data ?? []).filter((one) => one.active);
  const items = known.map((one) => ({ key: one.id, label: <span data-test="library-clause">{english && one.title_en !== "" ? one.title_en : one.title}</span>, onClick: () => onChange([...clauses, takenClause(one, english)]) }));
  const put = (at: number, part: Partial<ClauseDraft>): void => onChange(clauses.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <section className="clauses" data-test="clauses">
      <div className="linesbar">
        <b className="nw">{w.clauses}</b>
        <Dropdown trigger={["click"]} menu={{ items }}><Button size="small" type="text" icon={<Plus size={14} />} data-test="clause-library">{w.addFromLibrary}</Button></Dropdown>
        <Button size="small" type="text" icon={<Plus size={14} />} onClick={() => onChange([...clauses, { clause_id: null, title: "", body: "" }])} data-test="clause-own">{w.addOwn}</Button>
        {isNew && clauses.length === 0 && <span className="i2 s">{library.lead.split(/[。.]/)[0]}</span>}
      </div>
      {clauses.map((clause, at) => <Clause key={at} clause={clause} known={known} first={at === 0} last={at === clauses.length - 1} put={(part) => put(at, part)} move={(by) => onChange(moved(clauses, at, by))} remove={() => onChange(clauses.filter((_, index) => index !== at))} />)}
    </section>
  );
}

interface ClauseProps {
  clause: ClauseDraft;
  known: ClauseView[];
  first: boolean;
  last: boolean;
  put: (part: Partial<ClauseDraft>) => void;
  move: (by: -1 | 1) => void;
  remove: () => void;
}

function Clause({ clause, known, first, last, put, move, remove }: ClauseProps): ReactNode {
  const w = useWords().contracts.form;
  const edition = known.find((one) => one.id === clause.clause_id);
  const edited = clause.clause_id !== null && (edition === undefined || (clause.body !== edition.text_zh && clause.body !== edition.text_en));
  return (
    <div className="clauserow" data-test="clause">
      <div className="r gap8">
        <Input className="g1" value={clause.title} placeholder={w.clauseTitle} aria-label={w.clauseTitle} onChange={(event) => put({ title: event.target.value })} data-test="clause-title" />
        {edited && <span className="wait s nw" data-test="clause-edited">{w.edited}</span>}
        <button type="button" className="iconbtn" aria-label={w.up} title={w.up} disabled={first} onClick={() => move(-1)}><ArrowUp size={15} strokeWidth={1.6} /></button>
        <button type="button" className="iconbtn" aria-label={w.down} title={w.down} disabled={last} onClick={() => move(1)}><ArrowDown size={15} strokeWidth={1.6} /></button>
        <button type="button" className="iconbtn" aria-label={w.remove} title={w.remove} onClick={remove} data-test="clause-remove"><X size={15} strokeWidth={1.6} /></button>
      </div>
      <Input.TextArea rows={4} value={clause.body} aria-label={w.clauseBody} placeholder={w.clauseBody} onChange={(event) => put({ body: event.target.value })} data-test="clause-body" />
    </div>
  );
}
