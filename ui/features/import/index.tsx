/** The room 「导入」: choose a file, match its columns, try it, take it in; below, the imports that were made. */
import { FileUp } from "lucide-react";
import { Button } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { call, faultOf, useAct, type Fault, type ImportOpened, type ImportReport, type Mapping } from "../../bridge";
import { FaultNote, Glyph, RoomHead } from "../../parts";
import "../../parts/rooms.css";
import { useWords } from "../../words";
import "./import.css";
import { Imports } from "./Imports";
import { Match } from "./Match";
import { takenAs, withHeader } from "./mapping";
import { Report } from "./Report";

/** How far an import has come. */
interface Progress {
  opened: ImportOpened;
  mapping: Mapping;
  report: ImportReport | null;
  /** It was taken in. */
  taken: boolean;
}

// Going to another room and back must not lose a mapping; a new start of the program begins anew.
let held: Progress | null = null;

/** The room. */
export default function ImportRoom(_: { rest: string[] }): ReactNode {
  const w = useWords().imports;
  const [progress, setProgress] = useState(held);
  const [fault, setFault] = useState<Fault | null>(null);
  const [picking, setPicking] = useState(false);
  useEffect(() => { held = progress; }, [progress]);
  const check = useAct("import_check", (report) => setProgress((now) => (now === null ? now : { ...now, report })));
  const header = useAct("import_header", (read) => setProgress((now) => (now === null ? now : { ...now, ...withHeader(now.opened, now.mapping, read) })));
  const run = useAct("import_run", (report) => setProgress((now) => (now === null ? now : { ...now, report, taken: true })));
  const pick = async (): Promise<void> => {
    setFault(null);
    setPicking(true);
    try {
      const file = await call("file_pick", { kind: "Workbook" });
      if (file !== null) {
        const opened = await call("import_open", { token: file.token });
        check.reset();
        run.reset();
        header.reset();
        setProgress({ opened, mapping: opened.mapping, report: null, taken: false });
      }
    } catch (error) {
      setFault(faultOf(error));
    } finally {
      setPicking(false);
    }
  };
  const step = progress === null ? 0 : progress.report === null ? 1 : progress.taken ? 3 : 2;
  const failed = fault ?? (check.isError ? faultOf(check.error) : run.isError ? faultOf(run.error) : null);
  return (
    <div className="roompage" data-test="room-import" data-step={step}>
      <RoomHead title={w.title} right={progress !== null && <Button type="text" onClick={() => void pick()} loading={picking} data-test="import-other">{w.other}</Button>}>
        <Steps now={step} />
      </RoomHead>
      {failed !== null && <div className="importfault"><FaultNote fault={failed} /></div>}
      {progress === null && <Start picking={picking} onPick={() => void pick()} />}
      {progress !== null && progress.report === null && (
        <Match
          opened={progress.opened} mapping={progress.mapping} checking={check.isPending}
          rereading={header.isPending} headerFault={header.isError ? { sheet: header.variables.sheet, fault: faultOf(header.error) } : null}
          onHeader={(sheet, row) => header.mutate({ token: progress.opened.token, sheet, header_row: row, target: takenAs(progress.mapping, sheet)?.target ?? null })}
          onChange={(mapping) => setProgress({ ...progress, mapping })}
          onCheck={() => check.mutate({ token: progress.opened.token, mapping: progress.mapping })}
        />
      )}
      {progress !== null && progress.report !== null && (
        <Report
          report={progress.report} taken={progress.taken} running={run.isPending} file={progress.opened.name}
          onBack={() => { check.reset(); run.reset(); setProgress({ ...progress, report: null }); }}
          onRun={() => run.mutate({ token: progress.opened.token, mapping: progress.mapping })}
          onAgain={() => setProgress(null)}
        />
      )}
    </div>
  );
}

function Steps({ now }: { now: number }): ReactNode {
  const w = useWords().imports;
  return (
    <ol className="importsteps" aria-label={w.title}>
      {w.steps.map((name, index) => (
        <li key={name} className={index === now ? "on" : index < now ? "past" : ""} aria-current={index === now ? "step" : undefined}>
          <span className="stepmark">{index < now ? <Glyph shape="done" size={13} /> : index + 1}</span>{name}
        </li>
      ))}
    </ol>
  );
}

function Start({ picking, onPick }: { picking: boolean; onPick: () => void }): ReactNode {
  const w = useWords().imports;
  return (
    <div className="formscroll">
      <div className="importstart">
        <p className="i2">{w.lead}</p>
        <div className="r gap12 importpick">
          <Button type="primary" icon={<FileUp size={14} strokeWidth={1.6} />} loading={picking} onClick={onPick} data-test="import-pick">{picking ? w.reading : w.pick}</Button>
          <span className="s i3">{w.pickHint}</span>
        </div>
        <Imports />
      </div>
    </div>
  );
}
