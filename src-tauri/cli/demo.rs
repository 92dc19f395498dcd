//! `demo`: the main job end to end on the sample company, and every file it wrote by name.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use chengdan_app::fault::Fault;
use serde_json::{Value, json};

use crate::desk::{Desk, Failure};
use crate::line::Lang;
use crate::say;

/// The fictional maker of devices.
const COMPANY: &str = "岭桥智能设备有限公司";
/// A ladder is never longer.
const MOST_LEVELS: usize = 9;

/// Makes the company, takes an order through it, writes letter and report.
pub fn run(lang: Lang, folder: Option<&Path>) -> Result<(), Failure> {
    let home = folder.map_or_else(|| chengdan_app::place::home().join("demo"), Path::to_path_buf);
    let desk = Desk::at(&home, lang)?;
    let status = company(&desk)?;
    desk.tell("样例公司已建好：", "The sample company is ready:");
    say::file(&status["book_path"]);
    let order = submitted(&desk)?;
    let (number, customer) = (say::text(&order["number"]), say::text(&order["customer_name"]));
    let amount = say::yuan(&order["computed"]["amount_fen"]);
    desk.tell(
        &format!("订单 {number} 已提交：{customer}，{amount}。"),
        &format!("Order {number} is submitted: {customer}, {amount}."),
    );
    approved(&desk, &order["id"])?;
    letter(&desk, &order["id"], &number, &home)?;
    let today = say::text(&status["today"]);
    let ym: String = today.chars().filter(char::is_ascii_digit).take(6).collect();
    let ask = json!({ "ym": ym.parse::<i64>().unwrap_or(0), "token": null });
    let written = desk.ask("month_workbook", &ask)?;
    desk.tell("本月的工作簿：", "The month's workbook:");
    say::file(&written["path"]);
    Ok(())
}

/// A new sample company; beside an earlier one it gets a number.
fn company(desk: &Desk) -> Result<Value, Failure> {
    let language = say::either(desk.lang, "Zh", "En");
    for count in 1..100 {
        let name = if count == 1 { COMPANY.to_string() } else { format!("{COMPANY} {count}") };
        let request = json!({
            "folder_token": null, "company_name": name, "tax_number": "", "number_prefix": "DD",
            "person_name": "沈一禾", "roles": ["SalesAssistant"], "password": "", "language": language,
            "start_with": "Sample",
        });
        match desk.ask("book_create", &request) {
            Err(Failure::Fault(Fault::Refused { reasons })) if said(&reasons, "BookExists") => {}
            made => return made,
        }
    }
    Err(Failure::words("这里的样例公司太多了。", "There are too many sample companies here."))
}

fn said<T: serde::Serialize>(reasons: &[T], code: &str) -> bool {
    reasons.iter().any(|reason| serde_json::to_value(reason).is_ok_and(|reason| reason["code"] == code))
}

/// An order of two lines by its account manager, submitted.
fn submitted(desk: &Desk) -> Result<Value, Failure> {
    let customers = desk.ask("customer_find", &json!({ "text": "", "limit": 20 }))?;
    let reachable = |customer: &&Value| {
        let email = customer["contacts"][0]["email"].as_str();
        customer["owner_id"].is_i64() && email.is_some_and(|email| !email.is_empty())
    };
    let customer = customers
        .as_array()
        .into_iter()
        .flatten()
        .find(reachable)
        .ok_or_else(|| Failure::words("样例公司里没有客户。", "The sample company has no customers."))?;
    desk.sit(&customer["owner_id"].to_string())?;
    let status = desk.ask("app_status", &json!({}))?;
    let products = desk.ask("product_find", &json!({ "text": "", "limit": 2 }))?;
    let lines: Vec<Value> = products.as_array().into_iter().flatten().map(line).collect();
    let draft = draft(customer, &say::text(&status["today"]), &lines);
    let saved = desk.ask("order_save", &draft)?;
    desk.ask("order_submit", &json!({ "id": saved["id"], "version": saved["version"] }))
}

