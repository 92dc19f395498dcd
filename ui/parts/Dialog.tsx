/** A question in front of everything: the browser's own modal dialog, which keeps focus inside and closes with Esc. */
import { X } from "lucide-react";
import { Button, ConfigProvider } from "antd";
import { useEffect, useState, useSyncExternalStore, type FormEvent, type ReactNode } from "react";
import { useWords } from "../words";

interface DialogProps {
  title: ReactNode;
  onClose: () => void;
  /** Buttons at the bottom right. */
  acts?: ReactNode;
  /** Enter in a box, or the act of type submit. */
  onSubmit?: () => void;
  width?: number;
  test?: string;
  children: ReactNode;
}

/** Shows as long as it is mounted. Pop-ups of antd inside it open inside it. */
export function Dialog({ title, onClose, acts, onSubmit, width = 480, test, children }: DialogProps): ReactNode {
  const [box, setBox] = useState<HTMLDialogElement | null>(null);
  const w = useWords().frame;
  useEffect(() => {
    if (box !== null && !box.open) box.showModal();
  }, [box]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    onSubmit?.();
  };
  return (
    <dialog ref={setBox} className="dialog" style={{ width }} data-test={test} onCancel={(event) => { event.preventDefault(); onClose(); }}>
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
