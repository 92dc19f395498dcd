//! The wording of lists of needs, quotations and contracts: what they say, what no wording takes away, and what stays as it
//! was once it was sent, confirmed or handed in.

use std::collections::BTreeSet;

use chengdan_app::paper::letter::Language;
use chengdan_app::paper::specimen::{contract_specimen, needs_specimen, quotation_specimen, specimen};
use chengdan_app::paper::wording::standard;
use chengdan_app::post::quotation::offer;
use chengdan_app::post::words::needs::needs;
use chengdan_app::views::wording::Sentences;
use chengdan_domain::contract::ContractKind;
use chengdan_domain::refusal::Refusal;
use chengdan_domain::wording::{Paper, Sentence};
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use crate::contract::desk as contracts;
use crate::opportunity::desk as deals;
use crate::paper::rows::{bytes, day, pages, press, squeezed};
use crate::quotation::desk as quotations;

/// Words what is named in Chinese, as the administrator, who leaves the desk to 林知远.
fn reword(desk: &TestDesk, zh: Value) {
    desk.sit("沈一禾");
    let mut view = desk.ok("wording_view", json!({}));
    for (sentence, text) in zh.as_object().expect("sentences") {
        view["wording"]["zh"][sentence] = text.clone();
    }
    desk.ok("wording_save", json!({ "version": view["version"], "wording": view["wording"] }));
    desk.sit("林知远");
}

fn text(desk: &TestDesk, name: &str, ask: Value) -> String {
    pages(&bytes(&desk.ok(name, ask))).concat()
}

fn holds(text: &str, expected: &[&str]) {
    let missing: Vec<&&str> = expected.iter().filter(|fact| !text.contains(&squeezed(fact))).collect();
    assert!(missing.is_empty(), "missing {missing:?} in\n{text}");
}

#[test]
fn every_sentence_stands_on_a_paper_and_its_paper_knows_every_fact_it_may_name() {
    let said: BTreeSet<Sentence> = Paper::ALL.iter().flat_map(|paper| paper.sentences()).copied().collect();
    assert_eq!(said, BTreeSet::from(Sentence::ALL), "no sentence is worded that nothing says");
    let today = day("2026-10-08");
    for language in [Language::Zh, Language::En] {
        let supplement = chengdan_app::paper::contract::ContractFacts {
            supplement_of: "HT202609-001".into(),
            ..contract_specimen(language, today)
        };
        let known = |paper: Paper| match paper {
            Paper::Needs => needs_specimen(language, today).places(),
            Paper::Quotation => quotation_specimen(language, today).places(),
            Paper::Contract => supplement.places(),
            Paper::Letter => specimen(language, today).places(),
        };
        for paper in Paper::ALL {
            let known = known(paper);
            for sentence in paper.sentences() {
                assert!(sentence.needs().iter().all(|place| sentence.places().contains(place)));
                let unknown = |place: &&&str| !known.iter().any(|(name, _)| name == *place);
                let unknown: Vec<_> = sentence.places().iter().filter(unknown).collect();
                assert!(unknown.is_empty(), "{paper:?} {sentence:?}: {unknown:?}");
            }
        }
    }
}

#[test]
fn what_is_wrong_is_named_at_its_sentence_in_both_languages() {
    let desk = TestDesk::staffed();
    let mut view = desk.ok("wording_view", json!({}));
    view["wording"]["zh"] = json!({ "quotation_terms": "价格含税。", "needs_opening": "见 {deadline}", "contract_limit": "以订单为准。" });
    view["wording"]["en"] = json!({ "contract_supplement": "As agreed.", "quotation_remarks": "one\ntwo {order}", "contract_opening": "a\nb", "needs_mail_subject": "Hello" });
    let save = json!({ "version": view["version"], "wording": view["wording"] });
    let missing =
        |field: &str, place: &str| Refusal::PlaceMissing { field: field.into(), places: vec![place.into()] };
    let unknown =
        |field: &str, place: &str| Refusal::PlaceUnknown { field: field.into(), place: place.into() };
    let expected = [
        unknown("wording.zh.needs_opening", "deadline"),
        missing("wording.zh.quotation_terms", "valid_until"),
        missing("wording.zh.contract_limit", "amount"),
        missing("wording.en.needs_mail_subject", "number"),
        unknown("wording.en.quotation_remarks", "order"),
        Refusal::FieldHasControl { field: "wording.en.contract_opening".into() },
        missing("wording.en.contract_supplement", "contract"),
    ];
    match desk.ask("wording_save", save) {
        Err(chengdan_app::fault::Fault::Refused { reasons }) => assert_eq!(reasons, expected),
        other => panic!("should be refused, but: {other:?}"),
    }
    assert_eq!(desk.ok("wording_view", json!({}))["version"], 0);
}

