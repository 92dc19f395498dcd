/** Showing a folder in the system's file manager; where there is none, it is named. */
import { useState, type ReactNode } from "react";
import { faultOf, useAct, type Folder } from "../../bridge";
import { FaultNote, Note } from "../../parts";
import { useWords } from "../../words";

/** The act, and what is said when the system did not show it. */
export function useShowFolder(folder: Folder): { show: () => void; note: ReactNode } {
  const { about: w } = useWords();
  const [missed, setMissed] = useState<string | null>(null);
  const act = useAct("folder_show", (shown) => setMissed(shown.shown ? null : shown.path));
  const note = act.isError ? <FaultNote fault={faultOf(act.error)} /> : missed === null ? null : <Note family="wait" test="folder-missed"><span className="selectable">{w.notShown(missed)}</span></Note>;
  return { show: () => act.mutate({ folder }), note };
}
