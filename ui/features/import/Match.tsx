/** Sheets at the left, the fields of the chosen one with the columns they are taken from, and its first rows. */
import { Button, Input, Select } from "antd";
import { useState, type ReactNode } from "react";
import { useAsk, type Fault, type FieldView, type ImportOpened, type ImportTarget, type Mapping, type SheetMapping, type SheetView } from "../../bridge";
import { FaultNote, Field, Glyph, Note } from "../../parts";
import { useLanguage, useWords } from "../../words";
import { figure } from "../../words/figures";
import { importFieldWords } from "../../words/importFields";
import { FirstRows, HeaderRow } from "./FirstRows";
import { TARGETS, columnsOf, constantOf, exampleOf, missingFields, needsAttestation, takenAs, withColumns, withConstant, withTarget } from "./mapping";

interface MatchProps {
  opened: ImportOpened;
  mapping: Mapping;
  checking: boolean;
  /** A sheet is being read again from another header row. */
  rereading: boolean;
  headerFault: { sheet: string; fault: Fault } | null;
  onHeader: (sheet: string, row: number) => void;
  onChange: (mapping: Mapping) => void;
  onCheck: () => void;
}

/** The second step. */
export function Match({ opened, mapping, checking, rereading, headerFault, onHeader, onChange, onCheck }: MatchProps): ReactNode {
  const w = useWords().imports;
  const [name, setName] = useState(() => (opened.sheets.find((sheet) => takenAs(mapping, sheet.name) !== undefined) ?? opened.sheets[0])?.name ?? "");
  const view = opened.sheets.find((sheet) => sheet.name === name);
  const taken = takenAs(mapping, name);
  const missing = missingFields(mapping, opened.fields);
  const nothing = mapping.sheets.length === 0;
  return (
    <>
      <div className="match">
        <nav className="matchsheets" aria-label={w.sheets}>
          <div className="importfile ell" title={opened.name}>{opened.name}</div>
          {opened.sheets.map((sheet) => {
            const as = takenAs(mapping, sheet.name);
            const open = missing.some((one) => one.sheet === sheet.name);
            return (
              <button type="button" key={sheet.name} className={`matchsheet${sheet.name === name ? " on" : ""}`} onClick={() => setName(sheet.name)} data-test="sheet">
                <span className="r gap6"><span className="ell g1">{sheet.name}</span><span className="s i3 nw">{w.sheetRows(figure(sheet.rows))}</span></span>
                <span className={`s r gap4 ${as === undefined ? "i3" : open ? "late" : "done"}`}>{as !== undefined && <Glyph shape={open ? "late" : "done"} size={11} />}{as === undefined ? w.skip : w.targets[as.target]}</span>
              </button>
            );
          })}
          {needsAttestation(mapping) && <Attest mapping={mapping} onChange={onChange} />}
        </nav>
        <div className="matchbody">
          <div className="matchtop">
            <Note family={opened.remembered ? "done" : "accent"}>{opened.remembered ? w.remembered : w.guessed}</Note>
          </div>
          {view !== undefined && (
            <SheetFields
              view={view} taken={taken} mapping={mapping} fields={opened.fields} onChange={onChange} rereading={rereading}
              fault={headerFault?.sheet === name ? headerFault.fault : null} onHeader={(row) => onHeader(name, row)}
            />
          )}
        </div>
      </div>
      <div className="formfoot">
        <span className="g1">{nothing ? <span className="late r gap6"><Glyph shape="late" />{w.nothingTaken}</span> : missing.length > 0 ? <span className="late r gap6"><Glyph shape="late" />{w.missing(missing.length)}</span> : null}</span>
        <Button type="primary" disabled={nothing || missing.length > 0} loading={checking} onClick={onCheck} data-test="import-check">{checking ? w.checking : w.check}</Button>
      </div>
    </>
  );
}

