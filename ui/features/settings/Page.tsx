/** What every section of the settings is set in: title, sentence, form, foot with save and discard. */
import { Button, Switch } from "antd";
import type { ReactNode } from "react";
import { Glyph, Key, useKeys } from "../../parts";
import { useWords } from "../../words";

interface PageProps {
  title: string;
  lead: string;
  foot?: ReactNode;
  children: ReactNode;
}

/** A section's page. */
export function Page({ title, lead, foot, children }: PageProps): ReactNode {
  return (
    <div className="roompage">
      <div className="formscroll">
        <div className="settingscolumn">
          <h1 className="pagetitle">{title}</h1>
          <p className="i2 settingslead">{lead}</p>
          {children}
        </div>
      </div>
      {foot}
    </div>
  );
}

interface SaveFootProps {
  dirty: boolean;
  saving: boolean;
  onSave: () => void;
  onReset: () => void;
  /** In place of 「保存」. */
  label?: string;
}

/** The foot: what is unsaved, discard, save. */
export function SaveFoot({ dirty, saving, onSave, onReset, label }: SaveFootProps): ReactNode {
  const w = useWords().settings;
  useKeys({ "Mod+S": () => { if (dirty) onSave(); } });
  return (
    <div className="formfoot">
      <span className="g1">{dirty && <span className="wait r gap6"><Glyph shape="wait" />{w.changed}</span>}</span>
      {dirty && <Button onClick={onReset} data-test="settings-discard">{w.discard}</Button>}
      <Button type="primary" loading={saving} disabled={!dirty && label === undefined} onClick={onSave} data-test="settings-save">{label ?? w.save}<span className="keyin"><Key>Mod</Key><Key>S</Key></span></Button>
    </div>
  );
}

interface SwitchRowProps {
  title: string;
  hint: string;
  on: boolean;
  onChange: (on: boolean) => void;
  test: string;
}

/** A rule that is on or off, with what it means. */
export function SwitchRow({ title, hint, on, onChange, test }: SwitchRowProps): ReactNode {
  return (
    <div className="switchrow">
      <div className="g1"><div>{title}</div><div className="s i3">{hint}</div></div>
      <Switch checked={on} onChange={onChange} aria-label={title} data-test={test} />
    </div>
  );
}
