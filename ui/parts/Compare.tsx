/** Somebody changed the record meanwhile: mine and theirs beside what both began with, chosen field by field. */
import { Button, Radio } from "antd";
import { useState, type ReactNode } from "react";
import { useWords } from "../words";
import { Dialog } from "./Dialog";
import { Glyph } from "./Glyph";
import { proposed, type Compared, type Side } from "./comparing";

interface CompareProps {
  fields: Compared[];
  /** The field's name. */
  label: (key: string) => string;
  /** A value as the person reads it. */
  text: (key: string, value: unknown) => string;
  onClose: () => void;
  onMerge: (choices: Record<string, Side>) => void;
}

/** The question. */
export function Compare({ fields, label, text, onClose, onMerge }: CompareProps): ReactNode {
  const w = useWords().frame.compare;
  const [choices, setChoices] = useState(() => proposed(fields));
  const all = (side: Side): void => setChoices(Object.fromEntries(fields.map((field) => [field.key, side])));
  const acts = (
    <>
      <span className="g1 r gap8">
        <Button size="small" onClick={() => all("mine")} data-test="compare-all-mine">{w.allMine}</Button>
        <Button size="small" onClick={() => all("theirs")} data-test="compare-all-theirs">{w.allTheirs}</Button>
      </span>
      <Button type="primary" htmlType="submit" data-test="compare-merge">{w.merge}</Button>
    </>
  );
  return (
    <Dialog title={w.title} onClose={onClose} onSubmit={() => onMerge(choices)} acts={acts} width={760} test="compare">
      <p className="i2 s">{fields.length === 0 ? w.nothing : w.why}</p>
      {fields.length > 0 && (
        <table className="compare">
          <thead><tr><th>{w.field}</th><th>{w.base}</th><th>{w.mine}</th><th>{w.theirs}</th></tr></thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.key} data-test="compare-row" data-field={field.key}>
                <th scope="row"><span>{label(field.key)}</span>{field.both && <span className="wait s r gap4"><Glyph shape="wait" size={11} />{w.both}</span>}</th>
                <td className="i3"><Value text={text(field.key, field.base)} /></td>
                {(["mine", "theirs"] as const).map((side) => (
                  <td key={side} className={choices[field.key] === side ? "on" : ""}>
                    <Radio checked={choices[field.key] === side} onChange={() => setChoices({ ...choices, [field.key]: side })} aria-label={`${label(field.key)} ${w[side]}`} data-test={`compare-${side}`}><Value text={text(field.key, field[side])} /></Radio>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}

function Value({ text }: { text: string }): ReactNode {
  return <span className="comparevalue" title={text} dir="auto">{text.trim() === "" ? "—" : text}</span>;
}
