/** Evidence of a decision: a pasted screenshot or a chosen file, kept in the book before the decision is given. */
import { Button } from "antd";
import { useRef, useState, type ClipboardEvent, type ReactNode } from "react";
import { call, faultOf, useAct, type Fault } from "../bridge";
import { useWords } from "../words";
import { named } from "./attaching";
import { base64Of } from "./bytes";
import { Field } from "./Field";
import { FaultNote } from "./Note";
import { useToday } from "./Text";

/** A file that is kept: its hash and its name. */
export interface Kept {
  sha256: string;
  name: string;
}

interface EvidenceProps {
  kept: Kept | null;
  onKept: (kept: Kept | null) => void;
  /** Where it is no decision's. */
  label?: string;
  required?: boolean;
  error?: string | undefined;
}

/** The field; `onKept(null)` when the evidence is taken away again. */
export function Evidence({ kept, onKept, label, required, error }: EvidenceProps): ReactNode {
  const words = useWords();
  const w = words.approvals;
  const today = useToday();
  const chooser = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const keep = useAct("file_keep", (answer) => onKept({ sha256: answer.sha256, name: answer.name }));
  const take = (file: File | undefined): void => {
    if (file === undefined) return;
    setFault(null);
    const name = named(file, words.attachments.pasted(today));
    call("file_check", { name, size: file.size })
      .then(() => base64Of(file))
      .then((base64) => keep.mutateAsync({ name, mime: file.type, base64 }))
      .catch((error: unknown) => setFault(faultOf(error)));
  };
  const paste = (event: ClipboardEvent): void => {
    const file = [...event.clipboardData.files][0];
    if (file === undefined) return;
    event.preventDefault();
    take(file);
  };
  return (
    <Field label={label ?? w.evidence} name="evidence" required={required === true} hint={required === true ? "" : w.optional} error={error}>
      <div className="evidence" tabIndex={0} onPaste={paste} data-test="evidence">
        {kept === null ? <span className="i3 g1">{w.evidenceHint}</span> : <span className="g1 ell">{w.evidenceKept(kept.name)}</span>}
        {kept === null
          ? <Button size="small" onClick={() => chooser.current?.click()} loading={keep.isPending}>{w.evidenceChoose}</Button>
          : <Button size="small" onClick={() => onKept(null)}>{w.evidenceRemove}</Button>}
        <input ref={chooser} type="file" hidden onChange={(event) => take(event.target.files?.[0])} data-test="evidence-file" />
      </div>
      {fault !== null && <FaultNote fault={fault} />}
    </Field>
  );
}
