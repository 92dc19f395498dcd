/** Backups: one now, one a day, how many and where; looking into the newest one; and the way back. */
import { FolderOpen, ShieldCheck } from "lucide-react";
import { Button, ConfigProvider, InputNumber, Switch } from "antd";
import { useState, type ReactNode } from "react";
import { call, faultOf, useAct, useAsk, useStatus, type BackupChecked, type BackupMade, type BackupPlace, type BackupView, type Fault } from "../../bridge";
import { Answer, FaultNote, Glyph, InstantText, Note, say, useToday } from "../../parts";
import { useLanguage, useWords } from "../../words";
import { figure, instantSpoken, size } from "../../words/figures";
import { Page, Setting } from "./Page";
import { useShowFolder } from "./folder";

/** The page. Its settings take effect at once; only the administrator's are grey for others. */
export function BackupSection(): ReactNode {
  const { settings, backup: w } = useWords();
  const asked = useAsk("backup_view", {});
  return (
    <Page title={settings.sections.backup} lead={w.lead}>
      <ConfigProvider componentDisabled={false}><Now /></ConfigProvider>
      <Answer of={asked}>
        {(view) => (
          <>
            <Rule view={view} />
            <ConfigProvider componentDisabled={false}>
              <Check />
              <Copies view={view} />
            </ConfigProvider>
          </>
        )}
      </Answer>
      <h2 className="sec formsec">{w.restore}</h2>
      <ol className="effects" data-field="restore">{w.steps.map((step) => <li key={step}>{step}</li>)}</ol>
      <p className="s i3">{w.stepsNote}</p>
    </Page>
  );
}

function Now(): ReactNode {
  const { backup: w } = useWords();
  const language = useLanguage();
  const today = useToday();
  const at = useStatus()?.last_backup_at ?? null;
  const [made, setMade] = useState<BackupMade | null>(null);
  const make = useAct("book_backup", setMade);
  const says = at === null ? <span className="wait">{w.none}</span> : <span>{w.verified(instantSpoken(at, today, language))}　{w.nowHint}</span>;
  return (
    <>
      <Setting title={w.now} hint={says} name="backup-now" narrow>
        <Button type="primary" icon={<ShieldCheck size={14} strokeWidth={1.6} />} loading={make.isPending} onClick={() => make.mutate({})} data-test="book-backup">{w.make}</Button>
      </Setting>
      {make.isError && <FaultNote fault={faultOf(make.error)} />}
      {made !== null && <Note family="done" test="backup-made"><span className="selectable">{w.made(made.path, size(made.bytes))}</span></Note>}
    </>
  );
}

function Rule({ view }: { view: BackupView }): ReactNode {
  const { settings, backup: w } = useWords();
  const { rule } = view;
  const save = useAct("backup_save", () => say(settings.saved));
  const [fault, setFault] = useState<Fault | null>(null);
  const put = (place: BackupPlace, part: { keep?: number; daily?: boolean } = {}): void => save.mutate({ place, keep: rule.keep, daily: rule.daily, ...part });
  const choose = async (): Promise<void> => {
    setFault(null);
    try {
      const token = await call("file_pick", { kind: "Folder" });
      if (token !== null) put({ Chosen: { token: token.token } });
    } catch (error) {
      setFault(faultOf(error));
    }
  };
  const wrong = fault ?? (save.isError ? faultOf(save.error) : null);
  return (
    <>
      <Setting title={w.daily} hint={w.dailyHint} name="daily" narrow><Switch checked={rule.daily} loading={save.isPending} onChange={(daily) => put("Same", { daily })} aria-label={w.daily} data-test="backup-daily" /></Setting>
      <Setting title={w.keep} hint={w.keepHint} name="keep" narrow><Keep kept={rule.keep} onKeep={(keep) => put("Same", { keep })} /></Setting>
      <Setting title={w.place} hint={w.placeHint} name="backup-place" narrow>
        <span className="r gap8">
          {rule.folder !== "" && <Button onClick={() => put("InBook")} data-test="backup-in-book">{w.inBook}</Button>}
          <Button icon={<FolderOpen size={14} strokeWidth={1.6} />} onClick={() => void choose()} data-test="backup-choose">{w.choose}</Button>
        </span>
      </Setting>
      <Place view={view} />
      {!view.reachable && <Note family="late" test="backup-unreachable">{w.unreachable}</Note>}
      {wrong !== null && <FaultNote fault={wrong} />}
    </>
  );
}

/** What is typed counts when the box is left or Enter is pressed. */
function Keep({ kept, onKeep }: { kept: number; onKeep: (keep: number) => void }): ReactNode {
  const { backup: w } = useWords();
  const [typed, setTyped] = useState<number | null>(null);
  const done = (): void => {
    if (typed !== null && typed !== kept) onKeep(typed);
    setTyped(null);
  };
  return <InputNumber value={typed ?? kept} min={1} max={1000} precision={0} onChange={setTyped} onBlur={done} onPressEnter={done} aria-label={w.keep} data-test="backup-keep" />;
}

function Place({ view }: { view: BackupView }): ReactNode {
  const { backup: w } = useWords();
  const { show, note } = useShowFolder("Backups");
  return (
    <ConfigProvider componentDisabled={false}>
      <div className="r gap12 placeline"><span className="selectable g1" data-test="backup-path">{view.place}</span><Button size="small" type="text" onClick={show} data-test="backup-show">{w.show}</Button></div>
      {note}
    </ConfigProvider>
  );
}

function Check(): ReactNode {
  const { backup: w } = useWords();
  const language = useLanguage();
  const today = useToday();
  const [found, setFound] = useState<BackupChecked | null>(null);
  const check = useAct("backup_verify", setFound);
  const when = instantSpoken(found?.at, today, language);
  const problems = found?.found.problems ?? [];
  return (
    <>
      <Setting title={w.check} hint={check.isPending ? w.checking : w.checkHint} name="backup-verify" narrow>
        <Button loading={check.isPending} onClick={() => check.mutate({})} data-test="backup-verify">{w.checkIt}</Button>
      </Setting>
      {check.isError && <FaultNote fault={faultOf(check.error)} />}
      {found !== null && problems.length === 0 && <div className="r gap6 s verified" data-test="backup-good"><span className="done"><Glyph shape="done" /></span>{w.good(when, figure(found.found.entries), figure(found.found.files))}</div>}
      {problems.length > 0 && <Note family="late" title={w.bad(when, problems.length)} test="backup-bad">{problems.slice(0, 20).map((problem) => <code className="line" key={problem}>{problem}</code>)}</Note>}
    </>
  );
}

function Copies({ view }: { view: BackupView }): ReactNode {
  const { backup: w } = useWords();
  if (view.rows.length === 0) return null;
  return (
    <>
      <h2 className="sec formsec">{w.list}<span className="i3 s counted">{w.count(figure(view.count), size(view.bytes))}</span></h2>
      <table className="tbl copies">
        <tbody>
          {view.rows.map((row) => <tr key={row.name} data-test="backup-row"><td><InstantText at={row.at} /></td><td className="i3 selectable">{row.name}</td><td className="num i2">{size(row.bytes)}</td></tr>)}
        </tbody>
      </table>
    </>
  );
}
