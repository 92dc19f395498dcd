/** Language, and what this program is. */
import { Segmented } from "antd";
import type { ReactNode } from "react";
import { useAct, useStatus, type Language, type SettingsView } from "../../bridge";
import { Pair } from "../../parts";
import { useLanguage, useWords } from "../../words";
import { Page } from "./Page";

/** The page. */
export function LookSection({ view }: { view: SettingsView }): ReactNode {
  const { settings, frame } = useWords();
  const w = settings.look;
  const now = useLanguage();
  const status = useStatus();
  const change = useAct("language_set");
  return (
    <Page title={settings.sections.look} lead={w.appearance}>
      <div className="switchrow">
        <div className="g1"><div>{w.language}</div><div className="s i3">{w.languageHint}</div></div>
        <Segmented<Language> value={now} options={[{ label: "中文", value: "Zh" }, { label: "English", value: "En" }]} onChange={(language) => change.mutate({ language })} data-test="settings-language" />
      </div>
      <h2 className="sec formsec">{w.about}</h2>
      <div className="pairs aboutpairs">
        <Pair label={w.version}>{frame.program} {status?.program_version}</Pair>
        <Pair label={w.licence}>{w.licenceText}</Pair>
        <Pair label={settings.book.path}><span className="selectable">{view.book_path}</span></Pair>
        <Pair label={settings.book.log}><span className="selectable">{view.log_path}</span></Pair>
      </div>
    </Page>
  );
}
