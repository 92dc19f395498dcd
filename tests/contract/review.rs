//! Legal reads a contract (C1): checklist, return and resubmission, four eyes, on behalf; and its signature.

use chengdan_tests::person;
use serde_json::{Value, json};

use super::desk::*;

#[test]
fn legal_gives_it_back_with_reasons_and_passes_it_the_second_time() {
    let desk = desk();
    let contract = submitted(&desk, "Single");
    assert_eq!((&contract["state"], &contract["number"]), (&json!("InReview"), &json!("HT202610-001")));
    let mut changed = contract["draft"].clone();
    changed["note"] = json!("偷偷改");
    assert_eq!(desk.refused("contract_save", changed), ["ContentLocked"]);
    desk.sit("苏衡");
    let mut open = review(&desk, &contract, false);
    open["pass"] = json!(true);
    assert_eq!(desk.refused("contract_review", open), ["ChecklistOpen"]);
    let mut mute = review(&desk, &contract, false);
    (mute["note"], mute["checklist"][2]["remark"]) = (json!(""), json!(" "));
    assert_eq!(desk.refused("contract_review", mute), ["ChecklistUnexplained", "ReasonMissing"]);
    let contract = desk.ok("contract_review", review(&desk, &contract, false));
    assert_eq!(
        (&contract["state"], &contract["returned_reason"]),
        (&json!("Returned"), &json!("付款方式请改为款到发货"))
    );
    desk.sit("林知远");
    let mut draft = again(&desk, &contract)["draft"].clone();
    draft["terms"]["instalments"] =
        json!([{ "trigger": "BeforeDispatch", "share": 10_000, "days": 0, "day_kind": "Calendar" }]);
    let contract = desk.ok("contract_save", draft);
    let contract = desk.ok("contract_submit", seen(&contract));
    assert_eq!((&contract["number"], &contract["returned_reason"]), (&json!("HT202610-001"), &json!("")));
    let contract = passed(&desk, &contract);
    assert_eq!(contract["state"], "Reviewed");
    let outcomes: Vec<&Value> =
        contract["reviews"].as_array().expect("reviews").iter().map(|one| &one["passed"]).collect();
    assert_eq!(outcomes, [&json!(true), &json!(false)], "both are kept, the newest first");
    assert_eq!(contract["reviews"][1]["checklist"][2]["remark"], "账期与授信不符");
    let acts: Vec<&str> = contract["history"]
        .as_array()
        .expect("history")
        .iter()
        .filter_map(|entry| entry["act"].as_str())
        .collect();
    assert_eq!(
        acts,
        [
            "contract_pass",
            "contract_submit",
            "contract_save",
            "contract_return",
            "contract_submit",
            "contract_create"
        ]
    );
}

#[test]
fn nobody_reviews_their_own_contract_and_somebody_must_be_there() {
    let desk = chengdan_tests::TestDesk::staffed();
    let contract = saved(&desk, "Single");
    assert_eq!(desk.refused("contract_submit", seen(&contract)), ["TooFewPeople"]);
    desk.sit("沈一禾");
    desk.ok("person_save", person("方研", json!(["SalesRep", "Legal"])));
    desk.sit("方研");
    let own = desk.ok("contract_save", draft(&desk, "Single"));
    assert_eq!(desk.refused("contract_submit", seen(&own)), ["TooFewPeople"], "only its author is of legal");
    desk.sit("林知远");
    let contract = desk.ok("contract_submit", seen(&contract));
    let mut ask = {
        let id = desk.person("林知远");
        let mut ask = json!({ "id": contract["id"], "version": contract["version"], "pass": true, "note": "",
            "decider_id": id, "given": "SignedIn", "evidence": null, "behalf_reason": "" });
        ask["checklist"] = json!([]);
        ask
    };
    assert_eq!(
        desk.refused("contract_review", ask.clone()),
        ["NotYourLevel", "FourEyesAuthor", "ChecklistOpen"]
    );
    ask["decider_id"] = json!(desk.person("方研"));
    assert_eq!(
        desk.refused("contract_review", ask),
        ["RoleMissing", "FieldMissing", "EvidenceOrReasonMissing", "ChecklistOpen"],
        "a representative writes nothing down for legal"
    );
}

