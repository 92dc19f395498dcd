//! The list of letters against the plainest possible reading: every view, filter and sort, page after page, and the counts.

use chengdan_app::post::mime::Party;
use chengdan_app::post::words::confirmation;
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use crate::post::server::Server;
use crate::post::{desk_at, facts, queue};

const STATES: [&str; 10] = [
    "Queued",
    "Claimed",
    "Handed",
    "Sent",
    "Retry",
    "Failed",
    "Uncertain",
    "DeliveredOtherwise",
    "Withdrawn",
    "MissingAddress",
];

/// Letters in every state, queued and sent on different days, some repeated.
fn desk(server: &Server) -> TestDesk {
    let desk = desk_at(server, "Tls");
    for nth in 0..23 {
        let address = format!("to{}@boye.example.com", nth * 7 % 5);
        queue(&desk, Party::new("", &address), confirmation(&facts()).words());
    }
    let book = desk.app.book().expect("a book");
    let written = book.act(desk.app.now(), None, |act| {
        let ids: Vec<i64> = act
            .tx
            .prepare("select id from outbox order by id")?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for (nth, id) in (0_i64..).zip(ids) {
            let state = STATES[usize::try_from(nth).expect("small") % STATES.len()];
            let sent = (state == "Sent").then(|| format!("2026-10-{:02}T03:00:00Z", 1 + nth % 6));
            act.tx.execute(
                "update outbox set state = $1, customer = $2, order_number = $3, sent_at = $4, queued_at = $5, tries = $6,
                        kind = $7, resend_of = $8 where id = $9",
                rusqlite::params![
                    state,
                    ["青屿酒店", "Boye 物业", "澄湖"][usize::try_from(nth).expect("small") % 3],
                    format!("DD202610-{:03}", nth * 5 % 23),
                    sent,
                    format!("2026-10-{:02}T15:59:00Z", 1 + nth % 8),
                    nth % 4,
                    if nth % 9 == 0 { "test" } else { "order_confirmation" },
                    if nth == 15 { Some(id - 10) } else { None },
                    id
                ],
            )?;
        }
        Ok(())
    });
    written.expect("letters of every kind");
    desk
}

fn listed(desk: &TestDesk, filter: &Value, sort: &str, descending: bool) -> Vec<Value> {
    let (mut rows, mut after) = (Vec::new(), Value::Null);
    loop {
        let ask =
            json!({ "filter": filter, "sort": sort, "descending": descending, "after": after, "limit": 4 });
        let page = desk.ok("outbox_list", ask);
        rows.extend(page["rows"].as_array().expect("rows").iter().cloned());
        after = page["next"].clone();
        if after.is_null() {
            return rows;
        }
    }
}

/// Which of the views a letter stands in. The one that was repeated needs nobody.
fn stands_in(row: &Value, view: &str, repeated: i64) -> bool {
    let state = row["state"].as_str().expect("a state");
    match view {
        "todo" => ["MissingAddress", "Failed", "Uncertain"].contains(&state) && row["id"] != repeated,
        "moving" => ["Queued", "Claimed", "Handed", "Retry"].contains(&state),
        "sent" => ["Sent", "DeliveredOtherwise"].contains(&state),
        _ => true,
    }
}

fn passes(row: &Value, filter: &Value, repeated: i64) -> bool {
    let text = |name: &str| row[name].as_str().unwrap_or_default();
    // Midnight in Shanghai is four in the afternoon of the day before.
    let begins = |day: &Value| {
        format!(
            "2026-{:02}-{:02}T16:00:00Z",
            10,
            day.as_str().expect("a day")[8..].parse::<i64>().expect("a day") - 1
        )
    };
    filter.as_object().expect("a filter").iter().all(|(name, asked)| match name.as_str() {
        "view" => stands_in(row, asked.as_str().expect("a view"), repeated),
        "text" => {
            let hay = [text("customer"), text("order_number"), text("to")].join(" ").to_lowercase();
            hay.contains(&asked.as_str().expect("a text").to_lowercase())
        }
        "states" => asked.as_array().expect("states").contains(&row["state"]),
        "kind" => row["kind"] == *asked,
        "queued_from" => text("queued_at") >= begins(asked).as_str(),
        "queued_before" => text("queued_at") < begins(asked).as_str(),
        "sent_from" => row["sent_at"].is_string() && text("sent_at") >= begins(asked).as_str(),
        "sent_before" => row["sent_at"].is_string() && text("sent_at") < begins(asked).as_str(),
        other => panic!("{other}"),
    })
}

fn key(row: &Value, sort: &str) -> (String, i64, Option<i64>) {
    const PROCESS: [&str; 10] = [
        "Uncertain",
        "Failed",
        "MissingAddress",
        "Retry",
        "Handed",
        "Claimed",
        "Queued",
        "Sent",
        "DeliveredOtherwise",
        "Withdrawn",
    ];
    let state = PROCESS.iter().position(|state| row["state"] == *state).expect("a state");
    // What is claimed and what is handed over is both 「正在发送」.
    let state = if state == 5 { 4 } else { state };
    let (text, number) = match sort {
        "state" => (String::new(), i64::try_from(state).expect("small")),
        "tries" => (String::new(), row["tries"].as_i64().expect("a number")),
        "queued" => (String::new(), 0),
        "order" => (row["order_number"].to_string(), 0),
        "sent" => (row["sent_at"].as_str().unwrap_or_default().to_string(), 0),
        other => (row[other].to_string(), 0),
    };
    (text, number, row["id"].as_i64())
}

#[test]
fn every_view_filter_and_sort_gives_exactly_the_letters_that_pass() {
    let server = Server::tls();
    let desk = desk(&server);
    let everything = listed(&desk, &json!({}), "queued", true);
    assert_eq!(everything.len(), 23);
    let repeated = everything.iter().filter_map(|row| row["id"].as_i64()).min().expect("letters") + 5;
    let filters = [
        json!({}),
        json!({ "view": "todo" }),
        json!({ "view": "moving" }),
        json!({ "view": "sent", "sent_from": "2026-10-03" }),
        json!({ "text": "BOYE 物" }),
        json!({ "text": "to1@" }),
        json!({ "states": ["Sent", "Failed"], "kind": "order_confirmation" }),
        json!({ "queued_from": "2026-10-03", "queued_before": "2026-10-05" }),
        json!({ "sent_before": "2026-10-04" }),
        json!({ "kind": "test", "view": "todo" }),
    ];
    for filter in &filters {
        for sort in ["queued", "state", "kind", "customer", "order", "to", "sent", "tries"] {
            for descending in [false, true] {
                let mut meant: Vec<&Value> =
                    everything.iter().filter(|row| passes(row, filter, repeated)).collect();
                meant.sort_by_key(|row| key(row, sort));
                if descending {
                    meant.reverse();
                }
                let shown = listed(&desk, filter, sort, descending);
                assert_eq!(
                    shown.iter().collect::<Vec<_>>(),
                    meant,
                    "{filter} by {sort}, descending: {descending}"
                );
            }
        }
        let mut bare = filter.clone();
        bare.as_object_mut().expect("a filter").remove("view");
        let count = |view: &str| {
            let both = everything
                .iter()
                .filter(|row| passes(row, &bare, repeated) && stands_in(row, view, repeated));
            both.count()
        };
        let own = everything.iter().filter(|row| passes(row, filter, repeated)).count();
        let totals = json!({ "count": own, "todo": count("todo"), "moving": count("moving"), "sent": count("sent"),
            "all": count(""), "all_count": 23 });
        assert_eq!(desk.ok("outbox_totals", filter.clone()), totals, "{filter}");
    }
}
