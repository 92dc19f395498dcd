/** A paper as it is looked at before it goes anywhere: the tools above, the pages below; in a place of its own or in front of everything. */
import type { UseQueryResult } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { faultOf, type FileView } from "../bridge";
import { Dialog } from "./Dialog";
import { Answer } from "./Loading";
import { FaultNote } from "./Note";
import { PaperTools } from "./PaperTools";
import { Pdf } from "./Pdf";
import { usePaperView, type PaperView } from "./paperView";

/** The pages, with what could not be printed or saved above them. */
export function PaperPages({ view, file, fault }: { view: PaperView; file: FileView; fault: Error | null }): ReactNode {
  return (
    <>
      {fault !== null && <div className="pad paperfault"><FaultNote fault={faultOf(fault)} /></div>}
      <Pdf view={view} base64={file.base64} title={file.name} />
    </>
  );
}

/** A paper with its bar. `note` says what kind of truth it is. */
export function Paper({ file, note }: { file: FileView; note?: ReactNode }): ReactNode {
  const view = usePaperView();
  const [fault, setFault] = useState<Error | null>(null);
  return (
    <div className="paper" data-test="paper">
      <div className="paperbar">
        <div className="g1 s i2 ell"><b className="ink" title={file.name}>{file.name}</b>{note !== undefined && <>　{note}</>}</div>
        <PaperTools view={view} file={file} onFault={setFault} />
      </div>
      <PaperPages view={view} file={file} fault={fault} />
    </div>
  );
}

/** A paper in front of everything; Esc puts it away. */
export function PaperDialog({ title, of, note, onClose }: { title: string; of: UseQueryResult<FileView>; note?: ReactNode; onClose: () => void }): ReactNode {
  return (
    <Dialog title={title} onClose={onClose} width={1040} tall test="paper-dialog">
      <Answer of={of}>{(file) => <Paper file={file} note={note} />}</Answer>
    </Dialog>
  );
}
