//! The wording of the confirmation: what may stand in it, what it can never leave out, what is frozen, who changed what.

use chengdan_app::fault::Fault;
use chengdan_app::paper::letter::Language;
use chengdan_app::paper::wording::standard;
use chengdan_app::post::words::confirmation;
use chengdan_domain::refusal::Refusal;
use chengdan_domain::wording::Sentence;
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use crate::order::desk::{approved, decided, draft, seen};
use crate::paper::rows::{bytes, facts, leave, pages, press, squeezed};

fn view(desk: &TestDesk) -> Value {
    desk.ok("wording_view", json!({}))
}

/// The wording that stands, with these Chinese sentences put in.
fn changed(desk: &TestDesk, zh: Value) -> Value {
    let mut view = view(desk);
    for (sentence, text) in zh.as_object().unwrap() {
        view["wording"]["zh"][sentence] = text.clone();
    }
    json!({ "version": view["version"], "wording": view["wording"] })
}

fn refusals(fault: Result<Value, Fault>) -> Vec<Refusal> {
    match fault {
        Err(Fault::Refused { reasons }) => reasons,
        other => panic!("should be refused, but: {other:?}"),
    }
}

#[test]
fn the_standard_keeps_its_own_rules() {
    for sentence in Sentence::ALL {
        for language in [Language::Zh, Language::En] {
            let text = standard(language, sentence);
            assert_eq!(sentence.objections("x", text), [], "{sentence:?} {language:?}");
            assert_eq!(press().missing_glyph(text), None, "{sentence:?} {language:?}");
        }
    }
    let desk = TestDesk::staffed();
    let view = view(&desk);
    assert_eq!(view["version"], 0);
    assert_eq!(view["rules"].as_array().unwrap().len(), Sentence::ALL.len());
    // What says the same as the standard goes on following it.
    let same = changed(&desk, json!({ "deemed": standard(Language::Zh, Sentence::Deemed) }));
    assert_eq!(desk.ok("wording_save", same)["wording"]["zh"], json!({}));
}

#[test]
fn everything_wrong_is_named_at_its_sentence_and_nothing_is_saved() {
    let desk = TestDesk::staffed();
    let save = changed(
        &desk,
        json!({
            "greeting": "{name}，您好", "opening": "谢谢😀", "confirm": "请尽快确认。", "deemed": "{deadline",
            "closing": "祝\n好", "mail_subject": "订单确认", "mail_opening": "长".repeat(501), "mail_signature": "😀 {manager}\n好",
        }),
    );
    let unknown =
        |field: &str, place: &str| Refusal::PlaceUnknown { field: field.into(), place: place.into() };
    let missing = |field: &str, places: &[&str]| Refusal::PlaceMissing {
        field: field.into(),
        places: places.iter().map(ToString::to_string).collect(),
    };
    let expected = [
        unknown("wording.zh.greeting", "name"),
        Refusal::GlyphMissing { field: "wording.zh.opening".into(), character: "😀".into() },
        missing("wording.zh.confirm", &["deadline", "days"]),
        unknown("wording.zh.deemed", ""),
        Refusal::FieldHasControl { field: "wording.zh.closing".into() },
        missing("wording.zh.mail_subject", &["order"]),
        Refusal::FieldTooLong { field: "wording.zh.mail_opening".into(), most: 500, found: 501 },
    ];
    assert_eq!(refusals(desk.ask("wording_save", save.clone())), expected);
    assert_eq!(view(&desk)["version"], 0);
    // While it is being typed, the same is answered instead of a preview.
    let tried =
        desk.ok("wording_try", json!({ "paper": "letter", "wording": save["wording"], "language": "Zh" }));
    assert_eq!(tried["refusals"], serde_json::to_value(expected).unwrap());
    assert_eq!((&tried["page"], &tried["mail"]), (&Value::Null, &Value::Null));
    // The other language has no fault and is shown.
    let tried =
        desk.ok("wording_try", json!({ "paper": "letter", "wording": save["wording"], "language": "En" }));
    assert_eq!(tried["refusals"], json!([]));
    assert!(tried["mail"]["text"].as_str().unwrap().starts_with("Dear "));
}

#[test]
fn days_have_their_limits() {
    let desk = TestDesk::staffed();
    let mut save = changed(&desk, json!({}));
    save["wording"]["confirm_days"] = json!(0);
    save["wording"]["objection_days"] = json!(366);
    assert_eq!(desk.refused("wording_save", save.clone()), ["FieldOutOfRange", "FieldOutOfRange"]);
    save["wording"]["confirm_days"] = json!(5);
    save["wording"]["objection_days"] = json!(10);
    desk.ok("wording_save", save);
    let order = approved(&desk);
    let letter = pages(&bytes(&desk.ok("order_letter", json!({ "id": order["id"] })))).concat();
    assert!(letter.contains("5个工作日") && letter.contains("到货后10日内"), "{letter}");
}

