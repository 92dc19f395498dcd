//! 发货单: what leaves and who signs, one for each recorded delivery and one for what is open, and never a price.

use chengdan_app::paper::delivery_note::NoteFacts;
use chengdan_app::paper::letter::Language;
use chengdan_app::views::delivery::{DeliveryNote, DeliveryNoteLine};
use chengdan_domain::money::Quantity;
use chengdan_tests::{TestDesk, instant};
use serde_json::{Value, json};

use super::rows::*;
use crate::order::desk::{approved, saved, submitted};

fn note(count: usize, delivered: bool) -> DeliveryNote {
    let mut lines: Vec<DeliveryNoteLine> = lines(count)
        .into_iter()
        .map(|line| DeliveryNoteLine {
            name: line.name,
            specification: line.specification,
            unit: line.unit,
            ordered: line.quantity,
            now: line.quantity,
            before: Quantity(0),
        })
        .collect();
    lines[0].now = Quantity(12_500);
    lines[0].before = Quantity(10_000);
    DeliveryNote {
        order_number: "DD202609-034".into(),
        serial: 2,
        delivered_on: delivered.then(|| day("2026-10-20")),
        customer: "铂叶商业管理有限公司".into(),
        customer_order_number: "BY-PO-2609-117".into(),
        receiver: "方师傅".into(),
        phone: "139 0000 0877".into(),
        address: "示例省临江市湖畔区铂叶中心 B1 收货区".into(),
        manager: "许澈".into(),
        manager_phone: "139 0000 0205".into(),
        note: if delivered { "客户自提一箱，其余专车".into() } else { String::new() },
        lines,
    }
}

fn set(note: &DeliveryNote, language: Language, approved: bool, name: &str) -> Vec<String> {
    let letterhead = facts(1).seller.letterhead();
    let facts = NoteFacts { language, approved, dated_on: day("2026-10-20"), letterhead, note };
    let pdf = press().delivery_pdf(&facts).unwrap();
    assert_eq!(press().delivery_pdf(&facts).unwrap(), pdf, "the same facts give the same bytes");
    leave(name, &pdf);
    pages(&pdf)
}

fn holds(text: &str, expected: &[&str]) {
    let missing: Vec<&&str> = expected.iter().filter(|fact| !text.contains(&squeezed(fact))).collect();
    assert!(missing.is_empty(), "missing {missing:?} in\n{text}");
}

#[test]
fn a_recorded_delivery_is_told_whole() {
    let pages = set(&note(6, true), Language::Zh, true, "delivery-6");
    assert_eq!(pages.len(), 1);
    holds(
        &pages[0],
        &[
            "岭桥智能设备有限公司",
            "发货单",
            "FH-DD202609-034-2",
            "2026 年 10 月 20 日",
            "铂叶商业管理有限公司",
            "方师傅 139 0000 0877",
            "示例省临江市湖畔区铂叶中心 B1 收货区",
            "DD202609-034",
            "BY-PO-2609-117",
            "许澈 139 0000 0205",
            "订购数 本次发货 累计已发 未发",
            "1 客流计数器 F3 双目 吸顶 黑 台 32 12.5 22.5 9.5",
            "2 边缘网关 G1 PoE 双频 台 6 6 6 0",
            "共 6 行，本次发货：36.5 台，80 个，138 点，6 店",
            "客户自提一箱，其余专车",
            "仓库发货 送货 收货签收",
            "不符之处：",
        ],
    );
    assert!(!pages[0].contains("未审批") && !pages[0].contains("实发"));
}

#[test]
fn what_is_still_to_be_sent_has_a_box_for_what_was_packed() {
    let pages = set(&note(2, false), Language::Zh, false, "delivery-planned");
    holds(
        &pages[0],
        &[
            "订购数 此前已发 本次应发 实发",
            "台 32 10 12.5",
            "待发：按未交数量开出",
            "共 2 行，本次应发：18.5 台",
        ],
    );
    for letter in ["未", "审", "批"] {
        assert!(pages[0].contains(letter));
    }
}

#[test]
fn in_english_it_is_english() {
    for (delivered, name) in [(true, "delivery-en"), (false, "delivery-en-planned")] {
        let text = set(&note(6, delivered), Language::En, true, name).concat();
        holds(
            &text,
            &[
                "Delivery Note",
                "FH-DD202609-034-2",
                "20 October 2026",
                "Warehouse",
                "Received by",
                "Differences:",
            ],
        );
        for word in ["发货", "签收", "日期", "订购", "待发", "备注"] {
            assert!(!text.contains(word), "{word} in\n{text}");
        }
    }
}

#[test]
fn many_lines_go_over_pages_and_nobody_signs_an_empty_sheet() {
    for count in [1, 12, 30, 120] {
        let all = set(&note(count, true), Language::Zh, true, &format!("delivery-{count}"));
        let last = all.len();
        assert_eq!(last == 1, count <= 12, "{count} lines on {last} pages");
        for (number, page) in (1..).zip(&all) {
            holds(page, &[&format!("第 {number} 页，共 {last} 页"), "FH-DD202609-034-2"]);
        }
        holds(&all[last - 1], &["收货签收", &format!("共 {count} 行")]);
        assert_eq!(
            all.concat().matches("累计已发").count(),
            all.iter().filter(|page| page.contains("订购数")).count()
        );
    }
}

