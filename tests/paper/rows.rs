//! An invented order for letters, with as many lines as a test wants, and the way to read a PDF back.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use chengdan_app::paper::letter::{
    CustomerFacts, DeliveryFacts, Language, LetterFacts, LetterPress, LineFacts, ManagerFacts, SellerFacts,
};
use chengdan_domain::calendar::Calendar;
use chengdan_domain::money::{Money, Price, Quantity, Rate, line_amount_half_up};
use chengdan_domain::order::InvoiceKind;
use chengdan_domain::payment::{PaymentTerms, presets};
use chrono::NaiveDate;
use serde_json::Value;

pub fn press() -> &'static LetterPress {
    static PRESS: OnceLock<LetterPress> = OnceLock::new();
    PRESS.get_or_init(|| LetterPress::new().unwrap())
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const GOODS: [(&str, &str, &str, i64, i64, i64); 6] = [
    ("客流计数器 F3", "双目 吸顶 黑", "台", 32_000, 1_480_000_000, 1_300),
    ("边缘网关 G1", "PoE 双频", "台", 6_000, 950_000_000, 1_300),
    ("空气监测仪 Q2", "壁装 六参数", "台", 18_000, 620_000_000, 1_300),
    ("照明面板 P6", "三键 石墨灰", "个", 80_000, 86_000_000, 1_300),
    ("安装调试", "现场，含布线检查", "点", 138_000, 50_000_000, 900),
    ("平台服务年费", "6 家门店，12 个月", "店", 6_000, 3_200_000_000, 600),
];

pub fn lines(count: usize) -> Vec<LineFacts> {
    let goods = GOODS.iter().cycle().take(count).enumerate();
    goods
        .map(|(index, (name, specification, unit, quantity, price, rate))| LineFacts {
            name: (*name).to_owned(),
            specification: (*specification).to_owned(),
            unit: (*unit).to_owned(),
            quantity: Quantity(*quantity),
            price: Price(*price),
            amount: line_amount_half_up(Price(*price), Quantity(*quantity), Rate(0)).unwrap(),
            rate: Rate(*rate),
            promised_on: Some(day(if index % 6 < 4 { "2026-10-20" } else { "2026-10-30" })),
            customised: index % 6 == 3,
        })
        .collect()
}

pub fn facts(count: usize) -> LetterFacts {
    LetterFacts {
        language: Language::Zh,
        approved: true,
        order_number: "DD202609-034".to_owned(),
        revision: 1,
        dated_on: day("2026-10-08"),
        content_code: "5D1A70E2".to_owned(),
        seller: SellerFacts {
            name: "岭桥智能设备有限公司".to_owned(),
            name_en: "LINGQIAO SMART DEVICES CO., LTD.".to_owned(),
            tax_number: "91350100M000100Y43".to_owned(),
            address: "示例省临江市桥东路 66 号 3 幢".to_owned(),
            phone: "0500-0000 6600".to_owned(),
            email: "dingdan@lingqiao.example.com".to_owned(),
            bank_name: "示例银行临江桥东支行".to_owned(),
            bank_account: "0000 1111 2222 3333".to_owned(),
        },
        customer: CustomerFacts {
            name: "铂叶商业管理有限公司".to_owned(),
            short_name: "铂叶商业".to_owned(),
            contact: "祝澜".to_owned(),
            salutation: "女士".to_owned(),
            title: "采购经理".to_owned(),
            phone: "139 0000 0634".to_owned(),
            email: "zhu@boye.example.com".to_owned(),
            tax_number: String::new(),
        },
        manager: ManagerFacts {
            name: "许澈".to_owned(),
            phone: "139 0000 0205".to_owned(),
            email: "xuche@lingqiao.example.com".to_owned(),
        },
        contract_number: "HT202609-016".to_owned(),
        contract_signed_on: Some(day("2026-09-28")),
        customer_order_number: "BY-PO-2609-117".to_owned(),
        lines: lines(count),
        waiver: Money(0),
        terms: with_days(preset("prepaid_30_acceptance_60_warranty_10"), 5),
        terms_from: Some(day("2026-10-08")),
        calendar: Calendar::published().clone(),
        invoice_kind: InvoiceKind::VatSpecial,
        invoice_title: String::new(),
        delivery: DeliveryFacts {
            address: "示例省临江市湖畔区铂叶中心 B1 收货区".to_owned(),
            receiver: "方师傅".to_owned(),
            phone: "139 0000 0877".to_owned(),
            promised_on: Some(day("2026-10-30")),
        },
        confirm_days: 3,
        confirm_by: day("2026-10-12").and_hms_opt(18, 0, 0),
        objection_days: 7,
        own: BTreeMap::new(),
        specimen: false,
    }
}

fn with_days(mut terms: PaymentTerms, days: i64) -> PaymentTerms {
    terms.instalments[0].days = days;
    terms
}

pub fn preset(name: &str) -> PaymentTerms {
    presets().into_iter().find(|(known, _)| *known == name).unwrap().1
}

/// The bytes of a file that crossed the door.
pub fn bytes(file: &Value) -> Vec<u8> {
    BASE64.decode(file["base64"].as_str().unwrap()).unwrap()
}

/// Leaves a paper in the folder that `PAPER_LOOK` names, for a person to look at.
pub fn leave(name: &str, pdf: &[u8]) {
    if let Ok(folder) = std::env::var("PAPER_LOOK") {
        std::fs::write(format!("{folder}/{name}.pdf"), pdf).unwrap();
    }
}

/// What poppler's pdftotext says of a PDF, asked in one of its ways.
pub fn poppler(pdf: &[u8], way: &str) -> String {
    let mut child = Command::new("pdftotext")
        .args([way, "-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext of poppler-utils");
    let mut input = child.stdin.take().unwrap();
    let bytes = pdf.to_vec();
    let writer = std::thread::spawn(move || input.write_all(&bytes));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

/// What poppler reads in the PDF, page by page, with all white space taken out: where a line broke is not a fact.
pub fn pages(pdf: &[u8]) -> Vec<String> {
    let text = poppler(pdf, "-layout");
    let pages = text.split('\u{c}').map(squeezed);
    pages.filter(|page| !page.is_empty()).collect()
}

pub fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}
