/** The desk: rooms at the left, bar on top, opened documents below it, the room itself. */
import { Suspense, useEffect, type ReactNode } from "react";
import type { AppStatus, Language, PersonBrief } from "../bridge";
import { Bones, Note, go } from "../parts";
import { addressOf, seat, usePlace } from "../parts/place";
import { useBegunOf } from "../parts/begun";
import { useWords } from "../words";
import { BehalfNote } from "./BehalfNote";
import { Boundary } from "./Boundary";
import { Notices } from "./Notices";
import { OpenedBar } from "./OpenedBar";
import { Sidebar } from "./Sidebar";
import { TopBar } from "./TopBar";
import { rooms } from "./rooms";

interface DeskProps {
  status: AppStatus;
  person: PersonBrief;
  language: Language;
  speak: (language: Language) => void;
}

/** The frame with the present room in it. */
export function Desk({ status, person, language, speak }: DeskProps): ReactNode {
  const place = usePlace();
  const w = useWords().frame;
  const entry = rooms.find((one) => one.room === place.room);
  const address = addressOf(place.room, ...place.rest);
  const ready = useBegunOf(status.book_path, person.id);
  useEffect(() => seat(`${status.book_path} ${person.id}`), [status.book_path, person.id]);
  return (
    <div className="app">
      <Sidebar status={status} now={place.room} />
      <div className="right">
        <TopBar status={status} person={person} language={language} speak={speak} />
        <OpenedBar room={place.room} address={address} />
        <main className="main" data-room={place.room}>
          {status.warnings.map((warning) => <Warning key={warning} warning={warning} />)}
          <BehalfNote />
          <Notices personId={person.id} />
          <Boundary place={address}>
            <Suspense fallback={<Bones />}>{!ready ? <Bones /> : entry === undefined ? <div className="pad">{w.unknownRoom}</div> : <entry.Page key={person.id} rest={place.rest} />}</Suspense>
          </Boundary>
        </main>
      </div>
    </div>
  );
}

/** Where a warning can be put right: a section of the settings. */
const PUT_RIGHT: Record<string, "calendar" | "backup"> = { calendar_year_missing: "calendar", calendar_next_missing: "calendar", cloud_folder: "backup" };

function Warning({ warning }: { warning: string }): ReactNode {
  const w = useWords().frame;
  const section = PUT_RIGHT[warning];
  return (
    <div className="banner">
      <Note family="wait" test={`warning-${warning}`}>
        {w.warning[warning] ?? warning}{section !== undefined && <>　<button type="button" className="linkbtn" onClick={() => go("settings", section)} data-test={`warning-act-${section}`}>{w.warningAct[section]}</button></>}
      </Note>
    </div>
  );
}
