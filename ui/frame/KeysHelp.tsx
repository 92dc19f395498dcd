/** The keys that work everywhere, on one card. */
import type { ReactNode } from "react";
import { Dialog, Key } from "../parts";
import { useWords } from "../words";

/** The card. */
export function KeysHelp({ onClose }: { onClose: () => void }): ReactNode {
  const { palette: p } = useWords();
  const rows: [string[], string][] = [
    [["Mod K"], p.help.search], [["/"], p.help.search], [["Tab"], p.help.palette], [["N"], p.help.create], [["Mod Shift V"], p.help.paste],
    [["J", "K"], p.help.move], [["Enter"], p.help.open], [["Space"], p.help.peek], [["Esc"], p.help.close], [["Mod Tab"], p.help.tabs], [["Mod W"], p.help.closeTab],
  ];
  return (
    <Dialog title={p.keys} onClose={onClose} width={440} test="keys-help">
      <table className="keyshelp"><tbody>{rows.map(([keys, what]) => <tr key={keys.join()}><td>{keys.map((key) => <Key key={key}>{key}</Key>)}</td><td>{what}</td></tr>)}</tbody></table>
    </Dialog>
  );
}