#[test]
fn it_is_told_who_changed_which_sentence_and_who_comes_second_is_stopped() {
    let desk = TestDesk::staffed();
    let first = changed(&desk, json!({ "closing": "此致敬礼" }));
    desk.ok("wording_save", first.clone());
    assert!(matches!(desk.ask("wording_save", first), Err(Fault::Stale { what }) if what == "wording"));
    let mut back = changed(&desk, json!({ "mail_closing": "" }));
    back["wording"]["zh"].as_object_mut().unwrap().remove("closing");
    back["wording"]["confirm_days"] = json!(4);
    let after = desk.ok("wording_save", back);
    assert_eq!(after["version"], 2);
    let told: Vec<(&Value, &Value)> = after["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| (&entry["person"], &entry["changes"]))
        .collect();
    let change =
        |field: &str, before: &str, after: &str| json!({ "field": field, "before": before, "after": after });
    let expected = [
        json!([
            change("wording.confirm_days", "3", "4"),
            change("wording.zh.closing", "「此致敬礼」", "standard"),
            change("wording.zh.mail_closing", "standard", "「」"),
        ]),
        json!([change("wording.zh.closing", "standard", "「此致敬礼」")]),
    ];
    assert_eq!(told, [(&json!("沈一禾"), &expected[0]), (&json!("沈一禾"), &expected[1])]);
    // Saving the same again is no change.
    let same = changed(&desk, json!({}));
    assert_eq!(desk.ok("wording_save", same)["version"], 2);

    desk.sit("林知远");
    assert_eq!(desk.refused("wording_save", changed(&desk, json!({}))), ["RoleMissing"]);
}

#[test]
fn what_is_frozen_keeps_its_bytes_and_the_next_letter_follows_the_wording() {
    let desk = TestDesk::staffed();
    let order = approved(&desk);
    let look = |order: &Value| {
        let letter = bytes(&desk.ok("order_letter", json!({ "id": order["id"] })));
        let id = &desk.ok("order_view", json!({ "id": order["id"] }))["letters"][0]["id"];
        let mail = desk.ok("outbox_view", json!({ "id": id }));
        (letter, mail["row"]["subject"].clone(), mail["text_body"].clone())
    };
    let frozen = look(&order);
    desk.sit("沈一禾");
    let own = json!({
        "greeting": "{contact}台鉴：", "confirm": "务请于 {deadline} 回签。", "closing": "",
        "mail_subject": "{company}：{order} 请确认", "mail_signature": "{manager}\n{manager_email}\n{company}",
    });
    desk.ok("wording_save", changed(&desk, own));
    assert_eq!(look(&order), frozen, "an issued letter and its mail are frozen");

    let mut next = {
        desk.sit("林知远");
        desk.ok("order_save", draft(&desk))
    };
    next = desk.ok("order_submit", seen(&next));
    for who in ["顾行", "周予安", "罗朗"] {
        next = decided(&desk, "approval_grant", &next, who, "");
    }
    let (letter, subject, text) = look(&next);
    let letter = pages(&letter).concat();
    for said in ["祝青女士台鉴：感谢贵公司的订购。", "务请于2026年10月12日18:00前（3个工作日）回签。逾期未"]
    {
        assert!(letter.contains(said), "{said} in\n{letter}");
    }
    assert!(!letter.contains("顺祝商祺"));
    assert_eq!(subject, format!("岭桥智能设备有限公司：{} 请确认", next["number"].as_str().unwrap()));
    let text = text.as_str().unwrap();
    assert!(
        text.ends_with("顺祝商祺！\n\n林知远\nperson@lingqiao.example.com\n岭桥智能设备有限公司\n"),
        "{text}"
    );
}

#[test]
fn a_wording_is_tried_on_the_last_letters_order_or_on_an_invented_one() {
    let desk = TestDesk::staffed();
    let attempt = |language: &str| {
        let wording = changed(&desk, json!({ "greeting": "{contact}台鉴：" }))["wording"].clone();
        desk.ok("wording_try", json!({ "paper": "letter", "wording": wording, "language": language }))
    };
    for (language, name, mark) in [("Zh", "示例客户有限公司", "样"), ("En", "Example Customer Ltd.", "S")]
    {
        let tried = attempt(language);
        assert_eq!(tried["number"], Value::Null);
        let letter = pages(&bytes(&tried["page"]));
        assert!(
            letter.len() == 1 && letter[0].contains(&squeezed(name)) && letter[0].contains(mark),
            "{letter:?}"
        );
        assert!(letter[0].contains("岭桥智能设备有限公司"), "the letterhead is one's own");
    }
    let order = approved(&desk);
    desk.sit("沈一禾");
    let tried = attempt("Zh");
    assert_eq!(tried["number"], order["number"]);
    let letter = pages(&bytes(&tried["page"])).concat();
    assert!(letter.contains("祝青女士台鉴：") && letter.contains('样') && letter.contains('张'), "{letter}");
    assert_eq!(tried["mail"]["to"], "祝青 <zhu@qingyu.example.com>");
    assert_eq!(tried["mail"]["facts"][0], json!(["订单编号", order["number"]]));
    // A specimen is only looked at: it can be neither saved nor printed.
    assert_eq!(tried["page"]["sha256"], "");
    assert_eq!(view(&desk)["wording"]["zh"], json!({}), "nothing was saved");
}

#[test]
fn no_wording_can_leave_a_fact_out() {
    let mut silent = facts(6);
    silent.own = Sentence::ALL.into_iter().map(|sentence| (sentence, String::new())).collect();
    let letter = pages(&press().letter_pdf(&silent).unwrap()).concat();
    for fact in [
        "QR-DD202609-034",
        "铂叶商业管理有限公司",
        "祝澜女士",
        "1 客流计数器 F3 双目 吸顶 黑 台 32 1,480.00 47,360.00",
        "¥ 97,200.00",
        "人民币玖万柒仟贰佰元整",
        "预付款 30% 29,160.00",
        "示例银行临江桥东支行",
        "铂叶中心 B1 收货区",
        "□ 确认无误",
        "内容码 5D1A70E2",
    ] {
        assert!(letter.contains(&squeezed(fact)), "{fact} in\n{letter}");
    }
    let mail = confirmation(&silent);
    for body in [mail.text(), mail.html()] {
        for fact in ["DD202609-034", "97,200.00", "签约后5天内预付30%", "2026-10-30", "许澈 139 0000 0205"]
        {
            assert!(body.contains(fact), "{fact} in\n{body}");
        }
    }
}

#[test]
fn sentences_as_long_as_they_may_be_are_set_whole() {
    for language in [Language::Zh, Language::En] {
        let mut long = facts(12);
        long.language = language;
        long.own = Sentence::ALL
            .into_iter()
            .map(|sentence| {
                let needed: String = sentence.needs().iter().map(|place| format!("{{{place}}}")).collect();
                let filler = if language == Language::Zh { "请核对" } else { "please check " };
                let room = sentence.most() - needed.chars().count();
                (sentence, needed + &filler.chars().cycle().take(room).collect::<String>())
            })
            .collect();
        for (sentence, text) in &long.own {
            assert_eq!(sentence.objections("x", text), [], "{sentence:?}");
        }
        let pdf = press().letter_pdf(&long).unwrap();
        leave(&format!("wording-long-{language:?}"), &pdf);
        assert!(pages(&pdf).len() <= 3);
    }
}

#[test]
fn the_mail_is_fit_to_be_read_in_both_languages() {
    for language in [Language::Zh, Language::En] {
        let facts = chengdan_app::paper::letter::LetterFacts { language, ..facts(6) };
        let mail = confirmation(&facts);
        if let Ok(folder) = std::env::var("PAPER_LOOK") {
            std::fs::write(format!("{folder}/mail-{language:?}.html"), mail.html()).unwrap();
            std::fs::write(format!("{folder}/mail-{language:?}.txt"), mail.text()).unwrap();
            leave(&format!("letter-{language:?}"), &press().letter_pdf(&facts).unwrap());
        }
        assert!(
            !mail.text().contains(['{', '}']) && !mail.html().contains(['{', '}']),
            "every place is filled"
        );
        assert!(mail.html().contains("<br>岭桥智能设备有限公司"), "the signature keeps its lines");
    }
    // Who is not known is greeted as a customer, and a line of facts that are missing leaves no gap.
    let mut nobody = facts(1);
    nobody.customer.contact = String::new();
    (nobody.manager.name, nobody.manager.phone) = (String::new(), String::new());
    let text = confirmation(&nobody).text();
    assert!(text.starts_with("尊敬的客户，您好！\n\n"), "{text}");
    assert!(text.ends_with("顺祝商祺！\n\n岭桥智能设备有限公司\n"), "{text}");
}

#[test]
fn sentences_of_an_older_book_go_on_being_said() {
    let desk = TestDesk::staffed();
    let book = desk.app.book().unwrap();
    book.act(desk.app.now(), None, |act| {
        let old = json!({ "confirm_days": 5, "objection_days": 9, "confirm_sentence": "请于{days}日内回签。", "deemed_sentence": " " });
        let mut policy = desk.ok("setting_view", json!({}))["policy"].clone();
        policy.as_object_mut().unwrap().extend(old.as_object().unwrap().clone());
        let text = policy.to_string();
        act.tx.execute(
            "insert into setting (key, value) values ('policy', $1) on conflict (key) do update set value = excluded.value",
            [text],
        )?;
        Ok(())
    })
    .unwrap();
    let before = json!({ "confirm_days": 5, "objection_days": 9, "zh": { "confirm": "请于{days}日内回签。" }, "en": {} });
    assert_eq!(view(&desk)["wording"], before);
    // The policy is saved without them, and they stay with the wording once that is saved.
    desk.ok("wording_save", changed(&desk, json!({ "closing": "此致" })));
    desk.ok("setting_save_policy", desk.ok("setting_view", json!({}))["policy"].clone());
    assert_eq!(view(&desk)["wording"]["confirm_days"], 5);
    assert_eq!(view(&desk)["wording"]["zh"], json!({ "confirm": "请于{days}日内回签。", "closing": "此致" }));
}
