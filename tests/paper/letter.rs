//! 订单确认函: every fact on it, one page up to twelve lines, the same bytes again, no box, no markup.

use chengdan_app::paper::PaperFault;
use chengdan_app::paper::letter::{Language, LetterPress, letter_file_name};
use chengdan_domain::money::{Money, Price, Quantity};
use chengdan_domain::order::InvoiceKind;
use chengdan_domain::payment::PaymentMethod;
use chengdan_domain::refusal::Refusal;
use chengdan_domain::wording::Sentence;
use proptest::prelude::*;

use super::rows::*;

/// Every one of `expected` stands in the text; all that is missing is named at once.
fn holds(text: &str, expected: &[&str]) {
    let missing: Vec<&&str> = expected.iter().filter(|fact| !text.contains(&squeezed(fact))).collect();
    assert!(missing.is_empty(), "missing {missing:?} in\n{text}");
}

#[test]
fn the_letter_says_everything() {
    let text = pages(&press().letter_pdf(&facts(6)).unwrap()).concat();
    holds(
        &text,
        &[
            "订单确认函",
            "岭桥智能设备有限公司",
            "LINGQIAO SMART DEVICES CO., LTD.",
            "示例省临江市桥东路 66 号 3 幢",
            "0500-0000 6600",
            "dingdan@lingqiao.example.com",
            "91350100M000100Y43",
            "QR-DD202609-034",
            "R1",
            "2026 年 10 月 8 日",
            "第 1 页，共 1 页",
            "铂叶商业管理有限公司",
            "祝澜女士",
            "采购经理",
            "139 0000 0634",
            "zhu@boye.example.com",
            "BY-PO-2609-117",
            "许澈",
            "139 0000 0205",
            "xuche@lingqiao.example.com",
            "HT202609-016（2026-09-28 签订）",
            "祝澜女士，您好：感谢贵公司的订购。",
        ],
    );
    for (number, line) in (1..).zip([
        "客流计数器 F3 双目 吸顶 黑 台 32 1,480.00 47,360.00 13% 2026-10-20",
        "边缘网关 G1 PoE 双频 台 6 950.00 5,700.00 13% 2026-10-20",
        "空气监测仪 Q2 壁装 六参数 台 18 620.00 11,160.00 13% 2026-10-20",
        "照明面板 P6 定制 三键 石墨灰 个 80 86.00 6,880.00 13% 2026-10-20",
        "安装调试 现场，含布线检查 点 138 50.00 6,900.00 9% 2026-10-30",
        "平台服务年费 6 家门店，12 个月 店 6 3,200.00 19,200.00 6% 2026-10-30",
    ]) {
        holds(&text, &[&format!("{number} {line}")]);
    }
}

#[test]
fn the_letter_says_how_much_when_and_what_is_asked() {
    let text = pages(&press().letter_pdf(&facts(6)).unwrap()).concat();
    holds(
        &text,
        &[
            "合计（含税） ¥ 97,200.00",
            "人民币玖万柒仟贰佰元整",
            "不含税 87,363.85，税额 9,836.15",
            "13% 不含税 62,920.36，税额 8,179.64",
            "9% 不含税 6,330.28，税额 569.72",
            "6% 不含税 18,113.21，税额 1,086.79",
            "签约后5天内预付30%，到货验收后付60%，质保金10%满",
            "电汇",
            "预付款 30% 29,160.00 2026-10-13 前",
            "验收款 60% 58,320.00 到货验收后",
            "质保金 10% 9,720.00 质保期满（一年）",
            "示例银行临江桥东支行",
            "0000 1111 2222 3333",
            "增值税专用发票（数电）",
            "示例省临江市湖畔区铂叶中心 B1 收货区",
            "方师傅 139 0000 0877",
            "最迟 2026-10-30，各行日期见上表",
            "到货后 7 日内书面提出",
            "请在 2026 年 10 月 12 日 18:00 前（3 个工作日） 签字盖章回传",
            "视为对本函内容无异议。",
            "双方已签合同 HT202609-016，本函与合同不一致之处以合同为准。",
            "供方 需方",
            "□ 确认无误",
            "□ 需修改：",
            "内容码 5D1A70E2",
        ],
    );
}

#[test]
fn the_english_letter_is_english() {
    let english = chengdan_app::paper::letter::LetterFacts { language: Language::En, ..facts(6) };
    let text = pages(&press().letter_pdf(&english).unwrap()).concat();
    holds(
        &text,
        &[
            "Order Confirmation",
            "1 of 1",
            "8 October 2026",
            "Dear 祝澜 女士, thank you for your order.",
            "Total incl. VAT, CNY ¥ 97,200.00",
            "13%: net 62,920.36, VAT 8,179.64",
            "30% in advance, within 5 days after signature",
            "by 12 October 2026, 18:00 (3 working days)",
            "the contract prevails",
            "□ Confirmed as stated",
        ],
    );
    for word in ["确认", "合计", "付款", "税率", "签字", "日期", "前", "定制"] {
        assert!(!text.contains(word), "{word} in\n{text}");
    }
}

