/** The wording of papers and of their mails, in both languages, with a live preview at the side. */
import { Lock } from "lucide-react";
import { Button, Input, Segmented } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, useStatus, type Language, type Paper, type Refusal, type Sentence, type WordingTried, type WordingView } from "../../bridge";
import { Answer, FaultNote, Field, HistoryRows, confirm, say } from "../../parts";
import { useKept } from "../../parts/kept";
import { refusalWords, useLanguage, useWords } from "../../words";
import { Page, SaveFoot } from "./Page";
import { SentenceField } from "./SentenceField";
import { WordingPreview, type Shown as ShownAs } from "./WordingPreview";
import { isShared, paperOf, putBack, rulesOf, said, worded, wordingForm, wordingOf, wrongAmong, wrongIn, type WordingForm } from "./wording";

/** How long the hand must rest before the press is asked. */
const REST_MS = 350;
/** So many entries of the history are seen at a glance. */
const AT_A_GLANCE = 5;

/** The section; `field` is a setting that was looked for. */
export function WordingSection({ field }: { field: string | undefined }): ReactNode {
  const asked = useAsk("wording_view", {});
  return <Answer of={asked}>{(view) => <Shown view={view} field={field} reload={() => void asked.refetch()} />}</Answer>;
}

function Shown({ view, field, reload }: { view: WordingView; field: string | undefined; reload: () => void }): ReactNode {
  const { settings, wording: w } = useWords();
  const screen = useLanguage();
  const admin = useStatus()?.person?.roles.includes("Admin") ?? false;
  const kept = useKept<WordingForm>("settings wording", null, wordingForm(view.wording));
  const form = kept.draft;
  const [language, setLanguage] = useState<Language>(screen);
  const [paper, setPaper] = useState<Paper>(() => paperOf(view, field, "letter"));
  const [look, setLook] = useState<{ shown: ShownAs; at: Sentence | null }>({ shown: "page", at: null });
  // Another setting was looked for while this one is shown.
  useEffect(() => setPaper((now) => paperOf(view, field, now)), [view, field]);
  const preview = useTried(form, paper, language, look.at);
  const save = useAct("wording_save", () => { kept.saved(); say(settings.saved); });
  const fault = save.error === null ? null : faultOf(save.error);
  const refused = fault?.kind === "Refused" ? fault.reasons : [];
  const refusals = [...preview.refusals, ...refused];
  const set = (next: WordingForm): void => { save.reset(); kept.set(next); };
  const rules = rulesOf(view, paper);
  const names = rules.map((rule) => rule.sentence);
  const back = async (): Promise<void> => {
    const yes = await confirm({ title: w.putBackAsk(w.papers[paper], w.languages[language]), text: w.putBackText, yes: w.putBackYes, no: w.cancel });
    if (yes) set(putBack(form, language, names));
  };
  const turn = (to: Paper): void => { setPaper(to); setLook({ shown: "page", at: null }); };
  const foot = <SaveFoot dirty={kept.dirty} saving={save.isPending} onSave={() => save.mutate({ version: view.version, wording: wordingOf(form) })} onReset={() => { kept.reset(); save.reset(); }} />;
  const sentences = (mailed: boolean): ReactNode => rules.filter((rule) => rule.mailed === mailed).map((rule) => (
    <SentenceField key={`${language}${rule.sentence}`} rule={rule} language={language} text={said(form, rule, language)} disabled={!admin} shared={isShared(view, rule.sentence)} error={errorOf(refusals, `wording.${language === "Zh" ? "zh" : "en"}.${rule.sentence}`, w, screen)} onChange={(text) => set(worded(form, rule, language, text))} onFocus={() => setLook({ shown: mailed ? "mail" : "page", at: rule.sentence })} />
  ));
  const mailed = rules.some((rule) => rule.mailed);
  return (
    <div className="mailpage">
      <Page title={settings.sections.letter} lead={w.lead} foot={foot}>
        {fault !== null && fault.kind !== "Refused" && <FaultNote fault={fault} onReload={() => { save.reset(); reload(); }} />}
        <Segmented<Paper> className="paperswitch" value={paper} onChange={turn} disabled={false} options={view.papers.map((one) => ({ value: one.paper, label: <PaperName paper={one.paper} wrong={wrongAmong(refusals, one.sentences) + (one.paper === "letter" ? refusals.filter(isOfDays).length : 0)} /> }))} aria-label={w.paper} data-test="wording-paper" />
        <div className="r sb gap12 formsec">
          <Segmented<Language> value={language} onChange={setLanguage} disabled={false} options={(["Zh", "En"] as const).map((one) => ({ value: one, label: <Tongue language={one} refusals={refusals} /> }))} aria-label={w.language} data-test="wording-language" />
          <Button type="text" size="small" disabled={!admin || names.every((name) => form[language][name] === undefined)} onClick={() => void back()} data-test="back-all">{w.putBackAll}</Button>
        </div>
        {paper === "letter" && <Days form={form} set={set} refusals={refusals} />}
        <h2 className="sec formsec">{w.page}</h2>
        <p className="s i3 fixednote"><Lock size={12} strokeWidth={1.8} aria-hidden="true" />{w.fixedPage[paper]}</p>
        <div className="c gap12">{sentences(false)}</div>
        {mailed && <>
          <h2 className="sec formsec">{w.mail}</h2>
          <p className="s i3 fixednote"><Lock size={12} strokeWidth={1.8} aria-hidden="true" />{w.fixedMail[paper]}</p>
          <div className="c gap12">{sentences(true)}</div>
        </>}
        <Past view={view} />
      </Page>
      <WordingPreview paper={paper} mailed={mailed} tried={preview.tried} behind={preview.refusals.length > 0} fault={preview.fault} shown={mailed ? look.shown : "page"} onShow={(shown) => setLook({ ...look, shown })} />
    </div>
  );
}

