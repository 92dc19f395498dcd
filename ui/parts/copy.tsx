/** Text for the clipboard that has to be asked for first. What the system does not let us copy is shown, ready to be copied by hand. */
import { Input } from "antd";
import { useState, type ReactNode } from "react";
import { useWords } from "../words";
import { Dialog } from "./Dialog";

const blob = (text: Promise<string>, type: string): Promise<Blob> => text.then((known) => new Blob([known], { type }));

/** Copies a text that is still on its way, and the same as HTML for those who paste cells. WebKit allows it only if it is
 * promised within the click itself. */
async function copied(text: Promise<string>, html?: Promise<string>): Promise<boolean> {
  try {
    if (typeof ClipboardItem === "undefined") await navigator.clipboard.writeText(await text);
    else await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob(text, "text/plain"), ...(html === undefined ? {} : { "text/html": blob(html, "text/html") }) })]);
    return true;
  } catch {
    return navigator.clipboard?.writeText(await text).then(() => true, () => false) ?? false;
  }
}

/** `copy` asks and copies; `byHand` is drawn where it could not. Rejects with what the question rejects with. */
export function useCopy(title: string, done: () => void): { copy: (text: Promise<string>, html?: Promise<string>) => Promise<void>; byHand: ReactNode } {
  const [shown, setShown] = useState<string | null>(null);
  const w = useWords().frame;
  const copy = async (text: Promise<string>, html?: Promise<string>): Promise<void> => {
    if (await copied(text, html)) done();
    else setShown(await text);
  };
  const byHand = shown === null ? null : (
    <Dialog title={title} onClose={() => setShown(null)} test="copy-by-hand" width={520}>
      <p className="i2 s">{w.copyByHand}</p>
      <Input.TextArea className="below" rows={Math.min(14, shown.split("\n").length + 1)} readOnly autoFocus value={shown} onFocus={(event) => event.target.select()} data-test="copy-text" />
    </Dialog>
  );
  return { copy, byHand };
}
