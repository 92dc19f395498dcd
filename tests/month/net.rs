//! K1 净额: what later months recorded about orders of earlier ones, against a naive recomputation.

use std::collections::{BTreeMap, BTreeSet};

use chengdan_app::store::month_sum;
use chengdan_domain::money::{LARGEST_FEN, Money};
use chengdan_domain::month::net_of_changes;
use chengdan_tests::TestDesk;
use rusqlite::params;
use serde_json::json;

use super::{rows, sample, view, workbook};
use crate::report::sheet;

#[test]
fn net_is_nothing_only_where_neither_part_is() {
    let later = Some([Money(300), Money(-1_000)]);
    assert_eq!(net_of_changes(Some(Money(5_000)), later), Ok(Some(Money(4_300))));
    assert_eq!(net_of_changes(None, later), Ok(Some(Money(-700))));
    assert_eq!(net_of_changes(Some(Money(5_000)), None), Ok(Some(Money(5_000))));
    assert_eq!(net_of_changes(None, None), Ok(None));
    assert!(net_of_changes(Some(Money(LARGEST_FEN)), Some([Money(1), Money(0)])).is_err());
}

struct Order {
    id: i64,
    ym: i64,
    amount: i64,
    void: bool,
}

struct Change {
    order_id: i64,
    cancel: bool,
    ym: i64,
    amount: i64,
}

/// Orders that once counted, and what was recorded about them, read the simplest way.
fn naive(desk: &TestDesk) -> (Vec<Order>, Vec<Change>) {
    let read = desk.app.book().expect("a book").read(|connection| {
        let mut orders = connection.prepare(
            "select id, cast(substr(approved_on, 1, 4) || substr(approved_on, 6, 2) as integer), amount_fen,
                    state = 'Void' from sales_order where approved_on is not null",
        )?;
        let order = |row: &rusqlite::Row| {
            Ok(Order { id: row.get(0)?, ym: row.get(1)?, amount: row.get(2)?, void: row.get(3)? })
        };
        let orders = orders.query_map([], order)?.collect::<Result<Vec<_>, _>>()?;
        let mut changes = connection.prepare(
            "select order_id, kind = 'Cancel', cast(substr(recorded_on, 1, 4) || substr(recorded_on, 6, 2) as integer),
                    amount_fen from amount_change",
        )?;
        let change = |row: &rusqlite::Row| {
            Ok(Change { order_id: row.get(0)?, cancel: row.get(1)?, ym: row.get(2)?, amount: row.get(3)? })
        };
        let changes = changes.query_map([], change)?.collect::<Result<Vec<_>, _>>()?;
        Ok((orders, changes))
    });
    read.expect("a readable book")
}

/// Every month's 成交金额 and 净额 are what one gets by walking all orders and all changes.
fn compare(desk: &TestDesk) {
    let (orders, changes) = naive(desk);
    let approved: BTreeMap<i64, i64> = orders.iter().map(|order| (order.id, order.ym)).collect();
    let months: BTreeSet<i64> =
        orders.iter().map(|order| order.ym).chain(changes.iter().map(|change| change.ym)).collect();
    for ym in months {
        let counts = |order: &&Order| {
            let later =
                |change: &Change| change.order_id == order.id && change.cancel && change.ym > order.ym;
            order.ym == ym && (!order.void || changes.iter().any(later))
        };
        let won: Vec<i64> = orders.iter().filter(counts).map(|order| order.amount).collect();
        let later: Vec<&Change> =
            changes.iter().filter(|change| change.ym == ym && approved[&change.order_id] < ym).collect();
        let sum = |cancel: bool| -> i64 {
            later.iter().filter(|change| change.cancel == cancel).map(|change| change.amount).sum()
        };
        let month = view(desk, ym).amount;
        let total: i64 = won.iter().sum::<i64>() + sum(false) + sum(true);
        let nothing = won.is_empty() && later.is_empty();
        assert_eq!(month.amount_fen.map(|fen| fen.0), (!won.is_empty()).then(|| won.iter().sum()), "{ym}");
        assert_eq!(month.later.total_fen.map(|fen| fen.0), (!nothing).then_some(total), "{ym} net");
        assert_eq!((month.later.changed_fen.0, month.later.cancelled_fen.0), (sum(false), sum(true)), "{ym}");
        assert_eq!(month.later.rows, later.len() as i64, "{ym}");
        let behind = rows(desk, ym, "later");
        assert_eq!((behind.count, behind.amount_fen.0), (later.len() as i64, sum(false) + sum(true)), "{ym}");
        assert_eq!(rows(desk, ym, "amount").count, won.len() as i64, "{ym}");
    }
}

