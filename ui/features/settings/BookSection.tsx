/** The book: where it lies, verification, opening another, importing. */
import { FileInput, FolderOpen } from "lucide-react";
import { Button, ConfigProvider } from "antd";
import { useState, type ReactNode } from "react";
import { call, faultOf, useAct, type BookVerified, type Fault, type SettingsView } from "../../bridge";
import { FaultNote, Glyph, Note, go, say } from "../../parts";
import { closeAll } from "../../parts/place";
import { useWords } from "../../words";
import { figure } from "../../words/figures";
import { Page, Setting } from "./Page";
import { useShowFolder } from "./folder";

/** The page. */
export function BookSection({ view }: { view: SettingsView }): ReactNode {
  const { settings } = useWords();
  const w = settings.book;
  const { show, note } = useShowFolder("Book");
  return (
    <Page title={settings.sections.book} lead={w.lead}>
      <ConfigProvider componentDisabled={false}>
        {view.sample && <div className="below"><Note family="accent">{w.sample}</Note></div>}
        <Setting title={w.path} hint={<span className="selectable" data-test="book-path">{view.book_path}</span>} name="book-path" narrow>
          <Button icon={<FolderOpen size={14} strokeWidth={1.6} />} onClick={show} data-test="book-show">{w.show}</Button>
        </Setting>
        {note}
        <Verify />
        <Setting title={w.importIt} hint={w.importLead} name="import" narrow>
          <Button icon={<FileInput size={14} strokeWidth={1.6} />} onClick={() => go("import")} data-test="book-import">{w.importIt}</Button>
        </Setting>
        <OpenOther />
      </ConfigProvider>
    </Page>
  );
}

function Verify(): ReactNode {
  const w = useWords().settings.book;
  const [found, setFound] = useState<BookVerified | null>(null);
  const verify = useAct("book_verify", setFound);
  return (
    <>
      <Setting title={w.verify} hint={verify.isPending ? w.verifying : w.verifyHint} name="verify" narrow>
        <Button loading={verify.isPending} onClick={() => verify.mutate({})} data-test="book-verify">{w.verify}</Button>
      </Setting>
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
  const wrong = fault ?? (open.isError ? faultOf(open.error) : null);
  return (
    <>
      <Setting title={w.openOther} hint={w.openAsk} name="open" narrow>
        <Button icon={<FolderOpen size={14} strokeWidth={1.6} />} loading={open.isPending} onClick={() => void pick()} data-test="book-open">{w.openOther}</Button>
      </Setting>
      {wrong !== null && <FaultNote fault={wrong} />}
    </>
  );
}
