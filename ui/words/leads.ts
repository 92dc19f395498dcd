/** Words of the room 「线索」: list, form, document, rating. */
import type { Grade, LeadAct, LeadSource, LeadState, Method, Reason } from "../bridge";

interface Named {
  states: Record<LeadState, string>;
  grades: Record<Grade, { name: string; hint: string }>;
  sources: Record<LeadSource, string>;
  acts: Record<LeadAct, string>;
  methods: Record<Method, string>;
  reason: (reason: Reason) => string;
}

const zhNames: Named = {
  states: { New: "未评级", Rated: "待分配", Assigned: "跟进中", Converted: "已转化", Lost: "输单", Invalid: "无效", Merged: "已合并" },
  grades: { A: { name: "高意向", hint: "1 周内推进" }, B: { name: "中意向", hint: "2 周内跟进" }, C: { name: "低意向", hint: "长期培育" } },
  sources: { Inquiry: "主动咨询", Exhibition: "行业展会", Marketing: "市场推广", Referral: "转介绍", Other: "其他" },
  acts: { Edit: "修改", Rate: "评级", Assign: "分配", FollowUp: "记跟进", Convert: "转为客户", Lose: "输单", Invalidate: "无效", Merge: "并入另一条", Reopen: "重新打开" },
  methods: { Phone: "电话", Visit: "拜访", WeChat: "微信", Email: "邮件", Exhibition: "展会" },
  reason: (reason) => {
    switch (reason.reason) {
      case "OwnsCustomer": return "这家客户的负责人";
      case "Senior": return "资深";
      case "Region": return `负责${reason.region}`;
      case "Industry": return `熟悉${reason.industry}`;
      case "LeastInHand": return "手上最少";
      case "Full": return "手上已满";
    }
  },
};

const enNames: Named = {
  states: { New: "Not rated", Rated: "To assign", Assigned: "In hand", Converted: "Converted", Lost: "Lost", Invalid: "Invalid", Merged: "Merged" },
  grades: { A: { name: "High", hint: "within a week" }, B: { name: "Middling", hint: "within two weeks" }, C: { name: "Low", hint: "long term" } },
  sources: { Inquiry: "Inquiry", Exhibition: "Exhibition", Marketing: "Marketing", Referral: "Referral", Other: "Other" },
  acts: { Edit: "Edit", Rate: "Rate", Assign: "Assign", FollowUp: "Follow up", Convert: "Convert", Lose: "Lost", Invalidate: "Invalid", Merge: "Merge", Reopen: "Reopen" },
  methods: { Phone: "Phone", Visit: "Visit", WeChat: "WeChat", Email: "E-mail", Exhibition: "Exhibition" },
  reason: (reason) => {
    switch (reason.reason) {
      case "OwnsCustomer": return "looks after this customer";
      case "Senior": return "experienced";
      case "Region": return `covers ${reason.region}`;
      case "Industry": return `knows ${reason.industry}`;
      case "LeastInHand": return "least in hand";
      case "Full": return "has as many as allowed";
    }
  },
};

