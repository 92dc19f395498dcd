/** The page's root: answers, language, colours, and which of first start, signing in or the desk is shown. */
import { QueryClientProvider } from "@tanstack/react-query";
import { ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useEffect, useState, type ReactNode } from "react";
import { answers, call, faultOf, onChanged, refresh, useAsk, windowReady, type AppStatus, type Language } from "../bridge";
import { FaultNote } from "../parts";
import { Questions } from "../parts/Dialog";
import { Speaking } from "../words";
import { Boundary } from "./Boundary";
import { Desk } from "./Desk";
import { FirstStart } from "./FirstStart";
import { SignIn } from "./SignIn";
import { useClosing } from "./leaving";
import { useOutside } from "./outside";
import { antdTheme, useMode } from "../parts/theme";

/** The nonce that the content policy asks of antd's styles; the property hides it from the page's text. */
const nonce = document.querySelector<HTMLStyleElement>("#n")?.nonce ?? "";
const KEY = "chengdan.language";

/** Everything. */
export function Root(): ReactNode {
  return <QueryClientProvider client={answers}><Spoken /></QueryClientProvider>;
}

/** What was chosen here. */
function chosenLanguage(): Language | null {
  const kept = localStorage.getItem(KEY);
  return kept === "Zh" || kept === "En" ? kept : null;
}

/** The language is the book's; before there is one, what was chosen here, what the system asks for, or what the web view speaks. */
function languageOf(status: AppStatus | undefined, chosen: Language | null): Language {
  if (status?.book_open === true) return status.language;
  return chosen ?? status?.system_language ?? (navigator.language.toLowerCase().startsWith("zh") ? "Zh" : "En");
}

function Spoken(): ReactNode {
  const status = useAsk("app_status", {});
  const [chosen, setChosen] = useState<Language | null>(chosenLanguage);
  const language = languageOf(status.data, chosen);
  const mode = useMode();
  useEffect(() => onChanged(() => void refresh()), []);
  useEffect(() => {
    document.documentElement.lang = language === "Zh" ? "zh-CN" : "en";
    dayjs.locale(language === "Zh" ? "zh-cn" : "en");
    // Only what is known is kept: before the first answer it is a guess.
    if (status.data !== undefined) localStorage.setItem(KEY, language);
  }, [language, status.data]);
  const speak = (next: Language): void => {
    setChosen(next);
    if (status.data?.book_open === true) void call("language_set", { language: next }).then(() => refresh());
  };
  const drawn = status.data !== undefined || status.isError;
  useEffect(() => {
    // Not requestAnimationFrame: a hidden window draws no frames, and it is this call that shows it.
    if (drawn) setTimeout(windowReady, 0);
  }, [drawn]);
  return (
    <ConfigProvider csp={{ nonce }} theme={antdTheme(mode)} locale={language === "Zh" ? zhCN : enUS} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      <Speaking language={language}>
        <Outside status={status.data} />
        <Boundary>
          {status.data !== undefined && <Stage status={status.data} language={language} speak={speak} />}
          {status.data === undefined && status.isError && <div className="pad"><FaultNote fault={faultOf(status.error)} onReload={() => void status.refetch()} /></div>}
        </Boundary>
        <Questions />
      </Speaking>
    </ConfigProvider>
  );
}

/** Keeps up what stands outside of the page, and is asked before the window closes. */
function Outside({ status }: { status: AppStatus | undefined }): ReactNode {
  useClosing();
  useOutside(status);
  return null;
}

function Stage({ status, language, speak }: { status: AppStatus; language: Language; speak: (next: Language) => void }): ReactNode {
  if (!status.book_open) return <FirstStart status={status} language={language} speak={speak} />;
  if (status.person === null) return <SignIn status={status} language={language} speak={speak} />;
  return <Desk status={status} language={language} speak={speak} person={status.person} />;
}
