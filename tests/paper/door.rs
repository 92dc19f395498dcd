//! Papers as the page gets them through the door, from a real order on its way to approval.

use chengdan_tests::{TestDesk, person};
use serde_json::{Value, json};

use super::rows::{bytes, pages, squeezed};
use crate::order::desk::{approved, decided, draft, seen, submitted};

fn text(file: &Value) -> String {
    assert_eq!(file["mime"], "application/pdf");
    pages(&bytes(file)).concat()
}

#[test]
fn a_letter_before_approval_is_marked_and_after_it_is_not() {
    let desk = TestDesk::staffed();
    let order = submitted(&desk);
    let preview = text(&desk.ok("order_letter", json!({ "id": order["id"] })));
    assert!(preview.contains("仅供预览") && preview.contains('未'), "{preview}");

    let desk = TestDesk::staffed();
    let order = approved(&desk);
    let letter = text(&desk.ok("order_letter", json!({ "id": order["id"] })));
    let number = order["number"].as_str().unwrap();
    let code = order["content_code"].as_str().unwrap();
    for fact in [
        &format!("QR-{number}"),
        code,
        "青屿酒店管理有限公司",
        "祝青女士，您好：",
        "PO-7",
        "HT-2026-001",
        "人民币贰仟伍佰壹拾元整",
        "预付30%，发货前付清70%",
    ] {
        assert!(letter.contains(&squeezed(fact)), "{fact} in\n{letter}");
    }
    assert!(!letter.contains("未审批") && !letter.contains("仅供预览"));
}

#[test]
fn the_approval_sheet_names_who_decided_and_can_be_saved() {
    let desk = TestDesk::staffed();
    let order = approved(&desk);
    let file = desk.ok("order_approval_sheet", json!({ "id": order["id"] }));
    let sheet = text(&file);
    for fact in ["订单审批单", "已通过", "提交林知远", "同意顾行", "同意周予安", "同意罗朗", "内部文件"]
    {
        assert!(sheet.contains(fact), "{fact} in\n{sheet}");
    }
    let name = format!("订单审批单_{}.pdf", order["number"].as_str().unwrap());
    assert_eq!(file["name"], name.as_str());
    // The bytes are kept, so that 「另存」 finds them.
    let saved = desk.ok("file_save_as", json!({ "sha256": file["sha256"], "name": name }));
    assert_eq!(saved, Value::Null, "no dialog answers here, but the file was found");
    desk.ask("file_save_as", json!({ "sha256": "0".repeat(64), "name": name })).unwrap_err();
}

#[test]
fn who_decided_alone_is_noted_inside_and_never_told_the_customer() {
    let desk = TestDesk::staffed();
    desk.ok("person_save", person("独一人", json!(["SalesRep", "SalesSupervisor", "Finance", "Operations"])));
    let mode = |on: bool| {
        desk.sit("沈一禾");
        let mut policy = desk.ok("setting_view", json!({}))["policy"].clone();
        policy["single_person"] = json!(on);
        desk.ok("setting_save_policy", policy);
    };
    mode(true);
    desk.sit("独一人");
    let mut order = desk.ok("order_save", draft(&desk));
    order = desk.ok("order_submit", seen(&order));
    for _ in 0..3 {
        order = decided(&desk, "approval_grant", &order, "独一人", "");
    }
    assert_eq!(order["state"], "Approved");
    let sheet = || text(&desk.ok("order_approval_sheet", json!({ "id": order["id"] })));
    let note = squeezed("本单按「单人模式」审批");
    assert!(sheet().contains(&note) && sheet().contains(&squeezed("本公司处于「单人模式」")), "{}", sheet());
    let letter = text(&desk.ok("order_letter", json!({ "id": order["id"] })));
    assert!(!letter.contains("单人") && letter.contains("订单确认函"), "{letter}");
    let mail = desk.ok("outbox_view", json!({ "id": order["letters"][0]["id"] })).to_string();
    assert!(!mail.contains("单人") && mail.contains("订单确认"), "{mail}");
    mode(false);
    assert!(sheet().contains(&note), "it was decided so, whatever is set now");
    assert!(!sheet().contains(&squeezed("本公司处于「单人模式」")));
    let usual = approved(&desk);
    let usual = text(&desk.ok("order_approval_sheet", json!({ "id": usual["id"] })));
    assert!(!usual.contains("单人模式"), "{usual}");
}
