/** The section 「附件」 of a document: what is attached, shown inside where it is a picture or a PDF. */
import { Button, Input } from "antd";
import { Download, File, FileText, Image, Paperclip, Trash2, Undo2 } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, type AttachmentRow, type DocumentKind, type FileView } from "../bridge";
import { useLanguage, useWords } from "../words";
import { instantSpoken, size } from "../words/figures";
import { ActButton } from "./ActButton";
import type { Attaching } from "./attaching";
import { bytesOf } from "./bytes";
import { composing } from "./keys";
import { Answer } from "./Loading";
import { Empty, FaultNote, Note } from "./Note";
import { Paper } from "./Paper";
import { useToday } from "./Text";
import { say } from "./Toast";

/** What is attached now, and what was taken away. */
export function useAttachments(document: DocumentKind, id: number): { rows: AttachmentRow[]; gone: AttachmentRow[] } {
  const all = useAsk("attachment_list", { document, id }, { keep: false }).data ?? [];
  return { rows: all.filter((row) => row.removed_at === null), gone: all.filter((row) => row.removed_at !== null) };
}

/** The whole document takes what is dropped on it. */
export function DropArea({ attaching, title, className, test, status, children }: { attaching: Attaching; title: string; className: string; test: string; status?: string; children: ReactNode }): ReactNode {
  const w = useWords().attachments;
  return (
    <div className={`${className} droparea`} data-test={test} data-status={status} {...attaching.drop}>
      {children}
      {attaching.over && <div className="dropnote" data-test="drop-note"><span><Paperclip size={16} strokeWidth={1.6} />{w.drop(title)}</span></div>}
    </div>
  );
}

/** The section. */
export function Attachments({ document, id, attaching }: { document: DocumentKind; id: number; attaching: Attaching }): ReactNode {
  const w = useWords().attachments;
  const { rows, gone } = useAttachments(document, id);
  const [open, setOpen] = useState<number | null>(null);
  const shown = rows.find((row) => row.id === open);
  return (
    <div className="attachments" data-test="attachments">
      <div className="attachbar">
        <Button size="small" icon={<Paperclip size={14} strokeWidth={1.6} />} loading={attaching.reading !== null} onClick={attaching.choose} data-test="attach">{w.add}</Button>
        <span className="i3 s ell" role="status">{attaching.reading === null ? w.hint : w.reading(attaching.reading)}</span>
      </div>
      <Refused attaching={attaching} />
      {rows.length === 0 && gone.length === 0 && <Empty>{w.none}</Empty>}
      {rows.map((row) => <Row key={row.id} row={row} on={row.id === open} toggle={() => setOpen(row.id === open ? null : row.id)} />)}
      {shown !== undefined && <Shown key={shown.id} row={shown} />}
      {gone.length > 0 && shown === undefined && <Gone rows={gone} />}
    </div>
  );
}

/** What was not attached, each with its reason. */
function Refused({ attaching }: { attaching: Attaching }): ReactNode {
  const { attachments: w, frame } = useWords();
  if (attaching.failed.length === 0) return null;
  return (
    <div className="attachfaults" data-test="attach-refused">
      {attaching.failed.map(({ name, fault }, index) => (fault === null ? <Note key={index} family="late">{w.unreadable(name)}</Note> : <FaultNote key={index} fault={fault} />))}
      <button type="button" className="linkbtn s" onClick={attaching.forget}>{frame.close}</button>
    </div>
  );
}

function iconOf(mime: string): ReactNode {
  const Icon = mime.startsWith("image/") ? Image : mime === "application/pdf" ? FileText : File;
  return <Icon size={16} strokeWidth={1.6} aria-hidden="true" />;
}

