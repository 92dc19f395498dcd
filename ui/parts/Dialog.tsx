/** A question in front of everything: the browser's own modal dialog, which keeps focus inside and closes with Esc. */
import { X } from "lucide-react";
import { Button, ConfigProvider } from "antd";
import { useEffect, useId, useRef, useState, useSyncExternalStore, type FormEvent, type KeyboardEvent, type ReactNode } from "react";
import { useWords } from "../words";
import { composing } from "./keys";
import { guardLeaving } from "./leave";

interface DialogProps {
  title: ReactNode;
  onClose: () => void;
  /** Buttons at the bottom right. */
  acts?: ReactNode;
  /** Enter in a box, or the act of type submit. */
  onSubmit?: () => void;
  width?: number;
  /** As high as the window allows, its content as high as the dialog. */
  tall?: boolean;
  /** Only to be read: the keyboard scrolls it. */
  reading?: boolean;
  test?: string;
  children: ReactNode;
}

/** Pop-ups of antd that are open. */
const OPEN_INSIDE = ".ant-select-dropdown:not(.ant-select-dropdown-hidden), .ant-picker-dropdown:not(.ant-picker-dropdown-hidden)";

/** Shows as long as it is mounted. Pop-ups of antd inside it open inside it. */
export function Dialog({ title, onClose, acts, onSubmit, width = 480, tall = false, reading = false, test, children }: DialogProps): ReactNode {
  const [box, setBox] = useState<HTMLDialogElement | null>(null);
  const w = useWords().frame;
  const typed = useTyped(box, onClose);
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    if (box === null || box.open) return;
    box.showModal();
    // The browser would begin at the cross. Where there is nothing to type, the harmless button comes first.
    const first = box.querySelector<HTMLElement>(".dialogbody :is(input,textarea):not(:disabled)") ?? box.querySelector<HTMLElement>(".dialogacts button");
    first?.focus();
  }, [box]);
  // Where the keyboard was before the question, it is after it: a dialog taken out of the page does not give it back.
  useEffect(() => () => { if (before instanceof HTMLElement && before.isConnected) before.focus(); }, [before]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    onSubmit?.();
  };
  // Esc first closes what is open inside: a list of choices, an input method's candidates.
  const escape = (event: KeyboardEvent): void => {
    const inside = box?.querySelector(OPEN_INSIDE) ?? null;
    if (event.key === "Escape" && (inside !== null || composing(event))) event.preventDefault();
  };
  return (
    <dialog ref={setBox} className={`dialog${tall ? " tall" : ""}`} style={{ width }} data-test={test} onKeyDownCapture={escape} onInputCapture={typed.note} onCancel={(event) => { event.preventDefault(); typed.leave(); }}>
      <ConfigProvider getPopupContainer={() => box ?? document.body}>
        <form onSubmit={submit} className="c dialogform" noValidate>
          <div className="dialoghead">
            <h2 className="t g1">{title}</h2>
            <button type="button" className="iconbtn" aria-label={w.close} onClick={typed.leave}><X size={16} strokeWidth={1.6} /></button>
          </div>
          <div className="dialogbody" tabIndex={reading ? 0 : undefined}>{children}</div>
          {acts !== undefined && <div className="dialogacts">{acts}</div>}
        </form>
      </ConfigProvider>
    </dialog>
  );
}

interface TypedInside {
  note: (event: FormEvent) => void;
  /** Esc and the cross: asks first when something was typed. */
  leave: () => void;
}

/** Whether anything stands in the dialog that somebody typed there; a password is nothing to lose. */
function useTyped(box: HTMLDialogElement | null, close: () => void): TypedInside {
  const { frame: w } = useWords();
  const name = useId();
  const typed = useRef(false);
  const title = (): string => box?.querySelector("h2")?.textContent ?? "";
  const left = (): boolean => typed.current && [...(box?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(".dialogbody :is(input,textarea):not([type=password])") ?? [])].some((one) => one.value.trim() !== "");
  useEffect(() => {
    guardLeaving(`dialog ${name}`, () => (left() ? { what: title(), kept: false } : null));
    return () => guardLeaving(`dialog ${name}`, null);
  });
  const ask = async (): Promise<void> => {
    if (await confirm({ title: w.typedTitle, text: w.typedText, yes: w.leave, no: w.stay, danger: true })) close();
  };
  return {
    note: (event) => { if ((event.target as HTMLInputElement).type !== "password") typed.current = true; },
    leave: () => { if (left()) void ask(); else close(); },
  };
}

interface Question {
  title: string;
  text: ReactNode;
  yes: string;
  no: string;
  /** A third way, between the two. */
  other?: string;
  danger?: boolean;
}

type Choice = "yes" | "no" | "other";

let pending: { question: Question; resolve: (choice: Choice) => void } | null = null;
const watchers = new Set<() => void>();
const subscribe = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** Asks from anywhere; the frame shows the question. A second question answers the first one with no. */
export function choose(question: Question): Promise<Choice> {
  pending?.resolve("no");
  return new Promise((resolve) => {
    pending = { question, resolve };
    watchers.forEach((watcher) => watcher());
  });
}

/** Asks yes or no. */
export async function confirm(question: Question): Promise<boolean> {
  return (await choose(question)) === "yes";
}

/** Where the frame shows the question of {@link choose}. */
export function Questions(): ReactNode {
  const asked = useSyncExternalStore(subscribe, () => pending);
  if (asked === null) return null;
  const answer = (choice: Choice): void => {
    asked.resolve(choice);
    pending = null;
    watchers.forEach((watcher) => watcher());
  };
  const { question } = asked;
  const acts = (
    <>
      <Button onClick={() => answer("no")} data-test="confirm-no">{question.no}</Button>
      {question.other !== undefined && <Button onClick={() => answer("other")} data-test="confirm-other">{question.other}</Button>}
      <Button type="primary" danger={question.danger ?? false} htmlType="submit" data-test="confirm-yes">{question.yes}</Button>
    </>
  );
  return (
    <Dialog title={question.title} onClose={() => answer("no")} onSubmit={() => answer("yes")} acts={acts} width={440} test="confirm">
      <div className="i2">{question.text}</div>
    </Dialog>
  );
}
