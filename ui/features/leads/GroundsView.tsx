/** The three grounds of a rating, each with its verdict and its note (L2). */
import type { ReactNode } from "react";
import type { LeadRating } from "../../bridge";
import { InstantText } from "../../parts";
import { GradeMark } from "../../parts/lead/marks";
import { useWords } from "../../words";
import { GROUNDS } from "./ratingDraft";

/** As they were judged. */
export function GroundsView({ rating }: { rating: LeadRating }): ReactNode {
  const w = useWords().leads;
  return (
    <div data-test="grounds">
      <div className="r gap8 i2"><GradeMark grade={rating.grade} /><span>{w.names.grades[rating.grade].name}</span><span>{w.page.decided(rating.decider, rating.recorder)}</span><span className="s"><InstantText at={rating.at} /></span></div>
      {GROUNDS.map((name) => (
        <div className="pair" key={name}>
          <span className="i3">{w.rating.grounds[name]}</span>
          <span className="g1"><b>{w.rating.verdicts[name][rating.grounds[name].verdict as 0 | 1 | 2]}</b>　<span className="asis">{rating.grounds[name].note}</span></span>
        </div>
      ))}
    </div>
  );
}
