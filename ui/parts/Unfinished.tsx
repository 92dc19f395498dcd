/** Forms that were begun and not saved: offered again on top of the form, named above the room's list, told at the form's foot. */
import { X } from "lucide-react";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useLanguage, useWords, type Words } from "../words";
import { instantSpoken } from "../words/figures";
import { Glyph } from "./Glyph";
import type { Kept } from "./kept";
import { Note } from "./Note";
import { addressOf, goTo } from "./place";
import { useToday } from "./Text";
import { say } from "./Toast";
import { hold, letGo, useBegun, type Begun, type FormPlace } from "./begun";

/** Forms of the settings whose section has another name. */
const SECTIONS: Record<string, string> = { policy: "approval", wording: "letter" };

/** Where a form stands. */
export function addressOfForm({ kind, id }: FormPlace): string {
  if (kind === "lead") return id === null ? addressOf("leads", "new") : addressOf("leads", id, "edit");
  if (kind === "opportunity") return id === null ? addressOf("opportunities", "new") : addressOf("opportunities", id, "edit");
  if (kind === "quotation") return id === null ? addressOf("quotations", "new") : addressOf("quotations", id, "edit");
  if (kind === "contract") return id === null ? addressOf("contracts", "new") : addressOf("contracts", id, "edit");
  if (kind === "needs") return addressOf("opportunities", id ?? "", "needs");
  if (kind === "solution") return addressOf("opportunities", id ?? "");
  if (kind === "lead rating") return addressOf("leads", "rating", id ?? "");
  if (kind === "customer") return id === null ? addressOf("customers", "new") : addressOf("customers", id, "edit");
  if (kind === "product") return addressOf("products", id ?? "new");
  const [, section = ""] = kind.split(" ");
  return addressOf("settings", SECTIONS[section] ?? section);
}

/** What a list calls it. */
export function nameOfForm({ unfinished: w }: Words, { kind, id, title }: Begun): string {
  if (title !== "") return title;
  return (id === null ? w.newOne[kind] : undefined) ?? w.kinds[kind] ?? kind;
}

/** Gives a form up, with the way back. */
export function useGiveUp(): (one: Begun) => void {
  const words = useWords();
  return (one) => {
    letGo(one);
    say(words.unfinished.givenUp(nameOfForm(words, one)), { label: words.frame.undo, run: () => hold(one, one.title, one.typed) });
  };
}

/** On top of a form that was found half typed. */
export function FoundNote<Value>({ kept, acts }: { kept: Kept<Value>; acts?: ReactNode }): ReactNode {
  const w = useWords().unfinished;
  const language = useLanguage();
  const today = useToday();
  const giveUp = useGiveUp();
  const { begun } = kept;
  if (kept.foundAt === null || begun === undefined || !kept.dirty) return null;
  const when = instantSpoken(kept.foundAt, today, language);
  return (
    <Note family="accent" test="found-unfinished">
      <span className="r gap12">
        <span className="g1">{begun.id === null ? w.foundNew(when) : w.foundChanged(when)}</span>
        {acts ?? <Button size="small" onClick={() => giveUp(begun)} data-test="give-up">{w.giveUp}</Button>}
      </span>
    </Note>
  );
}

/** At the foot of a changed form: whether what was typed lies in the book. */
export function KeptState({ begun }: { begun: Begun | undefined }): ReactNode {
  const w = useWords().unfinished;
  const language = useLanguage();
  const today = useToday();
  if (begun !== undefined && begun.fault !== null) return <span className="late r gap6" data-test="not-kept"><Glyph shape="late" />{w.notKept}</span>;
  const at = begun?.keptAt ?? null;
  return <span className="wait r gap6 nw" data-test={at === null ? "keeping" : "kept"}><Glyph shape="wait" />{at === null ? w.keeping : w.kept(instantSpoken(at, today, language))}</span>;
}

/** Above a room's list: what was begun there. */
export function UnfinishedStrip({ kind }: { kind: string }): ReactNode {
  const words = useWords();
  const mine = useBegun().filter((one) => one.kind === kind);
  const giveUp = useGiveUp();
  const language = useLanguage();
  const today = useToday();
  if (mine.length === 0) return null;
  return (
    <div className="unfinished" data-test="unfinished">
      <span className="wait r gap6 nw"><Glyph shape="wait" />{words.unfinished.title}</span>
      {mine.map((one) => (
        <span key={one.id ?? "new"} className="unfinishedone">
          <button type="button" className="linkbtn ell" title={nameOfForm(words, one)} onClick={() => goTo(addressOfForm(one))} data-test="unfinished-open">{nameOfForm(words, one)}</button>
          <span className="i3 s nw">{one.id === null ? words.unfinished.newOne[kind] : words.unfinished.kinds[kind]}{one.keptAt !== null && ` · ${instantSpoken(one.keptAt, today, language)}`}</span>
          <button type="button" className="iconbtn small" aria-label={words.unfinished.giveUp} title={words.unfinished.giveUp} onClick={() => giveUp(one)} data-test="unfinished-give-up"><X size={13} strokeWidth={1.6} /></button>
        </span>
      ))}
    </div>
  );
}