fn draft(customer: &Value, today: &str, lines: &[Value]) -> Value {
    let contact = &customer["contacts"][0];
    let part = |trigger: &str, share: i64| json!({ "trigger": trigger, "share": share, "days": 0, "day_kind": "Calendar" });
    json!({
        "id": null, "version": null, "customer_id": customer["id"], "contact_id": contact["id"],
        "customer_order_number": "", "contract_number": "HT-DEMO-001", "contract_signed_on": today,
        "contract_amount_fen": null, "invoice_title": customer["name"], "invoice_kind": "VatSpecial",
        "terms": { "instalments": [part("Order", 3_000), part("BeforeDispatch", 7_000)], "method": "Transfer" },
        "delivery_address": customer["address"], "receiver": contact["name"], "receiver_phone": contact["phone"],
        "promised_on": promised(today), "owner_id": customer["owner_id"], "waiver_fen": 0, "note": "", "lines": lines,
    })
}

fn line(product: &Value) -> Value {
    json!({
        "product_id": product["id"], "name": product["name"], "spec": product["spec"], "unit": product["unit"],
        "quantity_milli": 12_000, "price_micro": product["price_micro"], "discount": 500,
        "tax_rate": product["tax_rate"], "customised": product["customised"], "promised_on": null,
    })
}

/// A month later, on a day every month has.
fn promised(today: &str) -> String {
    let number = |range: std::ops::Range<usize>| {
        today.get(range).and_then(|part| part.parse::<i64>().ok()).unwrap_or(1)
    };
    let (year, month) = (number(0..4), number(5..7));
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    format!("{year:04}-{month:02}-{:02}", number(8..10).min(28))
}

/// Level after level, each by somebody else who signs in.
fn approved(desk: &Desk, order_id: &Value) -> Result<(), Failure> {
    for _ in 0..MOST_LEVELS {
        let waiting = desk.ask("approval_list", &json!({ "list": "Waiting", "everyone": true }))?;
        let row = waiting.as_array().into_iter().flatten().find(|row| row["order_id"] == *order_id);
        let Some(row) = row else { return Ok(()) };
        let decider = &row["candidates"][0];
        desk.sit(&decider["id"].to_string())?;
        let decide = json!({
            "order_id": order_id, "version": row["version"], "decider_id": decider["id"], "given": "SignedIn",
            "evidence": null, "behalf_reason": "", "note": "",
        });
        desk.ask("approval_grant", &decide)?;
        let (level, name) = (&row["level"], say::text(&decider["name"]));
        desk.tell(&format!("第 {level} 级：{name} 同意。"), &format!("Level {level}: {name} agrees."));
    }
    Err(Failure::words("审批没有走完。", "The approval did not come to its end."))
}

/// The letter in the 演示收件箱, and its PDF.
fn letter(desk: &Desk, order_id: &Value, number: &str, home: &Path) -> Result<(), Failure> {
    desk.post()?;
    let inbox = desk.ask("inbox_view", &json!({}))?;
    let of_order = |row: &&Value| row["subject"].as_str().is_some_and(|subject| subject.contains(number));
    let row = inbox["rows"].as_array().into_iter().flatten().find(of_order);
    let row = row.ok_or_else(|| Failure::words("确认函没有寄到。", "The letter did not arrive."))?;
    let (to, subject) = (say::text(&row["to"]), say::text(&row["subject"]));
    desk.tell(
        &format!("确认函已寄到演示收件箱（{to}）：{subject}"),
        &format!("The letter is in the sample inbox ({to}): {subject}"),
    );
    say::file(&json!(PathBuf::from(say::text(&inbox["folder"])).join(say::text(&row["file"]))));
    let pdf = desk.ask("order_letter", &json!({ "id": order_id }))?;
    let bytes = BASE64.decode(say::text(&pdf["base64"])).unwrap_or_default();
    let path = home.join(say::text(&pdf["name"]));
    std::fs::write(&path, bytes)?;
    say::file(&json!(path));
    Ok(())
}
