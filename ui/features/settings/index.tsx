/** The room 「设置」: sections at the left, one of them at the right. */
import { ConfigProvider } from "antd";
import type { ReactNode } from "react";
import { useAsk, useStatus, type SettingsView } from "../../bridge";
import { Answer, Note, go, useKeys } from "../../parts";
import "../../parts/rooms.css";
import { useWords } from "../../words";
import { BinSection } from "./BinSection";
import { BookSection } from "./BookSection";
import { CompanySection } from "./CompanySection";
import { LetterSection } from "./LetterSection";
import { LookSection } from "./LookSection";
import { MailSection } from "./MailSection";
import { PeopleSection } from "./PeopleSection";
import { PolicySection } from "./PolicySection";
import "./settings.css";

const SECTIONS = ["company", "people", "approval", "letter", "mail", "book", "bin", "look"] as const;
type Section = (typeof SECTIONS)[number];

/** The room; `rest` is the section's name. */
export default function SettingsRoom({ rest }: { rest: string[] }): ReactNode {
  const w = useWords().settings;
  const status = useStatus();
  const asked = useAsk("setting_view", {});
  const now: Section = SECTIONS.find((one) => one === rest[0]) ?? "company";
  const admin = status?.person?.roles.includes("Admin") ?? false;
  const forAll = now === "look" || now === "bin";
  const failed = (status?.counts.outbox_failed ?? 0) > 0;
  const move = (step: number): void => go("settings", SECTIONS[(SECTIONS.indexOf(now) + step + SECTIONS.length) % SECTIONS.length] ?? "company");
  useKeys({ J: () => move(1), ArrowDown: () => move(1), K: () => move(-1), ArrowUp: () => move(-1) });
  return (
    <div className="settings" data-test="room-settings">
      <nav className="settingsnav" aria-label={w.title}>
        {SECTIONS.map((one) => (
          <button type="button" key={one} className={`settingslink${one === now ? " on" : ""}`} aria-current={one === now ? "page" : undefined} onClick={() => go("settings", one)} data-test={`settings-${one}`}>
            <span className="g1 ell">{w.sections[one]}</span>
            {one === "mail" && failed && <span className="late s">{w.todo}</span>}
          </button>
        ))}
      </nav>
      <div className="settingspage">
        <Answer of={asked}>
          {(view) => (
            <ConfigProvider componentDisabled={!admin && !forAll}>
              {!admin && !forAll && <div className="onlyadmin"><Note family="off">{w.onlyAdmin}</Note></div>}
              <Shown section={now} view={view} />
            </ConfigProvider>
          )}
        </Answer>
      </div>
    </div>
  );
}

function Shown({ section, view }: { section: Section; view: SettingsView }): ReactNode {
  switch (section) {
    case "company": return <CompanySection view={view} />;
    case "people": return <PeopleSection view={view} />;
    case "approval": return <PolicySection view={view} />;
    case "letter": return <LetterSection view={view} />;
    case "mail": return <MailSection view={view} />;
    case "book": return <BookSection view={view} />;
    case "bin": return <BinSection />;
    case "look": return <LookSection view={view} />;
  }
}
