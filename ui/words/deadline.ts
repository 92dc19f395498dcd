/** A deadline in words: what its rule asks, how long one has, and step by step why it ends when it does. Pure. */
import type { ClockState, DeadlineView, Language, Length, ReckonStep, Rest, RuleId } from "../bridge";
import { zoned } from "./figures";

/** A rule: what is still to be done, and the rule itself. */
interface RuleWords {
  todo: string;
  rule: (within: string) => string;
}

interface DeadlineWords {
  rules: Record<RuleId, RuleWords>;
  /** What it is about, in two words. */
  short: Record<RuleId, string>;
  states: Record<ClockState, string>;
  overdue: (long: string) => string;
  long: (minutes: number) => string;
  length: (length: Length) => string;
  within: (length: Length) => string;
  start: (length: string) => string;
  weekend: string;
  holiday: (name: string) => string;
  counted: (first: number, last: number) => string;
  rolled: (from: string) => string;
  afterCutoff: (cutoff: string) => string;
  span: (from: string, to: string) => string;
  closing: string;
  end: string;
  unknown: (year: number) => string;
  why: (when: string) => string;
  explain: (when: string) => string;
  ruleOf: (code: string) => string;
  strip: { start: string; due: string };
  warns: (when: string) => string;
  ended: (when: string) => string;
}

const shortZh = (name: string): string => name.replace(/(国庆|中秋|端午|清明)节/g, "$1");
const NAMES: [RegExp, string][] = [
  [/元旦/, "New Year"], [/春节/, "Spring Festival"], [/清明/, "Qingming"], [/劳动/, "Labour Day"], [/端午/, "Dragon Boat"], [/中秋/, "Mid-Autumn"], [/国庆/, "National Day"],
];
const nameEn = (name: string): string => NAMES.filter(([sign]) => sign.test(name)).map(([, word]) => word).join(", ") || name;
const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;

const zh: DeadlineWords = {
  rules: {
    LeadRating: { todo: "新线索还没评级", rule: (within) => `登记后${within}评级` },
    LeadAssignment: { todo: "评级后还没分配", rule: (within) => `评级后 ${within}分配` },
    LeadFirstContact: { todo: "分配后还没联系上客户", rule: (within) => `分配后 ${within}首次联系上` },
    LeadIntoStage2: { todo: "A 级线索还没转化", rule: (within) => `评为 A 级后 ${within}进入需求阶段` },
    LeadFollowUpB: { todo: "B 级线索还没跟进", rule: (within) => `评为 B 级后 ${within}跟进` },
    LeadWeekly: { todo: "该再联系客户了", rule: (within) => `上次联系上后 ${within}再联系上` },
    LeadNextContact: { todo: "约好的联系还没做", rule: () => "约定的那天联系客户" },
    QuotationDecision: { todo: "报价等着主管同意", rule: (within) => `提交后 ${within}答复` },
    QuotationValidity: { todo: "报价快到期，客户还没答复", rule: () => "报价上写明的有效期" },
    ContractReview: { todo: "合同等着法审", rule: (within) => `提交后 ${within}法审` },
    OrderSubmission: { todo: "合同已签，订单还没提交", rule: (within) => `签订后 ${within}提交订单` },
    ApprovalDecision: { todo: "订单等着审批", rule: (within) => `轮到后 ${within}审批` },
  },
  short: {
    LeadRating: "每日评级", LeadAssignment: "分配", LeadFirstContact: "首次联系", LeadIntoStage2: "A 级转化", LeadFollowUpB: "B 级跟进", LeadWeekly: "每周联系",
    LeadNextContact: "约定联系", QuotationDecision: "报价审批", QuotationValidity: "报价有效期", ContractReview: "合同法审", OrderSubmission: "签订后提交", ApprovalDecision: "订单审批",
  },
  states: { Running: "计时中", Met: "按时完成", Late: "逾期完成", Lapsed: "已作罢" },
  overdue: (long) => `逾期 ${long}`,
  long: (minutes) => (minutes >= 2 * 1440 ? `${Math.floor(minutes / 1440)} 天` : minutes >= 60 ? `${Math.floor(minutes / 60)} 时 ${minutes % 60} 分` : `${minutes} 分`),
  length: (length) => {
    switch (length.kind) {
      case "ClockHours": return `${length.hours} 小时`;
      case "WorkingDays": return `${length.days} 个工作日`;
      case "CalendarDays": return length.days === 0 ? "当天" : `${length.days} 天`;
      case "SameDay": return `当日（${clock(length.cutoff)} 后算下一工作日）`;
    }
  },
  within: (length) => {
    switch (length.kind) {
      case "ClockHours": return `${length.hours} 小时内`;
      case "WorkingDays": return `${length.days} 个工作日内`;
      case "CalendarDays": return length.days === 0 ? "当天" : `${length.days} 天内`;
      case "SameDay": return "当日下班前";
    }
  },
  start: (length) => `起算 ${length}`,
  weekend: "周末不计",
  holiday: (name) => `${shortZh(name)}不计`,
  counted: (first, last) => (first === last ? `第 ${first} 个工作日` : `第 ${first} 至 ${last} 个工作日`),
  rolled: (from) => `${from} 休息，顺延到`,
  afterCutoff: (cutoff) => (cutoff === "" ? "从下一工作日算" : `过了 ${cutoff} 或休息日，从这天算`),
  span: (from, to) => `${from} 至 ${to}`,
  closing: "下班时到期",
  end: "到期",
  unknown: (year) => `${year} 年的放假安排还没有，暂按周一至周五算`,
  why: (when) => `为什么是 ${when}`,
  explain: (when) => `${when}，看怎样算出来的`,
  ruleOf: (code) => `规则 ${code}`,
  strip: { start: "起算", due: "截止" },
  warns: (when) => `${when} 起提醒`,
  ended: (when) => `${when} 了结`,
};

