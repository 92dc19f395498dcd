/** A labelled box: label above, hint or error at the right end of the label's line, so that nothing jumps. */
import { useId, type ReactNode } from "react";
import { Glyph } from "./Glyph";

interface FieldProps {
  label: string;
  required?: boolean;
  /** What is expected. */
  hint?: ReactNode;
  /** What was found wrong; takes the hint's place. */
  error?: string | undefined;
  /** The field's name in the request: tests and the list of things to put right find it by this. */
  name?: string;
  className?: string;
  children: ReactNode;
}

/** One field of a form. */
export function Field({ label, required, hint, error, name, className, children }: FieldProps): ReactNode {
  const id = useId();
  return (
    <div className={`field${error === undefined ? "" : " wrong"}${className === undefined ? "" : ` ${className}`}`} data-field={name} role="group" aria-labelledby={id}>
      <div className="l" id={id}>
        <span className="nw">{label}{required === true && <span className="star" aria-hidden="true">*</span>}</span>
        {error === undefined ? <span className="hint ell" title={typeof hint === "string" ? hint : undefined}>{hint}</span> : <span className="error ell" role="alert" title={error}><Glyph shape="late" size={11} /><span className="ell">{error}</span></span>}
      </div>
      {children}
    </div>
  );
}
