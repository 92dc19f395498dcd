/** Words of the room 「报价」: list, versions side by side, form, negotiation. */
import type { Concern, Objection, QuotationAct, QuotationState } from "../bridge";
import { percent } from "./figures";

interface Named {
  states: Record<QuotationState, string>;
  acts: Record<QuotationAct, string>;
  objections: Record<Objection, string>;
  concern: (concern: Concern) => string;
}

const zhNames: Named = {
  states: { Draft: "草稿", InApproval: "待主管", SentBack: "已退回", Approved: "可发送", Sent: "已发", Accepted: "已接受", Lost: "输单", Expired: "已过期", Superseded: "已换新版" },
  acts: { Edit: "修改", Submit: "提交", Grant: "同意", SendBack: "退回修改", Withdraw: "撤回", Send: "发给客户", Round: "记一轮谈判", TakeUp: "重新采用", Accept: "客户接受", Lose: "输单", Expire: "过期" },
  objections: { Price: "价格", Delivery: "交期", Terms: "付款条款", Other: "其他" },
  concern: (one) => {
    switch (one.code) {
      case "BelowFloor": return one.row === null ? `整单毛利率 ${percent(one.margin)}，低于底线 ${percent(one.floor)}` : `第 ${one.row} 行毛利率 ${percent(one.margin)}，低于底线 ${percent(one.floor)}`;
      case "CostUnknown": return `第 ${one.row} 行没有成本，毛利不明`;
      case "DiscountAbove": return `低于目录价 ${percent(one.discount)}，超过上限 ${percent(one.limit)}`;
    }
  },
};

const enNames: Named = {
  states: { Draft: "Draft", InApproval: "At supervisor", SentBack: "Returned", Approved: "May be sent", Sent: "Sent", Accepted: "Accepted", Lost: "Lost", Expired: "Expired", Superseded: "Superseded" },
  acts: { Edit: "Edit", Submit: "Submit", Grant: "Approve", SendBack: "Return", Withdraw: "Withdraw", Send: "Send to customer", Round: "Next round", TakeUp: "Take up again", Accept: "Accepted", Lose: "Lost", Expire: "Expire" },
  objections: { Price: "Price", Delivery: "Delivery", Terms: "Terms", Other: "Other" },
  concern: (one) => {
    switch (one.code) {
      case "BelowFloor": return one.row === null ? `Margin in total ${percent(one.margin)}, below the floor of ${percent(one.floor)}` : `Margin of line ${one.row} ${percent(one.margin)}, below the floor of ${percent(one.floor)}`;
      case "CostUnknown": return `Line ${one.row} has no cost, its margin is not known`;
      case "DiscountAbove": return `${percent(one.discount)} below list, above the limit of ${percent(one.limit)}`;
    }
  },
};

