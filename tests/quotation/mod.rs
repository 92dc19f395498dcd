//! Quotations through the door: versions, limits, the supervisor, sending, rounds, expiry, and how they end.

mod costs;
pub mod desk;
mod list;
mod outside;
mod past;
pub mod waiting;

use chengdan_app::clocks;
use chengdan_app::commands::quotation::expire;
use chengdan_tests::{TestDesk, instant};
use serde_json::{Value, json};

use self::desk::*;

fn acts(offer: &Value) -> Vec<&str> {
    let may = offer["acts"].as_array().expect("acts").iter();
    may.filter(|may| may["refusals"] == json!([])).map(|may| may["act"].as_str().expect("an act")).collect()
}

#[test]
fn within_the_limits_a_version_goes_to_the_customer() {
    let desk = TestDesk::staffed();
    let offer = saved(&desk);
    assert_eq!((&offer["number"], &offer["state"]), (&json!("BJ202610-001"), &json!("Draft")));
    let figures = &offer["versions"][0]["computed"];
    assert_eq!(figures["amounts"]["amount_fen"], 4_560_000);
    assert_eq!(figures["total"], json!({ "cost_fen": 3_108_000, "left_fen": 1_452_000, "rate": 3_184 }));
    assert_eq!(figures["margins"][0]["rate"], 3_125);
    assert_eq!(figures["concerns"], json!([]));
    assert_eq!(figures["amounts"]["instalment_fen"], json!([1_368_000, 3_192_000]));
    let offer = desk.ok("quotation_submit", seen(&offer));
    assert_eq!(offer["state"], "Approved");
    let offer = desk.ok("quotation_send", with(&offer, json!({ "to": null })));
    assert_eq!((&offer["state"], &offer["letters"][0]["kind"]), (&json!("Sent"), &json!("quotation")));
    assert_eq!(offer["letters"][0]["to"], "zhu@qingyu.example.com");
    let subject = offer["letters"][0]["subject"].as_str().expect("a subject");
    assert_eq!(subject, "【报价单】BJ202610-001 V1 青屿酒店管理有限公司 45,600.00");
    let deal = desk.ok("opportunity_view", json!({ "id": offer["opportunity_id"] }));
    assert_eq!((&deal["stage"], &deal["amount_fen"]), (&json!("Negotiation"), &json!(4_560_000)));
    let paper = desk.ok("quotation_paper", json!({ "id": offer["id"], "revision": 1 }));
    assert!(paper["name"].as_str().expect("a name").starts_with("报价单_BJ202610-001_"));
    let again = desk.ok("quotation_paper", json!({ "id": offer["id"], "revision": 1 }));
    assert_eq!(paper["sha256"], again["sha256"], "what was sent is shown byte for byte");
}

#[test]
fn what_was_sent_is_frozen() {
    let desk = TestDesk::staffed();
    let offer = sent(&desk);
    let mut draft = current(&offer);
    draft["note"] = json!("悄悄改");
    assert_eq!(desk.refused("quotation_save", draft), ["QuotationFrozen"]);
    assert_eq!(acts(&offer), ["Accept", "Round", "Lose"]);
}