const en: DeadlineWords = {
  rules: {
    LeadRating: { todo: "Not rated yet", rule: (within) => `Rated ${within}` },
    LeadAssignment: { todo: "Not assigned yet", rule: (within) => `Assigned ${within} of its rating` },
    LeadFirstContact: { todo: "Not reached yet", rule: (within) => `Reached ${within} of assignment` },
    LeadIntoStage2: { todo: "A lead, not converted", rule: (within) => `Into stage 2 ${within} of an A rating` },
    LeadFollowUpB: { todo: "B lead, no follow-up", rule: (within) => `Followed up ${within} of a B rating` },
    LeadWeekly: { todo: "Time to speak again", rule: (within) => `Reached again ${within} of the last time` },
    LeadNextContact: { todo: "Contact promised", rule: () => "Contacted on the day that was promised" },
    QuotationDecision: { todo: "Quotation waits for the supervisor", rule: (within) => `Decided ${within} of its submission` },
    QuotationValidity: { todo: "Quotation expires, not answered yet", rule: () => "Valid until the day on the quotation" },
    ContractReview: { todo: "Contract waits for legal", rule: (within) => `Reviewed ${within} of its submission` },
    OrderSubmission: { todo: "Order not submitted", rule: (within) => `Submitted ${within} of signature` },
    ApprovalDecision: { todo: "Approval due", rule: (within) => `Decided ${within} of its turn` },
  },
  short: {
    LeadRating: "Rating", LeadAssignment: "Assignment", LeadFirstContact: "First contact", LeadIntoStage2: "A converted", LeadFollowUpB: "B follow-up", LeadWeekly: "Weekly contact",
    LeadNextContact: "Promised contact", QuotationDecision: "Quotation approval", QuotationValidity: "Validity", ContractReview: "Legal review", OrderSubmission: "Submission", ApprovalDecision: "Order approval",
  },
  states: { Running: "running", Met: "met", Late: "met late", Lapsed: "lapsed" },
  overdue: (long) => `${long} late`,
  long: (minutes) => (minutes >= 2 * 1440 ? count(Math.floor(minutes / 1440), "day") : minutes >= 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes} min`),
  length: (length) => {
    switch (length.kind) {
      case "ClockHours": return count(length.hours, "hour");
      case "WorkingDays": return count(length.days, "working day");
      case "CalendarDays": return length.days === 0 ? "the same day" : count(length.days, "day");
      case "SameDay": return `the same day (after ${clock(length.cutoff)}: the next working day)`;
    }
  },
  within: (length) => {
    switch (length.kind) {
      case "ClockHours": return `within ${count(length.hours, "hour")}`;
      case "WorkingDays": return `within ${count(length.days, "working day")}`;
      case "CalendarDays": return length.days === 0 ? "on the day" : `within ${count(length.days, "day")}`;
      case "SameDay": return "by closing of the day";
    }
  },
  start: (length) => `start, ${length}`,
  weekend: "weekend, not counted",
  holiday: (name) => `${nameEn(name)}, not counted`,
  counted: (first, last) => (first === last ? `working day ${first}` : `working days ${first} to ${last}`),
  rolled: (from) => `${from} rests, moved to`,
  afterCutoff: (cutoff) => (cutoff === "" ? "counted from the next working day" : `after ${cutoff} or a rest day: counted from here`),
  span: (from, to) => `${from} to ${to}`,
  closing: "due at closing",
  end: "due",
  unknown: (year) => `The holidays of ${year} are not known yet; counted Monday to Friday`,
  why: (when) => `Why ${when}`,
  explain: (when) => `${when}: how it was reckoned`,
  ruleOf: (code) => `rule ${code}`,
  strip: { start: "start", due: "due" },
  warns: (when) => `warned from ${when}`,
  ended: (when) => `ended ${when}`,
};

export const deadline = { zh, en };

function clock(time: string): string {
  return time.slice(0, 5);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A date as an explanation writes it: 「9-30」, never 「昨天」; the year where it is not this one. */
export function plainDay(date: string, today: string, language: Language): string {
  const [year = "", month = "", day = ""] = date.slice(0, 10).split("-");
  const same = year === today.slice(0, 4);
  if (language === "En") return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ""}${same ? "" : ` ${year}`}`;
  return `${same ? "" : `${year}-`}${Number(month)}-${Number(day)}`;
}

