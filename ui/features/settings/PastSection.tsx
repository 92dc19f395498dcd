/** What was changed in the settings and among the people: who, when, before → after. */
import { useState, type ReactNode } from "react";
import { useAsk, type SettingsPast } from "../../bridge";
import { Answer, HistorySection, Views } from "../../parts";
import { useWords } from "../../words";
import { Page } from "./Page";

/** The page. */
export function PastSection(): ReactNode {
  const { settings } = useWords();
  const [of, setOf] = useState<SettingsPast>("Settings");
  const asked = useAsk("setting_history", { of }, { keep: false });
  return (
    <Page title={settings.sections.past} lead={settings.past.lead}>
      <Views<SettingsPast> choices={[{ name: "Settings", label: settings.past.settings }, { name: "People", label: settings.past.people }]} now={of} onChoose={setOf} test="past" />
      <Answer of={asked}>{(entries) => <HistorySection entries={entries} />}</Answer>
    </Page>
  );
}
