/** Shows a PDF's pages as they are: pdf.js with its own worker and character maps, nothing from the network. */
import { ZoomIn, ZoomOut } from "lucide-react";
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useWords } from "../words";
import { bytesOf } from "./bytes";
import { Bones } from "./Loading";
import { Note } from "./Note";
import { useWidth } from "./List";

GlobalWorkerOptions.workerSrc = workerUrl;

interface PdfProps {
  /** The file's bytes. */
  base64: string;
  /** What a screen reader is told. */
  title: string;
  /** Further acts at the right of the bar. */
  acts?: ReactNode;
  /** Words at the left of the bar. */
  left?: ReactNode;
}

/** The pages, fitted to the width; zoom in the bar above. */
export default function PdfView({ base64, title, acts, left }: PdfProps): ReactNode {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const w = useWords().attachments;
  const [failed, setFailed] = useState(false);
  const [zoom, setZoom] = useState(1);
  const desk = useRef<HTMLDivElement>(null);
  const width = useWidth(desk);
  useEffect(() => {
    const task = getDocument({ data: bytesOf(base64), cMapUrl: new URL("cmaps/", document.baseURI).href, cMapPacked: true, isEvalSupported: false });
    task.promise.then(setPdf, () => setFailed(true));
    return () => void task.destroy();
  }, [base64]);
  const fitted = Math.max(280, Math.min(width - 48, 860)) * zoom;
  return (
    <div className="pdf" role="document" aria-label={title} data-test="pdf">
      <div className="pdfbar">
        <div className="g1 s i2 ell">{left}</div>
        <button type="button" className="iconbtn" aria-label="−" onClick={() => setZoom(Math.max(0.5, zoom - 0.1))}><ZoomOut size={16} strokeWidth={1.6} /></button>
        <span className="s i2 zoom">{Math.round(zoom * 100)} %</span>
        <button type="button" className="iconbtn" aria-label="+" onClick={() => setZoom(Math.min(3, zoom + 0.1))}><ZoomIn size={16} strokeWidth={1.6} /></button>
        {acts}
      </div>
      <div className="pdfdesk" ref={desk}>
        {failed && <Note family="late" test="pdf-broken">{w.broken(title)}</Note>}
        {pdf === null && !failed && <Bones />}
        {pdf !== null && width > 0 && Array.from({ length: pdf.numPages }, (_, index) => <Page key={index} pdf={pdf} number={index + 1} width={fitted} />)}
      </div>
    </div>
  );
}

function Page({ pdf, number, width }: { pdf: PDFDocumentProxy; number: number; width: number }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [height, setHeight] = useState(width * 1.414);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    void pdf.getPage(number).then((page) => {
      const node = canvas.current;
      if (gone || node === null) return;
      const natural = page.getViewport({ scale: 1 });
      const dense = Math.min(3, window.devicePixelRatio || 1);
      const viewport = page.getViewport({ scale: (width / natural.width) * dense });
      node.width = Math.round(viewport.width);
      node.height = Math.round(viewport.height);
      setHeight((width * natural.height) / natural.width);
      const task = page.render({ canvas: node, viewport });
      stop = () => task.cancel();
      task.promise.then(() => node.setAttribute("data-drawn", "1"), () => undefined);
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [pdf, number, width]);
  return <canvas ref={canvas} className="pdfpage" style={{ width, height }} data-test={`pdf-page-${number}`} />;
}
