/** What this program and this book are, the log for a technician, and the licences of what is shipped. */
import { Copy as CopyIcon, FolderOpen } from "lucide-react";
import { Button, Collapse } from "antd";
import { useState, type ReactNode } from "react";
import { call, useAsk, type AboutView } from "../../bridge";
import { Answer, Pair, useCopy, useToday } from "../../parts";
import { useLanguage, useWords } from "../../words";
import { figure, instantSpoken, size } from "../../words/figures";
import { Licences } from "./Licences";
import { Page, Setting } from "./Page";
import { useShowFolder } from "./folder";

/** The page. */
export function AboutSection(): ReactNode {
  const { settings, about: w } = useWords();
  const asked = useAsk("about_view", {});
  return (
    <Page title={settings.sections.about} lead={w.lead}>
      <Answer of={asked}>{(about) => <><Facts about={about} /><Log about={about} /></>}</Answer>
      <Licences />
    </Page>
  );
}

function Facts({ about }: { about: AboutView }): ReactNode {
  const { about: w, frame } = useWords();
  const language = useLanguage();
  const today = useToday();
  const backup = about.last_backup_at === null ? w.noBackup : instantSpoken(about.last_backup_at, today, language);
  return (
    <>
      <h2 className="sec">{w.program}</h2>
      <div className="pairs aboutpairs">
        <Pair label={w.version}><span data-test="about-version">{frame.program} {about.version}</span><span className="i3">　{about.build === "" ? w.development : about.build}</span></Pair>
        <Pair label={w.system}>{about.system}</Pair>
        <Pair label={w.licence}>{w.licenceText}</Pair>
      </div>
      <h2 className="sec formsec">{w.book}</h2>
      <div className="pairs aboutpairs">
        <Pair label={w.place}><span className="selectable" data-test="about-book">{about.book_path}</span></Pair>
        <Pair label={w.size}>{w.sizes(size(about.book_bytes), size(about.file_bytes), figure(about.files))}</Pair>
        <Pair label={w.holds}><span data-test="about-counts">{w.counts(figure(about.orders), figure(about.customers), figure(about.entries))}</span></Pair>
        <Pair label={w.schema}>{w.schemaText(about.schema)}</Pair>
        <Pair label={w.lastBackup}><span className={about.last_backup_at === null ? "wait" : ""}>{backup}</span></Pair>
      </div>
    </>
  );
}

function Log({ about }: { about: AboutView }): ReactNode {
  const { about: w } = useWords();
  const { show, note } = useShowFolder("Log");
  const [text, setText] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const { copy, byHand } = useCopy(w.copyLog, () => setCopied(true));
  const take = async (): Promise<string> => {
    const tail = await call("log_tail", {});
    const head = `${about.version} ${about.build} · ${about.system} · schema ${about.schema}`;
    const whole = `${head}\n${tail.text}`.trim();
    setText(whole);
    return whole;
  };
  return (
    <>
      <h2 className="sec formsec">{w.log}</h2>
      <Setting title={about.log_path} hint={`${w.logHint}　${about.log_bytes === 0 ? w.emptyLog : size(about.log_bytes)}`} name="log" narrow>
        <Button icon={<FolderOpen size={14} strokeWidth={1.6} />} onClick={show} data-test="log-show">{w.show}</Button>
      </Setting>
      {note}
      <Setting title={w.copyLog} hint={w.copyHint} name="log-copy" narrow>
        <Button icon={<CopyIcon size={14} strokeWidth={1.6} />} onClick={() => void copy(take())} data-test="log-copy">{copied ? w.copied : w.copyLog}</Button>
      </Setting>
      {byHand}
      {text !== null && <Collapse ghost size="small" className="more" items={[{ key: "text", label: w.look, children: <pre className="logtext selectable" data-test="log-text">{text}</pre> }]} />}
    </>
  );
}
