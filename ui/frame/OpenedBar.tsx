/** The bar of opened documents: the room first, then what was opened, across all rooms; what does not fit stands in a menu. */
import { ChevronDown, X } from "lucide-react";
import { Dropdown, type MenuProps } from "antd";
import { useRef, type MouseEvent, type ReactNode } from "react";
import { addressOf, closeOpened, closeOthers, goTo, useOpened, type Opened, type Room } from "../parts/place";
import { useKeys, useWidth } from "../parts";
import { useWords } from "../words";

/** A tab is read down to this width; the room's tab and the menu need theirs. */
const TAB_PX = 136;
const REST_PX = 150;

/** Which documents stand in the bar: the first ones, and in any case the one that is looked at. */
export function fitting<Tab extends { address: string }>(opened: Tab[], now: string, width: number): { shown: Tab[]; more: Tab[] } {
  const room = Math.max(1, Math.floor((width - REST_PX) / TAB_PX));
  if (width === 0 || opened.length <= room) return { shown: opened, more: [] };
  const at = opened.findIndex((one) => one.address === now);
  const shown = opened.filter((_, index) => (at < room ? index < room : index < room - 1 || index === at));
  return { shown, more: opened.filter((one) => !shown.includes(one)) };
}

/** Tabs. The middle button closes, as in a browser; Ctrl Tab goes on, Ctrl W closes. */
export function OpenedBar({ room, address }: { room: Room; address: string }): ReactNode {
  const w = useWords().frame;
  const opened = useOpened();
  const bar = useRef<HTMLElement>(null);
  const { shown, more } = fitting(opened, address, useWidth(bar));
  const home = addressOf(room);
  const here = opened.some((one) => one.address === address);
  useBarKeys(opened, address, home);
  return (
    <nav className="tabsbar" ref={bar} aria-label={w.opened} data-test="opened">
      <a className={`dtab roomtab${here ? "" : " on"}`} href={home} data-test="tab-room">{w.rooms[room]}</a>
      {shown.map((one) => <Tab key={one.address} one={one} on={one.address === address} alone={opened.length === 1} />)}
      {more.length > 0 && <More more={more} now={address} />}
    </nav>
  );
}

/** Ctrl Tab and back walk through the room and its documents, round and round. */
function useBarKeys(opened: Opened[], address: string, home: string): void {
  const here = opened.findIndex((one) => one.address === address);
  const step = (by: number): void => {
    const places = [home, ...opened.map((one) => one.address)];
    const next = places[(here + 1 + by + places.length) % places.length];
    if (next !== undefined) goTo(next);
  };
  const on = (): void => step(1);
  const back = (): void => step(-1);
  useKeys({
    Escape: () => {
      if (here < 0) return false;
      location.hash = home;
      return true;
    },
    "Mod+Tab": on, "Mod+PageDown": on, "Mod+Shift+Tab": back, "Mod+PageUp": back,
    "Mod+W": () => { if (here >= 0) void closeOpened(address); },
  });
}

function Tab({ one, on, alone }: { one: Opened; on: boolean; alone: boolean }): ReactNode {
  const w = useWords().frame;
  const close = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    void closeOpened(one.address);
  };
  const menu: MenuProps = {
    items: [
      { key: "this", label: <span data-test="tab-close">{w.closeThis}</span> },
      { key: "others", label: <span data-test="tab-close-others">{w.closeOthers}</span>, disabled: alone },
      { key: "all", label: <span data-test="tab-close-all">{w.closeAll}</span> },
    ],
    onClick: ({ key, domEvent }) => {
      domEvent.stopPropagation();
      if (key === "this") void closeOpened(one.address);
      else void closeOthers(key === "others" ? one.address : null);
    },
  };
  return (
    <Dropdown trigger={["contextMenu"]} menu={menu}>
      <a className={`dtab${on ? " on" : ""}`} href={one.address} title={one.title} onMouseDown={(event) => { if (event.button === 1) event.preventDefault(); }} onAuxClick={(event) => { if (event.button === 1) close(event); }} data-test="tab">
        <span className="ell">{one.title}</span>
        <button type="button" className="x" aria-label={w.closeTab(one.title)} onClick={close}><X size={13} strokeWidth={1.6} /></button>
      </a>
    </Dropdown>
  );
}

/** What does not fit. */
function More({ more, now }: { more: Opened[]; now: string }): ReactNode {
  const w = useWords().frame;
  const menu: MenuProps = {
    className: "moretabs",
    items: [
      ...more.map((one) => ({ key: one.address, label: <span className="ell moretab" data-test="more-tab">{one.title}</span> })),
      { type: "divider" as const },
      { key: "others", label: <span data-test="more-close-others">{w.closeOthers}</span> },
      { key: "all", label: <span data-test="more-close-all">{w.closeAll}</span> },
    ],
    onClick: ({ key }) => { if (key === "others" || key === "all") void closeOthers(key === "others" ? now : null); else goTo(key); },
  };
  return (
    <Dropdown trigger={["click"]} placement="bottomRight" menu={menu}>
      <button type="button" className="dtab moretabsbtn" aria-label={w.moreTabs(more.length)} title={w.moreTabs(more.length)} data-test="more-tabs"><ChevronDown size={14} strokeWidth={1.8} aria-hidden="true" />{more.length}</button>
    </Dropdown>
  );
}
