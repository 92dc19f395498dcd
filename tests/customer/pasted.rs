//! A pasted block at the door: places are counted as the page counts, addresses come in parts, too much is refused.

use chengdan_tests::TestDesk;
use serde_json::json;

#[test]
fn what_is_found_stands_where_the_page_looks() {
    let desk = TestDesk::staffed();
    let text = "🎉示例乐居装饰有限公司\n地址：浙江省杭州市西湖区示例路5号\n税号：914403001922038217";
    let answer = desk.ok("text_split", json!({ "text": text }));
    let units: Vec<u16> = text.encode_utf16().collect();
    let slice = |part: &serde_json::Value| {
        let at = |name: &str| usize::try_from(part[name].as_u64().expect("a place")).expect("small");
        String::from_utf16(&units[at("start")..at("end")]).expect("whole characters")
    };
    let parts = answer["parts"].as_array().expect("parts");
    assert_eq!(parts.len(), 3);
    assert_eq!(
        (parts[0]["kind"].as_str(), slice(&parts[0]).as_str()),
        (Some("Company"), "示例乐居装饰有限公司")
    );
    assert_eq!(slice(&parts[1]), "浙江省杭州市西湖区示例路5号");
    assert_eq!(
        parts[1]["region"],
        json!({ "province": "浙江省", "city": "杭州市", "district": "西湖区", "street": "示例路5号" })
    );
    assert_eq!(parts[2]["problems"][0]["code"], "TaxNumberWrong");
    assert_eq!(parts[2]["problems"][0]["expected_check"], "6");
}

#[test]
fn what_was_understood_can_be_saved_as_a_customer() {
    let desk = TestDesk::staffed();
    let text = "示例南风酒店用品有限公司 联系人：冯雪 采购部 0512-55550016 转 802 电话 +86 138 0000 0016";
    let answer = desk.ok("text_split", json!({ "text": text }));
    let of = |kind: &str| -> Vec<String> {
        let parts = answer["parts"].as_array().expect("parts").iter().filter(|part| part["kind"] == kind);
        parts.map(|part| part["value"].as_str().expect("a value").to_owned()).collect()
    };
    let phones = of("Phone");
    assert_eq!(phones, ["0512-55550016 转 802", "13800000016"]);
    let mut card = chengdan_tests::customer(&of("Company")[0], "");
    card["phone"] = json!(phones[0]);
    card["contacts"][0]["name"] = json!(of("Person")[0]);
    card["contacts"][0]["phone"] = json!(phones[1]);
    assert_eq!(desk.ok("customer_save", card)["contacts"][0]["name"], "冯雪");
}

#[test]
fn a_book_pasted_whole_is_refused() {
    let desk = TestDesk::staffed();
    assert_eq!(desk.refused("text_split", json!({ "text": "字".repeat(20_001) })), ["FieldTooLong"]);
    assert_eq!(desk.ok("text_split", json!({ "text": "" }))["parts"], json!([]));
}
