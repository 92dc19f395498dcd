/** The middle of the daily rating: the lead with its need, the three grounds, the grades. */
import { Building2, Lock, MapPin, Phone } from "lucide-react";
import { Input, Segmented } from "antd";
import type { ReactNode } from "react";
import type { Grade, LeadView, Refusal } from "../../bridge";
import { Field, Key, go } from "../../parts";
import { tooLong } from "../../parts/fieldErrors";
import { GradeMark } from "../../parts/lead/marks";
import { refusalWords, useLanguage, useWords } from "../../words";
import { nameOf, regionText } from "./card";
import { Registered } from "./LeadPage";
import { GROUNDS, type GroundName, type RatingDraft } from "./ratingDraft";
import { SimilarNote } from "./SimilarNote";

interface CardProps {
  lead: LeadView;
  place: string;
  draft: RatingDraft;
  /** Saving was tried: what is missing is told. */
  tried: boolean;
  set: (draft: RatingDraft) => void;
  onGrade: (grade: Grade) => void;
  onInvalid: () => void;
  /** Why it cannot be closed as invalid; null where the law knows no such act. */
  invalid: Refusal[] | null;
}

const GRADES: Grade[] = ["A", "B", "C"];

/** Everything to judge by, and the judgement. */
export function RatingCard({ lead, place, draft, tried, set, onGrade, onInvalid, invalid }: CardProps): ReactNode {
  const { leads: w } = useWords();
  const language = useLanguage();
  const { card } = lead;
  const put = (name: GroundName, part: Partial<RatingDraft["grounds"][GroundName]>): void => set({ ...draft, grounds: { ...draft.grounds, [name]: { ...draft.grounds[name], ...part } } });
  const source = [w.names.sources[card.source], card.source_note].filter((part) => part !== "").join(" · ");
  return (
    <>
      <div className="i2">{place}　{source}</div>
      <h2 className="pagetitle"><button type="button" className="linkname" onClick={() => go("leads", card.id ?? 0)} data-test="rating-open">{nameOf(card)}</button></h2>
      <div className="reach">
        {card.industry !== "" && <span className="r gap6"><Building2 size={14} strokeWidth={1.6} aria-hidden="true" />{card.industry}</span>}
        {regionText(card) !== "" && <span className="r gap6"><MapPin size={14} strokeWidth={1.6} aria-hidden="true" />{regionText(card)}</span>}
        <span className="r gap6"><Phone size={14} strokeWidth={1.6} aria-hidden="true" />{[card.contact, card.title, card.phone === "" ? card.wechat || card.email : card.phone].filter((part) => part !== "").join("　")}</span>
      </div>
      <Registered lead={lead} />
      <div className="sec">{w.rating.need}</div>
      <p className={`asis lead${card.need === "" ? " i2" : ""}`}>{card.need === "" ? w.rating.noNeed : card.need}</p>
      <SimilarNote card={card} />
      <div className="grounds">
        {GROUNDS.map((name, index) => <GroundBox key={name} name={name} number={index + 1} ground={draft.grounds[name]} tried={tried} put={(part) => put(name, part)} />)}
      </div>
      <div className="grades" role="radiogroup" aria-label={w.columns.grade}>
        {GRADES.map((grade) => (
          <button key={grade} type="button" role="radio" aria-checked={draft.grade === grade} className={`gradebtn${draft.grade === grade ? " on" : ""}`} onClick={() => onGrade(grade)} data-test={`rate-${grade}`}>
            <GradeMark grade={grade} large /><span className="g1 c"><b>{w.names.grades[grade].name}</b><span className="i2 s">{w.names.grades[grade].hint}</span></span><Key>{grade}</Key>
          </button>
        ))}
        {invalid !== null && (
          <button type="button" className="gradebtn invalid" aria-disabled={invalid.length > 0} title={invalid.map((one) => refusalWords(language, one)).join("\n") || undefined} onClick={() => { if (invalid.length === 0) onInvalid(); }} data-test="rate-invalid">
            {invalid.length > 0 && <Lock size={13} strokeWidth={1.6} aria-hidden="true" />}<span className="g1">{w.rating.invalid}</span><Key>X</Key>
          </button>
        )}
      </div>
    </>
  );
}

function GroundBox({ name, number, ground, tried, put }: { name: GroundName; number: number; ground: RatingDraft["grounds"][GroundName]; tried: boolean; put: (part: Partial<RatingDraft["grounds"][GroundName]>) => void }): ReactNode {
  const w = useWords().leads.rating;
  const language = useLanguage();
  const missing = tried && ground.note.trim() === "" ? w.noteMissing : undefined;
  return (
    <section className="ground">
      <h3 className="r gap8"><Key>{String(number)}</Key>{w.grounds[name]}</h3>
      <Segmented block value={ground.verdict} onChange={(verdict) => put({ verdict })} options={w.verdicts[name].map((label, value) => ({ value, label }))} aria-label={w.grounds[name]} data-test={`verdict-${name}`} />
      <Field label={w.note(w.grounds[name])} name={name} hint={w.hints[name]} error={missing ?? tooLong(language, name, ground.note, 500)}>
        <Input.TextArea rows={3} value={ground.note} onChange={(event) => put({ note: event.target.value })} onKeyDown={(event) => { if (event.key === "Escape") event.currentTarget.blur(); }} data-test={`note-${name}`} />
      </Field>
    </section>
  );
}
