//! 报价单: every fact on it, page x of y, long names and many lines, the same bytes again, no box, no markup; and nothing
//! that only the house knows.

use chengdan_app::paper::letter::{Language, LetterFacts};
use chengdan_app::paper::quotation::QuotationFacts;
use chengdan_domain::money::Money;

use super::rows::*;

pub fn offer(count: usize) -> QuotationFacts {
    let LetterFacts { seller, customer, manager, calendar, terms, .. } = facts(1);
    QuotationFacts {
        language: Language::Zh,
        offered: true,
        number: "BJ202610-003".into(),
        revision: 2,
        dated_on: day("2026-10-08"),
        valid_until: Some(day("2026-10-28")),
        seller,
        customer,
        manager,
        needs: "XQ202610-001 V1".into(),
        lines: lines(count),
        waiver: Money(0),
        terms,
        calendar,
        delivery_period: "签订后 20 个工作日".into(),
        service: "质保 2 年，首年上门 1 次".into(),
        note: "以上含运费。\n安装由我方完成。".into(),
        own: Default::default(),
        specimen: false,
    }
}

fn holds(text: &str, expected: &[&str]) {
    let missing: Vec<&&str> = expected.iter().filter(|fact| !text.contains(&squeezed(fact))).collect();
    assert!(missing.is_empty(), "missing {missing:?} in\n{text}");
}

#[test]
fn the_quotation_says_everything() {
    let text = pages(&press().quotation_pdf(&offer(6)).unwrap()).concat();
    holds(
        &text,
        &[
            "报价单",
            "BJ202610-003",
            "V2",
            "2026 年 10 月 8 日",
            "有效期至 2026 年 10 月 28 日",
            "铂叶商业管理有限公司",
            "XQ202610-001 V1",
            "1 客流计数器 F3 双目 吸顶 黑 台 32 1,480.00 47,360.00 13%",
            "合计（含税） ¥ 97,200.00",
            "人民币玖万柒仟贰佰元整",
            "13% 不含税 62,920.36，税额 8,179.64",
            "签约后5天内预付30%，到货验收后付60%，质保金10%满",
            "预付款 30% 29,160.00",
            "签订后 20 个工作日",
            "质保 2 年，首年上门 1 次",
            "以上含运费。",
            "安装由我方完成。",
            "示例银行临江桥东支行",
            "第 1 页，共 1 页",
        ],
    );
}

#[test]
fn one_twelve_and_a_hundred_and_twenty_lines_fit_their_pages() {
    for (count, most) in [(1, 1), (12, 2), (120, 8)] {
        let pdf = press().quotation_pdf(&offer(count)).unwrap();
        leave(&format!("quotation_{count}"), &pdf);
        let all = pages(&pdf);
        assert!(all.len() <= most, "{count} lines on {} pages", all.len());
        let last = all.last().expect("a page");
        holds(last, &[&format!("第 {0} 页，共 {0} 页", all.len())]);
        holds(last, &["本报价有效期至 2026 年 10 月 28 日"]);
    }
}

#[test]
fn long_names_and_markup_stay_words() {
    let mut facts = offer(3);
    facts.customer.name = "临江市湖畔区青屿路国际酒店管理集团股份有限公司第一分公司".repeat(2);
    facts.lines[0].name = "可调光智能客房控制主机（含安装支架、调试、培训与两年质保）".repeat(4);
    facts.lines[1].specification = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".repeat(3);
    facts.lines[2].name = "#set page(fill: red) $x^2$ *粗* `码` <标签>".into();
    facts.service = "#panic(\"x\")".into();
    let pdf = press().quotation_pdf(&facts).unwrap();
    leave("quotation_long", &pdf);
    let text = pages(&pdf).concat();
    holds(&text, &["#set page(fill: red) $x^2$ *粗* `码`", "<标签>", "#panic(\"x\")"]);
}

#[test]
fn the_same_facts_are_the_same_bytes() {
    let (first, again) =
        (press().quotation_pdf(&offer(3)).unwrap(), press().quotation_pdf(&offer(3)).unwrap());
    assert_eq!(first, again);
}

#[test]
fn what_is_no_offer_yet_says_so() {
    let mut facts = offer(1);
    let text = |facts: &QuotationFacts| pages(&press().quotation_pdf(facts).unwrap()).concat();
    // A word aslant is read back letter by letter.
    let is_marked = |text: &str| text.contains('未') && text.contains('稿');
    assert!(!is_marked(&text(&facts)));
    facts.offered = false;
    assert!(is_marked(&text(&facts)));
    facts.number = String::new();
    assert!(text(&facts).contains("草稿"));
    facts.language = Language::En;
    assert!(text(&facts).contains("Quotation"));
}
