/** Words of the settings page 「时限」. */
const zh = {
  lead: "每条规则给多少时间。用掉四分之三时提醒，最晚在到期前的最后一个下班时；到期还没办就上报。改了以后起算的才用新的，在走的不变。",
  leads: "线索",
  orders: "报价、合同与订单",
  units: { ClockHours: (_: boolean) => "小时", WorkingDays: (_: boolean) => "个工作日", CalendarDays: (_: boolean) => "天", SameDay: (_: boolean) => "前登记的当日评" },
  person: "负责人",
  told: (warns: string, escalates: string) => `提醒${warns}，上报${escalates}`,
  standard: (length: string) => `标准 ${length}`,
  standardSameDay: (cutoff: string) => `${cutoff} 以前`,
  putBack: "恢复标准",
  past: (n: number) => `改过 ${n} 次`,
  bad: "写成整数",
  badTime: "请选时间",
  notAll: "有一条没存下，见红字",
  rule: (short: string) => `${short}的时限`,
};

const en: typeof zh = {
  lead: "How long each rule gives. Warned when three quarters are gone, and no later than the last closing time before; reported when it has run out. A change holds for what starts from then on; what runs keeps its time.",
  leads: "Leads",
  orders: "Quotations, contracts and orders",
  units: { ClockHours: (one) => (one ? "hour" : "hours"), WorkingDays: (one) => (one ? "working day" : "working days"), CalendarDays: (one) => (one ? "day" : "days"), SameDay: () => "and earlier: same day" },
  person: "account manager",
  told: (warns, escalates) => `Warns ${warns.toLowerCase()}, then ${escalates.toLowerCase()}`,
  standard: (length) => `standard ${length}`,
  standardSameDay: (cutoff) => `before ${cutoff}`,
  putBack: "Back to standard",
  past: (n) => `Changed ${n === 1 ? "once" : `${n} times`}`,
  bad: "a whole number",
  badTime: "choose a time",
  notAll: "one was not saved, see the red words",
  rule: (short) => `Time for: ${short}`,
};

export const clocks = { zh, en };
