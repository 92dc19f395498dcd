/** A contract as a form: parties, terms, dates, lines as a sheet, clauses; what is typed is kept, and the core computes along. */
import { Button } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, useStatus, type ContractComputed, type ContractView, type Refusal } from "../../bridge";
import { Answer, FaultNote, Key, Money, Note, Perforation, addressOf, closeOpened, dropOpened, go, moveOpened, nameOpened, say, useKeys, useToday } from "../../parts";
import { useLeaving } from "../../parts/closing";
import { Differences } from "../../parts/contract/Differences";
import { formErrors } from "../../parts/fieldErrors";
import { useKept } from "../../parts/kept";
import { isBehind } from "../../parts/Merging";
import { useEscape } from "../../parts/leaving";
import type { Lines } from "../../parts/lines/LinesSheet";
import { refusedBy, refusedCells, refusedFields } from "../../parts/lines/refused";
import { PricedLines } from "../../parts/lines/PricedLines";
import { NO_PAST } from "../../parts/sheetPast";
import { FoundNote, KeptState } from "../../parts/Unfinished";
import { refusalsWords, refusalWords, useLanguage, useWords } from "../../words";
import { ClauseEditor } from "./ClauseEditor";
import { FormHead } from "./FormHead";
import { ContractMeanwhile } from "./Meanwhile";
import { draftOf, emptyContract, typedContract, unread, type TypedContract } from "./form";

/** The form of a new contract, or of one that may be edited. */
export function ContractForm({ id }: { id: number | null }): ReactNode {
  const me = useStatus()?.person ?? null;
  const contract = useAsk("contract_view", { id: id ?? 0 }, { enabled: id !== null, keep: false });
  if (id === null) return <Form saved={emptyContract(me !== null && me.roles.includes("SalesRep") ? me.id : null)} number="" onReload={() => undefined} />;
  return <Answer of={contract}>{(one) => <MayEdit contract={one} onReload={() => void contract.refetch()} />}</Answer>;
}

/** The core says whether this contract may be edited; if not, why. */
function MayEdit({ contract, onReload }: { contract: ContractView; onReload: () => void }): ReactNode {
  const w = useWords().contracts.form;
  const language = useLanguage();
  const edit = contract.acts.find((may) => may.act === "Edit");
  if (edit !== undefined && edit.refusals.length === 0) return <Form saved={typedContract(contract)} number={contract.number ?? ""} contract={contract} onReload={onReload} />;
  const why: Refusal[] = edit?.refusals ?? [contract.state === "Signed" ? { code: "ContractSigned", number: contract.number ?? "" } : { code: "ContentLocked" }];
  const open = <button type="button" className="linkbtn" onClick={() => moveOpened(addressOf("contracts", contract.id, "edit"), addressOf("contracts", contract.id))}>{contract.number ?? contract.customer_name}</button>;
  return <div className="pad c gap12"><h1 className="pagename">{w.title(contract.number ?? "")}</h1><Note family="wait" title={w.locked} acts={open}>{refusalsWords(language, why)}</Note></div>;
}

interface FormProps {
  saved: TypedContract;
  number: string;
  contract?: ContractView;
  onReload: () => void;
}

/** What the core computes, a moment after the last key. */
function useComputed(typed: TypedContract, today: string): { computed: ContractComputed | undefined; refused: Refusal[] } {
  const [asked, setAsked] = useState(() => draftOf(typed, today));
  useEffect(() => {
    const timer = setTimeout(() => setAsked(draftOf(typed, today)), 150);
    return () => clearTimeout(timer);
  }, [typed, today]);
  const { data: computed, error } = useAsk("contract_compute", { ...asked, version: null }, { enabled: asked.customer_id !== null });
  return { computed, refused: refusedBy(computed?.computed.refusals, error) };
}

/** Saves, and shows the document in the form's place. */
function useSave(saved: TypedContract, address: string, done: () => void): ReturnType<typeof useAct<"contract_save">> {
  const w = useWords().contracts.form;
  return useAct("contract_save", (answer) => {
    done();
    say(w.saved);
    if (saved.id !== null) { moveOpened(address, addressOf("contracts", saved.id)); return; }
    dropOpened(address);
    go("contracts", answer.id);
  });
}