#[test]
fn settings_words_and_absent_facts() {
    let mut facts = facts(1);
    facts.own = [
        (Sentence::Greeting, "{contact}，见信好。"),
        (Sentence::Confirm, "请于{days}日内（{deadline}）回签合同{contract}之{unknown}。"),
        (Sentence::Deemed, "本函不构成新的合同。"),
        (Sentence::Closing, ""),
    ]
    .map(|(sentence, text)| (sentence, text.to_owned()))
    .into();
    facts.confirm_by = None;
    facts.contract_signed_on = None;
    facts.customer.contact = "祝女士".to_owned();
    facts.invoice_kind = InvoiceKind::None;
    facts.terms = preset("month_60");
    facts.terms.method = PaymentMethod::AcceptanceBill;
    facts.waiver = Money(120_000);
    facts.customer_order_number = String::new();
    facts.lines[0].price = Price(38_500);
    facts.lines[0].quantity = Quantity(1_234_567_125);
    let text = pages(&press().letter_pdf(&facts).unwrap()).concat();
    holds(
        &text,
        &[
            "请于3日内（收到本函后 3 个工作日内）回签合同HT202609-016之{unknown}。本函不构成新的合同。",
            "祝女士，见信好。感谢贵公司的订购。",
            "不开票",
            "月结60天",
            "承兑汇票",
            "已含整单优惠 1,200.00",
            "1,234,567.125 0.0385",
        ],
    );
    for absent in ["祝女士女士", "以合同为准", "采购单号", "发票抬头", "视为"] {
        assert!(!text.contains(absent), "{absent} in\n{text}");
    }
}

#[test]
fn a_page_holds_twelve_lines_and_long_letters_repeat_their_head() {
    for count in [1, 5, 6, 9, 12] {
        assert_eq!(pages(&press().letter_pdf(&facts(count)).unwrap()).len(), 1, "{count} lines");
    }
    let all = pages(&press().letter_pdf(&facts(120)).unwrap());
    assert!((4..=6).contains(&all.len()), "{} pages", all.len());
    let last = all.len();
    for (number, page) in (1..).zip(&all) {
        holds(page, &[&format!("第 {number} 页，共 {last} 页"), "内容码 5D1A70E2"]);
        if page.contains("客流计数器") {
            holds(page, &["序号 名称 规格 单位 数量"]);
        }
    }
    holds(&all[1], &["岭桥智能设备有限公司 订单确认函 QR-DD202609-034 R1"]);
    holds(&all.concat(), &["120 平台服务年费", "人民币壹佰玖拾肆万肆仟元整"]);
    // Nobody signs an empty sheet: the terms go with the signatures.
    holds(&all[last - 1], &["预付款 30%", "以合同为准", "□ 确认无误", "供方 需方"]);
    let fourteen = pages(&press().letter_pdf(&facts(14)).unwrap());
    assert_eq!(fourteen.len(), 2);
    holds(&fourteen[1], &["预付款 30%", "以合同为准", "□ 确认无误", "供方 需方"]);
}

#[test]
fn long_names_wrap_and_nothing_is_cut() {
    let mut facts = facts(12);
    let name = "多功能一体化智能客流统计与环境监测综合终端（含支架、电源适配器及三年质保服务）";
    facts.lines[0].name = name.to_owned();
    facts.lines[1].specification =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ".to_owned();
    facts.customer.name = "示例省临江市铂叶商业管理（集团）股份有限公司临江分公司第一采购中心".to_owned();
    facts.lines[2].amount = Money(9_007_199_254_740_991 - 2_000_000_000);
    let text = pages(&press().letter_pdf(&facts).unwrap()).concat();
    // A wrapped cell is read line by line between its neighbours: every character is there, in order.
    for long in [name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ"] {
        let mut letters = text.chars();
        assert!(long.chars().all(|wanted| letters.any(|found| found == wanted)), "{long} in\n{text}");
    }
    facts.lines[2].amount = Money(9_007_199_254_740_991);
    assert!(matches!(press().letter_pdf(&facts), Err(PaperFault::Amount)));
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let first = press().letter_pdf(&facts(12)).unwrap();
    let other_press = LetterPress::new().unwrap();
    press().letter_pdf(&facts(3)).unwrap();
    assert_eq!(press().letter_pdf(&facts(12)).unwrap(), first);
    assert_eq!(other_press.letter_pdf(&facts(12)).unwrap(), first);
    let mut changed = facts(12);
    changed.lines[11].quantity = Quantity(7_000);
    assert_ne!(press().letter_pdf(&changed).unwrap(), first);
}

