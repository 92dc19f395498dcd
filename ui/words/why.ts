/** One sentence on why an order is where it is (F3), from what the core found. Typed by code: a reason without words does not compile. */
import type { Excluded, Language, Refusal, Role, Why } from "../bridge";
import { dateSpoken, figure, instantSpoken } from "./figures";
import { explainMail } from "./mail";
import { names } from "./names";
import { refusalWords } from "./refusals";

type Code = Why["code"];
/** What a reason is told with: dates as spoken on this day. */
interface Spoken {
  at: (instant: string | null) => string;
  on: (date: string | null) => string;
}
type Says = { [C in Code]: (why: Extract<Why, { code: C }>, spoken: Spoken) => string };

/** So many missing things are named; the others are counted. */
const MOST_NAMED = 3;

const roleZh = (role: Role | null): string => (role === null ? "" : (names.zh.level[role] ?? names.zh.role[role]));
const roleEn = (role: Role | null): string => (role === null ? "" : (names.en.level[role] ?? names.en.role[role]).toLowerCase());

function namedOf(language: Language, lacks: Refusal[]): string {
  const all = [...new Set(lacks.map((one) => refusalWords(language, one)))];
  const named = all.slice(0, MOST_NAMED).map(language === "Zh" ? (one) => one : inside).join(language === "Zh" ? "；" : ", ");
  return all.length > MOST_NAMED ? `${named}${language === "Zh" ? " 等" : " and more"}` : named;
}

/** A sentence that goes on inside another one begins small. */
const inside = (text: string): string => (/^[A-Z][a-z ]/.test(text) ? text[0]?.toLowerCase() + text.slice(1) : text);

const countOf = (lacks: Refusal[]): string => figure(new Set(lacks.map((one) => JSON.stringify(one))).size);

function excludedZh({ name, reason }: Excluded): string {
  switch (reason.code) {
    case "FourEyesAuthor": return `${name}是制单人或负责人`;
    case "FourEyesTwice": return `${name}已审过本轮第 ${reason.level} 级`;
    case "TooFewPeople": return `${name}要留给第 ${reason.level} 级（${roleZh(reason.role)}）`;
    default: return refusalWords("Zh", reason);
  }
}

function excludedEn({ name, reason }: Excluded): string {
  switch (reason.code) {
    case "FourEyesAuthor": return `${name} wrote or owns the order`;
    case "FourEyesTwice": return `${name} decided level ${reason.level} of this round`;
    case "TooFewPeople": return `${name} is needed for level ${reason.level} (${roleEn(reason.role)})`;
    default: return inside(refusalWords("En", reason));
  }
}

const zh: Says = {
  DraftReady: (w) => `资料齐了，等${w.owner === "" ? "人" : w.owner}提交审批`,
  DraftLacks: (w) => `还没提交，还差 ${countOf(w.lacks)} 处：${namedOf("Zh", w.lacks)}`,
  Level: (w, { at }) => {
    const since = w.since === null ? "" : `，${at(w.since).trim()} 轮到${w.days > 0 ? `，已等 ${w.days} 个工作日` : ""}`;
    const not = w.excluded.map(excludedZh).join("，");
    const where = `${roleZh(w.role)}，第 ${w.level}/${w.of} 级`;
    if (w.candidates.length === 0) return `没有人能审（${where}）${since}：${not === "" ? `没有在用的${roleZh(w.role)}` : not}。请在「设置 → 人员」里加人，或打开单人模式`;
    return `等${w.candidates.join("、")}审批（${where}）${since}${not === "" ? "" : `；不能审：${not}`}`;
  },
  SentBack: (w, { at }) => `${w.by}${at(w.at)}退回：${w.reason}；等${w.owner === "" ? "人" : w.owner}修改后重新提交${w.lacks.length === 0 ? "" : `，还差 ${countOf(w.lacks)} 处：${namedOf("Zh", w.lacks)}`}`,
  ApprovalVoid: () => "审批失效：现在的内容与批准的不一致，不能发函、不能交付",
  LetterMissingAddress: (w, { at }) => `客户联系人没有邮箱，确认函${at(w.since)}起等在发件箱里，补上邮箱就寄，或标为已另行送达`,
  LetterUncertain: (w, { at }) => `不能确定 ${w.to} 是否收到${at(w.since)}的确认函，请向客户核实，再到发件箱处理`,
  LetterFailed: (w) => `确认函没有寄到 ${w.to}：${explainMail("Zh", w.explain).title}，请到发件箱处理`,
  LetterRetry: (w, { at }) => `确认函寄给 ${w.to}，试了 ${w.tries} 次没成：${explainMail("Zh", w.explain).title}${w.next === null ? "" : `，${at(w.next).trim()} 再试`}`,
  LetterQueued: (w, { at }) => `确认函${at(w.since)}已排队，马上寄给 ${w.to}`,
  LetterOnItsWay: (w) => `确认函正在寄给 ${w.to}`,
  LetterSent: (w, { at }) => `确认函${at(w.at)}已寄到 ${w.to}`,
  LetterGiven: () => "确认函已另行送达",
  LetterWithdrawn: () => "确认函已撤回，还没有新的",
  TasksOpen: (w, { at }) => `${w.tasks.map((one) => `${taskZh[one.kind] ?? one.kind}（${names.zh.role[one.role]}）`).join("、")}${at(w.since)}起还没办好`,
  Overdue: (w, { on }) => `交付逾期 ${figure(w.days)} 天，应在${on(w.promised_on)}交，还有 ${figure(w.lines)} 行没交齐`,
  Delivery: (w, { on }) => `还有 ${figure(w.lines)} 行要交${w.promised_on === null || w.days === null ? "" : w.days === 0 ? "，最早的今天到期" : `，最早的${on(w.promised_on)}到期，还有 ${figure(w.days)} 天`}`,
  Delivered: (w, { on }) => (w.on === null ? "已全部交付" : `${on(w.on).trimStart()}已全部交付`),
  Void: () => "已作废，不再办理",
};

