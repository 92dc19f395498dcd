/** The desk: rooms at the left, bar on top, opened documents below it, the room itself. */
import { Suspense, useEffect, type ReactNode } from "react";
import type { AppStatus, Language, PersonBrief } from "../bridge";
import { Bones, Note } from "../parts";
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
          {status.warnings.map((warning) => <div key={warning} className="banner"><Note family="wait">{w.warning[warning] ?? warning}</Note></div>)}
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
