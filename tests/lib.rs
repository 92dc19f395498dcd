//! What several tests share: a desk with a real book in a folder that vanishes, and a stopped clock.

pub mod licences;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chengdan_app::App;
use chengdan_app::clock::StoppedClock;
use chengdan_app::fault::Fault;
use chengdan_app::session::{Dialogs, MemoryVault};
use chengdan_app::store::engine::APPLICATION_ID;
use chengdan_app::views::PickKind;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

/// 2026-10-08 09:42 in Shanghai: the first working day after National Day.
pub const MORNING: &str = "2026-10-08T01:42:00Z";

/// The 订单信息表 of the source, to the letter.
pub const ORDER_TABLE: [&str; 13] = [
    "订单编号",
    "客户名称",
    "产品名称",
    "规格",
    "数量",
    "单价(元)",
    "总金额(元)",
    "付款方式",
    "交付地址",
    "负责人",
    "创建时间",
    "预计交付日期",
    "审批状态",
];

/// The desktop of a test: where the next file is saved, and what the viewer was shown. It begins without either.
#[derive(Default)]
pub struct Desktop {
    /// Where save dialogs say; `None` cancels.
    pub save_to: Mutex<Option<PathBuf>>,
    /// What the viewer was shown; `None` while there is no viewer.
    pub shown: Mutex<Option<Vec<PathBuf>>>,
}

impl Dialogs for Desktop {
    fn pick(&self, _kind: PickKind) -> Option<PathBuf> {
        None
    }
    fn pick_save(&self, _name: &str) -> Option<PathBuf> {
        self.save_to.lock().expect("a place").clone()
    }
    fn open_pdf(&self, path: &Path) -> Result<(), String> {
        let mut shown = self.shown.lock().expect("a viewer");
        shown.as_mut().ok_or("no viewer")?.push(path.to_path_buf());
        Ok(())
    }
}

/// A desk to test at.
pub struct TestDesk {
    pub app: Arc<App>,
    pub desktop: Arc<Desktop>,
    pub clock: Arc<StoppedClock>,
    pub vault: Arc<MemoryVault>,
    pub home: tempfile::TempDir,
}

