//! The 审批摘要: an order in a few lines of text, to paste into WeChat when somebody is asked to decide.

use chengdan_domain::order::OrderState;
use chengdan_domain::order::content::short_code;
use chengdan_domain::order::law::OrderDoc;
use chengdan_domain::people::Role;
use chengdan_domain::uppercase::uppercase;
use chrono::NaiveDate;

use super::{judge, show};
use crate::paper::figures;
use crate::store::order::OrderRecord;
use crate::views::book::Language;
use crate::views::setting::Policy;

/// The summary in one language.
pub fn text(
    record: &OrderRecord,
    doc: &OrderDoc,
    policy: &Policy,
    language: Language,
    today: NaiveDate,
) -> String {
    let zh = language == Language::Zh;
    let pick = |chinese: &'static str, english: &'static str| if zh { chinese } else { english };
    let number = record.number.clone().unwrap_or_else(|| pick("草稿", "draft").into());
    let mut rows = vec![format!("{}{number}", pick("【审批摘要】", "[For approval] "))];
    let mut row =
        |name: &str, value: String| rows.push(format!("{name}{}{value}", if zh { "：" } else { ": " }));
    let form = &record.form;
    row(pick("客户", "Customer"), form.customer_name.clone());
    let amount = figures::money(record.priced.amount);
    let amount = if zh {
        format!("¥{amount}（{}）", uppercase(record.priced.amount))
    } else {
        format!("CNY {amount}")
    };
    row(pick("含税总额", "Total incl. tax"), amount);
    if let Some(discount) = judge::discount(doc) {
        let within = discount <= policy.discount_limit;
        let limit = figures::rate(policy.discount_limit);
        let verdict = match (within, zh) {
            (true, true) => format!("{}（上限 {limit}，在范围内）", figures::rate(discount)),
            (false, true) => format!("{}（上限 {limit}，超出）", figures::rate(discount)),
            (true, false) => format!("{} (limit {limit}, within)", figures::rate(discount)),
            (false, false) => format!("{} (limit {limit}, exceeded)", figures::rate(discount)),
        };
        row(pick("低于目录价", "Below list price"), verdict);
    }
    row(pick("付款方式", "Payment"), show::terms_sentence(form, language));
    let promised = form.promised_on.map_or_else(|| "—".into(), |day| day.to_string());
    let past = form.promised_on.is_some_and(|day| day < today);
    let late = if past { pick("（已过）", " (past)") } else { "" };
    row(pick("预计交付", "Promised"), format!("{promised}{late}"));
    let customised = form.lines.iter().filter(|line| line.customised).count();
    let lines = form.lines.len();
    let counted = if zh {
        format!("{lines} 行，其中定制 {customised} 行")
    } else {
        format!("{lines}, of which {customised} customised")
    };
    row(pick("产品", "Lines"), counted);
    row(pick("负责人", "Account manager"), form.owner_name.clone());
    row(pick("内容校验码", "Content code"), short_code(&doc.present_hash()));
    if record.state == OrderState::InApproval {
        rows.push(asking(record, zh));
    }
    rows.join("\n")
}

fn asking(record: &OrderRecord, zh: bool) -> String {
    let rung = usize::try_from(record.level - 1).ok().and_then(|index| record.ladder.get(index));
    let (chinese, english) = rung.map_or(("", ""), |rung| role_words(rung.role));
    let (level, of) = (record.level, record.ladder.len());
    if zh {
        format!("请{chinese}审批（第 {level} 级，共 {of} 级）：同意 / 退回修改（请写明原因）")
    } else {
        format!("{english}, please decide (level {level} of {of}): approve, or return with a reason")
    }
}

fn role_words(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::SalesRep => ("销售代表", "Sales representative"),
        Role::SalesSupervisor => ("销售主管", "Sales supervisor"),
        Role::Solution => ("产品经理", "Solution"),
        Role::Legal => ("法务", "Legal"),
        Role::Finance => ("财务", "Finance"),
        Role::Operations => ("运营", "Operations"),
        Role::Warehouse => ("仓储", "Warehouse"),
        Role::Production => ("生产", "Production"),
        Role::Purchasing => ("采购", "Purchasing"),
        Role::Logistics => ("物流", "Logistics"),
        Role::ServiceEngineer => ("服务工程师", "Service engineer"),
        Role::CustomerService => ("客服代表", "Customer service"),
        Role::SalesAssistant => ("销售助理", "Sales assistant"),
        Role::Admin => ("管理员", "Administrator"),
    }
}
