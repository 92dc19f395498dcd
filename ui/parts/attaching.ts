/** Attaching files to a document: dropped on it, pasted, or chosen in the system's dialog. */
import { useEffect, useRef, useState, type DragEvent } from "react";
import { call, faultOf, useAct, type DocumentKind, type Fault } from "../bridge";
import { useWords } from "../words";
import { base64Of } from "./bytes";
import { typing } from "./keys";
import { useToday } from "./Text";
import { say } from "./Toast";

/** What could not be attached, and why; `fault` none when the file could not be read at all. */
export interface NotAttached {
  name: string;
  fault: Fault | null;
}

/** The hands that attach. */
export interface Attaching {
  /** The file that is being read. */
  reading: string | null;
  failed: NotAttached[];
  /** Opens the system's dialog. */
  choose: () => void;
  forget: () => void;
  /** Files hang over the document. */
  over: boolean;
  /** To be spread over the document's element. */
  drop: {
    onDragEnter: (event: DragEvent) => void;
    onDragOver: (event: DragEvent) => void;
    onDragLeave: (event: DragEvent) => void;
    onDrop: (event: DragEvent) => void;
  };
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes("Files");
}

/** A pasted picture without a name of its own gets the day's. */
export function named(file: File, pasted: string): string {
  return /^(image|screenshot)?\.?(png)?$/i.test(file.name) ? `${pasted}.png` : file.name;
}

/** Attaches to one document; `after` when something was attached or refused: time to show the attachments. */
export function useAttaching(document: DocumentKind, id: number, after: () => void): Attaching {
  const w = useWords().attachments;
  const today = useToday();
  const [reading, setReading] = useState<string | null>(null);
  const [failed, setFailed] = useState<NotAttached[]>([]);
  const [over, setOver] = useState(0);
  const add = useAct("attachment_add");
  const attach = async (name: string, read: () => Promise<void>): Promise<void> => {
    setReading(name);
    try {
      await read();
      say(w.added(name));
    } catch (error) {
      setFailed((before) => [...before, { name, fault: error instanceof DOMException ? null : faultOf(error) }]);
    } finally {
      setReading(null);
    }
  };
  // One after the other: each is read, sent and forgotten before the next one takes its room.
  const take = async (files: File[], pasted: boolean): Promise<void> => {
    if (files.length === 0) return;
    setFailed([]);
    after();
    for (const file of files) {
      const name = pasted ? named(file, w.pasted(today)) : file.name;
      await attach(name, async () => {
        await call("attachment_check", { document, id, name, size: file.size });
        await add.mutateAsync({ document, id, source: { from: "Page", name, base64: await base64Of(file) }, note: "" });
      });
    }
  };
  const choose = async (): Promise<void> => {
    const picked = await call("file_pick", { kind: "Any" });
    if (picked === null) return;
    setFailed([]);
    after();
    await attach(picked.name, async () => void (await add.mutateAsync({ document, id, source: { from: "Dialog", token: picked.token }, note: "" })));
  };
  usePaste((files) => void take(files, true));
  const drop: Attaching["drop"] = {
    onDragEnter: (event) => { if (carriesFiles(event)) { event.preventDefault(); setOver((depth) => depth + 1); } },
    onDragOver: (event) => { if (carriesFiles(event)) { event.preventDefault(); event.dataTransfer.dropEffect = "copy"; } },
    onDragLeave: (event) => { if (carriesFiles(event)) setOver((depth) => Math.max(0, depth - 1)); },
    onDrop: (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(0);
      void take([...event.dataTransfer.files], false);
    },
  };
  return { reading, failed, choose: () => void choose(), forget: () => setFailed([]), over: over > 0, drop };
}

/** Files from the clipboard, unless they are meant for a box or a question that is open. */
function usePaste(take: (files: File[]) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || typing(event.target) || document.querySelector("dialog[open]") !== null) return;
      event.preventDefault();
      latest.current(files);
    };
    addEventListener("paste", listen);
    return () => removeEventListener("paste", listen);
  }, []);
}
