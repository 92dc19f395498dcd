/** The rooms, with words and the number that is due in each. */
import { Tooltip } from "antd";
import { Fragment, type ReactNode } from "react";
import logo from "../logo.svg";
import type { AppStatus } from "../bridge";
import { useBegun } from "../parts/begun";
import { addressOf, type Room } from "../parts/place";
import { useWords } from "../words";
import { capped, rooms, type RoomEntry } from "./rooms";

/** The left column; below 1120 px a narrow rail. */
export function Sidebar({ status, now }: { status: AppStatus; now: Room }): ReactNode {
  const w = useWords().frame;
  return (
    <nav className="side" aria-label={w.program}>
      <div className="brand"><img src={logo} width={24} height={24} alt="" /><span className="n">{w.program}</span></div>
      {rooms.map((entry, index) => {
        const gap = index > 0 && rooms[index - 1]?.group !== entry.group;
        return (
          <Fragment key={entry.room}>
            {gap && <div className="gap" />}
            <RoomLink entry={entry} status={status} on={entry.room === now} />
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

/** A room, the number due in it, and in words what the number counts. */
function RoomLink({ entry, status, on }: { entry: RoomEntry; status: AppStatus; on: boolean }): ReactNode {
  const words = useWords();
  const begun = useBegun();
  const due = entry.due(status.counts, begun, words).filter(({ count }) => count > 0);
  const count = due.reduce((sum, one) => sum + one.count, 0);
  const hot = due.some((one) => one.hot === true);
  const says = due.map((one) => one.says).join(words.frame.due.and);
  const name = words.frame.rooms[entry.room];
  return (
    <Tooltip title={says} placement="right" mouseEnterDelay={0.3}>
      <a className={`room${on ? " on" : ""}`} href={addressOf(entry.room)} aria-current={on ? "page" : undefined} aria-label={says === "" ? name : `${name} ${capped(count)}: ${says}`} data-test={`room-${entry.room}`}>
        <entry.icon size={16} strokeWidth={1.6} aria-hidden="true" />
        <span className="w">{name}</span>{" "}
        {count > 0 && <span className={`n${hot ? " hot" : ""}`} data-test={`due-${entry.room}`}>{capped(count)}</span>}
      </a>
    </Tooltip>
  );
}
