//! Leads out of strangers' sheets: what columns mean, where a lead stands, its clocks, what is refused, and undo.

use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::files::{Put, piped, text_workbook, workbook};
use super::{cells, checked, opened, ran};
use crate::lead::desk::{at, clocks, rated, state_of};

const HEAD: &str =
    "客户名称|联系人|职务|联系方式|微信|邮箱|行业|省市区|来源|需求|收到时间|登记时间|负责人|评级";

fn sheet(rows: &[&str]) -> Vec<u8> {
    let rows: Vec<&str> = std::iter::once(&HEAD).chain(rows).copied().collect();
    piped("线索", &rows)
}

/// Every lead of the book as the page shows it, the oldest id first.
fn leads(desk: &TestDesk) -> Vec<Value> {
    let page = desk.ok("lead_list", json!({ "sort": "", "descending": false, "after": null, "limit": 100 }));
    let mut ids: Vec<i64> =
        page["rows"].as_array().unwrap().iter().filter_map(|row| row["id"].as_i64()).collect();
    ids.sort_unstable();
    ids.iter().map(|id| desk.ok("lead_view", json!({ "id": id }))).collect()
}

fn texts<'a>(lead: &'a Value, fields: &[&str]) -> Vec<&'a str> {
    fields.iter().map(|field| lead["card"][field].as_str().unwrap()).collect()
}