const zh = {
  title: "线索",
  names: zhNames,
  newOne: "新线索",
  daily: "每日评级",
  find: "按客户、联系人、电话找",
  gradeOf: (grade: string) => `${grade} 类`,
  ungraded: "未评级",
  views: { unrated: "未评级", mine: "我的", today: "今天要联系", overdue: "逾期", all: "全部", ended: "已结束" },
  columns: {
    customer: "客户", contact: "联系人", phone: "电话", grade: "等级", state: "状态", source: "来源", region: "区域", industry: "行业", owner: "负责人",
    received: "收到", registered: "登记", followed: "最近跟进", next: "下次联系", due: "期限", need: "需求",
  },
  overdueYes: "有逾期的期限",
  filtered: (count: string, all: string) => ({ before: "筛选出 ", count, after: ` 条，共 ${all} 条` }),
  sums: { unrated: "未评级", overdue: "逾期" },
  shape: { label: "怎样排", list: "列表", board: "看板" },
  board: { more: (n: string) => `另 ${n} 条，看列表`, none: "没有" },
  bulk: {
    assign: "分配", assignThem: (count: string) => `分配 ${count} 条线索`, assigned: (count: string) => `${count} 条线索已分配`, to: "分给",
    invalidate: "无效", invalidateThem: (count: string) => `把 ${count} 条线索记为无效`, invalidated: (count: string) => `${count} 条线索已记为无效`,
    reopen: "重新打开", reopenThem: (count: string) => `重新打开 ${count} 条线索`, reopened: (count: string) => `${count} 条线索已重新打开`, reopenHint: "重新打开的要再评级。",
  },
  showAll: (count: string) => `看全部 ${count} 条`,
  noneYet: "还没有线索。记下第一条，或把微信里的一段话粘进来。",
  noneFits: "没有符合的线索。",
  noneFound: (text: string) => `没有找到「${text}」。`,
  createNamed: (text: string) => `登记「${text}」`,
  noOwner: "未分配",
  noCompany: "（没有公司）",
  fields: {
    customer: "客户名称", contact: "联系人", title: "职务", phone: "电话", wechat: "微信", email: "邮箱", industry: "行业", region: "省 / 市 / 区", province: "省", city: "市", district: "区",
    source: "来源", source_note: "来源说明", need: "需求描述", received_at: "收到时间", customer_id: "老客户",
  },
  hints: { customer: "没有公司就只填联系人", source_note: "谁介绍的、哪个展会", received_at: "客户找来的时间", reach: "至少一项" },
  sections: { who: "是谁", reach: "怎样联系", need: "要什么", source: "从哪里来" },
  nameMissing: "客户名称和联系人至少填一个",
  reachMissing: "电话、微信、邮箱至少填一个",
  badPhone: "不像电话",
  badEmail: "不像邮箱",
  future: "时间还没到",
  saved: "已登记",
  changed: "已保存",
  register: "登记",
  similar: (count: number) => `已有 ${count} 条很像的，请先看看是不是同一位：`,
  similarBy: { name: "名称相同", phone: "电话相同" } as Record<string, string>,
  likeWhat: { lead: "线索", customer: "客户" } as Record<string, string>,
  paste: { menu: "粘贴识别线索", create: "填到新线索", openLike: "去看" },
  steps: { registered: "登记", rated: "评级", assigned: "分配", contacted: "联系", converted: "转化", lost: "输单", invalid: "无效", merged: "已合并" },
  page: {
    follow: "跟进", about: "明细", deadlines: "时限", history: "历史", late: (hours: string) => `收到后 ${hours} 才登记`, inTime: (hours: string) => `收到后 ${hours} 登记`, hours: (n: string) => `${n} 小时`, minutes: (n: string) => `${n} 分钟`,
    registeredBy: (who: string, when: string) => `${who} 登记于 ${when}`, received: "收到", registered: "登记", became: "已成为客户", goesOn: "商机 ", mergedInto: "已并入线索", why: "理由", grounds: "评级依据", decided: (who: string, recorder: string) => (who === recorder ? who : `${who}（${recorder} 代录）`),
    noRating: "还没有评级。", noDeadlines: "没有在走的时限。", noFollow: "还没有跟进。", need: "需求", copyPhone: "复制电话", running: "在走的", ended: "已了结",
  },
  reached: "联系上了",
  notReached: "没联系上",
  follow: {
    title: (name: string) => `记跟进：${name}`, method: "方式", reached: "结果", said: "说了什么", saidHint: "客户的话、报过的价、约定", needChange: "需求变化", nextOn: "下次联系", at: "时间", now: "现在", done: "跟进已记下", save: "记下",
    none: "不约", tomorrow: "明天", in3: "3 天后", in7: "7 天后", next: (when: string) => `下次 ${when}`, saidMissing: "请写明说了什么",
  },
  assign: {
    title: (name: string) => `分配：${name}`, to: "分给", best: "建议", inHand: (n: string) => `在手 ${n}`, done: (name: string, to: string) => `${name} 已分给 ${to}`, save: (to: string) => `分给 ${to}`, nobody: "没有可以分配的人，请在「设置 → 人员」里给人加上销售代表的角色。", choose: "请选人",
  },
  convert: {
    title: (name: string) => `转为客户：${name}`, fresh: (name: string) => `新客户「${name}」`, freshHint: "公司、联系人、需求和跟进一起带过去，并建立商机，不用重填", known: "已有客户", other: "另找一家", find: "按名称找", done: (name: string) => `已转为客户「${name}」`, save: "转为客户", open: "去看客户", toDeal: "看商机"},
  end: {
    lose: (name: string) => `输单：${name}`, invalidate: (name: string) => `无效：${name}`, reason: "理由", lost: "已记为输单", invalidated: "已记为无效",
    loseReasons: ["价格", "选了别家", "项目取消", "交期来不及"], invalidReasons: ["不是客户", "联系方式是空号", "重复", "不做这类业务"], missing: "请写明理由", save: "确定",
  },
  merge: { title: (name: string) => `并入另一条：${name}`, into: "并入", hint: "跟进一起带过去；以后可以重新打开", find: "按客户、联系人、电话找", done: (name: string) => `已合并到「${name}」`, back: (name: string) => `「${name}」已分开，请再评级`, save: "并入", choose: "请选一条" },
  reopened: "已重新打开，请再评级",
  rating: {
    title: "每日评级", rated: (done: string, all: string) => ({ before: "已评 ", done, after: ` / ${all}` }), by: "评级期限", place: (n: string, all: string) => `${n} / ${all}`,
    grounds: { industry: "行业", fit: "需求匹配", likelihood: "可能性" }, hints: { industry: "是不是我们做的行业", fit: "功能、预算合不合", likelihood: "决策周期、以往的往来" },
    verdicts: { industry: ["契合", "一般", "不做"], fit: ["高", "中", "低"], likelihood: ["一周", "两周", "更久"] } as Record<"industry" | "fit" | "likelihood", [string, string, string]>,
    note: (ground: string) => `${ground}的依据`, noteMissing: "请写一句依据", decider: "谁评的", save: (grade: string) => `评为 ${grade} 类，下一条`, saveOpen: "先选等级", done: (name: string, grade: string) => `${name} 已评为 ${grade} 类`,
    all: "线索都评完了。", allHint: "新登记的会出现在这里。", back: "看线索", nobody: "没有在用的销售主管，评级没有人可以决定。请在「设置 → 人员」里给人加上这个角色。", need: "需求描述", noNeed: "登记时没有写需求", after: "确认后", afterwards: { A: "分配后 48 小时内要联系上，7 天内进入需求阶段", B: "14 天内跟进，此后每 7 天联系上一次", C: "每 7 天联系上一次" } as Record<Grade, string>,
    keys: { grade: "评级", notes: "写依据", save: "确认并下一条", move: "上下", invalid: "无效，写理由" }, invalid: "无效", invalidHint: "写理由", list: "未评级的线索",
  },
};

