/** Keeping the form: drafts save themselves, one save at a time, and a draft that got its id moves to its own address. */
import { useCallback, useEffect, useRef, useState } from "react";
import { call, faultOf, refresh, type Fault } from "../../bridge";
import { addressOf, confirm, guardClosing, moveOpened } from "../../parts";
import { guardLeaving } from "../../parts/leave";
import { onAllClosed } from "../../parts/place";
import { useWords } from "../../words";
import { zonedTime } from "../../words/figures";
import { badCells, draftOf, entryOf, forgetEntries, forgetEntry, guardName, moveEntry, type Form } from "./draft";

/** An order as it stands in the book. */
export interface Kept {
  id: number;
  version: number;
}

/** What the form shows of its keeping. */
export interface Keeping {
  form: Form;
  change: (part: Partial<Form>) => void;
  /** Saves now; answers what stands in the book, or nothing when it could not be saved. */
  save: () => Promise<Kept | null>;
  saving: boolean;
  dirty: boolean;
  savedAt: string | null;
  fault: Fault | null;
  setFault: (fault: Fault | null) => void;
  /** Goes on with another form, whatever went wrong with the one before. */
  replace: (form: Form) => void;
}

const PAUSE_MS = 1200;

// Another person sits down: what is typed here was saved before, or was given up.
onAllClosed(forgetEntries);

/** The form as typed, also kept outside of the component. */
function useForm(first: Form, address: string): { form: Form; latest: React.RefObject<Form>; where: React.RefObject<string>; put: (next: Form) => void } {
  const [form, setForm] = useState(first);
  const latest = useRef(form);
  const where = useRef(address);
  const put = useCallback((next: Form): void => {
    latest.current = next;
    entryOf(where.current).form = next;
    setForm(next);
  }, []);
  return { form, latest, where, put };
}

/** Another tab is looked at before the pause is over: what was typed is saved at once. */
function useSaveOnLeaving(dirty: boolean, save: () => Promise<Kept | null>): void {
  const unsaved = useRef(dirty);
  const latest = useRef(save);
  useEffect(() => {
    unsaved.current = dirty;
    latest.current = save;
  });
  useEffect(() => () => {
    if (unsaved.current) void latest.current();
  }, []);
}

/** Asks before the form's tab is closed, and before everything is left: only what cannot be saved. */
function useGuards({ latest, where, today, dirty, save }: { latest: React.RefObject<Form>; where: React.RefObject<string>; today: string; dirty: boolean; save: () => Promise<Kept | null> }): void {
  const { frame, orderForm: w } = useWords();
  useEffect(() => {
    guardClosing(where.current, async () => {
      if (dirty) await save();
      const lost = badCells(latest.current, today).length > 0;
      const may = !lost || (await confirm({ title: frame.leaveTitle, text: frame.leaveText, yes: frame.leave, no: frame.stay, danger: true }));
      if (may) forgetEntry(where.current);
      return may;
    });
    guardLeaving(guardName(where.current), async () => {
      const unsaved = dirty && (await save()) === null;
      const lost = unsaved || badCells(latest.current, today).length > 0;
      const { number, customerName } = latest.current;
      return lost ? { what: `${number === null ? w.new : w.edit(number)} ${customerName}`.trim(), kept: false } : null;
    });
  });
}

/** Holds a form that is there already. */
export function useKeeping(first: Form, today: string, address: string): Keeping {
  const { form, latest, where, put } = useForm(first, address);
  const [saving, setSaving] = useState(false);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [dirty, setDirty] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const running = useRef<Promise<Kept | null> | null>(null);
  const change = useCallback((part: Partial<Form>): void => {
    put({ ...latest.current, ...part });
    setDirty(true);
    setFault((now) => (now?.kind === "Stale" ? now : null));
  }, [put, latest]);
  const replace = useCallback((next: Form): void => {
    put(next);
    setDirty(true);
    setFault(null);
  }, [put]);
  const saveOnce = useCallback(async (): Promise<Kept | null> => {
    const sent = latest.current;
    try {
      const order = await call("order_save", draftOf(sent, today));
      if (sent.id === null) {
        const to = addressOf("orders", order.id, "edit");
        moveEntry(where.current, to);
        moveOpened(where.current, to);
        where.current = to;
      }
      const typedOn = latest.current !== sent;
      put({ ...latest.current, id: order.id, version: order.version, number: order.number, base: order.draft });
      setDirty(typedOn);
      setSavedAt(zonedTime(order.read_at));
      void refresh({ predicate: (query) => query.queryKey[0] !== "order_compute" });
      return { id: order.id, version: order.version };
    } catch (error) {
      setFault(faultOf(error));
      return null;
    }
  }, [put, latest, where, today]);
  const save = useCallback(async (): Promise<Kept | null> => {
    // One save at a time: the next one needs the version that the former one answers.
    while (running.current !== null) await running.current;
    setSaving(true);
    running.current = saveOnce();
    const kept = await running.current;
    running.current = null;
    setSaving(false);
    return kept;
  }, [saveOnce]);
  useEffect(() => {
    if (!dirty || saving || fault !== null) return;
    const timer = setTimeout(() => void save(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [form, dirty, saving, save, fault]);
  useSaveOnLeaving(dirty && fault === null, save);
  useGuards({ latest, where, today, dirty, save });
  return { form, change, save, saving, dirty, savedAt, fault, setFault, replace };
}
