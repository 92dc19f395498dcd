/** 编号: how numbers look, what the next one is, and what a change does to those that were given out. */
import { Input, Segmented, Switch } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { useAct, useAsk, type Reset, type SettingsView } from "../../bridge";
import { FaultNote, say } from "../../parts";
import { formErrors } from "../../parts/fieldErrors";
import { useKept } from "../../parts/kept";
import { useLanguage, useWords } from "../../words";
import { figure } from "../../words/figures";
import { Page, SaveFoot, Setting } from "./Page";
import { DIGITS, RESETS, seriesForm, seriesSave, type SeriesForm } from "./series";

/** The form. */
export function NumberSection({ view }: { view: SettingsView }): ReactNode {
  const { settings, numbers: w } = useWords();
  const language = useLanguage();
  const kept = useKept<SeriesForm>("settings numbers", null, seriesForm(view.series));
  const form = kept.draft;
  const save = useAct("setting_save_series", () => { kept.saved(); say(settings.saved); });
  const wanted = seriesSave(form);
  const asked = useLater(wanted ?? { series: view.series, next: null });
  const preview = useAsk("series_preview", asked);
  // What the core finds wrong with it is said while typing.
  const said = formErrors(language, save.error ?? preview.error, (field) => ["number_prefix", "digits", "next_serial"].includes(field));
  const set = (part: Partial<SeriesForm>): void => { save.reset(); kept.set({ ...form, ...part }); };
  const submit = (): void => { if (wanted !== null) save.mutate(wanted); };
  return (
    <Page title={settings.sections.numbers} lead={w.lead} foot={<SaveFoot dirty={kept.dirty} saving={save.isPending} onSave={submit} onReset={() => { kept.reset(); save.reset(); }} />}>
      <Shown shown={preview.error === null ? preview.data : undefined} />
      {said.rest !== null && <FaultNote fault={said.rest} />}
      <Setting title={w.prefix} hint={w.prefixHint} name="number_prefix" error={said.at["number_prefix"]}>
        <Input value={form.prefix} maxLength={8} status={said.at["number_prefix"] === undefined ? "" : "error"} onChange={(event) => set({ prefix: event.target.value })} aria-label={w.prefix} data-test="number_prefix" />
      </Setting>
      <Setting title={w.dash} hint={w.dashHint} name="dash" narrow><Switch checked={form.dash} onChange={(dash) => set({ dash })} aria-label={w.dash} data-test="number-dash" /></Setting>
      <Setting title={w.digits} hint={w.digitsHint} name="digits"><Segmented<number> block value={form.digits} options={DIGITS} onChange={(digits) => set({ digits })} data-test="number-digits" /></Setting>
      <Setting title={w.reset} hint={w.resetHint} name="reset"><Segmented<Reset> block value={form.reset} options={RESETS.map((reset) => ({ value: reset, label: w.resets[reset] }))} onChange={(reset) => set({ reset })} data-test="number-reset" /></Setting>
      <Setting title={w.next} hint={w.nextHint(figure(preview.data?.least ?? 1))} name="next_serial" error={wanted === null ? w.badNext : said.at["next_serial"]}>
        <Input className="digits" inputMode="numeric" value={form.next} maxLength={6} placeholder={String(preview.data?.next_serial ?? "")} onChange={(event) => set({ next: event.target.value })} aria-label={w.next} data-test="number-next" />
      </Setting>
      <h2 className="sec formsec">{w.whatHappens}</h2>
      <ul className="effects">{w.effects.map((effect) => <li key={effect}>{effect}</li>)}</ul>
    </Page>
  );
}

/** What the numbers would look like. */
function Shown({ shown }: { shown: { next: string; then: string; next_month: string; last: string } | undefined }): ReactNode {
  const { numbers: w } = useWords();
  return (
    <div className="numbershown" data-test="number-preview">
      <div><div className="s i3">{w.now}</div><div className="figure selectable" data-test="number-shown">{shown?.next ?? "—"}</div></div>
      <div className="pairs g1">
        <div className="pair"><span className="i3">{w.then}</span><span className="g1">{shown?.then ?? "—"}</span></div>
        <div className="pair"><span className="i3">{w.nextMonth}</span><span className="g1">{shown?.next_month ?? "—"}</span></div>
        <div className="pair"><span className="i3">{w.last}</span><span className="g1">{shown === undefined || shown.last === "" ? w.none : shown.last}</span></div>
      </div>
    </div>
  );
}

/** The value a moment after the last change. */
function useLater<Value>(value: Value): Value {
  const [later, setLater] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(JSON.parse(text) as Value), 150);
    return () => clearTimeout(timer);
  }, [text]);
  return later;
}
