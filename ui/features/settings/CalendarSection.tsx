/** 工作日历: a year at a glance, whose it is, and the next year brought in from the State Council's notice. */
import { CalendarPlus, Trash2 } from "lucide-react";
import { Button, ConfigProvider } from "antd";
import { useState, type DragEvent, type ReactNode } from "react";
import { faultOf, useAct, useAsk, useStatus, type CalendarView, type CalendarYear } from "../../bridge";
import { Answer, FaultNote, Note, Views, confirm, say } from "../../parts";
import { useLanguage, useWords } from "../../words";
import { instantSpoken } from "../../words/figures";
import { NoticeDialog } from "./NoticeDialog";
import { Page } from "./Page";
import { Holidays, Legend, YearGrid } from "./YearGrid";
import { readFile } from "./textFile";
import "./calendar.css";

/** The page. */
export default function CalendarSection(): ReactNode {
  const { settings, calendar: w } = useWords();
  const asked = useAsk("calendar_view", {});
  return <Page title={settings.sections.calendar} lead={w.lead}><Answer of={asked}>{(view) => <Years view={view} />}</Answer></Page>;
}

/** The year that is shown first: this one. */
function firstYear(view: CalendarView): number {
  return Number(view.today.slice(0, 4));
}

function Years({ view }: { view: CalendarView }): ReactNode {
  const { calendar: w } = useWords();
  const admin = useStatus()?.person?.roles.includes("Admin") === true;
  const [year, setYear] = useState(() => firstYear(view));
  const [pasting, setPasting] = useState<string | null>(null);
  const [over, setOver] = useState(0);
  const known = view.years.find((one) => one.year === year);
  const missing = view.missing !== null && !view.years.some((one) => one.year === view.missing) ? [view.missing] : [];
  const choices = [...new Set([...view.years.map((one) => one.year), ...missing])].sort((a, b) => a - b);
  const carries = (event: DragEvent): boolean => admin && pasting === null && event.dataTransfer.types.some((type) => type === "Files" || type === "text/plain");
  const drop = (event: DragEvent): void => {
    if (!carries(event)) return;
    event.preventDefault();
    setOver(0);
    void readFile(event.dataTransfer).then((read) => { if ("text" in read) setPasting(read.text); else say(w.notText(read.name)); });
  };
  const hover = {
    onDragEnter: (event: DragEvent) => { if (carries(event)) { event.preventDefault(); setOver(over + 1); } },
    onDragOver: (event: DragEvent) => { if (carries(event)) event.preventDefault(); },
    onDragLeave: (event: DragEvent) => { if (carries(event)) setOver(Math.max(0, over - 1)); },
    onDrop: drop,
  };
  return (
    <div className="droparea calendarpage" {...hover}>
      {over > 0 && <div className="dropnote" data-test="drop-note"><span><CalendarPlus size={16} strokeWidth={1.6} />{w.drop}</span></div>}
      {view.missing !== null && <Note family="wait" title={w.missingNote(view.missing)} test="year-missing">{w.missingWhy}</Note>}
      <div className="yearhead">
        <Views choices={choices.map((one) => ({ name: String(one), label: missing.includes(one) ? w.missing(one) : String(one) }))} now={String(year)} onChoose={(one) => setYear(Number(one))} test="year" />
        <span className="g1" />
        <Button icon={<CalendarPlus size={14} strokeWidth={1.6} />} type={view.missing === null ? "default" : "primary"} onClick={() => setPasting("")} data-test="notice-paste">{w.paste}</Button>
      </div>
      <Legend />
      <YearGrid year={year} days={known?.days ?? []} today={view.today} />
      {known !== undefined && <Known of={known} today={view.today} />}
      {pasting !== null && <ConfigProvider componentDisabled={false}><NoticeDialog text={pasting} view={view} onClose={() => setPasting(null)} onSaved={(saved) => { setPasting(null); setYear(saved); }} /></ConfigProvider>}
    </div>
  );
}

/** The year in words, and whose it is. */
function Known({ of, today }: { of: CalendarYear; today: string }): ReactNode {
  const { calendar: w } = useWords();
  const language = useLanguage();
  const remove = useAct("calendar_remove", () => say(w.removed(of.year)));
  const ask = async (): Promise<void> => {
    if (await confirm({ title: w.removeAsk(of.year), text: w.removeWhy, yes: w.remove, no: w.keep, danger: true })) remove.mutate({ year: of.year });
  };
  return (
    <section>
      <h2 className="sec formsec">{w.holidays}</h2>
      <Holidays year={of.year} days={of.days} />
      <div className="yearfoot">
        <span className="i3 s g1" data-test="year-whose">{of.own ? w.own(of.by, instantSpoken(of.at, today, language)) : w.published}</span>
        {of.own && <Button size="small" type="text" danger icon={<Trash2 size={13} strokeWidth={1.6} />} loading={remove.isPending} onClick={() => void ask()} data-test="year-remove">{w.remove}</Button>}
      </div>
      {remove.isError && <FaultNote fault={faultOf(remove.error)} />}
    </section>
  );
}
