/** The room 「报表」: one month, its figures, what they are compared to, and the rows behind each of them. */
import { Download, FolderOpen } from "lucide-react";
import { Button } from "antd";
import { Suspense, lazy, useEffect, useState, type ComponentProps, type ReactNode } from "react";
import { faultOf, useAct, useAsk, type FacetRow, type MonthView } from "../../bridge";
import { Answer, Bones, FaultNote, go, say, useToday } from "../../parts";
import { useWords } from "../../words";
import "../../parts/rooms.css";
import { monthOf, monthRange } from "./arithmetic";
import { Definitions } from "./Definitions";
import { Facet, NewAndOld } from "./Facet";
import { Kpis } from "./Kpis";
import { MonthNav } from "./MonthNav";
import { People } from "./People";
import { RowsAside } from "./RowsAside";
import { Trend } from "./Trend";
import "./reports.css";

const Deadlines = lazy(() => import("./Deadlines"));

/** The room; `rest` is `[ym]`, `[ym, figure]`, `[ym, "deadlines", …]` or nothing for the present month. */
export default function ReportsRoom({ rest }: { rest: string[] }): ReactNode {
  const present = monthOf(useToday());
  const typed = Number(rest[0]);
  const ym = Number.isInteger(typed) && typed >= 190_001 && typed % 100 >= 1 && typed % 100 <= 12 ? typed : present;
  if (rest[1] === "deadlines") return <Suspense fallback={<Bones />}><Deadlines ym={ym} present={present} rest={rest.slice(2)} /></Suspense>;
  return <Report ym={ym} present={present} figure={rest[1] ?? null} />;
}

function Report({ ym, present, figure }: { ym: number; present: number; figure: string | null }): ReactNode {
  const asked = useAsk("month_view", { ym });
  return <Answer of={asked}>{(view) => <Month view={view} ym={ym} present={present} figure={figure} />}</Answer>;
}

interface MonthProps {
  view: MonthView;
  ym: number;
  present: number;
  figure: string | null;
}

function Month({ view, ym, present, figure }: MonthProps): ReactNode {
  const w = useWords().reports;
  const show = (next: string | null): void => (next === null || next === figure ? go("reports", ym) : go("reports", ym, next));
  return (
    <div className="roompage" data-test="room-reports" data-ym={view.ym}>
      <div className="withaside">
        <div className="monthpage">
          <Head view={view} ym={ym} present={present} />
          <Kpis view={view} figure={figure} onShow={show} />
          {view.amount.orders === 0 && view.amount.later.rows === 0 && <p className="i3 s monthempty">{w.emptyMonth}</p>}
          <Trend trend={view.trend} ym={view.ym} onMonth={(month) => go("reports", month)} />
          {view.amount.orders > 0 && <Facets view={view} figure={figure} onShow={show} />}
          <People view={view} figure={figure} onShow={show} />
          <Definitions point={view.delivery_point} />
        </div>
        {figure !== null && <RowsAside view={view} figure={figure} onShow={show} />}
      </div>
    </div>
  );
}

function Facets({ view, figure, onShow }: { view: MonthView; figure: string | null; onShow: (figure: string) => void }): ReactNode {
  const w = useWords().reports;
  const total = view.amount.amount_fen;
  const facet = (title: string, kind: ComponentProps<typeof Facet>["kind"], rows: FacetRow[]): ReactNode => (
    <Facet title={title} kind={kind} rows={[...rows].sort((a, b) => b.amount_fen - a.amount_fen)} total={total} figure={figure} onShow={onShow} />
  );
  return (
    <div className="facets">
      {facet(w.products, "product", view.products)}
      {facet(w.customers, "customer", view.customers)}
      {facet(w.regions, "region", view.regions)}
      {facet(w.categories, "category", view.categories)}
      {facet(w.industries, "industry", view.industries)}
      <NewAndOld fresh={view.amount.new_customers_fen} total={total} />
    </div>
  );
}

function Head({ view, ym, present }: { view: MonthView; ym: number; present: number }): ReactNode {
  const range = monthRange(ym, present, view.first_ym, view.last_ym);
  return (
    <div className="monthhead">
      <MonthNav ym={ym} present={present} page="month" range={range} />
      <Workbook ym={ym} />
    </div>
  );
}

/** Writes the workbook into the reports folder and says where it is. */
function Workbook({ ym }: { ym: number }): ReactNode {
  const w = useWords().reports;
  const [path, setPath] = useState<string | null>(null);
  const write = useAct("month_workbook", (answer) => {
    setPath(answer.path);
    say(`${w.written}　${answer.path}`);
  });
  useEffect(() => setPath(null), [ym]);
  return (
    <div className="workbook">
      {write.isError && <FaultNote fault={faultOf(write.error)} />}
      {path !== null && <span className="s i2 r gap4 ell" title={path} data-test="workbook-path"><FolderOpen size={14} strokeWidth={1.6} /><span className="ell pathend">{path}</span></span>}
      <Button icon={<Download size={14} strokeWidth={1.6} />} title={w.workbookHint} loading={write.isPending} onClick={() => write.mutate({ ym, token: null })} data-test="month-workbook">{w.workbook}</Button>
    </div>
  );
}
