//! What was shipped stays as it was, and what is promised in the documents is there.

use std::fs;

use sha2::{Digest, Sha256};

use super::{catches, nothing, top};

/// Every migration that ever left the house, with the digest of its bytes. Append; never change a line.
const SHIPPED: &[(&str, &str)] = &[
    ("0001_book.sql", "c7551d4dafcbaec6a3f6dc4d83d56ba3f94082fa24cffab38df94400051cbf73"),
    ("0002_list.sql", "142ea036502f4414f820ec0523130130f68002cece0be47625135feae0ea43fd"),
    ("0003_amount_change.sql", "2c6126d973359f661cdffb75934e0ec38da76cc68c9bd64c3d26da409c84fd73"),
    ("0004_attachment.sql", "b7e00b618cd752fcf3994a88520d917239c24e8540c3e7315e9a9b3212746aa9"),
    ("0005_removed.sql", "b2ec38a6668e5e2fa571e83b3c245efd3e3b341f8858f58ae42c462899da1bd5"),
    ("0006_search.sql", "acebc41a6fdcd768886b5845e62daea31d5dbf29a8b357cca1c5b5209175a938"),
    ("0007_delivery_note.sql", "1008dbca1ec40627e955d8d504226a8a6860d84d882d089973dd3513ce54ba71"),
    ("0008_unfinished.sql", "8506eb8a0d5f77511be947c7410894582f60e6e8212f532f95ca750e6a4c0c6d"),
    ("0009_line_of_product.sql", "904094d220df9564bfa914cdd03e848ddaf97187922acdfefe8bbf75c04ee229"),
    ("0010_sorts.sql", "1523eb3d870e3c8a4e4017223fd27a3f91a15173199c1a81138739be77fc11ad"),
    ("0011_saved_view.sql", "c07644424c3eb8b674ac73b969ce525d2e0384d75f53326b6a22d7a369a240ff"),
    ("0012_notice_told.sql", "c17139e50f4453312ceb80e7d000f0406d0ad61753f83c0ab350c35bf7a09434"),
    ("0013_lead.sql", "62555bf4a8b72bac5fcf94d3a4d609adfec868604d8a43e8ba64bbfcf58ac29d"),
    ("0014_clock.sql", "f90b503b1e0383dd009672f68cd71f387fa815c1822fe6371ad95ad87dabeb5d"),
    ("0015_sale.sql", "ceb0b39cf724fa9202598b8ab4e735701d1159d83478fe5f5dd92fc528793a22"),
    ("0016_agreed.sql", "34b20574517ca8b2e1cd64f221d1a90903262939b3bfee53678227c1c81aab70"),
];

#[test]
fn a_shipped_migration_keeps_its_hash() {
    let read =
        |name: &str| fs::read(top().join("src-tauri/app/store/migrations").join(name)).unwrap_or_default();
    nothing(changed(SHIPPED, read));
    catches(changed(&[("0001_book.sql", "00")], read));
}

fn changed(shipped: &[(&str, &str)], read: impl Fn(&str) -> Vec<u8>) -> Vec<String> {
    let digest =
        |name: &str| Sha256::digest(read(name)).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let differ = shipped.iter().filter(|(name, hash)| digest(name) != *hash);
    differ
        .map(|(name, _)| format!("{name} was shipped and has changed: it is now {}", digest(name)))
        .collect()
}

#[test]
fn every_migration_is_in_the_list() {
    let folder = top().join("src-tauri/app/store/migrations");
    let found = fs::read_dir(folder).unwrap().count();
    assert_eq!(found, chengdan_app::store::migrate::MIGRATIONS.len());
}

#[test]
fn the_licences_of_what_is_shipped_are_listed() {
    let kept = fs::read_to_string(top().join("ui/parts/licences.json")).unwrap_or_default();
    let wanted = chengdan_tests::licences::json();
    assert!(
        wanted.contains("[\"rust\",\"rusqlite\"") && wanted.contains("[\"npm\",\"react\""),
        "the generator looks in the wrong place"
    );
    assert!(!wanted.contains("\"\"]"), "something is shipped without a licence");
    assert!(kept == wanted, "ui/parts/licences.json is stale: cargo xtask gen");
}

#[test]
fn the_readme_has_two_commands_and_the_checks_call_one_of_them() {
    for name in ["README.md", "README.zh.md"] {
        let text = fs::read_to_string(top().join(name)).unwrap();
        let commands: Vec<&str> =
            text.lines().map(str::trim).filter(|line| line.starts_with("cargo xtask ")).collect();
        assert_eq!(commands, ["cargo xtask run", "cargo xtask test"], "{name}");
    }
    let checks = fs::read_to_string(top().join(".ci/run")).unwrap();
    assert!(checks.lines().any(|line| line == "cargo xtask test"));
}

#[test]
fn every_rule_has_its_line_in_the_architecture() {
    let text = fs::read_to_string(top().join("ARCHITECTURE.md")).unwrap();
    let rules = [("L", 6), ("N", 1), ("Q", 3), ("C", 1), ("O", 9), ("F", 6), ("S", 4), ("M", 4), ("K", 8)];
    let mut ids: Vec<String> = Vec::new();
    for (letter, count) in rules {
        ids.extend((1..=count).map(|number| format!("{letter}{number}")));
    }
    let missing = ids.iter().filter(|id| !text.lines().any(|line| line.starts_with(&format!("| {id} |"))));
    nothing(missing.map(|id| format!("ARCHITECTURE.md does not explain {id}")).collect());
}