#[test]
fn the_desk_writes_down_what_legal_said_and_legal_answers_for_it() {
    let desk = desk();
    let contract = submitted(&desk, "Single");
    desk.sit("沈一禾");
    let mut ask = review(&desk, &contract, true);
    ask["given"] = json!("WeChat");
    assert_eq!(desk.refused("contract_review", ask.clone()), ["EvidenceOrReasonMissing"]);
    let kept = desk.ok("file_keep", json!({ "name": "微信.png", "mime": "image/png", "base64": "aGVsbG8=" }));
    ask["evidence"] = kept["sha256"].clone();
    let contract = desk.ok("contract_review", ask);
    let entry = &contract["reviews"][0];
    assert_eq!((&entry["decider"], &entry["recorder"]), (&json!("苏衡"), &json!("沈一禾")));
    let files = desk.ok("attachment_list", json!({ "document": "Contract", "id": contract["id"] }));
    assert_eq!(files[0]["remove"][0]["code"], "AttachmentIsEvidence");
    desk.sit("苏衡");
    let mine = desk.ok("behalf_list", json!({}));
    assert_eq!((&mine[0]["kind"], &mine[0]["name"]), (&json!("ContractReview"), &json!("HT202610-001")));
    let left = desk.ok(
        "behalf_answer",
        json!({ "kind": "ContractReview", "id": mine[0]["id"], "agree": false, "note": "没说过" }),
    );
    assert_eq!(left, json!([]));
    assert_eq!(again(&desk, &contract)["reviews"][0]["confirmed"], false);
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
}

#[test]
fn only_a_reviewed_contract_is_signed_and_then_it_is_frozen() {
    let desk = desk();
    let contract = submitted(&desk, "Single");
    assert_eq!(desk.refused("contract_sign", signature(&desk, &contract)), ["ContractNotReviewed"]);
    let contract = passed(&desk, &contract);
    desk.sit("林知远");
    let mut bare = signature(&desk, &contract);
    for field in ["our_signatory", "their_signatory"] {
        bare[field] = json!(" ");
    }
    (bare["signed_on"], bare["scan"]) = (json!(null), json!(""));
    assert_eq!(
        desk.refused("contract_sign", bare),
        ["FieldMissing", "FieldMissing", "FieldMissing", "FieldMissing"]
    );
    let mut ahead = signature(&desk, &contract);
    ahead["signed_on"] = json!("2026-10-09");
    assert_eq!(desk.refused("contract_sign", ahead), ["SignedInFuture"]);
    let mut nowhere = signature(&desk, &contract);
    nowhere["scan"] = json!("0".repeat(64));
    assert_eq!(desk.refused("contract_sign", nowhere), ["EvidenceMissing"]);
    let contract = desk.ok("contract_sign", signature(&desk, &contract));
    assert_eq!((&contract["state"], &contract["signed_on"]), (&json!("Signed"), &json!("2026-10-08")));
    let mut changed = contract["draft"].clone();
    changed["note"] = json!("签后改");
    assert_eq!(desk.refused("contract_save", changed), ["ContractSigned"]);
    assert_eq!(desk.refused("contract_withdraw", seen(&contract)), ["ContractSigned"]);
    let end = json!({ "id": contract["id"], "version": contract["version"], "reason": "反悔" });
    assert_eq!(desk.refused("contract_void", end), ["ContractSigned"]);
    let files = desk.ok("attachment_list", json!({ "document": "Contract", "id": contract["id"] }));
    assert_eq!(files[0]["remove"][0]["code"], "AttachmentIsEvidence", "the scan stays with it");
}

#[test]
fn what_changes_after_the_review_is_reviewed_anew() {
    let desk = desk();
    let contract = reviewed(&desk, "Single");
    desk.sit("林知远");
    let contract = desk.ok("contract_withdraw", seen(&contract));
    assert_eq!(contract["state"], "Draft");
    assert_eq!(desk.refused("contract_sign", signature(&desk, &contract)), ["ContractNotReviewed"]);
    let contract = desk.ok("contract_submit", seen(&contract));
    write(&desk, "update contract_line set price_micro = 1");
    desk.sit("苏衡");
    assert_eq!(desk.refused("contract_review", review(&desk, &contract, true)), ["ContentChanged"]);
}

#[test]
fn a_purchase_order_is_reviewed_only_where_the_company_wants_it() {
    let desk = desk();
    let contract = submitted(&desk, "PurchaseOrder");
    assert_eq!((&contract["state"], &contract["needs_review"]), (&json!("Reviewed"), &json!(false)));
    assert_eq!(sign(&desk, &contract)["state"], "Signed");
    desk.sit("沈一禾");
    let mut policy = desk.ok("setting_view", json!({}))["policy"].clone();
    policy["review_purchase_orders"] = json!(true);
    desk.ok("setting_save_policy", policy);
    let contract = submitted(&desk, "PurchaseOrder");
    assert_eq!((&contract["state"], &contract["needs_review"]), (&json!("InReview"), &json!(true)));
    desk.sit("林知远");
    let mut bare = draft(&desk, "PurchaseOrder");
    bare["customer_order_number"] = json!("");
    let bare = desk.ok("contract_save", bare);
    assert_eq!(desk.refused("contract_submit", seen(&bare)), ["FieldMissing"]);
}
