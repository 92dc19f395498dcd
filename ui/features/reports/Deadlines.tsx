/** 时限记录 (K6): what fell due in the month, met, late or lapsed; every figure opens its deadlines. */
import { X } from "lucide-react";
import { Segmented } from "antd";
import type { ReactNode } from "react";
import { useAsk, type LeadSource, type RecordRow, type RuleId, type TodayRow } from "../../bridge";
import { Answer, Empty, InstantText, Key, Perforation, addressOf, go, useKeys } from "../../parts";
import { Due } from "../../parts/lead/Due";
import { useWords, type Words } from "../../words";
import { minutesLate } from "../../words/deadline";
import { figure as plain } from "../../words/figures";
import { shareInTenths, tenths } from "./arithmetic";
import { MonthNav } from "./MonthNav";
import { BYS, FIGURES, averageLate, behind, keyRead, keyWritten, rowsAsk, summed, total, type By, type Figure, type Sum } from "./record";
import "./record.css";

/** So many rows the core answers at once. */
const MOST = 500;

interface Chosen {
  key: string | null;
  figure: Figure;
}

/** The page; `rest` is by what it is summed, and perhaps whose figure is open. */
export default function Deadlines({ ym, present, rest }: { ym: number; present: number; rest: string[] }): ReactNode {
  const { record: w } = useWords();
  const by = BYS.find((one) => one === rest[0]) ?? "rule";
  const figure = FIGURES.find((one) => one === rest[2]);
  const chosen: Chosen | null = figure === undefined ? null : { key: keyRead(rest[1]), figure };
  const asked = useAsk("deadline_record", { ym });
  const show = (next: Chosen | null): void => go("reports", ym, "deadlines", by, ...(next === null ? [] : [keyWritten(next.key), next.figure]));
  return (
    <div className="roompage" data-test="room-record" data-ym={ym}>
      <div className="withaside">
        <div className="monthpage">
          <div className="monthhead"><MonthNav ym={ym} present={present} page="deadlines" range={{ least: 190_001, most: Math.max(ym, present) }} /></div>
          <Answer of={asked}>
            {(rows) => rows.length === 0 ? <Empty>{w.none} {w.noneHint}</Empty> : (
              <>
                <div className="recordby"><Segmented<By> value={by} onChange={(next) => go("reports", ym, "deadlines", next)} options={BYS.map((value) => ({ value, label: w.groups[value] }))} aria-label={w.by} data-test="record-by" /></div>
                <Table rows={rows} by={by} chosen={chosen} onShow={show} />
                <section className="definitions"><p>{w.definition}</p></section>
              </>
            )}
          </Answer>
        </div>
        {chosen !== null && <RecordAside ym={ym} by={by} chosen={chosen} onClose={() => show(null)} />}
      </div>
    </div>
  );
}

/** What a line is called. */
function nameOf({ record: w, deadline, leads }: Words, by: By, key: string | null): string {
  if (key === null) return w.all;
  if (by === "rule") return deadline.short[key as RuleId];
  if (by === "person") return key === "" ? w.nobody : key;
  return key === "" ? w.noSource : (leads.names.sources[key as LeadSource] ?? key);
}

function Table({ rows, by, chosen, onShow }: { rows: RecordRow[]; by: By; chosen: Chosen | null; onShow: (chosen: Chosen) => void }): ReactNode {
  const { record: w } = useWords();
  const line = (sum: Sum): ReactNode => <Line key={sum.key ?? ""} sum={sum} by={by} chosen={chosen !== null && chosen.key === sum.key ? chosen.figure : null} onShow={(figure) => onShow({ key: sum.key, figure })} />;
  return (
    <div className="recordtable">
      <table className="tbl" data-test="record">
        <thead><tr><th>{w.columns[by]}</th>{FIGURES.map((figure) => <th key={figure} className="num figcol">{w.columns[figure]}</th>)}<th className="ratecol">{w.columns.rate}</th><th className="num latecol">{w.columns.average}</th></tr></thead>
        <tbody>{summed(rows, by).map(line)}</tbody>
        <tfoot>{line(total(rows))}</tfoot>
      </table>
    </div>
  );
}

