/** Every word with a customer, newest first (L5). */
import type { ReactNode } from "react";
import type { LeadFollowUp } from "../../bridge";
import { Glyph } from "../Glyph";
import { Empty } from "../Note";
import { InstantText, useToday } from "../Text";
import { useLanguage, useWords } from "../../words";
import { dateSpoken } from "../../words/figures";
import "./lead.css";

/** All of them. */
export function FollowUpList({ all }: { all: LeadFollowUp[] }): ReactNode {
  const w = useWords().leads.page;
  if (all.length === 0) return <Empty>{w.noFollow}</Empty>;
  return <div className="follows" data-test="follow-ups">{all.map((one, index) => <FollowUpRow key={`${one.at} ${index}`} one={one} />)}</div>;
}

/** One: when and who, how, whether reached, what was said, when next. */
export function FollowUpRow({ one, narrow }: { one: LeadFollowUp; narrow?: boolean }): ReactNode {
  const w = useWords().leads;
  const language = useLanguage();
  const today = useToday();
  return (
    <div className={`followrow${narrow === true ? " narrow" : ""}`} data-test="follow-up-row">
      <div className="followwhen"><span className="i2 s"><InstantText at={one.at} /></span><span className="i2 s">{one.person}</span></div>
      <div className="g1 followsaid">
        <div className="r gap8">
          <span className="w6">{w.names.methods[one.method]}</span>
          <span className={`r gap4 ${one.reached ? "done" : "i2"}`}><Glyph shape={one.reached ? "done" : "off"} size={11} />{one.reached ? w.reached : w.notReached}</span>
          {one.next_on !== null && <span className="i2 s nw">{w.follow.next(dateSpoken(one.next_on, today, language))}</span>}
        </div>
        <div className="asis">{one.said}</div>
        {one.need_change !== "" && <div className="asis"><span className="i2">{w.follow.needChange}　</span>{one.need_change}</div>}
      </div>
    </div>
  );
}
