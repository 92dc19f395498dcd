//! The mail doctor: every step with the server's own words and a name for the explanation.

use serde_json::{Value, json};

use super::desk_at;
use super::server::Server;

const ME: &str = "desk@lingqiao.example.com";

fn steps(tested: &Value) -> Vec<(String, bool)> {
    let steps = tested["steps"].as_array().expect("steps");
    steps.iter().map(|step| (step["step"].as_str().expect("a name").into(), step["ok"] == true)).collect()
}

fn last<'a>(tested: &'a Value, field: &str) -> &'a str {
    tested["steps"].as_array().and_then(|steps| steps.last()).expect("a step")[field].as_str().expect("text")
}

#[test]
fn a_working_account_passes_every_step() {
    for (server, security) in [(Server::tls(), "Tls"), (Server::starttls(), "StartTls")] {
        let desk = desk_at(&server, security);
        let tested = desk.ok("mail_test", json!({ "to": ME }));
        let names = ["lookup", "connect", "tls", "login", "sender", "handover"];
        assert_eq!(steps(&tested), names.map(|name| (name.to_string(), true)));
        assert_eq!(server.mails()[0]["subject"], "【测试】成单邮件设置");
        let page =
            desk.ok("outbox_list", json!({ "filter": { "view": "sent" }, "after": null, "limit": 10 }));
        assert_eq!(page["rows"][0]["kind"], "test");
    }
}

#[test]
fn each_trouble_stands_at_its_step_and_has_a_name() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    let say = |code: u16, text: &str| json!({ "do": "say", "say": [code, text] });
    for (point, answer, step, explain) in [
        ("AUTH", say(535, "5.7.8 authentication failed"), "login", "wrong_password"),
        ("AUTH", say(550, "5.7.30 Basic authentication is not supported"), "login", "basic_auth_off"),
        ("MAIL", say(553, "Mail from must equal authorized user"), "sender", "sender_refused"),
        ("RCPT", say(550, "5.1.1 no such user"), "sender", "mailbox_unknown"),
        ("BODY", say(552, "5.3.4 message too large"), "handover", "too_large"),
        ("BODY", say(554, "DT:SPM judged as spam"), "handover", "spam"),
        ("BODY", json!({ "do": "drop" }), "handover", "connection_lost"),
        ("EHLO", json!({ "do": "drop" }), "tls", "connection_lost"),
    ] {
        server.trouble(json!({ point: answer }));
        let tested = desk.ok("mail_test", json!({ "to": ME }));
        assert_eq!(tested["ok"], false, "{point}");
        assert_eq!((last(&tested, "step"), last(&tested, "explain")), (step, explain), "{tested:#}");
    }
}

#[test]
fn what_is_missing_is_named_before_anything_is_tried() {
    let server = Server::tls();
    let desk = desk_at(&server, "Tls");
    assert_eq!(desk.refused("mail_test", json!({ "to": "a@b.example.com\r\nX: y" })), ["FieldNotEmail"]);
    desk.ok("setting_save_mail", json!({ "account": server.account("Tls"), "password": "" }));
    assert_eq!(desk.refused("mail_test", json!({ "to": ME })), ["PasswordMissing"]);
    let bare = chengdan_tests::TestDesk::empty();
    assert_eq!(bare.refused("mail_test", json!({ "to": ME })), ["MailNotSet"]);
}

#[test]
fn the_presets_are_those_of_the_reference() {
    let desk = chengdan_tests::TestDesk::empty();
    let settings = desk.ok("setting_view", json!({}));
    let providers = settings["providers"].as_array().expect("presets");
    assert_eq!(providers.len(), 7);
    assert_eq!(providers[1]["domains"], json!(["qq.com", "foxmail.com"]));
    let office = &providers[5];
    assert_eq!((&office["port"], &office["security"]), (&json!(587), &json!("StartTls")));
}
