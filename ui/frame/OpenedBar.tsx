/** The bar of opened documents: the room first, then what was opened, across all rooms. */
import { X } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { addressOf, closeOpened, useOpened, type Room } from "../parts/place";
import { useKeys } from "../parts";
import { useWords } from "../words";

/** Tabs. The middle button closes, as in a browser. */
export function OpenedBar({ room, address }: { room: Room; address: string }): ReactNode {
  const w = useWords().frame;
  const opened = useOpened();
  const home = addressOf(room);
  const close = (event: MouseEvent, which: string): void => {
    event.preventDefault();
    event.stopPropagation();
    void closeOpened(which);
  };
  const here = opened.some((one) => one.address === address);
  useKeys({ Escape: () => { if (here) location.hash = home; } });
  return (
    <nav className="tabsbar" aria-label={w.opened}>
      <a className={`dtab${here ? "" : " on"}`} href={home} data-test="tab-room">{w.rooms[room]}</a>
      {opened.map((one) => (
        <a key={one.address} className={`dtab${one.address === address ? " on" : ""}`} href={one.address} onAuxClick={(event) => { if (event.button === 1) close(event, one.address); }} data-test="tab">
          <span className="ell">{one.title}</span>
          <button type="button" className="x" aria-label={w.closeTab(one.title)} onClick={(event) => close(event, one.address)}><X size={13} strokeWidth={1.6} /></button>
        </a>
      ))}
    </nav>
  );
}
