//! 订单审批单: who decided what, when and how, round by round; what never goes to a customer.

use chengdan_app::paper::approval::ApprovalFacts;
use chengdan_app::paper::letter::Language;
use chengdan_app::views::order::OrderView;
use serde_json::{Value, json};

use super::rows::*;

fn decided(
    round: i64,
    level: i64,
    role: Value,
    decision: &str,
    decider: &str,
    at: &str,
    note: &str,
) -> Value {
    json!({ "id": 1, "round": round, "level": level, "role": role, "decision": decision, "decider": decider,
        "recorder": decider, "given": "SignedIn", "behalf_reason": "", "evidence": null, "note": note, "at": at,
        "confirmed": null })
}

fn order() -> OrderView {
    let mut granted = decided(2, 2, json!("Finance"), "Granted", "周予安", "2026-10-08T02:30:00Z", "");
    granted["recorder"] = json!("沈一禾");
    granted["given"] = json!("WeChat");
    granted["evidence"] = json!("5d1a");
    granted["confirmed"] = json!(false);
    granted["behalf_reason"] = json!("出差在外");
    let line = json!({ "id": 1, "position": 1, "product_id": null, "name": "智能门锁 S3 Pro", "spec": "曜石黑 左开 NFC",
        "unit": "把", "quantity_milli": 120_000, "price_micro": 680_000_000, "list_price_micro": 720_000_000,
        "discount": 500, "waiver_fen": 0, "amount_fen": 7_752_000, "tax_rate": 1_300, "customised": true,
        "service": false, "promised_on": "2026-11-02", "delivered_milli": 0, "delivered_on": null });
    let approvals = json!([
        decided(1, 0, Value::Null, "Submitted", "林知远", "2026-10-07T01:00:00Z", ""),
        decided(
            1,
            1,
            json!("SalesSupervisor"),
            "Granted",
            "顾行",
            "2026-10-07T01:42:00Z",
            "同意，按老客户价"
        ),
        decided(
            1,
            2,
            json!("Finance"),
            "SentBack",
            "周予安",
            "2026-10-07T03:00:00Z",
            "预付比例低于 30%，请改付款方式"
        ),
        decided(2, 0, Value::Null, "Submitted", "林知远", "2026-10-08T01:10:00Z", ""),
        granted,
    ]);
    let draft = json!({ "id": 1, "version": 7, "customer_id": 1, "contact_id": 1, "customer_order_number": "",
        "contract_number": "HT202609-016", "contract_signed_on": "2026-09-28", "contract_amount_fen": 7_752_000,
        "invoice_title": "", "invoice_kind": "VatSpecial", "terms": preset("prepaid_30_dispatch_70"),
        "delivery_address": "示例省临江市湖畔区", "receiver": "方师傅", "receiver_phone": "", "promised_on": "2026-11-02",
        "owner_id": 1, "waiver_fen": 0, "note": "", "lines": [] });
    let computed = json!({ "line_fen": [], "amount_fen": 7_752_000, "net_fen": 0, "tax_fen": 0, "rates": [],
        "uppercase": "人民币柒万柒仟伍佰贰拾元整", "terms_sentence": "", "instalment_fen": [],
        "contract_difference_fen": null, "refusals": [] });
    let view = json!({ "id": 1, "version": 7, "number": "DD202610-004", "state": "InApproval",
        "status": "AwaitingOperations", "origin": "Desk", "round": 2, "level": 3, "ladder": [], "draft": draft,
        "customer_name": "青屿酒店管理有限公司", "contact_name": "", "contact_email": "", "contact_phone": "",
        "owner_name": "林知远", "creator_name": "沈一禾", "lines": [line], "computed": computed,
        "content_code": "5D1A70E2", "approval_void": false, "created_at": "2026-10-07T00:58:00Z",
        "submitted_at": null, "approved_at": null, "approved_on": null, "sent_back_reason": "", "sent_back_by": "",
        "buttons": [], "why": [],
        "facts": [], "approvals": approvals, "letters": [], "tasks": [], "deliveries": [], "open_note": null, "history": [],
        "read_at": "2026-10-08T01:42:00Z" });
    serde_json::from_value(view).unwrap()
}

fn text(order: &OrderView, language: Language, single_person: bool) -> String {
    let printed_at = "2026-10-08T02:42:00Z".parse().unwrap();
    let company = "岭桥智能设备有限公司";
    let facts = ApprovalFacts { language, company, single_person, printed_at, order };
    let pdf = press().approval_pdf(&facts).unwrap();
    assert_eq!(press().approval_pdf(&facts).unwrap(), pdf, "the same facts give the same bytes");
    leave(&format!("approval-{language:?}"), &pdf);
    pages(&pdf).concat()
}

#[test]
fn it_tells_every_decision() {
    let text = text(&order(), Language::Zh, false);
    for fact in [
        "订单审批单",
        "岭桥智能设备有限公司",
        "DD202610-004",
        "待运营",
        "青屿酒店管理有限公司",
        "HT202609-016",
        "预付30%，发货前付清70%",
        "86,400.00",
        "1 智能门锁 S3 Pro（定制） 曜石黑 左开 NFC 把 120 680.00 5% 77,520.00 2026-11-02",
        "人民币柒万柒仟伍佰贰拾元整",
        "1 — 提交 林知远 本人登录 2026-10-07 09:00",
        "1 1 销售主管 同意 顾行 本人登录 2026-10-07 09:42 同意，按老客户价",
        "1 2 财务 退回修改 周予安 本人登录 2026-10-07 11:00 预付比例低于 30%，请改付款方式",
        "微信，沈一禾 代录，附凭据，",
        "2 2 财务 同意 周予安",
        "2026-10-08 10:30 出差在外",
        "本人有异议",
        "内容码 5D1A70E2",
        "打印于 2026-10-08 10:42",
        "内部文件，不寄客户",
    ] {
        assert!(text.contains(&squeezed(fact)), "{fact} in\n{text}");
    }
    assert!(!text.contains("单人模式") && !text.contains("审批失效"));
}

#[test]
fn it_notes_what_must_be_known() {
    let mut order = order();
    order.approval_void = true;
    order.number = None;
    let text = text(&order, Language::En, true);
    for fact in
        ["Order approval", "draft", "Single-person mode is on", "Approval void", "Granted", "supervisor"]
    {
        assert!(text.contains(&squeezed(fact)), "{fact} in\n{text}");
    }
    for word in ["审批", "付款方式", "退回", "销售主管"] {
        assert!(!text.contains(word), "{word} in\n{text}");
    }
}
