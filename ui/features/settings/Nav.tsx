/** The left of the settings: a search over all of them, and the sections in groups. */
import { Search } from "lucide-react";
import { ConfigProvider, Input, type InputRef } from "antd";
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { composing, go, useKeys } from "../../parts";
import { useWords } from "../../words";
import { GROUPS, findables, found, type Findable, type Section } from "./finder";

/** The column. */
export function Nav({ now, failed }: { now: Section; failed: boolean }): ReactNode {
  const words = useWords();
  const w = words.settings;
  const all = useMemo(() => findables(words), [words]);
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const box = useRef<InputRef>(null);
  useKeys({ F: () => box.current?.focus() });
  const meant = found(all, text);
  const open = (one: Findable | undefined): void => {
    if (one === undefined) return;
    setText("");
    setAt(0);
    go("settings", ...(one.field === null ? [one.section] : [one.section, one.field]));
  };
  const typed = (event: KeyboardEvent): void => {
    if (composing(event)) return;
    if (event.key === "ArrowDown") setAt(Math.min(meant.length - 1, at + 1));
    else if (event.key === "ArrowUp") setAt(Math.max(0, at - 1));
    else if (event.key === "Enter") open(meant[at]);
    else if (event.key === "Escape") { setText(""); box.current?.blur(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <nav className="settingsnav" aria-label={w.title}>
      <ConfigProvider componentDisabled={false}>
        <Input ref={box} size="small" allowClear className="settingsfind" prefix={<Search size={13} strokeWidth={1.6} />} value={text} placeholder={w.find} aria-label={w.find} onChange={(event) => { setText(event.target.value); setAt(0); }} onKeyDown={typed} data-test="settings-find" />
      </ConfigProvider>
      {text.trim() === "" ? <Sections now={now} failed={failed} /> : <Found meant={meant} at={at} text={text.trim()} open={open} />}
    </nav>
  );
}

function Sections({ now, failed }: { now: Section; failed: boolean }): ReactNode {
  const w = useWords().settings;
  return GROUPS.map((group) => (
    <div key={group.name} className="settingsgroup" role="group" aria-label={w.groups[group.name]}>
      <div className="s i3 settingsgroupname">{w.groups[group.name]}</div>
      {group.sections.map((one) => (
        <button type="button" key={one} className={`settingslink${one === now ? " on" : ""}`} aria-current={one === now ? "page" : undefined} onClick={() => go("settings", one)} data-test={`settings-${one}`}>
          <span className="g1 ell">{w.sections[one]}</span>
          {one === "mail" && failed && <span className="late s">{w.todo}</span>}
        </button>
      ))}
    </div>
  ));
}

function Found({ meant, at, text, open }: { meant: Findable[]; at: number; text: string; open: (one: Findable) => void }): ReactNode {
  const w = useWords().settings;
  if (meant.length === 0) return <p className="s i3 settingsnone">{w.findNone(text)}</p>;
  return meant.map((one, index) => (
    <button type="button" key={`${one.section} ${one.field ?? ""} ${one.label}`} className={`settingslink two${index === at ? " on" : ""}`} title={one.hint} onClick={() => open(one)} data-test="settings-found">
      <span className="ell">{one.label}</span>
      {one.label !== w.sections[one.section] && <span className="s i3 ell">{w.sections[one.section]}</span>}
    </button>
  ));
}