const leadsCount = (count: string): string => (count === "1" ? "1 lead" : `${count} leads`);

const en: typeof zh = {
  title: "Leads",
  names: enNames,
  newOne: "New lead",
  daily: "Daily rating",
  find: "By customer, contact or phone",
  gradeOf: (grade) => grade,
  ungraded: "Not rated",
  views: { unrated: "Not rated", mine: "Mine", today: "To contact", overdue: "Overdue", all: "All", ended: "Ended" },
  columns: {
    customer: "Customer", contact: "Contact", phone: "Phone", grade: "Grade", state: "State", source: "Source", region: "Region", industry: "Industry", owner: "Owner",
    received: "Received", registered: "Registered", followed: "Last follow-up", next: "Next contact", due: "Due", need: "Need",
  },
  overdueYes: "a deadline has passed",
  filtered: (count, all) => ({ before: "", count, after: ` of ${all} leads` }),
  sums: { unrated: "Not rated", overdue: "Overdue" },
  shape: { label: "Layout", list: "List", board: "Board" },
  board: { more: (n) => `${n} more in the list`, none: "none" },
  bulk: {
    assign: "Assign", assignThem: (count) => `Assign ${leadsCount(count)}`, assigned: (count) => `${leadsCount(count)} assigned`, to: "To",
    invalidate: "Invalid", invalidateThem: (count) => `Close ${leadsCount(count)} as invalid`, invalidated: (count) => `${leadsCount(count)} closed as invalid`,
    reopen: "Reopen", reopenThem: (count) => `Reopen ${leadsCount(count)}`, reopened: (count) => `${leadsCount(count)} reopened`, reopenHint: "What is reopened is rated again.",
  },
  showAll: (count) => `Show all ${count}`,
  noneYet: "No leads yet. Register the first one, or paste a chat message.",
  noneFits: "No lead fits.",
  noneFound: (text) => `Nothing found for “${text}”.`,
  createNamed: (text) => `Register “${text}”`,
  noOwner: "nobody yet",
  noCompany: "(no company)",
  fields: {
    customer: "Customer", contact: "Contact", title: "Position", phone: "Phone", wechat: "WeChat", email: "E-mail", industry: "Industry", region: "Province / city / district", province: "Province", city: "City", district: "District",
    source: "Source", source_note: "More about it", need: "What they need", received_at: "Received at", customer_id: "Known customer",
  },
  hints: { customer: "or the contact alone", source_note: "who, which fair", received_at: "when they turned to us", reach: "one at least" },
  sections: { who: "Who", reach: "How to reach them", need: "What they need", source: "Where from" },
  nameMissing: "a customer or a contact is needed",
  reachMissing: "phone, WeChat or e-mail is needed",
  badPhone: "not a phone number",
  badEmail: "not an address",
  future: "still to come",
  saved: "Registered",
  changed: "Saved",
  register: "Register",
  similar: (count) => `${count === 1 ? "One looks" : `${count} look`} much like this. Is it the same?`,
  similarBy: { name: "same name", phone: "same phone" },
  likeWhat: { lead: "lead", customer: "customer" },
  paste: { menu: "Paste a lead", create: "Fill a new lead", openLike: "Look" },
  steps: { registered: "Registered", rated: "Rated", assigned: "Assigned", contacted: "Reached", converted: "Converted", lost: "Lost", invalid: "Invalid", merged: "Merged" },
  page: {
    follow: "Follow-ups", about: "Details", deadlines: "Deadlines", history: "History", late: (hours) => `registered only ${hours} after receipt`, inTime: (hours) => `registered ${hours} after receipt`, hours: (n) => `${n} h`, minutes: (n) => `${n} min`,
    registeredBy: (who, when) => `registered by ${who}, ${when}`, received: "Received", registered: "Registered", became: "Became the customer", goesOn: "goes on as the deal ", mergedInto: "Lives on in the lead", why: "Reason", grounds: "Grounds of the rating", decided: (who, recorder) => (who === recorder ? who : `${who} (recorded by ${recorder})`),
    noRating: "Not rated yet.", noDeadlines: "No clock is running.", noFollow: "No follow-ups yet.", need: "Need", copyPhone: "Copy the number", running: "Running", ended: "Ended",
  },
  reached: "Reached",
  notReached: "Not reached",
  follow: {
    title: (name) => `Follow-up: ${name}`, method: "How", reached: "Result", said: "What was said", saidHint: "their words, prices, promises", needChange: "Change of need", nextOn: "Next contact", at: "When", now: "now", done: "Follow-up recorded", save: "Record",
    none: "none", tomorrow: "tomorrow", in3: "in 3 days", in7: "in 7 days", next: (when) => `next ${when}`, saidMissing: "needed",
  },
  assign: {
    title: (name) => `Assign: ${name}`, to: "To", best: "proposed", inHand: (n) => `${n} in hand`, done: (name, to) => `${name} assigned to ${to}`, save: (to) => `Assign to ${to}`, nobody: "Nobody can be assigned: give somebody the role of sales rep in Settings → People.", choose: "choose somebody",
  },
  convert: {
    title: (name) => `Convert: ${name}`, fresh: (name) => `New customer “${name}”`, freshHint: "company, contact, need and follow-ups go along; a deal begins; nothing is typed again", known: "A known customer", other: "Another one", find: "Find by name", done: (name) => `Became the customer “${name}”`, save: "Convert", open: "See the customer", toDeal: "See the deal",
  },
  end: {
    lose: (name) => `Lost: ${name}`, invalidate: (name) => `Invalid: ${name}`, reason: "Reason", lost: "Closed as lost", invalidated: "Closed as invalid",
    loseReasons: ["Price", "Chose another", "Project cancelled", "Too late for them"], invalidReasons: ["No customer", "Wrong number", "Duplicate", "Not our business"], missing: "needed", save: "Close it",
  },
  merge: { title: (name) => `Merge: ${name}`, into: "Into", hint: "its follow-ups go along; it can be reopened", find: "By customer, contact or phone", done: (name) => `Merged into “${name}”`, back: (name) => `“${name}” stands by itself again; please rate it`, save: "Merge", choose: "choose one" },
  reopened: "Reopened; please rate it again",
  rating: {
    title: "Daily rating", rated: (done, all) => ({ before: "", done, after: ` of ${all} rated` }), by: "To be rated by", place: (n, all) => `${n} of ${all}`,
    grounds: { industry: "Industry", fit: "Fit of need", likelihood: "Likelihood" }, hints: { industry: "is it our trade", fit: "function and budget", likelihood: "decision cycle, history" },
    verdicts: { industry: ["Ours", "Near", "No"], fit: ["High", "Mid", "Low"], likelihood: ["1 wk", "2 wks", "Later"] },
    note: (ground) => `Ground: ${ground.toLowerCase()}`, noteMissing: "one sentence is needed", decider: "Who rates", save: (grade) => `Rate ${grade}, next`, saveOpen: "Choose a grade first", done: (name, grade) => `${name} rated ${grade}`,
    all: "All leads are rated.", allHint: "New ones will stand here.", back: "See the leads", nobody: "No supervisor is active, so nobody can decide. Give somebody the role in Settings → People.", need: "What they need", noNeed: "nothing was written at registration", after: "Afterwards", afterwards: { A: "to be reached within 48 hours of assignment, in stage 2 within 7 days", B: "a follow-up within 14 days, then reached every 7 days", C: "reached every 7 days" },
    keys: { grade: "Grade", notes: "Grounds", save: "Save, next", move: "Move", invalid: "Invalid" }, invalid: "Invalid", invalidHint: "state why", list: "Leads not rated yet",
  },
};

export const leads = { zh, en };
