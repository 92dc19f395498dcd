/** Shows a PDF's pages as they are: pdf.js with its own worker and character maps, nothing from the network. */
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useWords } from "../words";
import { bytesOf } from "./bytes";
import { Bones } from "./Loading";
import { Note } from "./Note";
import { useWidth } from "./List";
import type { PaperView } from "./paperView";

GlobalWorkerOptions.workerSrc = workerUrl;

/** A page's size at real size, in screen points (a PDF's points are larger). */
interface Size {
  width: number;
  height: number;
}

const POINT = 96 / 72;
/** Room at both sides of a page, beside the desk's own. */
const SIDES = 16;
/** Fitted pages grow no further than is read with ease. */
const WIDEST = 1.25;
/** What is known while the first page is under way: A4. */
const A4: Size = { width: 595.28 * POINT, height: 841.89 * POINT };

interface PdfProps {
  view: PaperView;
  /** The file's bytes. */
  base64: string;
  /** What a screen reader is told. */
  title: string;
}

/** The pages, fitted to the width unless a scale was chosen. Only what is near is drawn: a file may have many pages. */
export default function PdfView({ view, base64, title }: PdfProps): ReactNode {
  const { attachments, papers } = useWords();
  const [opened, setOpened] = useState<{ pdf: PDFDocumentProxy; first: Size } | null>(null);
  const [failed, setFailed] = useState(false);
  const width = useWidth(view.desk);
  const { tell, chosen } = view;
  useEffect(() => {
    setFailed(false);
    const task = getDocument({ data: bytesOf(base64), cMapUrl: new URL("cmaps/", document.baseURI).href, cMapPacked: true, isEvalSupported: false });
    void task.promise
      .then(async (pdf) => ({ pdf, first: await sizeOf(pdf, 1) }))
      .then((next) => { setOpened(next); tell({ pages: next.pdf.numPages }); }, () => setFailed(true));
    return () => void task.destroy();
  }, [base64, tell]);
  const first = opened?.first ?? A4;
  const fitted = Math.max(0.3, Math.min(WIDEST, (width - SIDES) / first.width));
  const scale = chosen ?? fitted;
  useEffect(() => { if (width > 0) tell({ scale }); }, [scale, width, tell]);
  const look = (): void => {
    const desk = view.desk.current;
    if (desk === null) return;
    const line = desk.getBoundingClientRect().top + desk.clientHeight / 3;
    const above = [...desk.querySelectorAll("[data-page]")].filter((page) => page.getBoundingClientRect().top <= line);
    tell({ page: Math.max(1, above.length) });
  };
  return (
    <div className="pdfdesk" ref={view.desk} role="document" aria-label={title} tabIndex={0} onScroll={look} data-test="pdf">
      {failed && <Note family="late" test="pdf-broken">{attachments.broken(title)}</Note>}
      {opened === null && !failed && <Bones />}
      {opened !== null && !failed && width > 0 && Array.from({ length: opened.pdf.numPages }, (_, index) => (
        <Page key={index} pdf={opened.pdf} number={index + 1} name={papers.pageName(index + 1)} like={first} scale={scale} />
      ))}
    </div>
  );
}

async function sizeOf(pdf: PDFDocumentProxy, number: number): Promise<Size> {
  const { width, height } = (await pdf.getPage(number)).getViewport({ scale: POINT });
  return { width, height };
}

interface PageProps {
  pdf: PDFDocumentProxy;
  number: number;
  name: string;
  /** The size of its place until its own is known. */
  like: Size;
  scale: number;
}

function Page({ pdf, number, name, like, scale }: PageProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState(like);
  const near = useNear(canvas);
  useEffect(() => {
    if (!near) return;
    let stop: (() => void) | undefined;
    let gone = false;
    void pdf.getPage(number).then((page) => {
      const node = canvas.current;
      if (gone || node === null) return;
      const real = page.getViewport({ scale: POINT });
      setSize({ width: real.width, height: real.height });
      // Drawn beside and put in at once: the page that is being looked at never turns white.
      const viewport = page.getViewport({ scale: scale * POINT * Math.min(3, window.devicePixelRatio || 1) });
      const sheet = document.createElement("canvas");
      [sheet.width, sheet.height] = [Math.round(viewport.width), Math.round(viewport.height)];
      const task = page.render({ canvas: sheet, viewport });
      stop = () => task.cancel();
      task.promise.then(() => {
        [node.width, node.height] = [sheet.width, sheet.height];
        node.getContext("2d")?.drawImage(sheet, 0, 0);
        node.setAttribute("data-drawn", "1");
      }, () => undefined);
    }, () => undefined);
    return () => {
      gone = true;
      stop?.();
    };
  }, [pdf, number, scale, near]);
  return <canvas ref={canvas} className="pdfpage" role="img" aria-label={name} style={{ width: size.width * scale, height: size.height * scale }} data-page={number} data-test={`pdf-page-${number}`} />;
}

/** Whether something is in sight or soon will be. What was drawn once stays. */
function useNear(box: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (box.current === null || near) return;
    const watch = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) setNear(true); }, { root: box.current.parentElement, rootMargin: "1200px 0px" });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [box, near]);
  return near;
}
