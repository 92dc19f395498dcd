/** What proves a confirmation, looked at where it is named. */
import { useState, type ReactNode } from "react";
import { useAsk } from "../../bridge";
import { Answer, Dialog } from "../../parts";
import { PaperDialog } from "../../parts";
import { useWords } from "../../words";

/** The button, and the file in front of the page. */
export function EvidenceButton({ sha256 }: { sha256: string }): ReactNode {
  const w = useWords().opportunities.needs;
  const [shown, setShown] = useState(false);
  return (
    <>
      <button type="button" className="linkbtn s" onClick={() => setShown(true)} data-test="needs-evidence">{w.evidence}</button>
      {shown && <Shown sha256={sha256} onClose={() => setShown(false)} />}
    </>
  );
}

function Shown({ sha256, onClose }: { sha256: string; onClose: () => void }): ReactNode {
  const { frame, opportunities: { needs: w } } = useWords();
  const file = useAsk("file_view", { sha256 }, { keep: false });
  if (file.data?.mime === "application/pdf") return <PaperDialog title={file.data.name} onClose={onClose} of={file} note="" />;
  return (
    <Dialog title={file.data?.name ?? w.evidence} onClose={onClose} onSubmit={onClose} acts={<button type="submit" className="linkbtn">{frame.close}</button>} width={760} test="evidence-shown">
      <Answer of={file}>{(one) => <img className="evidenceimg" src={`data:${one.mime};base64,${one.base64}`} alt={one.name} />}</Answer>
    </Dialog>
  );
}