function Line({ sum, by, chosen, onShow }: { sum: Sum; by: By; chosen: Figure | null; onShow: (figure: Figure) => void }): ReactNode {
  const words = useWords();
  const w = words.record;
  const name = nameOf(words, by, sum.key);
  const share = shareInTenths(sum.met, sum.due);
  const average = averageLate(sum);
  const family = share === null ? "" : share >= 950 ? "done" : share >= 800 ? "wait" : "late";
  const cell = (figure: Figure): ReactNode => (
    <td key={figure} className={`num${chosen === figure ? " on" : ""}`}>
      {sum[figure] === 0 ? <span className="i3">0</span> : <button type="button" className={`figbtn${figure === "late" ? " late" : ""}`} aria-label={w.open(`${name} ${w.columns[figure]}`, sum[figure])} aria-pressed={chosen === figure} onClick={() => onShow(figure)} data-test={`record-${figure}`}>{plain(sum[figure])}</button>}
    </td>
  );
  return (
    <tr className={sum.key === null ? "company" : ""} data-test={sum.key === null ? "record-all" : "record-row"} data-key={sum.key ?? ""}>
      <td title={name}>{sum.code !== "" && <span className="i2 recordcode">{sum.code}</span>}{name}</td>
      {FIGURES.map(cell)}
      <td className="ratecol">{share === null ? <span className="i3">—</span> : <span className="reached"><span className="bar"><i className={family} style={{ width: `${share / 10}%` }} /></span><span className="num">{tenths(share)} %</span></span>}</td>
      <td className="num">{average === null ? <span className="i3">—</span> : average >= 48 ? w.days(tenths(Math.round((average * 10) / 24))) : w.hours(plain(average))}</td>
    </tr>
  );
}

/** The deadlines behind a figure, in a drawer that pushes the page. */
function RecordAside({ ym, by, chosen, onClose }: { ym: number; by: By; chosen: Chosen; onClose: () => void }): ReactNode {
  const words = useWords();
  const { record: w, frame } = words;
  const asked = useAsk("deadline_rows", rowsAsk(ym, by, chosen.key, chosen.figure), { keep: false });
  const rows = behind(chosen.figure, asked.data ?? []);
  const title = `${nameOf(words, by, chosen.key)} · ${w.columns[chosen.figure]}`;
  useKeys({ Escape: onClose });
  return (
    <aside className="aside rowsaside" aria-label={title} data-test="record-rows" data-figure={chosen.figure}>
      <div className="sidetop">
        <h2 className="t g1 ell" title={title}>{title}</h2>
        <button type="button" className="iconbtn" aria-label={frame.close} onClick={onClose} data-test="rows-close"><X size={16} strokeWidth={1.6} /></button>
      </div>
      <div className="rowstop"><Perforation /></div>
      <div className="asidebody flush">
        <Answer of={asked}>{() => (rows.length === 0 ? <p className="i3 s pad">{w.rowsNone}</p> : rows.map((row) => <RecordLine key={row.deadline.id} row={row} />))}</Answer>
      </div>
      <div className="asidefoot">
        <span className="s i2 g1" data-test="record-count">{asked.data !== undefined && (asked.data.length >= MOST ? w.most(plain(rows.length), `${MOST}+`) : w.count(rows.length))}</span>
        <span className="hints"><span><Key>Esc</Key>{words.reports.close}</span></span>
      </div>
    </aside>
  );
}

function RecordLine({ row }: { row: TodayRow }): ReactNode {
  const { record: w, deadline: d, names } = useWords();
  const { deadline: one } = row;
  const who = row.person !== "" ? row.person : row.role === null ? w.nobody : names.role[row.role];
  const ended = one.ended_at === null ? null : Date.parse(one.ended_at);
  return (
    <div className="recordline" data-test="record-line">
      <div className="r gap8"><a className="ell w6 g1" href={addressOf(row.of === "Lead" ? "leads" : "orders", row.document_id)} title={row.name} data-test="record-open">{row.of === "Lead" ? row.name : row.customer}</a>{row.of === "Order" && <span className="no">{row.name}</span>}<Due view={one} /></div>
      <div className="r gap8 s i2"><span className="ell g1">{one.code} {d.short[one.rule]}　{who}</span><span className="nw"><InstantText at={one.due_at} /></span></div>
      {one.ended_at !== null && ended !== null && <div className="r gap8 s i2"><span className="g1 nw"><Ended state={one.state} at={one.ended_at} /></span>{one.state === "Late" && <b className="late nw">{w.lateBy(d.long(Math.max(0, minutesLate(one.due_at, ended))))}</b>}</div>}
    </div>
  );
}

function Ended({ state, at }: { state: TodayRow["deadline"]["state"]; at: string }): ReactNode {
  const w = useWords().record;
  const [before, after] = (state === "Lapsed" ? w.lapsedAt("\n") : w.endedAt("\n")).split("\n");
  return <>{before}<InstantText at={at} />{after}</>;
}
