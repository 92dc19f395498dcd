/** What every section of the settings is set in: title, sentence, settings with what they do, foot with save and discard. */
import { Button, Switch } from "antd";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Dialog, Glyph, Key, useKeys } from "../../parts";
import { guardPlace } from "../../parts/place";
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

/** The foot: what is unsaved, discard, save. Whatever leads away from unsaved changes asks first. */
export function SaveFoot({ dirty, saving, onSave, onReset, label }: SaveFootProps): ReactNode {
  const w = useWords().settings;
  useKeys({ "Mod+S": () => { if (dirty) onSave(); } });
  return (
    <div className="formfoot">
      <span className="g1">{dirty && <span className="wait r gap6"><Glyph shape="wait" />{w.changed}</span>}</span>
      {dirty && <Button onClick={onReset} data-test="settings-discard">{w.discard}</Button>}
      <Button type="primary" loading={saving} disabled={!dirty && label === undefined} onClick={onSave} data-test="settings-save">{label ?? w.save}<span className="keyin"><Key>Mod</Key><Key>S</Key></span></Button>
      <Leaving dirty={dirty} saving={saving} onSave={onSave} onReset={onReset} />
    </div>
  );
}

/** How long saving may take to begin; a page that finds something wrong does not begin. */
const BEGIN_MS = 300;

/** The question before unsaved changes are left: save, drop, or stay. */
function Leaving({ dirty, saving, onSave, onReset }: SaveFootProps): ReactNode {
  const { leaving: w } = useWords().settings;
  const [asked, setAsked] = useState<((may: boolean) => void) | null>(null);
  const [hoped, setHoped] = useState<((may: boolean) => void) | null>(null);
  const now = useRef({ dirty, saving });
  now.current = { dirty, saving };
  useEffect(() => {
    if (!dirty) return;
    guardPlace(() => new Promise((resolve) => setAsked(() => resolve)));
    return () => guardPlace(null);
  }, [dirty]);
  useEffect(() => {
    if (hoped === null) return;
    const settle = (may: boolean): void => { setHoped(null); hoped(may); };
    if (!dirty) return settle(true);
    if (saving) return;
    const timer = setTimeout(() => { if (now.current.dirty && !now.current.saving) settle(false); }, BEGIN_MS);
    return () => clearTimeout(timer);
  }, [hoped, dirty, saving]);
  if (asked === null) return null;
  const answer = (may: boolean): void => { setAsked(null); asked(may); };
  const save = (): void => { setAsked(null); setHoped(() => asked); onSave(); };
  const acts = (
    <>
      <Button onClick={() => answer(false)} data-test="leaving-stay">{w.stay}</Button>
      <Button danger onClick={() => { onReset(); answer(true); }} data-test="leaving-drop">{w.drop}</Button>
      <Button type="primary" htmlType="submit" data-test="leaving-save">{w.save}</Button>
    </>
  );
  const section = document.querySelector(".settingspage h1")?.textContent ?? "";
  return <Dialog title={w.title(section)} onClose={() => answer(false)} onSubmit={save} acts={acts} width={420} test="leaving"><span className="i2">{w.text}</span></Dialog>;
}

interface SettingProps {
  title: string;
  /** What it does and what it changes, in one sentence. */
  hint: ReactNode;
  /** Found wrong; stands in the hint's place. */
  error?: string | undefined;
  /** Its name: found by the search of settings, and in the request. */
  name: string;
  /** The control takes the width it needs; otherwise all have the same. */
  narrow?: boolean;
  children: ReactNode;
}

/** A setting: what it is called and what it does at the left, what is chosen at the right. */
export function Setting({ title, hint, error, name, narrow, children }: SettingProps): ReactNode {
  return (
    <div className="switchrow" data-field={name} role="group" aria-label={title}>
      <div className="g1">
        <div>{title}</div>
        {error === undefined ? <div className="s i3">{hint}</div> : <div className="s late r gap4" role="alert"><Glyph shape="late" size={11} />{error}</div>}
      </div>
      <div className={narrow === true ? "settingchoice narrow" : "settingchoice"}>{children}</div>
    </div>
  );
}

interface SwitchRowProps {
  title: string;
  hint: string;
  on: boolean;
  onChange: (on: boolean) => void;
  test: string;
  disabled?: boolean;
}

/** A rule that is on or off, with what it means. */
export function SwitchRow({ title, hint, on, onChange, test, disabled }: SwitchRowProps): ReactNode {
  return (
    <Setting title={title} hint={hint} name={test} narrow>
      <Switch checked={on} onChange={onChange} aria-label={title} data-test={test} {...(disabled === undefined ? {} : { disabled })} />
    </Setting>
  );
}