#[test]
fn long_names_wrap_and_nothing_is_cut() {
    let mut long = note(3, true);
    let name = "多功能一体化智能客流统计与环境监测综合终端（含支架、电源适配器及三年质保服务）".repeat(3);
    long.lines[0].name = name.clone();
    long.lines[1].specification = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ".into();
    long.customer = "示例省临江市铂叶商业管理（集团）股份有限公司临江分公司第一采购中心".repeat(2);
    long.address = "示例省临江市湖畔区铂叶中心地下一层收货区靠东侧第三个卸货平台".repeat(3);
    long.lines[2].ordered = Quantity(1_234_567_125);
    let text = set(&long, Language::Zh, true, "delivery-long").concat();
    for wanted in [&name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ"] {
        let mut letters = text.chars();
        assert!(wanted.chars().all(|wanted| letters.any(|found| found == wanted)), "{wanted} in\n{text}");
    }
    holds(&text, &["1,234,567.125"]);
}

fn note_of(desk: &TestDesk, order: &Value, serial: Value) -> String {
    let file = desk.ok("order_delivery_note", json!({ "order_id": order["id"], "serial": serial }));
    assert_eq!(file["mime"], "application/pdf");
    pages(&bytes(&file)).concat()
}

fn deliver(desk: &TestDesk, order: &Value, line: usize, milli: i64, on: &str) -> Value {
    let order = desk.ok("order_view", json!({ "id": order["id"] }));
    let line = json!({ "line_id": order["lines"][line]["id"], "quantity_milli": milli, "delivered_on": on });
    desk.ok(
        "delivery_record",
        json!({ "order_id": order["id"], "version": order["version"], "lines": [line], "note": "顺丰 <b>SF1</b>" }),
    )
}

#[test]
fn every_delivery_keeps_its_note_and_the_open_rest_has_the_next_number() {
    let desk = TestDesk::staffed();
    let order = approved(&desk);
    let number = order["number"].as_str().unwrap();
    assert_eq!(order["open_note"], format!("FH-{number}-1"));
    let open = note_of(&desk, &order, Value::Null);
    holds(
        &open,
        &[&format!("FH-{number}-1"), "1 智能门锁 S3 Pro 标准 台 2 0 2", "2 客控主机 H8 标准 台 1 0 1"],
    );
    assert!(!open.contains("仅供") && !open.contains("680"), "{open}");

    desk.clock.set(instant("2026-10-20T02:00:00Z"));
    let after = deliver(&desk, &order, 0, 500, "2026-10-19");
    assert_eq!(after["deliveries"][0]["note_number"], format!("FH-{number}-1"));
    assert_eq!(after["open_note"], format!("FH-{number}-2"));
    // Recorded in the same instant, and still a delivery of its own.
    let after = deliver(&desk, &order, 0, 1_000, "2026-10-20");
    assert_eq!(after["deliveries"][1]["serial"], 2);
    let first = note_of(&desk, &order, json!(1));
    holds(
        &first,
        &["2026 年 10 月 19 日", "1 智能门锁 S3 Pro 标准 台 2 0.5 0.5 1.5", "顺丰 <b>SF1</b>", "共 1 行"],
    );
    let second = note_of(&desk, &order, json!(2));
    holds(&second, &["2026 年 10 月 20 日", "台 2 1 1.5 0.5"]);
    holds(&note_of(&desk, &order, Value::Null), &["台 2 1.5 0.5", "台 1 0 1"]);

    let missing = json!({ "order_id": order["id"], "serial": 3 });
    assert_eq!(desk.refused("order_delivery_note", missing), ["RowNotFound"]);
    deliver(&desk, &order, 0, 500, "2026-10-20");
    let done = deliver(&desk, &order, 1, 1_000, "2026-10-20");
    assert_eq!(done["open_note"], Value::Null);
    let nothing = json!({ "order_id": order["id"], "serial": null });
    assert_eq!(desk.refused("order_delivery_note", nothing), ["NothingToSend"]);
    // What had left when the first note was printed does not change with later deliveries.
    assert_eq!(note_of(&desk, &order, json!(1)), first);
}

#[test]
fn lines_that_left_on_different_days_are_different_deliveries() {
    let desk = TestDesk::staffed();
    let order = approved(&desk);
    desk.clock.set(instant("2026-10-20T02:00:00Z"));
    let line = |index: usize, on: &str| json!({ "line_id": order["lines"][index]["id"], "quantity_milli": 1_000, "delivered_on": on });
    let lines = [line(0, "2026-10-20"), line(1, "2026-10-18")];
    let after = desk.ok(
        "delivery_record",
        json!({ "order_id": order["id"], "version": order["version"], "lines": lines, "note": "" }),
    );
    let serials: Vec<&Value> =
        after["deliveries"].as_array().unwrap().iter().map(|one| &one["serial"]).collect();
    assert_eq!(serials, [2, 1], "the earlier day comes first");
}

#[test]
fn before_approval_it_is_marked_and_an_approval_that_is_void_stops_it() {
    let desk = TestDesk::staffed();
    let draft = saved(&desk);
    holds(&note_of(&desk, &draft, Value::Null), &["草稿"]);
    let order = submitted(&desk);
    let text = note_of(&desk, &order, Value::Null);
    assert!(["未", "审", "批"].iter().all(|letter| text.contains(letter)), "{text}");

    let desk = TestDesk::staffed();
    let order = approved(&desk);
    let book = desk.app.book().unwrap();
    book.act(desk.app.now(), None, |act| {
        act.tx.execute("update sales_order set delivery_address = 'elsewhere'", [])?;
        Ok(())
    })
    .unwrap();
    let open = json!({ "order_id": order["id"], "serial": null });
    assert_eq!(desk.refused("order_delivery_note", open), ["ContentChanged"]);
}