/** An instant in the same way: 「10-8 18:00」. */
export function plainInstant(at: string, today: string, language: Language): string {
  const { date, time } = zoned(at);
  return `${plainDay(date, today, language)} ${time}`.trim();
}

/** A step of the explanation: when, and what happens then. */
export interface Explained {
  kind: "start" | "rest" | "counted" | "moved" | "due";
  when: string;
  says: string;
}

const restWords = (w: DeadlineWords, rest: Rest): string => (rest.kind === "Weekend" ? w.weekend : w.holiday(rest.name));

/** Every step, in order: the start, each run of days that is not counted, the days that count, the end. */
export function explained(language: Language, view: DeadlineView, today: string): Explained[] {
  const w = language === "Zh" ? zh : en;
  const day = (date: string): string => plainDay(date, today, language);
  const run = (from: string, to: string): string => (from === to ? day(from) : w.span(day(from), day(to)));
  const steps: Explained[] = [{ kind: "start", when: plainInstant(view.started_at, today, language), says: w.start(w.length(view.length)) }];
  const due = zoned(view.due_at).date;
  let counted: { from: string; to: string; first: number; last: number } | null = null;
  const flush = (): void => {
    if (counted !== null) steps.push({ kind: "counted", when: run(counted.from, counted.to), says: w.counted(counted.first, counted.last) });
    counted = null;
  };
  for (const step of view.steps) {
    if (step.step === "Counted") {
      // The last day that counts is the end itself.
      if (step.on === due && view.length.kind !== "CalendarDays") continue;
      counted = counted === null ? { from: step.on, to: step.on, first: step.nth, last: step.nth } : { ...(counted as { from: string; first: number }), to: step.on, last: step.nth };
      continue;
    }
    flush();
    steps.push(toExplained(w, step, day, run, view.length));
  }
  flush();
  steps.push({ kind: "due", when: plainInstant(view.due_at, today, language), says: view.length.kind === "ClockHours" ? w.end : w.closing });
  return steps;
}

function toExplained(w: DeadlineWords, step: Exclude<ReckonStep, { step: "Counted" }>, day: (date: string) => string, run: (from: string, to: string) => string, length: Length): Explained {
  switch (step.step) {
    case "Skipped": return { kind: "rest", when: run(step.from, step.to), says: restWords(w, step.rest) };
    case "RolledForward": return { kind: "moved", when: day(step.to), says: `${w.rolled(day(step.from))} ${day(step.to)}` };
    case "AfterCutoff": return { kind: "moved", when: day(step.to), says: w.afterCutoff(length.kind === "SameDay" ? clock(length.cutoff) : "") };
  }
}

/** The whole explanation as one sentence: 「9-30 16:20 起算 1 个工作日 → 10-1 至 10-7 国庆不计 → 10-8 18:00」. */
export function deadlineSentence(language: Language, view: DeadlineView, today: string): string {
  const w = language === "Zh" ? zh : en;
  const gap = language === "Zh" ? " " : ": ";
  const steps = explained(language, view, today).filter((step) => step.kind !== "counted").map((step) => {
    if (step.kind === "due") return step.when;
    return step.kind === "moved" && view.length.kind !== "SameDay" ? step.says : `${step.when}${gap}${step.says}`;
  });
  return [...steps.join(" → ").split("\n"), ...(view.year_unknown === null ? [] : [w.unknown(view.year_unknown)])].join(language === "Zh" ? "；" : "; ");
}

/** A holiday's name in a language; whatever is not known stays as it was published. */
export function holidayName(language: Language, name: string): string {
  return language === "Zh" ? name : nameEn(name);
}

/** The rule in words: 「签订后 1 个工作日内提交订单」. */
export function ruleSentence(language: Language, view: Pick<DeadlineView, "rule" | "length">): string {
  const w = language === "Zh" ? zh : en;
  return w.rules[view.rule].rule(w.within(view.length));
}

/** A day on the strip above the explanation. */
export interface StripDay {
  date: string;
  kind: "start" | "rest" | "day" | "due";
}

/** So many days stand side by side. */
const MOST_DAYS = 10;

/** The days from start to end; empty where there are too many, or only hours are counted. */
export function stripOf(view: DeadlineView): StripDay[] {
  if (view.length.kind === "ClockHours") return [];
  const [from, to] = [zoned(view.started_at).date, zoned(view.due_at).date];
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  if (!(days >= 2 && days <= MOST_DAYS)) return [];
  const rests = (date: string): boolean => view.steps.some((step) => step.step === "Skipped" && step.from <= date && date <= step.to);
  return Array.from({ length: days }, (_, index): StripDay => {
    const date = new Date(Date.parse(`${from}T00:00:00Z`) + index * 86_400_000).toISOString().slice(0, 10);
    return { date, kind: date === to ? "due" : date === from ? "start" : rests(date) ? "rest" : "day" };
  });
}

/** How long ago, in whole minutes; negative before it is due. */
export function minutesLate(dueAt: string, now: number): number {
  return Math.floor((now - Date.parse(dueAt)) / 60_000);
}