#[test]
fn every_paper_is_shown_with_a_wording_that_is_not_saved() {
    let desk = TestDesk::staffed();
    let attempt = |paper: &str, language: &str, at: Value| {
        let mut wording = desk.ok("wording_view", json!({}))["wording"].clone();
        wording["zh"] = json!({
            "needs_opening": "甲字句", "quotation_remarks": "乙字句\n{valid_until}止", "contract_closing": "丙字句 {number}",
            "contract_limit": "限 {amount}", "contract_supplement": "补 {contract}", "needs_mail_kept": "已存 {number}",
        });
        desk.ok("wording_try", json!({ "paper": paper, "wording": wording, "language": language, "at": at }))
    };
    let page = |tried: &Value| pages(&bytes(&tried["page"])).concat();
    for (paper, said, english) in [
        ("needs", "甲字句", "List of Needs"),
        ("quotation", "乙字句", "Quotation"),
        ("contract", "丙字句 HT202610-001", "Sales Contract"),
    ] {
        let tried = attempt(paper, "Zh", Value::Null);
        assert_eq!((&tried["paper"], &tried["number"]), (&json!(paper), &Value::Null));
        let text = page(&tried);
        holds(&text, &[said, "岭桥智能设备有限公司", "示例客户有限公司"]);
        assert!(text.contains('样') && text.contains('张'), "a specimen says that it is one: {text}");
        holds(&page(&attempt(paper, "En", Value::Null)), &[english, "Example Customer Ltd."]);
        assert_eq!(tried["mail"].is_null(), paper == "contract");
        assert_eq!(tried["page"]["sha256"], "", "it can be neither saved nor printed");
    }
    // What only some documents say is seen while it is written.
    holds(&page(&attempt("contract", "Zh", json!("contract_limit"))), &["框架销售合同", "限 ¥ 500,000.00"]);
    holds(&page(&attempt("contract", "Zh", json!("contract_supplement"))), &["补充协议", "补 HT202609-001"]);
    let kept = attempt("needs", "Zh", json!("needs_mail_kept"));
    assert_eq!(kept["mail"]["request"], "已存 XQ202610-001 V1");
    // A document of one's own is shown as soon as there is one.
    let offer = quotations::sent(&desk);
    let tried = attempt("quotation", "Zh", Value::Null);
    assert_eq!(tried["number"], json!(format!("{} V1", offer["number"].as_str().expect("a number"))));
    holds(&page(&tried), &["智能门锁 S3", "2026 年 10 月 28 日止"]);
}

#[test]
fn a_sent_quotation_keeps_its_words_and_the_next_one_follows() {
    let desk = TestDesk::staffed();
    let offer = quotations::sent(&desk);
    let ask = |offer: &Value| json!({ "id": offer["id"], "revision": 1 });
    let mail = |offer: &Value| {
        let letters = desk.ok("quotation_view", json!({ "id": offer["id"] }))["letters"].clone();
        let mail = desk.ok("outbox_view", json!({ "id": letters[0]["id"] }));
        (mail["row"]["subject"].clone(), mail["text_body"].clone())
    };
    let before = (desk.ok("quotation_paper", ask(&offer)), mail(&offer));
    reword(
        &desk,
        json!({
            "greeting": "{contact}台鉴：", "quotation_opening": "报价如次。", "quotation_terms": "{valid_until}前有效。",
            "quotation_remarks": "运费另计。\n安装另计。", "closing": "", "quotation_mail_subject": "{company} {number}",
            "quotation_mail_request": "盼复。", "mail_signature": "{manager}",
        }),
    );
    assert_eq!((desk.ok("quotation_paper", ask(&offer)), mail(&offer)), before);
    let next = quotations::sent(&desk);
    let paper = text(&desk, "quotation_paper", ask(&next));
    holds(&paper, &["祝青女士台鉴：报价如次。", "2026 年 10 月 28 日前有效。", "运费另计。", "安装另计。"]);
    assert!(!paper.contains("顺祝商祺") && !paper.contains("以随后签订"), "{paper}");
    let (subject, body) = mail(&next);
    assert_eq!(
        subject,
        json!(format!("岭桥智能设备有限公司 {} V1", next["number"].as_str().expect("a number")))
    );
    let body = body.as_str().expect("a body");
    assert!(body.contains("盼复。") && body.ends_with("\n\n林知远\n"), "{body}");
}

#[test]
fn a_confirmed_list_keeps_its_words_and_language_and_a_draft_follows() {
    let desk = TestDesk::staffed();
    let deal = deals::begun(&desk, "青屿酒店 二期", 0);
    let deal = desk
        .ok("requirement_save", deals::list(&desk, &deal, json!([deals::need("智能门锁 S3 Pro", 200_000)])));
    let paper = |deal: &Value, nth: usize| {
        text(&desk, "requirement_paper", json!({ "id": deal["requirements"][nth]["draft"]["id"] }))
    };
    reword(&desk, json!({ "needs_opening": "{project}之所需：", "needs_request": "请复。" }));
    holds(&paper(&deal, 0), &["祝青女士，您好：青屿酒店 二期之所需：", "请复。"]);
    let deal = deals::confirmed(&desk, &deal);
    let before = paper(&deal, 0);
    holds(&before, &["青屿酒店 二期之所需：", "本清单已由 祝青 于 2026 年 10 月 8 日 签字确认。"]);
    reword(&desk, json!({ "needs_opening": "另一句", "greeting": "诸位：" }));
    desk.ok("language_set", json!({ "language": "En" }));
    assert_eq!(paper(&deal, 0), before);
    desk.ok("language_set", json!({ "language": "Zh" }));
    let deal = desk.ok("requirement_revise", deals::revision(&deal, 0, json!({})));
    holds(&paper(&deal, 0), &["诸位：另一句"]);
    // Once another revision is confirmed, the one before says what it said.
    let deal = deals::confirmed(&desk, &deal);
    holds(&paper(&deal, 1), &["青屿酒店 二期之所需：", "XQ202610-001", "V1"]);
    holds(&paper(&deal, 0), &["诸位：另一句"]);
}