/** Days that the letter gives. */
function isOfDays(refusal: Refusal): boolean {
  return "field" in refusal && (refusal.field === "confirm_days" || refusal.field === "objection_days");
}

/** A paper's name, with how much of it is to be put right. */
function PaperName({ paper, wrong }: { paper: Paper; wrong: number }): ReactNode {
  const w = useWords().wording;
  return <span data-test={`paper-${paper}`}>{w.papers[paper]}{wrong > 0 && <b className="late s" title={w.wrong(wrong)}> {wrong}</b>}</span>;
}

/** A language's name, with how much of it is to be put right. */
function Tongue({ language, refusals }: { language: Language; refusals: Refusal[] }): ReactNode {
  const w = useWords().wording;
  const wrong = wrongIn(refusals, language);
  return <span data-test={`wording-${language}`}>{w.languages[language]}{wrong > 0 && <span className="late s">　{w.wrong(wrong)}</span>}</span>;
}

function Days({ form, set, refusals }: { form: WordingForm; set: (form: WordingForm) => void; refusals: Refusal[] }): ReactNode {
  const w = useWords().wording;
  const box = (name: "confirm" | "objection", least: number, most: number, label: string, unit: string): ReactNode => {
    const field = `${name}_days`;
    const wrong = refusals.some((one) => "field" in one && one.field === field);
    return (
      <Field label={label} name={field} error={wrong ? w.badDays(least, most) : undefined}>
        <Input className="digits" inputMode="numeric" value={form[name]} maxLength={3} suffix={unit} status={wrong ? "error" : ""} onChange={(event) => set({ ...form, [name]: event.target.value })} data-test={field} />
      </Field>
    );
  };
  return <div className="twofields">{box("confirm", 1, 60, w.confirmDays, w.workingDays)}{box("objection", 0, 365, w.objectionDays, w.days)}</div>;
}

function Past({ view }: { view: WordingView }): ReactNode {
  const { wording: w, history } = useWords();
  const [all, setAll] = useState(false);
  const entries = all ? view.history : view.history.slice(0, AT_A_GLANCE);
  return (
    <section data-test="wording-history">
      <h2 className="sec formsec">{w.history}</h2>
      {entries.length === 0 ? <p className="s i3">{w.never}</p> : <HistoryRows entries={entries} />}
      {view.history.length > AT_A_GLANCE && <button type="button" className="linkbtn s" aria-expanded={all} onClick={() => setAll(!all)}>{all ? history.less : history.more(view.history.length - AT_A_GLANCE)}</button>}
    </section>
  );
}

/** What is wrong with a sentence, in the words of this page. */
function errorOf(refusals: Refusal[], field: string, w: ReturnType<typeof useWords>["wording"], screen: Language): string | undefined {
  const refusal = refusals.find((one) => "field" in one && one.field === field);
  if (refusal === undefined) return undefined;
  switch (refusal.code) {
    case "PlaceUnknown": return w.unknown(w.places[refusal.place] ?? refusal.place);
    case "PlaceMissing": return w.missing(refusal.places.map((place) => w.places[place] ?? place));
    case "GlyphMissing": return w.glyph(refusal.character);
    case "FieldHasControl": return w.control;
    case "FieldTooLong": return w.tooLong(refusal.most, refusal.found);
    default: return refusalWords(screen, refusal);
  }
}

/** The last preview that could be made of a paper, asked when the hand rests; what is wrong with what stands there now. */
function useTried(form: WordingForm, paper: Paper, language: Language, at: Sentence | null): { tried: WordingTried | null; refusals: Refusal[]; fault: ReturnType<typeof faultOf> | null } {
  const [rested, setRested] = useState({ paper, wording: wordingOf(form), language, at });
  const now = JSON.stringify({ paper, wording: wordingOf(form), language, at });
  useEffect(() => {
    const timer = setTimeout(() => setRested(JSON.parse(now) as typeof rested), REST_MS);
    return () => clearTimeout(timer);
  }, [now]);
  const asked = useAsk("wording_try", rested);
  const [last, setLast] = useState<WordingTried | null>(null);
  const { data } = asked;
  useEffect(() => { if (data !== undefined && data.page !== null) setLast(data); }, [data]);
  const good = data?.page == null ? last : data;
  return { tried: good?.paper === paper ? good : null, refusals: data?.refusals ?? [], fault: asked.error === null ? null : faultOf(asked.error) };
}