#[test]
fn every_column_of_a_list_of_leads_is_known_and_kept() {
    let desk = TestDesk::staffed();
    let bytes = sheet(&[
        "澄湖民宿有限公司|何工|工程部经理|139 0000 0418|hegong|he@example.com|民宿|浙江省杭州市西湖区|转介绍|二期 200 间|2026-10-07 14:30|2026-10-08 9:30|林知远|",
    ]);
    let found = opened(&desk, "线索.xlsx", &bytes);
    assert_eq!(found["sheets"][0]["guess"], "Leads");
    let mapped: Vec<&str> = found["mapping"]["sheets"][0]["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|column| column["column"].as_str().unwrap())
        .collect();
    assert_eq!(mapped.len(), 14, "{mapped:?}");
    let report = ran(&desk, "线索.xlsx", &bytes);
    assert_eq!((&report["leads"], &report["bad_count"]), (&json!(1), &json!(0)));
    let lead = &leads(&desk)[0];
    assert_eq!(
        texts(lead, &["customer", "contact", "title", "phone", "wechat", "email", "industry", "need"]),
        [
            "澄湖民宿有限公司",
            "何工",
            "工程部经理",
            "139 0000 0418",
            "hegong",
            "he@example.com",
            "民宿",
            "二期 200 间"
        ]
    );
    assert_eq!(texts(lead, &["province", "city", "district"]), ["浙江省", "杭州市", "西湖区"]);
    assert_eq!(texts(lead, &["source", "source_note"]), ["Referral", ""]);
    assert_eq!(
        (&lead["card"]["received_at"], &lead["registered_at"], &lead["registered_by"]),
        (&json!("2026-10-07T06:30:00Z"), &json!("2026-10-08T01:30:00Z"), &json!("沈一禾"))
    );
    assert_eq!((&lead["state"], &lead["owner"]), (&json!("New"), &json!("林知远")));
    let list = desk.ok("import_list", json!({}));
    assert_eq!(list["rows"][0]["leads"], 1);
    crate::search::plain::is_current(&desk);
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
}

#[test]
fn where_a_lead_stands_comes_from_its_columns() {
    let desk = TestDesk::staffed();
    let head = "客户|电话|来源|需求|负责人|评级|状态|备注|原因";
    let rows = [
        head,
        "甲|13900000001|展会|门锁|||||",
        "乙|13900000002|朋友|门锁||A类|||",
        "丙|13900000003|官网|门锁|林知远|B 级（中意向）|跟进中||",
        "丁|13900000004|抖音|门锁|林知远|C|输单|加微信了|价格太高",
        "戊|13900000005||门锁|||无效|打错了|",
        "己|13900000006||门锁||无效|||",
        "庚|13900000007||门锁||A|已转化||",
        "辛|13900000008||门锁||未评级|未评级||",
    ];
    let report = ran(&desk, "a.xlsx", &piped("Sheet1", &rows));
    assert_eq!((&report["leads"], &report["skipped"]), (&json!(7), &json!(1)));
    assert_eq!(cells(&report["notes"]), ["8 状态 [已转化] no_lead"]);
    let all = leads(&desk);
    let told: Vec<String> = all
        .iter()
        .map(|lead| {
            let text = |value: &Value| value.as_str().unwrap_or("-").to_string();
            let grade = text(&lead["grade"]);
            let parts = [&lead["card"]["customer"], &lead["state"], &lead["owner"], &lead["reason"]];
            format!("{} {grade}", parts.map(text).join(" "))
        })
        .collect();
    assert_eq!(
        told,
        [
            "甲 New   -",
            "乙 Rated   A",
            "丙 Assigned 林知远  B",
            "丁 Lost 林知远 价格太高 C",
            "戊 Invalid  无效 -",
            "己 Invalid  无效 -",
            "辛 New   -",
        ]
    );
    let sources: Vec<Vec<&str>> = all.iter().map(|lead| texts(lead, &["source", "source_note"])).collect();
    assert_eq!(sources[0], ["Exhibition", ""]);
    assert_eq!(sources[1], ["Other", "朋友"], "what is none of the five is kept in its own words");
    assert_eq!(sources[2], ["Inquiry", ""]);
    assert_eq!(sources[3], ["Other", "抖音"]);
    assert_eq!(texts(&all[3], &["need"]), ["门锁\n加微信了"]);
    assert_eq!(all[1]["rating"], Value::Null, "nobody of this book rated it");
}

#[test]
fn what_waits_for_its_rating_has_its_clock_from_now_on() {
    let desk = TestDesk::staffed();
    let bytes = sheet(&[
        "甲|何工||139 0000 0001||||||门锁|2026-09-01|2026-09-02||",
        "乙|何工||139 0000 0002||||||门锁|2026-09-01|2026-09-02|林知远|A",
    ]);
    ran(&desk, "a.xlsx", &bytes);
    let all = leads(&desk);
    assert_eq!(clocks(&all[0]), [("LeadRating".to_string(), "Running".to_string())]);
    assert_eq!(all[0]["deadlines"][0]["started_at"], "2026-10-08T01:42:00Z");
    assert_eq!(all[0]["deadlines"][0]["due_at"], "2026-10-08T10:00:00Z", "not 2 September");
    assert_eq!(all[0]["registered_at"], "2026-09-02T01:00:00Z", "the office opens at nine");
    assert!(clocks(&all[1]).is_empty(), "its limits were not this book's");
    let lead = rated(&desk, &all[0], "B");
    assert_eq!(state_of(&lead, "LeadRating").as_deref(), Some("Met"));
    assert_eq!(desk.ok("lead_unrated", json!({})), json!([]));
    // Whoever has it goes on with it.
    desk.sit("林知远");
    let followed = desk.ok("lead_follow", crate::lead::desk::call(&all[1], true, Some("2026-10-12")));
    assert_eq!(state_of(&followed, "LeadNextContact").as_deref(), Some("Running"));
}

#[test]
fn a_day_without_its_time_never_lies_in_the_future() {
    let desk = TestDesk::staffed();
    at(&desk, "2026-10-07T23:10:00Z");
    let bytes = sheet(&["甲|||139 0000 0001||||||门锁|2026-10-08|||", "乙|||139 0000 0002||||||门锁||||"]);
    assert_eq!(ran(&desk, "a.xlsx", &bytes)["leads"], 2);
    for lead in leads(&desk) {
        assert_eq!(lead["registered_at"], "2026-10-07T23:10:00Z");
        assert_eq!(lead["card"]["received_at"], "2026-10-07T23:10:00Z");
    }
}

#[test]
fn a_real_time_of_day_is_read_from_the_cell() {
    let desk = TestDesk::staffed();
    let rows: &[&[Put]] = &[
        &[Put::Text("客户名称"), Put::Text("电话"), Put::Text("需求"), Put::Text("收到时间")],
        // 2026-10-07 14:30 and 06:15.
        &[Put::Text("甲"), Put::Text("13900000001"), Put::Text("锁"), Put::Day(46_302.0 + 14.5 / 24.0)],
        &[Put::Text("乙"), Put::Text("13900000002"), Put::Text("锁"), Put::Number(46_302.0 + 6.25 / 24.0)],
        &[Put::Text("丙"), Put::Text("13900000003"), Put::Text("锁"), Put::Text("10月7日 下午2:30")],
        &[Put::Text("丁"), Put::Text("13900000004"), Put::Text("锁"), Put::Day(46_302.0)],
    ];
    ran(&desk, "a.xlsx", &workbook(&[("线索", rows)]));
    let received: Vec<Value> = leads(&desk).iter().map(|lead| lead["card"]["received_at"].clone()).collect();
    let meant =
        ["2026-10-07T06:30:00Z", "2026-10-06T22:15:00Z", "2026-10-07T06:30:00Z", "2026-10-07T01:00:00Z"];
    assert_eq!(received, meant);
}

#[test]
fn every_cell_that_is_wrong_is_named_and_nothing_is_written() {
    let desk = TestDesk::staffed();
    let bytes = sheet(&[
        "甲|何工||||||||门锁||||",
        "|||139 0000 0002||||||门锁||||",
        "丙|||139 0000 0003||||||门锁|2026-10-09|||",
        "丁|||139 0000 0004||||||门锁|2026-09-03|2026-09-02||",
        "戊|||139 0000 0005||||||门锁||2026-10-09 10:00||",
        "己|||139 0000 0006|||||||||查无此人|",
        "庚|||139 0000 0007|||||||||林知远|特级",
        "辛||||||||||25:61|||",
        "壬|||12345||||||||||",
        "癸|||139 0000 0009||not an address||||||||",
    ]);
    let report = checked(&desk, "a.xlsx", &bytes);
    assert_eq!(
        cells(&report["bad_cells"]),
        [
            "2 联系方式 [] no_way_of_contact",
            "3 客户名称 [] missing",
            "4 收到时间 [2026-10-09] in_future",
            "5 收到时间 [2026-09-03] after_registration",
            "6 登记时间 [2026-10-09 10:00] in_future",
            "7 负责人 [查无此人] unknown_key",
            "8 评级 [特级] out_of_range",
            "9 收到时间 [25:61] not_a_date",
            "9 联系方式 [] no_way_of_contact",
            "10 联系方式 [12345] bad_phone",
            "11 邮箱 [not an address] bad_email",
        ]
    );
    let found = opened(&desk, "a.xlsx", &bytes);
    let ask = json!({ "token": found["token"], "mapping": found["mapping"] });
    assert_eq!(desk.refused("import_run", ask), ["ImportHasErrors"]);
    assert!(leads(&desk).is_empty());
}

#[test]
fn the_same_lead_is_not_taken_twice_and_a_likely_one_is_noted() {
    let desk = TestDesk::staffed();
    let bytes = sheet(&[
        "澄湖民宿有限公司|何工||139 0000 0001||||||门锁||||",
        "澄湖民宿有限公司|何工||13900000001||||||门锁||||",
        "澄湖民宿|祝工||139 0000 0009||||||灯||||",
        "别的公司|祝工||+86 139 0000 0009||||||灯||||",
    ]);
    let first = ran(&desk, "a.xlsx", &bytes);
    assert_eq!((&first["leads"], &first["skipped"]), (&json!(3), &json!(1)));
    assert_eq!(
        cells(&first["notes"]),
        [
            "3 客户名称 [澄湖民宿有限公司] exists",
            "4 客户名称 [澄湖民宿] similar_name",
            "5 联系方式 [+86 139 0000 0009] same_phone",
        ]
    );
    let again = ran(&desk, "a.xlsx", &bytes);
    assert_eq!((&again["leads"], &again["skipped"]), (&json!(0), &json!(4)));
    assert_eq!(leads(&desk).len(), 3);
}

#[test]
fn a_known_customer_is_met_and_not_made_again() {
    let desk = TestDesk::staffed();
    let rows = sheet(&["青屿酒店管理有限公司|何工||139 0000 0001||||||二期||||A"]);
    ran(&desk, "a.xlsx", &rows);
    let lead = leads(&desk)[0].clone();
    assert_eq!(lead["card"]["customer_id"], 1);
    let ask = json!({ "id": lead["card"]["id"], "version": lead["card"]["version"], "customer_id": null });
    assert_eq!(desk.ok("lead_convert", ask)["customer"]["id"], 1);
}

#[test]
fn a_customer_and_a_person_of_the_same_file_are_met_and_go_with_it() {
    let desk = TestDesk::staffed();
    let lead = [HEAD.split('|').collect::<Vec<_>>(), {
        "甲公司|何工||139 0000 0001||||||门锁|||吴双|B".split('|').collect()
    }];
    let put = |row: &Vec<&'static str>| -> Vec<Put<'static>> {
        row.iter().map(|text| if text.is_empty() { Put::No } else { Put::Text(text) }).collect()
    };
    let lead: Vec<Vec<Put>> = lead.iter().map(put).collect();
    let lead: Vec<&[Put]> = lead.iter().map(Vec::as_slice).collect();
    let customers: [&[Put]; 2] =
        [&[Put::Text("客户名称"), Put::Text("国家")], &[Put::Text("甲公司"), Put::Text("浙江")]];
    let people: [&[Put]; 2] =
        [&[Put::Text("姓名"), Put::Text("邮箱")], &[Put::Text("吴双"), Put::Text("wu@a.example.com")]];
    let bytes = workbook(&[("线索", &lead), ("客户", &customers), ("员工", &people)]);
    let report = ran(&desk, "a.xlsx", &bytes);
    assert_eq!(
        [&report["leads"], &report["customers"], &report["people"]],
        [&json!(1), &json!(1), &json!(1)]
    );
    let lead = leads(&desk)[0].clone();
    let customer = desk.ok("customer_view", json!({ "id": lead["card"]["customer_id"] }));
    assert_eq!((&customer["name"], &lead["owner"]), (&json!("甲公司"), &json!("吴双")));
    desk.ok("import_undo", json!({ "id": report["import_id"] }));
    assert!(leads(&desk).is_empty());
    assert_eq!(desk.ok("person_list", json!({})).as_array().map(Vec::len), Some(6));
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
}

#[test]
fn undo_takes_leads_and_their_clocks_back_while_nothing_became_of_them() {
    let desk = TestDesk::staffed();
    let bytes = sheet(&["甲|何工||139 0000 0001||||||门锁||||", "乙|祝工||139 0000 0002||||||门锁||||"]);
    let first = ran(&desk, "a.xlsx", &bytes);
    at(&desk, "2026-10-09T01:00:00Z");
    assert!(chengdan_app::clocks::watch(&desk.app).unwrap() > 0, "the night watch found what ran out");
    desk.ok("import_undo", json!({ "id": first["import_id"] }));
    assert!(leads(&desk).is_empty());
    crate::search::plain::is_current(&desk);
    let day = desk.ok("today_view", json!({ "everyone": true }));
    assert_eq!(day["rows"], json!([]), "no clock is left behind");
    assert_eq!(desk.ok("lead_totals", json!({}))["all_count"], 0);

    let second = ran(&desk, "a.xlsx", &bytes);
    let lead = leads(&desk)[0].clone();
    rated(&desk, &lead, "C");
    desk.sit("沈一禾");
    let fault = desk.ask("import_undo", json!({ "id": second["import_id"] })).unwrap_err();
    let meant = chengdan_domain::refusal::Refusal::ImportUsedSince { what: vec!["甲".into()] };
    assert_eq!(fault, meant.into());
    assert_eq!(leads(&desk).len(), 2);
    assert_eq!(desk.ok("book_verify", json!({}))["problems"], json!([]));
}

#[test]
fn lists_of_customers_stay_customers() {
    let desk = TestDesk::staffed();
    let guess = |name: &str, head: &[&str]| {
        let row: Vec<&str> = head.iter().map(|_| "1").collect();
        opened(&desk, "a.xlsx", &text_workbook(name, &[head, &row]))["sheets"][0]["guess"].clone()
    };
    assert_eq!(guess("Sheet1", &["客户名称", "联系人", "电话", "来源", "税号", "地址"]), "Customers");
    assert_eq!(guess("Sheet1", &["客户名称", "联系人", "电话", "来源"]), "Customers");
    assert_eq!(guess("Sheet1", &["客户名称", "联系人", "电话", "来源", "需求"]), "Leads");
    assert_eq!(guess("线索", &["客户名称", "联系人", "电话"]), "Leads");
    assert_eq!(guess("Sheet1", &["姓名", "微信", "需求", "收到时间"]), "Leads");
    assert_eq!(guess("员工", &["姓名", "电话", "邮箱"]), "People");
    // As the list of leads is exported, in both languages.
    let zh = "客户|联系人|电话|等级|状态|来源|区域|行业|负责人|收到|登记|最近跟进|下次联系|期限|需求";
    let en = "Customer|Contact|Phone|Grade|State|Source|Region|Industry|Owner|Received|Registered|Last follow-up|Next contact|Due|Need";
    for head in [zh, en] {
        assert_eq!(guess("Sheet1", &head.split('|').collect::<Vec<_>>()), "Leads", "{head}");
    }
}
