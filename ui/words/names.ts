/** Words for the names the core uses: roles, states, kinds. Shared by all rooms, typed by the core's own names. */
import type { DayKind, Decision, DeliveryPoint, Given, InvoiceKind, LetterState, OrderAct, OrderStatus, PaymentMethod, Role, Trigger } from "../bridge";

interface Names {
  role: Record<Role, string>;
  /** Short forms for a ladder or a chip. */
  level: Partial<Record<Role, string>>;
  status: Record<OrderStatus, string>;
  given: Record<Given, string>;
  decision: Record<Decision, string>;
  letter: Record<LetterState, string>;
  invoice: Record<InvoiceKind, string>;
  method: Record<PaymentMethod, string>;
  trigger: Record<Trigger, string>;
  days: Record<DayKind, string>;
  deliveryPoint: Record<DeliveryPoint, string>;
  act: Record<OrderAct, string>;
}

const zh: Names = {
  role: {
    SalesRep: "销售代表", SalesSupervisor: "销售主管", Solution: "产品经理/技术支持", Legal: "法务", Finance: "财务",
    Operations: "运营", Warehouse: "仓储", Production: "生产", Purchasing: "采购", Logistics: "物流",
    ServiceEngineer: "服务工程师", CustomerService: "客服代表", SalesAssistant: "销售助理", Admin: "管理员",
  },
  level: { SalesSupervisor: "主管", Finance: "财务", Operations: "运营" },
  status: {
    Draft: "草稿", AwaitingSupervisor: "待主管", AwaitingFinance: "待财务", AwaitingOperations: "待运营", AwaitingOther: "审批中",
    SentBack: "已退回", Approved: "已通过", Changing: "变更中", Void: "已作废", Opening: "期初",
  },
  given: { SignedIn: "本人登录", InPerson: "当面", Phone: "电话", WeChat: "微信", Email: "邮件", Written: "书面" },
  decision: { Submitted: "提交", Granted: "同意", SentBack: "退回修改", Withdrawn: "撤回" },
  letter: {
    MissingAddress: "缺少邮箱", Queued: "排队", Claimed: "正在发送", Handed: "正在发送", Sent: "已送出", Retry: "稍后重试",
    Failed: "失败", Uncertain: "不确定", DeliveredOtherwise: "已另行送达", Withdrawn: "已撤下",
  },
  invoice: { VatSpecial: "数电专票", VatGeneral: "数电普票", Paper: "纸质发票", None: "不开票" },
  method: { Transfer: "电汇", AcceptanceBill: "承兑汇票", Cheque: "支票", Cash: "现金" },
  trigger: {
    Order: "预付", BeforeDispatch: "发货前", Arrival: "到货后", Acceptance: "验收后", MonthEnd: "月结", Invoice: "票到", WarrantyEnd: "质保期满",
  },
  days: { Calendar: "天", Working: "个工作日" },
  deliveryPoint: { Dispatch: "发货", Receipt: "签收", Acceptance: "验收" },
  act: {
    Edit: "编辑", Submit: "提交审批", Grant: "同意", SendBack: "退回修改", Withdraw: "撤回", Discard: "删除草稿",
    Deliver: "登记交付", Copy: "复制为新订单", Resend: "再次发送确认函",
  },
};

const en: Names = {
  role: {
    SalesRep: "Sales rep", SalesSupervisor: "Sales supervisor", Solution: "Solution", Legal: "Legal", Finance: "Finance",
    Operations: "Operations", Warehouse: "Warehouse", Production: "Production", Purchasing: "Purchasing", Logistics: "Logistics",
    ServiceEngineer: "Service engineer", CustomerService: "Customer service", SalesAssistant: "Sales assistant", Admin: "Administrator",
  },
  level: { SalesSupervisor: "Supervisor", Finance: "Finance", Operations: "Operations" },
  status: {
    Draft: "Draft", AwaitingSupervisor: "At supervisor", AwaitingFinance: "At finance", AwaitingOperations: "At operations", AwaitingOther: "In approval",
    SentBack: "Sent back", Approved: "Approved", Changing: "Changing", Void: "Void", Opening: "Opening",
  },
  given: { SignedIn: "signed in", InPerson: "in person", Phone: "by phone", WeChat: "on WeChat", Email: "by e-mail", Written: "in writing" },
  decision: { Submitted: "submitted", Granted: "agreed", SentBack: "sent back", Withdrawn: "withdrew" },
  letter: {
    MissingAddress: "No address", Queued: "Queued", Claimed: "Sending", Handed: "Sending", Sent: "Sent", Retry: "Will retry",
    Failed: "Failed", Uncertain: "Uncertain", DeliveredOtherwise: "Delivered otherwise", Withdrawn: "Withdrawn",
  },
  invoice: { VatSpecial: "Special VAT e-invoice", VatGeneral: "General VAT e-invoice", Paper: "Paper invoice", None: "No invoice" },
  method: { Transfer: "Bank transfer", AcceptanceBill: "Acceptance bill", Cheque: "Cheque", Cash: "Cash" },
  trigger: {
    Order: "On order", BeforeDispatch: "Before dispatch", Arrival: "On arrival", Acceptance: "On acceptance", MonthEnd: "Month end", Invoice: "On invoice", WarrantyEnd: "End of warranty",
  },
  days: { Calendar: "days", Working: "working days" },
  deliveryPoint: { Dispatch: "dispatch", Receipt: "receipt", Acceptance: "acceptance" },
  act: {
    Edit: "Edit", Submit: "Submit for approval", Grant: "Agree", SendBack: "Send back", Withdraw: "Withdraw", Discard: "Delete draft",
    Deliver: "Record delivery", Copy: "Copy as new order", Resend: "Send the letter again",
  },
};

export const names = { zh, en };
