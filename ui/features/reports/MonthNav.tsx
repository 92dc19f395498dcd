/** The month one looks at, the way to its neighbours, and which of its pages is open. */
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Chip, Views, go, useKeys } from "../../parts";
import { useWords } from "../../words";
import { partsOf, stepMonth } from "./arithmetic";

/** The pages of a month. */
export type MonthPage = "month" | "deadlines";

interface NavProps {
  ym: number;
  present: number;
  page: MonthPage;
  range: { least: number; most: number };
}

/** Where a month's page is. */
export function pageOf(page: MonthPage, ym: number): (string | number)[] {
  return page === "month" ? [ym] : [ym, "deadlines"];
}

/** The left of the head. */
export function MonthNav({ ym, present, page, range }: NavProps): ReactNode {
  const { reports: w, record } = useWords();
  const { year, month } = partsOf(ym);
  const to = (steps: number): void => {
    const next = stepMonth(ym, steps);
    if (next >= range.least && next <= range.most) go("reports", ...pageOf(page, next));
  };
  useKeys({ "[": () => to(-1), "]": () => to(1), ArrowLeft: () => to(-1), ArrowRight: () => to(1) });
  return (
    <>
      <button type="button" className="iconbtn" aria-label={w.previous} title={`${w.previous}  [`} disabled={ym <= range.least} onClick={() => to(-1)} data-test="month-previous"><ChevronLeft size={18} strokeWidth={1.6} /></button>
      <h1 className="pagetitle" data-test="month-name">{w.month(year, month)}</h1>
      <button type="button" className="iconbtn" aria-label={w.next} title={`${w.next}  ]`} disabled={ym >= range.most} onClick={() => to(1)} data-test="month-next"><ChevronRight size={18} strokeWidth={1.6} /></button>
      <Chip family="off">{ym === present ? w.provisional : w.draft}</Chip>
      {ym !== present && <button type="button" className="linkbtn s nw" onClick={() => go("reports", ...pageOf(page, present))}>{w.present}</button>}
      <span className="g1" />
      <Views<MonthPage> choices={[{ name: "month", label: record.pages.month }, { name: "deadlines", label: record.pages.deadlines }]} now={page} onChoose={(next) => go("reports", ...pageOf(next, ym))} test="month-page" />
    </>
  );
}