function Row({ row, on, toggle }: { row: AttachmentRow; on: boolean; toggle: () => void }): ReactNode {
  const w = useWords().attachments;
  const language = useLanguage();
  const today = useToday();
  const save = useAct("file_save_as", (written) => { if (written !== null) say(w.saved(written.path)); });
  const remove = useAct("attachment_remove", () => say(w.removed(row.name)));
  const fault = save.error ?? remove.error;
  return (
    <>
      <div className={`attachrow${on ? " on" : ""}`} data-test="attachment" data-mime={row.mime}>
        <span className="i2">{iconOf(row.mime)}</span>
        <button type="button" className="linkbtn ell attachname" aria-expanded={on} title={row.name} onClick={toggle} data-test="attachment-open">{row.name}</button>
        <NoteBox row={row} />
        <span className="i3 s nw attachsize">{size(row.size)}</span>
        <span className="i3 s ell">{w.by(row.added_by, instantSpoken(row.added_at, today, language))}</span>
        <button type="button" className="iconbtn" aria-label={w.save} title={w.save} onClick={() => save.mutate({ sha256: row.sha256, name: row.name })} data-test="attachment-save"><Download size={15} strokeWidth={1.6} /></button>
        {row.remove.length > 0
          ? <ActButton small label={w.remove} refusals={row.remove} onClick={() => undefined} test="attachment-remove" />
          : <button type="button" className="iconbtn" aria-label={w.remove} title={w.remove} onClick={() => remove.mutate({ id: row.id })} data-test="attachment-remove"><Trash2 size={15} strokeWidth={1.6} /></button>}
      </div>
      {fault !== null && <FaultNote fault={faultOf(fault)} />}
    </>
  );
}

/** What it is, in a word; kept when the box is left. */
function NoteBox({ row }: { row: AttachmentRow }): ReactNode {
  const w = useWords().attachments;
  const [text, setText] = useState(row.note);
  const keep = useAct("attachment_note");
  useEffect(() => setText(row.note), [row.note]);
  const leave = (): void => { if (text.trim() !== row.note) keep.mutate({ id: row.id, note: text }); };
  return (
    <span>
      <Input
        size="small" variant="borderless" value={text} maxLength={200} placeholder={w.notePlaceholder} aria-label={w.note} data-test="attachment-note"
        status={keep.isError ? "error" : ""} onChange={(event) => setText(event.target.value)} onBlur={leave}
        onKeyDown={(event) => { if (event.key === "Enter" && !composing(event)) event.currentTarget.blur(); if (event.key === "Escape") setText(row.note); }}
      />
    </span>
  );
}

function Gone({ rows }: { rows: AttachmentRow[] }): ReactNode {
  const w = useWords().attachments;
  const language = useLanguage();
  const today = useToday();
  const [open, setOpen] = useState(false);
  const restore = useAct("attachment_restore");
  return (
    <div className="attachgone">
      <button type="button" className="linkbtn s" aria-expanded={open} onClick={() => setOpen(!open)} data-test="attachments-removed">{w.removedOnes(rows.length)}</button>
      {restore.isError && <FaultNote fault={faultOf(restore.error)} />}
      {open && rows.map((row) => (
        <div className="attachrow away" key={row.id}>
          <span className="i3">{iconOf(row.mime)}</span>
          <s className="i3 ell">{row.name}</s>
          <span className="i3 s nw">{w.removedBy(row.removed_by, instantSpoken(row.removed_at, today, language))}</span>
          <Button size="small" icon={<Undo2 size={14} strokeWidth={1.6} />} onClick={() => restore.mutate({ id: row.id })} data-test="attachment-restore">{w.restore}</Button>
        </div>
      ))}
    </div>
  );
}

function Shown({ row }: { row: AttachmentRow }): ReactNode {
  const w = useWords().attachments;
  const paper = row.mime === "application/pdf";
  const showable = paper || row.mime.startsWith("image/");
  const file = useAsk("attachment_view", { id: row.id }, { keep: false, enabled: showable });
  if (!showable) return <div className="pad"><Note family="off" test="attachment-not-shown">{w.notShown}</Note></div>;
  return <Answer of={file}>{(one) => (paper ? <Paper file={one} /> : <Picture file={one} />)}</Answer>;
}

/** A picture from its bytes; the type is the core's, told by the content. */
function Picture({ file }: { file: FileView }): ReactNode {
  const w = useWords().attachments;
  const [address, setAddress] = useState<string | null>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytesOf(file.base64)], { type: file.mime }));
    setAddress(made);
    setBroken(false);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (broken) return <div className="pad"><Note family="late" test="attachment-broken">{w.broken(file.name)}</Note></div>;
  return <div className="picturedesk">{address !== null && <img className="picture" src={address} alt={file.name} onError={() => setBroken(true)} data-test="picture" />}</div>;
}
