//! Text from outside: clean lines, keys that find duplicates, file names every system takes.

use chengdan_domain::text::{
    clean_line, clean_text, fold_width, has_control, name_key, phone_key, safe_file_name, shorten,
};
use proptest::prelude::*;

#[test]
fn names_that_mean_the_same_company_have_one_key() {
    let same = [
        "铂叶商业管理有限公司",
        " 铂叶商业管理 有限公司\n",
        "铂叶商业管理股份有限公司",
        "铂叶商业管理集团有限公司",
        "「铂叶」商业管理有限责任公司",
        "铂叶商业管理",
    ];
    for name in same {
        assert_eq!(name_key(name), "铂叶商业管理", "{name}");
    }
    assert_eq!(name_key("Ｂｏｙｅ Retail Co., Ltd."), name_key("BOYE RETAIL"));
    assert_eq!(name_key("ABC (上海) 有限公司"), name_key("abc（上海）有限公司"));
    assert_ne!(name_key("Cisco"), name_key("Cis"));
    assert_ne!(name_key("铂叶商业有限公司"), name_key("铂叶管理有限公司"));
    assert_eq!(name_key("有限公司"), "有限公司", "a name that is nothing but an ending stays");
    assert_eq!(name_key("Limited"), "limited");
}

#[test]
fn phones_that_ring_at_the_same_desk_have_one_key() {
    for phone in
        ["139 0000 0634", "+86 139-0000-0634", "0086 13900000634", "１３９００００ ０６３４", "8613900000634"]
    {
        assert_eq!(phone_key(phone), "13900000634", "{phone}");
    }
    for phone in [
        "0571-8888 6666",
        "(0571) 88886666 转 801",
        "+86 571 8888 6666",
        "0571-88886666 ext. 9",
        "0571-88886666/7",
    ] {
        assert_eq!(phone_key(phone), "057188886666", "{phone}");
    }
    assert_eq!(phone_key("+86 400 800 1234"), "4008001234");
    assert_eq!(phone_key("tel: 0571-88886666"), "057188886666");
    assert_eq!(phone_key("无"), "");
}

#[test]
fn one_line_is_one_line() {
    assert_eq!(
        clean_line(" 铂叶\r\n商业\t管理\u{0} \u{2028}有限\u{200b}公司\u{3000} "),
        "铂叶 商业 管理 有限公司"
    );
    assert_eq!(clean_line("evil\u{202e}fdp.exe"), "evilfdp.exe");
    assert_eq!(clean_text("\n第一行\r\n\r\n第三行 \r末行\n\n"), "第一行\n\n第三行\n末行");
    assert!(has_control("a\nb") && has_control("a\u{85}b") && !has_control("甲 乙"));
    assert_eq!(fold_width("ＡＢＣ　１２３（％）"), "ABC 123(%)");
    assert_eq!(shorten("一二三四五", 4), "一二三…");
    assert_eq!(shorten("一二三四", 4), "一二三四");
}

#[test]
fn file_names_are_taken_everywhere() {
    assert_eq!(
        safe_file_name("订单确认函_DD202609-034_铂叶_R1", "pdf"),
        "订单确认函_DD202609-034_铂叶_R1.pdf"
    );
    assert_eq!(safe_file_name("../../etc/passwd", "pdf"), "_.._etc_passwd.pdf");
    assert_eq!(safe_file_name("a<b>:\"c\\d|e?f*g", "pdf"), "a_b___c_d_e_f_g.pdf");
    assert_eq!(safe_file_name("CON", "pdf"), "_CON.pdf");
    assert_eq!(safe_file_name("com1.2026", "pdf"), "_com1.2026.pdf");
    assert_eq!(safe_file_name("contract", "pdf"), "contract.pdf");
    assert_eq!(safe_file_name(" . ", "pdf"), "_.pdf");
}

proptest! {
    #[test]
    fn no_text_makes_a_dangerous_name(text in any::<String>()) {
        let name = safe_file_name(&text, "pdf");
        prop_assert!(name.len() <= 200 && name.len() > 4);
        prop_assert!(!name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|']));
        prop_assert!(!name.starts_with(['.', ' ']) && !has_control(&name));
    }

    #[test]
    fn cleaning_and_keys_are_stable(text in any::<String>()) {
        let clean = clean_line(&text);
        prop_assert!(!has_control(&clean) && clean.trim() == clean);
        prop_assert_eq!(clean_line(&clean), clean.clone());
        prop_assert_eq!(name_key(&clean), name_key(&text.replace(['\r', '\n', '\t'], " ")));
    }
}