#[test]
fn beyond_the_limits_the_supervisor_decides() {
    let desk = TestDesk::staffed();
    crate::contract::desk::write(&desk, "update product set cost_micro = 1000000");
    let deal = deal(&desk);
    let mut draft = draft(&deal);
    draft["lines"][0]["price_micro"] = json!(500_000_000);
    draft["lines"][1]["cost_micro"] = Value::Null;
    let offer = desk.ok("quotation_save", draft);
    let concerns = offer["versions"][0]["computed"]["concerns"].as_array().expect("concerns").clone();
    let codes: Vec<&str> = concerns.iter().map(|one| one["code"].as_str().expect("a code")).collect();
    assert_eq!(codes, ["BelowFloor", "CostUnknown", "DiscountAbove"]);
    let offer = desk.ok("quotation_submit", seen(&offer));
    assert_eq!(offer["state"], "InApproval");
    assert_eq!(desk.refused("quotation_send", with(&offer, json!({ "to": null }))), ["WrongState"]);
    assert_eq!(desk.refused("quotation_save", current(&offer)), ["ContentLocked"]);
    // It stands in the supervisor's room and among what is counted there.
    desk.sit("顾行");
    let waiting = desk.ok("approval_quotations", json!({ "list": "Waiting", "everyone": false }));
    assert_eq!(waiting[0]["number"], "BJ202610-001");
    assert_eq!(waiting[0]["candidates"][0]["name"], "顾行");
    let decide = |offer: &Value, note: &str| {
        with(
            offer,
            json!({ "decider_id": desk.person("顾行"), "given": "SignedIn", "evidence": null,
            "behalf_reason": "", "note": note }),
        )
    };
    assert_eq!(desk.refused("quotation_send_back", decide(&offer, " ")), ["ReasonMissing"]);
    let back = desk.ok("quotation_send_back", decide(&offer, "主机的成本先问清"));
    assert_eq!(back["versions"][0]["sent_back_reason"], "主机的成本先问清");
    desk.sit("林知远");
    let mut draft = current(&back);
    draft["lines"][1]["cost_micro"] = json!(780_000_000);
    let offer = desk.ok("quotation_submit", seen(&desk.ok("quotation_save", draft)));
    let own = with(
        &offer,
        json!({ "decider_id": desk.person("林知远"), "given": "SignedIn", "evidence": null,
        "behalf_reason": "", "note": "" }),
    );
    assert_eq!(desk.refused("quotation_grant", own), ["NotYourLevel", "FourEyesAuthor"]);
    desk.sit("顾行");
    let offer = desk.ok("quotation_grant", decide(&offer, "带二期，下不为例"));
    assert_eq!((&offer["state"], offer["approvals"].as_array().map(Vec::len)), (&json!("Approved"), Some(4)));
}

#[test]
fn without_a_supervisor_what_is_beyond_cannot_be_submitted() {
    let desk = TestDesk::empty();
    desk.ok("setting_save_company", chengdan_tests::company());
    desk.ok("person_save", chengdan_tests::person("林知远", json!(["SalesRep"])));
    desk.ok("customer_save", chengdan_tests::customer("青屿酒店管理有限公司", "zhu@qingyu.example.com"));
    let deal = deal(&desk);
    let mut draft = draft(&deal);
    draft["lines"][0]["price_micro"] = json!(400_000_000);
    let offer = desk.ok("quotation_save", draft);
    assert_eq!(desk.refused("quotation_submit", seen(&offer)), ["TooFewPeople"]);
}

