//! Pasted blocks: the corpus with what must be found in it, and what must hold for any text.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chengdan_domain::pasted::{MOST_CHARACTERS, Part, PartKind, normalised, region_of, split};
use chengdan_domain::refusal::Refusal;
use proptest::prelude::*;

/// `Kind: value`, with a mark where something is wrong with the value: the form of the corpus.
fn told(part: &Part) -> String {
    format!("{:?}{}: {}", part.kind, if part.problems.is_empty() { "" } else { "!" }, part.value)
}

fn corpus() -> BTreeMap<String, (String, Vec<String>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/pasted");
    let files = fs::read_dir(folder).expect("the corpus").map(|entry| entry.expect("a file").path());
    let read = |path: std::path::PathBuf| {
        let text = fs::read_to_string(&path).expect("text");
        let (block, parts) = text.split_once("\n=====\n").expect("a block and its parts");
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        (name, (block.to_owned(), parts.lines().map(str::to_owned).collect()))
    };
    files.map(read).collect()
}

#[test]
fn every_block_of_the_corpus_is_understood() {
    let blocks = corpus();
    assert!(blocks.len() >= 40, "{} blocks", blocks.len());
    let mut wrong = Vec::new();
    for (name, (block, expected)) in &blocks {
        let mut found: Vec<String> = split(block).expect("short").iter().map(told).collect();
        let mut expected = expected.clone();
        found.sort();
        expected.sort();
        if found != expected {
            let missing: Vec<&String> = expected.iter().filter(|one| !found.contains(one)).collect();
            let extra: Vec<&String> = found.iter().filter(|one| !expected.contains(one)).collect();
            wrong.push(format!("{name}: missing {missing:?}, extra {extra:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} blocks:\n{}", wrong.len(), blocks.len(), wrong.join("\n"));
}

#[test]
fn a_wrong_tax_number_says_what_it_should_end_in() {
    let parts = split("税号：914403001922038217").expect("short");
    assert_eq!(
        parts[0].problems,
        [Refusal::TaxNumberWrong { found: "914403001922038217".into(), expected_check: Some("6".into()) }]
    );
}

#[test]
fn a_text_too_long_is_refused_by_name() {
    let long = "长".repeat(MOST_CHARACTERS + 1);
    assert_eq!(
        split(&long),
        Err(Refusal::FieldTooLong { field: "text".into(), most: 20_000, found: 20_001 })
    );
    assert!(split(&"电话:1 ".repeat(4_000)).is_ok());
}

#[test]
fn an_address_names_its_province_city_and_district() {
    let of = |text: &str| {
        let region = region_of(text);
        [region.province, region.city, region.district, region.street]
    };
    assert_eq!(of("示例省临江市湖畔区青屿路18号"), ["示例省", "临江市", "湖畔区", "青屿路18号"]);
    assert_eq!(of("上海市浦东新区示例路1号"), ["上海市", "上海市", "浦东新区", "示例路1号"]);
    assert_eq!(of("上海上海市浦东新区示例路1号"), ["上海市", "上海市", "浦东新区", "示例路1号"]);
    assert_eq!(of("杭州西湖区示例路5号"), ["", "杭州市", "西湖区", "示例路5号"]);
    assert_eq!(of("江苏省苏州市工业园区示例街28号"), ["江苏省", "苏州市", "", "工业园区示例街28号"]);
    assert_eq!(of("内蒙古呼和浩特市新城区示例街1号"), ["内蒙古自治区", "呼和浩特市", "新城区", "示例街1号"]);
    assert_eq!(of("青屿路18号"), ["", "", "", "青屿路18号"]);
    assert_eq!(of(""), ["", "", "", ""]);
}

/// What must hold for whatever somebody pastes.
fn lawful(text: &str) {
    let Ok(parts) = split(text) else { return };
    let mut last = 0;
    for part in &parts {
        assert!(part.start >= last && part.start < part.end && part.end <= text.len(), "{part:?}");
        assert!(text.is_char_boundary(part.start) && text.is_char_boundary(part.end), "{part:?}");
        assert_eq!(part.value, normalised(part.kind, &text[part.start..part.end]));
        assert_eq!(part.value, normalised(part.kind, &part.value), "normalised once is normalised");
        last = part.end;
    }
}

const ALL: [PartKind; 11] = [
    PartKind::Company,
    PartKind::Person,
    PartKind::Title,
    PartKind::Phone,
    PartKind::Email,
    PartKind::TaxNumber,
    PartKind::Address,
    PartKind::BankName,
    PartKind::BankAccount,
    PartKind::Wechat,
    PartKind::Need,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_split_lawfully(text in "\\PC{0,200}") {
        lawful(&text);
    }

    #[test]
    fn any_mixture_of_what_stands_in_such_texts_is_split_lawfully(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "公司名称：", "电话", "联系人", "：", ":", " ", "\n", "\r\n", "　", "138 0000 0000", "+86", "0571-", "5555", "转", "8",
            "张三", "有限公司", "示例", "采购经理", "税号", "91990100MA1XAMP01", "@", "a.b", "example.com", "银行", "支行", "6200 0000",
            "省", "市", "区", "路", "号", "(", ")", "（", "）", "，", "。", "|", "/", "微信", "wx_1", "É", "🎉", "\u{200b}", "\u{301}",
            "E: ", "Tel", "Ltd.", "１２３", "ext", "x", "-", ".", "+", "地址", "我是", "的", "王", "总",
        ]), 0..60)
    ) {
        lawful(&pieces.concat());
    }

    #[test]
    fn any_text_has_a_form_of_every_kind(text in "\\PC{0,60}") {
        for kind in ALL {
            let _ = normalised(kind, &text);
        }
        let _ = region_of(&text);
    }
}
