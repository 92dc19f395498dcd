/** How the desk looks on this computer: light or dark, size, what closing does; and the language. */
import { Segmented } from "antd";
import type { ReactNode } from "react";
import { inWindow, useAct, type Language } from "../../bridge";
import { SIZES, setHides, setZoom, useHides, useTray, useZoom } from "../../parts/desk";
import { setAppearance, useAppearance, type Appearance } from "../../parts/theme";
import { useLanguage, useWords } from "../../words";
import { Page, Setting } from "./Page";

/** The page; everything takes effect at once. */
export function LookSection(): ReactNode {
  const { settings, desktop: { look: w }, frame } = useWords();
  const language = useLanguage();
  const appearance = useAppearance();
  const zoom = useZoom();
  const hides = useHides();
  const tray = useTray();
  const change = useAct("language_set");
  const themes: { value: Appearance; label: string }[] = [{ value: "light", label: frame.light }, { value: "dark", label: frame.dark }, { value: "system", label: frame.system }];
  return (
    <Page title={settings.sections.look} lead={w.lead}>
      <Setting title={w.theme} hint={w.themeHint} name="theme" narrow><Segmented<Appearance> value={appearance} options={themes} onChange={setAppearance} data-test="settings-theme" /></Setting>
      {inWindow && <Setting title={w.zoom} hint={w.zoomHint} name="zoom" narrow><Segmented<number> value={zoom} options={SIZES.map((size) => ({ value: size, label: `${size}%` }))} onChange={setZoom} data-test="settings-zoom" /></Setting>}
      <Setting title={w.language} hint={w.languageHint} name="language"><Segmented<Language> block value={language} options={[{ label: "中文", value: "Zh" }, { label: "English", value: "En" }]} onChange={(next) => change.mutate({ language: next })} data-test="settings-language" /></Setting>
      {inWindow && (
        <Setting title={w.close} hint={tray ? w.closeHint : w.noTray} name="close">
          <Segmented<string> block disabled={!tray} value={hides && tray ? "hide" : "quit"} options={[{ value: "quit", label: w.quit }, { value: "hide", label: w.hide }]} onChange={(next) => setHides(next === "hide")} data-test="settings-close" />
        </Setting>
      )}
    </Page>
  );
}
