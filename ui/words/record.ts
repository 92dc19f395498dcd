/** Words of the page 「时限记录」 beside the month's report. */
import type { ClockState } from "../bridge";

const zh = {
  pages: { month: "月报", deadlines: "时限记录" },
  by: "按",
  groups: { rule: "按规则", person: "按人", source: "按来源" },
  columns: { rule: "规则", person: "负责", source: "来源", due: "到期", met: "按时", late: "逾期", lapsed: "作罢", running: "在走", rate: "按时率", average: "平均迟" },
  all: "合计",
  nobody: "没有人",
  noSource: "不是线索",
  none: "这个月没有到期的时限。",
  noneHint: "线索评级、分配、跟进和订单提交、审批的期限，到期就记在这里。",
  hours: (n: string) => `${n} 小时`,
  days: (n: string) => `${n} 天`,
  open: (what: string, count: number) => `${what} ${count} 件，看是哪些`,
  states: { all: "全部", Met: "按时", Late: "逾期", Lapsed: "作罢", Running: "在走" } satisfies Record<ClockState | "all", string>,
  count: (n: number) => `${n} 件`,
  most: (shown: string, all: string) => `列出前 ${shown} 件，共 ${all} 件`,
  rowsNone: "没有这样的时限。",
  endedAt: (when: string) => `${when} 办完`,
  lapsedAt: (when: string) => `${when} 作罢`,
  dueAt: (when: string) => `${when} 到期`,
  lateBy: (long: string) => `迟 ${long}`,
  definition: "K6 时限达成率：按时办完的 ÷ 本月到期的；作罢的不计，过期还在走的算没办到。按到期的月份算，按起算时的时限算。",
};

const en: typeof zh = {
  pages: { month: "Report", deadlines: "Deadlines" },
  by: "By",
  groups: { rule: "By rule", person: "By person", source: "By source" },
  columns: { rule: "Rule", person: "Person", source: "Source", due: "Due", met: "Met", late: "Late", lapsed: "Lapsed", running: "Running", rate: "In time", average: "Avg. late" },
  all: "All",
  nobody: "nobody",
  noSource: "no lead",
  none: "No deadline fell due this month.",
  noneHint: "Deadlines of rating, assigning and following up leads, of submitting and approving orders stand here once they are due.",
  hours: (n) => `${n} h`,
  days: (n) => `${n} d`,
  open: (what, count) => `${what} ${count}: show which`,
  states: { all: "All", Met: "Met", Late: "Late", Lapsed: "Lapsed", Running: "Running" },
  count: (n) => `${n} ${n === 1 ? "deadline" : "deadlines"}`,
  most: (shown, all) => `the first ${shown} of ${all}`,
  rowsNone: "There is no such deadline.",
  endedAt: (when) => `done ${when}`,
  lapsedAt: (when) => `lapsed ${when}`,
  dueAt: (when) => `due ${when}`,
  lateBy: (long) => `${long} late`,
  definition: "K6 Deadlines met: done in time ÷ fell due in the month; lapsed ones are out, those overdue and still running are not met. Counted in the month they fall due, by the length they started with.",
};

export const record = { zh, en };
