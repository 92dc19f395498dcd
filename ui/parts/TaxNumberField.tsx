/** The box for a 统一社会信用代码: checked while typing, the likely last character offered, old numbers accepted with a note. */
import { Input } from "antd";
import { useState, type ReactNode } from "react";
import { useLanguage } from "../words";
import { taxNumberWords } from "../words/taxNumber";
import { Field } from "./Field";
import { Glyph } from "./Glyph";
import { readTaxNumber, tidyTaxNumber } from "./reach";

interface TaxNumberProps {
  value: string;
  onChange: (value: string) => void;
  /** What the core said about it. */
  error?: string | undefined;
}

/** One field; half-typed numbers are not scolded before the box is left. */
export function TaxNumberField({ value, onChange, error }: TaxNumberProps): ReactNode {
  const w = taxNumberWords(useLanguage());
  const [inside, setInside] = useState(false);
  const found = readTaxNumber(value);
  const typing = inside && found.kind === "length" && found.found < 18;
  const wrong =
    found.kind === "length" && !typing ? w.length(found.found)
    : found.kind === "letter" ? w.letter(found.letter)
    : found.kind === "check" ? w.check(found.expected)
    : undefined;
  const hint =
    found.kind === "right" ? <span className="done r gap4"><Glyph shape="done" size={11} />{w.right}</span>
    : found.kind === "old" ? w.old
    : typing ? `${tidyTaxNumber(value).length} / 18`
    : w.expect;
  return (
    <Field label={w.label} name="tax_number" hint={hint} error={wrong ?? error}>
      <Input
        value={value}
        maxLength={40}
        status={wrong === undefined && error === undefined ? "" : "error"}
        spellCheck={false}
        data-test="tax_number"
        onFocus={() => setInside(true)}
        onBlur={() => { setInside(false); onChange(tidyTaxNumber(value)); }}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