function Form({ saved, number, contract, onReload }: FormProps): ReactNode {
  const w = useWords().contracts.form;
  const language = useLanguage();
  const today = useToday();
  const address = saved.id === null ? addressOf("contracts", "new") : addressOf("contracts", saved.id, "edit");
  const heading = number === "" && saved.id !== null ? w.titleDraft : w.title(number);
  const kept = useKept<TypedContract>("contract", saved.id, saved, (one) => `${heading} ${one.customerName}`.trim());
  const typed = kept.draft;
  const [steps, setSteps] = useState<Pick<Lines, "past" | "pasted">>({ past: NO_PAST, pasted: null });
  const { computed, refused } = useComputed(typed, today);
  const save = useSave(saved, address, kept.saved);
  const stale = save.error !== null && faultOf(save.error).kind === "Stale";
  useEffect(() => { if (stale) onReload(); }, [stale]);
  const title = `${heading} ${typed.customerName}`.trim();
  useEffect(() => nameOpened(address, title), [address, title]);
  useLeaving(address, kept.dirty, kept.reset);
  const said = formErrors(language, save.error, (field) => field in w.fields);
  const wrong = refusedFields(refused, language);
  const set = (part: Partial<TypedContract>): void => { if (save.isError) save.reset(); kept.set({ ...typed, ...part }); };
  const bad = unread(typed, today);
  const [comparing, setComparing] = useState(false);
  const behind = isBehind(kept, saved);
  const submit = (): void => {
    if (behind) setComparing(true);
    else if (bad === 0 && typed.customerId !== null && !save.isPending) save.mutate({ ...draftOf(typed, today), version: saved.version });
  };
  const back = (): void => { if (saved.id === null) go("contracts"); else moveOpened(address, addressOf("contracts", saved.id)); };
  useKeys({ "Mod+S": submit, "Mod+Enter": submit });
  useEscape(() => { if (kept.dirty) void closeOpened(address); else back(); });
  const change = ({ rows, ...rest }: Partial<Lines>): void => {
    if (rest.past !== undefined || rest.pasted !== undefined) setSteps((now) => ({ ...now, ...rest }));
    if (rows !== undefined) set({ rows });
  };
  const reset = (): void => { kept.reset(); save.reset(); setSteps({ past: NO_PAST, pasted: null }); };
  const drop = (): void => { reset(); onReload(); };
  return (
    <div className="form" data-test="contract-form">
      <div className="formscroll">
        <header className="formhead">
          <h1 className="pagename">{title}</h1>
          {contract?.state === "Returned" && <ReturnedNote contract={contract} />}
          {behind ? <FaultNote fault={{ kind: "Stale", what: "" }} onReload={drop} onCompare={() => setComparing(true)} /> : said.rest !== null && <FaultNote fault={said.rest} onReload={drop} />}
          <FoundNote kept={kept} />
          <Perforation />
        </header>
        <FormHead typed={typed} set={set} computed={computed} error={(field) => said.at[field] ?? wrong[field]} />
        <Differs computed={computed} reason={typed.reason} />
        <PricedLines lines={{ rows: typed.rows, ...steps }} change={change} amounts={computed?.computed.line_fen} promisedOn={typed.promisedOn} refused={refusedCells(refused, language)} test="contract-sheet" />
        {(typed.kind !== "PurchaseOrder" || typed.clauses.length > 0) && <ClauseEditor clauses={typed.clauses} isNew={saved.id === null} onChange={(clauses) => set({ clauses })} />}
      </div>
      {comparing && <ContractMeanwhile kept={kept} saved={saved} onClose={() => setComparing(false)} />}
      <Foot typed={typed} bad={bad} computed={computed} open={refused} dirty={kept.dirty} state={<KeptState begun={kept.begun} />} saving={save.isPending} onBack={back} onReset={reset} onSave={submit} />
    </div>
  );
}

function ReturnedNote({ contract }: { contract: ContractView }): ReactNode {
  const w = useWords().contracts;
  return <Note family="late" shape="failed" title={w.returnedBy} test="returned">{contract.returned_reason}</Note>;
}

function Differs({ computed, reason }: { computed: ContractComputed | undefined; reason: string }): ReactNode {
  const w = useWords().contracts.differs;
  if (computed === undefined || computed.differences.length === 0) return null;
  return <div className="formpad"><Differences title={w.quotation} all={computed.differences} reason={reason} /></div>;
}

interface FootProps {
  typed: TypedContract;
  bad: number;
  computed: ContractComputed | undefined;
  /** What stands in the way of legal's review. */
  open: Refusal[];
  dirty: boolean;
  state: ReactNode;
  saving: boolean;
  onBack: () => void;
  onReset: () => void;
  onSave: () => void;
}

/** What is still to be put right, the total, and the acts. */
function Foot({ typed, bad, computed, open, dirty, state, saving, onBack, onReset, onSave }: FootProps): ReactNode {
  const { contracts: { form: w, inclTax }, customers: c } = useWords();
  const language = useLanguage();
  const todo = typed.customerId === null ? w.customerFirst : bad > 0 ? w.bad(bad) : open.length > 0 ? w.todo(open.length) : w.ready;
  return (
    <div className="formfoot">
      <span className="g1 r gap12">
        {dirty && state}
        <span className={`ell ${bad > 0 ? "late" : "i2"}`} title={open.map((one) => refusalWords(language, one)).join("\n")} data-test="contract-todo">{todo}</span>
      </span>
      <span className="num nw"><span className="i2 s">{inclTax}　</span><b data-test="contract-total"><Money fen={computed?.computed.amount_fen ?? 0} /></b></span>
      {dirty ? <Button onClick={onReset} data-test="contract-discard">{c.discard}</Button> : <Button onClick={onBack} data-test="contract-back">{c.back}</Button>}
      <Button type="primary" loading={saving} disabled={!dirty || bad > 0 || typed.customerId === null} onClick={onSave} data-test="contract-save">{w.save}<span className="keyin"><Key>Mod</Key><Key>S</Key></span></Button>
    </div>
  );
}