const zh = {
  title: "报价",
  names: zhNames,
  newOne: "新报价",
  find: "按编号、客户、产品找",
  unit: "元",
  views: { all: "全部", open: "进行中", sent: "等客户答复", mine: "我的", accepted: "已接受", ended: "输单、过期" },
  columns: { number: "编号", customer: "客户", state: "状态", revision: "版本", amount: "含税总额", margin: "毛利率", valid: "有效期至", owner: "负责人", opportunity: "商机", created: "建立", lines: "内容" },
  content: (first: string, count: number) => (count === 0 ? "—" : count === 1 ? first : `${first} 等 ${count} 项`),
  filtered: (count: string, all: string) => ({ before: "筛选出 ", count, after: ` 份，共 ${all} 份` }),
  sums: { amount: "合计", open: "等答复" },
  noneYet: "还没有报价。报价从商机开始。",
  noneFits: "没有符合条件的报价。",
  noneFound: (text: string) => `没有找到「${text}」。`,
  showAll: (all: string) => `看全部 ${all} 份`,
  noOwner: "无负责人",
  versions: (count: number) => `${count} 个版本`,
  until: (day: string) => `有效至 ${day}`,
  current: "当前",
  inside: "只在内部看，不会印到纸上",
  showMargin: "显示毛利",
  showChanges: "标出差异",
  table: { name: "名称", spec: "规格", quantity: "数量", price: "单价", amount: "金额", margin: "毛利", total: "含税合计", former: "比上一版", list: "比目录价", terms: "付款方式", delivery: "交货期", service: "服务", valid: "有效期", note: "说明", needs: "需求清单", objection: "客户异议", result: "结果" },
  removed: (amount: string) => `删去，原 ${amount}`,
  points: (figure: string) => `${figure} 点`,
  fold: (percent: number) => `${Number((percent / 10).toFixed(3))} 折`,
  legend: { changed: "改了", added: "新增", removed: "删去", text: "每一版只和上一版比" },
  rounds: {
    title: (round: number) => `第 ${round} 轮谈判`, before: (revision: number, objection: string) => `V${revision} 后客户异议：${objection}`, objected: "客户", changed: "我方改",
    keys: { version: "换版本", margins: "毛利", difference: "下一处差异" },
  },
  marginOf: (revision: number) => `V${revision} 毛利`, rate: "毛利率", floor: "底线", discount: "低于目录价", limit: "上限",
  noReasonNeeds: (reason: string) => `没有确认的需求清单：${reason}`,
  sentBack: (reason: string) => `退回原因：${reason}`,
  lostTo: (winner: string) => `输给 ${winner}`,
  toContract: (number: string) => (number === "" ? "打开合同" : `打开合同 ${number}`),
  sections: { versions: "版本对比", approvals: "审批", letters: "往来", attachments: "附件", history: "历史" },
  noLetters: "还没有发给客户。",
  noApprovals: "在限度之内，不需要审批。",
  paper: (revision: number) => `报价单 V${revision}`,
  said: { savedOnly: (why: string) => `已保存，没有提交：${why}`, submitted: "已提交", approved: "在限度之内，可以发给客户", withdrawn: "已撤回，可以修改", sent: "已放入发件箱", round: (revision: number) => `V${revision} 已建好，改好后提交`, accepted: "已记为接受", lost: "已记为输单", saved: "已保存" },
  send: { title: (number: string) => `把 ${number} 发给客户`, to: "收件邮箱", hint: "不改就发给联系人", none: "联系人没有邮箱，报价单会在发件箱里等着", save: "发送" },
  round: { title: (revision: number) => `V${revision} 之后的一轮`, objection: "客户对什么有异议", note: "客户怎么说", changed: "我方改什么", save: (revision: number) => `建 V${revision}`, missing: "请写明" },
  accept: { title: (number: string) => `客户接受了 ${number}`, note: "怎么答复的（可不填）", hint: "电话、微信或邮件，谁说的", save: "记为接受" },
  takenFrom: (revision: number) => `取自 V${revision}`,
  costPasses: "有的成本没有填，毛利不明；按公司设置不需要主管同意。",
  takeUp: { title: (revision: number) => `重新采用 V${revision}`, lead: (from: number, next: number) => `V${next} 以 V${from} 的内容起草，改好后提交；现在的版本留作记录。`, reason: "为什么回到这一版", save: (revision: number) => `建 V${revision}`, missing: "请写明原因" },
  lose: { title: (number: string) => `${number} 输单`, closeDeal: (deal: string) => `商机 ${deal} 也记为输单，原因相同`, lastOne: "这是商机里最后一份还在谈的报价。", notLast: "商机里还有别的报价或合同在进行。", reason: "原因", winner: "输给了谁（知道的话）", save: "记为输单", usual: ["价格太高", "交期太长", "付款条件谈不拢", "客户取消项目", "选了别家"], missing: "请写明原因" },
  form: {
    title: (number: string) => (number === "" ? "新报价" : `修改 ${number}`), of: "商机", chooseDeal: "选一个进行中的商机", noDeals: "没有进行中的商机，先建商机。", contact: "联系人", noContact: "主联系人",
    owner: "负责人", valid: "有效期至", validHint: "这一天过后自动失效", terms: "付款方式", delivery: "交货期", deliveryHint: "例如：签订后 20 个工作日", service: "服务与质保", note: "说明", noteHint: "会印在报价单上", waiver: "整单优惠 / 抹零",
    noNeeds: "没有需求清单的原因", noNeedsHint: "客户还没有确认需求清单，请写明为什么先报价", lines: "明细", save: "保存", locked: "现在不能修改", back: "返回", submit: "保存并提交",
    columns: { name: "名称", spec: "规格", quantity: "数量", unit: "单位", list: "目录价", price: "报价", discount: "优惠 %", rate: "税率", amount: "含税金额", cost: "成本", margin: "毛利率", reference: "市场参考", customised: "定制" },
    costHint: "含税成本，只在内部看", total: "含税合计", cost: "成本", left: "毛利", rate: "毛利率", tax: "税额",
    bad: { quantity: (text: string) => `「${text}」不是数量`, list: (text: string) => `「${text}」不是价格`, price: (text: string) => `「${text}」不是价格`, cost: (text: string) => `「${text}」不是成本`, discount: (text: string) => `「${text}」不是百分比`, rate: (text: string) => `「${text}」不是税率` },
    badCount: (count: number) => `${count} 格看不懂，请先改`, fix: (guess: string) => `改成 ${guess}`, toDo: (count: number) => `提交前还差 ${count} 项`, asks: "提交后要主管同意", free: "在限度之内，提交后就能发",
    moreConcerns: (count: number) => `另 ${count} 处`,
    badWaiver: "不是金额", badDate: "不是日期",
  },
  waiting: { title: "报价", facts: "超出限度", open: "看报价" },
};