#[test]
fn rounds_make_versions_of_which_one_is_current() {
    let desk = TestDesk::staffed();
    let offer = sent(&desk);
    assert_eq!(desk.refused("quotation_round", round(&offer, "")), ["FieldMissing"]);
    let offer = desk.ok("quotation_round", round(&offer, "门锁让 40 元，质保两年"));
    assert_eq!((&offer["revision"], &offer["state"]), (&json!(2), &json!("Draft")));
    let mut draft = current(&offer);
    draft["lines"][0]["price_micro"] = json!(600_000_000);
    draft["service"] = json!("质保 2 年");
    let lines = draft["lines"].as_array_mut().expect("lines");
    lines.remove(1);
    lines.push(line("紧急呼叫器 B1", 60, 66, json!(45_000_000)));
    let offer = desk.ok("quotation_save", draft);
    let versions = offer["versions"].as_array().expect("versions");
    let states: Vec<&Value> = versions.iter().map(|version| &version["state"]).collect();
    assert_eq!(states, ["Superseded", "Draft"]);
    assert_eq!(
        (&versions[1]["objection"], &versions[1]["objection_note"]),
        (&json!("Price"), &json!("比另一家高约一成"))
    );
    assert_eq!(versions[1]["changed"], "门锁让 40 元，质保两年");
    assert_eq!(offer["rows"], json!([[0, 0], [1, null], [null, 1]]));
    // The version that was sent stays as it was.
    assert_eq!(versions[0]["draft"]["lines"][0]["price_micro"], 640_000_000);
    let offer = desk.ok("quotation_submit", seen(&offer));
    let offer = desk.ok("quotation_send", with(&offer, json!({ "to": "caigou@qingyu.example.com" })));
    assert_eq!(offer["letters"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        (&offer["letters"][1]["revision"], &offer["letters"][1]["to"]),
        (&json!(2), &json!("caigou@qingyu.example.com"))
    );
    let offer = desk.ok("quotation_accept", with(&offer, json!({ "note": "电话里口头接受" })));
    assert_eq!((&offer["state"], acts(&offer).len()), (&json!("Accepted"), 0));
    assert_eq!(desk.refused("quotation_round", round(&offer, "再让")), ["WrongState"]);
}

#[test]
fn it_expires_by_itself_after_its_reminder() {
    let desk = TestDesk::staffed();
    let offer = sent(&desk);
    let clock = |offer: &Value| offer["deadlines"][0].clone();
    assert_eq!(
        (&clock(&offer)["rule"], &clock(&offer)["state"]),
        (&json!("QuotationValidity"), &json!("Running"))
    );
    assert_eq!(
        (&clock(&offer)["warns_at"], &clock(&offer)["due_at"]),
        (&json!("2026-10-25T10:00:00Z"), &json!("2026-10-28T10:00:00Z"))
    );
    let look = |at: &str| {
        desk.clock.set(instant(at));
        clocks::watch(&desk.app).expect("watched");
        expire::watch(&desk.app).expect("watched")
    };
    assert_eq!(look("2026-10-25T10:01:00Z"), 0);
    // The whole last day holds, in Shanghai.
    assert_eq!(look("2026-10-28T15:59:00Z"), 0);
    let view = |offer: &Value| desk.ok("quotation_view", json!({ "id": offer["id"] }));
    assert_eq!(view(&offer)["state"], "Sent");
    // Before the watch has looked the day decides, too.
    desk.clock.set(instant("2026-10-28T16:01:00Z"));
    assert_eq!(desk.refused("quotation_accept", with(&offer, json!({ "note": "" }))), ["QuotationExpired"]);
    assert_eq!(look("2026-10-28T16:02:00Z"), 1);
    let offer = view(&offer);
    assert_eq!((&offer["state"], &clock(&offer)["state"]), (&json!("Expired"), &json!("Lapsed")));
    assert_eq!(desk.refused("quotation_accept", with(&offer, json!({ "note": "" }))), ["QuotationExpired"]);
    let deal = desk.ok("opportunity_view", json!({ "id": offer["opportunity_id"] }));
    assert_eq!(deal["state"], "Open", "expiry is not a loss");
    // Another round takes it up again; the validity is to be given anew.
    let offer = desk.ok("quotation_round", round(&offer, "延长有效期"));
    assert_eq!(current(&offer)["valid_until"], Value::Null);
    assert_eq!(desk.refused("quotation_submit", seen(&offer)), ["FieldMissing"]);
}

#[test]
fn it_is_lost_with_a_reason_and_perhaps_a_winner() {
    let desk = TestDesk::staffed();
    let offer = sent(&desk);
    let lose = |reason: &str| with(&offer, json!({ "reason": reason, "winner": "另一家" }));
    assert_eq!(desk.refused("quotation_lose", lose(" ")), ["ReasonMissing"]);
    let lost = desk.ok("quotation_lose", lose("价格"));
    assert_eq!((&lost["state"], &lost["winner"]), (&json!("Lost"), &json!("另一家")));
}

#[test]
fn what_is_wrong_with_a_form_is_named() {
    let desk = TestDesk::staffed();
    let deal = deal(&desk);
    let compute = |change: &dyn Fn(&mut Value)| {
        let mut draft = draft(&deal);
        change(&mut draft);
        desk.ok("quotation_compute", draft)["amounts"]["refusals"]
            .as_array()
            .expect("refusals")
            .iter()
            .map(|one| one["code"].as_str().expect("a code").to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(compute(&|_| ()), [""; 0]);
    assert_eq!(compute(&|draft| draft["valid_until"] = json!("2026-10-07")), ["ValidityPast"]);
    assert_eq!(compute(&|draft| draft["no_requirement_reason"] = json!("")), ["RequirementMissing"]);
    assert_eq!(compute(&|draft| draft["lines"][0]["quantity_milli"] = json!(0)), ["FieldNotPositive"]);
    assert_eq!(compute(&|draft| draft["lines"][0]["tax_rate"] = json!(1600)), ["TaxRateNotInForce"]);
    assert_eq!(compute(&|draft| draft["terms"]["instalments"][0]["share"] = json!(2000)), ["SharesNotWhole"]);
    let mut draft = draft(&deal);
    draft["lines"][0]["discount"] = json!(10_001);
    draft["lines"][1]["quantity_milli"] = json!(-1);
    assert_eq!(desk.refused("quotation_save", draft), ["FieldOutOfRange", "FieldOutOfRange"]);
}

#[test]
fn a_confirmed_list_of_needs_is_enough() {
    let desk = TestDesk::staffed();
    let deal = deal(&desk);
    let view = desk.ok(
        "requirement_save",
        json!({ "id": null, "version": null, "opportunity_id": deal, "contact_id": null, "delivery_address": "",
            "note": "", "lines": [{ "product_id": null, "name": "智能门锁", "spec": "黑", "unit": "把",
            "quantity_milli": 60_000, "wanted_on": null, "customised": false, "customisation": "", "standard": "" }] }),
    );
    let needs = &view["requirements"][0]["draft"];
    desk.ok(
        "requirement_confirm",
        json!({ "id": needs["id"], "version": needs["version"], "confirmed_by": "祝青", "confirmed_on": "2026-10-08",
            "confirmed_how": "Email", "evidence": kept(&desk) }),
    );
    let mut draft = draft(&deal);
    draft["no_requirement_reason"] = json!("");
    let offer = desk.ok("quotation_submit", seen(&desk.ok("quotation_save", draft)));
    assert_eq!(offer["versions"][0]["needs"]["revision"], 1);
}

fn kept(desk: &TestDesk) -> Value {
    let file = json!({ "name": "确认.png", "mime": "image/png", "base64": "iVBORw0KGgo=" });
    desk.ok("file_keep", file)["sha256"].clone()
}

#[test]
fn hostile_words_stay_words() {
    let desk = TestDesk::staffed();
    let deal = deal(&desk);
    let mut draft = draft(&deal);
    let evil = "<script>alert(1)</script>'; drop table quotation; -- #{1+1}";
    for field in ["service", "note", "delivery_period"] {
        draft[field] = json!(evil);
    }
    draft["lines"][0]["name"] = json!(evil);
    let offer = desk.ok("quotation_submit", seen(&desk.ok("quotation_save", draft)));
    let offer = desk.ok("quotation_send", with(&offer, json!({ "to": null })));
    assert_eq!(current(&offer)["lines"][0]["name"], evil);
    desk.ok("quotation_paper", json!({ "id": offer["id"], "revision": 1 }));
}

#[test]
fn who_comes_second_gets_stale() {
    let desk = TestDesk::staffed();
    let offer = saved(&desk);
    let mut draft = current(&offer);
    draft["note"] = json!("甲");
    desk.ok("quotation_save", draft.clone());
    draft["note"] = json!("乙");
    let fault = desk.ask("quotation_save", draft).expect_err("stale");
    assert!(matches!(fault, chengdan_app::fault::Fault::Stale { .. }), "{fault:?}");
}

#[test]
fn the_customers_paper_and_mail_hold_no_cost() {
    let desk = TestDesk::staffed();
    let offer = sent(&desk);
    let mail = desk.ok("outbox_view", json!({ "id": offer["letters"][0]["id"] }));
    let body = mail["text_body"].as_str().expect("a body");
    // 440.00, 26,400.00, 31,080.00 and 14,520.00 are inside only.
    for inside in ["440", "26,400", "31,080", "14,520", "31.84", "毛利", "成本"] {
        assert!(!body.contains(inside), "{inside} in {body}");
    }
}
