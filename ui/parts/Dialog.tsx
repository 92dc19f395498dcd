/** A question in front of everything: the browser's own modal dialog, which keeps focus inside and closes with Esc. */
import { X } from "lucide-react";
import { Button, ConfigProvider } from "antd";
import { useEffect, useState, useSyncExternalStore, type FormEvent, type KeyboardEvent, type ReactNode } from "react";
import { useWords } from "../words";
import { composing } from "./keys";

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
  test?: string;
  children: ReactNode;
}

/** Pop-ups of antd that are open. */
const OPEN_INSIDE = ".ant-select-dropdown:not(.ant-select-dropdown-hidden), .ant-picker-dropdown:not(.ant-picker-dropdown-hidden)";

/** Shows as long as it is mounted. Pop-ups of antd inside it open inside it. */
export function Dialog({ title, onClose, acts, onSubmit, width = 480, tall = false, test, children }: DialogProps): ReactNode {
  const [box, setBox] = useState<HTMLDialogElement | null>(null);
  const w = useWords().frame;
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
    <dialog ref={setBox} className={`dialog${tall ? " tall" : ""}`} style={{ width }} data-test={test} onKeyDownCapture={escape} onCancel={(event) => { event.preventDefault(); onClose(); }}>
      <ConfigProvider getPopupContainer={() => box ?? document.body}>
        <form onSubmit={submit} className="c dialogform" noValidate>
          <div className="dialoghead">
            <h2 className="t g1">{title}</h2>
            <button type="button" className="iconbtn" aria-label={w.close} onClick={onClose}><X size={16} strokeWidth={1.6} /></button>
          </div>
          <div className="dialogbody">{children}</div>
          {acts !== undefined && <div className="dialogacts">{acts}</div>}
        </form>
      </ConfigProvider>
    </dialog>
  );
}

interface Question {
  title: string;
  text: string;
  yes: string;
  no: string;
  danger?: boolean;
}

let pending: { question: Question; resolve: (answer: boolean) => void } | null = null;
const watchers = new Set<() => void>();
const subscribe = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** Asks yes or no from anywhere; the frame shows the question. */
export function confirm(question: Question): Promise<boolean> {
  pending?.resolve(false);
  return new Promise((resolve) => {
    pending = { question, resolve };
    watchers.forEach((watcher) => watcher());
  });
}

/** Where the frame shows the question of {@link confirm}. */
export function Questions(): ReactNode {
  const asked = useSyncExternalStore(subscribe, () => pending);
  if (asked === null) return null;
  const answer = (value: boolean): void => {
    asked.resolve(value);
    pending = null;
    watchers.forEach((watcher) => watcher());
  };
  const { question } = asked;
  const acts = (
    <>
      <Button onClick={() => answer(false)} data-test="confirm-no">{question.no}</Button>
      <Button type="primary" danger={question.danger ?? false} htmlType="submit" data-test="confirm-yes">{question.yes}</Button>
    </>
  );
  return (
    <Dialog title={question.title} onClose={() => answer(false)} onSubmit={() => answer(true)} acts={acts} width={420} test="confirm">
      <span className="i2">{question.text}</span>
    </Dialog>
  );
}
