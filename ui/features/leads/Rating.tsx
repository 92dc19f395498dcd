/** 「每日评级」 (L2): every unrated lead, one after the other, by keyboard: grade, three grounds with their notes, who decides. */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button } from "antd";
import { faultOf, useAct, useAsk, type Grade, type LeadView } from "../../bridge";
import { Answer, Empty, FaultNote, Footer, InstantText, Key, RoomHead, go, say, useKeys } from "../../parts";
import { HandFields } from "../../parts/Decision";
import { useKept } from "../../parts/kept";
import { Due } from "../../parts/lead/Due";
import { End } from "../../parts/lead/End";
import { GradeMark } from "../../parts/lead/marks";
import { useHand, type Hand } from "../../parts/lead/hand";
import { useWords } from "../../words";
import { figure } from "../../words/figures";
import { nameOf } from "./card";
import { RatingCard } from "./RatingCard";
import { GROUNDS, missingIn, nextAfter, ratingOf, tidyGrounds, type RatingDraft } from "./ratingDraft";

/** What was rated while this page was open. */
interface Rated {
  id: number;
  name: string;
  grade: Grade | null;
}

/** The page; `at` is the lead to begin with, also one that is rated anew. */
export function Rating({ at }: { at: number | null }): ReactNode {
  const unrated = useAsk("lead_unrated", {});
  const again = useAsk("lead_view", { id: at ?? 0 }, { enabled: at !== null && unrated.data !== undefined && unrated.data.every((one) => one.card.id !== at), keep: false });
  return (
    <Answer of={unrated}>
      {(queue) => {
        const known = again.data !== undefined && at !== null && queue.every((one) => one.card.id !== at) && again.data.acts.some((may) => may.act === "Rate") ? [again.data, ...queue] : queue;
        return <Page queue={known} at={at} />;
      }}
    </Answer>
  );
}

function Page({ queue, at }: { queue: LeadView[]; at: number | null }): ReactNode {
  const { leads: w } = useWords();
  const [done, setDone] = useState<Rated[]>([]);
  const hand = useHand();
  const ids = queue.map((one) => one.card.id ?? 0);
  // Where the address says nothing, the longest waiting is first.
  const here = queue.find((one) => one.card.id === at) ?? queue[0];
  const move = (step: number): void => {
    const next = queue[Math.max(0, Math.min(queue.length - 1, ids.indexOf(here?.card.id ?? 0) + step))];
    if (next !== undefined) go("leads", "rating", next.card.id ?? 0);
  };
  const finished = (one: Rated): void => {
    setDone((former) => [...former.filter((other) => other.id !== one.id), one]);
    const next = nextAfter(ids, one.id);
    if (next === null) go("leads", "rating");
    else go("leads", "rating", next);
  };
  const down = (): void => move(1);
  const up = (): void => move(-1);
  useKeys({ J: down, ArrowDown: down, K: up, ArrowUp: up });
  return (
    <div className="roompage" data-test="rating">
      <RoomHead title={w.rating.title} right={<Progress done={done.length} all={done.length + queue.length} />}>
        <Button type="text" size="small" onClick={() => go("leads")} data-test="rating-back">{w.rating.back}</Button>
      </RoomHead>
      <div className="rating">
        <Queue queue={queue} done={done} here={here?.card.id ?? null} />
        {here === undefined ? <div className="ratingmain"><Empty act={<button type="button" className="linkbtn" onClick={() => go("leads")}>{w.rating.back}</button>}>{w.rating.all} {w.rating.allHint}</Empty></div>
          : <One key={here.card.id} lead={here} place={w.rating.place(figure(ids.indexOf(here.card.id ?? 0) + 1), figure(ids.length))} hand={hand} onDone={finished} />}
      </div>
      <Footer keys={<RatingKeys />}><span>{w.rating.decider}　<b>{hand.candidates.find((one) => one.id === hand.typed.deciderId)?.name ?? "—"}</b></span></Footer>
    </div>
  );
}

function RatingKeys(): ReactNode {
  const w = useWords().leads.rating.keys;
  return <><span><Key>A</Key><Key>B</Key><Key>C</Key>{w.grade}</span><span><Key>1</Key><Key>2</Key><Key>3</Key>{w.notes}</span><span><Key>Mod</Key><Key>Enter</Key>{w.save}</span><span><Key>J</Key><Key>K</Key>{w.move}</span><span><Key>X</Key>{w.invalid}</span></>;
}

function Progress({ done, all }: { done: number; all: number }): ReactNode {
  const w = useWords().leads.rating.rated(figure(done), figure(all));
  return (
    <div className="r gap12 nw">
      <span className="i2" data-test="rated-count">{w.before}<b className="ink">{w.done}</b>{w.after}</span>
      <progress className="progress" value={done} max={Math.max(1, all)} aria-label={`${w.before}${w.done}${w.after}`} />
    </div>
  );
}