#[test]
fn a_contract_says_what_was_handed_in_until_it_is_taken_back() {
    let desk = contracts::desk();
    reword(&desk, json!({ "contract_opening": "第一种开头。", "contract_closing": "甲乙共勉。" }));
    let paper = |contract: &Value| text(&desk, "contract_paper", json!({ "id": contract["id"] }));
    let contract = contracts::submitted(&desk, "Single");
    let handed_in = paper(&contract);
    holds(&handed_in, &["第一种开头。", "甲乙共勉。"]);
    reword(&desk, json!({ "contract_opening": "第二种开头。" }));
    assert_eq!(paper(&contract), handed_in, "legal reads what was handed in");
    let passed = contracts::passed(&desk, &contract);
    holds(&paper(&passed), &["第一种开头。"]);
    // Taken back, it follows the wording again, and keeps that when it is handed in anew.
    desk.sit("林知远");
    let back = desk.ok("contract_withdraw", contracts::seen(&passed));
    holds(&paper(&back), &["第二种开头。"]);
    let again = desk.ok("contract_submit", contracts::seen(&back));
    reword(&desk, json!({ "contract_opening": "第三种开头。" }));
    desk.ok("language_set", json!({ "language": "En" }));
    let passed = contracts::passed(&desk, &again);
    let signed = contracts::sign(&desk, &passed);
    let text = paper(&signed);
    holds(&text, &["第二种开头。", "甲方（买方）", "祝青"]);
    // One that legal gave back is edited and follows.
    desk.ok("language_set", json!({ "language": "Zh" }));
    let other = contracts::submitted(&desk, "Single");
    reword(&desk, json!({ "contract_opening": "第四种开头。" }));
    desk.sit("苏衡");
    let returned = desk.ok("contract_review", contracts::review(&desk, &other, false));
    holds(&paper(&returned), &["第四种开头。"]);
}

#[test]
fn what_an_older_program_froze_says_the_standard() {
    let desk = contracts::desk();
    let contract = contracts::reviewed(&desk, "Single");
    let book = desk.app.book().expect("a book");
    book.act(desk.app.now(), None, |act| {
        act.tx.execute("update contract set wording = ''", [])?;
        Ok(())
    })
    .expect("written");
    reword(&desk, json!({ "contract_opening": "新开头。" }));
    let text = text(&desk, "contract_paper", json!({ "id": contract["id"] }));
    holds(&text, &[standard(Language::Zh, Sentence::ContractOpening)]);
}

#[test]
fn no_wording_takes_a_fact_away() {
    let silent: Sentences = Sentence::ALL.into_iter().map(|sentence| (sentence, String::new())).collect();
    let today = day("2026-10-08");
    let list = chengdan_app::paper::requirement::NeedsFacts {
        own: silent.clone(),
        specimen: false,
        ..needs_specimen(Language::Zh, today)
    };
    let text = pages(&press().needs_pdf(&list).expect("a paper")).concat();
    holds(
        &text,
        &[
            "XQ202610-001",
            "V1",
            "示例客户有限公司",
            "王小明经理",
            "智能门锁 S3 曜石黑 左开 把 12",
            "供方",
            "需方",
        ],
    );
    holds(&squeezed(&needs(&list).text()), &["XQ202610-001 V1", "示例项目", "共 2 行", "李敏 138 0000 0000"]);
    let quoted = chengdan_app::paper::quotation::QuotationFacts {
        own: silent.clone(),
        specimen: false,
        ..quotation_specimen(Language::Zh, today)
    };
    let text = pages(&press().quotation_pdf(&quoted).expect("a paper")).concat();
    holds(
        &text,
        &[
            "BJ202610-001",
            "有效期至 2026 年 11 月 7 日",
            "680.00",
            "¥ 10,460.00",
            "人民币壹万零肆佰陆拾元整",
            "签约后 20 个工作日",
        ],
    );
    holds(
        &squeezed(&offer(&quoted).text()),
        &["BJ202610-001 V1", "¥10,460.00", "2026-11-07", "李敏 138 0000 0000"],
    );
    let frame = chengdan_app::paper::contract::ContractFacts {
        own: silent,
        specimen: false,
        kind: ContractKind::Framework,
        ..contract_specimen(Language::Zh, today)
    };
    let text = pages(&press().contract_pdf(&frame).expect("a paper")).concat();
    holds(&text, &["HT202610-001", "有效期至", "甲方（买方）", "680.00", "第三条", "争议解决", "签字"]);
}