#[test]
fn before_approval_every_page_is_marked() {
    let mut facts = facts(40);
    assert!(!pages(&press().letter_pdf(&facts).unwrap()).concat().contains("未审批"));
    facts.approved = false;
    let all = pages(&press().letter_pdf(&facts).unwrap());
    assert!(all.len() > 1);
    for page in all {
        // Set aslant, so that poppler reads the characters one by one.
        for letter in ["未", "审", "批"] {
            assert!(page.contains(letter), "{letter} in\n{page}");
        }
        assert!(!page.contains("已完成内部审批"));
    }
}

#[test]
fn text_from_outside_stays_text() {
    let mut facts = facts(2);
    let markup = "#panic(\"x\") *粗* $x^2$ `a` <b> @ref \\u{41} [c] // d";
    facts.lines[0].name = markup.to_owned();
    facts.customer.contact = "{name}\r\n祝".to_owned();
    facts.customer.salutation = String::new();
    let text = pages(&press().letter_pdf(&facts).unwrap()).concat();
    holds(&text, &["#panic(\"x\")", "*粗*", "$x^2$", "\\u{41}", "{name} 祝，您好"]);
}

#[test]
fn a_character_without_a_glyph_is_named_and_never_printed_as_a_box() {
    let press = press();
    assert_eq!(press.missing_glyph("² ³ µ ℃ Φ ¥ □ ㎡ ① № × ÷ ± ≤ Ø Ω é ü ñ — …"), None);
    assert_eq!(press.missing_glyph("龘䶮𫚭𬭳㐂"), None, "rare characters of names");
    assert_eq!(press.missing_glyph("换行\r\n不算"), None, "cleaned before printing");
    assert_eq!(press.missing_glyph("笑脸😀"), Some('😀'));
    let mut facts = facts(2);
    facts.lines[1].name = "网关😀".to_owned();
    facts.delivery.address = "ثلاثة".to_owned();
    let named = |field: &str, character: &str| Refusal::GlyphMissing {
        field: field.to_owned(),
        character: character.to_owned(),
    };
    assert_eq!(
        press.missing_glyphs(&facts.texts()),
        [named("delivery_address", "ث"), named("lines.2.name", "😀")]
    );
    assert!(matches!(press.letter_pdf(&facts), Err(PaperFault::GlyphMissing { .. })));
}

#[test]
fn rare_characters_in_bold_places_fall_back_to_regular() {
    let mut facts = facts(1);
    facts.customer.name = "龘䶮𫚭𬭳股份有限公司".to_owned();
    let text = pages(&press().letter_pdf(&facts).unwrap()).concat();
    holds(&text, &["致 龘䶮𫚭𬭳股份有限公司"]);
}

#[test]
fn the_file_is_named_for_its_reader() {
    assert_eq!(facts(1).file_name(), "订单确认函_DD202609-034_铂叶商业管理有限公司_R1.pdf");
    let name = letter_file_name(Language::Zh, "DD202609-034", "A/B\r\n:*公司", 2);
    assert_eq!(name, "订单确认函_DD202609-034_A_B __公司_R2.pdf");
    let draft = letter_file_name(Language::Zh, "", "铂叶", 1);
    assert_eq!(draft, "订单确认函_草稿_铂叶_R1.pdf");
    let long = letter_file_name(Language::En, "DD202609-034", &"铂".repeat(300), 12);
    assert!(long.ends_with("…_R12.pdf") && long.len() < 200, "{long}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever was typed, the letter is set or the character without a glyph is named: never a fault of ours.
    #[test]
    fn no_text_breaks_the_press(texts in prop::collection::vec("[ -~，。（）一-龥\\r\\n\u{200b}\u{1f600}]{0,80}", 8)) {
        let mut facts = facts(2);
        let [name, spec, unit, customer, contact, address, sentence, number] = texts.try_into().unwrap();
        facts.lines[0].name = name;
        facts.lines[0].specification = spec;
        facts.lines[1].unit = unit;
        facts.customer.name = customer;
        facts.customer.contact = contact;
        facts.delivery.address = address;
        facts.own.insert(Sentence::Confirm, sentence);
        facts.customer_order_number = number;
        match press().letter_pdf(&facts) {
            Ok(pdf) => prop_assert!(pdf.starts_with(b"%PDF-")),
            Err(PaperFault::GlyphMissing { .. }) => prop_assert!(!press().missing_glyphs(&facts.texts()).is_empty()),
            Err(other) => prop_assert!(false, "{other}"),
        }
    }
}
