/** The room 「设置」: sections and a search at the left, one of the sections at the right. */
import { ConfigProvider } from "antd";
import { Suspense, lazy, useEffect, type ReactNode } from "react";
import { useAsk, useStatus, type SettingsView } from "../../bridge";
import { Answer, Bones, Note, go, useKeys } from "../../parts";
import "../../parts/rooms.css";
import { listed, useLanguage, useWords } from "../../words";
import { AboutSection } from "./AboutSection";
import { BackupSection } from "./BackupSection";
import { BinSection } from "./BinSection";
import { BookSection } from "./BookSection";
import { CompanySection } from "./CompanySection";
import { LookSection } from "./LookSection";
import { MailSection } from "./MailSection";
import { Nav } from "./Nav";
import { NoticeSection } from "./NoticeSection";
import { NumberSection } from "./NumberSection";
import { PastSection } from "./PastSection";
import { PeopleSection } from "./PeopleSection";
import { PolicySection } from "./PolicySection";
import { WordingSection } from "./WordingSection";
import { FOR_ALL, SECTIONS, type Section } from "./finder";
import "./settings.css";

const CalendarSection = lazy(() => import("./CalendarSection"));
const ClauseSection = lazy(() => import("./ClauseSection"));
const ClockSection = lazy(() => import("./ClockSection"));

/** The room; `rest` is the section's name, and perhaps the setting to show in it. */
export default function SettingsRoom({ rest }: { rest: string[] }): ReactNode {
  const w = useWords().settings;
  const language = useLanguage();
  const status = useStatus();
  const asked = useAsk("setting_view", {});
  const now: Section = SECTIONS.find((one) => one === rest[0]) ?? "company";
  const admin = status?.person?.roles.includes("Admin") ?? false;
  const grey = !admin && !FOR_ALL.includes(now);
  const move = (step: number): void => go("settings", SECTIONS[(SECTIONS.indexOf(now) + step + SECTIONS.length) % SECTIONS.length] ?? "company");
  useKeys({ J: () => move(1), ArrowDown: () => move(1), K: () => move(-1), ArrowUp: () => move(-1) });
  useShown(rest[1], asked.data !== undefined);
  return (
    <div className="settings" data-test="room-settings">
      <Nav now={now} failed={(status?.counts.outbox_failed ?? 0) > 0} />
      <div className="settingspage">
        <Answer of={asked}>
          {(view) => (
            <ConfigProvider componentDisabled={grey}>
              {grey && <div className="onlyadmin"><Note family="off" test="only-admin">{w.onlyAdmin(listed(language, view.admins))}</Note></div>}
              <Suspense fallback={<Bones />}><Shown section={now} view={view} field={rest[1]} /></Suspense>
            </ConfigProvider>
          )}
        </Answer>
      </div>
    </div>
  );
}

/** Brings a setting that was looked for into view and marks it for a moment. */
function useShown(field: string | undefined, ready: boolean): void {
  useEffect(() => {
    if (field === undefined || !ready) return;
    // The section's own answers may come a moment later than the settings.
    let tries = 20;
    const timer = setInterval(() => {
      const row = document.querySelector<HTMLElement>(`.settingspage [data-field="${CSS.escape(field)}"]`);
      tries -= 1;
      if (row === null && tries > 0) return;
      clearInterval(timer);
      row?.scrollIntoView({ block: "center" });
      row?.classList.add("lookedfor");
      row?.querySelector<HTMLElement>("input, button, textarea")?.focus({ preventScroll: true });
      setTimeout(() => row?.classList.remove("lookedfor"), 1_600);
    }, 50);
    return () => clearInterval(timer);
  }, [field, ready]);
}

function Shown({ section, view, field }: { section: Section; view: SettingsView; field: string | undefined }): ReactNode {
  switch (section) {
    case "company": return <CompanySection view={view} />;
    case "people": return <PeopleSection view={view} />;
    case "approval": return <PolicySection view={view} />;
    case "clocks": return <ClockSection />;
    case "calendar": return <CalendarSection />;
    case "numbers": return <NumberSection view={view} />;
    case "letter": return <WordingSection field={field} />;
    case "clauses": return <ClauseSection />;
    case "mail": return <MailSection view={view} />;
    case "book": return <BookSection view={view} />;
    case "backup": return <BackupSection />;
    case "bin": return <BinSection />;
    case "past": return <PastSection />;
    case "look": return <LookSection />;
    case "notices": return <NoticeSection />;
    case "about": return <AboutSection />;
  }
}