/// Reads an instant written as UTC text.
pub fn instant(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

impl TestDesk {
    /// A program without a book.
    pub fn without_book() -> TestDesk {
        TestDesk::at(&std::env::temp_dir())
    }

    /// A program without a book, whose home lies in `parent`.
    pub fn at(parent: &std::path::Path) -> TestDesk {
        let home = tempfile::tempdir_in(parent).expect("a folder");
        let clock = Arc::new(StoppedClock::at(instant(MORNING)));
        let vault = Arc::new(MemoryVault::default());
        let desktop = Arc::new(Desktop::default());
        let app = App::new(home.path(), clock.clone(), desktop.clone(), vault.clone());
        TestDesk { app: Arc::new(app), desktop, clock, vault, home }
    }

    /// An empty book of 岭桥智能设备有限公司 with the assistant 沈一禾 (Admin) at the desk.
    pub fn empty() -> TestDesk {
        let desk = TestDesk::without_book();
        desk.ok("book_create", first_start("Empty"));
        desk
    }

    /// A book with a whole ladder: 林知远 sells, 顾行 supervises, 周予安 keeps the money, 罗朗 runs operations; and a
    /// complete company, one customer with a contact, two products.
    pub fn staffed() -> TestDesk {
        let desk = TestDesk::empty();
        for (name, roles) in [
            ("林知远", json!(["SalesRep"])),
            ("顾行", json!(["SalesSupervisor"])),
            ("周予安", json!(["Finance"])),
            ("罗朗", json!(["Operations"])),
            ("何叶", json!(["Warehouse", "Production"])),
        ] {
            desk.ok("person_save", person(name, roles));
        }
        desk.ok("setting_save_company", company());
        desk.ok("customer_save", customer("青屿酒店管理有限公司", "zhu@qingyu.example.com"));
        desk.ok("product_save", product("智能门锁 S3 Pro", "曜石黑 左开 NFC", "把", 680_000_000, false));
        desk.ok("product_save", product("客控主机 H8", "8 路 DIN 导轨", "台", 1_150_000_000, true));
        desk
    }

    /// Asks the door.
    pub fn ask(&self, name: &str, request: Value) -> Result<Value, Fault> {
        let text = self.app.call(name, &request.to_string())?;
        Ok(serde_json::from_str(&text).expect("the door answers JSON"))
    }

    /// Asks the door and insists on an answer.
    pub fn ok(&self, name: &str, request: Value) -> Value {
        self.ask(name, request).unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
    }

    /// Asks the door, insists on a refusal and answers its codes.
    pub fn refused(&self, name: &str, request: Value) -> Vec<String> {
        match self.ask(name, request) {
            Err(Fault::Refused { reasons }) => reasons.iter().map(code_of).collect(),
            other => panic!("{name} should be refused, but: {other:?}"),
        }
    }

    /// The id of a person by name.
    pub fn person(&self, name: &str) -> i64 {
        let people = self.ok("person_list", json!({}));
        let found = people.as_array().expect("a list").iter().find(|person| person["name"] == name);
        found.unwrap_or_else(|| panic!("nobody is called {name}"))["id"].as_i64().expect("an id")
    }

    /// Lets somebody sit down at the desk.
    pub fn sit(&self, name: &str) {
        let id = self.person(name);
        self.ok("person_sign_in", json!({ "person_id": id, "password": "" }));
    }
}

/// Turns a closed book into the book that an older program would have left: with its first migrations only, and what is in
/// their tables.
pub fn make_older(folder: &std::path::Path, migrations: usize) {
    let present = folder.join("book.db");
    let newer = folder.join("newer.db");
    std::fs::rename(&present, &newer).expect("a book");
    let _ = std::fs::remove_file(folder.join("book.db-wal"));
    let _ = std::fs::remove_file(folder.join("book.db-shm"));
    let older = rusqlite::Connection::open(&present).expect("a new file");
    for migration in &chengdan_app::store::migrate::MIGRATIONS[..migrations] {
        older.execute_batch(migration).expect("a migration");
    }
    older.execute("attach $1 as newer", [newer.display().to_string()]).expect("the newer book");
    let names = |sql: &str| -> Vec<String> {
        let mut statement = older.prepare(sql).expect("a statement");
        statement.query_map([], |row| row.get(0)).expect("rows").map(|name| name.expect("a name")).collect()
    };
    let tables = names(
        "select name from main.sqlite_schema where type = 'table' and sql not like 'create virtual%'
            and name not like '%_search%' and name not like 'sqlite%' order by name",
    );
    older.execute_batch("pragma foreign_keys = 0; delete from history_head").expect("an empty head");
    for table in tables {
        let columns =
            names(&format!("select name from pragma_table_info('{table}') order by cid")).join(", ");
        let copy = format!("insert into main.{table} ({columns}) select {columns} from newer.{table}");
        older.execute_batch(&copy).unwrap_or_else(|error| panic!("{table}: {error}"));
    }
    older
        .execute_batch(&format!(
            "detach newer; pragma application_id = {APPLICATION_ID}; pragma user_version = {migrations}"
        ))
        .expect("an older book");
    std::fs::remove_file(newer).expect("only one book stays");
}

/// The code of a refusal.
pub fn code_of(reason: &chengdan_domain::refusal::Refusal) -> String {
    serde_json::to_value(reason).expect("JSON")["code"].as_str().expect("a code").to_string()
}

/// The page of the first start, filled in.
pub fn first_start(start_with: &str) -> Value {
    json!({
        "folder_token": null, "company_name": "岭桥智能设备有限公司", "tax_number": "", "number_prefix": "DD",
        "person_name": "沈一禾", "roles": ["SalesAssistant"], "password": "", "language": "Zh",
        "start_with": start_with,
    })
}

/// A person to save.
pub fn person(name: &str, roles: Value) -> Value {
    json!({
        "id": null, "version": null, "name": name, "code": "", "email": "person@lingqiao.example.com",
        "phone": "0500-00006600", "region": "", "senior": false, "active": true, "roles": roles, "password": null,
    })
}

/// A company whose letterhead is complete.
pub fn company() -> Value {
    json!({
        "name": "岭桥智能设备有限公司", "name_en": "LINGQIAO SMART DEVICES CO., LTD.", "tax_number": "914403001922038216",
        "address": "示例省临江市桥东路 66 号 3 幢", "phone": "0500-00006600", "email": "dingdan@lingqiao.example.com",
        "bank_name": "示例银行临江支行", "bank_account": "6200 0000 0000 0000 000",
    })
}

/// A customer with one contact.
pub fn customer(name: &str, email: &str) -> Value {
    json!({
        "id": null, "version": null, "code": "", "name": name, "short_name": "", "print_name": "",
        "tax_number": "", "invoice_title": name, "industry": "酒店", "province": "示例省", "city": "临江市",
        "district": "湖畔区", "address": "青屿路 18 号", "phone": "", "bank_name": "", "bank_account": "",
        "owner_id": null, "note": "",
        "contacts": [{ "id": null, "name": "祝青", "title": "采购经理", "salutation": "女士",
            "phone": "139 0000 0418", "wechat": "", "email": email, "main": true }],
    })
}

/// A product at 13 %.
pub fn product(name: &str, spec: &str, unit: &str, price_micro: i64, customised: bool) -> Value {
    json!({
        "id": null, "version": null, "code": "", "name": name, "spec": spec, "unit": unit, "category": "门锁",
        "kind": "Goods", "price_micro": price_micro, "tax_rate": 1300, "customised": customised, "active": true,
        "note": "",
    })
}

/// Compares what a test found with what is kept under tests/ (`path` is relative to it).
///
/// `UPDATE_SNAPSHOTS=1 cargo test` writes it anew.
pub fn keep(path: &str, found: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(&path, found).expect("written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(kept, found, "{} is stale: UPDATE_SNAPSHOTS=1 writes it anew", path.display());
}
