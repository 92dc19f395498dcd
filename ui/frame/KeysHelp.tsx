/** All keys on one card, from the one list that a test holds against the handlers. */
import type { ReactNode } from "react";
import { Dialog, Key } from "../parts";
import { useWords } from "../words";
import { KEY_GROUPS } from "./keyList";

/** `Mod+Shift+V` in single keys; the plus may be a key itself. */
function single(keys: string): string[] {
  return keys.split(/(?<=.)\+(?=.)/);
}

const SHOWN: Record<string, string> = { Escape: "Esc", PageDown: "PgDn", PageUp: "PgUp", Delete: "Del" };

/** The card. */
export function KeysHelp({ onClose }: { onClose: () => void }): ReactNode {
  const { keys: w } = useWords();
  return (
    <Dialog title={w.title} onClose={onClose} width={760} reading test="keys-help">
      <div className="keysgroups">
        {KEY_GROUPS.map(({ group, rows }) => (
          <section key={group}>
            <h3 className="sec">{w.groups[group]}</h3>
            <table className="keyshelp">
              <tbody>
                {rows.map(({ keys, what }) => (
                  <tr key={what} data-test="key-row">
                    <td>{keys.map((one) => <span className="keysof" key={one}>{single(one).map((key) => <Key key={key}>{SHOWN[key] ?? key}</Key>)}</span>)}</td>
                    <td>{w.what[what]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
      <p className="s i3 below">{w.note}</p>
    </Dialog>
  );
}
