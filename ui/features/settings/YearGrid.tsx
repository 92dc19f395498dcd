/** A year at a glance: twelve small months, and the holidays in words. */
import type { ReactNode } from "react";
import type { CalendarDay } from "../../bridge";
import { useLanguage, useWords } from "../../words";
import { holidayName, plainDay } from "../../words/deadline";
import { weekday } from "../../words/figures";
import { daysOf, holidaysOf, weeksOf, type DayCell, type Holiday, type Run } from "./year";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** The months. */
export function YearGrid({ year, days, today }: { year: number; days: CalendarDay[]; today: string }): ReactNode {
  return <div className="year" data-test="year" data-year={year}>{MONTHS.map((month) => <Month key={month} year={year} month={month} days={days} today={today} />)}</div>;
}

function Month({ year, month, days, today }: { year: number; month: number; days: CalendarDay[]; today: string }): ReactNode {
  const w = useWords().calendar;
  return (
    <table className="month">
      <caption>{w.month(month)}</caption>
      <thead><tr>{w.weekdays.map((name, index) => <th key={index} scope="col">{name}</th>)}</tr></thead>
      <tbody>{weeksOf(year, month, days).map((week, index) => <tr key={index}>{week.map((cell, at) => <Day key={at} cell={cell} today={today} />)}</tr>)}</tbody>
    </table>
  );
}

function Day({ cell, today }: { cell: DayCell | null; today: string }): ReactNode {
  const w = useWords().calendar;
  const language = useLanguage();
  if (cell === null) return <td />;
  const here = cell.on === today;
  if (cell.is === "work" || cell.is === "weekend") return <td><span className={`yearday ${cell.is}${here ? " today" : ""}`} {...(here ? { "aria-current": "date" } : {})}>{cell.day}</span></td>;
  const what = `${holidayName(language, cell.holiday)} ${w.legend[cell.is]}`.trim();
  return <td><span className={`yearday ${cell.is}${here ? " today" : ""}`} title={w.cell(cell.on, what)} data-test={`day-${cell.on}`} {...(here ? { "aria-current": "date" } : {})}>{cell.day}<span className="onlyheard"> {what}</span></span></td>;
}

/** What the marks mean. */
export function Legend(): ReactNode {
  const w = useWords().calendar.legend;
  return (
    <div className="yearlegend s i2">
      <span><i className="yearday rest" />{w.rest}</span><span><i className="yearday makeup" />{w.makeup}</span><span><i className="yearday weekend">6</i>{w.weekend}</span><span><i className="yearday today" />{w.today}</span>
    </div>
  );
}

/** The holidays in words; `marked` days are what is new. */
export function Holidays({ year, days, marked = [] }: { year: number; days: CalendarDay[]; marked?: string[] }): ReactNode {
  const { calendar: w } = useWords();
  const language = useLanguage();
  // The year is said once, above.
  const spoken = (on: string): string => `${plainDay(on, `${year}-01-01`, language)} ${weekday(on, language)}`;
  const run = (one: Run): ReactNode => <span key={one.from} className={`nw${daysOf(one).some((on) => marked.includes(on)) ? " diff" : ""}`}>{w.run(spoken(one.from), spoken(one.to), one.days)}</span>;
  const works = (of: Holiday): ReactNode => of.works.length > 0 && <span className={`i2${of.works.some((on) => marked.includes(on)) ? " diff" : ""}`}>{w.works(of.works.map(spoken))}</span>;
  return (
    <div className="holidays" data-test="holidays">
      {holidaysOf(days).map((of) => <div className="holiday" key={of.name}><span className="w6 ell" title={of.name}>{holidayName(language, of.name)}</span><span className="holidaysays"><span className="holidayruns">{of.runs.map(run)}</span><span>{works(of)}</span></span></div>)}
    </div>
  );
}
