/** A rating while it is typed (L2): the grade, three grounds, and what is still missing. Pure. */
import type { Grade, Ground, Grounds, LeadView } from "../../bridge";

/** The grounds in the order of their keys 1, 2, 3. */
export const GROUNDS = ["industry", "fit", "likelihood"] as const;
export type GroundName = (typeof GROUNDS)[number];

/** What is typed about a lead's rating. */
export interface RatingDraft {
  grade: Grade | null;
  grounds: Grounds;
}

const middling = (): Ground => ({ verdict: 1, note: "" });

/** Nothing is typed; a lead that is rated anew begins with what was judged. */
export function ratingOf(lead: LeadView | undefined): RatingDraft {
  const { rating } = lead ?? { rating: null };
  return rating === null ? { grade: null, grounds: { industry: middling(), fit: middling(), likelihood: middling() } } : { grade: rating.grade, grounds: rating.grounds };
}

/** The first thing that is missing: a ground without a note, or the grade. */
export function missingIn(draft: RatingDraft): GroundName | "grade" | null {
  return draft.grade === null ? "grade" : (GROUNDS.find((name) => draft.grounds[name].note.trim() === "") ?? null);
}

/** The grounds as they are sent. */
export function tidyGrounds(grounds: Grounds): Grounds {
  const tidy = ({ verdict, note }: Ground): Ground => ({ verdict, note: note.trim() });
  return { industry: tidy(grounds.industry), fit: tidy(grounds.fit), likelihood: tidy(grounds.likelihood) };
}

/** The lead after this one: the next that is left, at the end the first; none when this was the last. */
export function nextAfter(ids: number[], id: number): number | null {
  const left = ids.filter((one) => one !== id);
  const at = ids.indexOf(id);
  return left.length === 0 ? null : (left[Math.min(Math.max(at, 0), left.length - 1)] ?? null);
}
