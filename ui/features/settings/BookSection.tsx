/** The book: where it lies, backup, verification, opening another, importing. */
import { FileInput, FolderOpen, ShieldCheck } from "lucide-react";
import { Button, ConfigProvider } from "antd";
import { useState, type ReactNode } from "react";
import { call, faultOf, useAct, useStatus, type BackupMade, type BookVerified, type Fault, type SettingsView } from "../../bridge";
import { FaultNote, Glyph, Note, Pair, go, say, useToday } from "../../parts";
import { closeAll } from "../../parts/place";
import { useLanguage, useWords } from "../../words";
import { figure, instantSpoken, size } from "../../words/figures";
import { Page } from "./Page";

/** The page. */
export function BookSection({ view }: { view: SettingsView }): ReactNode {
  const { settings } = useWords();
  const w = settings.book;
  return (
    <Page title={settings.sections.book} lead={w.lead}>
      <ConfigProvider componentDisabled={false}>
        {view.sample && <div className="below"><Note family="accent">{w.sample}</Note></div>}
        <div className="pairs aboutpairs">
          <Pair label={w.path}><span className="selectable" data-test="book-path">{view.book_path}</span></Pair>
          <Pair label={w.backups}><span className="selectable">{view.backup_folder}</span></Pair>
          <Pair label={w.log}><span className="selectable">{view.log_path}</span></Pair>
        </div>
        <Backup />
        <Verify />
        <div className="switchrow">
          <div className="g1">{w.importLead}</div>
          <Button icon={<FileInput size={14} strokeWidth={1.6} />} onClick={() => go("import")} data-test="book-import">{w.importIt}</Button>
        </div>
        <OpenOther />
      </ConfigProvider>
    </Page>
  );
}

function Backup(): ReactNode {
  const w = useWords().settings.book;
  const language = useLanguage();
  const today = useToday();
  const status = useStatus();
  const [made, setMade] = useState<BackupMade | null>(null);
  const backup = useAct("book_backup", setMade);
  const at = status?.last_backup_at ?? null;
  const says = at === null ? w.lastNone : status?.last_backup_verified === true ? w.lastVerified(instantSpoken(at, today, language)) : w.last(instantSpoken(at, today, language));
  return (
    <>
      <div className="switchrow">
        <div className="g1"><div>{w.backup}</div><div className={`s ${at === null ? "wait" : "i3"}`}>{says}</div></div>
        <Button type="primary" icon={<ShieldCheck size={14} strokeWidth={1.6} />} loading={backup.isPending} onClick={() => backup.mutate({})} data-test="book-backup">{w.backup}</Button>
      </div>
      {backup.isError && <FaultNote fault={faultOf(backup.error)} />}
      {made !== null && <Note family="done" test="backup-made"><span className="selectable">{w.made(made.path, size(made.bytes))}</span></Note>}
    </>
  );
}

function Verify(): ReactNode {
  const w = useWords().settings.book;
  const [found, setFound] = useState<BookVerified | null>(null);
  const verify = useAct("book_verify", setFound);
  return (
    <>
      <div className="switchrow">
        <div className="g1"><div>{w.verify}</div><div className="s i3">{verify.isPending ? w.verifying : w.verifyHint}</div></div>
        <Button loading={verify.isPending} onClick={() => verify.mutate({})} data-test="book-verify">{w.verify}</Button>
      </div>
      {verify.isError && <FaultNote fault={faultOf(verify.error)} />}
      {found !== null && (found.problems.length === 0
        ? <div className="r gap6 s verified" data-test="verify-good"><span className="done"><Glyph shape="done" /></span>{w.good(figure(found.entries), figure(found.files))}<span className="i3 ell" title={found.head}>{w.head} {found.head.slice(0, 16)}</span></div>
        : <Note family="late" title={w.bad(found.problems.length)} test="verify-bad">{found.problems.slice(0, 20).map((problem) => <code className="line" key={problem}>{problem}</code>)}</Note>)}
    </>
  );
}

function OpenOther(): ReactNode {
  const w = useWords().settings.book;
  const [fault, setFault] = useState<Fault | null>(null);
  const open = useAct("book_open", () => { closeAll(); say(w.openOther); });
  const pick = async (): Promise<void> => {
    setFault(null);
    try {
      const token = await call("file_pick", { kind: "Book" });
      if (token !== null) open.mutate({ token: token.token });
    } catch (error) {
      setFault(faultOf(error));
    }
  };
  return (
    <>
      <div className="switchrow">
        <div className="g1"><div>{w.openOther}</div><div className="s i3">{w.openAsk}</div></div>
        <Button icon={<FolderOpen size={14} strokeWidth={1.6} />} loading={open.isPending} onClick={() => void pick()} data-test="book-open">{w.openOther}</Button>
      </div>
      {(fault ?? (open.isError ? faultOf(open.error) : null)) !== null && <FaultNote fault={fault ?? faultOf(open.error)} />}
    </>
  );
}
