/** A labelled box: label above, hint or error at the right end of the label's line, so that nothing jumps. */
import { useEffect, useId, useRef, type ReactNode, type RefObject } from "react";
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

/** What is typed into or chosen from. */
const BOXES = "input,textarea,[role=combobox],[role=switch],[role=radiogroup]";

/** The boxes are antd's and take no label: those without a name of their own are called as the field is, and say its hint. */
function useNames(field: RefObject<HTMLDivElement | null>, id: string): void {
  useEffect(() => {
    for (const box of field.current?.querySelectorAll<HTMLElement>(BOXES) ?? []) {
      // A question asked from within the field has fields of its own.
      const own = box.closest("dialog,[data-field]") === field.current;
      if (!own || box.hasAttribute("aria-label") || box.hasAttribute("aria-labelledby") || box.closest("label") !== null) continue;
      box.setAttribute("aria-labelledby", id);
      box.setAttribute("aria-describedby", `${id}hint`);
    }
  });
}

/** One field of a form. */
export function Field({ label, required, hint, error, name, className, children }: FieldProps): ReactNode {
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  useNames(field, id);
  const toBox = (): void => field.current?.querySelector<HTMLElement>(BOXES)?.focus();
  return (
    <div ref={field} className={`field${error === undefined ? "" : " wrong"}${className === undefined ? "" : ` ${className}`}`} data-field={name} role="group" aria-labelledby={id}>
      <div className="l">
        <span className="nw" onClick={toBox}><span id={id}>{label}</span>{required === true && <span className="star" aria-hidden="true">*</span>}</span>
        {error === undefined ? <span className="hint ell" id={`${id}hint`} title={typeof hint === "string" ? hint : undefined}>{hint}</span> : <span className="error ell" id={`${id}hint`} role="alert" title={error}><Glyph shape="late" size={11} /><span className="ell">{error}</span></span>}
      </div>
      {children}
    </div>
  );
}
