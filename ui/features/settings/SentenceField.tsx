/** One sentence: text with facts in it as chips, what may be put in, how it differs from the standard. */
import { Undo2 } from "lucide-react";
import { useLayoutEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import type { Language, SentenceRule } from "../../bridge";
import { Field, composing } from "../../parts";
import { useWords } from "../../words";
import { pieces, placeAt, shown, standardOf, written } from "./wording";

interface SentenceProps {
  rule: SentenceRule;
  language: Language;
  text: string;
  error: string | undefined;
  disabled: boolean;
  /** Other papers say it too. */
  shared: boolean;
  onChange: (text: string) => void;
  onFocus: () => void;
}

/** The field. Its text is a plain text box; a drawing of the same text behind it makes the chips. */
export function SentenceField({ rule, language, text, error, disabled, shared, onChange, onFocus }: SentenceProps): ReactNode {
  const w = useWords().wording;
  const box = useRef<HTMLTextAreaElement>(null);
  const value = shown(text, w.places);
  const own = text !== standardOf(rule, language);
  const put = (place: string): void => {
    // Where one writes, else at the end.
    const node = box.current;
    if (node !== null && document.activeElement !== node) {
      node.focus();
      node.setSelectionRange(node.value.length, node.value.length);
    }
    // The browser's own insertion, so that it can be undone like anything typed.
    document.execCommand("insertText", false, `{${w.places[place] ?? place}}`);
  };
  const plain = w.onlyWhere[rule.sentence] ?? (standardOf(rule, language) === "" ? w.silent : w.standard);
  const state = <>{own ? <span className="wait">{w.own}</span> : plain}{shared && <span>　{w.shared}</span>}</>;
  return (
    <Field label={w.sentences[rule.sentence]} name={`wording.${language === "Zh" ? "zh" : "en"}.${rule.sentence}`} hint={state} error={error} required={rule.needs.length > 0} className="sentence">
      <Box box={box} value={value} rule={rule} language={language} disabled={disabled} wrong={error !== undefined} onFocus={onFocus} onChange={(next) => onChange(written(rule.lines ? next : next.replace(/\n/g, " "), w.places))} />
      <div className="places">
        <span className="i3">{w.insert}</span>
        {rule.places.map((place) => <button type="button" key={place} className="placebtn" disabled={disabled} aria-label={w.insertOne(w.places[place] ?? place)} onMouseDown={(event) => event.preventDefault()} onClick={() => put(place)} data-test={`put-${place}`}>{w.places[place] ?? place}</button>)}
        <button type="button" className={`linkbtn s r gap4 putback${own ? "" : " none"}`} disabled={disabled || !own} title={shown(standardOf(rule, language), w.places)} onClick={() => onChange(standardOf(rule, language))} data-test={`back-${rule.sentence}`}><Undo2 size={12} strokeWidth={1.8} />{w.putBack}</button>
      </div>
    </Field>
  );
}

interface BoxProps {
  box: React.RefObject<HTMLTextAreaElement | null>;
  value: string;
  rule: SentenceRule;
  language: Language;
  disabled: boolean;
  wrong: boolean;
  onChange: (value: string) => void;
  onFocus: () => void;
}

function Box({ box, value, rule, language, disabled, wrong, onChange, onFocus }: BoxProps): ReactNode {
  const { places, sentences } = useWords().wording;
  const all = pieces(value, places, rule.places);
  useLayoutEffect(() => {
    const node = box.current;
    if (node === null) return;
    node.style.height = "0";
    node.style.height = `${node.scrollHeight + 2}px`;
  });
  // A chip is one thing: it is taken away and passed as a whole, and the caret never stands in it.
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const node = event.currentTarget;
    if (composing(event)) return;
    if (event.key === "Enter" && !rule.lines) return event.preventDefault();
    if (node.selectionStart !== node.selectionEnd || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const back = event.key === "Backspace" || event.key === "ArrowLeft";
    if (!back && event.key !== "Delete" && event.key !== "ArrowRight") return;
    const chip = placeAt(all, node.selectionStart, back ? "before" : "after");
    if (chip === null) return;
    // Chosen whole, the browser takes it away itself, and can bring it back.
    if (event.key === "Backspace" || event.key === "Delete") return node.setSelectionRange(chip.from, chip.to);
    event.preventDefault();
    const at = back ? chip.from : chip.to;
    node.setSelectionRange(at, at);
  };
  const beside = (event: MouseEvent<HTMLTextAreaElement>): void => {
    const node = event.currentTarget;
    const chip = node.selectionStart === node.selectionEnd ? placeAt(all, node.selectionStart, "before") : null;
    if (chip === null) return;
    const at = node.selectionStart - chip.from < chip.to - node.selectionStart ? chip.from : chip.to;
    node.setSelectionRange(at, at);
  };
  return (
    <div className={`sentencebox${wrong ? " wrong" : ""}`}>
      <div className="mirror" aria-hidden="true" lang={language === "Zh" ? "zh-CN" : "en"}>
        {all.map((piece) => piece.kind === "text" ? piece.text : (
          <span key={piece.from} className={`place ${piece.kind}`}>{piece.kind === "place" ? <><i>{"{"}</i>{piece.text.slice(1, -1)}<i>{"}"}</i></> : piece.text}</span>
        ))}
        {"\u200b"}
      </div>
      <textarea
        ref={box} rows={1} value={value} disabled={disabled} spellCheck={false} lang={language === "Zh" ? "zh-CN" : "en"} aria-invalid={wrong} aria-label={sentences[rule.sentence]} data-test={rule.sentence}
        onChange={(event) => onChange(event.target.value)} onKeyDown={press} onMouseUp={beside} onFocus={onFocus}
      />
    </div>
  );
}