function Attest({ mapping, onChange }: { mapping: Mapping; onChange: (mapping: Mapping) => void }): ReactNode {
  const w = useWords().imports;
  const people = useAsk("person_list", {}).data ?? [];
  return (
    <div className="attest">
      <Field label={w.attested} name="attested_by">
        <Select allowClear value={mapping.attested_by} placeholder={w.attestedSelf} options={people.filter((one) => one.active).map((one) => ({ value: one.name, label: one.name }))} onChange={(name) => onChange({ ...mapping, attested_by: name ?? null })} data-test="attested_by" />
      </Field>
      <p className="s i3">{w.attestedHint}</p>
    </div>
  );
}

interface FieldsProps {
  view: SheetView;
  taken: SheetMapping | undefined;
  mapping: Mapping;
  fields: FieldView[];
  rereading: boolean;
  fault: Fault | null;
  onHeader: (row: number) => void;
  onChange: (mapping: Mapping) => void;
}

function SheetFields({ view, taken, mapping, fields, rereading, fault, onHeader, onChange }: FieldsProps): ReactNode {
  const w = useWords().imports;
  const options: { value: ImportTarget | "skip"; label: string }[] = [...TARGETS.map((target) => ({ value: target, label: w.targets[target] })), { value: "skip" as const, label: w.skip }];
  return (
    <>
      <div className="r gap12 matchhead">
        <h2 className="t ell">{view.name}</h2>
        <HeaderRow key={`${view.name} ${view.header_row}`} row={view.header_row} reading={rereading} onRow={onHeader} />
        <span className="g1" />
        <span className="i2 nw">{w.take}</span>
        <Select<ImportTarget | "skip"> className="targetselect" value={taken?.target ?? "skip"} options={options} onChange={(target) => onChange(withTarget(mapping, view, target === "skip" ? null : target, fields))} data-test="target" />
      </div>
      {fault !== null && <div className="headerfault"><FaultNote fault={fault} /></div>}
      {taken !== undefined && (
        <table className="tbl matchtable">
          <thead><tr><th className="fieldcol">{w.field}</th><th>{w.column}</th><th className="constcol">{w.constant}</th><th>{w.example}</th></tr></thead>
          <tbody>
            {fields.filter((field) => field.target === taken.target).map((field) => <FieldRow key={field.field} field={field} view={view} taken={taken} mapping={mapping} onChange={onChange} />)}
          </tbody>
        </table>
      )}
      <FirstRows view={view} onHeader={onHeader} />
    </>
  );
}

function FieldRow({ field, view, taken, mapping, onChange }: { field: FieldView; view: SheetView; taken: SheetMapping; mapping: Mapping; onChange: (mapping: Mapping) => void }): ReactNode {
  const w = useWords().imports;
  const language = useLanguage();
  const columns = columnsOf(taken, field.field);
  const constant = constantOf(taken, field.field);
  const missing = field.required && columns.length === 0 && constant === "";
  const label = importFieldWords(language, field.target, field.field);
  return (
    <tr className={missing ? "missing" : ""} data-test="field-row" data-field={field.field}>
      <td title={label}>{label}{field.required && <span className="star" title={w.required}>*</span>}</td>
      <td>
        <Select
          mode="multiple" size="small" variant="borderless" className="columnselect" value={columns} placeholder={missing ? w.required : w.noColumn} status={missing ? "error" : ""} aria-label={label} maxTagCount="responsive"
          options={view.columns.filter((column) => column !== "").map((column) => ({ value: column, label: column }))}
          onChange={(next: string[]) => onChange(withColumns(mapping, view.name, field.field, next))} data-test="column"
        />
      </td>
      <td><Input size="small" variant="borderless" value={constant} disabled={columns.length > 0} aria-label={`${label} ${w.constant}`} placeholder={columns.length > 0 ? "" : "—"} title={w.constantHint} onChange={(event) => onChange(withConstant(mapping, view.name, field.field, event.target.value))} /></td>
      <td className="i2" title={exampleOf(view, taken, field.field)}>{exampleOf(view, taken, field.field)}</td>
    </tr>
  );
}
