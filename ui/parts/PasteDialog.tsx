/** 「粘贴识别」: left the text with what was found in it, right each part with where it goes. Nothing is written here. */
import { Input, Select } from "antd";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { faultOf, useAsk, type PastedPart } from "../bridge";
import { refusalWords, useLanguage, useWords } from "../words";
import { Dialog } from "./Dialog";
import { Glyph } from "./Glyph";
import { FaultNote } from "./Note";
import { KINDS, decided, familyOf, keyOf, segments, withTaken, type Decision, type Found, type Placed } from "./pasted";
import "./pasted.css";

interface PasteProps {
  /** What is there to begin with, e.g. carried over from another place. */
  text: string;
  onText?: (text: string) => void;
  onClose: () => void;
  /** Where each of these parts would go, in their order. */
  place: (parts: PastedPart[]) => Placed[];
  /** What is to be known before something is done, e.g. look-alikes. */
  note?: (found: Found[]) => ReactNode;
  /** The buttons; they are handed the parts that are wanted, taken or not. */
  acts: (found: Found[]) => ReactNode;
}

/** The dialog. Tab goes through the parts, Space takes or leaves one. */
export function PasteDialog({ text: first, onText, onClose, place, note, acts }: PasteProps): ReactNode {
  const w = useWords().pasted;
  const [text, setText] = useState(first);
  const [writing, setWriting] = useState(first === "");
  // Pasted into the empty box: once the letters have arrived, what was found is shown in them.
  const fresh = useRef(false);
  const [decisions, setDecisions] = useState<Record<string, Decision>>({});
  const settled = useSettled(text);
  const asked = useAsk("text_split", { text: settled }, { enabled: settled.trim() !== "", keep: false });
  const parts = settled === text && text.trim() !== "" ? asked.data?.parts ?? [] : [];
  const { found, placed } = withTaken(decided(text, parts, decisions), decisions, place);
  const decide = (part: PastedPart, decision: Decision): void => setDecisions({ ...decisions, [keyOf(part)]: { ...decisions[keyOf(part)], ...decision } });
  const write = (next: string): void => { setText(next); setDecisions({}); onText?.(next); };
  const wanted = found.filter((_, index) => placed[index] !== null);
  return (
    <Dialog title={w.title} onClose={onClose} width={980} test="paste" acts={acts(wanted)}>
      <div className="pasteboth">
        <section className="pasteside">
          <div className="pastehead">
            <span className="sec g1">{w.marked}</span>
            {!writing && <button type="button" className="linkbtn" onClick={() => setWriting(true)} data-test="paste-edit">{w.editText}</button>}
          </div>
          {writing
            ? <Input.TextArea className="pastebox" value={text} rows={14} placeholder={w.placeholder} aria-label={w.hint} autoFocus data-test="paste-text"
                onChange={(event) => { write(event.target.value); if (fresh.current && event.target.value.trim() !== "") setWriting(false); fresh.current = false; }} onPaste={() => { fresh.current = text.trim() === ""; }} onBlur={() => setWriting(text.trim() === "")} />
            : <Marked text={text} found={found} onToggle={(part) => decide(part, { taken: !part.taken })} />}
          <p className="i3 s pastehint">{w.hint}</p>
        </section>
        <section className="pasteside" data-test="paste-found" aria-live="polite">
          <div className="pastehead"><span className="sec g1">{text.trim() === "" ? "" : asked.isFetching || settled !== text ? "…" : w.found(found.length)}</span></div>
          {note?.(wanted.filter((part) => part.taken))}
          {asked.isError && <FaultNote fault={faultOf(asked.error)} />}
          {found.map((part, index) => <Row key={keyOf(part)} part={part} placed={placed[index] ?? null} decide={(decision) => decide(part, decision)} />)}
          {asked.data !== undefined && settled === text && text.trim() !== "" && found.length === 0 && <p className="i2">{w.foundNothing}</p>}
          {found.length > 0 && <p className="i3 s pastehint">{w.choose}</p>}
        </section>
      </div>
    </Dialog>
  );
}

/** The text once typing has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** The text with a mark around each part: colour, number and word of its kind. */
function Marked({ text, found, onToggle }: { text: string; found: Found[]; onToggle: (part: Found) => void }): ReactNode {
  const w = useWords().pasted;
  return (
    <div className="pastetext" data-test="paste-marked">
      {segments(text, found).map((piece, index) => piece.part === null
        ? <span key={index}>{piece.text}</span>
        : <Mark key={index} text={piece.text} part={piece.part} label={w.kinds[piece.part.kind]} onToggle={onToggle} />)}
    </div>
  );
}

function Mark({ text, part, label, onToggle }: { text: string; part: Found; label: string; onToggle: (part: Found) => void }): ReactNode {
  const w = useWords().pasted;
  return (
    <button type="button" className={`pastemark st-${familyOf[part.kind]}${part.taken ? "" : " leftout"}`} aria-pressed={part.taken} aria-label={w.take(label, part.value)} onClick={() => onToggle(part)} data-test="paste-mark" data-kind={part.kind}>
      {text}<span className="pastekind" aria-hidden="true">{part.number} {label}</span>
    </button>
  );
}

function Row({ part, placed, decide }: { part: Found; placed: Placed | null; decide: (decision: Decision) => void }): ReactNode {
  const w = useWords().pasted;
  const language = useLanguage();
  const same = placed !== null && placed.old === part.value;
  return (
    <div className={`pasterow${part.taken ? "" : " leftout"}`} data-test="paste-row" data-kind={part.kind}>
      <span className={`pasteno st-${familyOf[part.kind]}`} aria-hidden="true">{part.number}</span>
      <input type="checkbox" checked={part.taken} onChange={(event) => decide({ taken: event.target.checked })} aria-label={w.take(w.kinds[part.kind], part.value)} data-test="paste-take" />
      <Select size="small" variant="filled" className="pastekindbox" value={part.kind} aria-label={w.kindOf(part.value)} popupMatchSelectWidth={false} options={KINDS.map((value) => ({ value, label: w.kinds[value] }))} onChange={(kind) => decide({ kind })} data-test="paste-kind" />
      <div className="g1 pastevalue">
        <span className="pastenew" title={part.value}>{part.value}</span>
        <span className="s i3 r gap6 pasteto">
          {placed === null ? w.left : same ? <span className="done r gap4"><Glyph shape="done" size={11} />{w.same}</span> : <>→ {placed.target}</>}
          {part.confidence === "Guess" && part.problems.length === 0 && <span className="wait r gap4"><Glyph shape="wait" size={11} />{w.guess}</span>}
        </span>
        {placed !== null && placed.old !== "" && !same && <span className="s pasteold" data-test="paste-old"><span className="diff">{w.replaces(placed.old)}</span></span>}
        {part.problems.map((problem) => <span key={problem.code} className="s late r gap4" role="alert"><Glyph shape="late" size={11} />{refusalWords(language, problem)}</span>)}
      </div>
    </div>
  );
}
