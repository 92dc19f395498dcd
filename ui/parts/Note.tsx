/** Notes: a tinted block that says what is, and what can be done. */
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import type { Fault } from "../bridge";
import { refusalWords, sentences, useLanguage, useWords } from "../words";
import { Glyph, type Family, type Shape } from "./Glyph";

interface NoteProps {
  family: Family;
  shape?: Shape;
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons below. */
  acts?: ReactNode;
  test?: string;
}

/** A note in a state's colour. */
export function Note({ family, shape, title, children, acts, test }: NoteProps): ReactNode {
  const drawn = shape ?? (family === "accent" ? null : family);
  return (
    <div className={`note st-${family}`} role={family === "late" ? "alert" : "status"} data-test={test}>
      {drawn !== null && <span className="noteglyph"><Glyph shape={drawn} size={13} /></span>}
      <div className="g1">
        {title !== undefined && <b className="notetitle">{title}</b>}
        {children !== undefined && <span className="notetext">{children}</span>}
        {acts !== undefined && <div className="noteacts">{acts}</div>}
      </div>
    </div>
  );
}

/** One sentence and one act where the first row would be. */
export function Empty({ children, act }: { children: ReactNode; act?: ReactNode }): ReactNode {
  return <div className="empty" data-test="empty"><span>{children}</span>{act}</div>;
}

/** What a fault says. Refusals are listed; a broken step carries its ticket and what is safe. */
export function FaultNote({ fault, onReload, onCompare }: { fault: Fault; onReload?: () => void; onCompare?: () => void }): ReactNode {
  const language = useLanguage();
  const w = useWords().frame;
  if (fault.kind === "Refused") {
    const reasons = [...new Set(fault.reasons.map((reason) => refusalWords(language, reason)))];
    return <Note family="late" shape="failed" test="fault-refused">{reasons.map((reason) => <span className="line" key={reason}>{reason}</span>)}</Note>;
  }
  if (fault.kind === "Stale") {
    const act = (
      <>
        {onCompare !== undefined && <Button size="small" type="primary" onClick={onCompare} data-test="compare-open">{w.compareOpen}</Button>}
        {onReload !== undefined && <Button size="small" onClick={onReload} data-test="reload">{w.reopen}</Button>}
      </>
    );
    return <Note family="wait" test="fault-stale" title={w.stale(fault.what)} acts={act}>{w.staleKept}</Note>;
  }
  return <BrokenNote fault={fault} />;
}

function BrokenNote({ fault }: { fault: Extract<Fault, { kind: "Broken" | "Malformed" }> }): ReactNode {
  const w = useWords().frame;
  const language = useLanguage();
  const [copied, setCopied] = useState(false);
  const broken = fault.kind === "Broken";
  const report = broken ? `${fault.ticket}\n${fault.detail}` : fault.detail;
  const copy = (): void => void navigator.clipboard.writeText(report).then(() => setCopied(true));
  return (
    <Note family="late" shape="failed" test="fault-broken" title={broken ? w.broken : w.malformed} acts={<Button size="small" onClick={copy}>{copied ? w.copied : w.copyForTechnician}</Button>}>
      {broken && <span className="line">{sentences(language, [w.ticket(fault.ticket), w.brokenSafe])}</span>}
      <code className="line">{fault.detail}</code>
    </Note>
  );
}
