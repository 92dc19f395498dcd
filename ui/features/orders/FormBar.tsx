/** The bar at the bottom of the form: saved when, what is still to be put right as links, save and submit. */
import { Button } from "antd";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Glyph } from "../../parts";
import { useWords } from "../../words";
import type { Keeping } from "./keeping";
import type { Trouble } from "./troubles";

interface BarProps {
  keeping: Keeping;
  troubles: Trouble[];
  tried: boolean;
  submit: () => void;
  submitting: boolean;
  saveAndShow: () => void;
}

/** The bar. */
export function FormBar({ keeping, troubles, tried, submit, submitting, saveAndShow }: BarProps): ReactNode {
  const w = useWords().orderForm;
  const loud = tried && troubles.length > 0;
  return (
    <div className="formbar">
      <span className="r gap6 i2 nw" data-test="saved"><Saved keeping={keeping} /></span>
      <div className="g1" />
      {troubles.length > 0 && (
        <span className={`r gap8 todo ${loud ? "late" : "i2"}`} data-test="troubles">
          {loud && <Glyph shape="late" size={13} />}
          <span className={loud ? "nw w6" : "nw"}>{loud ? w.toFix(troubles.length) : w.toDo(troubles.length)}</span>
          {loud && troubles.slice(0, 4).map((one, index) => <button key={index} type="button" className="linkbtn ell" title={one.says} onClick={one.focus}>{one.where}</button>)}
        </span>
      )}
      <Button onClick={saveAndShow} data-test="save-draft">{w.saveDraft}</Button>
      <Button type="primary" onClick={submit} loading={submitting} data-test="submit">{keeping.form.sentBack === null ? w.submit : w.resubmit}</Button>
    </div>
  );
}

function Saved({ keeping }: { keeping: Keeping }): ReactNode {
  const w = useWords().orderForm;
  if (keeping.fault !== null) return <span className="late">{w.notSaved}</span>;
  if (keeping.saving) return w.saving;
  if (keeping.dirty) return w.unsaved;
  if (keeping.savedAt === null) return w.nothingYet;
  return <><span className="done"><Check size={14} strokeWidth={1.8} /></span>{w.saved(keeping.savedAt)}</>;
}
