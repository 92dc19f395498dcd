//! The words of the 审批单, in Chinese and English. A field or a case without a word does not compile.

use chengdan_domain::approval::Decision;
use chengdan_domain::order::OrderStatus;
use chengdan_domain::people::{Given, Role};
use serde::Serialize;

use super::words::Language;

/// Every fixed word of the 审批单.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct ApprovalWords {
    pub title: &'static str,
    pub inside: &'static str,
    pub code: &'static str,
    pub printed: &'static str,
    pub page_of: &'static str,
    pub draft: &'static str,
    pub customer: &'static str,
    pub owner: &'static str,
    pub creator: &'static str,
    pub created: &'static str,
    pub contract: &'static str,
    pub contract_amount: &'static str,
    pub terms: &'static str,
    pub promised: &'static str,
    pub address: &'static str,
    pub list_total: &'static str,
    pub waiver: &'static str,
    pub total: &'static str,
    pub line_heads: [&'static str; 9],
    pub customised: &'static str,
    pub decisions: &'static str,
    pub decision_heads: [&'static str; 7],
    pub recorded_by: &'static str,
    pub with_evidence: &'static str,
    pub disputed: &'static str,
    pub confirmed: &'static str,
    pub single_person: &'static str,
    pub decided_alone: &'static str,
    pub void: &'static str,
}

static ZH: ApprovalWords = ApprovalWords {
    title: "订单审批单",
    inside: "内部文件，不寄客户",
    code: "内容码",
    printed: "打印于",
    page_of: "第 {page} 页，共 {pages} 页",
    draft: "草稿",
    customer: "客户名称",
    owner: "负责人",
    creator: "创建人",
    created: "创建时间",
    contract: "合同编号",
    contract_amount: "合同金额",
    terms: "付款方式",
    promised: "预计交付",
    address: "交付地址",
    list_total: "目录价合计",
    waiver: "整单优惠",
    total: "合计（含税）",
    line_heads: ["序号", "名称", "规格", "单位", "数量", "含税单价", "折扣", "含税金额", "预计交货日"],
    customised: "定制",
    decisions: "审批记录",
    decision_heads: ["轮次", "级别", "决定", "决定人", "方式", "时间", "意见"],
    recorded_by: "{name} 代录",
    with_evidence: "附凭据",
    disputed: "本人有异议",
    confirmed: "本人已确认",
    decided_alone: "本单按「单人模式」审批：同一人审批了自己的订单或多个级别。",
    single_person: "本公司处于「单人模式」：同一人可以审批自己的订单和多个级别。",
    void: "审批失效：现在的内容与获批的内容不一致。",
};

static EN: ApprovalWords = ApprovalWords {
    title: "Order approval",
    inside: "internal, not for the customer",
    code: "Content code",
    printed: "printed",
    page_of: "{page} of {pages}",
    draft: "draft",
    customer: "Customer",
    owner: "Owner",
    creator: "Created by",
    created: "Created",
    contract: "Contract no.",
    contract_amount: "Contract amount",
    terms: "Payment",
    promised: "Promised",
    address: "Address",
    list_total: "At list price",
    waiver: "Waiver",
    total: "Total incl. VAT, CNY",
    line_heads: ["No.", "Item", "Specification", "Unit", "Qty", "Unit price", "Off", "Amount", "Delivery"],
    customised: "customised",
    decisions: "Decisions",
    decision_heads: ["Round", "Level", "Decision", "Decided by", "How", "When", "Opinion"],
    recorded_by: "recorded by {name}",
    with_evidence: "evidence attached",
    disputed: "disputed by the decider",
    confirmed: "confirmed by the decider",
    decided_alone: "Decided in single-person mode: one person approved their own order or several levels of it.",
    single_person: "Single-person mode is on: one person may approve their own orders and several levels.",
    void: "Approval void: the present content is not what was approved.",
};

/// The words of a language.
pub(super) fn approval_words(language: Language) -> &'static ApprovalWords {
    match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    }
}

/// 审批状态
pub(super) fn status(language: Language, status: OrderStatus) -> &'static str {
    let (zh, en) = match status {
        OrderStatus::Draft => ("草稿", "Draft"),
        OrderStatus::AwaitingSupervisor => ("待主管", "Awaiting supervisor"),
        OrderStatus::AwaitingFinance => ("待财务", "Awaiting finance"),
        OrderStatus::AwaitingOperations => ("待运营", "Awaiting operations"),
        OrderStatus::AwaitingOther => ("待加级审批", "Awaiting a further level"),
        OrderStatus::SentBack => ("已退回", "Sent back"),
        OrderStatus::Approved => ("已通过", "Approved"),
        OrderStatus::Changing => ("变更中", "Changing"),
        OrderStatus::Void => ("已作废", "Void"),
        OrderStatus::Opening => ("期初", "Opening"),
    };
    either(language, zh, en)
}

/// What was decided; the two acts of the author stand among the decisions.
pub(super) fn decision(language: Language, decision: Decision) -> &'static str {
    let (zh, en) = match decision {
        Decision::Submitted => ("提交", "Submitted"),
        Decision::Granted => ("同意", "Granted"),
        Decision::SentBack => ("退回修改", "Sent back"),
        Decision::Withdrawn => ("撤回", "Withdrawn"),
    };
    either(language, zh, en)
}

/// How a decision was given.
pub(super) fn given(language: Language, given: Given) -> &'static str {
    let (zh, en) = match given {
        Given::SignedIn => ("本人登录", "signed in"),
        Given::InPerson => ("当面", "in person"),
        Given::Phone => ("电话", "phone"),
        Given::WeChat => ("微信", "WeChat"),
        Given::Email => ("邮件", "e-mail"),
        Given::Written => ("书面", "in writing"),
    };
    either(language, zh, en)
}

/// Who plays which part.
pub(super) fn role(language: Language, role: Role) -> &'static str {
    let (zh, en) = match role {
        Role::SalesRep => ("销售代表", "sales"),
        Role::SalesSupervisor => ("销售主管", "supervisor"),
        Role::Solution => ("技术支持", "solution"),
        Role::Legal => ("法务", "legal"),
        Role::Finance => ("财务", "finance"),
        Role::Operations => ("运营", "operations"),
        Role::Warehouse => ("仓储", "warehouse"),
        Role::Production => ("生产", "production"),
        Role::Purchasing => ("采购", "purchasing"),
        Role::Logistics => ("物流", "logistics"),
        Role::ServiceEngineer => ("服务工程师", "service engineer"),
        Role::CustomerService => ("客服代表", "customer service"),
        Role::SalesAssistant => ("销售助理", "sales assistant"),
        Role::Admin => ("管理员", "administrator"),
    };
    either(language, zh, en)
}

fn either(language: Language, zh: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}