/// Three orders of a month that counts, with their amounts.
fn three(desk: &TestDesk, ym: i64) -> Vec<(i64, i64)> {
    let (orders, _) = naive(desk);
    let found: Vec<(i64, i64)> =
        orders.iter().filter(|order| order.ym == ym).take(3).map(|order| (order.id, order.amount)).collect();
    assert_eq!(found.len(), 3);
    found
}

/// What a change order or a cancellation will write.
fn record(desk: &TestDesk, order_id: i64, kind: &str, day: &str, amount: i64) {
    let book = desk.app.book().expect("a book");
    let ym: i64 = format!("{}{}", &day[..4], &day[5..7]).parse().expect("a month");
    book.act(desk.app.now(), None, |act| {
        if kind == "Cancel" {
            let own: i64 = act.tx.query_row(
                "select approved_ym from sales_order where id = $1",
                [order_id],
                |row| row.get(0),
            )?;
            // Within its own month it no longer counts; in a later one its month stays as it was.
            if own == ym {
                month_sum::count_order(act, order_id, -1)?;
            }
            act.tx.execute("update sales_order set state = 'Void', status = 'Void' where id = $1", [order_id])?;
        }
        act.tx.execute(
            "insert into amount_change (order_id, kind, recorded_on, ym, amount_fen) values ($1, $2, $3, $4, $5)",
            params![order_id, kind, day, ym, amount],
        )?;
        Ok(())
    })
    .expect("recorded");
}

#[test]
fn what_is_recorded_later_moves_net_and_never_the_amount_won() {
    let desk = sample();
    compare(&desk);
    let (july, august) = (three(&desk, 202_607), three(&desk, 202_608));
    let won = |ym: i64| view(&desk, ym).amount.amount_fen;
    let (of_july, of_august) = (won(202_607), won(202_608));
    record(&desk, july[0].0, "Change", "2026-08-11", 12_345);
    record(&desk, july[1].0, "Change", "2026-08-12", -999_99);
    record(&desk, july[2].0, "Cancel", "2026-08-13", -july[2].1);
    record(&desk, august[0].0, "Change", "2026-08-20", -1);
    record(&desk, august[1].0, "Cancel", "2026-08-21", -august[1].1);
    record(&desk, august[2].0, "Change", "2026-12-01", 700);
    compare(&desk);
    assert_eq!(won(202_607), of_july, "July stays what it was");
    assert_eq!(won(202_608).map(|fen| fen.0), of_august.map(|fen| fen.0 - august[1].1), "but for its own");
    let later = view(&desk, 202_608).amount.later;
    assert_eq!((later.rows, later.changed_fen.0), (3, 12_345 - 999_99));
    assert_eq!(view(&desk, 202_612).amount.later.total_fen, Some(Money(700)), "a month with nothing won");
    let now = desk.app.now();
    desk.app.book().expect("a book").act(now, None, month_sum::rebuild).expect("made anew");
    compare(&desk);
}

#[test]
fn the_workbook_prints_net_with_its_definition_and_still_adds_up() {
    let desk = sample();
    let july = three(&desk, 202_607);
    record(&desk, july[0].0, "Change", "2026-08-11", 12_345);
    record(&desk, july[1].0, "Cancel", "2026-08-13", -july[1].1);
    for (language, names, title, word) in [
        ("Zh", ["① 封面与口径", "② 核心指标", "③ 订单明细"], "K1 净额（另列）", "另列"),
        (
            "En",
            ["① Cover and definitions", "② Key figures", "③ Order lines"],
            "K1 Net of changes",
            "shown apart",
        ),
    ] {
        desk.ok("language_set", json!({ "language": language }));
        let path = workbook(&desk, 202_608);
        let text = |name: &str| -> Vec<Vec<String>> {
            sheet(&path, name).0.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
        };
        let figures = text(names[1]);
        let at = figures.iter().position(|row| row[0] == title).expect("the row of 净额");
        let fen = |row: usize| (figures[row][2].parse::<f64>().expect("a figure") * 100.0).round() as i64;
        let later = view(&desk, 202_608).amount.later;
        assert_eq!(Some(fen(at)), later.total_fen.map(|fen| fen.0), "{language}");
        assert_eq!((fen(at + 1), fen(at + 2)), (12_345, -july[1].1));
        assert!(text(names[0]).iter().any(|row| row.iter().any(|cell| cell.contains(word))), "{language}");
        // July's own workbook still sums the order that was cancelled in August.
        let july_path = workbook(&desk, 202_607);
        let (detail, _) = sheet(&july_path, names[2]);
        let total = detail.rows().next_back().expect("the total")[6].to_string();
        let of_july = view(&desk, 202_607).amount.amount_fen.expect("an amount").0;
        assert_eq!((total.parse::<f64>().expect("a sum") * 100.0).round() as i64, of_july, "{language}");
    }
}
