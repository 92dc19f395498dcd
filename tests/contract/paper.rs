//! The 销售合同 on paper: every fact in it, pages counted, amounts in words, a watermark until legal passed it.

use serde_json::{Value, json};

use super::desk::*;
use crate::paper::rows::{bytes, pages, squeezed};

/// The pages of a contract's paper; kept where `CONTRACT_PAPERS` says, to be looked at.
fn paper(desk: &chengdan_tests::TestDesk, contract: &Value, name: &str) -> Vec<String> {
    let file = desk.ok("contract_paper", json!({ "id": contract["id"] }));
    if let Some(folder) = std::env::var_os("CONTRACT_PAPERS") {
        let path = std::path::Path::new(&folder).join(format!("{name}.pdf"));
        std::fs::write(path, bytes(&file)).expect("written");
    }
    pages(&bytes(&file))
}

fn holds(text: &str, facts: &[&str]) {
    let missing: Vec<&&str> = facts.iter().filter(|fact| !text.contains(&squeezed(fact))).collect();
    assert!(missing.is_empty(), "missing {missing:?} in\n{text}");
}

#[test]
fn the_contract_says_everything() {
    let desk = desk();
    let before = paper(&desk, &saved(&desk, "Single"), "draft").concat();
    assert!(before.contains('未') && before.contains("草稿"), "{before}");
    let contract = signed(&desk, "Single");
    let all = paper(&desk, &contract, "signed");
    let text = all.concat();
    let number = contract["number"].as_str().expect("a number");
    holds(
        &text,
        &[
            "销售合同",
            number,
            "甲方（买方）",
            "青屿酒店管理有限公司",
            "青屿路 18 号",
            "祝青",
            "乙方（卖方）",
            "岭桥智能设备有限公司",
            "914403001922038216",
            "林知远",
            "第一条",
            "标的、数量与价款",
            "1 智能门锁 S3 Pro 标准 台 2 680.00 1,360.00 13%",
            "人民币贰仟伍佰壹拾元整",
            "2,510.00",
            "第二条",
            "预付30%，发货前付清70%",
            "753.00",
            "1,757.00",
            "第三条",
            "合同生效后 30 日内",
            "示例省临江市青屿路 18 号",
            "第四条",
            "双方的权利与义务",
            "违约责任",
            "保密",
            "争议解决",
            "2026 年 10 月 8 日",
            "沈一禾",
        ],
    );
    assert!(!text.contains("未审核"));
    for (nth, page) in (1..).zip(&all) {
        assert!(page.contains(&format!("第{nth}页，共{}页", all.len())), "{page}");
    }
}

#[test]
fn what_was_signed_stays_as_it_was_printed() {
    let desk = desk();
    let contract = signed(&desk, "Single");
    let before = desk.ok("contract_paper", json!({ "id": contract["id"] }));
    desk.sit("沈一禾");
    let mut company = chengdan_tests::company();
    company["name"] = json!("岭桥智能科技有限公司");
    desk.ok("setting_save_company", company);
    let after = desk.ok("contract_paper", json!({ "id": contract["id"] }));
    assert_eq!(before["sha256"], after["sha256"]);
    let other = paper(&desk, &saved(&desk, "Single"), "renamed").concat();
    assert!(other.contains("岭桥智能科技有限公司"));
}

#[test]
fn many_lines_and_long_names_take_several_pages_and_lose_nothing() {
    let desk = desk();
    desk.sit("林知远");
    for count in [1, 12, 120] {
        let mut long = draft(&desk, "Single");
        let lines: Vec<Value> = (1..=count)
            .map(|nth| {
                let mut line = line(&desk, "智能门锁 S3 Pro", json!(1_000 * nth), 680_000_000);
                line["product_id"] = json!(null);
                line["name"] =
                    json!(format!("第{nth}号 智能门锁带人脸识别与蓝牙网关一体化定制型酒店客房专用"));
                line["spec"] = json!("ABCDEFGH-1234567890-ABCDEFGH-1234567890");
                line
            })
            .collect();
        long["lines"] = json!(lines);
        let contract = desk.ok("contract_save", long);
        let text = paper(&desk, &contract, &format!("lines{count}")).concat();
        holds(&text, &[&format!("第{count}号 智能门锁"), "争议解决", "甲方（买方）"]);
    }
}

#[test]
fn a_framework_prints_its_limit_and_a_supplement_what_it_supplements() {
    let desk = desk();
    let contract = signed(&desk, "Framework");
    let text = paper(&desk, &contract, "framework").concat();
    holds(&text, &["框架销售合同", "5,000.00", "人民币伍仟元整", "2027-10-07", "每次订货分别按下列方式付款"]);
    let supplement = desk.ok("contract_supplement", seen(&contract));
    let text = paper(&desk, &supplement, "supplement").concat();
    holds(&text, &["补充协议", contract["number"].as_str().expect("a number"), "原合同各条款继续有效"]);
}

#[test]
fn in_english_too() {
    let desk = desk();
    desk.ok("language_set", json!({ "language": "En" }));
    let contract = signed(&desk, "Single");
    let text = paper(&desk, &contract, "english").concat();
    holds(
        &text,
        &["Sales Contract", "Party A (buyer)", "Confidentiality", "30% in advance, 70% before dispatch"],
    );
}
