/** The tools above a paper: pages, zoom, fit to width, print, save. What is printed and saved is what is shown, byte for byte. */
import { Button } from "antd";
import { ChevronDown, ChevronUp, Download, MoveHorizontal, Printer, ZoomIn, ZoomOut } from "lucide-react";
import { useRef, type ReactNode } from "react";
import { useAct, type FileView } from "../bridge";
import { useWords } from "../words";
import { useKeys } from "./keys";
import { stepped, type PaperView } from "./paperView";
import { say } from "./Toast";

interface ToolsProps {
  view: PaperView;
  /** None while it is under way: the tools stand still and wait. */
  file: FileView | undefined;
  /** What could not be printed or saved is told here. */
  onFault?: (error: Error | null) => void;
  /** Only to be looked at: neither printed nor saved. */
  look?: boolean;
}

/** The tools, also by keys: + − 0, page up and down, P, Ctrl S. */
export function PaperTools({ view, file, onFault = () => undefined, look = false }: ToolsProps): ReactNode {
  const w = useWords().papers;
  const box = useRef<HTMLDivElement>(null);
  const { scale, pages, page } = view.seen;
  const save = useAct("file_save_as", (written) => { if (written !== null) say(w.saved(written.path)); }, false);
  const print = useAct("file_print", () => say(w.printed), false);
  const run = (act: typeof save | typeof print): void => {
    onFault(null);
    if (file !== undefined && !look && !act.isPending) act.mutate({ sha256: file.sha256, name: file.name }, { onError: onFault });
  };
  const smaller = (): void => view.choose(stepped(scale, -1));
  const larger = (): void => view.choose(stepped(scale, 1));
  const turn = (step: number): void => view.turn(Math.max(1, Math.min(pages, page + step)));
  useKeys({
    "+": larger, "=": larger, "-": smaller, "0": () => view.choose(null), PageDown: () => turn(1), PageUp: () => turn(-1),
    ...(look ? {} : { P: () => run(print), "Mod+P": () => run(print), "Mod+S": () => run(save) }),
  }, true, box);
  const tool = (label: string, icon: ReactNode, act: () => void, test: string, more: { off?: boolean; on?: boolean } = {}): ReactNode => (
    <button type="button" className={`iconbtn${more.on === true ? " on" : ""}`} aria-label={label} title={label} disabled={more.off ?? false} aria-pressed={more.on} onClick={act} data-test={test}>{icon}</button>
  );
  return (
    <div className="papertools" ref={box} role="toolbar" aria-label={file?.name}>
      {pages > 1 && (
        <>
          {tool(w.before, <ChevronUp size={16} strokeWidth={1.6} />, () => turn(-1), "page-before", { off: page <= 1 })}
          <span className="s i2 pageno" role="status" data-test="page-now">{w.page(page, pages)}</span>
          {tool(w.after, <ChevronDown size={16} strokeWidth={1.6} />, () => turn(1), "page-after", { off: page >= pages })}
          <span className="toolgap" />
        </>
      )}
      {tool(w.zoomOut, <ZoomOut size={16} strokeWidth={1.6} />, smaller, "zoom-out")}
      <span className="s i2 zoom" data-test="zoom">{w.percent(Math.round(scale * 100))}</span>
      {tool(w.zoomIn, <ZoomIn size={16} strokeWidth={1.6} />, larger, "zoom-in")}
      {tool(w.fit, <MoveHorizontal size={16} strokeWidth={1.6} />, () => view.choose(null), "zoom-fit", { on: view.chosen === null })}
      {!look && <span className="toolgap" />}
      {!look && <Button type="text" size="small" icon={<Printer size={14} strokeWidth={1.6} />} disabled={file === undefined} loading={print.isPending} onClick={() => run(print)} data-test="paper-print">{w.print}</Button>}
      {!look && <Button type="text" size="small" icon={<Download size={14} strokeWidth={1.6} />} disabled={file === undefined} loading={save.isPending} onClick={() => run(save)} data-test="paper-save">{w.save}</Button>}
    </div>
  );
}
