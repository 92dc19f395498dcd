/** The numbers' rule as boxes: what is typed stays typed; it is read here. Pure. */
import type { Reset, Series, SeriesSave } from "../../bridge";

/** The rule with the next serial as typed; empty leaves it where it is. */
export interface SeriesForm extends Series {
  next: string;
}

/** The fewest and the most digits, and the ways of counting, as the core takes them. */
export const DIGITS = [3, 4, 5, 6];
export const RESETS: Reset[] = ["Monthly", "Yearly", "Never"];

/** The rule as boxes. */
export function seriesForm(series: Series): SeriesForm {
  return { ...series, next: "" };
}

/** What is asked of the core; none while the next serial is no number. */
export function seriesSave(form: SeriesForm): SeriesSave | null {
  const { next, ...series } = form;
  const typed = next.trim();
  if (typed !== "" && !/^\d{1,6}$/.test(typed)) return null;
  return { series: { ...series, prefix: series.prefix.trim() }, next: typed === "" ? null : Number(typed) };
}