const en: typeof zh = {
  title: "Quotations",
  names: enNames,
  newOne: "New quotation",
  find: "Number, customer, product",
  unit: "CNY",
  views: { all: "All", open: "Open", sent: "Awaiting answer", mine: "Mine", accepted: "Accepted", ended: "Lost, expired" },
  columns: { number: "Number", customer: "Customer", state: "State", revision: "Version", amount: "Total incl. tax", margin: "Margin", valid: "Valid until", owner: "Owner", opportunity: "Deal", created: "Created", lines: "Content" },
  content: (first, count) => (count === 0 ? "—" : count === 1 ? first : `${first} and ${count - 1} more`),
  filtered: (count, all) => ({ before: "", count, after: ` of ${all}` }),
  sums: { amount: "Sum", open: "Awaiting answer" },
  noneYet: "No quotations yet. They begin with a deal.",
  noneFits: "No quotation fits.",
  noneFound: (text) => `Nothing found for "${text}".`,
  showAll: (all) => `Show all ${all}`,
  noOwner: "nobody",
  versions: (count) => (count === 1 ? "1 version" : `${count} versions`),
  until: (day) => `valid until ${day}`,
  current: "current",
  inside: "Inside only, never on paper",
  showMargin: "Margins",
  showChanges: "Differences",
  table: { name: "Item", spec: "Specification", quantity: "Qty", price: "Price", amount: "Amount", margin: "Margin", total: "Total incl. tax", former: "Against the one before", list: "Against list", terms: "Payment", delivery: "Delivery", service: "Service", valid: "Validity", note: "Notes", needs: "Requirements", objection: "Objection", result: "Result" },
  removed: (amount) => `removed, was ${amount}`,
  points: (figure) => `${figure} pt`,
  fold: (percent) => `${Number(percent.toFixed(2))} %`,
  legend: { changed: "changed", added: "added", removed: "removed", text: "each version against the one before" },
  rounds: {
    title: (round) => `Round ${round} of negotiation`, before: (revision, objection) => `Objection to V${revision}: ${objection}`, objected: "Customer", changed: "We change",
    keys: { version: "version", margins: "margins", difference: "next difference" },
  },
  marginOf: (revision) => `Margin of V${revision}`, rate: "Margin %", floor: "Floor", discount: "Below list", limit: "Limit",
  noReasonNeeds: (reason) => `No confirmed list of requirements: ${reason}`,
  sentBack: (reason) => `Returned: ${reason}`,
  lostTo: (winner) => `Lost to ${winner}`,
  toContract: (number) => (number === "" ? "Open the contract" : `Open contract ${number}`),
  sections: { versions: "Versions", approvals: "Approval", letters: "Letters", attachments: "Attachments", history: "History" },
  noLetters: "Not sent to the customer yet.",
  noApprovals: "Within the limits: no approval needed.",
  paper: (revision) => `Quotation V${revision}`,
  said: { savedOnly: (why) => `Saved, not submitted: ${why}`, submitted: "Submitted", approved: "Within the limits: it may be sent", withdrawn: "Withdrawn, it can be edited", sent: "Placed in the outbox", round: (revision) => `V${revision} is there; edit and submit it`, accepted: "Recorded as accepted", lost: "Recorded as lost", saved: "Saved" },
  send: { title: (number) => `Send ${number} to the customer`, to: "E-mail", hint: "left as it is, it goes to the contact", none: "The contact has no e-mail; it will wait in the outbox", save: "Send" },
  round: { title: (revision) => `A round after V${revision}`, objection: "What the customer objects to", note: "What the customer said", changed: "What we change", save: (revision) => `Make V${revision}`, missing: "Please say it" },
  accept: { title: (number) => `${number} is accepted`, note: "How it was said (optional)", hint: "phone, WeChat or mail, and by whom", save: "Record" },
  takenFrom: (revision) => `from V${revision}`,
  costPasses: "Some costs are not filled in, so the margin is not known; by the company's setting the supervisor is not asked.",
  takeUp: { title: (revision) => `Take up V${revision} again`, lead: (from, next) => `V${next} begins with what stood in V${from}; edit and submit it. The present version stays on record.`, reason: "Why back to this version", save: (revision) => `Make V${revision}`, missing: "Please give the reason" },
  lose: { title: (number) => `${number} is lost`, closeDeal: (deal) => `Close deal ${deal} as lost too, for the same reason`, lastOne: "It is the deal's last running quotation.", notLast: "Another quotation or contract of the deal is still alive.", reason: "Reason", winner: "To whom, if known", save: "Record as lost", usual: ["Price too high", "Delivery too late", "Terms not agreed", "Project cancelled", "Another supplier"], missing: "Please give the reason" },
  form: {
    title: (number) => (number === "" ? "New quotation" : `Edit ${number}`), of: "Deal", chooseDeal: "Choose an open deal", noDeals: "There is no open deal; make one first.", contact: "Contact", noContact: "main contact",
    owner: "Owner", valid: "Valid until", validHint: "expires by itself after this day", terms: "Payment", delivery: "Delivery period", deliveryHint: "e.g. 20 working days after signature", service: "Service and warranty", note: "Notes", noteHint: "printed on the quotation", waiver: "Discount on the whole",
    noNeeds: "Why without a list of requirements", noNeedsHint: "the customer has not confirmed one yet", lines: "Lines", save: "Save", locked: "It cannot be edited now", back: "Back", submit: "Save and submit",
    columns: { name: "Item", spec: "Specification", quantity: "Qty", unit: "Unit", list: "List", price: "Quoted", discount: "Off %", rate: "VAT", amount: "Amount", cost: "Cost", margin: "Margin", reference: "Market", customised: "Custom" },
    costHint: "tax included, inside only", total: "Total incl. tax", cost: "Cost", left: "Margin", rate: "Margin %", tax: "VAT",
    bad: { quantity: (text) => `"${text}" is no quantity`, list: (text) => `"${text}" is no price`, price: (text) => `"${text}" is no price`, cost: (text) => `"${text}" is no cost`, discount: (text) => `"${text}" is no percentage`, rate: (text) => `"${text}" is no rate` },
    badCount: (count) => `${count} cells cannot be read`, fix: (guess) => `Change to ${guess}`, toDo: (count) => `${count} to do before submission`, asks: "The supervisor will be asked", free: "Within the limits: may be sent at once",
    moreConcerns: (count) => `${count} more`,
    badWaiver: "no amount", badDate: "no date",
  },
  waiting: { title: "Quotations", facts: "Beyond the limits", open: "Open" },
};

export const quotations = { zh, en };