const en: Says = {
  DraftReady: (w) => `complete; ${w.owner === "" ? "to be submitted" : `waiting for ${w.owner} to submit it`}`,
  DraftLacks: (w) => `not submitted; ${countOf(w.lacks)} to put right: ${namedOf("En", w.lacks)}`,
  Level: (w, { at }) => {
    const since = w.since === null ? "" : `, since ${at(w.since)}${w.days > 0 ? ` (${w.days} working ${w.days === 1 ? "day" : "days"})` : ""}`;
    const not = w.excluded.map(excludedEn).join(", ");
    const where = `${roleEn(w.role)}, level ${w.level} of ${w.of}`;
    if (w.candidates.length === 0) return `nobody can decide (${where})${since}: ${not === "" ? `nobody holds the role “${roleEn(w.role)}”` : not}. Add somebody under Settings → People, or switch single-person mode on`;
    return `waiting for ${w.candidates.join(", ")} (${where})${since}${not === "" ? "" : `; cannot decide: ${not}`}`;
  },
  SentBack: (w, { at }) => `${w.by} sent it back ${at(w.at)}: ${w.reason}; ${w.owner === "" ? "to be changed and submitted again" : `${w.owner} changes it and submits it again`}${w.lacks.length === 0 ? "" : `, ${countOf(w.lacks)} to put right: ${namedOf("En", w.lacks)}`}`,
  ApprovalVoid: () => "the approval is void: the content differs from what was approved; no letter, no delivery",
  LetterMissingAddress: (w, { at }) => `the contact has no address and the letter waits in the outbox since ${at(w.since)}: enter one, or mark it as delivered otherwise`,
  LetterUncertain: (w, { at }) => `it is uncertain whether ${w.to} got the letter of ${at(w.since)}: ask the customer, then settle it in the outbox`,
  LetterFailed: (w) => `the letter did not reach ${w.to}: ${inside(explainMail("En", w.explain).title)}, see the outbox`,
  LetterRetry: (w, { at }) => `the letter to ${w.to} was tried ${w.tries} ${w.tries === 1 ? "time" : "times"} in vain: ${inside(explainMail("En", w.explain).title)}${w.next === null ? "" : `, next ${at(w.next)}`}`,
  LetterQueued: (w, { at }) => `the letter is queued since ${at(w.since)} and about to go to ${w.to}`,
  LetterOnItsWay: (w) => `the letter is on its way to ${w.to}`,
  LetterSent: (w, { at }) => `the letter went to ${w.to} ${at(w.at)}`,
  LetterGiven: () => "the letter was delivered otherwise",
  LetterWithdrawn: () => "the letter was withdrawn and there is no new one",
  TasksOpen: (w, { at }) => `${w.tasks.map((one) => `${taskEn[one.kind] ?? one.kind} (${names.en.role[one.role].toLowerCase()})`).join(" and ")} open since ${at(w.since)}`,
  Overdue: (w, { on }) => `delivery ${figure(w.days)} ${w.days === 1 ? "day" : "days"} overdue: promised for ${on(w.promised_on)}, ${figure(w.lines)} ${w.lines === 1 ? "line" : "lines"} open`,
  Delivery: (w, { on }) => `${figure(w.lines)} ${w.lines === 1 ? "line" : "lines"} to deliver${w.promised_on === null || w.days === null ? "" : w.days === 0 ? ", the first due today" : `, the first by ${on(w.promised_on)}, in ${figure(w.days)} ${w.days === 1 ? "day" : "days"}`}`,
  Delivered: (w, { on }) => (w.on === null ? "all delivered" : `all delivered ${on(w.on)}`),
  Void: () => "void; nothing more to do",
};

const taskZh: Record<string, string> = { prepare: "备货", schedule: "排产" };
const taskEn: Record<string, string> = { prepare: "stock preparation", schedule: "production plan" };

/** In Chinese a figure stands off from the characters around it, a word does not. */
const apart = (text: string): string => `${/^\d/.test(text) ? " " : ""}${text}${/\d$/.test(text) ? " " : ""}`;

/** One reason. */
export function reasonWords(language: Language, why: Why, today: string): string {
  const set = language === "Zh" ? apart : (text: string): string => text;
  const spoken: Spoken = {
    at: (instant) => set(instantSpoken(instant, today, language)),
    on: (date) => set(dateSpoken(date, today, language)),
  };
  const says = (language === "Zh" ? zh : en)[why.code] as (why: Why, spoken: Spoken) => string;
  return says(why, spoken);
}

/** All reasons as one sentence. */
export function whySentence(language: Language, whys: Why[], today: string): string {
  const [join, end] = language === "Zh" ? ["；", "。"] : ["; ", "."];
  const text = whys.map((one) => reasonWords(language, one, today).trim()).join(join);
  return text === "" ? "" : `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}${/[。.!?！？]$/.test(text) ? "" : end}`;
}
