/** The drawing of the trend: ECharts' SVG renderer, no legend box, no gradient, no animation, tooltips as rich text. */
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use, type ECharts, type EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef, type ReactNode } from "react";
import type { MonthPoint } from "../../bridge";
import { useWords } from "../../words";
import { amountInWan } from "../../words/figures";
import { partsOf } from "./arithmetic";

use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

interface ChartProps {
  trend: MonthPoint[];
  ym: number;
  onMonth: (ym: number) => void;
}

type W = ReturnType<typeof useWords>["reports"];

function colours(): Record<"accent" | "rest" | "grey" | "hair" | "line" | "ink" | "ink2" | "ink3" | "raised", string> {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return { accent: of("accent"), rest: of("accentLine"), grey: of("offFill"), hair: of("hair"), line: of("line"), ink: of("ink"), ink2: of("ink2"), ink3: of("ink3"), raised: of("raised") };
}

const wan = (fen: number | null): number | null => (fen === null ? null : fen / 1_000_000);

/** The figure stands above last year's point where the two would meet; the plot is about 150 px high. */
function labelDistance(point: MonthPoint, highest: number): number {
  const above = highest > 0 ? (((point.last_year_fen ?? 0) - point.amount_fen) / highest) * 130 : 0;
  return above > -4 && above < 24 ? Math.max(0, above) + 8 : 5;
}

function option(trend: MonthPoint[], ym: number, w: W): EChartsCoreOption {
  const c = colours();
  const highest = Math.max(...trend.map((point) => Math.max(point.amount_fen, point.last_year_fen ?? 0)));
  const font = getComputedStyle(document.body).fontFamily;
  const text = { fontFamily: font, fontSize: 11, color: c.ink2 };
  return {
    animation: false,
    textStyle: text,
    grid: { left: 6, right: 6, top: 26, bottom: 6, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: {
      trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow", shadowStyle: { color: c.hair, opacity: 0.6 } },
      backgroundColor: c.raised, borderColor: c.line, borderWidth: 1, textStyle: { ...text, fontSize: 12, color: c.ink }, padding: [6, 10],
      formatter: (found: unknown) => tip(trend[(found as { dataIndex: number }[])[0]?.dataIndex ?? -1], w),
    },
    xAxis: {
      type: "category", data: trend.map((point) => w.monthShort(partsOf(point.ym).year, partsOf(point.ym).month)),
      axisLine: { lineStyle: { color: c.line } }, axisTick: { show: false }, axisLabel: { ...text, interval: 0, hideOverlap: true },
    },
    yAxis: { type: "value", splitNumber: 3, splitLine: { lineStyle: { color: c.hair } }, axisLabel: { ...text, color: c.ink3 } },
    series: [
      {
        type: "bar", barWidth: "46%", barMaxWidth: 36, cursor: "pointer",
        data: trend.map((point) => ({
          value: wan(point.amount_fen),
          itemStyle: { color: point.ym === ym ? c.accent : c.rest, borderRadius: [3, 3, 0, 0] },
          label: { show: point.ym === ym && point.amount_fen > 0, position: "top", distance: labelDistance(point, highest), formatter: amountInWan(point.amount_fen), color: c.ink, fontWeight: 600, fontSize: 12, fontFamily: font },
        })),
      },
      {
        type: "line", silent: true, symbol: "circle", symbolSize: 5, connectNulls: false, z: 3,
        itemStyle: { color: c.grey }, lineStyle: { color: c.grey, type: [2, 4], width: 1.5 },
        data: trend.map((point) => wan(point.last_year_fen)),
      },
    ],
  };
}

function tip(point: MonthPoint | undefined, w: W): string {
  if (point === undefined) return "";
  const { year, month } = partsOf(point.ym);
  const now = w.trendTip(w.month(year, month), amountInWan(point.amount_fen), point.orders);
  return point.last_year_fen === null ? now : `${now}\n${w.trendTipLast(amountInWan(point.last_year_fen))}`;
}

/** Draws into its box and follows size, figures, language and appearance. A click on a month goes there. */
export default function Chart({ trend, ym, onMonth }: ChartProps): ReactNode {
  const w = useWords().reports;
  const box = useRef<HTMLDivElement>(null);
  const go = useRef(onMonth);
  go.current = onMonth;
  useEffect(() => {
    const node = box.current;
    if (node === null) return;
    const chart: ECharts = init(node, null, { renderer: "svg" });
    const draw = (): void => chart.setOption(option(trend, ym, w), true);
    draw();
    chart.on("click", (event) => {
      const point = trend[event.dataIndex];
      if (point !== undefined) go.current(point.ym);
    });
    const size = new ResizeObserver(() => chart.resize());
    size.observe(node);
    const look = new MutationObserver(draw);
    look.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class", "style"] });
    return () => {
      size.disconnect();
      look.disconnect();
      chart.dispose();
    };
  }, [trend, ym, w]);
  return <div ref={box} className="trendbox" aria-hidden="true" data-test="trend" />;
}
