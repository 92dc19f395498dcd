//! 客户需求清单: what is needed, whole, with who confirms it or did, and never a price.

use chengdan_app::paper::letter::Language;
use chengdan_app::paper::requirement::{NeedFacts, NeedsFacts};
use chengdan_app::post::words::needs::needs;
use chengdan_domain::requirement::ConfirmedHow;

use super::rows::*;

pub fn list(count: usize) -> NeedsFacts {
    let letter = facts(1);
    let lines = lines(count).into_iter().map(|line| NeedFacts {
        name: line.name,
        specification: line.specification,
        unit: line.unit,
        quantity: Some(line.quantity),
        wanted_on: line.promised_on,
        customisation: if line.customised {
            "按键刻字：迎宾 / 阅读 / 全关".into()
        } else {
            String::new()
        },
        customised: line.customised,
        standard: "上门安装".into(),
    });
    NeedsFacts {
        language: Language::Zh,
        number: "XQ202609-012".into(),
        revision: 2,
        superseded: false,
        dated_on: day("2026-09-12"),
        seller: letter.seller,
        customer: letter.customer,
        manager: letter.manager,
        project: "铂叶中心 6 店改造".into(),
        delivery_address: "示例省临江市湖畔区铂叶中心 B1 收货区".into(),
        note: "分两批：首批 3 店十月到货".into(),
        lines: lines.collect(),
        confirmed: None,
        own: letter.own,
        specimen: false,
    }
}

fn set(list: &NeedsFacts, name: &str) -> Vec<String> {
    let pdf = press().needs_pdf(list).unwrap();
    assert_eq!(press().needs_pdf(list).unwrap(), pdf, "the same facts give the same bytes");
    leave(name, &pdf);
    pages(&pdf)
}

fn holds(text: &str, expected: &[&str]) {
    let missing: Vec<&&str> = expected.iter().filter(|fact| !text.contains(&squeezed(fact))).collect();
    assert!(missing.is_empty(), "missing {missing:?} in\n{text}");
}

#[test]
fn a_list_to_be_confirmed_is_told_whole() {
    let pages = set(&list(6), "needs-6");
    assert_eq!(pages.len(), 1);
    holds(
        &pages[0],
        &[
            "岭桥智能设备有限公司",
            "客户需求清单",
            "XQ202609-012",
            "V2",
            "2026 年 9 月 12 日",
            "铂叶商业管理有限公司",
            "祝澜女士",
            "铂叶中心 6 店改造",
            "示例省临江市湖畔区铂叶中心 B1 收货区",
            "期望交货",
            "双目 吸顶 黑",
            "138",
            "2026-10-30",
            "按键刻字：迎宾 / 阅读 / 全关",
            "服务标准：上门安装",
            "分两批：首批 3 店十月到货",
            "请签字盖章回传",
            "供方",
            "需方",
            "第 1 页，共 1 页",
        ],
    );
    assert!(!pages[0].contains("¥") && !pages[0].contains("已被替代"));
}

#[test]
fn what_was_confirmed_says_by_whom_and_what_gave_way_says_so() {
    let mut known = list(2);
    known.confirmed = Some(("祝澜".into(), day("2026-09-14"), ConfirmedHow::Email));
    known.superseded = true;
    let pages = set(&known, "needs-confirmed");
    holds(&pages[0], &["本清单已由 祝澜 于 2026 年 9 月 14 日 通过邮件确认。", "2026-09-14"]);
    assert!(!pages[0].contains("请签字盖章回传"));
    for letter in ["已", "被", "替", "代"] {
        assert!(pages[0].contains(letter));
    }
}

#[test]
fn in_english_it_is_english() {
    let mut known = list(6);
    known.language = Language::En;
    let text = set(&known, "needs-en").concat();
    holds(&text, &["List of Needs", "12 September 2026", "Special requirements", "Account manager"]);
    for word in ["需求", "签字", "日期", "备注", "期望", "服务标准"] {
        assert!(!text.contains(word), "{word} in\n{text}");
    }
}

#[test]
fn many_lines_and_long_words_stay_on_their_pages() {
    for count in [1, 12, 120] {
        let all = set(&list(count), &format!("needs-{count}"));
        let last = all.len();
        assert_eq!(last == 1, count <= 12, "{count} lines on {last} pages");
        for (number, page) in (1..).zip(&all) {
            holds(page, &[&format!("第 {number} 页，共 {last} 页"), "XQ202609-012 V2"]);
        }
        holds(&all[last - 1], &["需方", "请签字盖章回传"]);
    }
    let mut long = list(3);
    long.customer.name = "中国（示例）自由贸易试验区临江片区铂叶国际商业综合体运营管理有限责任公司".into();
    long.lines[0].specification = "ABCDEFGHIJ-KLMNOPQRSTUVWXYZ-0123456789-ABCDEFGHIJKLMNOP".into();
    long.lines[1].name = "超长名称".repeat(20);
    long.lines[2].customisation = "要求".repeat(60);
    assert_eq!(set(&long, "needs-long").len(), 1);
}

#[test]
fn the_mail_asks_for_the_confirmation_with_the_facts() {
    let mail = needs(&list(6));
    assert_eq!(mail.subject, "【需求确认】XQ202609-012 V2 铂叶商业");
    let text = mail.text();
    for fact in [
        "祝澜女士，您好！",
        "XQ202609-012 V2",
        "铂叶中心 6 店改造",
        "共 6 行",
        "许澈 139 0000 0205",
        "回复本邮件确认",
    ] {
        assert!(text.contains(fact), "{fact} in\n{text}");
    }
    let mut known = list(6);
    known.confirmed = Some(("祝澜".into(), day("2026-09-14"), ConfirmedHow::Signature));
    known.project = "<b>\"'&".into();
    let mail = needs(&known);
    assert!(mail.text().contains("请留存") && !mail.text().contains("回复本邮件确认"));
    assert!(mail.html().contains("&lt;b&gt;"));
}
