//! The language of the very first page: what the surroundings ask for, whether or not their locale is installed.

use chengdan_app::place::spoken;
use chengdan_app::views::book::Language;

fn of(set: &[(&str, &str)]) -> Option<Language> {
    spoken(|name| set.iter().find(|(key, _)| *key == name).map(|(_, text)| (*text).to_string()))
}

#[test]
fn the_first_locale_that_is_set_decides_and_a_list_stands_before_it() {
    let (zh, en) = (Some(Language::Zh), Some(Language::En));
    assert_eq!(of(&[("LANG", "zh_CN.UTF-8")]), zh);
    assert_eq!(of(&[("LANG", "zh_TW")]), zh);
    assert_eq!(of(&[("LANG", "en_US.UTF-8")]), en);
    assert_eq!(of(&[("LANG", "de_DE.UTF-8")]), en, "neither of ours: English");
    assert_eq!(of(&[("LC_ALL", "zh_CN.UTF-8"), ("LANG", "en_US.UTF-8")]), zh);
    assert_eq!(of(&[("LC_ALL", ""), ("LC_MESSAGES", "zh_CN"), ("LANG", "en_US.UTF-8")]), zh);
    assert_eq!(of(&[("LANG", "en_US.UTF-8"), ("LANGUAGE", "zh_CN:en")]), zh);
}

#[test]
fn a_machine_without_a_locale_says_nothing() {
    for locale in ["C", "C.UTF-8", "C.utf8", "POSIX", ""] {
        assert_eq!(of(&[("LANG", locale)]), None, "{locale:?}");
    }
    assert_eq!(of(&[]), None);
    assert_eq!(of(&[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")]), None, "whoever says C means it");
}
