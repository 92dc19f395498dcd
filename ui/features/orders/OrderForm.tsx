/** The order form: head, lines like a sheet, running totals, and what is still to be put right. */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, useStatus, type OrderComputed, type OrderView } from "../../bridge";
import { Answer, Chip, FaultNote, Note, Perforation, addressOf, closeOpened, dropOpened, go, guardClosing, moveOpened, nameOpened, say, useKeys, useToday } from "../../parts";
import { useEscape } from "../../parts/leaving";
import { refusalsWords, useLanguage, useWords } from "../../words";
import { FormBar } from "./FormBar";
import { FormHead } from "./FormHead";
import { FormLines } from "./FormLines";
import { FormTotals } from "./FormTotals";
import { useMeanwhile } from "./Meanwhile";
import { draftOf, emptyForm, entryOf, forgetEntry, formOf, type Form } from "./draft";
import { useKeeping, type Keeping } from "./keeping";
import { useTroubles } from "./troubles";

/** The form of a new order or of a draft. */
export function OrderForm({ id }: { id: number | null }): ReactNode {
  const person = useStatus()?.person ?? null;
  const address = id === null ? addressOf("orders", "new") : addressOf("orders", id, "edit");
  const kept = entryOf(address).form;
  const order = useAsk("order_view", { id: id ?? 0 }, { enabled: id !== null && kept === null, keep: false });
  const [first] = useState(() => kept ?? (id === null ? emptyForm(person?.roles.includes("SalesRep") === true ? person.id : null) : null));
  if (first !== null) return <Filled first={first} address={address} />;
  return <Answer of={order}>{(one) => <MayEdit order={one} address={address} />}</Answer>;
}

/** The core says whether this order may be edited; if not, why. */
function MayEdit({ order, address }: { order: OrderView; address: string }): ReactNode {
  const w = useWords().orderForm;
  const language = useLanguage();
  const edit = order.buttons.find((one) => one.act === "Edit");
  const [first] = useState(() => formOf(order));
  const started = useRef(false);
  if (started.current || edit === undefined || edit.refusals.length === 0) {
    started.current = true;
    return <Filled first={first} address={address} />;
  }
  const open = <button type="button" className="linkbtn" onClick={() => { dropOpened(address); go("orders", order.id); }}>{w.openDocument}</button>;
  return <div className="pad"><Note family="wait" title={w.locked} acts={open}>{refusalsWords(language, edit.refusals)}</Note></div>;
}

/** What the core computes, a moment after the last key. */
function useComputed(form: Form, today: string): OrderComputed | undefined {
  const [asked, setAsked] = useState(() => draftOf(form, today));
  useEffect(() => {
    const timer = setTimeout(() => setAsked(draftOf(form, today)), 150);
    return () => clearTimeout(timer);
  }, [form, today]);
  // The version changes with every save and does not change a sum.
  return useAsk("order_compute", { ...asked, version: null }).data;
}

function Filled({ first, address }: { first: Form; address: string }): ReactNode {
  const w = useWords().orderForm;
  const today = useToday();
  const keeping = useKeeping(first, today, address);
  const { form, change, save } = keeping;
  const computed = useComputed(form, today);
  const [tried, setTried] = useState(false);
  const troubles = useTroubles(form, computed, today);
  const here = form.id === null ? addressOf("orders", "new") : addressOf("orders", form.id, "edit");
  const title = `${form.number === null ? w.new : w.edit(form.number)} ${form.customerName}`.trim();
  useEffect(() => nameOpened(here, title), [here, title]);
  const submit = useSubmit(keeping, here);
  const trySubmit = (): void => {
    setTried(true);
    const [worst] = troubles;
    if (worst === undefined) void submit.run();
    else worst.focus();
  };
  const saveAndShow = async (): Promise<void> => {
    const kept = await save();
    if (kept === null) return;
    await closeOpened(addressOf("orders", kept.id, "edit"));
    go("orders", kept.id);
    say(w.savedDraft);
  };
  useKeys({ "Mod+S": () => void save(), "Mod+Enter": trySubmit });
  useEscape(() => void closeOpened(here));
  return (
    <div className="form" data-test="order-form">
      <div className="formscroll">
        <FormTop keeping={keeping} here={here} />
        <FormHead form={form} change={change} computed={computed} troubles={tried ? troubles : troubles.filter((one) => one.field === "contract_amount_fen" && form.contractAmount !== "")} />
        <FormLines form={form} change={change} computed={computed} />
      </div>
      <FormTotals form={form} computed={computed} />
      <FormBar keeping={keeping} troubles={troubles} tried={tried} submit={trySubmit} submitting={submit.busy} saveAndShow={() => void saveAndShow()} />
    </div>
  );
}

/** Name of the form, why it came back, what went wrong. */
function FormTop({ keeping, here }: { keeping: Keeping; here: string }): ReactNode {
  const { orderForm: w, orders } = useWords();
  const { form, fault } = keeping;
  const meanwhile = useMeanwhile(keeping);
  const reload = (): void => {
    forgetEntry(here);
    dropOpened(here);
    if (form.id !== null) go("orders", form.id);
  };
  return (
    <header className="formhead">
      <div className="r gap12">
        <h1 className="pagename">{form.number === null ? w.new : w.edit(form.number)}</h1>
        {form.sentBack === null ? <Chip family="off">{form.number === null ? w.draftChip : w.draftNumbered}</Chip> : <Chip family="late" shape="failed">{w.sentBack}</Chip>}
      </div>
      {form.sentBack !== null && <Note family="late" shape="failed" title={orders.sentBackBy(form.sentBack.by)} test="sent-back">{form.sentBack.reason}</Note>}
      {fault !== null && <FaultNote fault={fault} onReload={reload} {...(fault.kind === "Stale" ? { onCompare: meanwhile.open } : {})} />}
      {meanwhile.shown}
      <Perforation />
    </header>
  );
}

/** Saves, submits, and shows the document in the form's place. */
function useSubmit(keeping: Keeping, here: string): { run: () => Promise<void>; busy: boolean } {
  const w = useWords().orders;
  const act = useAct("order_submit");
  const run = async (): Promise<void> => {
    const kept = await keeping.save();
    if (kept === null) return;
    act.mutate(kept, {
      onSuccess: (order) => {
        forgetEntry(here);
        moveOpened(addressOf("orders", kept.id, "edit"), addressOf("orders", kept.id));
        guardClosing(addressOf("orders", kept.id), null);
        say(w.submitted(order.number ?? ""));
      },
      onError: (error) => keeping.setFault(faultOf(error)),
    });
  };
  return { run, busy: act.isPending };
}
