//! Settings: the three levels stay, the mail password is in the keychain only.

use chengdan_tests::TestDesk;
use serde_json::json;

#[test]
fn extra_levels_may_be_added_but_the_three_stay() {
    let desk = TestDesk::staffed();
    let policy = desk.ok("setting_view", json!({}))["policy"].clone();
    let mut fewer = policy.clone();
    fewer["levels"].as_array_mut().expect("levels").remove(1);
    assert_eq!(desk.refused("setting_save_policy", fewer), ["FieldOutOfRange", "FieldMissing"]);
    let mut more = policy;
    more["levels"].as_array_mut().expect("levels").push(json!({ "role": "Legal", "from_fen": 10_000_000 }));
    assert_eq!(desk.ok("setting_save_policy", more)["policy"]["levels"].as_array().expect("levels").len(), 4);
}

#[test]
fn the_mail_password_never_touches_the_disk() {
    let desk = TestDesk::staffed();
    let account = json!({
        "provider": "", "host": "smtp.example.com", "port": 465, "security": "Tls", "user": "a@example.com",
        "from_address": "a@example.com", "from_name": "岭桥", "trusted_pem": "", "per_minute": 30,
    });
    let saved = desk.ok("setting_save_mail", json!({ "account": account, "password": "SecretWord-42" }));
    assert_eq!(saved["mail_password_set"], true);
    let mut folders = vec![desk.home.path().to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = std::fs::read(&path).expect("bytes");
                assert!(!bytes.windows(13).any(|window| window == b"SecretWord-42"), "{}", path.display());
            }
        }
    }
}
