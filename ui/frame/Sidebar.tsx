/** The rooms, with words and the number that is due in each. */
import { Fragment, type ReactNode } from "react";
import logo from "../logo.svg";
import type { AppStatus } from "../bridge";
import { addressOf, type Room } from "../parts/place";
import { useWords } from "../words";
import { capped, rooms } from "./rooms";

/** The left column; below 1120 px a narrow rail. */
export function Sidebar({ status, now }: { status: AppStatus; now: Room }): ReactNode {
  const w = useWords().frame;
  return (
    <nav className="side" aria-label={w.program}>
      <div className="brand"><img src={logo} width={24} height={24} alt="" /><span className="n">{w.program}</span></div>
      {rooms.map((entry, index) => {
        const count = entry.count(status.counts);
        const gap = index > 0 && rooms[index - 1]?.group !== entry.group;
        return (
          <Fragment key={entry.room}>
            {gap && <div className="gap" />}
            <a className={`room${entry.room === now ? " on" : ""}`} href={addressOf(entry.room)} aria-current={entry.room === now ? "page" : undefined} title={count > 0 ? entry.due?.(status.counts, w.due) : undefined} data-test={`room-${entry.room}`}>
              <entry.icon size={16} strokeWidth={1.6} aria-hidden="true" />
              <span className="w">{w.rooms[entry.room]}</span>
              {count > 0 && <span className={`n${entry.hot(status.counts) ? " hot" : ""}`}>{capped(count)}</span>}
            </a>
          </Fragment>
        );
      })}
      <div className="g1" />
      <div className="sidefoot" title={status.book_path}>
        <div className="ell">{status.company_name}</div>
        {status.sample && <div className="i3 ell" title={w.sampleNote}>{w.sample}</div>}
        {status.single_person && <div className="wait ell">{w.singlePerson}</div>}
      </div>
    </nav>
  );
}