/** Those that wait and those that were just rated. */
function Queue({ queue, done, here }: { queue: LeadView[]; done: Rated[]; here: number | null }): ReactNode {
  const w = useWords().leads;
  const box = useRef<HTMLElement>(null);
  useEffect(() => { box.current?.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" }); }, [here]);
  return (
    <nav className="ratinglist" aria-label={w.rating.list} ref={box} data-test="rating-list">
      {done.map((one) => (
        <a key={`done${one.id}`} className="ratingitem rated" href={`#/leads/${one.id}`} data-test="rating-done">
          {one.grade === null ? <span className="grademark st-off" title={w.rating.invalid}>×</span> : <GradeMark grade={one.grade} />}<span className="g1 ell">{one.name}</span>
        </a>
      ))}
      {queue.map((one) => (
        <a key={one.card.id} className={`ratingitem${one.card.id === here ? " on" : ""}`} aria-current={one.card.id === here} href={`#/leads/rating/${one.card.id}`} data-test="rating-item">
          <GradeMark grade={one.rating?.grade ?? null} />
          <span className="g1 c"><span className="r gap8"><b className="g1 ell">{nameOf(one.card)}</b><span className="i2 s nw"><InstantText at={one.card.received_at ?? one.registered_at} /></span></span><span className="i2 ell s">{one.card.need}</span></span>
        </a>
      ))}
    </nav>
  );
}

/** One lead, with what is typed about it; the draft stays when one looks at another. */
function One({ lead, place, hand, onDone }: { lead: LeadView; place: string; hand: Hand; onDone: (one: Rated) => void }): ReactNode {
  const { leads: w } = useWords();
  const id = lead.card.id ?? 0;
  const name = nameOf(lead.card);
  const kept = useKept<RatingDraft>("lead rating", id, ratingOf(lead), () => name);
  const draft = kept.draft;
  const [tried, setTried] = useState(false);
  const [ending, setEnding] = useState(false);
  const rate = useAct("lead_rate", () => {
    kept.saved();
    if (draft.grade !== null) say(w.rating.done(name, draft.grade));
    onDone({ id, name, grade: draft.grade });
  });
  const missing = missingIn(draft);
  const save = (): void => {
    setTried(true);
    if (missing !== null && missing !== "grade") return focusNote(missing);
    if (draft.grade === null || hand.request === null || rate.isPending) return;
    rate.mutate({ id, version: lead.card.version ?? 0, grade: draft.grade, grounds: tidyGrounds(draft.grounds), hand: hand.request });
  };
  const grade = (value: Grade): void => { rate.reset(); kept.set({ ...draft, grade: value }); };
  const note = (index: number): void => focusNote(GROUNDS[index] ?? "industry");
  const may = lead.acts.find((one) => one.act === "Invalidate");
  useKeys({
    A: () => grade("A"), B: () => grade("B"), C: () => grade("C"), 1: () => note(0), 2: () => note(1), 3: () => note(2), "Mod+Enter": save, Enter: save,
    X: () => { if (may?.refusals.length === 0) setEnding(true); },
  });
  const clock = lead.deadlines.find((one) => one.rule === "LeadRating" && one.state === "Running");
  return (
    <>
      <div className="ratingmain">
        <RatingCard lead={lead} place={place} draft={draft} tried={tried} set={(next) => { rate.reset(); kept.set(next); }} onGrade={grade} onInvalid={() => setEnding(true)} invalid={may?.refusals ?? null} />
      </div>
      <aside className="ratingside" aria-label={w.rating.decider}>
        {clock !== undefined && <div className="r gap8"><span className="i2 g1">{w.rating.by}</span><Due view={clock} /></div>}
        <div className="sec">{w.rating.decider}</div>
        <HandFields {...hand} nobody={w.rating.nobody} />
        {draft.grade !== null && <div><div className="sec">{w.rating.after}</div><p className="i2">{w.rating.afterwards[draft.grade]}</p></div>}
        {rate.isError && <FaultNote fault={faultOf(rate.error)} />}
        <div className="g1" />
        <Button type="primary" size="large" block loading={rate.isPending} disabled={draft.grade === null || hand.request === null} onClick={save} data-test="rate-save">{draft.grade === null ? w.rating.saveOpen : w.rating.save(draft.grade)}<span className="newkey">Enter</span></Button>
      </aside>
      {ending && <End lead={{ id, version: lead.card.version ?? 0, name }} how="Invalidate" onClose={() => setEnding(false)} onDone={() => { kept.saved(); onDone({ id, name, grade: null }); }} />}
    </>
  );
}

/** Puts the keyboard into a ground's note. */
function focusNote(ground: string): void {
  document.querySelector<HTMLElement>(`[data-field="${ground}"] textarea`)?.focus();
}
