/** Bars of a page: its head with saved views, sections with counts, the footer that counts and sums. */
import type { ReactNode } from "react";
import { useKeys } from "./keys";

interface Choice<Name extends string> {
  name: Name;
  label: string;
  count?: number | undefined;
  /** The count is a warning. */
  hot?: boolean;
}

/** Saved views as words with counts. */
export function Views<Name extends string>({ choices, now, onChoose, test }: { choices: Choice<Name>[]; now: Name; onChoose: (name: Name) => void; test: string }): ReactNode {
  return (
    <div className="views" role="tablist">
      {choices.map((choice) => (
        <button key={choice.name} type="button" role="tab" aria-selected={choice.name === now} className={`view${choice.name === now ? " on" : ""}`} onClick={() => onChoose(choice.name)} data-test={`${test}-${choice.name}`}>
          {choice.label}
          {choice.count !== undefined && <span className={`n${choice.hot === true && choice.count > 0 ? " hot" : ""}`}>{choice.count}</span>}
        </button>
      ))}
    </div>
  );
}

/** Sections of a document, also by the keys 1…9. */
export function Sections<Name extends string>({ choices, now, onChoose, right, test }: { choices: Choice<Name>[]; now: Name; onChoose: (name: Name) => void; right?: ReactNode; test: string }): ReactNode {
  useKeys(Object.fromEntries(choices.map((choice, index) => [String(index + 1), () => onChoose(choice.name)])));
  return (
    <div className="sections">
      <div className="r g1" role="tablist">
        {choices.map((choice) => (
          <button key={choice.name} type="button" role="tab" aria-selected={choice.name === now} className={`section${choice.name === now ? " on" : ""}`} onClick={() => onChoose(choice.name)} data-test={`${test}-${choice.name}`}>
            {choice.label}
            {choice.count !== undefined && choice.count > 0 && <span className="n">{choice.count}</span>}
          </button>
        ))}
      </div>
      {right !== undefined && <div className="i3 s nw">{right}</div>}
    </div>
  );
}

/** The footer of a page: figures left, keys right. */
export function Footer({ children, keys }: { children: ReactNode; keys?: ReactNode }): ReactNode {
  return <div className="foot">{children}{keys !== undefined && <div className="hints keyhints">{keys}</div>}</div>;
}

/** The head of a room: its name, then whatever belongs on the same line. */
export function RoomHead({ title, children, right }: { title: string; children?: ReactNode; right?: ReactNode }): ReactNode {
  return (
    <div className="roomhead">
      <h1 className="t nw">{title}</h1>
      <div className="r g1 gap4 headmiddle">{children}</div>
      {right}
    </div>
  );
}
