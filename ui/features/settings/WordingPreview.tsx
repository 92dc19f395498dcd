/** Paper and mail as they would be, made by the real press while one types. */
import { Segmented } from "antd";
import { useState, type ReactNode } from "react";
import type { Fault, MailTried, Paper, WordingTried } from "../../bridge";
import { Bones, FaultNote, PaperPages, PaperTools, usePaperView } from "../../parts";
import { useWords } from "../../words";

/** What is shown beside the form. */
export type Shown = "page" | "mail";

interface PreviewProps {
  paper: Paper;
  /** Whether it goes with a mail of its own. */
  mailed: boolean;
  /** The last one that could be made; null before the first. */
  tried: WordingTried | null;
  /** Something is to be put right before the next can be made. */
  behind: boolean;
  fault: Fault | null;
  shown: Shown;
  onShow: (shown: Shown) => void;
}

/** The preview. */
export function WordingPreview({ paper, mailed, tried, behind, fault, shown, onShow }: PreviewProps): ReactNode {
  const w = useWords().wording;
  const view = usePaperView();
  const [plain, setPlain] = useState(false);
  return (
    <aside className="wordingpreview" aria-label={w.preview} data-test="wording-preview">
      <div className="paperbar">
        {mailed ? <Segmented<Shown> size="small" value={shown} onChange={onShow} options={[{ value: "page", label: w.papers[paper] }, { value: "mail", label: w.mail }]} disabled={false} data-test="preview-shown" /> : <b className="s">{w.papers[paper]}</b>}
        <div className="g1" />
        {shown === "page" && <PaperTools view={view} file={undefined} look />}
        {shown === "mail" && <Segmented<boolean> size="small" value={plain} onChange={setPlain} options={[{ value: false, label: w.look }, { value: true, label: w.plain }]} disabled={false} data-test="mail-plain" />}
      </div>
      <div className="previewnote s ell" role="status" data-test="preview-note">
        {behind ? <span className="wait">{w.stale}</span> : tried !== null && <span className="i3">{tried.number === null ? w.invented : w.from(w.papers[paper], tried.number)}</span>}
      </div>
      {fault !== null && <div className="pad"><FaultNote fault={fault} /></div>}
      {tried === null && fault === null && <Bones />}
      {tried?.page != null && shown === "page" && <PaperPages view={view} file={tried.page} fault={null} />}
      {tried?.mail != null && shown === "mail" && <Mail mail={tried.mail} plain={plain} />}
    </aside>
  );
}

/** The mail as a mail program shows it, or its plain text for those that show no other. */
function Mail({ mail, plain }: { mail: MailTried; plain: boolean }): ReactNode {
  const w = useWords().wording;
  const paragraph = (text: string, name: string): ReactNode => text !== "" && <p className="asis" data-test={`mail-${name}`}>{text}</p>;
  return (
    <div className="maildesk">
      <div className="mailpaper" data-test="mail-paper">
        <dl className="mailhead">
          <dt>{w.fromField}</dt><dd>{mail.from === "" ? w.nobody : mail.from}</dd>
          <dt>{w.toField}</dt><dd>{mail.to === "" ? w.nobody : mail.to}</dd>
          <dt>{w.subject}</dt><dd><b data-test="mail-subject">{mail.subject}</b></dd>
        </dl>
        {plain ? <pre className="asis" data-test="mail-text">{mail.text}</pre> : (
          <div className="mailbody">
            {paragraph(mail.greeting, "greeting")}
            {paragraph(mail.opening, "opening")}
            <table><tbody>{mail.facts.map(([label, fact], index) => <tr key={label}><td>{label}</td><td>{index < 2 ? <b>{fact}</b> : fact}</td></tr>)}</tbody></table>
            {paragraph(mail.request, "request")}
            {paragraph(mail.closing, "closing")}
            {mail.signature !== "" && <p className="asis mailsign" data-test="mail-signature">{mail.signature}</p>}
          </div>
        )}
      </div>
    </div>
  );
}
